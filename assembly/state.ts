/** The state block: drawn for a fresh model, checked when it comes from outside. */
import {
  ADAGRAD, ADAM, BALANCED, BATCH_NORM, CROSS_ENTROPY, DENSE, DRIFT_BYTES, DRIFT_STATE, E_STATE, FLAG_ANOMALY,
  FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, HEADER_BATCH, HEADER_DRIFTS, HEADER_FLAGS, HEADER_INPUTS, HEADER_LENGTH, HEADER_LOSS, HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_SEED,
  HEADER_STATE, HEADER_STATE_BYTES, LAYER_BYTES, LAYER_FLAGS, LAYER_FLAG_TRAINABLE, LAYER_INITIALIZER, LAYER_KIND,
  LAYER_PARAMETERS, LAYER_SLOTS, LAYER_UNITS, LEARNING_RATE_LIMIT, MEMBER_AVERAGES, MEMBER_BYTES, MEMBER_LAYERS,
  MEMBER_OPTIMIZER, MEMBER_RATE, MEMBER_STATE_BYTES, MEMBER_STATE_CORRECTION1, MEMBER_STATE_CORRECTION2,
  MEMBER_STATE_FACTOR, MEMBER_STATE_RATE, OK, REPLAY_CAPACITY, REPLAY_POLICY, REPLAY_ROWS, SGD, STANDARDIZE,
  STATE_GENERATOR, STATE_PENDING, STATE_RESERVED,
} from "../src/abi";
import { fail, failValue } from "./errors";
import { checkSampleWeight, checkTarget, checkWaitingInput } from "./guard";
import {
  driftsOf, layersOf, membersOf, memberStatesOf, mixtureStateOf, pendingOf, replayOf, rowBytesOf, stateOf,
  targetScalerOf, targetsOf, trainableOf,
} from "./image";
import { initialize } from "./initializers";
import { copyWords, firstBeyond, zeroWords } from "./kernels";
import { hasBias } from "./layers/dense";
import { statistics } from "./layers/standardize";
import { seed } from "./random";
import { drawMixture } from "./committee";
import { DRIFT_HEAD_BYTES, ownBytes } from "./stream/detectors";
import { isDriftLegal } from "./stream/drift";
import { isQuantileLegal, scoresOf } from "./stream/quantile";
import { expertsOf, tensorBytes } from "./tables";

/** Draws the state of a fresh image behind its tables; the image is whole then. */
export function draw(image: usize): void {
  const state = stateOf(image);
  const length = load<u32>(image, HEADER_LENGTH);
  zeroWords(image + length, <usize>(load<u32>(image, HEADER_STATE) - length));
  zeroWords(state, load<u32>(image, HEADER_STATE_BYTES));
  seed(state + STATE_GENERATOR, load<u32>(image, HEADER_SEED));
  const members = <i32>load<u16>(image, HEADER_MEMBERS);
  let layer = layersOf(image);
  let word = trainableOf(image);
  for (let m: usize = 0; m < <usize>members; m++) {
    const member = membersOf(image) + m * MEMBER_BYTES;
    const memberState = memberStatesOf(image) + m * MEMBER_STATE_BYTES;
    store<f32>(memberState, load<f32>(member, MEMBER_RATE), MEMBER_STATE_RATE);
    store<f32>(memberState, 1, MEMBER_STATE_FACTOR);
    let average = load<u32>(member, MEMBER_AVERAGES);
    let n = load<u32>(image, HEADER_INPUTS);
    for (let l = load<u16>(member, MEMBER_LAYERS); l > 0; l--, layer += LAYER_BYTES, word += 4) {
      const kind = load<u8>(layer, LAYER_KIND);
      const units = load<u32>(layer, LAYER_UNITS);
      const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
      if (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_TRAINABLE) store<u32>(word, 1);
      if (kind == DENSE) {
        initialize(load<u8>(layer, LAYER_INITIALIZER), state + STATE_GENERATOR, parameters, n, units, hasBias(layer));
      } else if (kind == BATCH_NORM) {
        // Scale and variance.
        const toVariance = <usize>units * 12;
        for (let p = parameters, end = p + (<usize>units << 2); p < end; p += 4) {
          store<f32>(p, 1);
          store<f32>(p + toVariance, 1);
        }
      }
      if (average) {
        const bytes = <u32>tensorBytes(layer, n, false);
        copyWords(image + average, parameters, bytes);
        average += bytes;
      }
      n = units;
    }
  }
  const experts = expertsOf(image);
  if (experts > 1 && load<u8>(image, HEADER_LOSS) == CROSS_ENTROPY) drawMixture(image, experts);
  store<u32>(image, load<u32>(image, HEADER_FLAGS) & ~FLAG_FRESH, HEADER_FLAGS);
  store<u32>(image, load<u32>(image, HEADER_STATE) + load<u32>(image, HEADER_STATE_BYTES), HEADER_LENGTH);
}

/**
 * OK where the block at `state` may become the state of this (checked) image: every number finite, every count and
 * flag legal, no negative variance. E_STATE names the byte in the block.
 */
export function checkState(image: usize, state: usize): i32 {
  // Tensors are named by their place in the image: `shift` leads from there into the block.
  const shift = state - stateOf(image);
  const batch = load<u32>(image, HEADER_BATCH);
  const pending = load<u32>(state, STATE_PENDING);
  if (pending >= batch) return fail(E_STATE, STATE_PENDING, batch - 1, pending);
  const reserved = load<u32>(state, STATE_RESERVED);
  if (reserved) return fail(E_STATE, STATE_RESERVED, 0, reserved);
  const generator = state + STATE_GENERATOR;
  if (!(load<u32>(generator) | load<u32>(generator, 4) | load<u32>(generator, 8) | load<u32>(generator, 12))) {
    return fail(E_STATE, STATE_GENERATOR, 1, 0);
  }
  const flags = load<u32>(image, HEADER_FLAGS);
  const members = <i32>load<u16>(image, HEADER_MEMBERS);
  let layer = layersOf(image);
  let word = trainableOf(image) + shift;
  let n: u32 = 0;
  for (let m: usize = 0; m < <usize>members; m++) {
    const member = membersOf(image) + m * MEMBER_BYTES;
    const memberState = memberStatesOf(image) + m * MEMBER_STATE_BYTES + shift;
    if (!within(state, memberState + MEMBER_STATE_RATE, <f32>LEARNING_RATE_LIMIT)) return E_STATE;
    if (!within(state, memberState + MEMBER_STATE_FACTOR, 1)) return E_STATE;
    if (!within(state, memberState + MEMBER_STATE_CORRECTION1, 1)) return E_STATE;
    if (!within(state, memberState + MEMBER_STATE_CORRECTION2, 1)) return E_STATE;
    let average = load<u32>(member, MEMBER_AVERAGES);
    n = load<u32>(image, HEADER_INPUTS);
    for (let l = load<u16>(member, MEMBER_LAYERS); l > 0; l--, layer += LAYER_BYTES, word += 4) {
      const kind = load<u8>(layer, LAYER_KIND);
      const units = load<u32>(layer, LAYER_UNITS);
      const parameters = image + load<u32>(layer, LAYER_PARAMETERS) + shift;
      const highest: u32 = kind == DENSE || kind == BATCH_NORM ? 1 : 0;
      if (load<u32>(word) > highest) return fail(E_STATE, word - state, highest, load<u32>(word));
      if (kind == STANDARDIZE && !isScaler(state, parameters, units, (flags & FLAG_MISSING) != 0)) return E_STATE;
      if (highest) {
        const bytes = <u32>tensorBytes(layer, n, false);
        if (!areTensors(state, kind, parameters, bytes)) return E_STATE;
        if (average && !areTensors(state, kind, image + average + shift, bytes)) return E_STATE;
        if (average) average += bytes;
        const trained = <u32>tensorBytes(layer, n, true);
        if (!areSlots(state, load<u8>(member, MEMBER_OPTIMIZER), image + load<u32>(layer, LAYER_SLOTS) + shift, trained)) {
          return E_STATE;
        }
      }
      n = units;
    }
  }
  if (flags & FLAG_TARGETS && !isScaler(state, targetScalerOf(image) + shift, n, false)) return E_STATE;
  const experts = expertsOf(image);
  if (experts > 1) {
    const logistic = load<u8>(image, HEADER_LOSS) == CROSS_ENTROPY;
    if (!isFinite32(state, mixtureStateOf(image) + shift, logistic ? 2 * experts + 2 : experts)) return E_STATE;
  }
  for (let i: usize = 0; i < <usize>load<u16>(image, HEADER_DRIFTS); i++) {
    const record = driftsOf(image) + i * DRIFT_BYTES;
    const detector = image + load<u32>(record, DRIFT_STATE) + shift;
    if (!isFinite32(state, detector + DRIFT_HEAD_BYTES, ownBytes(record) >>> 2)) return E_STATE;
    if (!isDriftLegal(record, detector)) return fail(E_STATE, detector - state, 0, 0);
  }
  const scores = scoresOf(image) + shift;
  if (flags & FLAG_ANOMALY && !isQuantileLegal(scores)) return fail(E_STATE, scores - state, 0, 0);
  if (replayOf(image)) return checkReplay(image, state, shift);
  return batch > 1 ? checkRows(image, state, pendingOf(image) + shift, pending) : OK;
}

// --- Parts of a state from outside; each sets the error it finds ---

/** Counts within bounds, and rows that could have been learnt. */
function checkReplay(image: usize, state: usize, shift: usize): i32 {
  const record = replayOf(image);
  const balanced = load<u32>(record, REPLAY_POLICY) == BALANCED;
  const classes: u32 = balanced ? load<u32>(image, HEADER_OUTPUTS) : 1;
  const share = load<u32>(record, REPLAY_CAPACITY) / classes;
  const counts = image + load<u32>(record, REPLAY_ROWS) + shift;
  for (let c: u32 = 0; c < classes; c++) {
    const entry = counts + (<usize>c << 3);
    const seen = load<u32>(entry);
    const held = load<u32>(entry, 4);
    if (held > share) return fail(E_STATE, entry + 4 - state, share, held);
    // A ring's next place lies in it, and behind the rows held until it is full; a reservoir has seen what it holds.
    const legal = balanced ? seen >= held : seen < share && (held == share || seen == held);
    if (!legal) return fail(E_STATE, entry - state, held, seen);
    const rows = counts + (<usize>classes << 3) + <usize>c * share * rowBytesOf(image);
    const refused = checkRows(image, state, rows, held);
    if (refused < 0) return refused;
  }
  return OK;
}

function checkRows(image: usize, state: usize, row: usize, count: u32): i32 {
  const inputs = load<u32>(image, HEADER_INPUTS);
  const outputs = targetsOf(image);
  const missing = (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0;
  for (; count > 0; count--, row += rowBytesOf(image)) {
    const target = row + (<usize>inputs << 2);
    if (checkWaitingInput(row, inputs, missing) < 0) return fail(E_STATE, row - state, 0, 0);
    const loss = load<u8>(image, HEADER_LOSS);
    if (outputs && checkTarget(loss, target, outputs, inputs) < 0) return fail(E_STATE, target - state, 0, 0);
    const weight = target + (<usize>outputs << 2);
    if (checkSampleWeight(load<f32>(weight)) < 0) return fail(E_STATE, weight - state, 0, load<u32>(weight));
  }
  return OK;
}

/** Weights finite; of a batch normalisation the last quarter are variances. */
function areTensors(state: usize, kind: i32, address: usize, bytes: u32): bool {
  if (!isFinite32(state, address, bytes >>> 2)) return false;
  const quarter = bytes >>> 2;
  return kind != BATCH_NORM || isPositive(state, address + 3 * quarter, quarter >>> 2);
}

/** Slots finite, sums of squares not negative. */
function areSlots(state: usize, optimizer: i32, slots: usize, bytes: u32): bool {
  if (optimizer == SGD) return true;
  const squares = optimizer == ADAM ? slots + bytes : slots;
  return isFinite32(state, slots, bytes >>> 2) && (optimizer < ADAGRAD || isPositive(state, squares, bytes >>> 2));
}

function isScaler(state: usize, scaler: usize, n: i32, own: bool): bool {
  const means = scaler + statistics(n, own);
  return (
    isPositive(state, scaler, own ? n : 1) && isFinite32(state, means, n) &&
    isPositive(state, means + (<usize>n << 2), n)
  );
}

function isFinite32(state: usize, address: usize, n: i32): bool {
  const i = firstBeyond(address, n, Infinity);
  if (i == n) return true;
  const at = address + (<usize>i << 2);
  failValue(E_STATE, at - state, f32.MAX_VALUE, load<f32>(at));
  return false;
}

/** Finite or infinite, but not negative: a sum of squares may have reached infinity and is harmless there. */
function isPositive(state: usize, address: usize, n: i32): bool {
  for (const end = address + (<usize>n << 2); address < end; address += 4) {
    if (load<f32>(address) >= 0) continue;
    failValue(E_STATE, address - state, 0, load<f32>(address));
    return false;
  }
  return true;
}

function within(state: usize, address: usize, high: f32): bool {
  const value = load<f32>(address);
  if (value >= 0 && value <= high) return true;
  failValue(E_STATE, address - state, high, value);
  return false;
}
