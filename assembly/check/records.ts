/** The records of member, mixture, detectors and replay, and what the header says of scores and classes. */
import {
  ADAGRAD, ADAM, ADWIN, BALANCED, BINARY_CROSS_ENTROPY, CONSTANT, COSINE, CROSS_ENTROPY, DDM, DRIFT_FACTOR, DRIFT_INPUT,
  DRIFT_KIND, DRIFT_ON, DRIFT_REACTION, DRIFT_ROWS, DRIFT_SAMPLES, DRIFT_STATE, DRIFT_VALUES, FLAG_ANOMALY,
  FLAG_BALANCED, FLAG_CLASS_WEIGHTS, FLAG_TARGETS, HDDM_W, HEADER_BATCH, HEADER_FLAGS, HEADER_LOSS, HEADER_OUTPUTS,
  HEADER_QUANTILE, HEADER_WARM_UP, HUBER, INVERSE_TIME, LAYER_KIND, LAYER_PARAMETERS, MEMBER_AVERAGE_BOTH,
  MEMBER_AVERAGE_DECAY, MEMBER_BETA1, MEMBER_BETA2, MEMBER_CLIP, MEMBER_EPSILON, MEMBER_LAYERS, MEMBER_OPTIMIZER,
  MEMBER_RATE, MEMBER_REPLAY_STEPS, MEMBER_SCHEDULE, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE, MIXTURE_CAP,
  MIXTURE_DECAY, MIXTURE_ETA, MIXTURE_LOGISTIC_RATE, MIXTURE_STATE, ON_ERROR, ON_INPUT, ON_LOSS, PAGE_HINKLEY,
  RAISE_LEARNING_RATE, REOPEN_SCALER, REPLAY_CAPACITY, REPLAY_POLICY, REPLAY_RESERVED, REPLAY_ROWS, REPORT, RESET_HEAD,
  RING, SGD, STANDARDIZE, STEP,
} from "../../src/abi";
import { layer, member, toFirst, toFirstMember, toNextMember } from "../cursor";
import {
  capacity, classWeightsAt, experts, flags, hasReplay, image, inputs, layersAt, loss, mixtureAt, outputs, replayAt,
  rowBytes,
} from "../image";
import { driftBytes } from "../stream/detectors";
import { QUANTILE_BYTES } from "../stream/quantile";
import {
  BETWEEN_0_AND_1, byte, checkRecord, DECAY, FRACTION, half, header, integer, NOT_NEGATIVE, POSITIVE, RATE, real,
  refused, word,
} from "./fields";
import { place, skip } from "./places";

/** Most replayed rows, most steps on them a sample, most samples that something lasts. */
const REPLAY_LIMIT: u32 = 1 << 24;
const REPLAY_STEPS_LIMIT: u32 = 1024;
const SAMPLES_LIMIT: u32 = 1 << 24;

/** The member at hand, which has between `fewest` and `most` layers. */
export function checkMember(fewest: u32, most: u32): void {
  checkRecord(member);
  const optimizer = <i32>load<u8>(member, MEMBER_OPTIMIZER);
  const schedule = load<u8>(member, MEMBER_SCHEDULE);
  half(MEMBER_LAYERS, fewest, most);
  byte(MEMBER_OPTIMIZER, SGD, ADAM);
  byte(MEMBER_SCHEDULE, CONSTANT, COSINE);
  real(MEMBER_RATE, true, RATE);
  real(MEMBER_CLIP, true, NOT_NEGATIVE);
  real(MEMBER_BETA1, optimizer != SGD && optimizer != ADAGRAD, FRACTION);
  real(MEMBER_BETA2, optimizer == ADAM, FRACTION);
  real(MEMBER_EPSILON, optimizer >= ADAGRAD, POSITIVE);
  const range = schedule == STEP ? DECAY : schedule == INVERSE_TIME ? NOT_NEGATIVE : RATE;
  real(MEMBER_SCHEDULE_VALUE, schedule != CONSTANT, range);
  const counts = schedule == STEP || schedule == COSINE;
  word(MEMBER_SCHEDULE_STEPS, counts ? 1 : 0, counts ? u32.MAX_VALUE : 0);
  // Replayed rows take one sample at a time, as experts do.
  const single = capacity == 1;
  word(MEMBER_REPLAY_STEPS, 0, hasReplay() && single ? REPLAY_STEPS_LIMIT : 0);
  real(MEMBER_AVERAGE_DECAY, single, FRACTION);
  word(MEMBER_AVERAGE_BOTH, 0, load<f32>(member, MEMBER_AVERAGE_DECAY) > 0 ? 1 : 0);
}

export function checkMixture(): void {
  const logistic = loss == CROSS_ENTROPY;
  checkRecord(mixtureAt());
  real(MIXTURE_ETA, true, NOT_NEGATIVE);
  real(MIXTURE_DECAY, true, DECAY);
  real(MIXTURE_CAP, true, POSITIVE);
  real(MIXTURE_LOGISTIC_RATE, logistic, RATE);
  takesOneSample();
  if (loss == BINARY_CROSS_ENTROPY) takesLoss(0, CROSS_ENTROPY);
  place(MIXTURE_STATE, logistic ? (<u32>experts << 3) + 8 : <u32>experts << 2);
}

/** Detectors of errors in [0, 1] watch a classifier's error, or an input; the others anything. */
export function checkDrift(record: usize): void {
  checkRecord(record);
  const detector = <i32>load<u8>(record, DRIFT_KIND);
  const on = load<u8>(record, DRIFT_ON);
  const reaction = load<u8>(record, DRIFT_REACTION);
  const lasts = reaction == RAISE_LEARNING_RATE || reaction == REOPEN_SCALER;
  byte(DRIFT_KIND, DDM, ADWIN);
  byte(DRIFT_ON, ON_ERROR, detector == DDM ? ON_ERROR : ON_INPUT);
  if (detector == HDDM_W && on == ON_LOSS) byte(DRIFT_ON, ON_INPUT, ON_INPUT);
  if (detector <= HDDM_W && on == ON_ERROR) takesLoss(CROSS_ENTROPY, BINARY_CROSS_ENTROPY);
  byte(DRIFT_REACTION, REPORT, RESET_HEAD);
  byte(DRIFT_REACTION + 1, 0, 0);
  word(DRIFT_INPUT, 0, on == ON_INPUT ? inputs - 1 : 0);
  const used = detector == ADWIN ? 8 : detector == PAGE_HINKLEY ? 16 : 12;
  const shares = detector == HDDM_W ? 12 : detector == ADWIN ? 4 : 0;
  for (let i = 0; i < 16; i += 4) real(DRIFT_VALUES + i, i < used, i < shares ? BETWEEN_0_AND_1 : POSITIVE);
  word(DRIFT_ROWS, detector == ADWIN ? 4 : 0, detector == ADWIN ? 24 : 0);
  real(DRIFT_FACTOR, lasts, reaction == REOPEN_SCALER ? DECAY : POSITIVE);
  word(DRIFT_SAMPLES, lasts ? 1 : 0, lasts ? SAMPLES_LIMIT : 0);
  takesOneSample();
  if (!refused) place(DRIFT_STATE, driftBytes(record));
}

/** An anomaly model learns its own standardised input: it has a scaler, and one for all members. */
export function checkScores(): void {
  const anomaly = (flags & FLAG_ANOMALY) != 0;
  checkRecord(image);
  real(HEADER_QUANTILE, anomaly, FRACTION);
  word(HEADER_WARM_UP, 0, anomaly ? SAMPLES_LIMIT : 0);
  if (!anomaly) return;
  word(HEADER_OUTPUTS, inputs, inputs);
  takesLoss(0, HUBER);
  takesOneSample();
  integer(HEADER_FLAGS, flags & FLAG_TARGETS, 0, 0);
  const scaler = load<u32>(layersAt(), LAYER_PARAMETERS);
  toFirstMember();
  do {
    toFirst();
    checkRecord(layer);
    byte(LAYER_KIND, STANDARDIZE, STANDARDIZE);
    word(LAYER_PARAMETERS, scaler, scaler);
  } while (toNextMember());
  skip(QUANTILE_BYTES);
}

/** Weights of classes need classes: a loss over them. */
export function checkClasses(): void {
  const balanced = flags & FLAG_BALANCED;
  if (flags & FLAG_CLASS_WEIGHTS) {
    checkRecord(classWeightsAt());
    for (let i: usize = 0; i < <usize>outputs; i++) real(i << 2, true, NOT_NEGATIVE);
    header(HEADER_FLAGS, balanced, 0, 0);
  }
  if (flags & (FLAG_CLASS_WEIGHTS | FLAG_BALANCED)) takesLoss(CROSS_ENTROPY, CROSS_ENTROPY);
  if (balanced) skip(<u32>outputs << 2);
}

export function checkReplay(): void {
  const record = replayAt();
  const balanced = load<u32>(record, REPLAY_POLICY) == BALANCED;
  const classes: u32 = balanced ? outputs : 1;
  const rows = load<u32>(record, REPLAY_CAPACITY);
  const whole = rows - (rows % classes);
  checkRecord(record);
  word(REPLAY_CAPACITY, classes, REPLAY_LIMIT);
  word(REPLAY_CAPACITY, whole, whole);
  word(REPLAY_POLICY, RING, BALANCED);
  if (balanced) takesLoss(CROSS_ENTROPY, CROSS_ENTROPY);
  place(REPLAY_ROWS, (<u64>classes << 3) + <u64>rowBytes() * rows);
  word(REPLAY_RESERVED, 0, 0);
  takesOneSample();
}

// --- What a record asks of the header ---

function takesOneSample(): void {
  header(HEADER_BATCH, capacity, 1, 1);
}

function takesLoss(low: u32, high: u32): void {
  header(HEADER_LOSS, loss, low, high);
}
