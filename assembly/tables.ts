/**
 * The member and layer tables of an untrusted image: every field in range, every offset where the layout puts it.
 * Refusals are E_SPEC with the byte offset of the field; numbers that are no floats are told as they are.
 */
import {
  ACTIVATION, ADAGRAD, ADAM, BATCH_NORM, BINARY_CROSS_ENTROPY, CONSTANT, COSINE, CROSS_ENTROPY, DENSE, DROPOUT,
  E_FORMAT, E_MEMORY, E_SPEC, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, FLAGS_KNOWN, HEADER_BATCH, HEADER_BYTES,
  HEADER_DELTA, HEADER_DRIFTS, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_LOSS, HEADER_MEMBERS,
  HEADER_OUTPUTS, HEADER_REPLAYS, HEADER_RESERVED, HEADER_STATE, HEADER_STATE_BYTES, HEADER_TARGET_CLIP,
  HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON, HUBER, INVERSE_TIME, LAYER_ACTIVATION, LAYER_BYTES, LAYER_FLAG_BIAS,
  LAYER_FLAG_TRAINABLE, LAYER_FLAGS, LAYER_INITIALIZER, LAYER_KIND, LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS,
  LAYER_VALUES, LEAKY_RELU, LEARNING_RATE_LIMIT, LIMIT, MEMBER_AVERAGE_DECAY, MEMBER_BETA1, MEMBER_BETA2, MEMBER_BYTES,
  MEMBER_CLIP, MEMBER_EPSILON, MEMBER_LAYERS, MEMBER_OPTIMIZER, MEMBER_RATE, MEMBER_REPLAY_STEPS, MEMBER_RESERVED,
  MEMBER_SCHEDULE, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE, MEMBER_STATE_BYTES, OK, SGD, SIGMOID, SOFTMAX,
  STANDARDIZE, STATE_BYTES, STEP, UNITS_LIMIT, ZEROS,
} from "../src/abi";
import { canStick } from "./activations";
import { fail, failValue } from "./errors";
import { scalerBytes } from "./layers/standardize";
import { slotCount } from "./optimizers";

/** Largest batch. */
const BATCH_LIMIT: u32 = 1 << 20;
const NOTHING: u32 = 0;

let image: usize = 0;
let refused: i32 = 0;
/** Derived fields are written instead of checked: for an image made here, by the self test. */
let fills: bool = false;

/** Offset at which the next tensor must lie. */
let offset: u64 = 0;

// What the layers of the tables checked last need of the workspace, in bytes: the picture in memory.ts.
export let outputBytes: u64 = 0;
export let deltaBytes: u64 = 0;
export let gradientBytes: u64 = 0;
export let healthBytes: u64 = 0;

export function fillDerived(wanted: bool): void {
  fills = wanted;
}

/** OK, or what is wrong. `own` is the image's own length. */
export function checkTables(address: usize, own: u32): i32 {
  image = address;
  refused = OK;
  checkHeader();
  if (refused < 0) return refused;
  const layerCount = <u64>load<u16>(image, HEADER_LAYERS);
  const tables = <u64>HEADER_BYTES + MEMBER_BYTES + layerCount * LAYER_BYTES;
  const fresh = (load<u32>(image, HEADER_FLAGS) & FLAG_FRESH) != 0;
  if (own < tables || (fresh && own != tables)) return fail(E_FORMAT, HEADER_LENGTH, <u32>tables, own);
  const state = (tables + 15) & ~15;
  derived(HEADER_STATE, <u32>state);
  for (let p = tables; p < state && p < own; p++) integer(<usize>p, load<u8>(image + <usize>p), 0, 0);
  checkMember();
  if (refused < 0) return refused;
  offset = state + STATE_BYTES + MEMBER_STATE_BYTES + (layerCount << 2);
  checkLayers(<i32>layerCount);
  if (refused < 0) return refused;
  const batch = load<u32>(image, HEADER_BATCH);
  if (batch > 1) offset += (<u64>load<u32>(image, HEADER_INPUTS) + load<u32>(image, HEADER_OUTPUTS) + 1) * batch * 4;
  if (offset > 0x7fffffff) return fail(E_MEMORY, 0, <u32>min<u64>(offset, u32.MAX_VALUE), 0x7fff0000);
  derived(HEADER_STATE_BYTES, <u32>(offset - state));
  return refused;
}

// --- Header and member ---

function checkHeader(): void {
  const flags = load<u32>(image, HEADER_FLAGS);
  integer(HEADER_FLAGS, flags & ~FLAGS_KNOWN, 0, 0);
  word(HEADER_INPUTS, 1, UNITS_LIMIT);
  word(HEADER_OUTPUTS, 1, UNITS_LIMIT);
  half(HEADER_MEMBERS, 1, 1);
  half(HEADER_REPLAYS, 0, 0);
  half(HEADER_DRIFTS, 0, 0);
  half(HEADER_LAYERS, 1, 0xffff);
  word(HEADER_LOSS, 0, BINARY_CROSS_ENTROPY);
  positive(HEADER_DELTA, load<u8>(image, HEADER_LOSS) == HUBER);
  word(HEADER_BATCH, 1, BATCH_LIMIT);
  const targets = (flags & FLAG_TARGETS) != 0;
  decay(HEADER_TARGET_DECAY, targets);
  value(HEADER_TARGET_CLIP, targets, 0, <f32>LIMIT);
  value(HEADER_TARGET_EPSILON, targets, 0, <f32>LIMIT);
  if (targets) byte(HEADER_LOSS, 0, HUBER);
  word(HEADER_RESERVED, 0, 0);
  word(HEADER_RESERVED + 4, 0, 0);
}

function checkMember(): void {
  const at: usize = HEADER_BYTES;
  const member = image + at;
  const optimizer = <i32>load<u8>(member, MEMBER_OPTIMIZER);
  const schedule = load<u8>(member, MEMBER_SCHEDULE);
  const layers = load<u16>(image, HEADER_LAYERS);
  half(at + MEMBER_LAYERS, layers, layers);
  byte(at + MEMBER_OPTIMIZER, SGD, ADAM);
  byte(at + MEMBER_SCHEDULE, CONSTANT, COSINE);
  value(at + MEMBER_RATE, true, 0, <f32>LEARNING_RATE_LIMIT);
  value(at + MEMBER_CLIP, true, 0, <f32>LIMIT);
  below1(at + MEMBER_BETA1, optimizer != SGD && optimizer != ADAGRAD);
  below1(at + MEMBER_BETA2, optimizer == ADAM);
  positive(at + MEMBER_EPSILON, optimizer >= ADAGRAD);
  const scheduleValue = at + MEMBER_SCHEDULE_VALUE;
  if (schedule == STEP) decay(scheduleValue, true);
  else value(scheduleValue, schedule != CONSTANT, 0, schedule == INVERSE_TIME ? <f32>LIMIT : <f32>LEARNING_RATE_LIMIT);
  const counts = schedule == STEP || schedule == COSINE;
  word(at + MEMBER_SCHEDULE_STEPS, counts ? 1 : 0, counts ? u32.MAX_VALUE : 0);
  word(at + MEMBER_REPLAY_STEPS, 0, 0);
  value(at + MEMBER_AVERAGE_DECAY, false, 0, 0);
  word(at + MEMBER_RESERVED, 0, 0);
  word(at + MEMBER_RESERVED + 4, 0, 0);
}

// --- Layers: fields first, then the offsets of their tensors in state order: scalers, parameters, slots ---

function checkLayers(layerCount: i32): void {
  const first: usize = HEADER_BYTES + MEMBER_BYTES;
  const flags = load<u32>(image, HEADER_FLAGS);
  const batch = <u64>load<u32>(image, HEADER_BATCH);
  const own = (flags & FLAG_MISSING) != 0;
  let n = load<u32>(image, HEADER_INPUTS);
  outputBytes = 0;
  deltaBytes = 0;
  gradientBytes = 0;
  healthBytes = <u64>layerCount << 3;
  let scales = false;
  for (let l = 0; l < layerCount; l++) {
    const at = first + <usize>l * LAYER_BYTES;
    const last = l == layerCount - 1;
    const kind = load<u8>(image + at, LAYER_KIND);
    checkLayer(at, l, last, n);
    if (refused < 0) return;
    if (kind == STANDARDIZE) {
      scales = true;
      place(at + LAYER_PARAMETERS, scalerBytes(n, own));
    }
    if (kind == DENSE && batch > 1) gradientBytes = max<u64>(gradientBytes, <u64>n << 2);
    n = load<u32>(image + at, LAYER_UNITS);
    const rowBytes = (<u64>n * batch) << 2;
    outputBytes += rowBytes;
    if (last) continue;
    if (kind != STANDARDIZE) deltaBytes += rowBytes;
    if (sticks(image + at)) healthBytes += ((<u64>n + 31) >> 5) << 2;
  }
  if (own && !scales) integer(HEADER_FLAGS, FLAG_MISSING, 0, 0);
  word(HEADER_OUTPUTS, n, n);
  if (flags & FLAG_TARGETS) offset += scalerBytes(n, false);
  for (let l = 0; l < layerCount; l++) {
    const at = first + <usize>l * LAYER_BYTES;
    if (load<u8>(image + at, LAYER_KIND) == STANDARDIZE) continue;
    place(at + LAYER_PARAMETERS, tensorBytes(l, false));
  }
  const slots = slotCount(load<u8>(image + HEADER_BYTES, MEMBER_OPTIMIZER));
  for (let l = 0; l < layerCount; l++) {
    place(first + <usize>l * LAYER_BYTES + LAYER_SLOTS, tensorBytes(l, true) * slots);
  }
}

/** Layers whose units are watched for being stuck. */
export function sticks(layer: usize): bool {
  const kind = load<u8>(layer, LAYER_KIND);
  return (kind == DENSE || kind == ACTIVATION) && canStick(load<u8>(layer, LAYER_ACTIVATION));
}

function checkLayer(at: usize, l: i32, last: bool, n: u32): void {
  const layer = image + at;
  const kind = load<u8>(layer, LAYER_KIND);
  const activation = load<u8>(layer, LAYER_ACTIVATION);
  const isDense = kind == DENSE;
  const activates = isDense || kind == ACTIVATION;
  integer(at + LAYER_KIND, kind, DENSE, ACTIVATION);
  if (l) integer(at + LAYER_KIND, kind == STANDARDIZE ? 1 : 0, 0, 0);
  if (last) integer(at + LAYER_KIND, activates ? DENSE : kind, DENSE, DENSE);
  integer(at + LAYER_ACTIVATION, activation, 0, activates ? (last ? SOFTMAX : LEAKY_RELU) : 0);
  byte(at + LAYER_INITIALIZER, 0, isDense ? ZEROS : 0);
  const flags = isDense ? LAYER_FLAG_BIAS | LAYER_FLAG_TRAINABLE : kind == BATCH_NORM ? LAYER_FLAG_TRAINABLE : 0;
  integer(at + LAYER_FLAGS, load<u8>(layer, LAYER_FLAGS) & ~flags, 0, 0);
  word(at + LAYER_UNITS, isDense ? 1 : n, isDense ? UNITS_LIMIT : n);
  const first = at + LAYER_VALUES;
  if (activates) {
    below1(first, activation == LEAKY_RELU);
    value(first + 4, isDense, 0, 1);
    value(first + 8, isDense, 0, 1);
  } else if (kind == DROPOUT) {
    below1(first, true);
    value(first + 4, false, 0, 0);
    value(first + 8, false, 0, 0);
  } else {
    if (kind == BATCH_NORM) below1(first, true);
    else decay(first, true);
    if (kind == BATCH_NORM) positive(first + 4, true);
    else value(first + 4, true, 0, <f32>LIMIT);
    value(first + 8, kind == STANDARDIZE, 0, <f32>LIMIT);
  }
  value(first + 12, false, 0, 0);
  if (!last) return;
  const loss = load<u8>(image, HEADER_LOSS);
  if (loss == CROSS_ENTROPY) {
    integer(at + LAYER_ACTIVATION, activation, SOFTMAX, SOFTMAX);
    word(at + LAYER_UNITS, 2, UNITS_LIMIT);
  }
  if (loss == BINARY_CROSS_ENTROPY) integer(at + LAYER_ACTIVATION, activation, SIGMOID, SIGMOID);
  if (load<u32>(image, HEADER_FLAGS) & FLAG_TARGETS) {
    integer(at + LAYER_ACTIVATION, activation == SIGMOID || activation == SOFTMAX ? activation : 0, 0, 0);
  }
}

/** Bytes of the layer's tensors, or of the trained ones alone: those have slots. */
function tensorBytes(l: i32, trained: bool): u64 {
  const first: usize = HEADER_BYTES + MEMBER_BYTES;
  const layer = image + first + <usize>l * LAYER_BYTES;
  const kind = load<u8>(layer, LAYER_KIND);
  const units = <u64>load<u32>(layer, LAYER_UNITS);
  if (kind == BATCH_NORM) return units << (trained ? 3 : 4);
  if (kind != DENSE) return 0;
  const n = <u64>(l ? load<u32>(layer - LAYER_BYTES, LAYER_UNITS) : load<u32>(image, HEADER_INPUTS));
  return (units * (n + (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_BIAS))) << 2;
}

/** The offset field at `at` must name the next free place; 0 where there is nothing to place. */
function place(at: usize, bytes: u64): void {
  // An offset past 2^32 is told as a lack of memory later on: here it would only wrap.
  if (offset <= u32.MAX_VALUE) derived(at, bytes ? <u32>offset : NOTHING);
  // 65,535 layers of 2^50 bytes would wrap 64 bits: past 2^52 it only matters that it is too much.
  offset = min<u64>(offset + bytes, <u64>1 << 52);
}

// --- Fields. The first refusal is kept: later ones may only follow from it ---

/** A field that the others decide. */
function derived(at: usize, wanted: u32): void {
  if (fills) store<u32>(image + at, wanted);
  word(at, wanted, wanted);
}

function word(at: usize, low: u32, high: u32): void {
  integer(at, load<u32>(image + at), low, high);
}

function half(at: usize, low: u32, high: u32): void {
  integer(at, load<u16>(image + at), low, high);
}

function byte(at: usize, low: u32, high: u32): void {
  integer(at, load<u8>(image + at), low, high);
}

function integer(at: usize, found: u32, low: u32, high: u32): void {
  if (refused < 0 || (found >= low && found <= high)) return;
  refused = fail(E_SPEC, at, found < low ? low : high, found);
}

/** A float in [low, high] where `used`, else 0. NaN is neither. */
function value(at: usize, used: bool, low: f32, high: f32): void {
  const found = load<f32>(image + at);
  if (refused < 0 || (used ? found >= low && found <= high && found < <f32>LIMIT : !reinterpret<u32>(found))) return;
  refused = failValue(E_SPEC, at, used ? (found < low ? low : high) : 0, found);
}

function below1(at: usize, used: bool): void {
  value(at, used, 0, 1);
  if (used && load<f32>(image + at) == 1) refuse(at, 1);
}

function positive(at: usize, used: bool): void {
  value(at, used, 0, <f32>LIMIT);
  if (used && load<f32>(image + at) == 0) refuse(at, 0);
}

/** In (0, 1]. */
function decay(at: usize, used: bool): void {
  value(at, used, 0, 1);
  if (used && load<f32>(image + at) == 0) refuse(at, 0);
}

function refuse(at: usize, limit: f32): void {
  if (refused == OK) refused = failValue(E_SPEC, at, limit, load<f32>(image + at));
}
