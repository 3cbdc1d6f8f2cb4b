/**
 * The model and the member at hand, and where a walk over its layers stands. Layers read their operands here:
 *
 *   x [rows, n] -> layer -> y [rows, units]      dx <- layer <- d: deltas at y, to become the deltas at x
 *
 * Outputs and deltas of the layers lie one behind another, `capacity` rows each (the picture in memory.ts), so a step
 * up or down only moves addresses. The last layer's deltas overwrite its outputs; a standardize has none.
 */
import {
  BATCH_NORM, DENSE, FLAG_MISSING, HEADER_BATCH, HEADER_FLAGS, HEADER_INPUTS, HEADER_LOSS, HEADER_OUTPUTS,
  LAYER_ACTIVATION, LAYER_ALPHA, LAYER_BYTES, LAYER_KIND, LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS, MEMBER_AVERAGES,
  MEMBER_BYTES, MEMBER_LAYERS, MEMBER_STATE_BYTES, STANDARDIZE,
} from "../src/abi";
import { layersOf, membersOf, memberStatesOf, trainableOf } from "./image";
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
/** What the caller reads: the mixture's answer, or the outputs of the last layer. */
export let answer: usize = 0;
/** Room for the gradient of one weight row, batch > 1. */
export let gradientRow: usize = 0;
export let health: usize = 0;

// --- The member ---
export let member: usize = 0;
export let memberState: usize = 0;
/** Its first layer among all layers of the model, and how many it has. */
export let firstIndex: i32 = 0;
let layerCount: i32 = 0;
/** From the parameters of the member's layers to those in use: 0, or the way to their average. */
let shift: usize = 0;

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
  toFirstMember();
}

export function toFirstMember(): void {
  member = membersOf(image);
  memberState = memberStatesOf(image);
  firstIndex = 0;
  arriveAtMember();
}

/** To the next member, or false behind the last. */
export function toNextMember(): bool {
  if (memberState + MEMBER_STATE_BYTES >= trainableOf(image)) return false;
  member += MEMBER_BYTES;
  memberState += MEMBER_STATE_BYTES;
  firstIndex += layerCount;
  arriveAtMember();
  return true;
}

/** From now on layers take their parameters from the member's average, which must be there, or from its weights. */
export function useAverage(wanted: bool): void {
  shift = 0;
  if (!wanted) return;
  toFirst();
  // The parameters of a member are one stretch of the state, which its average repeats.
  while (!learnable()) up();
  shift = load<u32>(member, MEMBER_AVERAGES) - load<u32>(layer, LAYER_PARAMETERS);
}

/** Walks from now on begin with these samples as x of the first layer. */
export function walkFrom(sampleAddress: usize, stride: usize, sampleCount: i32): void {
  samples = sampleAddress;
  sampleStride = stride;
  rows = sampleCount;
}

export function toFirst(): void {
  index = 0;
  layer = layersOf(image) + <usize>firstIndex * LAYER_BYTES;
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
  return image + load<u32>(layer, LAYER_PARAMETERS) + (kind == STANDARDIZE ? 0 : shift);
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

/** Whether the layer at hand has parameters. */
export function learnable(): bool {
  return kind == DENSE || kind == BATCH_NORM;
}

// --- Steps ---

function arriveAtMember(): void {
  layerCount = load<u16>(member, MEMBER_LAYERS);
  shift = 0;
}

function arrive(): void {
  kind = load<u8>(layer, LAYER_KIND);
  units = load<u32>(layer, LAYER_UNITS);
  if (isLast()) d = y;
}

function learnsAt(l: i32): bool {
  return load<u32>(trainableOf(image) + (<usize>(firstIndex + l) << 2)) != 0;
}

function bytesOfRows(width: i32): usize {
  return (<usize>capacity * <usize>width) << 2;
}
