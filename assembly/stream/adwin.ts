/**
 * ADWIN (Bifet & Gavalda 2007), River's form: a window of the last values in buckets of 1, 2, 4, ... values, at most
 * five of a size; every `clock` values each cut of the window is tried, and where the means before and after it differ
 * by more than chance the oldest bucket goes, until no cut is left. Any such cut is drift.
 * Values: delta .002, clock 32. Fixed memory: `DRIFT_ROWS` sizes; behind the last one the oldest values are forgotten.
 *
 * State: values since the last trial u32, buckets of each size u8, then for each size six buckets, oldest first:
 * sum, spread (sum of squared deviations). Width, sum and spread of the window are summed anew at each trial: float32
 * sums that were added to and taken from for years would no longer be those of the window.
 */
import { DRIFT_ROWS, DRIFT_VALUES } from "../../src/abi";
import { copyWords } from "../kernels";
import { log } from "../math";

const MOST: u32 = 5;
const SHORTEST: u32 = 5;
const GRACE: u32 = 10;
const HEAD: u32 = 4;
const BUCKETS_BYTES: u32 = 48;

let sizes: u32 = 0;
let state: usize = 0;

// Of the window: values, their sum and their spread.
let width: u32 = 0;
let total: f32 = 0;
let spread: f32 = 0;

export function adwinBytes(record: usize): u32 {
  const rows = load<u32>(record, DRIFT_ROWS);
  return HEAD + ((rows + 3) & ~3) + rows * BUCKETS_BYTES;
}

export function updateAdwin(record: usize, address: usize, value: f32): i32 {
  enter(record, address);
  insert(value);
  const ticks = load<u32>(state) + 1;
  const isDue = ticks >= <u32>load<f32>(record, DRIFT_VALUES + 4);
  store<u32>(state, isDue ? 0 : ticks);
  if (!isDue) return 0;
  let found = 0;
  while (hasCut(load<f32>(record, DRIFT_VALUES))) {
    found = 2;
    dropOldest();
  }
  return found;
}

/** Whether the counts of a state from outside are within bounds. */
export function isAdwinLegal(record: usize, address: usize): bool {
  enter(record, address);
  for (let r: u32 = 0; r < sizes; r++) if (countOf(r) > MOST) return false;
  return true;
}

// --- The window ---

function enter(record: usize, address: usize): void {
  sizes = load<u32>(record, DRIFT_ROWS);
  state = address;
}

function insert(value: f32): void {
  push(0, value, 0);
  for (let r: u32 = 0; r < sizes && countOf(r) > MOST; r++) {
    if (r + 1 == sizes) return remove(r, 1);
    const first = bucketOf(r, 0);
    sumFrom(0, 0, 0);
    add(1 << r, first);
    add(1 << r, first + 8);
    remove(r, 2);
    push(r + 1, total, spread);
  }
}

/** The oldest bucket leaves the window. */
function dropOldest(): void {
  let r = sizes - 1;
  while (!countOf(r)) r--;
  remove(r, 1);
}

/** Whether the means on the two sides of some cut differ by more than chance. */
function hasCut(delta: f32): bool {
  sumFrom(0, 0, 0);
  for (let r = <i32>sizes - 1; r >= 0; r--) for (let k: u32 = 0; k < countOf(r); k++) add(1 << r, bucketOf(r, k));
  if (width <= GRACE) return false;
  const variance: f32 = spread / <f32>width;
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
      if (abs(sum / <f32>n - (total - sum) / <f32>rest) > chance) return true;
    }
  }
  return false;
}

// --- Sums ---

function sumFrom(n: u32, sum: f32, squares: f32): void {
  width = n;
  total = sum;
  spread = squares;
}

/** Takes a bucket of n values into the sums (Chan et al. 1979). */
function add(n: u32, bucket: usize): void {
  const sum = load<f32>(bucket);
  const m = width;
  let joined: f32 = 0;
  if (m) {
    const difference: f32 = sum / <f32>n - total / <f32>m;
    joined = ((<f32>n * <f32>m) / (<f32>n + <f32>m)) * (difference * difference);
  }
  sumFrom(m + n, total + sum, spread + load<f32>(bucket, 4) + joined);
}

// --- Buckets ---

function countOf(r: u32): u32 {
  return load<u8>(state + HEAD + r);
}

function bucketOf(r: u32, k: u32): usize {
  return state + HEAD + ((sizes + 3) & ~3) + r * BUCKETS_BYTES + (k << 3);
}

function push(r: u32, sum: f32, squares: f32): void {
  const bucket = bucketOf(r, countOf(r));
  store<f32>(bucket, sum);
  store<f32>(bucket, squares, 4);
  store<u8>(state + HEAD + r, countOf(r) + 1);
}

/** Takes the first `n` buckets of a size away. */
function remove(r: u32, n: u32): void {
  const left = countOf(r) - n;
  copyWords(bucketOf(r, 0), bucketOf(r, n), left << 3);
  store<u8>(state + HEAD + r, left);
}
