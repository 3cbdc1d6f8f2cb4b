/**
 * What a fleet of models shares, in host builds alone: the trained values of all members as one vector, and arithmetic
 * on such vectors, which lie anywhere in free memory behind `arena()`.
 *
 *   values of a model   members ascending, layers ascending: dense weight, bias; batchNorm scale, shift
 *   kept apart          running statistics, slots, scalers, replay, mixture, detectors
 *   an average          moves by what the weights move by
 *
 * int8: blocks of 64 values, the last one shorter: an exponent e i8, then each value as q i8 with q = round to even
 * (value / 2^e), and e the least that keeps |q| <= 127. Scaling by a power of two is exact, so every build decodes
 * alike.
 *
 * moments: of n values, count f32[n], mean f32[n], variance f32[n] (population): what scalers of a fleet are made of.
 */
import {
  E_MEMORY, E_SHAPE, E_VALUE, HEADER_FLAGS, HEADER_SEED, HEADER_STATE, HEADER_STATE_BYTES, LAYER_DECAY, LIMIT,
  MEMBER_AVERAGES, OK, STANDARDIZE,
} from "../src/abi";
import {
  enter, isLast, kind, layer, member, parameters, toFirst, toFirstMember, toNextMember, up, useAverage,
} from "./cursor";
import { code, fail, failValue, succeed } from "./errors";
import { inputs, missing } from "./image";
import { addScaled, dot as dotOf, firstBeyond } from "./kernels";
import { flushed } from "./math";
import { CONTROL_IMAGE, controlOf, isReadable } from "./memory";
import { statistics, tensorBytes } from "./tensors";

const BLOCK: i32 = 64;

// What `walk` does with each stretch of trained values.
const COUNT = 0;
const READ = 1;
const WRITE = 2;
const BLEND = 3;
let act: i32 = 0;
let vector: usize = 0;
let share: f32 = 0;
/** From the first model's image to the second's. */
let apart: usize = 0;

// --- Values of a model ---

/** How many values it shares. */
export function fleet_size(handle: i32): i32 {
  const control = controlOf(handle);
  return control ? walk(control, COUNT, 0) : code;
}

/** Copies its values to `address`. */
export function fleet_read(handle: i32, address: usize): i32 {
  const control = controlOf(handle);
  if (!control) return code;
  const values = walk(control, COUNT, 0);
  return outside(address, values) ? code : walk(control, READ, address);
}

/** Takes the values at `address` for its own. Refused, it changes nothing. */
export function fleet_write(handle: i32, address: usize): i32 {
  const control = controlOf(handle);
  if (!control) return code;
  const values = walk(control, COUNT, 0);
  if (outside(address, values)) return code;
  const i = firstBeyond(address, values, <f32>LIMIT);
  if (i < values) return failValue(E_VALUE, i, <f32>LIMIT, load<f32>(address + (<usize>i << 2)));
  return walk(control, WRITE, address);
}

/** Moves the values of a model by `alpha` of the way to those of another one with the same tables. */
export function blend(handle: i32, other: i32, alpha: f32): i32 {
  const control = controlOf(handle);
  const second = control ? controlOf(other) : 0;
  if (!second) return code;
  if (!(alpha >= 0 && alpha <= 1)) return failValue(E_VALUE, 0, 1, alpha);
  const a = load<usize>(control, CONTROL_IMAGE);
  const b = load<usize>(second, CONTROL_IMAGE);
  if (!areAlike(a, b)) return fail(E_SHAPE, 0, 0, 0);
  share = alpha;
  apart = b - a;
  return walk(control, BLEND, 0);
}

// --- Vectors ---

/** sum of a[i] b[i], in the order of every dot product here. */
export function vector_dot(a: usize, b: usize, count: i32): f32 {
  if (outside(a, count) || outside(b, count)) return 0;
  succeed();
  return dotOf(a, b, count);
}

/** a[i] += scale b[i]. */
export function vector_add(a: usize, b: usize, count: i32, scale: f32): i32 {
  if (outside(a, count) || outside(b, count)) return code;
  addScaled(a, b, scale, count);
  return OK;
}

/** Index of the first value that is not below the limit of all numbers here, or `count`. */
export function vector_check(a: usize, count: i32): i32 {
  return outside(a, count) ? code : firstBeyond(a, count, <f32>LIMIT);
}

// --- Small numbers ---

/** Bytes of `count` values in int8 blocks. */
export function int8_bytes(count: i32): i32 {
  return count + (count + BLOCK - 1) / BLOCK;
}

/** Encodes the values at `values` to `bytes`; the values become what the encoding left of them. */
export function int8_encode(values: usize, count: i32, bytes: usize): i32 {
  if (outside(values, count) || !isReadable(bytes, int8_bytes(count))) return fail(E_MEMORY, bytes, count, 0);
  const i = firstBeyond(values, count, <f32>LIMIT);
  if (i < count) return failValue(E_VALUE, i, <f32>LIMIT, load<f32>(values + (<usize>i << 2)));
  for (let left = count; left > 0; left -= BLOCK) {
    const size = min<i32>(left, BLOCK);
    let largest: f32 = 0;
    for (let k: usize = 0; k < <usize>size << 2; k += 4) largest = max<f32>(largest, abs(load<f32>(values + k)));
    const exponent = exponentOf(largest);
    const unit = powerOfTwo(exponent);
    store<u8>(bytes++, exponent);
    for (let k = 0; k < size; k++, values += 4) {
      const value = load<f32>(values);
      const q = nearest<f32>(value / unit);
      store<u8>(bytes++, <i32>q);
      store<f32>(values, value - q * unit);
    }
  }
  return int8_bytes(count);
}

/** Decodes `count` values. An exponent beyond the numbers of float32 is refused, and nothing written. */
export function int8_decode(bytes: usize, count: i32, values: usize): i32 {
  if (outside(values, count) || !isReadable(bytes, int8_bytes(count))) return fail(E_MEMORY, bytes, count, 0);
  for (let at = bytes, left = count; left > 0; left -= BLOCK, at += BLOCK + 1) {
    const exponent = <i32>load<i8>(at);
    if (exponent >= LOWEST && exponent <= HIGHEST) continue;
    return failValue(E_VALUE, <u32>(at - bytes), <f32>HIGHEST, <f32>exponent);
  }
  for (let left = count; left > 0; left -= BLOCK) {
    const unit = powerOfTwo(<i32>load<i8>(bytes++));
    for (let k = min<i32>(left, BLOCK); k > 0; k--, values += 4) {
      store<f32>(values, <f32>(<i32>load<i8>(bytes++)) * unit);
    }
  }
  return OK;
}

// --- Scalers ---

/** Takes a sample into moments of `count` values; a missing one moves nothing. */
export function moments_add(moments: usize, values: usize, count: i32): i32 {
  if (outside(moments, 3 * count) || outside(values, count)) return code;
  const bytes = <usize>count << 2;
  for (let i: usize = 0; i < bytes; i += 4) {
    const value = load<f32>(values + i);
    if (abs(value) < <f32>LIMIT) join(moments + i, bytes, 1, value, 0);
  }
  return OK;
}

/** Joins the moments at `other` to those at `moments`. */
export function moments_join(moments: usize, other: usize, count: i32): i32 {
  if (outside(moments, 3 * count) || outside(other, 3 * count)) return code;
  const bytes = <usize>count << 2;
  for (let i: usize = 0; i < bytes; i += 4) {
    join(moments + i, bytes, load<f32>(other + i), load<f32>(other + bytes + i), load<f32>(other + bytes * 2 + i));
  }
  return OK;
}

/**
 * Joins moments of the inputs to every scaler of them, as if their samples had come here. A scaler that forgets goes on
 * with no more weight than samples of its own would have given it.
 */
export function moments_learn(handle: i32, moments: usize): i32 {
  const control = controlOf(handle);
  if (!control) return code;
  enter(control);
  if (outside(moments, 3 * inputs)) return code;
  const i = firstBeyond(moments, 3 * inputs, <f32>LIMIT);
  if (i < 3 * inputs) return failValue(E_VALUE, i, <f32>LIMIT, load<f32>(moments + (<usize>i << 2)));
  let highest: usize = 0;
  do {
    toFirst();
    // Members that share a scaler find it moved.
    if (kind != STANDARDIZE || parameters() <= highest) continue;
    highest = parameters();
    joinScaler(highest, moments);
  } while (toNextMember());
  toFirstMember();
  return OK;
}

function joinScaler(scaler: usize, moments: usize): void {
  const bytes = <usize>inputs << 2;
  const means = scaler + statistics(inputs, missing);
  const counts = scaler + (missing ? bytes : 4);
  const decay = load<f32>(layer, LAYER_DECAY);
  const most: f32 = decay < 1 ? 1.0 / (1.0 - decay) : Infinity;
  let weight: f32 = 0;
  let next: f32 = 0;
  for (let i: usize = 0; i < bytes; i += 4) {
    const count = load<f32>(moments + i);
    if (missing || i == 0) {
      const at = missing ? i : 0;
      weight = load<f32>(scaler + at);
      next = min<f32>(weight + count, most);
      store<f32>(scaler + at, next);
      store<u32>(counts + at, <u32>min<f32>(<f32>load<u32>(counts + at) + count, 4294967040));
    }
    if (!(count > 0)) continue;
    const part: f32 = min<f32>(count / max<f32>(next, count), 1);
    const difference: f32 = load<f32>(moments + bytes + i) - load<f32>(means + i);
    const variance = load<f32>(means + bytes + i);
    const joined: f32 =
      variance + part * (load<f32>(moments + bytes * 2 + i) - variance + (1.0 - part) * (difference * difference));
    store<f32>(means + i, load<f32>(means + i) + part * difference);
    store<f32>(means + bytes + i, flushed(joined));
  }
}

/** Joins m samples with a mean and a variance to the moments of one value. */
function join(moments: usize, bytes: usize, m: f32, mean: f32, variance: f32): void {
  if (!(m > 0)) return;
  const all: f32 = load<f32>(moments) + m;
  const part: f32 = m / all;
  const difference: f32 = mean - load<f32>(moments + bytes);
  const old = load<f32>(moments + bytes * 2);
  const joined: f32 = old + part * (variance - old + (1.0 - part) * (difference * difference));
  store<f32>(moments, all);
  store<f32>(moments + bytes, load<f32>(moments + bytes) + part * difference);
  store<f32>(moments + bytes * 2, flushed(joined));
}

// --- Walking over the trained values ---

/** Does `what` with all trained values of a model, in order. Returns how many there are. */
function walk(control: usize, what: i32, address: usize): i32 {
  succeed();
  enter(control);
  act = what;
  vector = address;
  let values = 0;
  do {
    const average = load<u32>(member, MEMBER_AVERAGES) != 0;
    toFirst();
    while (true) {
      const count = <i32>(tensorBytes(true) >> 2);
      if (count) stretch(count, average);
      values += count;
      if (isLast()) break;
      up();
    }
  } while (toNextMember());
  toFirstMember();
  return values;
}

/** One layer's trained values, and its place in the average. */
function stretch(count: i32, average: bool): void {
  const values = parameters();
  let behind: usize = 0;
  if (average) {
    // The average repeats the member's stretch of the state: the same way leads to every tensor's.
    behind = averageOf(values);
  }
  for (let i: usize = 0; i < <usize>count << 2 && act != COUNT; i += 4) {
    const value = load<f32>(values + i);
    if (act == READ) {
      store<f32>(vector + i, value);
      continue;
    }
    const next: f32 = act == WRITE ? load<f32>(vector + i) : value + share * (load<f32>(values + apart + i) - value);
    store<f32>(values + i, next);
    if (behind) store<f32>(behind + i, load<f32>(behind + i) + (next - value));
  }
  vector += <usize>count << 2;
}

function averageOf(values: usize): usize {
  const at = layer;
  // `useAverage` starts a walk of its own: come back to where this one stands.
  useAverage(true);
  while (layer != at) up();
  const found = parameters();
  useAverage(false);
  toFirst();
  while (layer != at) up();
  return found;
}

/** Whether two images have the same tables: all but flags, seed, length and CRC. */
function areAlike(a: usize, b: usize): bool {
  if (load<u32>(a, HEADER_STATE) != load<u32>(b, HEADER_STATE)) return false;
  if (load<u32>(a, HEADER_STATE_BYTES) != load<u32>(b, HEADER_STATE_BYTES)) return false;
  for (let i: usize = HEADER_FLAGS; i < <usize>load<u32>(a, HEADER_STATE); i += 4) {
    if (i != HEADER_SEED && load<u32>(a + i) != load<u32>(b + i)) return false;
  }
  return true;
}

function outside(address: usize, count: i32): bool {
  if (count >= 0 && count < 1 << 28 && !(address & 3) && isReadable(address, <u32>count << 2)) return false;
  fail(E_MEMORY, <u32>address, count, 0);
  return true;
}

// --- Powers of two ---

const LOWEST = -126;
const HIGHEST = 120;

/** The least exponent e with largest <= 127 x 2^e. */
function exponentOf(largest: f32): i32 {
  let e = <i32>((reinterpret<u32>(largest) >>> 23) & 0xff) - 127 - 6;
  if (e < LOWEST) return LOWEST;
  if (largest > 127.0 * powerOfTwo(e)) e++;
  return e;
}

function powerOfTwo(e: i32): f32 {
  return reinterpret<f32>(<u32>(e + 127) << 23);
}
