/**
 * The built-in check: sixteen small models learn a drawn stream, one after another at `arena()`, and their states and
 * answers are hashed. Between the first twelve they use every layer, activation, loss, optimizer, schedule and
 * initializer, batches of one and three, missing inputs, clipping and penalties; the last four are two committees, a
 * network that scores anomalies and one with an average, with both replays, every detector on all it can watch, every
 * reaction, and class weights of both kinds. Open models are not touched.
 */
import {
  ABI_VERSION, ACTIVATION, ADAGRAD, ADAM, ADWIN, BALANCED, BATCH_NORM, BINARY_CROSS_ENTROPY, CROSS_ENTROPY, DDM, DENSE,
  DRIFT_BYTES, DRIFT_FACTOR, DRIFT_INPUT, DRIFT_ROWS, DRIFT_SAMPLES, DRIFT_VALUES, DROPOUT, E_MEMORY, FLAG_ANOMALY,
  FLAG_BALANCED, FLAG_CLASS_WEIGHTS, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, FORMAT_VERSION, HDDM_W, HEADER_BATCH,
  HEADER_BYTES, HEADER_DELTA, HEADER_DRIFTS, HEADER_FLAGS, HEADER_FORMAT, HEADER_INPUTS, HEADER_LENGTH, HEADER_LOSS,
  HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_QUANTILE, HEADER_SEED, HEADER_STATE_BYTES, HEADER_TARGET_DECAY,
  HEADER_TARGET_EPSILON, HEADER_WARM_UP, HUBER, LAYER_BYTES, LAYER_KIND, LAYER_UNITS, LAYER_VALUES, LEAKY_RELU, LINEAR,
  MAGIC, MEMBER_AVERAGE_BOTH, MEMBER_AVERAGE_DECAY, MEMBER_BETA1, MEMBER_BETA2, MEMBER_BYTES, MEMBER_CLIP,
  MEMBER_EPSILON, MEMBER_LAYERS, MEMBER_RATE, MEMBER_REPLAY_STEPS, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE,
  MIXTURE_BYTES, MIXTURE_CAP, MIXTURE_DECAY, MIXTURE_ETA, MIXTURE_LOGISTIC_RATE, MSE, ON_ERROR, ON_INPUT, ON_LOSS,
  PAGE_HINKLEY, RAISE_LEARNING_RATE, REOPEN_SCALER, REPLAY_BYTES, REPLAY_CAPACITY, REPLAY_POLICY, RING, SGD, SIGMOID,
  SOFTMAX, STANDARDIZE,
} from "../src/abi";
import { succeed } from "./errors";
import { HASH_START, hashBytes } from "./hash";
import { check, stateOf } from "./image";
import { zeroWords } from "./kernels";
import { settle, vacate } from "./life";
import { MIN_NORMAL } from "./math";
import {
  arena, CONTROL_ANSWER, CONTROL_IMAGE, CONTROL_INPUT, CONTROL_SCORE, CONTROL_TARGET, reserve,
} from "./memory";
import { learnClass, learnTarget, predictSample, scoreSample } from "./model";
import { next, seed, uniform } from "./random";
import { fillDerived } from "./tables";

const ARENA_BYTES: usize = 16384;
const MODELS = 16;
/** From here on they use what streams ask for. */
const FIRST_STREAM = 12;
const SAMPLES = 48;
const INPUTS = 5;
const OUTPUTS = 3;
const LAYERS = 6;
/** More than any of the tables takes. */
const TABLE_BYTES = HEADER_BYTES + 2 * (MEMBER_BYTES + LAYERS * LAYER_BYTES) + 256;

/** The checksum, or 0 with E_MEMORY set. */
export function trainBuiltIn(): u32 {
  if (!reserve(ARENA_BYTES)) return 0;
  succeed();
  // Behind everything that the networks take: the generator of the stream.
  const generator = arena() + ARENA_BYTES - 16;
  seed(generator, 1);
  let hash = denormals(HASH_START, generator);
  for (let v = 0; v < MODELS; v++) {
    const image = arena();
    const bytes = write(image, v);
    fillDerived(true);
    const refused = check(image, bytes, false);
    fillDerived(false);
    if (refused < 0) return 0;
    const control = settle(image);
    if (!control) return 0;
    hash = train(hash, control, generator, v);
    vacate(control);
  }
  return hash;
}

/** A runtime that flushes subnormal numbers ends with another hash. Drawn factors, so that nothing folds them. */
function denormals(hash: u32, scratch: usize): u32 {
  const small: f32 = MIN_NORMAL * uniform(scratch);
  return (hash ^ reinterpret<u32>(small)) * reinterpret<u32>(small * (16777216.0 + uniform(scratch)));
}

function train(hash: u32, control: usize, generator: usize, v: i32): u32 {
  const image = load<usize>(control, CONTROL_IMAGE);
  const input = load<usize>(control, CONTROL_INPUT);
  const target = load<usize>(control, CONTROL_TARGET);
  const flags = load<u32>(image, HEADER_FLAGS);
  const classes = load<u8>(image, HEADER_LOSS) == CROSS_ENTROPY;
  for (let s = 0; s < SAMPLES; s++) {
    for (let i = 0; i < INPUTS; i++) {
      const value = uniform(generator);
      store<f32>(input + (<usize>i << 2), flags & FLAG_MISSING && value < 0.1 ? NaN : 8.0 * value - 4.0);
    }
    if (flags & FLAG_ANOMALY) hash = hashBytes(hash ^ scoreSample(control), control + CONTROL_SCORE, 4);
    else predictSample(control);
    hash = hashBytes(hash, load<usize>(control, CONTROL_ANSWER), OUTPUTS << 2);
    for (let i = 0; i < OUTPUTS; i++) store<f32>(target + (<usize>i << 2), uniform(generator));
    // The classes of the stream change places half way: drifts are seen.
    const late = v >= FIRST_STREAM && s >= SAMPLES / 2 ? 1 : 0;
    if (classes) learnClass(control, (v < FIRST_STREAM ? <i32>(next(generator) >>> 8) : late) % OUTPUTS);
    else learnTarget(control);
  }
  return hashBytes(hash, stateOf(image), load<u32>(image, HEADER_STATE_BYTES));
}

/** The tables of model v, but for what follows from them. Returns their length. */
function write(image: usize, v: i32): usize {
  const streams = v >= FIRST_STREAM;
  const kind = v - FIRST_STREAM;
  // Of the last four: a classification, a regression, anomalies, a classification again.
  const anomaly = kind == 2;
  const loss = streams ? (kind % 3 == 0 ? CROSS_ENTROPY : anomaly ? HUBER : MSE) : v % 5;
  // Three regressions with linear outputs, then softmax, then sigmoid, where the loss leaves the choice.
  let last = v < 3 || streams ? LINEAR : v < 8 ? SOFTMAX : SIGMOID;
  if (loss == CROSS_ENTROPY) last = SOFTMAX;
  if (loss == BINARY_CROSS_ENTROPY) last = SIGMOID;
  const targets = last == LINEAR && !anomaly;
  const outputs = anomaly ? INPUTS : OUTPUTS;
  const members = streams && kind < 2 ? 2 : 1;
  const detectors = streams ? (loss == CROSS_ENTROPY ? 4 : 2) : 0;
  zeroWords(image, TABLE_BYTES);
  let flags = FLAG_FRESH | (v % 4 == 3 ? FLAG_MISSING : 0) | (targets ? FLAG_TARGETS : 0);
  if (anomaly) flags |= FLAG_ANOMALY;
  if (kind == 0) flags |= FLAG_BALANCED;
  if (kind == 3) flags |= FLAG_CLASS_WEIGHTS;
  store<u32>(image, MAGIC);
  store<u32>(image, (ABI_VERSION << 16) | FORMAT_VERSION, HEADER_FORMAT);
  store<u32>(image, flags, HEADER_FLAGS);
  store<u32>(image, INPUTS, HEADER_INPUTS);
  store<u32>(image, outputs, HEADER_OUTPUTS);
  store<u32>(image, members | (streams ? 1 << 16 : 0), HEADER_MEMBERS);
  store<u32>(image, detectors | ((members * LAYERS) << 16), HEADER_DRIFTS);
  store<u32>(image, loss, HEADER_LOSS);
  if (loss == HUBER) store<f32>(image, 0.5, HEADER_DELTA);
  store<u32>(image, v % 3 == 2 && !streams ? 3 : 1, HEADER_BATCH);
  store<u32>(image, v, HEADER_SEED);
  if (targets) {
    store<f32>(image, 1, HEADER_TARGET_DECAY);
    store<f32>(image, 1e-8, HEADER_TARGET_EPSILON);
  }
  if (anomaly) {
    store<f32>(image, 0.75, HEADER_QUANTILE);
    store<u32>(image, 10, HEADER_WARM_UP);
  }
  const layers = image + HEADER_BYTES + members * MEMBER_BYTES;
  let at = layers;
  for (let m = 0; m < members; m++) {
    const member = image + HEADER_BYTES + m * MEMBER_BYTES;
    writeMember(member, v + m);
    at = writeLayers(at, v + m, last, outputs);
    if (!streams) continue;
    store<u32>(member, m + 1, MEMBER_REPLAY_STEPS);
    store<f32>(member, 0.9, MEMBER_AVERAGE_DECAY);
    // One expert a member but for the last, whose weights and average both answer.
    store<u32>(member, m, MEMBER_AVERAGE_BOTH);
  }
  if (!streams) return seal(image, at);
  if (members > 1) {
    store<f32>(at, 0.3, MIXTURE_ETA);
    store<f32>(at, 0.9, MIXTURE_DECAY);
    store<f32>(at, 20, MIXTURE_CAP);
    if (loss == CROSS_ENTROPY) store<f32>(at, 0.1, MIXTURE_LOGISTIC_RATE);
    at += MIXTURE_BYTES;
  }
  store<u32>(at, 9, REPLAY_CAPACITY);
  store<u32>(at, kind == 0 ? BALANCED : RING, REPLAY_POLICY);
  at += REPLAY_BYTES;
  for (let i = ADWIN + 1 - detectors; i <= ADWIN; i++, at += DRIFT_BYTES) {
    // On the error where it must be; the second committee watches error and loss, the others an input and the loss.
    const on = i <= HDDM_W ? ON_ERROR : kind == 1 ? i - PAGE_HINKLEY : i == ADWIN ? ON_LOSS : ON_INPUT;
    store<u32>(at, i | (on << 8) | (((i + kind) & 3) << 16));
    const lasts = ((i + kind) & 3) == RAISE_LEARNING_RATE || ((i + kind) & 3) == REOPEN_SCALER;
    if (on == ON_INPUT) store<u32>(at, 2, DRIFT_INPUT);
    store<f32>(at, i == PAGE_HINKLEY ? 5 : i == DDM ? 0.5 : i == HDDM_W ? 0.05 : 0.9, DRIFT_VALUES);
    store<f32>(at, i == ADWIN ? 4 : i == DDM ? 2.5 : 0.5, DRIFT_VALUES + 4);
    if (i != ADWIN) store<f32>(at, i == DDM ? 5 : 0.4, DRIFT_VALUES + 8);
    if (i == PAGE_HINKLEY) store<f32>(at, 0.9, DRIFT_VALUES + 12);
    if (i == ADWIN) store<u32>(at, 4, DRIFT_ROWS);
    if (lasts) store<f32>(at, 0.5, DRIFT_FACTOR);
    if (lasts) store<u32>(at, 3, DRIFT_SAMPLES);
  }
  if (kind == 3) for (let c = 0; c < OUTPUTS; c++, at += 4) store<f32>(at, <f32>(c + 1));
  return seal(image, at);
}

function seal(image: usize, end: usize): usize {
  store<u32>(image, end - image, HEADER_LENGTH);
  return end - image;
}

function writeMember(member: usize, v: i32): void {
  const optimizer = v % 6;
  const schedule = v % 4;
  store<u32>(member, LAYERS | (optimizer << 16) | (schedule << 24), MEMBER_LAYERS);
  store<f32>(member, 0.05, MEMBER_RATE);
  if (v & 1) store<f32>(member, 0.5, MEMBER_CLIP);
  if (optimizer != SGD && optimizer != ADAGRAD) store<f32>(member, 0.9, MEMBER_BETA1);
  if (optimizer == ADAM) store<f32>(member, 0.99, MEMBER_BETA2);
  if (optimizer >= ADAGRAD) store<f32>(member, 1e-6, MEMBER_EPSILON);
  if (schedule) store<f32>(member, 0.5, MEMBER_SCHEDULE_VALUE);
  // step and cosine
  if (schedule & 1) store<u32>(member, 20, MEMBER_SCHEDULE_STEPS);
}

function writeLayers(layer: usize, v: i32, last: i32, outputs: i32): usize {
  const optimizer = v % 6;
  const penalty: f32 = v & 2 ? 0.001 : 0;
  const hidden = (v + v / 5) % 5;
  layer = put(layer, STANDARDIZE, INPUTS, v & 1 ? 1 : 0.9, 1e-8, 2);
  const alpha: f32 = hidden == LEAKY_RELU ? 0.1 : 0;
  layer = put(layer, DENSE | (hidden << 8) | (optimizer << 16) | (3 << 24), 7, alpha, penalty, penalty);
  layer = put(layer, BATCH_NORM | (2 << 24), 7, 0.9, 1e-5, 0);
  layer = put(layer, DROPOUT, 7, 0.25, 0, 0);
  layer = put(layer, ACTIVATION | (LEAKY_RELU << 8), 7, 0.1, 0, 0);
  return put(layer, DENSE | (last << 8) | ((v & 1) << 24) | (2 << 24), outputs, 0, 0, penalty);
}

/** A layer record; returns where the next one begins. */
function put(layer: usize, head: u32, units: i32, a: f32, b: f32, c: f32): usize {
  store<u32>(layer, head, LAYER_KIND);
  store<u32>(layer, units, LAYER_UNITS);
  store<f32>(layer, a, LAYER_VALUES);
  store<f32>(layer, b, LAYER_VALUES + 4);
  store<f32>(layer, c, LAYER_VALUES + 8);
  return layer + LAYER_BYTES;
}
