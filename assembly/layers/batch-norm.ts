/**
 * Batch normalisation (Ioffe & Szegedy 2015): y = scale xhat + shift, xhat = (x - mean) / sqrt(variance + epsilon).
 *
 * B samples: mean and (biased) variance of the batch, and with g = dL/dy
 *   dL/dx = scale / sqrt(variance + epsilon) (g - mean_b g - xhat mean_b(g xhat))
 * One sample, or frozen: the running statistics, which are constants: dL/dx = scale g / sqrt(variance + epsilon).
 *   dL/dscale = sum_b g xhat     dL/dshift = sum_b g
 *
 * Running statistics, m = 1 - decay: B samples: mean += m (batch mean - mean), variance likewise with the unbiased one
 * (PyTorch). One sample, d = x - old mean: mean += m d, variance = (1 - m)(variance + m d^2).
 *
 * In the state: scale, shift, mean, variance, each f32[units].
 */
import { LAYER_DECAY, LAYER_EPSILON, LAYER_PARAMETERS, LAYER_SLOTS } from "../../src/abi";
import { MIN_NORMAL } from "../math";
import { step } from "../optimizers";

// Of the unit at hand, set by `select`.
let mean: f32 = 0;
let inverse: f32 = 0;
let variance: f32 = 0;

/**
 * `batch`: with the statistics of these rows. Adds (x - running mean)^2 to the sum it returns, so that the caller
 * sees an overflow of the running variance before anything is changed.
 */
export function forward(layer: usize, image: usize, x: usize, xStride: usize, y: usize, rows: i32, n: i32, batch: bool): f32 {
  const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
  const bytes = <usize>n << 2;
  let spread: f32 = 0;
  for (let i: usize = 0; i < bytes; i += 4) {
    select(layer, parameters + i, bytes, x + i, xStride, rows, batch);
    const scale = load<f32>(parameters + i);
    const shift = load<f32>(parameters + bytes + i);
    const running = load<f32>(parameters + bytes * 2 + i);
    for (let b: usize = 0; b < <usize>rows; b++) {
      const value = load<f32>(x + i + b * xStride);
      const difference = value - running;
      spread += difference * difference;
      store<f32>(y + i + b * bytes, scale * ((value - mean) * inverse) + shift);
    }
  }
  return spread;
}

/** dL/dx into dx; returns nothing else, `g` stays. */
export function backward(layer: usize, image: usize, g: usize, x: usize, xStride: usize, dx: usize, rows: i32, n: i32, batch: bool): void {
  const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
  const bytes = <usize>n << 2;
  for (let i: usize = 0; i < bytes; i += 4) {
    select(layer, parameters + i, bytes, x + i, xStride, rows, batch);
    const factor = load<f32>(parameters + i) * inverse;
    let meanShift: f32 = 0;
    let meanScale: f32 = 0;
    if (batch) {
      meanShift = gradientOfShift(g + i, bytes, rows) / <f32>rows;
      meanScale = gradientOfScale(g + i, bytes, x + i, xStride, rows) / <f32>rows;
    }
    for (let b: usize = 0; b < <usize>rows; b++) {
      const xhat = (load<f32>(x + i + b * xStride) - mean) * inverse;
      store<f32>(dx + i + b * bytes, factor * (load<f32>(g + i + b * bytes) - meanShift - xhat * meanScale));
    }
  }
}

/** Squared norm of the gradients of scale and shift, units in ascending order. */
export function squaredNorm(layer: usize, image: usize, g: usize, x: usize, xStride: usize, rows: i32, n: i32, batch: bool): f32 {
  const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
  const bytes = <usize>n << 2;
  let sum: f32 = 0;
  for (let i: usize = 0; i < bytes; i += 4) {
    select(layer, parameters + i, bytes, x + i, xStride, rows, batch);
    const scale = gradientOfScale(g + i, bytes, x + i, xStride, rows);
    const shift = gradientOfShift(g + i, bytes, rows);
    sum += scale * scale + shift * shift;
  }
  return sum;
}

/**
 * One update of scale and shift, then of the running statistics. The layer's outputs `y` take the gradients of the
 * scale and `g` those of the shift: above this layer everything is updated, so nobody reads them any more.
 */
export function update(layer: usize, image: usize, g: usize, x: usize, xStride: usize, y: usize, rows: i32, n: i32, scale: f32, batch: bool): void {
  const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
  const bytes = <usize>n << 2;
  const m: f32 = 1.0 - load<f32>(layer, LAYER_DECAY);
  for (let i: usize = 0; i < bytes; i += 4) {
    select(layer, parameters + i, bytes, x + i, xStride, rows, batch);
    store<f32>(y + i, gradientOfScale(g + i, bytes, x + i, xStride, rows));
    store<f32>(g + i, gradientOfShift(g + i, bytes, rows));
    const runningMean = load<f32>(parameters + bytes * 2 + i);
    const runningVariance = load<f32>(parameters + bytes * 3 + i);
    let nextMean: f32;
    let nextVariance: f32;
    if (batch) {
      const unbiased = (variance * <f32>rows) / <f32>(rows - 1);
      nextMean = runningMean + m * (mean - runningMean);
      nextVariance = runningVariance + m * (unbiased - runningVariance);
    } else {
      const difference = load<f32>(x + i) - runningMean;
      nextMean = runningMean + m * difference;
      nextVariance = (1.0 - m) * (runningVariance + m * (difference * difference));
    }
    store<f32>(parameters + bytes * 2 + i, nextMean);
    store<f32>(parameters + bytes * 3 + i, nextVariance < MIN_NORMAL ? 0 : nextVariance);
  }
  const slots = image + load<u32>(layer, LAYER_SLOTS);
  step(parameters, slots, bytes * 2, y, scale, n, 0, 0);
  step(parameters + bytes, slots + bytes, bytes * 2, g, scale, n, 0, 0);
}

// --- One unit: its column of x or g, rows in ascending order ---

/** Sets `mean`, `variance` and `inverse` for the unit whose scale lies at `unit`. */
function select(layer: usize, unit: usize, bytes: usize, x: usize, xStride: usize, rows: i32, batch: bool): void {
  if (batch) {
    let sum: f32 = 0;
    for (let b: usize = 0; b < <usize>rows; b++) sum += load<f32>(x + b * xStride);
    mean = sum / <f32>rows;
    sum = 0;
    for (let b: usize = 0; b < <usize>rows; b++) {
      const difference = load<f32>(x + b * xStride) - mean;
      sum += difference * difference;
    }
    variance = sum / <f32>rows;
  } else {
    mean = load<f32>(unit + bytes * 2);
    variance = load<f32>(unit + bytes * 3);
  }
  inverse = 1.0 / sqrt<f32>(variance + load<f32>(layer, LAYER_EPSILON));
}

function gradientOfScale(g: usize, gStride: usize, x: usize, xStride: usize, rows: i32): f32 {
  let sum: f32 = 0;
  for (let b: usize = 0; b < <usize>rows; b++) {
    sum += load<f32>(g + b * gStride) * ((load<f32>(x + b * xStride) - mean) * inverse);
  }
  return sum;
}

function gradientOfShift(g: usize, gStride: usize, rows: i32): f32 {
  let sum: f32 = 0;
  for (let b: usize = 0; b < <usize>rows; b++) sum += load<f32>(g + b * gStride);
  return sum;
}
