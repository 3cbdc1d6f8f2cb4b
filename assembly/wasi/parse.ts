/**
 * Decimal numbers, strictly: `[+-] digits [. digits] [e [+-] digits]` with a digit before or behind the point, nothing
 * else. The value is that of JavaScript's `Math.fround(Number(text))`, bit for bit.
 */
import { isDigit } from "./bytes";
import { appendDigit, beginExact, DIGITS, endExact } from "./exact";

/** Digits that fit 64 bits. */
const SHORT = 19;
/** 1 to 1e22: the powers of ten that float64 holds exactly. */
const POWERS: usize = memory.data<f64>([
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]);
const EXACT_POWER = 22;

/** The number parsed last. */
export let parsed: f32 = 0;

/** Parses the number at `at`; the address behind it, or 0 where there is none. A byte that is no digit must follow. */
export function parseNumber(at: usize): usize {
  let byte = <u32>load<u8>(at);
  const isNegative = byte == 45;
  if (byte == 45 || byte == 43) byte = load<u8>(++at);
  const start = at;
  let digits: u64 = 0;
  for (; isDigit(byte); byte = load<u8>(++at)) digits = digits * 10 + (byte - 48);
  let count = <i32>(at - start);
  let fraction = 0;
  if (byte == 46) {
    const point = at;
    byte = load<u8>(++at);
    for (; isDigit(byte); byte = load<u8>(++at)) digits = digits * 10 + (byte - 48);
    fraction = <i32>(at - point) - 1;
    count += fraction;
  }
  if (!count) return 0;
  const end = at;
  let exponent = -fraction;
  if ((byte | 32) == 101) {
    byte = load<u8>(++at);
    const isBelowOne = byte == 45;
    if (byte == 45 || byte == 43) byte = load<u8>(++at);
    if (!isDigit(byte)) return 0;
    let power = 0;
    for (; isDigit(byte); byte = load<u8>(++at)) power = min<i32>(power * 10 + <i32>(byte - 48), 100000000);
    exponent += isBelowOne ? -power : power;
  }
  const value = count <= SHORT ? floatOf(digits, exponent) : longNumber(start, end, exponent);
  parsed = isNegative ? -value : value;
  return at;
}

/** The float32 nearest to the float64 nearest to digits * 10^exponent. */
export function floatOf(digits: u64, exponent: i32): f32 {
  if (!digits) return 0;
  const near = approximate(digits, exponent);
  if (digits <= 9007199254740992 && exponent >= -EXACT_POWER && exponent <= EXACT_POWER) return <f32>near;
  if (isClear(near)) return <f32>near;
  const size = exponent + lengthOfNumber(digits);
  if (size > 40) return Infinity;
  if (size < -46) return 0;
  beginExact(digits);
  return endExact(exponent, false);
}

/** a * 10^power, to within two units in the last place of float64 where 1e-300 < a * 10^power < 1e300. */
export function scale(a: f64, power: i32): f64 {
  for (; power > EXACT_POWER; power -= EXACT_POWER) a *= 1e22;
  for (; power < -EXACT_POWER; power += EXACT_POWER) a /= 1e22;
  return power < 0 ? a / powerOfTen(-power) : a * powerOfTen(power);
}

/** 10^power, 0 to 22. */
export function powerOfTen(power: i32): f64 {
  return load<f64>(POWERS + (<usize>power << 3));
}

function approximate(digits: u64, exponent: i32): f64 {
  return exponent > 60 ? Infinity : exponent < -90 ? 0 : scale(<f64>digits, exponent);
}

/**
 * Whether every number within 64 units in the last place of this float64 rounds to the same float32: it is far enough
 * from the middle between two of them. Not asked of subnormal numbers, whose middles lie elsewhere.
 */
function isClear(near: f64): bool {
  if (!(near >= 1.1754943508222875e-38 * 2 && near < 1e38)) return false;
  const rest = <i32>(reinterpret<u64>(near) & 0x1fffffff) - 0x10000000;
  return rest > 64 || rest < -64;
}

function lengthOfNumber(digits: u64): i32 {
  let length = 0;
  for (; digits; digits /= 10) length++;
  return length;
}

/** More digits than 64 bits hold: the first decide nearly always. */
function longNumber(start: usize, end: usize, exponent: i32): f32 {
  while (start < end && (load<u8>(start) == 48 || load<u8>(start) == 46)) start++;
  let first: u64 = 0;
  let taken = 0;
  let at = start;
  for (; at < end && taken < SHORT; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == 46) continue;
    first = first * 10 + (byte - 48);
    taken++;
  }
  const behind = at;
  let left = 0;
  for (; at < end; at++) left += <i32>(load<u8>(at) != 46);
  if (!left) return floatOf(first, exponent);
  const size = exponent + left + SHORT;
  if (size > 40) return Infinity;
  if (size < -46) return 0;
  const near = approximate(first, exponent + left);
  if (isClear(near)) return <f32>near;
  beginExact(first);
  let isInexact = false;
  for (at = behind; at < end; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == 46) continue;
    if (taken < DIGITS) {
      appendDigit(byte - 48);
      taken++;
      left--;
    } else if (byte != 48) isInexact = true;
  }
  return endExact(exponent + left, isInexact);
}
