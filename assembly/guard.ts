/** What may come in: samples and weights that a caller, an image or a state block brings. Refusals change nothing. */
import { BINARY_CROSS_ENTROPY, CROSS_ENTROPY, E_VALUE, LIMIT, MISSING, WHERE_WEIGHT } from "../src/abi";
import { failValue } from "./errors";
import { firstBeyond } from "./kernels";

/** OK where all n inputs are finite and below the limit, or (`missing`) NaN. */
export function checkInput(x: usize, n: i32, missing: bool): i32 {
  let i = firstBeyond(x, n, <f32>LIMIT);
  if (i == n) return 0;
  for (; i < n; i++) {
    const value = load<f32>(x + (<usize>i << 2));
    if (!(abs(value) < <f32>LIMIT) && !(missing && value != value)) return failValue(E_VALUE, i, <f32>LIMIT, value);
  }
  return 0;
}

/** A row that waits in the batch: missing inputs are MISSING there. */
export function checkWaitingInput(x: usize, n: i32, missing: bool): i32 {
  for (let i = 0; i < n; i++) {
    const value = load<f32>(x + (<usize>i << 2));
    if (abs(value) < <f32>LIMIT || (missing && value == <f32>MISSING)) continue;
    return failValue(E_VALUE, i, <f32>LIMIT, value);
  }
  return 0;
}

/** A target of n outputs: finite; in [0, 1] for binary cross entropy; >= 0 with sum 1 +- 1e-5 for cross entropy. */
export function checkTarget(loss: i32, t: usize, n: i32, inputs: i32): i32 {
  const bounded = loss == BINARY_CROSS_ENTROPY || loss == CROSS_ENTROPY;
  const low: f32 = bounded ? 0 : -<f32>LIMIT;
  const high: f32 = loss == BINARY_CROSS_ENTROPY ? 1 : bounded ? 1.00001 : <f32>LIMIT;
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) {
    const value = load<f32>(t + (<usize>i << 2));
    const isWithin = value >= low && value <= high && abs(value) < <f32>LIMIT;
    if (!isWithin) return failValue(E_VALUE, inputs + i, value < low ? low : high, value);
    sum += value;
  }
  return loss == CROSS_ENTROPY && !(abs(sum - 1.0) <= 1e-5) ? failValue(E_VALUE, inputs + n, 1, sum) : 0;
}

export function checkSampleWeight(weight: f32): i32 {
  return weight >= 0 && weight < <f32>LIMIT ? 0 : failValue(E_VALUE, WHERE_WEIGHT, <f32>LIMIT, weight);
}
