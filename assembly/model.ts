/**
 * One sample through the model at hand: guard, scale, members, step.
 *
 * Order of a learnt sample: refuse what is illegal; move the scalers; forward; loss; backward; and only when loss, norm
 * and spread are finite, update. A step that is not finite changes no weight and is counted.
 */
import {
  E_CLASS, E_SPEC, E_STATE, FLAG_ANOMALY, HEADER_FLAGS, HEADER_TARGET_CLIP, HEADER_TARGET_DECAY, HEADER_TARGET_EPSILON,
  LEARN_BUFFERED, LEARN_SKIPPED, LEARN_STEPPED, MEMBER_AVERAGES, MEMBER_CLIP, MEMBER_REPLAY_STEPS, MEMBER_STATE_SKIPPED,
  OK, SIGMOID, SOFTMAX, STANDARDIZE, STATE_LEARNT, STATE_PENDING,
} from "../src/abi";
import { moveAverage } from "./average";
import { learnMixture, mix } from "./committee";
import {
  answer, control, kind, lastActivation, member, memberState, parameters, rows, targetScaler, toFirst, toFirstMember,
  toNextMember, useAverage, y,
} from "./cursor";
import { code, fail, failValue } from "./errors";
import { checkInput, checkTarget } from "./guard";
import { recordLoss } from "./health";
import {
  capacity, experts, flags, hasDrifts, image, inputs, outputs, pendingAt, rowBytes, stateAt, targets,
} from "./image";
import { at, firstBeyond, zeroWords } from "./kernels";
import { move, observe } from "./layers/standardize";
import { errorOfAnswer, errorOfSample, isFused, lossOfSample, squaredError } from "./losses";
import {
  CONTROL_INPUT, CONTROL_LOSS, CONTROL_PREDICTIONS, CONTROL_REFUSED, CONTROL_SAMPLE_WEIGHT, CONTROL_SCORE,
  CONTROL_TARGET,
} from "./memory";
import { activateRows, backward, forward, spread, update } from "./network";
import { begin } from "./optimizers";
import { countUpdate } from "./schedules";
import { watchDrift } from "./stream/drift";
import { observeScore, threshold } from "./stream/quantile";
import { drawRow, enterReplay, remember } from "./stream/replay";
import {
  classWeight, countClass, keepRow, restoreUnits, standardizeTargets, targetAtHand, targetClass, targetsFrom,
} from "./targets";

/** Of the answer to the sample at hand: what detectors on the error see. */
let error: f32 = 0;

/** Answers for the sample in the input buffer, into the output buffer. Nothing but scratch and a count changes. */
export function predictSample(): i32 {
  const sample = load<usize>(control, CONTROL_INPUT);
  if (checkInput(sample, false) < 0) return refuse();
  answerTo(sample);
  standardizeTargets();
  restoreUnits();
  // Weights that diverged answer with infinity or NaN: a number nobody should act on.
  const i = firstBeyond(answer, outputs, Infinity);
  if (i < outputs) return failValue(E_STATE, i, f32.MAX_VALUE, at(answer, i));
  increment(control + CONTROL_PREDICTIONS);
  return OK;
}

/** Scores the sample in the input buffer: 1 where it is an anomaly, else 0. As pure as a prediction. */
export function scoreSample(): i32 {
  const refused = predictSample();
  if (refused) return refused;
  if (!(flags & FLAG_ANOMALY)) return fail(E_SPEC, HEADER_FLAGS, FLAG_ANOMALY, flags);
  const sample = load<usize>(control, CONTROL_INPUT);
  targetsFrom(sample);
  // The answer in standardised units once more: predictSample has put it back into those of the inputs.
  answerTo(sample);
  const score = squaredError(answer);
  store<f32>(control, score, CONTROL_SCORE);
  return score > threshold() ? 1 : 0;
}

/** Learns the sample in the input buffer with the numbers in the target buffer. */
export function learnTarget(): i32 {
  const sample = load<usize>(control, CONTROL_INPUT);
  const target = flags & FLAG_ANOMALY ? sample : load<usize>(control, CONTROL_TARGET);
  if (checkInput(sample, false) < 0 || checkTarget(target, targets()) < 0) return refuseToLearn();
  targetsFrom(target);
  return learnSample(sample);
}

/** Learns the sample in the input buffer as one of class k. */
export function learnClass(k: i32): i32 {
  const sample = load<usize>(control, CONTROL_INPUT);
  const last = lastActivation();
  const classes = last == SOFTMAX ? outputs : last == SIGMOID && outputs == 1 ? 2 : 0;
  const isClass = k >= 0 && k < classes;
  if (!isClass) fail(E_CLASS, 0, classes, k);
  if (!isClass || checkInput(sample, false) < 0) return refuseToLearn();
  targetClass(k);
  return learnSample(sample);
}

/** Steps with the samples that wait, though they fill no batch. OK and nothing done where none wait. */
export function flushBatch(): i32 {
  const pending = load<u32>(stateAt(), STATE_PENDING);
  return pending ? stepWaiting(pending) : LEARN_STEPPED;
}

// --- The sample at hand ---

/** Counts a refusal; its code, for the error is set. */
function refuse(): i32 {
  increment(control + CONTROL_REFUSED);
  return code;
}

/** The sample weight was meant for this sample and goes with it. */
function refuseToLearn(): i32 {
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
  return refuse();
}

function learnSample(sample: usize): i32 {
  const weight = load<f32>(control, CONTROL_SAMPLE_WEIGHT);
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
  moveScalers(sample);
  countClass();
  const state = stateAt();
  increment(state + STATE_LEARNT);
  if (capacity == 1) return learnAtOnce(sample, weight);
  const pending = load<u32>(state, STATE_PENDING);
  keepRow(pendingAt() + <usize>pending * rowBytes(), sample, weight);
  store<u32>(state, pending + 1, STATE_PENDING);
  return <i32>pending + 1 == capacity ? stepWaiting(capacity) : LEARN_BUFFERED;
}

/** Committee or one network: members ascending, each its own step, its replayed steps, its average; then the replay. */
function learnAtOnce(sample: usize, weight: f32): i32 {
  const isMixed = experts > 1;
  standardizeTargets();
  const isWatched = hasDrifts() || (flags & FLAG_ANOMALY) != 0;
  let mixed: f32 = 0;
  if (isMixed || isWatched) answerTo(sample);
  if (isWatched) note();
  if (isMixed) mixed = learnMixture();
  const replays = enterReplay();
  const target = targetAtHand();
  let result = LEARN_STEPPED;
  toFirstMember();
  do {
    result |= stepRows(sample, 0, 1, weight, true);
    if (replays) {
      for (let k = load<u32>(member, MEMBER_REPLAY_STEPS); k > 0; k--) {
        const row = drawRow();
        if (row) stepRows(row, rowBytes(), 1, 0, false);
      }
      targetsFrom(target);
    }
    if (load<u32>(member, MEMBER_AVERAGES)) moveAverage();
  } while (toNextMember());
  toFirstMember();
  if (isMixed) store<f32>(control, mixed, CONTROL_LOSS);
  if (replays) remember(sample, weight);
  watchDrift(sample, error, load<f32>(control, CONTROL_LOSS));
  return result;
}

/**
 * Takes the answer to the new sample, before it is learnt, to those who watch answers: what `predict` would say. The
 * training pass of the step answers otherwise, where there is dropout or an average.
 */
function note(): void {
  error = errorOfAnswer(answer);
  if (flags & FLAG_ANOMALY) observeScore(squaredError(answer));
}

function answerTo(sample: usize): void {
  if (experts > 1) return mix(sample);
  useAverage(load<u32>(member, MEMBER_AVERAGES) != 0);
  forward(sample, 0, 1, false, false, false);
  useAverage(false);
}

function moveScalers(sample: usize): void {
  let highest: usize = 0;
  do {
    toFirst();
    // Members that share a scaler find it moved: scalers lie in the order of the members that have them.
    if (kind == STANDARDIZE && parameters() > highest) {
      highest = parameters();
      observe(sample);
    }
  } while (toNextMember());
  toFirstMember();
  if (!targetScaler) return;
  move(
    targetScaler, load<usize>(control, CONTROL_TARGET), outputs, false, load<f32>(image, HEADER_TARGET_DECAY),
    load<f32>(image, HEADER_TARGET_CLIP), load<f32>(image, HEADER_TARGET_EPSILON),
  );
}

function stepWaiting(pending: i32): i32 {
  standardizeTargets();
  const result = stepRows(pendingAt(), rowBytes(), pending, 0, true);
  zeroWords(pendingAt(), rowBytes() * pending);
  store<u32>(stateAt(), 0, STATE_PENDING);
  return result;
}

/**
 * One step of the member at hand. Samples of batch and replay (stride > 0) carry their target and weight behind them;
 * `isNew` says that they are no replay: those count no update, and neither the loss nor the watch for stuck units is
 * told of them.
 */
function stepRows(samples: usize, stride: usize, sampleCount: i32, weight: f32, isNew: bool): i32 {
  forward(samples, stride, sampleCount, true, isFused(), isNew);
  const last = y;
  const bytes = <usize>outputs << 2;
  // An anomaly model's target is its input.
  const toTarget: usize = flags & FLAG_ANOMALY ? 0 : inputs << 2;
  const toWeight = rowBytes() - 4;
  const end = last + <usize>rows * bytes;
  let mean: f32 = 0;
  for (let row = last, target = samples + toTarget; row < end; row += bytes, target += stride) {
    if (stride) targetsFrom(target);
    mean += lossOfSample(row);
  }
  mean /= <f32>rows;
  if (isNew) store<f32>(control, mean, CONTROL_LOSS);
  if (load<u32>(member, MEMBER_REPLAY_STEPS)) recordLoss(isNew, mean);
  // The errors below are limited, so an output that is not finite shows only here.
  let guard: f32 = spread + mean;
  if (firstBeyond(last, rows * outputs, Infinity) < rows * outputs) guard = Infinity;
  if (isFused()) activateRows();
  for (let row = last; row < end; row += bytes, samples += stride) {
    if (stride) {
      targetsFrom(samples + toTarget);
      weight = load<f32>(samples + toWeight);
    }
    errorOfSample(row, (weight * classWeight()) / <f32>rows);
  }
  const squared = backward();
  guard += squared;
  if (!(guard - guard == 0)) {
    increment(memberState + MEMBER_STATE_SKIPPED);
    return LEARN_SKIPPED;
  }
  const clip = load<f32>(member, MEMBER_CLIP);
  const norm = sqrt<f32>(squared);
  begin();
  update(clip > 0 && norm > clip ? clip / norm : 1);
  if (isNew) countUpdate();
  return LEARN_STEPPED;
}

function increment(counter: usize): void {
  store<u64>(counter, load<u64>(counter) + 1);
}
