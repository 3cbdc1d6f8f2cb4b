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
import { LAYER_DECAY, LAYER_EPSILON } from "../../src/abi";
import { d, dx, layer, n, parameters, rows, slots, sumOverRows, usesBatch, x, xStride, y } from "../cursor";
import { flushed } from "../math";
import { step } from "../optimizers";

// Of the unit at hand, set by `select`: its scale's address, its column's byte offset, and the statistics in use.
let unit: usize = 0;
let column: usize = 0;
let batch: bool = false;
let mean: f32 = 0;
let variance: f32 = 0;
let inverse: f32 = 0;

/** Returns sum (x - running mean)^2: the caller sees an overflow of the running variance before anything is changed. */
export function forward(training: bool): f32 {
  batch = training && usesBatch();
  let spread: f32 = 0;
  for (let i = 0; i < n; i++) {
    select(i);
    const scale = load<f32>(unit);
    const shift = load<f32>(unit + width());
    const running = load<f32>(unit + width() * 2);
    for (let b: usize = 0; b < <usize>rows; b++) {
      const difference = xOf(b) - running;
      spread += difference * difference;
      store<f32>(y + column + b * width(), scale * normalized(b) + shift);
    }
  }
  return spread;
}

export function backward(): void {
  batch = usesBatch();
  for (let i = 0; i < n; i++) {
    select(i);
    const factor = load<f32>(unit) * inverse;
    const meanShift: f32 = batch ? gradientOfShift() / <f32>rows : 0;
    const meanScale: f32 = batch ? gradientOfScale() / <f32>rows : 0;
    for (let b: usize = 0; b < <usize>rows; b++) {
      const at = column + b * width();
      store<f32>(dx + at, factor * (load<f32>(d + at) - meanShift - normalized(b) * meanScale));
    }
  }
}

/** Squared norm of the gradients of scale and shift, units in ascending order. */
export function squaredNorm(): f32 {
  batch = usesBatch();
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) {
    select(i);
    const scale = gradientOfScale();
    const shift = gradientOfShift();
    sum += scale * scale + shift * shift;
  }
  return sum;
}

/**
 * One update of scale and shift, and of the running statistics. y takes the gradients of the scale and d those of the
 * shift: above this layer everything is updated, so nobody reads them any more.
 */
export function update(scale: f32): void {
  batch = usesBatch();
  const m: f32 = 1.0 - load<f32>(layer, LAYER_DECAY);
  for (let i = 0; i < n; i++) {
    select(i);
    store<f32>(y + column, gradientOfScale());
    store<f32>(d + column, gradientOfShift());
    const runningMean = load<f32>(unit + width() * 2);
    const runningVariance = load<f32>(unit + width() * 3);
    const difference: f32 = (batch ? mean : xOf(0)) - runningMean;
    let next: f32 = (1.0 - m) * (runningVariance + m * (difference * difference));
    if (batch) {
      const unbiased: f32 = (variance * <f32>rows) / <f32>(rows - 1);
      next = runningVariance + m * (unbiased - runningVariance);
    }
    store<f32>(unit + width() * 2, runningMean + m * difference);
    store<f32>(unit + width() * 3, flushed(next));
  }
  step(parameters(), slots(), width() * 2, y, scale, n, 0, 0);
  step(parameters() + width(), slots() + width(), width() * 2, d, scale, n, 0, 0);
}

// --- One unit: its column of x or d, rows in ascending order ---

function select(i: i32): void {
  column = <usize>i << 2;
  unit = parameters() + column;
  mean = load<f32>(unit + width() * 2);
  variance = load<f32>(unit + width() * 3);
  if (batch) {
    mean = sumOverRows(x + column, xStride) / <f32>rows;
    let sum: f32 = 0;
    for (let b: usize = 0; b < <usize>rows; b++) {
      const difference = xOf(b) - mean;
      sum += difference * difference;
    }
    variance = sum / <f32>rows;
  }
  inverse = 1.0 / sqrt<f32>(variance + load<f32>(layer, LAYER_EPSILON));
}

function gradientOfScale(): f32 {
  let sum: f32 = 0;
  for (let b: usize = 0; b < <usize>rows; b++) sum += load<f32>(d + column + b * width()) * normalized(b);
  return sum;
}

function gradientOfShift(): f32 {
  return sumOverRows(d + column, width());
}

function xOf(b: usize): f32 {
  return load<f32>(x + column + b * xStride);
}

function normalized(b: usize): f32 {
  return (xOf(b) - mean) * inverse;
}

/** Bytes of one value a unit. */
function width(): usize {
  return <usize>n << 2;
}
