/** float32 to the shortest decimal that reads back as the same bits, spelled as JavaScript spells numbers. */
import { floatOf, scale } from "./parse";

/** Bytes that `printFloat` may write. */
export const FLOAT_BYTES = 32;
/** Digits that always suffice. */
const DIGITS = 9;

const TEXT: usize = memory.data(16, 16);

/** Writes a finite number at `at`; the address behind it. */
export function printFloat(at: usize, value: f32): usize {
  if (reinterpret<u32>(value) >>> 31) store<u8>(at++, 45);
  const size = abs(value);
  if (size == 0) return putDigit(at, 0);
  let power = decimalExponent(size);
  let digits = digitsOf(size, DIGITS, power);
  if (digits >= 1000000000) power++;
  if (digits < 100000000) power--;
  let exponent = power - DIGITS + 1;
  digits = digitsOf(size, DIGITS, power);
  for (let count = DIGITS - 1; count > 0; count--) {
    const fewer = digitsOf(size, count, power);
    if (floatOf(fewer, power - count + 1) != size) break;
    digits = fewer;
    exponent = power - count + 1;
  }
  for (; digits % 10 == 0; digits /= 10) exponent++;
  return spell(at, digits, exponent);
}

/** Writes a whole number at `at`; the address behind it. */
export function printWhole(at: usize, value: u64): usize {
  if (value > 9) at = printWhole(at, value / 10);
  return putDigit(at, <u32>(value % 10));
}

// --- Digits and where the point goes ---

/** The size as a whole number of `count` digits, given the exponent of its first. */
function digitsOf(size: f32, count: i32, power: i32): u64 {
  return <u64>(scale(<f64>size, count - 1 - power) + 0.5);
}

/** Exponent of the first digit, at most one off. */
function decimalExponent(size: f32): i32 {
  const binary = <i32>(reinterpret<u64>(<f64>size) >>> 52) - 1023;
  return (binary * 19728) >> 16;
}

function spell(at: usize, digits: u64, exponent: i32): usize {
  const length = <i32>(printWhole(TEXT, digits) - TEXT);
  const point = length + exponent;
  if (point < -5 || point > 21) {
    at = copyDigits(at, 0, 1);
    if (length > 1) {
      store<u8>(at++, 46);
      at = copyDigits(at, 1, length);
    }
    store<u8>(at, 101);
    store<u8>(at + 1, point > 0 ? 43 : 45);
    return printWhole(at + 2, abs(point - 1));
  }
  if (point <= 0) {
    at = putDigit(at, 0);
    store<u8>(at++, 46);
    for (let i = point; i < 0; i++) at = putDigit(at, 0);
    return copyDigits(at, 0, length);
  }
  at = copyDigits(at, 0, min(length, point));
  for (let i = length; i < point; i++) at = putDigit(at, 0);
  if (length <= point) return at;
  store<u8>(at++, 46);
  return copyDigits(at, point, length);
}

function copyDigits(at: usize, from: i32, to: i32): usize {
  for (let i = from; i < to; i++) store<u8>(at++, load<u8>(TEXT + i));
  return at;
}

function putDigit(at: usize, digit: u32): usize {
  store<u8>(at, 48 + digit);
  return at + 1;
}
