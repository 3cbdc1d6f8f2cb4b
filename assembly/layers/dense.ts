/**
 * Dense layer: y = f(W x + b), W [units, inputs] row by row.
 *
 * With d = dL/d(W x + b):   dL/dx = W^T d     dL/dW = d x^T     dL/db = d
 *
 * At batch 1 the gradient of W has rank one and is never stored: its squared norm is |d|^2 (|x|^2 + 1), its step
 * goes row by row. In a batch the gradient of one row of W at a time is built from the stored x and d.
 */
import { LAYER_L1, LAYER_L2 } from "../../src/abi";
import { d, dx, gradientRow, layer, n, parameters, rows, slots, sumOverRows, units, x, xStride } from "../cursor";
import { addScaled, at, dot, matrixVector, put, rankOneUpdate, transposedMatrixVector, zeroWords } from "../kernels";
import { isPlain, plainRate, step } from "../optimizers";
import { hasBias } from "../tensors";

/** Pre-activations W x + b of one sample. */
export function forward(sample: usize, to: usize): void {
  const weight = parameters();
  matrixVector(weight, sample, hasBias() ? weight + weightBytes() : 0, to, units, n);
}

/** dL/dx, with the weights as they are. */
export function backward(): void {
  for (let b: usize = 0; b < <usize>rows; b++) {
    transposedMatrixVector(parameters(), d + rowOf(b, units), dx + rowOf(b, n), units, n);
  }
}

/** Squared norm of the gradient of weight and bias. */
export function squaredNorm(): f32 {
  const bias = hasBias();
  if (rows == 1) return dot(d, d, units) * (dot(x, x, n) + <f32>(bias ? 1 : 0));
  let sum: f32 = 0;
  for (let r = 0; r < units; r++) {
    gradientOfRow(r);
    sum += dot(gradientRow, gradientRow, n);
    if (bias) {
      const g = gradientOfBias(r);
      sum += g * g;
    }
  }
  return sum;
}

/** One update of weight and bias; the gradients are taken times `scale` (of the clipped norm). */
export function update(scale: f32): void {
  const weight = parameters();
  const bias = hasBias();
  const isBatch = rows > 1;
  const l1 = load<f32>(layer, LAYER_L1);
  const l2 = load<f32>(layer, LAYER_L2);
  const slotBytes = weightBytes() + (bias ? <usize>units << 2 : 0);
  if (isPlain() && !isBatch && l1 == 0 && l2 == 0) {
    rankOneUpdate(weight, d, x, units, n, plainRate(scale));
  } else {
    for (let r = 0; r < units; r++) {
      const toRow = rowOf(r, n);
      if (isBatch) gradientOfRow(r);
      const factor: f32 = isBatch ? scale : scale * at(d, r);
      step(weight + toRow, slots() + toRow, slotBytes, isBatch ? gradientRow : x, factor, n, l1, l2);
    }
  }
  if (!bias) return;
  if (isBatch) {
    // Into the first sample's place: it is the first addend, and nobody reads these deltas after this layer.
    for (let r = 0; r < units; r++) put(d, r, gradientOfBias(r));
  }
  step(weight + weightBytes(), slots() + weightBytes(), slotBytes, d, scale, units, 0, 0);
}

// --- Rows, and gradients of a batch: sums over the samples in ascending order ---

function rowOf(r: usize, width: i32): usize {
  return (r * <usize>width) << 2;
}

function weightBytes(): usize {
  return rowOf(units, n);
}

/** Gradient of weight row r, into the gradient row. */
function gradientOfRow(r: i32): void {
  zeroWords(gradientRow, rowOf(1, n));
  for (let b: usize = 0; b < <usize>rows; b++) {
    addScaled(gradientRow, x + b * xStride, at(d + rowOf(b, units), r), n);
  }
}

function gradientOfBias(r: i32): f32 {
  return sumOverRows(d + (<usize>r << 2), rowOf(1, units));
}
