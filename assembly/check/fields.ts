/**
 * Checks of what comes from outside, field by field: the tables of an image, the block of a state.
 * A field is named by its offset in the record at hand. The first refusal is kept: later ones may only follow from it.
 */
import { E_MEMORY, LEARNING_RATE_LIMIT, LIMIT, OK } from "../../src/abi";
import { fail, failValue } from "../errors";
import { firstBeyond } from "../kernels";

// Ranges of a real field: one of three upper ends, and whether the ends are legal.
const ABOVE_0 = 1;
const BELOW_HIGH = 2;
const TO_1000 = 4;
const TO_LIMIT = 8;

/** [0, 1] */
export const SHARE = 0;
/** (0, 1] */
export const DECAY = ABOVE_0;
/** [0, 1) */
export const FRACTION = BELOW_HIGH;
/** (0, 1) */
export const BETWEEN_0_AND_1 = ABOVE_0 | BELOW_HIGH;
/** [0, 1000] */
export const RATE = TO_1000;
/** [0, LIMIT) */
export const NOT_NEGATIVE = TO_LIMIT | BELOW_HIGH;
/** (0, LIMIT) */
export const POSITIVE = TO_LIMIT | BELOW_HIGH | ABOVE_0;

/** OK, or the first refusal. */
export let refused: i32 = 0;
export let record: usize = 0;

let failure: i32 = 0;
/** What errors count their bytes from. */
let start: usize = 0;
/** Derived fields are written instead of checked: for an image made here, by the self test. */
let fills: bool = false;

export function fillDerived(wanted: bool): void {
  fills = wanted;
}

/** Checks from now on refuse with `code`, and the byte counted from `address`, the first record. */
export function beginChecks(code: i32, address: usize): void {
  refused = OK;
  failure = code;
  start = address;
  record = address;
}

/** The code of refusals from now on. */
export function refuseWith(code: i32): void {
  failure = code;
}

/** Makes the record at this address the one at hand. */
export function checkRecord(address: usize): void {
  record = address;
}

// --- Integers ---

export function word(field: usize, low: u32, high: u32): void {
  integer(field, load<u32>(record + field), low, high);
}

export function half(field: usize, low: u32, high: u32): void {
  integer(field, load<u16>(record + field), low, high);
}

export function byte(field: usize, low: u32, high: u32): void {
  integer(field, load<u8>(record + field), low, high);
}

/** What was found in, or follows from, a field. */
export function integer(field: usize, found: u32, low: u32, high: u32): void {
  if (!refused && (found < low || found > high)) {
    refused = fail(failure, record + field - start, found < low ? low : high, found);
  }
}

/** `integer` with a field of the first record. */
export function header(field: usize, found: u32, low: u32, high: u32): void {
  integer(start + field - record, found, low, high);
}

/** A field that others decide. */
export function derived(field: usize, wanted: u32): void {
  if (fills) store<u32>(record + field, wanted);
  word(field, wanted, wanted);
}

// --- Reals ---

/** A real in the range where it is used, else 0. NaN is in no range. */
export function real(field: usize, used: bool, range: i32): void {
  const found = load<f32>(record + field);
  const high: f32 = range & TO_LIMIT ? <f32>LIMIT : range & TO_1000 ? <f32>LEARNING_RATE_LIMIT : 1;
  const isBelow = range & BELOW_HIGH ? found < high : found <= high;
  const isWithin = isBelow && found >= 0 && !(range & ABOVE_0 && found == 0);
  if (used ? isWithin : !reinterpret<u32>(found)) return;
  refuseReal(record + field, used && !(found <= 0) ? high : 0);
}

/** n finite numbers. */
export function finite(address: usize, n: i32): void {
  below(address, n, Infinity);
}

/** n numbers whose magnitude is below the limit. */
export function below(address: usize, n: i32, limit: f32): void {
  const i = firstBeyond(address, n, limit);
  if (i < n) refuseReal(address + (<usize>i << 2), limit);
}

/** Of n numbers that are checked otherwise too, none is negative. */
export function notNegative(address: usize, n: i32): void {
  for (const end = address + (<usize>n << 2); address < end; address += 4) {
    if (!(load<f32>(address) >= 0)) return refuseReal(address, 0);
  }
}

/** What needs more bytes than 32-bit addresses can tell, or than there are. */
export function refuseMemory(bytes: u64): void {
  if (!refused) refused = fail(E_MEMORY, 0, <u32>min<u64>(bytes, u32.MAX_VALUE), 0x7fff0000);
}

/** Refuses what lies at this address. */
export function refuse(address: usize): void {
  refuseReal(address, 0);
}

function refuseReal(address: usize, wanted: f32): void {
  if (!refused) refused = failValue(failure, address - start, wanted, load<f32>(address));
}
