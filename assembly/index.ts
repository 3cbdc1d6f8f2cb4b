/**
 * The exports, and the check of every handle; nothing else. Statuses are >= 0 or an error code of src/abi.ts.
 * No export traps on bad arguments: addresses are checked against the arena, handles against the table.
 */
import { ABI_VERSION } from "../src/abi";
import { blockBytes, check } from "./check/image";
import { answer, control, enter } from "./cursor";
import { code, errorField, succeed } from "./errors";
import { checksumOfState, image, inputs, outputs, seal as sealImage, stateAt, stateEnd } from "./image";
import { closeModel, openModel, restoreState } from "./life";
import * as looks from "./looks";
import * as arenas from "./memory";
import { CONTROL_INPUT, CONTROL_LOSS, CONTROL_TARGET, controlOf } from "./memory";
import { flushBatch, learnClass, learnTarget, predictSample, scoreSample } from "./model";
import { parameterField } from "./parameters";
import { trainBuiltIn } from "./selftest";

export { DATA_END as __data_end, HEAP_BASE as __heap_base } from "./memory";

// --- Identity, errors, memory ---

export function abi(): i32 {
  return ABI_VERSION;
}

/** SELFTEST_CHECKSUM on every runtime that keeps float32 as WebAssembly defines it; 0 and E_MEMORY without room. */
export function selftest(): u32 {
  return trainBuiltIn();
}

export function error(i: i32): i32 {
  return errorField(i);
}

export function arena(): usize {
  return arenas.arena();
}

export function capacity(): usize {
  return arenas.capacity();
}

export function limit(bytes: u32): i32 {
  return arenas.limit(bytes);
}

/** Bytes of the block that the model of this image takes. */
export function measure(address: usize, length: u32): i32 {
  const refused = check(address, length, false);
  return refused ? refused : <i32>blockBytes;
}

// --- Life ---

export function open(address: usize, length: u32): i32 {
  return openModel(address, length);
}

export function close(handle: i32): i32 {
  return select(handle) ? closeModel(handle) : code;
}

export function state(handle: i32): i32 {
  return select(handle) ? <i32>stateAt() : code;
}

export function state_size(handle: i32): i32 {
  return select(handle) ? <i32>(stateEnd() - stateAt()) : code;
}

/** Refreshes length and CRC and returns where the core part lies: from there on it is a valid file. */
export function seal(handle: i32): i32 {
  if (!select(handle)) return code;
  sealImage();
  return <i32>image;
}

/** Takes a state block that lies outside the model; refused, it changes nothing. */
export function restore(handle: i32, address: usize, length: u32): i32 {
  return select(handle) ? restoreState(address, length) : code;
}

/** FNV-1a of the state. */
export function checksum(handle: i32): u32 {
  return isSelected(handle) ? checksumOfState() : 0;
}

// --- Buffers: fixed addresses for the model's life ---

export function input(handle: i32): i32 {
  return select(handle) ? load<i32>(control, CONTROL_INPUT) : code;
}

export function input_size(handle: i32): i32 {
  return select(handle) ? inputs : code;
}

export function output(handle: i32): i32 {
  return select(handle) ? <i32>answer : code;
}

export function output_size(handle: i32): i32 {
  return select(handle) ? outputs : code;
}

export function target(handle: i32): i32 {
  return select(handle) ? load<i32>(control, CONTROL_TARGET) : code;
}

export function target_size(handle: i32): i32 {
  return output_size(handle);
}

// --- Work ---

export function predict(handle: i32): i32 {
  return select(handle) ? predictSample() : code;
}

/** 1 where the sample is an anomaly, else 0; `get` tells score and threshold. */
export function score(handle: i32): i32 {
  return select(handle) ? scoreSample() : code;
}

export function learn(handle: i32): i32 {
  return select(handle) ? learnTarget() : code;
}

export function learn_class(handle: i32, k: i32): i32 {
  return select(handle) ? learnClass(k) : code;
}

/** Data loss of the last step, before it. */
export function loss(handle: i32): f32 {
  return isSelected(handle) ? load<f32>(control, CONTROL_LOSS) : 0;
}

export function flush(handle: i32): i32 {
  return select(handle) ? flushBatch() : code;
}

// --- Tuning and looking ---

export function set(handle: i32, key: i32, value: f32): i32 {
  return select(handle) ? looks.set(key, value) : code;
}

export function get(handle: i32, key: i32): f32 {
  return isSelected(handle) ? looks.get(key) : 0;
}

/** The low (high = 0) or high half of a counter. */
export function count(handle: i32, key: i32, high: i32): u32 {
  return isSelected(handle) ? looks.count(key, high) : 0;
}

export function parameter(handle: i32, i: i32, field: i32): i32 {
  return select(handle) ? parameterField(i, field) : code;
}

// --- Handles ---

/** Makes the model of this handle the one at hand; or false, and the error is set. */
function select(handle: i32): bool {
  const found = controlOf(handle);
  if (found) enter(found);
  return found != 0;
}

/** The same for exports that return no status. */
function isSelected(handle: i32): bool {
  const found = select(handle);
  if (found) succeed();
  return found;
}
