/**
 * A block that is to be the state of the image at hand, which is legal: every number finite, every count and flag
 * legal, no negative variance. Refusals are E_STATE with the byte in the block.
 */
import {
  ADAGRAD, ADAM, BALANCED, BATCH_NORM, CROSS_ENTROPY, DRIFT_BYTES, DRIFT_STATE, E_STATE, FLAG_ANOMALY, LAYER_PARAMETERS,
  LAYER_SLOTS, LIMIT, MEMBER_AVERAGES, MEMBER_OPTIMIZER, MEMBER_STATE_CORRECTION1, MEMBER_STATE_CORRECTION2,
  MEMBER_STATE_FACTOR, MEMBER_STATE_RATE, REPLAY_CAPACITY, REPLAY_POLICY, REPLAY_ROWS, SGD, STANDARDIZE,
  STATE_GENERATOR, STATE_PENDING, STATE_RESERVED,
} from "../../src/abi";
import {
  findTargetScaler, index, kind, layer, learnable, member, memberState, n, targetScaler, toFirstLayer, toNextLayer,
  trainableWord,
} from "../cursor";
import { checkInput, checkSampleWeight, checkTarget } from "../guard";
import {
  capacity, classWeightsAt, driftsAt, experts, flags, hasReplay, image, inputs, loss, missing, mixtureStateAt, outputs,
  pendingAt, replayAt, rowBytes, stateAt, targets,
} from "../image";
import { DRIFT_HEAD_BYTES, ownBytes } from "../stream/detectors";
import { isDriftLegal } from "../stream/drift";
import { isQuantileLegal, scoresAt } from "../stream/quantile";
import { statistics, tensorBytes } from "../tensors";
import {
  beginChecks, below, checkRecord, finite, notNegative, RATE, real, refuse, refused, SHARE, word,
} from "./fields";

/** From a place in the image to that in the block. */
let shift: usize = 0;
/** Where the average of the layer at hand lies in the block; 0 where its member keeps none. */
let average: usize = 0;

export function checkState(block: usize): i32 {
  shift = block - stateAt();
  beginChecks(E_STATE, block);
  word(STATE_PENDING, 0, capacity - 1);
  word(STATE_RESERVED, 0, 0);
  // A generator of zeros alone would stay there.
  if (!(load<u64>(block, STATE_GENERATOR) | load<u64>(block, STATE_GENERATOR + 8))) word(STATE_GENERATOR, 1, 1);
  findTargetScaler();
  toFirstLayer();
  do {
    if (!index) checkMember();
    checkLayer();
  } while (toNextLayer());
  if (targetScaler) checkScaler(targetScaler + shift, outputs, false);
  if (experts > 1) finite(mixtureStateAt() + shift, loss == CROSS_ENTROPY ? 2 * experts + 2 : experts);
  for (let record = driftsAt(); record < classWeightsAt(); record += DRIFT_BYTES) {
    const detector = inBlock(record, DRIFT_STATE);
    finite(detector + DRIFT_HEAD_BYTES, ownBytes(record) >>> 2);
    if (!isDriftLegal(record, detector)) refuse(detector);
  }
  const scores = scoresAt() + shift;
  if (flags & FLAG_ANOMALY && !isQuantileLegal(scores)) refuse(scores);
  if (hasReplay()) checkReplay();
  else if (capacity > 1) checkRows(pendingAt() + shift, load<u32>(block, STATE_PENDING));
  return refused;
}

function inBlock(record: usize, field: usize): usize {
  return image + load<u32>(record + field) + shift;
}

function checkMember(): void {
  checkRecord(memberState + shift);
  real(MEMBER_STATE_RATE, true, RATE);
  real(MEMBER_STATE_FACTOR, true, SHARE);
  real(MEMBER_STATE_CORRECTION1, true, SHARE);
  real(MEMBER_STATE_CORRECTION2, true, SHARE);
  average = load<u32>(member, MEMBER_AVERAGES) ? inBlock(member, MEMBER_AVERAGES) : 0;
}

function checkLayer(): void {
  const tensors = inBlock(layer, LAYER_PARAMETERS);
  checkRecord(trainableWord() + shift);
  word(0, 0, learnable() ? 1 : 0);
  if (kind == STANDARDIZE) checkScaler(tensors, n, missing);
  if (!learnable()) return;
  checkTensors(tensors);
  if (average) {
    checkTensors(average);
    average += <usize>tensorBytes(false);
  }
  const optimizer = <i32>load<u8>(member, MEMBER_OPTIMIZER);
  if (optimizer == SGD) return;
  // Of adam's two slots the second holds squares.
  const bytes = <u32>tensorBytes(true);
  const slots = inBlock(layer, LAYER_SLOTS);
  finite(slots, bytes >>> 2);
  if (optimizer >= ADAGRAD) notNegative(optimizer == ADAM ? slots + bytes : slots, bytes >>> 2);
}

/** Of a batch normalisation the last quarter are variances. */
function checkTensors(address: usize): void {
  const count = <u32>tensorBytes(false) >>> 2;
  finite(address, count);
  if (kind == BATCH_NORM) notNegative(address + 3 * count, count >>> 2);
}

function checkScaler(scaler: usize, count: i32, own: bool): void {
  const means = scaler + statistics(count, own);
  const weights = own ? count : 1;
  const variances = means + (<usize>count << 2);
  finite(scaler, weights);
  notNegative(scaler, weights);
  // No legal sample brings them further; what lies beyond would be NaN one sample later.
  below(means, count, <f32>LIMIT);
  below(variances, count, <f32>(4.0 * LIMIT * LIMIT));
  notNegative(variances, count);
}

/** Counts within bounds, and rows that could have been learnt. */
function checkReplay(): void {
  const record = replayAt();
  const balanced = load<u32>(record, REPLAY_POLICY) == BALANCED;
  const classes: u32 = balanced ? outputs : 1;
  const share = load<u32>(record, REPLAY_CAPACITY) / classes;
  const counts = inBlock(record, REPLAY_ROWS);
  let rows = counts + (<usize>classes << 3);
  for (let c: u32 = 0; c < classes; c++, rows += <usize>share * rowBytes()) {
    const entry = counts + (<usize>c << 3);
    const seen = load<u32>(entry);
    const held = load<u32>(entry, 4);
    checkRecord(entry);
    word(4, 0, share);
    // A ring's next place lies in it, and behind the rows held until it is full; a reservoir has seen what it holds.
    const legal = balanced ? seen >= held : seen < share && (held == share || seen == held);
    if (!legal) refuse(entry);
    checkRows(rows, held);
  }
}

/** A target of no numbers is legal. */
function checkRows(row: usize, count: u32): void {
  for (; count > 0 && !refused; count--, row += rowBytes()) {
    const target = row + (<usize>inputs << 2);
    const weight = target + (<usize>targets() << 2);
    if (checkInput(row, true) < 0) refuse(row);
    else if (checkTarget(target, targets()) < 0) refuse(target);
    else if (checkSampleWeight(load<f32>(weight)) < 0) refuse(weight);
  }
}
