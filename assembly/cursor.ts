/**
 * The model at hand, and where a walk over its layers stands. Layers read their operands here:
 *
 *   x [rows, n] -> layer -> y [rows, units]      dx <- layer <- d: deltas at y, to become the deltas at x
 *
 * Outputs and deltas of the layers lie one behind another, `capacity` rows each (the picture in memory.ts), so a step
 * up or down only moves addresses. The last layer's deltas overwrite its outputs; a standardize has none.
 */
import {
  FLAG_MISSING, HEADER_BATCH, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_LOSS, HEADER_OUTPUTS, LAYER_ACTIVATION,
  LAYER_ALPHA, LAYER_BYTES, LAYER_KIND, LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS, STANDARDIZE,
} from "../src/abi";
import { layersOf, trainableOf } from "./image";
import {
  CONTROL_ANSWER, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH, CONTROL_IMAGE, CONTROL_OUTPUTS,
} from "./memory";

// --- The model ---
export let control: usize = 0;
export let image: usize = 0;
export let inputs: i32 = 0;
export let outputs: i32 = 0;
export let loss: i32 = 0;
/** Samples that make a step. */
export let capacity: i32 = 0;
/** Inputs may be missing. */
export let missing: bool = false;
/** Outputs of the last layer. */
export let answer: usize = 0;
/** Room for the gradient of one weight row, batch > 1. */
export let gradientRow: usize = 0;
export let health: usize = 0;
let layerCount: i32 = 0;

// --- The walk ---
export let index: i32 = 0;
export let layer: usize = 0;
export let kind: i32 = 0;
export let rows: i32 = 0;
export let n: i32 = 0;
export let units: i32 = 0;
export let x: usize = 0;
/** Bytes from one sample to the next. */
export let xStride: usize = 0;
export let y: usize = 0;
export let d: usize = 0;
export let dx: usize = 0;
let samples: usize = 0;
let sampleStride: usize = 0;

/** Makes the model of this control record the one at hand. */
export function enter(controlRecord: usize): void {
  control = controlRecord;
  image = load<usize>(control, CONTROL_IMAGE);
  inputs = load<u32>(image, HEADER_INPUTS);
  outputs = load<u32>(image, HEADER_OUTPUTS);
  loss = load<u8>(image, HEADER_LOSS);
  capacity = load<u32>(image, HEADER_BATCH);
  missing = (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0;
  answer = load<usize>(control, CONTROL_ANSWER);
  gradientRow = load<usize>(control, CONTROL_GRADIENT);
  health = load<usize>(control, CONTROL_HEALTH);
  layerCount = load<u16>(image, HEADER_LAYERS);
}

/** Walks from now on begin with these samples as x of the first layer. */
export function walkFrom(sampleAddress: usize, stride: usize, sampleCount: i32): void {
  samples = sampleAddress;
  sampleStride = stride;
  rows = sampleCount;
}

export function toFirst(): void {
  index = 0;
  layer = layersOf(image);
  x = samples;
  xStride = sampleStride;
  n = inputs;
  y = load<usize>(control, CONTROL_OUTPUTS);
  dx = 0;
  d = load<usize>(control, CONTROL_DELTAS);
  arrive();
}

export function toLast(): void {
  toFirst();
  while (!isLast()) up();
}

/** To the layer above; not from the last. */
export function up(): void {
  dx = d;
  if (kind != STANDARDIZE) d += bytesOfRows(units);
  x = y;
  xStride = <usize>units << 2;
  y += bytesOfRows(units);
  n = units;
  index++;
  layer += LAYER_BYTES;
  arrive();
}

/** To the layer below; not from the first. */
export function down(): void {
  y = x;
  d = dx;
  index--;
  layer -= LAYER_BYTES;
  n = index ? load<u32>(layer - LAYER_BYTES, LAYER_UNITS) : inputs;
  x = index ? y - bytesOfRows(n) : samples;
  xStride = index ? <usize>n << 2 : sampleStride;
  // Below the second layer there are no deltas, nor at a standardize: nobody asks for these then.
  dx = d - bytesOfRows(n);
  arrive();
}

export function isLast(): bool {
  return index == layerCount - 1;
}

/** Whether the layer at hand is trained at all and is not frozen. */
export function learns(): bool {
  return learnsAt(index);
}

/** The lowest layer that learns, or the number of layers: nothing below it needs a gradient. */
export function lowestThatLearns(): i32 {
  let l = 0;
  while (l < layerCount && !learnsAt(l)) l++;
  return l;
}

/** Real batch statistics need two samples, and a frozen layer keeps to its running ones. */
export function usesBatch(): bool {
  return rows > 1 && learns();
}

export function parameters(): usize {
  return image + load<u32>(layer, LAYER_PARAMETERS);
}

export function slots(): usize {
  return image + load<u32>(layer, LAYER_SLOTS);
}

export function activation(): i32 {
  return load<u8>(layer, LAYER_ACTIVATION);
}

export function alpha(): f32 {
  return load<f32>(layer, LAYER_ALPHA);
}

// --- Steps ---

function arrive(): void {
  kind = load<u8>(layer, LAYER_KIND);
  units = load<u32>(layer, LAYER_UNITS);
  if (isLast()) d = y;
}

function learnsAt(l: i32): bool {
  return load<u32>(trainableOf(image) + (<usize>l << 2)) != 0;
}

function bytesOfRows(width: i32): usize {
  return (<usize>capacity * <usize>width) << 2;
}
