/**
 * One member: its layers walked forwards and backwards.
 *
 *   forward   layers first to last, into `outputs`
 *   backward  layers last to first, all deltas with the old weights; returns the squared gradient norm
 *   update    layers last to first, weights, then running statistics
 *
 * `backward` and `update` are apart so that nothing is changed before loss and norm are known to be finite.
 * Walking backwards, addresses run down: the outputs of a layer lie right above those of the layer below it.
 */
import {
  ACTIVATION, BATCH_NORM, DENSE, DROPOUT, LAYER_ACTIVATION, LAYER_ALPHA, LAYER_BYTES, LAYER_KIND, LAYER_PARAMETERS,
  LAYER_UNITS, LINEAR, STANDARDIZE, STATE_GENERATOR,
} from "../src/abi";
import { activate, slopes } from "./activations";
import { recordGradient } from "./health";
import { layersOf, trainableOf } from "./image";
import * as batchNorm from "./layers/batch-norm";
import * as dense from "./layers/dense";
import * as dropout from "./layers/dropout";
import * as standardize from "./layers/standardize";

/** The member at hand: set by `enter`. */
let image: usize = 0;
let layers: usize = 0;
let layerCount: i32 = 0;
let inputs: i32 = 0;
let capacity: usize = 0;
let ownWeights: bool = false;
let trainable: usize = 0;
let state: usize = 0;
let outputs: usize = 0;
let deltas: usize = 0;
let gradientRow: usize = 0;
let health: usize = 0;
/** The lowest layer that learns; layerCount if none does. Nothing below it needs a gradient. */
let lowest: i32 = 0;

export let spread: f32 = 0;

export function enter(
  imageAddress: usize, stateAddress: usize, firstLayer: i32, count: i32, inputCount: i32, batch: i32, missing: bool,
  outputAddress: usize, deltaAddress: usize, rowAddress: usize, healthAddress: usize,
): void {
  image = imageAddress;
  state = stateAddress;
  layers = layersOf(image) + <usize>firstLayer * LAYER_BYTES;
  trainable = trainableOf(image) + (<usize>firstLayer << 2);
  layerCount = count;
  inputs = inputCount;
  capacity = <usize>batch;
  ownWeights = missing;
  outputs = outputAddress;
  deltas = deltaAddress;
  gradientRow = rowAddress;
  health = healthAddress;
}

/**
 * Outputs of `rows` samples. In training dropout draws, batch normalisation uses the batch, and with `logits` the last
 * activation is left out: the loss wants what is before it.
 */
export function forward(x: usize, xStride: usize, rows: i32, training: bool, logits: bool): void {
  spread = 0;
  if (training) findLowest();
  let y = outputs;
  let mask = deltas;
  let n = inputs;
  let below: usize = 0;
  for (let l = 0; l < layerCount; l++) {
    const layer = layers + <usize>l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const units = load<u32>(layer, LAYER_UNITS);
    if (kind == DENSE) {
      dense.forward(layer, image, x, xStride, y, rows, n, units);
    } else if (kind == BATCH_NORM) {
      spread += batchNorm.forward(layer, image, x, xStride, y, rows, n, training && usesBatch(l, rows));
    } else if (kind == STANDARDIZE) {
      standardize.forward(layer, image + load<u32>(layer, LAYER_PARAMETERS), x, xStride, y, rows, n, ownWeights);
    } else if (kind == DROPOUT && training) {
      dropout.forward(layer, state + STATE_GENERATOR, x, xStride, y, rows, n, l > lowest ? below : 0);
    } else {
      copyRows(x, xStride, y, rows, n);
    }
    if ((kind == DENSE || kind == ACTIVATION) && !(logits && l == layerCount - 1)) activateRows(layer, y, rows, units);
    below = mask;
    if (kind != STANDARDIZE) mask += (capacity * <usize>units) << 2;
    x = y;
    xStride = <usize>units << 2;
    y += capacity * xStride;
    n = units;
  }
}

/** The activation that `forward` left out, on the answers of `rows` samples. */
export function activateLast(answer: usize, rows: i32): void {
  const layer = layers + <usize>(layerCount - 1) * LAYER_BYTES;
  activateRows(layer, answer, rows, load<u32>(layer, LAYER_UNITS));
}

/** Activation of the last layer. */
export function lastActivation(): i32 {
  return load<u8>(layers + <usize>(layerCount - 1) * LAYER_BYTES, LAYER_ACTIVATION);
}

export function lastAlpha(): f32 {
  return load<f32>(layers + <usize>(layerCount - 1) * LAYER_BYTES, LAYER_ALPHA);
}

/** From the errors at the last pre-activations, lying in its outputs, down to the lowest layer that learns. */
export function backward(answer: usize, x: usize, xStride: usize, rows: i32): f32 {
  let norm: f32 = 0;
  let y = answer;
  let d = answer;
  let below = deltasOfSecondLast();
  for (let l = layerCount - 1; l >= lowest; l--) {
    const layer = layers + <usize>l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const units = load<u32>(layer, LAYER_UNITS);
    const n = widthBelow(l);
    const bytes = <usize>n << 2;
    const from = l ? y - capacity * bytes : x;
    const stride = l ? bytes : xStride;
    const goesOn = l > lowest;
    if (kind == DENSE) {
      // The last layer's errors are at its pre-activations already.
      if (l < layerCount - 1) slopeRows(layer, y, d, d, rows, units);
      if (goesOn) dense.backward(layer, image, d, below, rows, n, units);
      if (learns(l)) norm += recordGradient(health, l, dense.squaredNorm(layer, d, from, stride, rows, n, units, gradientRow));
    } else if (kind == BATCH_NORM) {
      const batch = usesBatch(l, rows);
      if (goesOn) batchNorm.backward(layer, image, d, from, stride, below, rows, n, batch);
      if (learns(l)) norm += recordGradient(health, l, batchNorm.squaredNorm(layer, image, d, from, stride, rows, n, batch));
    } else if (kind == DROPOUT) {
      if (goesOn) dropout.backward(d, below, rows, n);
    } else if (goesOn) {
      if (l == layerCount - 1) copyRows(d, bytes, below, rows, n);
      else slopeRows(layer, y, d, below, rows, n);
    }
    y = from;
    d = below;
    if (l > 1) below -= (capacity * <usize>widthBelow(l - 1)) << 2;
  }
  return norm;
}

/** One update of every layer that learns, with the gradients times `scale`. */
export function update(answer: usize, x: usize, xStride: usize, rows: i32, scale: f32): void {
  let y = answer;
  let d = answer;
  let below = deltasOfSecondLast();
  for (let l = layerCount - 1; l >= lowest; l--) {
    const layer = layers + <usize>l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const units = load<u32>(layer, LAYER_UNITS);
    const n = widthBelow(l);
    const bytes = <usize>n << 2;
    const from = l ? y - capacity * bytes : x;
    const stride = l ? bytes : xStride;
    if (learns(l)) {
      if (kind == DENSE) dense.update(layer, image, d, from, stride, rows, n, units, scale, gradientRow);
      else batchNorm.update(layer, image, d, from, stride, y, rows, n, scale, usesBatch(l, rows));
    }
    y = from;
    d = below;
    if (l > 1) below -= (capacity * <usize>widthBelow(l - 1)) << 2;
  }
}

// --- The layer at hand ---

function findLowest(): void {
  lowest = 0;
  while (lowest < layerCount && !learns(lowest)) lowest++;
}

function learns(l: i32): bool {
  return load<u32>(trainable + (<usize>l << 2)) != 0;
}

/** Real batch statistics need two samples, and a frozen layer keeps to its running ones. */
function usesBatch(l: i32, rows: i32): bool {
  return rows > 1 && learns(l);
}

function widthBelow(l: i32): i32 {
  return l ? load<u32>(layers + <usize>(l - 1) * LAYER_BYTES, LAYER_UNITS) : inputs;
}

/** Where the deltas below the last layer begin; walking on from there they run down. */
function deltasOfSecondLast(): usize {
  let address = deltas;
  for (let l = 0; l < layerCount - 2; l++) {
    const layer = layers + <usize>l * LAYER_BYTES;
    if (load<u8>(layer, LAYER_KIND) != STANDARDIZE) address += (capacity * <usize>load<u32>(layer, LAYER_UNITS)) << 2;
  }
  return address;
}

function copyRows(x: usize, xStride: usize, y: usize, rows: i32, n: i32): void {
  const bytes = <usize>n << 2;
  for (let b = 0; b < rows; b++, x += xStride, y += bytes) memory.copy(y, x, bytes);
}

function activateRows(layer: usize, y: usize, rows: i32, units: i32): void {
  const kind = load<u8>(layer, LAYER_ACTIVATION);
  const alpha = load<f32>(layer, LAYER_ALPHA);
  for (let b = 0; b < rows; b++, y += <usize>units << 2) activate(kind, alpha, y, units);
}

function slopeRows(layer: usize, y: usize, g: usize, d: usize, rows: i32, units: i32): void {
  const kind = load<u8>(layer, LAYER_ACTIVATION);
  if (kind != LINEAR || d != g) slopes(kind, load<f32>(layer, LAYER_ALPHA), y, g, d, rows * units);
}
