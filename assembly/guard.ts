/** What may come in: samples and weights that a caller, an image or a state block brings. Refusals change nothing. */
import { CROSS_ENTROPY, E_VALUE, LIMIT, MISSING, WHERE_WEIGHT } from "../src/abi";
import { failValue } from "./errors";
import { inputs, loss, missing } from "./image";
import { at, firstBeyond } from "./kernels";
import { isFused } from "./losses";

/** Finite and below the limit. */
export function isLegal(value: f32): bool {
  return abs(value) < <f32>LIMIT;
}

/**
 * OK where all inputs are finite and below the limit, or, where they may be missing, NaN. In a row that `waits`, for
 * its batch or to be replayed, missing inputs are MISSING.
 */
export function checkInput(x: usize, waits: bool): i32 {
  for (let i = firstBeyond(x, inputs, <f32>LIMIT); i < inputs; i++) {
    const value = at(x, i);
    const isMissing = waits ? value == <f32>MISSING : value != value;
    if (!isLegal(value) && !(missing && isMissing)) return refuse(i, value, <f32>LIMIT);
  }
  return 0;
}

/** A target of n numbers: finite; in [0, 1] for binary cross entropy; >= 0 with sum 1 +- 1e-5 for cross entropy. */
export function checkTarget(t: usize, n: i32): i32 {
  const low: f32 = isFused() ? 0 : -<f32>LIMIT;
  const high: f32 = loss == CROSS_ENTROPY ? 1.00001 : isFused() ? 1 : <f32>LIMIT;
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) {
    const value = at(t, i);
    if (!(value >= low && value <= high && isLegal(value))) return refuse(inputs + i, value, value < low ? low : high);
    sum += value;
  }
  return loss == CROSS_ENTROPY && !(abs(sum - 1.0) <= 1e-5) ? refuse(inputs + n, sum, 1) : 0;
}

export function checkSampleWeight(weight: f32): i32 {
  return weight >= 0 && isLegal(weight) ? 0 : refuse(WHERE_WEIGHT, weight, <f32>LIMIT);
}

function refuse(i: usize, found: f32, wanted: f32): i32 {
  return failValue(E_VALUE, i, wanted, found);
}
