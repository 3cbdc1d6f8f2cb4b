/**
 * One sample through a model: guard, scale, members, step.
 *
 * Order of a learnt sample: refuse what is illegal; move the scalers; forward; loss; backward; and only when loss, norm
 * and spread are finite, update. A step that is not finite changes no weight and is counted.
 */
import {
  E_CLASS, E_STATE, FLAG_MISSING, FLAG_TARGETS, HEADER_BATCH, HEADER_DELTA, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS,
  HEADER_LOSS, HEADER_OUTPUTS, HEADER_TARGET_CLIP, HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON, LAYER_KIND,
  LAYER_PARAMETERS, LEARN_BUFFERED, LEARN_SKIPPED, LEARN_STEPPED, LIMIT, MEMBER_CLIP, MEMBER_STATE_SKIPPED, MISSING, OK,
  SIGMOID, SOFTMAX, STANDARDIZE, STATE_LEARNT, STATE_PENDING,
} from "../src/abi";
import { fail, failValue } from "./errors";
import { checkInput, checkTarget } from "./guard";
import { watch } from "./health";
import { layersOf, membersOf, memberStatesOf, pendingOf, rowBytesOf, stateOf, targetScalerOf } from "./image";
import { firstBeyond } from "./kernels";
import { move, observe } from "./layers/standardize";
import { errorOfSample, isFused, lossOfSample } from "./losses";
import {
  CONTROL_ANSWER, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH, CONTROL_IMAGE, CONTROL_INPUT, CONTROL_LOSS,
  CONTROL_OUTPUTS, CONTROL_PREDICTIONS, CONTROL_REFUSED, CONTROL_SAMPLE_WEIGHT, CONTROL_TARGET,
} from "./memory";
import { activateLast, backward, enter, forward, lastActivation, lastAlpha, spread, update } from "./network";
import { begin } from "./optimizers";
import { countUpdate } from "./schedules";
import { rawTargetAt, restoreUnits, standardizeTargetsBy, targetClass, targetsFrom } from "./targets";

// The model at hand: set by `use`.
let control: usize = 0;
let image: usize = 0;
let inputs: i32 = 0;
let outputs: i32 = 0;
let loss: i32 = 0;
let batch: i32 = 0;
let missing: bool = false;
let answer: usize = 0;

/** Answers for the sample in the input buffer, into the output buffer. Nothing but scratch and a count changes. */
export function predictSample(controlAddress: usize): i32 {
  use(controlAddress);
  const x = load<usize>(control, CONTROL_INPUT);
  if (checkInput(x, inputs, missing) < 0) return refuse();
  forward(x, 0, 1, false, false);
  restoreUnits(answer, outputs);
  // Weights that diverged answer with infinity or NaN: a number nobody should act on.
  const i = firstBeyond(answer, outputs, Infinity);
  if (i < outputs) return failValue(E_STATE, i, f32.MAX_VALUE, load<f32>(answer + (<usize>i << 2)));
  store<u64>(control, load<u64>(control, CONTROL_PREDICTIONS) + 1, CONTROL_PREDICTIONS);
  return OK;
}

/** Learns the sample in the input buffer with the numbers in the target buffer. */
export function learnTarget(controlAddress: usize): i32 {
  use(controlAddress);
  const target = load<usize>(control, CONTROL_TARGET);
  if (checkInput(load<usize>(control, CONTROL_INPUT), inputs, missing) < 0) return refuse();
  if (checkTarget(loss, target, outputs, inputs) < 0) return refuse();
  targetsFrom(target);
  return learnSample();
}

/** Learns the sample in the input buffer as one of class k. */
export function learnClass(controlAddress: usize, k: i32): i32 {
  use(controlAddress);
  const activation = lastActivation();
  const classes = activation == SOFTMAX ? outputs : activation == SIGMOID && outputs == 1 ? 2 : 0;
  if (k < 0 || k >= classes) {
    fail(E_CLASS, 0, classes, k);
    return refuse();
  }
  if (checkInput(load<usize>(control, CONTROL_INPUT), inputs, missing) < 0) return refuse();
  targetClass(k, outputs);
  return learnSample();
}

/** Steps with the samples that wait, though they fill no batch. OK and nothing done where none wait. */
export function flushBatch(controlAddress: usize): i32 {
  use(controlAddress);
  const pending = load<u32>(stateOf(image), STATE_PENDING);
  return pending ? stepWaiting(pending) : LEARN_STEPPED;
}

// --- The model at hand ---

function use(controlAddress: usize): void {
  control = controlAddress;
  image = load<usize>(control, CONTROL_IMAGE);
  inputs = load<u32>(image, HEADER_INPUTS);
  outputs = load<u32>(image, HEADER_OUTPUTS);
  loss = load<u8>(image, HEADER_LOSS);
  batch = load<u32>(image, HEADER_BATCH);
  missing = (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0;
  answer = load<usize>(control, CONTROL_ANSWER);
  standardizeTargetsBy(targetScalerOf(image), image, outputs);
  enter(
    image, stateOf(image), 0, load<u16>(image, HEADER_LAYERS), inputs, batch, missing, load<usize>(control, CONTROL_OUTPUTS),
    load<usize>(control, CONTROL_DELTAS), load<usize>(control, CONTROL_GRADIENT), load<usize>(control, CONTROL_HEALTH),
  );
}

/** Counts a refusal; the error is set. A sample weight meant for this sample goes with it. */
function refuse(): i32 {
  store<u64>(control, load<u64>(control, CONTROL_REFUSED) + 1, CONTROL_REFUSED);
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
  return -1;
}

function learnSample(): i32 {
  const weight = load<f32>(control, CONTROL_SAMPLE_WEIGHT);
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
  moveScalers();
  const state = stateOf(image);
  store<u64>(state, load<u64>(state, STATE_LEARNT) + 1, STATE_LEARNT);
  const x = load<usize>(control, CONTROL_INPUT);
  if (batch == 1) return stepRows(x, 0, 1, weight);
  const pending = load<u32>(state, STATE_PENDING);
  keep(pendingOf(image) + <usize>pending * rowBytesOf(image), x, weight);
  store<u32>(state, pending + 1, STATE_PENDING);
  return <i32>pending + 1 == batch ? stepWaiting(batch) : LEARN_BUFFERED;
}

function moveScalers(): void {
  const layer = layersOf(image);
  if (load<u8>(layer, LAYER_KIND) == STANDARDIZE) {
    observe(layer, image + load<u32>(layer, LAYER_PARAMETERS), load<usize>(control, CONTROL_INPUT), inputs, missing);
  }
  if (!(load<u32>(image, HEADER_FLAGS) & FLAG_TARGETS)) return;
  move(
    targetScalerOf(image), load<usize>(control, CONTROL_TARGET), outputs, false, load<f32>(image, HEADER_TARGET_DECAY),
    load<f32>(image, HEADER_TARGET_CLIP), load<f32>(image, HEADER_TARGET_EPSILON),
  );
}

/** Stores a sample as a row of the batch. A missing input becomes MISSING: nothing stores a NaN. */
function keep(row: usize, x: usize, weight: f32): void {
  for (let i = 0; i < inputs; i++, row += 4) {
    const value = load<f32>(x + (<usize>i << 2));
    store<f32>(row, value == value ? value : <f32>MISSING);
  }
  for (let i = 0; i < outputs; i++, row += 4) store<f32>(row, rawTargetAt(i));
  store<f32>(row, weight);
}

function stepWaiting(rows: i32): i32 {
  const result = stepRows(pendingOf(image), rowBytesOf(image), rows, 0);
  memory.fill(pendingOf(image), 0, rowBytesOf(image) * rows);
  store<u32>(stateOf(image), 0, STATE_PENDING);
  return result;
}

/** One step of every member with `rows` samples. Rows of a batch (stride > 0) carry their target and weight behind x. */
function stepRows(x: usize, stride: usize, rows: i32, weight: f32): i32 {
  // One member, until there are committees: they walk here, each its own step.
  const member = membersOf(image);
  const state = memberStatesOf(image);
  const fused = isFused(loss);
  const delta = load<f32>(image, HEADER_DELTA);
  forward(x, stride, rows, true, fused);
  watch(control, rows, batch);
  const activation = lastActivation();
  const alpha = lastAlpha();
  const bytes = <usize>outputs << 2;
  const targets = x + (<usize>inputs << 2);
  let guard = spread;
  let sum: f32 = 0;
  for (let b: usize = 0; b < <usize>rows; b++) {
    if (stride) targetsFrom(targets + b * stride);
    sum += lossOfSample(loss, delta, answer + b * bytes, outputs);
  }
  // The errors are limited, so an output that is not finite shows only here.
  if (firstBeyond(answer, rows * outputs, Infinity) < rows * outputs) guard = Infinity;
  const mean: f32 = sum / <f32>rows;
  store<f32>(control, mean, CONTROL_LOSS);
  if (fused) activateLast(answer, rows);
  for (let b: usize = 0; b < <usize>rows; b++) {
    if (stride) targetsFrom(targets + b * stride);
    const w = stride ? load<f32>(targets + b * stride + bytes) : weight;
    errorOfSample(loss, delta, activation, alpha, answer + b * bytes, outputs, w / <f32>rows);
  }
  const squared = backward(answer, x, stride, rows);
  guard += mean + squared;
  if (!(guard - guard == 0)) {
    store<u64>(state, load<u64>(state, MEMBER_STATE_SKIPPED) + 1, MEMBER_STATE_SKIPPED);
    return LEARN_SKIPPED;
  }
  const clip = load<f32>(member, MEMBER_CLIP);
  const norm = sqrt<f32>(squared);
  begin(member, state);
  update(answer, x, stride, rows, clip > 0 && norm > clip ? clip / norm : 1);
  countUpdate(member, state);
  return LEARN_STEPPED;
}
