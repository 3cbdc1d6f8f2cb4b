/** The last failure, as `error(i)` tells it. */
import { ERROR_ACTUAL, ERROR_CODE, ERROR_EXPECTED, ERROR_WHERE, OK } from "../src/abi";

/** The code of the last failure. */
export let code: i32 = 0;
let where: u32 = 0;
let expected: u32 = 0;
let actual: u32 = 0;

/** Records a failure and returns its code. */
export function fail(failure: i32, at: usize, wanted: u32, found: u32): i32 {
  code = failure;
  where = <u32>at;
  expected = wanted;
  actual = found;
  return failure;
}

/** `fail` with two float32 values. */
export function failValue(failure: i32, at: usize, wanted: f32, found: f32): i32 {
  return fail(failure, at, reinterpret<u32>(wanted), reinterpret<u32>(found));
}

/** Exports that return no status of their own leave it here. */
export function succeed(): void {
  code = OK;
}

export function errorField(i: i32): u32 {
  if (i == ERROR_CODE) return code;
  if (i == ERROR_WHERE) return where;
  if (i == ERROR_EXPECTED) return expected;
  return i == ERROR_ACTUAL ? actual : 0;
}
