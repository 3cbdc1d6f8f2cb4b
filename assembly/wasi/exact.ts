/**
 * Decimal to float32, exactly: the quotient of two big integers, rounded to float64 and then to float32, as
 * `Math.fround(Number(text))` does in JavaScript. For the few numbers that lie too close to the middle between two
 * float32 values for anything faster.
 *
 * N / M is the number. N holds at most 220 digits, M at most 10^270, both scaled to one length: under 1,024 bits.
 */

const WORDS: usize = 33;
const BYTES: usize = WORDS << 2;
const N: usize = memory.data(132, 16);
const M: usize = memory.data(132, 16);

/** Most digits that are taken one by one; what float64 needs between 1e-46 and 1e39 is fewer. */
export const DIGITS = 220;

/** Starts a number with its first digits. */
export function beginExact(digits: u64): void {
  clear(N);
  store<u64>(N, digits);
}

/** The next digit. */
export function appendDigit(digit: u32): void {
  multiply(N, 10, digit);
}

/**
 * The float32 for the digits times 10^exponent, whose size lies between 1e-48 and 1e40.
 * `inexact`: digits other than 0 were left out behind them.
 */
export function endExact(exponent: i32, inexact: bool): f32 {
  clear(M);
  store<u32>(M, 1);
  for (; exponent > 0; exponent--) multiply(N, 10, 0);
  for (; exponent < 0; exponent++) multiply(M, 10, 0);
  let shift = bitsOf(N) - bitsOf(M);
  if (shift > 0) shiftLeft(M, shift);
  else shiftLeft(N, -shift);
  if (isBelow(N, M)) {
    shiftLeft(N, 1);
    shift--;
  }
  // 55 bits, of which the last also says whether anything follows: enough to round right once, to 53.
  let quotient: u64 = 0;
  for (let bit = 0; bit < 55; bit++) {
    quotient <<= 1;
    if (!isBelow(N, M)) {
      subtract(N, M);
      quotient |= 1;
    }
    shiftLeft(N, 1);
  }
  if (inexact || bitsOf(N)) quotient |= 1;
  return <f32>(<f64>quotient * reinterpret<f64>(<u64>(1023 + shift - 54) << 52));
}

function clear(a: usize): void {
  for (let i: usize = 0; i < BYTES; i += 4) store<u32>(a + i, 0);
}

function multiply(a: usize, factor: u32, carry: u64): void {
  for (let i: usize = 0; i < BYTES; i += 4) {
    carry += <u64>load<u32>(a + i) * factor;
    store<u32>(a + i, <u32>carry);
    carry >>= 32;
  }
}

function bitsOf(a: usize): i32 {
  let i = <i32>WORDS - 1;
  while (i >= 0 && !load<u32>(a + (<usize>i << 2))) i--;
  return i < 0 ? 0 : (i << 5) + 32 - <i32>clz<u32>(load<u32>(a + (<usize>i << 2)));
}

function shiftLeft(a: usize, bits: i32): void {
  const words = <usize>(bits >> 5) << 2;
  const rest = <u64>(bits & 31);
  for (let i = BYTES; i > 0; ) {
    i -= 4;
    const high = i >= words ? <u64>load<u32>(a + i - words) : 0;
    const low = i >= words + 4 ? <u64>load<u32>(a + i - words - 4) : 0;
    store<u32>(a + i, <u32>((((high << 32) | low) << rest) >> 32));
  }
}

function isBelow(a: usize, b: usize): bool {
  for (let i = BYTES; i > 0; ) {
    i -= 4;
    const left = load<u32>(a + i);
    const right = load<u32>(b + i);
    if (left != right) return left < right;
  }
  return false;
}

function subtract(a: usize, b: usize): void {
  let borrow: u64 = 0;
  for (let i: usize = 0; i < BYTES; i += 4) {
    const difference = <u64>load<u32>(a + i) - load<u32>(b + i) - borrow;
    store<u32>(a + i, <u32>difference);
    borrow = difference >> 63;
  }
}
