/**
 * Dense layer: y = f(W x + b), W [units, inputs] row by row.
 *
 * With d = dL/d(W x + b):   dL/dx = W^T d     dL/dW = d x^T     dL/db = d
 *
 * At batch 1 the gradient of W has rank one and is never stored: its squared norm is |d|^2 (|x|^2 + 1), its step
 * goes row by row. In a batch the gradient of one row of W at a time is built from the stored x and d.
 */
import { LAYER_FLAG_BIAS, LAYER_FLAGS, LAYER_L1, LAYER_L2, LAYER_PARAMETERS, LAYER_SLOTS } from "../../src/abi";
import { addScaled, dot, matrixVector, rankOneUpdate, transposedMatrixVector, zero } from "../kernels";
import { isPlain, plainRate, step } from "../optimizers";

/** Pre-activations of `rows` samples. */
export function forward(layer: usize, image: usize, x: usize, xStride: usize, y: usize, rows: i32, n: i32, units: i32): void {
  const weight = image + load<u32>(layer, LAYER_PARAMETERS);
  const bias = hasBias(layer) ? weight + weightBytes(n, units) : 0;
  for (let b = 0; b < rows; b++, x += xStride, y += <usize>units << 2) matrixVector(weight, x, bias, y, units, n);
}

/** dL/dx of `rows` samples, with the weights as they are. */
export function backward(layer: usize, image: usize, d: usize, dx: usize, rows: i32, n: i32, units: i32): void {
  const weight = image + load<u32>(layer, LAYER_PARAMETERS);
  for (let b = 0; b < rows; b++, d += <usize>units << 2, dx += <usize>n << 2) {
    transposedMatrixVector(weight, d, dx, units, n);
  }
}

/** Squared norm of the gradient of weight and bias. */
export function squaredNorm(layer: usize, d: usize, x: usize, xStride: usize, rows: i32, n: i32, units: i32, row: usize): f32 {
  const bias = hasBias(layer);
  if (rows == 1) return dot(d, d, units) * (dot(x, x, n) + <f32>(bias ? 1 : 0));
  let sum: f32 = 0;
  for (let r = 0; r < units; r++) {
    gradientOfRow(d + (<usize>r << 2), x, xStride, rows, n, units, row);
    sum += dot(row, row, n);
    if (bias) {
      const g = gradientOfBias(d + (<usize>r << 2), rows, units);
      sum += g * g;
    }
  }
  return sum;
}

/** One update of weight and bias; the gradients are taken times `scale` (of the clipped norm). */
export function update(layer: usize, image: usize, d: usize, x: usize, xStride: usize, rows: i32, n: i32, units: i32, scale: f32, row: usize): void {
  const weight = image + load<u32>(layer, LAYER_PARAMETERS);
  const rowBytes = <usize>n << 2;
  const allBytes = weightBytes(n, units);
  const bias = hasBias(layer);
  const l1 = load<f32>(layer, LAYER_L1);
  const l2 = load<f32>(layer, LAYER_L2);
  const plain = isPlain() && l1 == 0 && l2 == 0;
  if (plain && rows == 1) {
    rankOneUpdate(weight, d, x, units, n, plainRate(scale));
  } else {
    let slots = image + load<u32>(layer, LAYER_SLOTS);
    const slotBytes = allBytes + (bias ? <usize>units << 2 : 0);
    for (let r = 0; r < units; r++, slots += rowBytes) {
      const dr = d + (<usize>r << 2);
      const w = weight + <usize>r * rowBytes;
      if (rows == 1) {
        step(w, slots, slotBytes, x, scale * load<f32>(dr), n, l1, l2);
      } else {
        gradientOfRow(dr, x, xStride, rows, n, units, row);
        step(w, slots, slotBytes, row, scale, n, l1, l2);
      }
    }
  }
  if (!bias) return;
  if (rows > 1) {
    // Into the first sample's place: it is the first addend, and nobody reads these deltas after this layer.
    for (let r = 0; r < units; r++) store<f32>(d + (<usize>r << 2), gradientOfBias(d + (<usize>r << 2), rows, units));
  }
  const slots = image + load<u32>(layer, LAYER_SLOTS) + allBytes;
  step(weight + allBytes, slots, allBytes + (<usize>units << 2), d, scale, units, 0, 0);
}

export function hasBias(layer: usize): bool {
  return (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_BIAS) != 0;
}

// --- Gradients of a batch: sums over the samples in ascending order ---

function weightBytes(n: i32, units: i32): usize {
  return (<usize>n * <usize>units) << 2;
}

function gradientOfRow(d: usize, x: usize, xStride: usize, rows: i32, n: i32, units: i32, row: usize): void {
  zero(row, n);
  for (let b = 0; b < rows; b++, x += xStride, d += <usize>units << 2) addScaled(row, x, load<f32>(d), n);
}

function gradientOfBias(d: usize, rows: i32, units: i32): f32 {
  let sum: f32 = 0;
  for (let b = 0; b < rows; b++, d += <usize>units << 2) sum += load<f32>(d);
  return sum;
}
