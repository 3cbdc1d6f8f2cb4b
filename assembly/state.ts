/** The state block: drawn for a fresh model, checked when it comes from outside. */
import {
  ADAGRAD, ADAM, BATCH_NORM, DENSE, E_STATE, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS, HEADER_BATCH, HEADER_FLAGS,
  HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_LOSS, HEADER_OUTPUTS, HEADER_SEED, HEADER_STATE,
  HEADER_STATE_BYTES, LAYER_BYTES, LAYER_FLAG_TRAINABLE, LAYER_FLAGS, LAYER_INITIALIZER, LAYER_KIND, LAYER_PARAMETERS,
  LAYER_SLOTS, LAYER_UNITS, LEARNING_RATE_LIMIT, MEMBER_OPTIMIZER, MEMBER_RATE, MEMBER_STATE_CORRECTION1,
  MEMBER_STATE_CORRECTION2, MEMBER_STATE_FACTOR, MEMBER_STATE_RATE, OK, STANDARDIZE, STATE_GENERATOR, STATE_PENDING,
  STATE_RESERVED,
} from "../src/abi";
import { fail, failValue } from "./errors";
import { checkSampleWeight, checkTarget, checkWaitingInput } from "./guard";
import {
  layersOf, membersOf, memberStatesOf, pendingOf, rowBytesOf, stateOf, targetScalerOf, trainableOf,
} from "./image";
import { initialize } from "./initializers";
import { firstBeyond, zeroWords } from "./kernels";
import { hasBias } from "./layers/dense";
import { statistics } from "./layers/standardize";
import { seed } from "./random";

/** Draws the state of a fresh image behind its tables; the image is whole then. */
export function draw(image: usize): void {
  const state = stateOf(image);
  const length = load<u32>(image, HEADER_LENGTH);
  zeroWords(image + length, <usize>(load<u32>(image, HEADER_STATE) - length));
  zeroWords(state, load<u32>(image, HEADER_STATE_BYTES));
  seed(state + STATE_GENERATOR, load<u32>(image, HEADER_SEED));
  const member = memberStatesOf(image);
  store<f32>(member, load<f32>(membersOf(image), MEMBER_RATE), MEMBER_STATE_RATE);
  store<f32>(member, 1, MEMBER_STATE_FACTOR);
  const layerCount = <usize>load<u16>(image, HEADER_LAYERS);
  let n = load<u32>(image, HEADER_INPUTS);
  for (let l: usize = 0; l < layerCount; l++) {
    const layer = layersOf(image) + l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const units = load<u32>(layer, LAYER_UNITS);
    const parameters = image + load<u32>(layer, LAYER_PARAMETERS);
    if (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_TRAINABLE) store<u32>(trainableOf(image) + (l << 2), 1);
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
    n = units;
  }
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
  const member = memberStatesOf(image) + shift;
  if (!within(state, member + MEMBER_STATE_RATE, <f32>LEARNING_RATE_LIMIT)) return E_STATE;
  if (!within(state, member + MEMBER_STATE_FACTOR, 1)) return E_STATE;
  if (!within(state, member + MEMBER_STATE_CORRECTION1, 1)) return E_STATE;
  if (!within(state, member + MEMBER_STATE_CORRECTION2, 1)) return E_STATE;
  const flags = load<u32>(image, HEADER_FLAGS);
  const layerCount = <usize>load<u16>(image, HEADER_LAYERS);
  const optimizer = load<u8>(membersOf(image), MEMBER_OPTIMIZER);
  let n = load<u32>(image, HEADER_INPUTS);
  for (let l: usize = 0; l < layerCount; l++) {
    const layer = layersOf(image) + l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const units = load<u32>(layer, LAYER_UNITS);
    const parameters = image + load<u32>(layer, LAYER_PARAMETERS) + shift;
    const slots = image + load<u32>(layer, LAYER_SLOTS) + shift;
    const word = trainableOf(image) + shift + (l << 2);
    const highest: u32 = kind == DENSE || kind == BATCH_NORM ? 1 : 0;
    if (load<u32>(word) > highest) return fail(E_STATE, word - state, highest, load<u32>(word));
    if (kind == STANDARDIZE && !isScaler(state, parameters, units, (flags & FLAG_MISSING) != 0)) return E_STATE;
    let trained = 0;
    if (kind == DENSE) trained = units * (n + (hasBias(layer) ? 1 : 0));
    if (kind == BATCH_NORM) {
      trained = units * 2;
      if (!isFinite32(state, parameters + (<usize>units << 3), units)) return E_STATE;
      if (!isPositive(state, parameters + <usize>units * 12, units)) return E_STATE;
    }
    if (trained) {
      const squares = slots + (optimizer == ADAM ? <usize>trained << 2 : 0);
      if (!isFinite32(state, parameters, trained)) return E_STATE;
      if (optimizer && !isFinite32(state, slots, trained)) return E_STATE;
      if (<i32>optimizer >= ADAGRAD && !isPositive(state, squares, trained)) return E_STATE;
    }
    n = units;
  }
  if (flags & FLAG_TARGETS && !isScaler(state, targetScalerOf(image) + shift, n, false)) return E_STATE;
  return batch > 1 ? checkPending(image, state, shift, pending) : OK;
}

// --- Parts of a state from outside; each sets the error it finds ---

function checkPending(image: usize, state: usize, shift: usize, pending: u32): i32 {
  const inputs = load<u32>(image, HEADER_INPUTS);
  const outputs = load<u32>(image, HEADER_OUTPUTS);
  const missing = (load<u32>(image, HEADER_FLAGS) & FLAG_MISSING) != 0;
  let row = pendingOf(image) + shift;
  for (let b: u32 = 0; b < pending; b++, row += rowBytesOf(image)) {
    const target = row + (<usize>inputs << 2);
    if (checkWaitingInput(row, inputs, missing) < 0) return fail(E_STATE, row - state, 0, 0);
    const loss = load<u8>(image, HEADER_LOSS);
    if (checkTarget(loss, target, outputs, inputs) < 0) return fail(E_STATE, target - state, 0, 0);
    const weight = target + (<usize>outputs << 2);
    if (checkSampleWeight(load<f32>(weight)) < 0) return fail(E_STATE, weight - state, 0, load<u32>(weight));
  }
  return OK;
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
