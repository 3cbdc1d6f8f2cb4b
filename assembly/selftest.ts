/**
 * The built-in check: twelve small networks learn a drawn stream, one after another at `arena()`, and their states and
 * answers are hashed. Between them they use every layer, activation, loss, optimizer, schedule and initializer, batches
 * of one and three, missing inputs, clipping and penalties. Open models are not touched.
 */
import {
  ABI_VERSION, ACTIVATION, ADAGRAD, ADAM, BATCH_NORM, BINARY_CROSS_ENTROPY, CROSS_ENTROPY, DENSE, DROPOUT, FLAG_FRESH,
  FLAG_MISSING, FLAG_TARGETS, FORMAT_VERSION, HEADER_BATCH, HEADER_BYTES, HEADER_DELTA, HEADER_DRIFTS, HEADER_FLAGS,
  HEADER_FORMAT, HEADER_INPUTS, HEADER_LENGTH, HEADER_LOSS, HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_SEED,
  HEADER_STATE_BYTES, HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON, HUBER, LAYER_BYTES, LAYER_KIND, LAYER_UNITS,
  LAYER_VALUES, LEAKY_RELU, LINEAR, MAGIC, MEMBER_BETA1, MEMBER_BETA2, MEMBER_BYTES, MEMBER_CLIP, MEMBER_EPSILON,
  MEMBER_LAYERS, MEMBER_RATE, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE, SGD, SIGMOID, SOFTMAX, STANDARDIZE,
} from "../src/abi";
import { succeed } from "./errors";
import { HASH_START, hashBytes } from "./hash";
import { check, stateOf } from "./image";
import { zeroWords } from "./kernels";
import { settle, vacate } from "./life";
import { MIN_NORMAL } from "./math";
import { arena, CONTROL_ANSWER, CONTROL_IMAGE, CONTROL_INPUT, CONTROL_TARGET, reserve } from "./memory";
import { learnClass, learnTarget, predictSample } from "./model";
import { next, seed, uniform } from "./random";
import { fillDerived } from "./tables";

const ARENA_BYTES: usize = 16384;
const NETWORKS = 12;
const SAMPLES = 48;
const INPUTS = 5;
const OUTPUTS = 3;
const LAYERS = 6;
const IMAGE_BYTES = HEADER_BYTES + MEMBER_BYTES + LAYERS * LAYER_BYTES;

/** The checksum, or 0 with E_MEMORY set. */
export function trainBuiltIn(): u32 {
  if (!reserve(ARENA_BYTES)) return 0;
  succeed();
  // Behind everything that the networks take: the generator of the stream.
  const generator = arena() + ARENA_BYTES - 16;
  seed(generator, 1);
  let hash = denormals(HASH_START, generator);
  for (let v = 0; v < NETWORKS; v++) {
    const image = arena();
    write(image, v);
    fillDerived(true);
    const refused = check(image, IMAGE_BYTES, false);
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
  for (let s = 0; s < SAMPLES; s++) {
    for (let i = 0; i < INPUTS; i++) {
      const value = uniform(generator);
      store<f32>(input + (<usize>i << 2), flags & FLAG_MISSING && value < 0.1 ? NaN : 8.0 * value - 4.0);
    }
    predictSample(control);
    hash = hashBytes(hash, load<usize>(control, CONTROL_ANSWER), OUTPUTS << 2);
    for (let i = 0; i < OUTPUTS; i++) store<f32>(target + (<usize>i << 2), uniform(generator));
    if (load<u8>(image, HEADER_LOSS) == CROSS_ENTROPY) learnClass(control, <i32>(next(generator) >>> 8) % OUTPUTS);
    else learnTarget(control);
  }
  return hashBytes(hash, stateOf(image), load<u32>(image, HEADER_STATE_BYTES));
}

/** The tables of network v, but for what follows from them. */
function write(image: usize, v: i32): void {
  const loss = v % 5;
  // Three regressions with linear outputs, then softmax, then sigmoid, where the loss leaves the choice.
  let last = v < 3 ? LINEAR : v < 8 ? SOFTMAX : SIGMOID;
  if (loss == CROSS_ENTROPY) last = SOFTMAX;
  if (loss == BINARY_CROSS_ENTROPY) last = SIGMOID;
  const targets = last == LINEAR;
  zeroWords(image, IMAGE_BYTES);
  store<u32>(image, MAGIC);
  store<u32>(image, (ABI_VERSION << 16) | FORMAT_VERSION, HEADER_FORMAT);
  store<u32>(image, IMAGE_BYTES, HEADER_LENGTH);
  store<u32>(image, FLAG_FRESH | (v % 4 == 3 ? FLAG_MISSING : 0) | (targets ? FLAG_TARGETS : 0), HEADER_FLAGS);
  store<u32>(image, INPUTS, HEADER_INPUTS);
  store<u32>(image, OUTPUTS, HEADER_OUTPUTS);
  store<u32>(image, 1, HEADER_MEMBERS);
  store<u32>(image, LAYERS << 16, HEADER_DRIFTS);
  store<u32>(image, loss, HEADER_LOSS);
  if (loss == HUBER) store<f32>(image, 0.5, HEADER_DELTA);
  store<u32>(image, v % 3 == 2 ? 3 : 1, HEADER_BATCH);
  store<u32>(image, v, HEADER_SEED);
  if (targets) {
    store<f32>(image, 1, HEADER_TARGET_DECAY);
    store<f32>(image, 1e-8, HEADER_TARGET_EPSILON);
  }

  const optimizer = v % 6;
  const schedule = v % 4;
  const member = image + HEADER_BYTES;
  store<u32>(member, LAYERS | (optimizer << 16) | (schedule << 24), MEMBER_LAYERS);
  store<f32>(member, 0.05, MEMBER_RATE);
  if (v & 1) store<f32>(member, 0.5, MEMBER_CLIP);
  if (optimizer != SGD && optimizer != ADAGRAD) store<f32>(member, 0.9, MEMBER_BETA1);
  if (optimizer == ADAM) store<f32>(member, 0.99, MEMBER_BETA2);
  if (optimizer >= ADAGRAD) store<f32>(member, 1e-6, MEMBER_EPSILON);
  if (schedule) store<f32>(member, 0.5, MEMBER_SCHEDULE_VALUE);
  // step and cosine
  if (schedule & 1) store<u32>(member, 20, MEMBER_SCHEDULE_STEPS);

  const penalty: f32 = v & 2 ? 0.001 : 0;
  const hidden = (v + v / 5) % 5;
  let layer = member + MEMBER_BYTES;
  layer = put(layer, STANDARDIZE, INPUTS, v & 1 ? 1 : 0.9, 1e-8, 2);
  const alpha: f32 = hidden == LEAKY_RELU ? 0.1 : 0;
  layer = put(layer, DENSE | (hidden << 8) | (optimizer << 16) | (3 << 24), 7, alpha, penalty, penalty);
  layer = put(layer, BATCH_NORM | (2 << 24), 7, 0.9, 1e-5, 0);
  layer = put(layer, DROPOUT, 7, 0.25, 0, 0);
  layer = put(layer, ACTIVATION | (LEAKY_RELU << 8), 7, 0.1, 0, 0);
  put(layer, DENSE | (last << 8) | ((v & 1) << 24) | (2 << 24), OUTPUTS, 0, 0, penalty);
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
