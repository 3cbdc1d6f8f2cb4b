/**
 * Activations in place, and their slopes told from the output alone: no pre-activation is kept.
 * A new one is a case in `activate`, one in `slope`, and a literal in src/abi.ts.
 */
import { LEAKY_RELU, LINEAR, RELU, SIGMOID, SOFTMAX, TANH } from "../src/abi";
import { at, divide, largestOf, put } from "./kernels";
import { exp, sigmoid, tanh } from "./math";
import { sigmoidFour, tanhFour } from "./math-four";

/** a = f(z) over n units, in place. */
export function activate(kind: i32, alpha: f32, a: usize, n: i32): void {
  const end = a + (<usize>n << 2);
  if (kind == LINEAR) return;
  if (kind == SOFTMAX) return softmax(a, n);
  if (ASC_FEATURE_SIMD) {
    const whole = a + ((<usize>n << 2) & ~15);
    if (kind == RELU) for (; a < whole; a += 16) v128.store(a, f32x4.max(v128.load(a), f32x4.splat(0)));
    else if (kind == TANH) for (; a < whole; a += 16) v128.store(a, tanhFour(v128.load(a)));
    else if (kind == SIGMOID) for (; a < whole; a += 16) v128.store(a, sigmoidFour(v128.load(a)));
  }
  // max passes NaN on: an overflow below must not end as a 0 that looks like an answer.
  if (kind == RELU) for (; a < end; a += 4) store<f32>(a, max<f32>(load<f32>(a), 0));
  for (; a < end; a += 4) {
    const z = load<f32>(a);
    let f: f32 = 0;
    if (kind == LEAKY_RELU) f = z > 0 ? z : alpha * z;
    else if (kind == TANH) f = tanh(z);
    else if (kind == SIGMOID) f = sigmoid(z);
    store<f32>(a, f);
  }
}

/** g f'(z) where a = f(z). relu'(0) = 0. Softmax has no slope of its own: `losses.ts`. */
export function slope(kind: i32, alpha: f32, a: f32, g: f32): f32 {
  if (kind == RELU) return a > 0 ? g : 0;
  if (kind == LEAKY_RELU) return a > 0 ? g : alpha * g;
  if (kind == TANH) return g * (1.0 - a * a);
  if (kind == SIGMOID) return g * (a * (1.0 - a));
  return g;
}

/** d[i] = d[i] f'(z[i]) over n units. */
export function slopes(kind: i32, alpha: f32, a: usize, d: usize, n: i32): void {
  const end = a + (<usize>n << 2);
  if (ASC_FEATURE_SIMD) {
    const one = f32x4.splat(1);
    for (const whole = a + ((<usize>n << 2) & ~15); a < whole; a += 16, d += 16) {
      const y = v128.load(a);
      let delta = v128.load(d);
      const isOn = f32x4.gt(y, f32x4.splat(0));
      if (kind == RELU) delta = v128.and(delta, isOn);
      else if (kind == LEAKY_RELU) delta = v128.bitselect(delta, f32x4.mul(f32x4.splat(alpha), delta), isOn);
      else if (kind == TANH) delta = f32x4.mul(delta, f32x4.sub(one, f32x4.mul(y, y)));
      else if (kind == SIGMOID) delta = f32x4.mul(delta, f32x4.mul(y, f32x4.sub(one, y)));
      v128.store(d, delta);
    }
  }
  // A relu is not asked what it is for every unit: that is a twentieth of a step in an interpreter.
  const toDelta = d - a;
  if (kind == RELU) for (; a < end; a += 4) if (!(load<f32>(a) > 0)) store<u32>(a + toDelta, 0);
  for (; a < end; a += 4) store<f32>(a + toDelta, slope(kind, alpha, load<f32>(a), load<f32>(a + toDelta)));
}

/** Outputs within these bounds let a gradient pass: relu above 0; tanh, sigmoid off their flat ends. */
export function movesAbove(kind: i32): f32 {
  return kind == RELU ? f32.MIN_VALUE : kind == TANH ? -0.99 : 0.01;
}

export function movesBelow(kind: i32): f32 {
  return kind == RELU ? Infinity : 0.99;
}

/** Whether those bounds say anything about this activation. */
export function canStick(kind: i32): bool {
  return kind == RELU || kind == TANH || kind == SIGMOID;
}

// --- softmax: the maximum is subtracted, so no exponential overflows; sums in ascending order ---
function softmax(a: usize, n: i32): void {
  const largest = largestOf(a, n);
  let sum: f32 = 0;
  for (let i = 0; i < n; i++) {
    const e = exp(at(a, i) - largest);
    put(a, i, e);
    sum += e;
  }
  divide(a, n, sum);
}
