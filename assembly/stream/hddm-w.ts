/**
 * HDDM-W (Frias-Blanco et al. 2015), one-sided, River's form: exponentially weighted means of values in [0, 1] before
 * and after the best cut; McDiarmid's bound says when the later one is higher.
 * Values: drift confidence .001, warning confidence .005, lambda .05.
 * State: three samples (all, before the cut, after it), each mean and sum of squared weights (0 = empty), and the cut.
 */
import { DRIFT_VALUES } from "../../src/abi";
import { flushed, log } from "../math";

export const HDDM_W_BYTES = 28;

const BEFORE: usize = 8;
const AFTER: usize = 16;
const CUT: usize = 24;

export function updateHddmW(record: usize, state: usize, value: f32): i32 {
  const lambda = load<f32>(record, DRIFT_VALUES + 8);
  const drift = load<f32>(record, DRIFT_VALUES);
  take(state, value, lambda);
  const highest: f32 = load<f32>(state) + bound(load<f32>(state, 4), drift);
  if (load<f32>(state + BEFORE, 4) == 0 || highest < load<f32>(state + CUT)) {
    store<f32>(state + CUT, highest);
    store<u64>(state + BEFORE, load<u64>(state));
    store<u64>(state + AFTER, 0);
  } else {
    take(state + AFTER, value, lambda);
  }
  if (isHigher(state, drift)) return 2;
  return isHigher(state, load<f32>(record, DRIFT_VALUES + 4)) ? 1 : 0;
}

// --- Samples ---

function take(sample: usize, value: f32, lambda: f32): void {
  const weights = load<f32>(sample, 4);
  const kept: f32 = 1.0 - lambda;
  const isEmpty = weights == 0;
  const mean: f32 = isEmpty ? value : lambda * value + kept * load<f32>(sample);
  store<f32>(sample, flushed(mean));
  store<f32>(sample, isEmpty ? 1 : lambda * lambda + kept * kept * weights, 4);
}

function isHigher(state: usize, confidence: f32): bool {
  const after = load<f32>(state + AFTER, 4);
  if (after == 0) return false;
  const difference: f32 = load<f32>(state + AFTER) - load<f32>(state + BEFORE);
  return difference > bound(load<f32>(state + BEFORE, 4) + after, confidence);
}

function bound(weights: f32, confidence: f32): f32 {
  return sqrt<f32>((weights * -log(confidence)) * 0.5);
}
