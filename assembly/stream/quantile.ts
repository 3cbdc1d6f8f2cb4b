/**
 * A streaming quantile in fixed memory: P-square (Jain & Chlamtac 1985). Five markers: the least, the quantile between
 * two neighbours half way to the ends, the largest; each sample moves counts, and a marker that stands off its wanted
 * place by one or more moves there by a parabola, or a line where that would leave the order.
 *
 * State: samples u32, heights f32[5], places f32[5].
 */
import { HEADER_QUANTILE, HEADER_WARM_UP } from "../../src/abi";
import { beforeRows } from "../image";

export const QUANTILE_BYTES = 44;
const HEIGHTS: usize = 4;
const PLACES: usize = 24;

/** Where the model keeps it. */
export function scoresOf(image: usize): usize {
  return beforeRows(image) - QUANTILE_BYTES;
}

/** Takes a value into the estimate. */
export function observeScore(image: usize, state: usize, value: f32): void {
  const n = load<u32>(state);
  // Beyond 2^24 samples float32 places no longer move by one: the estimate stays.
  if (n >= 1 << 24 || !(abs(value) < Infinity)) return;
  store<u32>(state, n + 1);
  if (n < 5) return insert(state, n, value);
  if (value < height(state, 0)) store<f32>(state + HEIGHTS, value);
  if (value > height(state, 4)) store<f32>(state + HEIGHTS, value, 16);
  for (let i = 1; i < 5; i++) if (i == 4 || value < height(state, i)) setPlace(state, i, place(state, i) + 1);
  const q = load<f32>(image, HEADER_QUANTILE);
  for (let i = 1; i < 4; i++) {
    const share: f32 = i == 1 ? 0.5 * q : i == 2 ? q : 0.5 * (1.0 + q);
    adjust(state, i, <f32>n * share);
  }
}

/** The estimate, infinite before the warm-up is over. */
export function thresholdOf(image: usize, state: usize): f32 {
  const n = load<u32>(state);
  return n < 5 || n < load<u32>(image, HEADER_WARM_UP) ? Infinity : height(state, 2);
}

/** Heights finite and in order, places in order and within the samples. */
export function isQuantileLegal(state: usize): bool {
  const n = load<u32>(state);
  for (let i = 0; i < 5; i++) {
    if (!(abs(height(state, i)) < Infinity) || !(place(state, i) >= 0 && place(state, i) <= <f32>n)) return false;
    if (i && n >= 5 && (height(state, i) < height(state, i - 1) || place(state, i) <= place(state, i - 1))) return false;
  }
  return true;
}

// --- Markers ---

/** The first five values, in order. */
function insert(state: usize, n: i32, value: f32): void {
  let i = n;
  for (; i > 0 && height(state, i - 1) > value; i--) store<f32>(state + HEIGHTS + (<usize>i << 2), height(state, i - 1));
  store<f32>(state + HEIGHTS + (<usize>i << 2), value);
  setPlace(state, n, <f32>n);
}

function adjust(state: usize, i: i32, wanted: f32): void {
  const p = place(state, i);
  const below = p - place(state, i - 1);
  const above = place(state, i + 1) - p;
  const off = wanted - p;
  const step: f32 = off >= 1 && above > 1 ? 1 : off <= -1 && below > 1 ? -1 : 0;
  if (step == 0) return;
  const h = height(state, i);
  const rise: f32 = (height(state, i + 1) - h) / above;
  const fall: f32 = (h - height(state, i - 1)) / below;
  let moved: f32 = h + (step / (above + below)) * ((below + step) * rise + (above - step) * fall);
  if (!(moved > height(state, i - 1) && moved < height(state, i + 1))) moved = h + step * (step > 0 ? rise : fall);
  store<f32>(state + HEIGHTS + (<usize>i << 2), moved);
  setPlace(state, i, p + step);
}

function height(state: usize, i: i32): f32 {
  return load<f32>(state + HEIGHTS + (<usize>i << 2));
}

function place(state: usize, i: i32): f32 {
  return load<f32>(state + PLACES + (<usize>i << 2));
}

function setPlace(state: usize, i: i32, value: f32): void {
  store<f32>(state + PLACES + (<usize>i << 2), value);
}
