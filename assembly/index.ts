/**
 * The exports, and the check of every handle; nothing else. Statuses are >= 0 or an error code of src/abi.ts.
 * No export traps on bad arguments: addresses are checked against the arena, handles against the table.
 */
import {
  ABI_VERSION, BATCH_NORM, COUNT_BYTES, COUNT_LEARNT, COUNT_PENDING, COUNT_PREDICTIONS, COUNT_REFUSED, COUNT_SKIPPED,
  COUNT_DRIFTS, COUNT_UPDATES, DENSE, E_KEY, E_MEMORY, E_SHAPE, E_VALUE, FLAG_ANOMALY, HEADER_DRIFTS, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_MEMBERS, HEADER_OUTPUTS,
  HEADER_STATE_BYTES, KEY_CURRENT_RATE, KEY_DRIFT, KEY_EXPERT_SHARE, KEY_FRESH_LOSS, KEY_GRADIENT_NORM, KEY_INDEX_SHIFT, KEY_LEARNING_RATE,
  KEY_PENALTY, KEY_REPLAY_LOSS, KEY_SAMPLE_WEIGHT, KEY_SCORE, KEY_THRESHOLD, KEY_STUCK_UNITS, KEY_TRAINABLE, KEY_WEIGHT_NORM, LAYER_BYTES, LAYER_KIND,
  LEARNING_RATE_LIMIT, MEMBER_BYTES, MEMBER_STATE_BYTES, MEMBER_STATE_RATE, MEMBER_STATE_SKIPPED, MEMBER_STATE_UPDATES,
  OK, STATE_LEARNT, STATE_PENDING,
} from "../src/abi";
import { shareOfExpert } from "./committee";
import { errorField, fail, failValue, succeed } from "./errors";
import { checkSampleWeight } from "./guard";
import { HASH_START, hashBytes } from "./hash";
import { gradientNorm, penalty, stuckUnits, weightNorm } from "./health";
import {
  blockBytes, check, layersOf, membersOf, memberStatesOf, seal as sealImage, stateOf, trainableOf,
} from "./image";
import { copyWords } from "./kernels";
import { closeModel, openModel } from "./life";
import * as arenas from "./memory";
import {
  CONTROL_ANSWER, CONTROL_BLOCK_BYTES, CONTROL_FRESH_LOSS, CONTROL_IMAGE, CONTROL_INPUT, CONTROL_LOSS, CONTROL_PREDICTIONS, CONTROL_REFUSED,
  CONTROL_REPLAY_LOSS, CONTROL_SAMPLE_WEIGHT, CONTROL_SCORE, CONTROL_TARGET, controlOf,
} from "./memory";
import { flushBatch, learnClass, learnTarget, predictSample, scoreSample } from "./model";
import { parameterField } from "./parameters";
import { rateOf } from "./schedules";
import { trainBuiltIn } from "./selftest";
import { checkState } from "./state";
import { driftCounter, driftStatus } from "./stream/drift";
import { scoresOf, thresholdOf } from "./stream/quantile";
import { expertsOf } from "./tables";

export { DATA_END as __data_end, HEAP_BASE as __heap_base } from "./memory";

// --- Identity, errors, memory ---

export function abi(): i32 {
  return ABI_VERSION;
}

/** SELFTEST_CHECKSUM on every runtime that keeps float32 as WebAssembly defines it; 0 and E_MEMORY without room. */
export function selftest(): u32 {
  return trainBuiltIn();
}

export function error(i: i32): i32 {
  return errorField(i);
}

export function arena(): usize {
  return arenas.arena();
}

export function capacity(): usize {
  return arenas.capacity();
}

export function limit(bytes: u32): i32 {
  return arenas.limit(bytes);
}

/** Bytes of the block that the model of this image takes. */
export function measure(image: usize, length: u32): i32 {
  const refused = check(image, length, false);
  return refused < 0 ? refused : <i32>blockBytes;
}

// --- Life ---

export function open(image: usize, length: u32): i32 {
  return openModel(image, length);
}

export function close(handle: i32): i32 {
  const control = controlOf(handle);
  return control ? closeModel(handle, control) : errorCode();
}

export function state(handle: i32): i32 {
  const image = imageOf(handle);
  return image ? <i32>stateOf(image) : errorCode();
}

export function state_size(handle: i32): i32 {
  const image = imageOf(handle);
  return image ? load<u32>(image, HEADER_STATE_BYTES) : errorCode();
}

/** Refreshes length and CRC and returns where the core part lies: from there on it is a valid file. */
export function seal(handle: i32): i32 {
  const image = imageOf(handle);
  if (!image) return errorCode();
  sealImage(image);
  return <i32>image;
}

/** Takes a state block that lies outside the model; refused, it changes nothing. */
export function restore(handle: i32, address: usize, length: u32): i32 {
  const control = controlOf(handle);
  if (!control) return errorCode();
  const image = load<usize>(control, CONTROL_IMAGE);
  const bytes = load<u32>(image, HEADER_STATE_BYTES);
  if (length != bytes) return fail(E_SHAPE, 0, bytes, length);
  const end = <u64>address + length;
  const overlaps = address < image + load<usize>(control, CONTROL_BLOCK_BYTES) && end > <u64>image;
  if (overlaps || !arenas.isReadable(address, length)) return fail(E_MEMORY, address, bytes, 0);
  const refused = checkState(image, address);
  if (refused < 0) return refused;
  copyWords(stateOf(image), address, bytes);
  return OK;
}

/** FNV-1a of the state. */
export function checksum(handle: i32): u32 {
  const image = imageOf(handle);
  if (!image) return 0;
  succeed();
  return hashBytes(HASH_START, stateOf(image), load<u32>(image, HEADER_STATE_BYTES));
}

// --- Buffers: fixed addresses for the model's life ---

export function input(handle: i32): i32 {
  return pointerOf(handle, CONTROL_INPUT);
}

export function input_size(handle: i32): i32 {
  const image = imageOf(handle);
  return image ? load<u32>(image, HEADER_INPUTS) : errorCode();
}

export function output(handle: i32): i32 {
  return pointerOf(handle, CONTROL_ANSWER);
}

export function output_size(handle: i32): i32 {
  const image = imageOf(handle);
  return image ? load<u32>(image, HEADER_OUTPUTS) : errorCode();
}

export function target(handle: i32): i32 {
  return pointerOf(handle, CONTROL_TARGET);
}

export function target_size(handle: i32): i32 {
  return output_size(handle);
}

// --- Work ---

export function predict(handle: i32): i32 {
  const control = controlOf(handle);
  return control && predictSample(control) >= 0 ? OK : errorCode();
}

/** 1 where the sample is an anomaly, else 0; `get` tells score and threshold. */
export function score(handle: i32): i32 {
  const control = controlOf(handle);
  if (!control) return errorCode();
  const status = scoreSample(control);
  return status < 0 ? errorCode() : status;
}

export function learn(handle: i32): i32 {
  const control = controlOf(handle);
  if (!control) return errorCode();
  const status = learnTarget(control);
  return status < 0 ? errorCode() : status;
}

export function learn_class(handle: i32, k: i32): i32 {
  const control = controlOf(handle);
  if (!control) return errorCode();
  const status = learnClass(control, k);
  return status < 0 ? errorCode() : status;
}

/** Data loss of the last step, before it. */
export function loss(handle: i32): f32 {
  const control = controlOf(handle);
  if (!control) return 0;
  succeed();
  return load<f32>(control, CONTROL_LOSS);
}

export function flush(handle: i32): i32 {
  const control = controlOf(handle);
  return control ? flushBatch(control) : errorCode();
}

// --- Tuning and looking ---

export function set(handle: i32, key: i32, value: f32): i32 {
  const control = controlOf(handle);
  if (!control) return errorCode();
  const image = load<usize>(control, CONTROL_IMAGE);
  const index = <u32>key >>> KEY_INDEX_SHIFT;
  const name = key & ((1 << KEY_INDEX_SHIFT) - 1);
  if (name == KEY_SAMPLE_WEIGHT && !index) {
    if (checkSampleWeight(value) < 0) return errorCode();
    store<f32>(control, value, CONTROL_SAMPLE_WEIGHT);
    return OK;
  }
  if (name == KEY_LEARNING_RATE && index < load<u16>(image, HEADER_MEMBERS)) {
    const limit = <f32>LEARNING_RATE_LIMIT;
    if (!(value >= 0 && value <= limit)) return failValue(E_VALUE, key, limit, value);
    store<f32>(memberStatesOf(image) + <usize>index * MEMBER_STATE_BYTES, value, MEMBER_STATE_RATE);
    return OK;
  }
  if (name == KEY_TRAINABLE && canLearn(image, index)) {
    if (value != 0 && value != 1) return failValue(E_VALUE, key, 1, value);
    store<u32>(trainableOf(image) + (<usize>index << 2), value == 1 ? 1 : 0);
    return OK;
  }
  return fail(E_KEY, key, 0, key);
}

export function get(handle: i32, key: i32): f32 {
  const control = controlOf(handle);
  if (!control) return 0;
  succeed();
  const image = load<usize>(control, CONTROL_IMAGE);
  const index = <u32>key >>> KEY_INDEX_SHIFT;
  const name = key & ((1 << KEY_INDEX_SHIFT) - 1);
  if (index < load<u16>(image, HEADER_LAYERS)) {
    if (name == KEY_TRAINABLE) return <f32>load<u32>(trainableOf(image) + (<usize>index << 2));
    if (name == KEY_GRADIENT_NORM) return gradientNorm(control, index);
    if (name == KEY_WEIGHT_NORM) return weightNorm(image, index);
    if (name == KEY_STUCK_UNITS) return stuckUnits(control, index);
  }
  if (index < load<u16>(image, HEADER_MEMBERS)) {
    const memberState = memberStatesOf(image) + <usize>index * MEMBER_STATE_BYTES;
    if (name == KEY_LEARNING_RATE) return load<f32>(memberState, MEMBER_STATE_RATE);
    if (name == KEY_CURRENT_RATE) return rateOf(membersOf(image) + <usize>index * MEMBER_BYTES, memberState);
  }
  if (name == KEY_DRIFT && index < load<u16>(image, HEADER_DRIFTS)) return <f32>driftStatus(image, index);
  const experts = expertsOf(image);
  if (name == KEY_EXPERT_SHARE && <i32>index < experts) return experts > 1 ? shareOfExpert(image, experts, index) : 1;
  if (!index) {
    if (name == KEY_PENALTY) return penalty(image);
    if (name == KEY_FRESH_LOSS) return load<f32>(control, CONTROL_FRESH_LOSS);
    if (name == KEY_REPLAY_LOSS) return load<f32>(control, CONTROL_REPLAY_LOSS);
    if (name == KEY_SCORE) return load<f32>(control, CONTROL_SCORE);
    if (name == KEY_THRESHOLD && load<u32>(image, HEADER_FLAGS) & FLAG_ANOMALY) return thresholdOf(image, scoresOf(image));
  }
  fail(E_KEY, key, 0, key);
  return 0;
}

/** The low (high = 0) or high half of a counter. */
export function count(handle: i32, key: i32, high: i32): u32 {
  const control = controlOf(handle);
  if (!control) return 0;
  succeed();
  const image = load<usize>(control, CONTROL_IMAGE);
  const index = <u32>key >>> KEY_INDEX_SHIFT;
  const member = memberStatesOf(image) + <usize>index * MEMBER_STATE_BYTES;
  const name = key & ((1 << KEY_INDEX_SHIFT) - 1);
  const isMember = index < load<u16>(image, HEADER_MEMBERS);
  let counter: usize = 0;
  if (name == COUNT_SKIPPED && isMember) counter = member + MEMBER_STATE_SKIPPED;
  else if (name == COUNT_UPDATES && isMember) counter = member + MEMBER_STATE_UPDATES;
  else if (name == COUNT_DRIFTS && index < load<u16>(image, HEADER_DRIFTS)) counter = driftCounter(image, index);
  else if (key == COUNT_LEARNT) counter = stateOf(image) + STATE_LEARNT;
  else if (key == COUNT_PENDING) counter = stateOf(image) + STATE_PENDING;
  else if (key == COUNT_PREDICTIONS) counter = control + CONTROL_PREDICTIONS;
  else if (key == COUNT_REFUSED) counter = control + CONTROL_REFUSED;
  else if (key == COUNT_BYTES) counter = control + CONTROL_BLOCK_BYTES;
  else return fail(E_KEY, key, COUNT_BYTES, key) & 0;
  if (!high) return load<u32>(counter);
  // Bytes, waiting rows and drifts are 32 bits wide.
  return name == COUNT_PENDING || name >= COUNT_BYTES ? 0 : load<u32>(counter, 4);
}

export function parameter(handle: i32, i: i32, field: i32): i32 {
  const image = imageOf(handle);
  return image ? parameterField(image, i, field) : errorCode();
}

// --- Handles ---

function errorCode(): i32 {
  return errorField(0);
}

function imageOf(handle: i32): usize {
  const control = controlOf(handle);
  return control ? load<usize>(control, CONTROL_IMAGE) : 0;
}

function pointerOf(handle: i32, field: usize): i32 {
  const control = controlOf(handle);
  return control ? <i32>load<usize>(control + field) : errorCode();
}

function canLearn(image: usize, layer: u32): bool {
  if (layer >= load<u16>(image, HEADER_LAYERS)) return false;
  const kind = load<u8>(layersOf(image) + <usize>layer * LAYER_BYTES, LAYER_KIND);
  return kind == DENSE || kind == BATCH_NORM;
}
