/**
 * Elementary functions from + - * / and sqrt alone, so that every engine and every FPU gives the same bits.
 * Reduction and polynomials as in Moshier's Cephes (single precision). Errors in ulp against float64,
 * over the whole range, as `test/math.test.ts` holds them: exp 1, log 1, log1p 3, tanh 2, sigmoid 3, cos 2e-7 absolute.
 */

/** Smallest normal float32: below it numbers are flushed where the format says so. */
export const MIN_NORMAL: f32 = 1.17549435e-38;
export const PI: f32 = 3.14159274;

export const LOG2E: f32 = 1.44269504;
export const LN2_HIGH: f32 = 0.693359375;
export const LN2_LOW: f32 = -2.12194440e-4;
/** 1.5 * 2^23: adding it rounds to the nearest integer, which then stands in the low mantissa bits. */
export const ROUND: f32 = 12582912.0;
export const ROUND_BITS: i32 = 0x4b400000;

/** What is never negative, 0 where it is below the smallest normal number; rounding can take it below 0. */
export function flushed(value: f32): f32 {
  return value < MIN_NORMAL ? 0 : value;
}

/** Within +-limit. NaN passes. */
export function clamped(value: f32, limit: f32): f32 {
  return max<f32>(min<f32>(value, limit), -limit);
}

/** 2^n for -126 <= n <= 127. */
function power2(n: i32): f32 {
  return reinterpret<f32>((n + 127) << 23);
}

/** e^x; 0 below -104, infinity above 88.73. */
export function exp(x: f32): f32 {
  if (x < -104.0) return 0;
  if (x > 88.72284) return Infinity;
  const t: f32 = x * LOG2E + ROUND;
  const n = reinterpret<i32>(t) - ROUND_BITS;
  const nf: f32 = t - ROUND;
  const r: f32 = x - nf * LN2_HIGH - nf * LN2_LOW;
  let p: f32 = 1.9875691500e-4;
  p = p * r + 1.3981999507e-3;
  p = p * r + 8.3334519073e-3;
  p = p * r + 4.1665795894e-2;
  p = p * r + 1.6666665459e-1;
  p = p * r + 5.0000001201e-1;
  p = p * (r * r) + r + 1.0;
  // Two factors: n reaches -150 and 128, outside the exponents of one normal number.
  const half = n >> 1;
  return p * power2(half) * power2(n - half);
}

/** Natural logarithm of a normal x > 0. */
export function log(x: f32): f32 {
  const bits = reinterpret<i32>(x);
  let e = (bits >> 23) - 126;
  let m = reinterpret<f32>((bits & 0x007fffff) | 0x3f000000);
  if (m < 0.707106781) {
    e -= 1;
    m = m + m - 1.0;
  } else {
    m = m - 1.0;
  }
  const z: f32 = m * m;
  let p: f32 = 7.0376836292e-2;
  p = p * m - 1.1514610310e-1;
  p = p * m + 1.1676998740e-1;
  p = p * m - 1.2420140846e-1;
  p = p * m + 1.4249322787e-1;
  p = p * m - 1.6668057665e-1;
  p = p * m + 2.0000714765e-1;
  p = p * m - 2.4999993993e-1;
  p = p * m + 3.3333331174e-1;
  let y: f32 = p * m * z;
  const ef = <f32>e;
  y = y + ef * LN2_LOW;
  y = y - z * 0.5;
  return m + y + ef * LN2_HIGH;
}

/** log(1 + u) for u >= 0. Kahan's correction: the rounding of 1 + u is divided out again. */
export function log1p(u: f32): f32 {
  const w: f32 = 1.0 + u;
  return w == 1.0 ? u : log(w) * (u / (w - 1.0));
}

export function tanh(x: f32): f32 {
  const a: f32 = abs(x);
  if (a < 0.625) {
    const z: f32 = x * x;
    let p: f32 = -5.70498872745e-3;
    p = p * z + 2.06390887954e-2;
    p = p * z - 5.37397155531e-2;
    p = p * z + 1.33314422036e-1;
    p = p * z - 3.33332819422e-1;
    return p * z * x + x;
  }
  const y: f32 = a > 9.2 ? 1.0 : 1.0 - 2.0 / (exp(a + a) + 1.0);
  return x < 0 ? -y : y;
}

/** 1 / (1 + e^-x), from e^-|x|: no overflow on either side. */
export function sigmoid(x: f32): f32 {
  const e = exp(-abs(x));
  return (x < 0 ? e : <f32>1.0) / (1.0 + e);
}

/** cos x for 0 <= x <= pi. */
export function cos(x: f32): f32 {
  if (x > 2.35619449) return -cosNearZero(PI - x);
  if (x <= 0.785398163) return cosNearZero(x);
  // pi / 2 in two parts: their difference to x keeps the low bits.
  const r: f32 = x - 1.57079637 + 4.37113883e-8;
  const z: f32 = r * r;
  let p: f32 = -1.9515295891e-4;
  p = p * z + 8.3321608736e-3;
  p = p * z - 1.6666654611e-1;
  return -(p * z * r + r);
}

// --- |x| <= pi / 4 ---
function cosNearZero(x: f32): f32 {
  const z: f32 = x * x;
  let p: f32 = 2.443315711809948e-5;
  p = p * z - 1.388731625493765e-3;
  p = p * z + 4.166664568298827e-2;
  return p * z * z - z * 0.5 + 1.0;
}
