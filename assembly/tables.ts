/**
 * The member and layer tables of an untrusted image: every field in range, every offset where the layout puts it.
 * Refusals are E_SPEC with the byte offset of the field; numbers that are no floats are told as they are.
 */
import {
  ACTIVATION, ADAGRAD, ADAM, ADWIN, BALANCED, BATCH_NORM, BINARY_CROSS_ENTROPY, CONSTANT, COSINE, CROSS_ENTROPY, DDM,
  DENSE, DRIFTS_LIMIT, DRIFT_BYTES, DRIFT_FACTOR, DRIFT_INPUT, DRIFT_KIND, DRIFT_ON, DRIFT_REACTION, DRIFT_ROWS,
  DRIFT_SAMPLES, DRIFT_STATE, DRIFT_VALUES, DROPOUT, E_FORMAT, E_MEMORY, E_SPEC, FLAGS_KNOWN, FLAG_ANOMALY,
  FLAG_BALANCED, FLAG_CLASS_WEIGHTS, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, HDDM_W, HEADER_BATCH, HEADER_BYTES,
  HEADER_DELTA, HEADER_DRIFTS, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_LOSS, HEADER_MEMBERS,
  HEADER_OUTPUTS, HEADER_QUANTILE, HEADER_REPLAYS, HEADER_STATE, HEADER_WARM_UP, ON_ERROR, ON_INPUT, ON_LOSS,
  PAGE_HINKLEY, RAISE_LEARNING_RATE, REOPEN_SCALER, REPORT, RESET_HEAD, HEADER_STATE_BYTES, HEADER_TARGET_CLIP,
  HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON, HUBER, INVERSE_TIME, LAYER_ACTIVATION, LAYER_BYTES, LAYER_FLAGS,
  LAYER_FLAG_BIAS, LAYER_FLAG_TRAINABLE, LAYER_INITIALIZER, LAYER_KIND, LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS,
  LAYER_VALUES, LEAKY_RELU, LEARNING_RATE_LIMIT, LIMIT, MEMBERS_LIMIT, MEMBER_AVERAGES, MEMBER_AVERAGE_BOTH,
  MEMBER_AVERAGE_DECAY, MEMBER_BETA1, MEMBER_BETA2, MEMBER_BYTES, MEMBER_CLIP, MEMBER_EPSILON, MEMBER_LAYERS,
  MEMBER_OPTIMIZER, MEMBER_RATE, MEMBER_REPLAY_STEPS, MEMBER_SCHEDULE, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE,
  MEMBER_STATE_BYTES, MIXTURE_BYTES, MIXTURE_CAP, MIXTURE_DECAY, MIXTURE_ETA, MIXTURE_LOGISTIC_RATE, MIXTURE_STATE, OK,
  REPLAY_BYTES, REPLAY_CAPACITY, REPLAY_POLICY, REPLAY_RESERVED, REPLAY_ROWS, RING, SGD, SIGMOID, SOFTMAX, STANDARDIZE,
  STATE_BYTES, STEP, UNITS_LIMIT, ZEROS,
} from "../src/abi";
import { canStick } from "./activations";
import { fail, failValue } from "./errors";
import { scalerBytes } from "./layers/standardize";
import { slotCount } from "./optimizers";
import { driftBytes } from "./stream/detectors";
import { QUANTILE_BYTES } from "./stream/quantile";

/** Largest batch, most replayed rows, most steps on them a sample. */
const BATCH_LIMIT: u32 = 1 << 20;
const REPLAY_LIMIT: u32 = 1 << 24;
const REPLAY_STEPS_LIMIT: u32 = 1024;
const NOTHING: u32 = 0;

let image: usize = 0;
let refused: i32 = 0;
/** Derived fields are written instead of checked: for an image made here, by the self test. */
let fills: bool = false;

/** Offset at which the next tensor must lie. */
let offset: u64 = 0;
/** Answers that are mixed, of the tables checked last. */
export let experts: i32 = 0;

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
  const members = <u64>load<u16>(image, HEADER_MEMBERS);
  const layerCount = <u64>load<u16>(image, HEADER_LAYERS);
  const replays = <u64>load<u16>(image, HEADER_REPLAYS);
  const behindMembers = HEADER_BYTES + members * MEMBER_BYTES;
  if (own < behindMembers) return fail(E_FORMAT, HEADER_LENGTH, <u32>behindMembers, own);
  experts = expertsOf(image);
  const behindLayers = behindMembers + layerCount * LAYER_BYTES;
  const behindMixture = behindLayers + (experts > 1 ? MIXTURE_BYTES : 0);
  const behindReplay = behindMixture + replays * REPLAY_BYTES;
  const drifts = <u64>load<u16>(image, HEADER_DRIFTS);
  const behindDrifts = behindReplay + drifts * DRIFT_BYTES;
  const outputs = <u64>load<u32>(image, HEADER_OUTPUTS);
  const tables = behindDrifts + (has(FLAG_CLASS_WEIGHTS) ? outputs << 2 : 0);
  const fresh = has(FLAG_FRESH);
  if (own < tables || (fresh && own != tables)) return fail(E_FORMAT, HEADER_LENGTH, <u32>tables, own);
  const state = (tables + 15) & ~15;
  derived(HEADER_STATE, <u32>state);
  for (let p = tables; p < state && p < own; p++) integer(<usize>p, load<u8>(image + <usize>p), 0, 0);
  offset = state + STATE_BYTES + members * MEMBER_STATE_BYTES + (layerCount << 2);
  checkMembers(<i32>members, <usize>behindMembers);
  if (experts > 1) checkMixture(<usize>behindLayers);
  for (let at = behindReplay; at < behindDrifts; at += DRIFT_BYTES) checkDrift(<usize>at);
  checkScores();
  checkClasses(<usize>behindDrifts);
  if (replays) checkReplay(<usize>behindMixture);
  if (refused < 0) return refused;
  const batch = load<u32>(image, HEADER_BATCH);
  if (batch > 1) offset += rowBytes() * batch;
  if (offset > 0x7fffffff) return fail(E_MEMORY, 0, <u32>min<u64>(offset, u32.MAX_VALUE), 0x7fff0000);
  derived(HEADER_STATE_BYTES, <u32>(offset - state));
  return refused;
}

/** Answers that are mixed: one a member, two of one that answers with its average too. */
export function expertsOf(tables: usize): i32 {
  const members = <i32>load<u16>(tables, HEADER_MEMBERS);
  let count = members;
  for (let m = 0; m < members; m++) {
    if (load<u32>(tables + HEADER_BYTES + <usize>m * MEMBER_BYTES, MEMBER_AVERAGE_BOTH)) count++;
  }
  return count;
}

// --- Header and member ---

function checkHeader(): void {
  const flags = load<u32>(image, HEADER_FLAGS);
  integer(HEADER_FLAGS, flags & ~FLAGS_KNOWN, 0, 0);
  word(HEADER_INPUTS, 1, UNITS_LIMIT);
  word(HEADER_OUTPUTS, 1, UNITS_LIMIT);
  half(HEADER_MEMBERS, 1, MEMBERS_LIMIT);
  half(HEADER_REPLAYS, 0, 1);
  half(HEADER_DRIFTS, 0, DRIFTS_LIMIT);
  half(HEADER_LAYERS, 1, 0xffff);
  word(HEADER_LOSS, 0, BINARY_CROSS_ENTROPY);
  positive(HEADER_DELTA, load<u8>(image, HEADER_LOSS) == HUBER);
  word(HEADER_BATCH, 1, BATCH_LIMIT);
  const targets = (flags & FLAG_TARGETS) != 0;
  decay(HEADER_TARGET_DECAY, targets);
  value(HEADER_TARGET_CLIP, targets, 0, <f32>LIMIT);
  value(HEADER_TARGET_EPSILON, targets, 0, <f32>LIMIT);
  if (targets) byte(HEADER_LOSS, 0, HUBER);
}

/** Members and their layers: fields first, then the offsets of all tensors in the order of the state. */
function checkMembers(members: i32, firstLayer: usize): void {
  const layerCount = load<u16>(image, HEADER_LAYERS);
  const targets = (load<u32>(image, HEADER_FLAGS) & FLAG_TARGETS) != 0;
  outputBytes = 0;
  deltaBytes = 0;
  gradientBytes = 0;
  healthBytes = <u64>layerCount << 3;
  let at = firstLayer;
  let left = <i32>layerCount;
  for (let m = 0; m < members; m++) {
    const member = <usize>HEADER_BYTES + <usize>m * MEMBER_BYTES;
    checkMember(member, m == members - 1 ? left : 1, left);
    if (refused < 0) return;
    const count = <i32>load<u16>(image + member, MEMBER_LAYERS);
    checkLayers(at, count);
    if (refused < 0) return;
    at += <usize>count * LAYER_BYTES;
    left -= count;
  }
  if (targets) offset += scalerBytes(load<u32>(image, HEADER_OUTPUTS), false);
  at = firstLayer;
  for (let m = 0; m < members; m++) at = placeMember(m, at, LAYER_PARAMETERS);
  at = firstLayer;
  for (let m = 0; m < members; m++) at = placeMember(m, at, LAYER_SLOTS);
  at = firstLayer;
  for (let m = 0; m < members; m++) {
    const member = <usize>HEADER_BYTES + <usize>m * MEMBER_BYTES;
    const before = offset;
    const next = placeMember(m, at, 0);
    const bytes = load<f32>(image + member, MEMBER_AVERAGE_DECAY) > 0 ? offset - before : 0;
    at = next;
    offset = before;
    // Nothing to average: its answer would be counted twice.
    if (!bytes) below1(member + MEMBER_AVERAGE_DECAY, false);
    place(member + MEMBER_AVERAGES, bytes);
  }
}

function checkMember(at: usize, fewest: i32, most: i32): void {
  const member = image + at;
  const optimizer = <i32>load<u8>(member, MEMBER_OPTIMIZER);
  const schedule = load<u8>(member, MEMBER_SCHEDULE);
  half(at + MEMBER_LAYERS, fewest, most);
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
  // Replayed rows take one sample at a time, as experts do.
  const single = load<u32>(image, HEADER_BATCH) == 1;
  word(at + MEMBER_REPLAY_STEPS, 0, load<u16>(image, HEADER_REPLAYS) && single ? REPLAY_STEPS_LIMIT : 0);
  below1(at + MEMBER_AVERAGE_DECAY, single);
  word(at + MEMBER_AVERAGE_BOTH, 0, load<f32>(member, MEMBER_AVERAGE_DECAY) > 0 ? 1 : 0);
}

function checkMixture(at: usize): void {
  value(at + MIXTURE_ETA, true, 0, <f32>LIMIT);
  decay(at + MIXTURE_DECAY, true);
  positive(at + MIXTURE_CAP, true);
  const logistic = load<u8>(image, HEADER_LOSS) == CROSS_ENTROPY;
  value(at + MIXTURE_LOGISTIC_RATE, logistic, 0, <f32>LEARNING_RATE_LIMIT);
  word(HEADER_BATCH, 1, 1);
  if (load<u8>(image, HEADER_LOSS) == BINARY_CROSS_ENTROPY) byte(HEADER_LOSS, 0, CROSS_ENTROPY);
  place(at + MIXTURE_STATE, logistic ? (<u64>experts << 3) + 8 : <u64>experts << 2);
}

/** Detectors of errors in [0, 1] watch a classifier's error, or an input; the others anything. */
function checkDrift(at: usize): void {
  const record = image + at;
  const detector = <i32>load<u8>(record, DRIFT_KIND);
  const on = load<u8>(record, DRIFT_ON);
  const reaction = load<u8>(record, DRIFT_REACTION);
  const first = at + DRIFT_VALUES;
  const lasts = reaction == RAISE_LEARNING_RATE || reaction == REOPEN_SCALER;
  byte(at + DRIFT_KIND, DDM, ADWIN);
  byte(at + DRIFT_ON, ON_ERROR, detector == DDM ? ON_ERROR : ON_INPUT);
  if (detector == HDDM_W && on == ON_LOSS) byte(at + DRIFT_ON, ON_INPUT, ON_INPUT);
  if (detector <= HDDM_W && on == ON_ERROR) byte(HEADER_LOSS, CROSS_ENTROPY, BINARY_CROSS_ENTROPY);
  byte(at + DRIFT_REACTION, REPORT, RESET_HEAD);
  byte(at + DRIFT_REACTION + 1, 0, 0);
  word(at + DRIFT_INPUT, 0, on == ON_INPUT ? load<u32>(image, HEADER_INPUTS) - 1 : 0);
  for (let i: usize = 0; i < 4; i++) {
    const used = i < 3 ? detector != ADWIN || i < 2 : detector == PAGE_HINKLEY;
    positive(first + (i << 2), used);
  }
  if (detector == HDDM_W) for (let i: usize = 0; i < 12; i += 4) below1(first + i, true);
  if (detector == ADWIN) below1(first, true);
  word(at + DRIFT_ROWS, detector == ADWIN ? 4 : 0, detector == ADWIN ? 24 : 0);
  positive(at + DRIFT_FACTOR, lasts);
  if (reaction == REOPEN_SCALER) decay(at + DRIFT_FACTOR, true);
  word(at + DRIFT_SAMPLES, lasts ? 1 : 0, lasts ? 1 << 24 : 0);
  word(HEADER_BATCH, 1, 1);
  if (refused < 0) return;
  place(at + DRIFT_STATE, driftBytes(record));
}

/** An anomaly model learns its own standardised input: it has a scaler, and one for all members. */
function checkScores(): void {
  const anomaly = has(FLAG_ANOMALY);
  below1(HEADER_QUANTILE, anomaly);
  word(HEADER_WARM_UP, 0, anomaly ? 1 << 24 : 0);
  if (!anomaly) return;
  const inputs = load<u32>(image, HEADER_INPUTS);
  word(HEADER_OUTPUTS, inputs, inputs);
  byte(HEADER_LOSS, 0, HUBER);
  word(HEADER_BATCH, 1, 1);
  if (has(FLAG_TARGETS)) integer(HEADER_FLAGS, FLAG_TARGETS, 0, 0);
  const members = <usize>load<u16>(image, HEADER_MEMBERS);
  const first = <usize>HEADER_BYTES + members * MEMBER_BYTES;
  const scaler = load<u32>(image + first, LAYER_PARAMETERS);
  let at = first;
  for (let m: usize = 0; m < members; m++) {
    byte(at + LAYER_KIND, STANDARDIZE, STANDARDIZE);
    word(at + LAYER_PARAMETERS, scaler, scaler);
    at += <usize>load<u16>(image + HEADER_BYTES + m * MEMBER_BYTES, MEMBER_LAYERS) * LAYER_BYTES;
  }
  offset += QUANTILE_BYTES;
}

/** Weights of classes need classes: a loss over them. */
function checkClasses(at: usize): void {
  if (has(FLAG_CLASS_WEIGHTS)) {
    for (let i: usize = 0; i < <usize>load<u32>(image, HEADER_OUTPUTS); i++) value(at + (i << 2), true, 0, <f32>LIMIT);
    if (has(FLAG_BALANCED)) integer(HEADER_FLAGS, FLAG_BALANCED, 0, 0);
  }
  if (has(FLAG_CLASS_WEIGHTS | FLAG_BALANCED)) byte(HEADER_LOSS, CROSS_ENTROPY, CROSS_ENTROPY);
  if (has(FLAG_BALANCED)) offset += <u64>load<u32>(image, HEADER_OUTPUTS) << 2;
}

function has(flag: u32): bool {
  return (load<u32>(image, HEADER_FLAGS) & flag) != 0;
}

function checkReplay(at: usize): void {
  const balanced = load<u32>(image + at, REPLAY_POLICY) == BALANCED;
  const classes = balanced ? load<u32>(image, HEADER_OUTPUTS) : 1;
  const capacity = load<u32>(image + at, REPLAY_CAPACITY);
  word(at + REPLAY_CAPACITY, classes, REPLAY_LIMIT);
  if (capacity % classes) word(at + REPLAY_CAPACITY, capacity - (capacity % classes), capacity - (capacity % classes));
  word(at + REPLAY_POLICY, RING, BALANCED);
  if (balanced) byte(HEADER_LOSS, CROSS_ENTROPY, CROSS_ENTROPY);
  place(at + REPLAY_ROWS, (<u64>classes << 3) + rowBytes() * capacity);
  word(at + REPLAY_RESERVED, 0, 0);
  word(HEADER_BATCH, 1, 1);
}

// --- Layers of one member ---

function checkLayers(first: usize, layerCount: i32): void {
  const batch = <u64>load<u32>(image, HEADER_BATCH);
  const own = (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0;
  let n = load<u32>(image, HEADER_INPUTS);
  let scales = false;
  let outputs: u64 = 0;
  let deltas: u64 = 0;
  for (let l = 0; l < layerCount; l++) {
    const at = first + <usize>l * LAYER_BYTES;
    const last = l == layerCount - 1;
    const kind = load<u8>(image + at, LAYER_KIND);
    checkLayer(at, l, last, n);
    if (refused < 0) return;
    if (kind == STANDARDIZE) {
      scales = true;
      placeScaler(at, own);
    }
    if (kind == DENSE && batch > 1) gradientBytes = max<u64>(gradientBytes, <u64>n << 2);
    n = load<u32>(image + at, LAYER_UNITS);
    const bytes = (<u64>n * batch) << 2;
    outputs += bytes;
    if (last) continue;
    if (kind != STANDARDIZE) deltas += bytes;
    if (sticks(image + at)) healthBytes += ((<u64>n + 31) >> 5) << 2;
  }
  // Members run one after another in the same room.
  outputBytes = max<u64>(outputBytes, outputs);
  deltaBytes = max<u64>(deltaBytes, deltas);
  if (own && !scales) integer(HEADER_FLAGS, FLAG_MISSING, 0, 0);
  word(HEADER_OUTPUTS, n, n);
}

/** A scaler of its own, or that of the first member with the same settings. */
function placeScaler(at: usize, own: bool): void {
  const layers = <usize>HEADER_BYTES + <usize>load<u16>(image, HEADER_MEMBERS) * MEMBER_BYTES;
  for (let before = layers; before < at; before += LAYER_BYTES) {
    if (load<u64>(image + before, LAYER_KIND) != load<u64>(image + at, LAYER_KIND)) continue;
    if (load<u64>(image + before, LAYER_VALUES) != load<u64>(image + at, LAYER_VALUES)) continue;
    if (load<u64>(image + before, LAYER_VALUES + 8) != load<u64>(image + at, LAYER_VALUES + 8)) continue;
    return derived(at + LAYER_PARAMETERS, load<u32>(image + before, LAYER_PARAMETERS));
  }
  place(at + LAYER_PARAMETERS, scalerBytes(load<u32>(image + at, LAYER_UNITS), own));
}

/** Places the tensors that `field` of each layer of member m names; 0 only adds them up. Returns the next member's layers. */
function placeMember(m: i32, at: usize, field: usize): usize {
  const member = image + HEADER_BYTES + <usize>m * MEMBER_BYTES;
  const slots = slotCount(load<u8>(member, MEMBER_OPTIMIZER));
  let n = load<u32>(image, HEADER_INPUTS);
  for (let l = <i32>load<u16>(member, MEMBER_LAYERS); l > 0; l--, at += LAYER_BYTES) {
    const isScaler = load<u8>(image + at, LAYER_KIND) == STANDARDIZE;
    const bytes = tensorBytes(image + at, n, field == LAYER_SLOTS);
    if (field == LAYER_SLOTS) place(at + field, bytes * slots);
    else if (!field) offset += bytes;
    else if (!isScaler) place(at + field, bytes);
    n = load<u32>(image + at, LAYER_UNITS);
  }
  return at;
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
export function tensorBytes(layer: usize, inputs: u64, trained: bool): u64 {
  const kind = load<u8>(layer, LAYER_KIND);
  const units = <u64>load<u32>(layer, LAYER_UNITS);
  if (kind == BATCH_NORM) return units << (trained ? 3 : 4);
  return kind == DENSE ? (units * (inputs + (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_BIAS))) << 2 : 0;
}

/** Bytes of a sample that waits in batch or replay: inputs, target, sample weight. */
function rowBytes(): u64 {
  return (<u64>load<u32>(image, HEADER_INPUTS) + (has(FLAG_ANOMALY) ? 0 : load<u32>(image, HEADER_OUTPUTS)) + 1) << 2;
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
