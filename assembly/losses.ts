/**
 * Losses of one sample, and the error they send back to the last layer's pre-activations.
 *
 *   mse   1/n sum e^2       mae  1/n sum |e|       huber  1/n sum (e^2 / 2 where |e| <= d, else d (|e| - d / 2))
 *   crossEntropy        sum t_i (log sum_j e^z_j - z_i)        with softmax, from the logits z
 *   binaryCrossEntropy  1/n sum softplus(z_i) - t_i z_i        with sigmoid, from the logits z
 *
 * with e = p - t limited to +-1e16, so that every loss of finite outputs is finite.
 * The logits are in the row when `lossOfSample` runs with a fused pair, the activated outputs otherwise.
 */
import { BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HEADER_DELTA, HUBER, MAE, MSE, SOFTMAX } from "../src/abi";
import { slope } from "./activations";
import { activation, alpha } from "./cursor";
import { image, loss, outputs } from "./image";
import { at, largestOf, put } from "./kernels";
import { clamped, exp, log, log1p } from "./math";
import { likeliestClass, targetAt } from "./targets";

const ERROR_LIMIT: f32 = 1e16;

/** Fused losses are computed from the logits: the error at the pre-activation is p - t. */
export function isFused(): bool {
  return loss == CROSS_ENTROPY || loss == BINARY_CROSS_ENTROPY;
}

/** Loss of the sample whose target is at hand. */
export function lossOfSample(row: usize): f32 {
  return loss == CROSS_ENTROPY ? crossEntropy(row) : meanLoss(loss, row);
}

/** Mean of (p - t)^2 in standardised units: the score of an anomaly model. */
export function squaredError(row: usize): f32 {
  return meanLoss(MSE, row);
}

/**
 * Turns the activated outputs, in place, into scale * dL/dz of the last layer, where the walk stands.
 * What of `scale` is the sample's weight and the share of the batch is the caller's.
 */
export function errorOfSample(row: usize, scale: f32): void {
  const share: f32 = loss == CROSS_ENTROPY ? scale : scale / <f32>outputs;
  const last = activation();
  const slopeAtZero = alpha();
  // Softmax under another loss: dL/dz_i = p_i (g_i - sum_j g_j p_j).
  const jacobian = last == SOFTMAX && !isFused();
  let mean: f32 = 0;
  if (jacobian) {
    for (let i = 0; i < outputs; i++) {
      const p = at(row, i);
      mean += gradient(p, targetAt(i)) * p;
    }
  }
  for (let i = 0; i < outputs; i++) {
    const p = at(row, i);
    let e = gradient(p, targetAt(i));
    if (jacobian) e = p * (e - mean);
    else if (!isFused()) e = slope(last, slopeAtZero, p, e);
    put(row, i, share * e);
  }
}

/**
 * What a detector on the error sees of an (activated) answer: 1 where it names another class than the target, else 0;
 * with several sigmoids the share of those on the wrong side of a half; else the mean |p - t| in standardised units.
 */
export function errorOfAnswer(row: usize): f32 {
  let sum: f32 = 0;
  let best = 0;
  for (let i = 0; i < outputs; i++) {
    const p = at(row, i);
    if (p > at(row, best)) best = i;
    if (loss == BINARY_CROSS_ENTROPY) sum += p >= 0.5 == targetAt(i) >= 0.5 ? 0 : 1;
    else sum += abs(p - targetAt(i));
  }
  return loss == CROSS_ENTROPY ? (best == likeliestClass() ? 0 : 1) : sum / <f32>outputs;
}

// --- One output, one row ---

/** dL/dp without the 1/n; for fused losses p - t, the error at the logit. */
function gradient(p: f32, t: f32): f32 {
  const e = limited(p - t);
  if (loss == MSE) return 2.0 * e;
  if (loss == MAE) return e > 0 ? 1 : e < 0 ? -1 : 0;
  if (loss == HUBER) return clamped(e, load<f32>(image, HEADER_DELTA));
  return e;
}

/** NaN passes: the guard of the step must see it. */
function limited(e: f32): f32 {
  return clamped(e, ERROR_LIMIT);
}

function meanLoss(kind: i32, row: usize): f32 {
  const delta = load<f32>(image, HEADER_DELTA);
  let sum: f32 = 0;
  for (let i = 0; i < outputs; i++) {
    const p = at(row, i);
    const t = targetAt(i);
    if (kind == BINARY_CROSS_ENTROPY) {
      sum += limited(max<f32>(p, 0) - p * t + log1p(exp(-abs(p))));
      continue;
    }
    const e: f32 = abs(limited(p - t));
    if (kind == MSE) sum += e * e;
    else if (kind == MAE) sum += e;
    else sum += e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta);
  }
  return sum / <f32>outputs;
}

function crossEntropy(z: usize): f32 {
  // Differences to the largest logit first: large logits that lie close together keep their bits.
  const largest = largestOf(z, outputs);
  const logSum = logOfSum(z, largest);
  let loss: f32 = 0;
  for (let i = 0; i < outputs; i++) {
    const t = targetAt(i);
    if (t != 0) loss += t * limited(logSum - (at(z, i) - largest));
  }
  return loss;
}

/** log sum_j e^(z_j - largest), in ascending order: none overflows. */
export function logOfSum(z: usize, largest: f32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < outputs; i++) sum += exp(at(z, i) - largest);
  return log(sum);
}
