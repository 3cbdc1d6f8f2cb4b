/**
 * The models of the self test, written word by word in the order of src/abi.ts. What follows from the tables is left 0.
 *
 * Between the first twelve they use every layer, activation, loss, optimizer, schedule and initializer, batches of one
 * and three, missing inputs, clipping and penalties; the last four are two committees, a network that scores anomalies
 * and one with an average, with both replays, every detector on all it can watch, every reaction, and class weights of
 * both kinds.
 */
import {
  ABI_VERSION, ACTIVATION, ADAGRAD, ADAM, ADWIN, BALANCED, BATCH_NORM, BINARY_CROSS_ENTROPY, CROSS_ENTROPY, DDM, DENSE,
  DROPOUT, FLAG_ANOMALY, FLAG_BALANCED, FLAG_CLASS_WEIGHTS, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, FORMAT_VERSION,
  HDDM_W, HEADER_LENGTH, HUBER, LEAKY_RELU, LINEAR, MAGIC, MSE, ON_ERROR, ON_INPUT, ON_LOSS, PAGE_HINKLEY,
  RAISE_LEARNING_RATE, REOPEN_SCALER, RING, SGD, SIGMOID, SOFTMAX, STANDARDIZE,
} from "../src/abi";

export const MODELS = 16;
/** From here on they use what streams ask for. */
export const FIRST_STREAM = 12;
export const INPUTS = 5;
export const OUTPUTS = 3;
const LAYERS = 6;

/** Where the next word goes. */
let place: usize = 0;

/** The tables of model v; their length. */
export function writeModel(image: usize, v: i32): u32 {
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
  let flags = FLAG_FRESH | (v % 4 == 3 ? FLAG_MISSING : 0) | (targets ? FLAG_TARGETS : 0);
  if (anomaly) flags |= FLAG_ANOMALY;
  if (kind == 0) flags |= FLAG_BALANCED;
  if (kind == 3) flags |= FLAG_CLASS_WEIGHTS;
  place = image;
  word(MAGIC);
  word((ABI_VERSION << 16) | FORMAT_VERSION);
  zeros(2);
  word(flags);
  word(INPUTS);
  word(outputs);
  zeros(2);
  word(members | (<u32>streams << 16));
  word(detectors | ((members * LAYERS) << 16));
  word(loss);
  realIf(loss == HUBER, 0.5);
  word(v % 3 == 2 && !streams ? 3 : 1);
  word(v);
  realIf(targets, 1);
  zeros(1);
  realIf(targets, 1e-8);
  realIf(anomaly, 0.75);
  wordIf(anomaly, 10);
  for (let m = 0; m < members; m++) writeMember(v + m, m, streams);
  for (let m = 0; m < members; m++) writeLayers(v + m, last, outputs);
  if (members > 1) {
    real(0.3);
    real(0.9);
    real(20);
    realIf(loss == CROSS_ENTROPY, 0.1);
    zeros(1);
  }
  if (streams) {
    word(9);
    word(kind == 0 ? BALANCED : RING);
    zeros(2);
  }
  for (let i = ADWIN + 1 - detectors; i <= ADWIN; i++) writeDetector(i, kind);
  if (kind == 3) for (let c = 1; c <= OUTPUTS; c++) real(<f32>c);
  const bytes = <u32>(place - image);
  store<u32>(image, bytes, HEADER_LENGTH);
  return bytes;
}

function writeMember(v: i32, m: i32, streams: bool): void {
  const optimizer = v % 6;
  const schedule = v % 4;
  word(LAYERS | (optimizer << 16) | (schedule << 24));
  real(0.05);
  realIf(v & 1, 0.5);
  realIf(optimizer != SGD && optimizer != ADAGRAD, 0.9);
  realIf(optimizer == ADAM, 0.99);
  realIf(optimizer >= ADAGRAD, 1e-6);
  realIf(schedule, 0.5);
  // step and cosine
  wordIf(schedule & 1, 20);
  wordIf(streams, m + 1);
  realIf(streams, 0.9);
  // One expert a member but for the last, whose weights and average both answer.
  word(m);
  zeros(1);
}

function writeLayers(v: i32, last: i32, outputs: i32): void {
  const optimizer = v % 6;
  const penalty: f32 = v & 2 ? 0.001 : 0;
  const hidden = (v + v / 5) % 5;
  const alpha: f32 = hidden == LEAKY_RELU ? 0.1 : 0;
  layer(STANDARDIZE, INPUTS, v & 1 ? 1 : 0.9, 1e-8, 2);
  layer(DENSE | (hidden << 8) | (optimizer << 16) | (3 << 24), 7, alpha, penalty, penalty);
  layer(BATCH_NORM | (2 << 24), 7, 0.9, 1e-5, 0);
  layer(DROPOUT, 7, 0.25, 0, 0);
  layer(ACTIVATION | (LEAKY_RELU << 8), 7, 0.1, 0, 0);
  layer(DENSE | (last << 8) | ((v & 1) << 24) | (2 << 24), outputs, 0, 0, penalty);
}

function layer(head: u32, units: u32, a: f32, b: f32, c: f32): void {
  word(head);
  word(units);
  zeros(2);
  real(a);
  real(b);
  real(c);
  zeros(1);
}

function writeDetector(i: i32, kind: i32): void {
  // On the error where it must be; the second committee watches error and loss, the others an input and the loss.
  const on = i <= HDDM_W ? ON_ERROR : kind == 1 ? i - PAGE_HINKLEY : i == ADWIN ? ON_LOSS : ON_INPUT;
  const reaction = (i + kind) & 3;
  const lasts = reaction == RAISE_LEARNING_RATE || reaction == REOPEN_SCALER;
  word(i | (on << 8) | (reaction << 16));
  wordIf(on == ON_INPUT, 2);
  real(i == PAGE_HINKLEY ? 5 : i == DDM ? 0.5 : i == HDDM_W ? 0.05 : 0.9);
  real(i == ADWIN ? 4 : i == DDM ? 2.5 : 0.5);
  real(i == ADWIN ? 0 : i == DDM ? 5 : 0.4);
  realIf(i == PAGE_HINKLEY, 0.9);
  wordIf(i == ADWIN, 4);
  realIf(lasts, 0.5);
  wordIf(lasts, 3);
  zeros(1);
}

function zeros(count: i32): void {
  for (; count > 0; count--) word(0);
}

function real(value: f32): void {
  word(reinterpret<u32>(value));
}

function realIf(used: i32, value: f32): void {
  wordIf(used, reinterpret<u32>(value));
}

function wordIf(used: i32, value: u32): void {
  word(used ? value : 0);
}

function word(value: u32): void {
  store<u32>(place, value);
  place += 4;
}
