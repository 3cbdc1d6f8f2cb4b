/**
 * ADWIN (Bifet & Gavalda 2007), River's form: a window of the last values in buckets of 1, 2, 4, ... values, at most
 * five of a size; every `clock` values each cut of the window is tried, and where the means before and after it differ by
 * more than chance the oldest bucket goes, until no cut is left. Any such cut is drift.
 * Values: delta .002, clock 32. Fixed memory: `DRIFT_ROWS` sizes; behind the last one the oldest values are forgotten.
 *
 * State: width u32, values since the start u32, sum, spread (sum of squared deviations), buckets of each size u8, then
 * for each size six buckets, oldest first: sum, spread.
 */
import { DRIFT_ROWS, DRIFT_VALUES } from "../../src/abi";
import { copyWords } from "../kernels";
import { log } from "../math";

const MOST: u32 = 5;
const SHORTEST: u32 = 5;
const GRACE: u32 = 10;
const HEAD = 16;
const BUCKETS_BYTES: u32 = 48;

let sizes: u32 = 0;
let state: usize = 0;

export function adwinBytes(record: usize): u32 {
  const rows = load<u32>(record, DRIFT_ROWS);
  return HEAD + ((rows + 3) & ~3) + rows * BUCKETS_BYTES;
}

export function updateAdwin(record: usize, address: usize, value: f32): i32 {
  enter(record, address);
  insert(value);
  const ticks = load<u32>(state, 4) + 1;
  store<u32>(state, ticks, 4);
  const clock = <u32>load<f32>(record, DRIFT_VALUES + 4);
  if (ticks % clock || load<u32>(state) <= GRACE) return 0;
  let found = 0;
  while (load<u32>(state) > GRACE && hasCut(load<f32>(record, DRIFT_VALUES))) {
    found = 2;
    dropOldest();
  }
  return found;
}

/** Whether the counts of a state from outside fit one another. */
export function isAdwinLegal(record: usize, address: usize): bool {
  enter(record, address);
  let width: u32 = 0;
  for (let r: u32 = 0; r < sizes; r++) {
    if (countOf(r) > MOST) return false;
    width += countOf(r) << r;
  }
  return width == load<u32>(state);
}

// --- The window ---

function enter(record: usize, address: usize): void {
  sizes = load<u32>(record, DRIFT_ROWS);
  state = address;
}

function insert(value: f32): void {
  const width = load<u32>(state) + 1;
  if (width > 1) addSpread(joined(width - 1, load<f32>(state, 8), 1, value));
  addSum(value);
  store<u32>(state, width);
  push(0, value, 0);
  for (let r: u32 = 0; r < sizes && countOf(r) > MOST; r++) {
    const first = bucketOf(r, 0);
    const n: u32 = 1 << r;
    const sum: f32 = load<f32>(first) + load<f32>(first, 8);
    const spread: f32 = load<f32>(first, 4) + load<f32>(first, 12) + joined(n, load<f32>(first), n, load<f32>(first, 8));
    if (r + 1 == sizes) {
      dropOldest();
    } else {
      remove(r, 2);
      push(r + 1, sum, spread);
    }
  }
}

/** The oldest bucket leaves the window. */
function dropOldest(): void {
  let r = sizes - 1;
  while (!countOf(r)) r--;
  const bucket = bucketOf(r, 0);
  const n: u32 = 1 << r;
  const width = load<u32>(state) - n;
  store<u32>(state, width);
  addSum(-load<f32>(bucket));
  addSpread(-(load<f32>(bucket, 4) + (width ? joined(n, load<f32>(bucket), width, load<f32>(state, 8)) : 0)));
  remove(r, 1);
}

/** Whether the means on the two sides of some cut differ by more than chance. */
function hasCut(delta: f32): bool {
  const width = load<u32>(state);
  const variance: f32 = load<f32>(state, 12) / <f32>width;
  const confidence = log((2.0 * log(<f32>width)) / delta);
  let n: u32 = 0;
  let sum: f32 = 0;
  for (let r = <i32>sizes - 1; r >= 0; r--) {
    for (let k: u32 = 0; k < countOf(r); k++) {
      n += 1 << r;
      sum += load<f32>(bucketOf(r, k));
      const rest = width - n;
      if (rest < SHORTEST) return false;
      if (n < SHORTEST) continue;
      const share: f32 = 1.0 / <f32>(n - SHORTEST + 1) + 1.0 / <f32>(rest - SHORTEST + 1);
      const chance: f32 = sqrt<f32>(2.0 * share * variance * confidence) + 0.6666667 * confidence * share;
      if (abs(sum / <f32>n - (load<f32>(state, 8) - sum) / <f32>rest) > chance) return true;
    }
  }
  return false;
}

// --- Buckets and sums ---

function countOf(r: u32): u32 {
  return load<u8>(state + HEAD + r);
}

function bucketOf(r: u32, k: u32): usize {
  return state + HEAD + ((sizes + 3) & ~3) + r * BUCKETS_BYTES + (k << 3);
}

function push(r: u32, sum: f32, spread: f32): void {
  const bucket = bucketOf(r, countOf(r));
  store<f32>(bucket, sum);
  store<f32>(bucket, spread, 4);
  store<u8>(state + HEAD + r, countOf(r) + 1);
}

/** Takes the first `n` buckets of a size away. */
function remove(r: u32, n: u32): void {
  const left = countOf(r) - n;
  copyWords(bucketOf(r, 0), bucketOf(r, n), left << 3);
  store<u8>(state + HEAD + r, left);
}

/** What joining two samples adds to the sum of their squared deviations. */
function joined(n: u32, sum: f32, m: u32, other: f32): f32 {
  const difference: f32 = sum / <f32>n - other / <f32>m;
  return ((<f32>n * <f32>m) / (<f32>n + <f32>m)) * (difference * difference);
}

function addSum(value: f32): void {
  store<f32>(state, load<f32>(state, 8) + value, 8);
}

/** Rounding must not take it below 0. */
function addSpread(value: f32): void {
  store<f32>(state, max<f32>(load<f32>(state, 12) + value, 0), 12);
}
