/**
 * Drift detectors over what a sample brought: its error, its loss, or one standardised input; and what follows.
 *
 * A status lasts for one sample: 1 warning, 2 drift. After a drift the detector starts afresh with the next sample.
 * A new detector is a file beside this one and a line in `bytesOf`, `detect` and, where it has counts, `isLegal`.
 *
 * State of each: status u32, drifts so far u32, samples the reaction still lasts u32, then the detector's own.
 *   raiseLearningRate  every member's rate times `factor` for the next `samples` samples
 *   reopenScaler       the scalers of the inputs move with `decay` for the next `samples` samples
 *   resetHead          the last layer of every member is drawn again, its slots and its average with it
 */
import {
  ADWIN, DDM, DRIFT_BYTES, DRIFT_FACTOR, DRIFT_INPUT, DRIFT_KIND, DRIFT_ON, DRIFT_REACTION, DRIFT_SAMPLES, DRIFT_STATE,
  HDDM_W, HEADER_DRIFTS, LAYER_CLIP, LAYER_EPSILON, ON_ERROR, ON_LOSS, RAISE_LEARNING_RATE, REOPEN_SCALER, RESET_HEAD,
} from "../../src/abi";
import { image, inputs, kind, layer, missing, parameters, toFirst, toFirstMember, toNextMember } from "../cursor";
import { driftsOf } from "../image";
import { zeroWords } from "../kernels";
import { standardized, statistics } from "../layers/standardize";
import { sigmoid } from "../math";
import { STANDARDIZE, LIMIT } from "../../src/abi";
import { adwinBytes, isAdwinLegal, updateAdwin } from "./adwin";
import { DDM_BYTES, updateDdm } from "./ddm";
import { HDDM_W_BYTES, updateHddmW } from "./hddm-w";
import { PAGE_HINKLEY_BYTES, updatePageHinkley } from "./page-hinkley";
import { resetHeads } from "./reset";

export const DRIFT_STATUS: usize = 0;
export const DRIFT_COUNT: usize = 4;
export const DRIFT_LASTING: usize = 8;
const OWN: usize = 12;

/** Bytes of a detector's state. */
export function driftBytes(record: usize): u32 {
  return <u32>OWN + bytesOf(record);
}

export function isDriftLegal(record: usize, state: usize): bool {
  if (load<u32>(state, DRIFT_STATUS) > 2 || load<u32>(state, DRIFT_LASTING) > load<u32>(record, DRIFT_SAMPLES)) return false;
  return load<u8>(record, DRIFT_KIND) != ADWIN || isAdwinLegal(record, state + OWN);
}

/** Tells every detector of the sample that is being learnt, and starts the reactions of those that see a drift. */
export function watchDrift(sample: usize, error: f32, loss: f32): void {
  const count = <i32>load<u16>(image, HEADER_DRIFTS);
  for (let i = 0; i < count; i++) {
    const record = driftsOf(image) + <usize>i * DRIFT_BYTES;
    const state = image + load<u32>(record, DRIFT_STATE);
    const on = load<u8>(record, DRIFT_ON);
    let value = on == ON_ERROR ? error : on == ON_LOSS ? loss : inputOf(record, sample);
    // HDDM-W takes values in [0, 1]; NaN is a missing input or a step that went astray.
    if (load<u8>(record, DRIFT_KIND) == HDDM_W && on != ON_ERROR) value = sigmoid(value);
    if (!(abs(value) < <f32>LIMIT)) continue;
    if (load<u32>(state, DRIFT_STATUS) == 2) zeroWords(state + OWN, bytesOf(record));
    const status = detect(record, state + OWN, value);
    store<u32>(state, status, DRIFT_STATUS);
    if (status != 2) continue;
    store<u32>(state, load<u32>(state, DRIFT_COUNT) + 1, DRIFT_COUNT);
    store<u32>(state, load<u32>(record, DRIFT_SAMPLES), DRIFT_LASTING);
    if (load<u8>(record, DRIFT_REACTION) == RESET_HEAD) resetHeads();
  }
}

/** What the learning rates are multiplied with for this sample, by reactions that last. */
export function raisedRate(): f32 {
  return lasting(RAISE_LEARNING_RATE, 1);
}

/** The decay the scalers of the inputs move with for this sample: their own, or that of a reaction that lasts. */
export function reopenedDecay(own: f32): f32 {
  return lasting(REOPEN_SCALER, own);
}

/** A sample is learnt: reactions last one sample less. */
export function countDown(): void {
  const count = <i32>load<u16>(image, HEADER_DRIFTS);
  for (let i = 0; i < count; i++) {
    const state = image + load<u32>(driftsOf(image) + <usize>i * DRIFT_BYTES, DRIFT_STATE);
    const left = load<u32>(state, DRIFT_LASTING);
    if (left) store<u32>(state, left - 1, DRIFT_LASTING);
  }
}

// --- One detector ---

function bytesOf(record: usize): u32 {
  const detector = load<u8>(record, DRIFT_KIND);
  if (detector == DDM) return DDM_BYTES;
  if (detector == HDDM_W) return HDDM_W_BYTES;
  return detector == ADWIN ? adwinBytes(record) : PAGE_HINKLEY_BYTES;
}

function detect(record: usize, state: usize, value: f32): i32 {
  const detector = load<u8>(record, DRIFT_KIND);
  if (detector == DDM) return updateDdm(record, state, value);
  if (detector == HDDM_W) return updateHddmW(record, state, value);
  return detector == ADWIN ? updateAdwin(record, state, value) : updatePageHinkley(record, state, value);
}

function lasting(reaction: i32, otherwise: f32): f32 {
  let value = otherwise;
  const count = <i32>load<u16>(image, HEADER_DRIFTS);
  for (let i = 0; i < count; i++) {
    const record = driftsOf(image) + <usize>i * DRIFT_BYTES;
    if (load<u8>(record, DRIFT_REACTION) != reaction) continue;
    if (!load<u32>(image + load<u32>(record, DRIFT_STATE), DRIFT_LASTING)) continue;
    value = reaction == RAISE_LEARNING_RATE ? value * load<f32>(record, DRIFT_FACTOR) : load<f32>(record, DRIFT_FACTOR);
  }
  return value;
}

/** The input as the first member that standardises it sees it. */
function inputOf(record: usize, sample: usize): f32 {
  const i = <usize>load<u32>(record, DRIFT_INPUT) << 2;
  const raw = load<f32>(sample + i);
  let value = raw;
  toFirstMember();
  do {
    toFirst();
    if (kind != STANDARDIZE) continue;
    const means = parameters() + statistics(inputs, missing) + i;
    const variance = load<f32>(means + (<usize>inputs << 2));
    value = standardized(raw, load<f32>(means), variance, load<f32>(layer, LAYER_CLIP), load<f32>(layer, LAYER_EPSILON));
    break;
  } while (toNextMember());
  toFirstMember();
  return raw == raw ? value : raw;
}
