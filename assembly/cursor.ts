/**
 * Where the core stands: the model at hand, the member at hand, and the layer that it walks over.
 *
 *   n inputs a sample -> layer -> units outputs a sample; of each of `rows` samples:
 *   x    samples of n, xStride bytes apart      y    samples of units, one behind another
 *   d    the deltas at y                        dx   the deltas at x
 *
 * Outputs and deltas of the layers lie one behind another, `capacity` rows each (the picture in memory.ts), so a step
 * up or down only moves addresses. The last layer's deltas overwrite its outputs; a standardize has none.
 * Walks over an image that is not open move by its tables alone: their x, y, d and dx mean nothing.
 */
import {
  BATCH_NORM, DENSE, FLAG_TARGETS, HEADER_LAYERS, LAYER_ACTIVATION, LAYER_ALPHA, LAYER_BYTES, LAYER_KIND,
  LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS, MEMBER_AVERAGES, MEMBER_BYTES, MEMBER_LAYERS, MEMBER_STATE_BYTES,
  STANDARDIZE,
} from "../src/abi";
import {
  capacity, countExperts, flags, image, inputs, layersAt, look, membersAt, memberStatesAt, missing, trainableAt,
} from "./image";
import {
  CONTROL_ANSWER, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH, CONTROL_IMAGE, CONTROL_OUTPUTS,
} from "./memory";
import { scalerBytes } from "./tensors";

// --- The model ---
export let control: usize = 0;
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
let firstLayer: usize = 0;
/** A word a layer: 1 where it learns. */
let trainable: usize = 0;
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

/** The scaler of the targets: behind those of the inputs; 0 where targets are learnt as they are. */
export let targetScaler: usize = 0;

/** Makes the model of this control record the one at hand. */
export function enter(controlRecord: usize): void {
  control = controlRecord;
  look(load<usize>(control, CONTROL_IMAGE));
  countExperts();
  answer = load<usize>(control, CONTROL_ANSWER);
  gradientRow = load<usize>(control, CONTROL_GRADIENT);
  health = load<usize>(control, CONTROL_HEALTH);
  findTargetScaler();
  toFirstMember();
}

/** Finds the scaler of the targets of the image at hand. */
export function findTargetScaler(): void {
  targetScaler = 0;
  if (!(flags & FLAG_TARGETS)) return;
  targetScaler = trainableAt() + (<usize>load<u16>(image, HEADER_LAYERS) << 2);
  toFirstLayer();
  do {
    if (kind == STANDARDIZE) targetScaler = max<usize>(targetScaler, parameters() + scalerBytes(n, missing));
  } while (toNextLayer());
}

// --- Members ---

export function toFirstMember(): void {
  member = membersAt();
  memberState = memberStatesAt();
  firstIndex = 0;
  firstLayer = layersAt();
  trainable = trainableAt();
  arriveAtMember();
}

/** To the next member, or false behind the last. */
export function toNextMember(): bool {
  if (isLastMember()) return false;
  member += MEMBER_BYTES;
  memberState += MEMBER_STATE_BYTES;
  firstIndex += layerCount;
  firstLayer += <usize>layerCount * LAYER_BYTES;
  trainable += <usize>layerCount << 2;
  arriveAtMember();
  return true;
}

/** To member m, which must be there. */
export function toMember(m: i32): void {
  for (toFirstMember(); m > 0; m--) toNextMember();
}

export function isLastMember(): bool {
  return memberState + MEMBER_STATE_BYTES == trainableAt();
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

// --- Layers of the member ---

export function toFirst(): void {
  index = 0;
  layer = firstLayer;
  x = samples;
  xStride = sampleStride;
  n = inputs;
  y = load<usize>(control, CONTROL_OUTPUTS);
  dx = 0;
  d = load<usize>(control, CONTROL_DELTAS);
  arrive();
}

/** Of the last layer of the member. */
export function lastActivation(): i32 {
  return load<u8>(firstLayer + <usize>(layerCount - 1) * LAYER_BYTES, LAYER_ACTIVATION);
}

export function toLast(): void {
  toFirst();
  while (!isLast()) up();
}

/** To the layer above; not from the last. */
export function up(): void {
  const bytes = bytesOfRows(units);
  dx = d;
  if (kind != STANDARDIZE) d += bytes;
  x = y;
  y += bytes;
  n = units;
  xStride = <usize>n << 2;
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

// --- Layers of all members ---

export function toFirstLayer(): void {
  toFirstMember();
  toFirst();
}

/** To the next layer, of this member or the next; false behind the last. */
export function toNextLayer(): bool {
  if (!isLast()) up();
  else if (toNextMember()) toFirst();
  else return false;
  return true;
}

/** To layer l of the model, which must be there. */
export function toLayer(l: i32): void {
  for (toFirstLayer(); l > 0; l--) toNextLayer();
}

// --- The layer at hand ---

/** The word that says whether it is trained at all and is not frozen: 1, or 0. */
export function trainableWord(): usize {
  return trainable + (<usize>index << 2);
}

export function learns(): bool {
  return load<u32>(trainableWord()) != 0;
}

/** The lowest layer that learns, or the number of layers: nothing below it needs a gradient. */
export function lowestThatLearns(): i32 {
  let l = 0;
  while (l < layerCount && !load<u32>(trainable + (<usize>l << 2))) l++;
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

/** Whether it has parameters. */
export function learnable(): bool {
  return kind == DENSE || kind == BATCH_NORM;
}

/** Of one unit or input over the samples, in ascending order: the first sample's lies at `first`. */
export function sumOverRows(first: usize, stride: usize): f32 {
  let sum: f32 = 0;
  for (let b = 0; b < rows; b++, first += stride) sum += load<f32>(first);
  return sum;
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

function bytesOfRows(width: i32): usize {
  return (<usize>capacity * <usize>width) << 2;
}
