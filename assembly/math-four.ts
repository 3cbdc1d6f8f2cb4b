/**
 * Functions of math.ts on four lanes at a time: the same operations in the same order, so the same bits.
 * SIMD builds only.
 */
import { LN2_HIGH, LN2_LOW, LOG2E, ROUND, ROUND_BITS } from "./math";

/** `tanh` of each lane. */
export function tanhFour(x: v128): v128 {
  const a = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.06390887954e-2));
  p = f32x4.sub(f32x4.mul(p, z), f32x4.splat(5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.sub(f32x4.mul(p, z), f32x4.splat(3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  const one = f32x4.splat(1);
  let far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(expFour(f32x4.add(a, a)), one)));
  far = v128.bitselect(one, far, f32x4.gt(a, f32x4.splat(9.2)));
  far = v128.bitselect(f32x4.neg(far), far, f32x4.lt(x, f32x4.splat(0)));
  return v128.bitselect(near, far, f32x4.lt(a, f32x4.splat(0.625)));
}

/** `sigmoid` of each lane. */
export function sigmoidFour(x: v128): v128 {
  const e = expFour(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  return f32x4.div(v128.bitselect(e, one, f32x4.lt(x, f32x4.splat(0))), f32x4.add(one, e));
}

// @ts-ignore: decorator
@inline
function expFour(x: v128): v128 {
  const t = f32x4.add(f32x4.mul(x, f32x4.splat(LOG2E)), f32x4.splat(ROUND));
  const n = i32x4.sub(t, i32x4.splat(ROUND_BITS));
  const nf = f32x4.sub(t, f32x4.splat(ROUND));
  const r = f32x4.sub(f32x4.sub(x, f32x4.mul(nf, f32x4.splat(LN2_HIGH))), f32x4.mul(nf, f32x4.splat(LN2_LOW)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  const half = i32x4.shr_s(n, 1);
  const bias = i32x4.splat(127);
  p = f32x4.mul(p, i32x4.shl(i32x4.add(half, bias), 23));
  p = f32x4.mul(p, i32x4.shl(i32x4.add(i32x4.sub(n, half), bias), 23));
  p = v128.bitselect(f32x4.splat(Infinity), p, f32x4.gt(x, f32x4.splat(88.72284)));
  return v128.bitselect(f32x4.splat(0), p, f32x4.lt(x, f32x4.splat(-104)));
}
