/**
 * A streaming quantile in fixed memory: P-square (Jain & Chlamtac 1985). Five markers: the least, the quantile between
 * two neighbours half way to the ends, the largest; each sample moves counts, and a marker that stands off its wanted
 * place by one or more moves there by a parabola, or a line where that would leave the order. The first half of the
 * warm-up is not looked at: a model that knows nothing yet gives high scores, and P-square forgets none.
 *
 * State: samples u32, heights f32[5], places f32[5].
 */
import { HEADER_QUANTILE, HEADER_WARM_UP } from "../../src/abi";
import { beforeRows, image } from "../image";
import { at, put } from "../kernels";

export const QUANTILE_BYTES = 44;

let heights: usize = 0;
let places: usize = 0;

/** Where the model keeps it. */
export function scoresAt(): usize {
  return beforeRows() - QUANTILE_BYTES;
}

/** Takes a value into the estimate. */
export function observeScore(value: f32): void {
  const state = scoresAt();
  const n: i32 = enter(state);
  // Beyond 2^24 samples float32 places no longer move by one: the estimate stays.
  if (n >= 1 << 24 || !(abs(value) < Infinity)) return;
  store<u32>(state, n + 1);
  const taken = takenOf(n);
  if (taken < 0) return;
  if (taken < 5) return insert(taken, value);
  if (value < at(heights, 0)) put(heights, 0, value);
  if (value > at(heights, 4)) put(heights, 4, value);
  for (let i = 1; i < 5; i++) if (i == 4 || value < at(heights, i)) put(places, i, at(places, i) + 1);
  const q = load<f32>(image, HEADER_QUANTILE);
  for (let i = 1; i < 4; i++) {
    const share: f32 = i == 1 ? 0.5 * q : i == 2 ? q : 0.5 * (1.0 + q);
    adjust(i, <f32>taken * share);
  }
}

/** The estimate, infinite before the warm-up is over. */
export function threshold(): f32 {
  const n = enter(scoresAt());
  return takenOf(n) < 5 || n < load<u32>(image, HEADER_WARM_UP) ? Infinity : at(heights, 2);
}

/** Heights finite and in order, places in order and within the samples. */
export function isQuantileLegal(state: usize): bool {
  const taken = max(takenOf(enter(state)), 0);
  for (let i = 0; i < 5; i++) {
    if (!(abs(at(heights, i)) < Infinity) || !(at(places, i) >= 0 && at(places, i) <= <f32>taken)) return false;
    if (!i || taken < 5) continue;
    if (at(heights, i) < at(heights, i - 1) || at(places, i) <= at(places, i - 1)) return false;
  }
  return true;
}

// --- Markers ---

/** Makes these markers the ones at hand; the samples they have seen. */
function enter(state: usize): u32 {
  heights = state + 4;
  places = state + 24;
  return load<u32>(state);
}

/** Of so many samples, those that the markers have; negative before there are any. */
function takenOf(samples: i32): i32 {
  return samples - <i32>(load<u32>(image, HEADER_WARM_UP) >> 1);
}

/** The first five values, in order. */
function insert(n: i32, value: f32): void {
  let i = n;
  for (; i > 0 && at(heights, i - 1) > value; i--) put(heights, i, at(heights, i - 1));
  put(heights, i, value);
  put(places, n, <f32>n);
}

function adjust(i: i32, wanted: f32): void {
  const p = at(places, i);
  const below = p - at(places, i - 1);
  const above = at(places, i + 1) - p;
  const off = wanted - p;
  const step: f32 = off >= 1 && above > 1 ? 1 : off <= -1 && below > 1 ? -1 : 0;
  if (step == 0) return;
  const h = at(heights, i);
  const rise: f32 = (at(heights, i + 1) - h) / above;
  const fall: f32 = (h - at(heights, i - 1)) / below;
  let moved: f32 = h + (step / (above + below)) * ((below + step) * rise + (above - step) * fall);
  if (!(moved > at(heights, i - 1) && moved < at(heights, i + 1))) moved = h + step * (step > 0 ? rise : fall);
  put(heights, i, moved);
  put(places, i, p + step);
}
