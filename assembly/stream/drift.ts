/**
 * Drift detectors over what a sample brought: its error, its loss, or one standardised input; and what follows.
 *
 * A status lasts for one sample: 1 warning, 2 drift. After a drift the detector starts afresh with the next sample.
 *
 * State of each: status u32, drifts so far u32, samples the reaction still lasts u32, then the detector's own.
 *   raiseLearningRate  every member's rate times `factor` for the next `samples` samples
 *   reopenScaler       the scalers of the inputs move with `decay` for the next `samples` samples
 *   resetHead          the last layer of every member is drawn again, its slots and its average with it
 */
import {
  DRIFT_BYTES, DRIFT_FACTOR, DRIFT_INPUT, DRIFT_KIND, DRIFT_ON, DRIFT_REACTION, DRIFT_SAMPLES, DRIFT_STATE, HDDM_W,
  LAYER_CLIP, LAYER_EPSILON, ON_ERROR, ON_LOSS, RAISE_LEARNING_RATE, REOPEN_SCALER, RESET_HEAD, STANDARDIZE,
} from "../../src/abi";
import { kind, layer, parameters, toFirst, toFirstMember, toNextMember } from "../cursor";
import { isLegal } from "../guard";
import { classWeightsAt, driftsAt, image, inputs, missing } from "../image";
import { at, zeroWords } from "../kernels";
import { standardized } from "../layers/standardize";
import { sigmoid } from "../math";
import { statistics } from "../tensors";
import { detect, DRIFT_HEAD_BYTES, isOwnLegal, ownBytes } from "./detectors";
import { resetHeads } from "./reset";

const STATUS: usize = 0;
const COUNT: usize = 4;
const LASTING: usize = 8;

/** Status of detector i at the last learnt sample. */
export function driftStatus(i: u32): u32 {
  return load<u32>(stateOf(driftsAt() + i * DRIFT_BYTES), STATUS);
}

/** Where the drifts that detector i has seen are counted: a u32. */
export function driftCounter(i: u32): usize {
  return stateOf(driftsAt() + i * DRIFT_BYTES) + COUNT;
}

/** Of a state whose own words are finite already. */
export function isDriftLegal(record: usize, state: usize): bool {
  if (load<u32>(state, STATUS) > 2 || load<u32>(state, LASTING) > load<u32>(record, DRIFT_SAMPLES)) return false;
  return isOwnLegal(record, state + DRIFT_HEAD_BYTES);
}

/** Tells every detector of the sample that is being learnt, and starts the reactions of those that see a drift. */
export function watchDrift(sample: usize, error: f32, loss: f32): void {
  for (let record = driftsAt(); record < classWeightsAt(); record += DRIFT_BYTES) {
    const state = stateOf(record);
    const left = load<u32>(state, LASTING);
    if (left) store<u32>(state, left - 1, LASTING);
    const on = load<u8>(record, DRIFT_ON);
    let value = on == ON_ERROR ? error : on == ON_LOSS ? loss : inputOf(record, sample);
    // HDDM-W takes values in [0, 1].
    if (load<u8>(record, DRIFT_KIND) == HDDM_W && on != ON_ERROR) value = sigmoid(value);
    if (load<u32>(state, STATUS) == 2) zeroWords(state + DRIFT_HEAD_BYTES, ownBytes(record));
    // Not so: a missing input, or a step that went astray.
    const status = isLegal(value) ? detect(record, state + DRIFT_HEAD_BYTES, value) : 0;
    store<u32>(state, status, STATUS);
    if (status != 2) continue;
    store<u32>(state, load<u32>(state, COUNT) + 1, COUNT);
    store<u32>(state, load<u32>(record, DRIFT_SAMPLES), LASTING);
    if (load<u8>(record, DRIFT_REACTION) == RESET_HEAD) resetHeads();
  }
}

/** The rate of this sample's steps: the member's own, times the factors of reactions that last. */
export function raisedRate(own: f32): f32 {
  return lasting(RAISE_LEARNING_RATE, own);
}

/** The decay the scalers of the inputs move with for this sample: their own, or that of a reaction that lasts. */
export function reopenedDecay(own: f32): f32 {
  return lasting(REOPEN_SCALER, own);
}

// --- One detector ---

function stateOf(record: usize): usize {
  return image + load<u32>(record, DRIFT_STATE);
}

function lasting(reaction: i32, otherwise: f32): f32 {
  let value = otherwise;
  for (let record = driftsAt(); record < classWeightsAt(); record += DRIFT_BYTES) {
    if (load<u8>(record, DRIFT_REACTION) != reaction || !load<u32>(stateOf(record), LASTING)) continue;
    value = reaction == RAISE_LEARNING_RATE ? value * load<f32>(record, DRIFT_FACTOR) : load<f32>(record, DRIFT_FACTOR);
  }
  return value;
}

/** The input as the first member that standardises it sees it. */
function inputOf(record: usize, sample: usize): f32 {
  const i = load<u32>(record, DRIFT_INPUT);
  const raw = at(sample, i);
  let value = raw;
  toFirstMember();
  do {
    toFirst();
    if (kind != STANDARDIZE) continue;
    const means = parameters() + statistics(inputs, missing);
    const clip = load<f32>(layer, LAYER_CLIP);
    value = standardized(raw, at(means, i), at(means, inputs + i), clip, load<f32>(layer, LAYER_EPSILON));
    break;
  } while (toNextMember());
  toFirstMember();
  return raw == raw ? value : raw;
}
