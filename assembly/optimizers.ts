/**
 * One update of n values w with the gradient g. PyTorch's forms; epsilon stands outside the root.
 *
 *   sgd       w -= rate g                           adagrad  s += g^2, w -= rate g / (sqrt(s) + epsilon)
 *   momentum  v = mu v + g, w -= rate v             rmsprop  s = rho s + (1 - rho) g^2, then as adagrad
 *   nesterov  v = mu v + g, w -= rate (g + mu v)    adam     m, s: fading means of g and g^2, c = 1 - beta^t
 *                                                            w -= (rate / c1) m / (sqrt(s) / sqrt(c2) + epsilon)
 *
 * g = d x + 2 l2 w (the textbook's l2; PyTorch's weight_decay is 2 l2). After the step l1 moves w towards 0 by
 * rate l1 and stops there, so that weights become exactly 0. Slots below the smallest normal number are flushed to 0,
 * weights too under a penalty: subnormals cost hosts 5-8x and some boards flush them unasked.
 * A new optimizer is a case in `slotCount`, one in `step`, and a literal in src/abi.ts.
 */
import {
  ADAGRAD, ADAM, MEMBER_BETA1, MEMBER_BETA2, MEMBER_EPSILON, MEMBER_OPTIMIZER, MEMBER_STATE_CORRECTION1,
  MEMBER_STATE_CORRECTION2, MOMENTUM, NESTEROV, SGD,
} from "../src/abi";
import { member, memberState } from "./cursor";
import { addScaled } from "./kernels";
import { clamped, MIN_NORMAL } from "./math";
import { nextRate } from "./schedules";
import { raisedRate } from "./stream/drift";

// Of the update at hand, set by `begin`.
let kind: i32 = 0;
let rate: f32 = 0;
let beta1: f32 = 0;
let beta2: f32 = 0;
let epsilon: f32 = 0;
let adamRate: f32 = 0;
let adamRoot: f32 = 0;

/** Values kept for each trained one. */
export function slotCount(optimizer: i32): i32 {
  if (optimizer == SGD) return 0;
  return optimizer == ADAM ? 2 : 1;
}

/** Fixes the rate of this update of the member at hand and moves adam's corrections: c = beta c + (1 - beta). */
export function begin(): void {
  kind = load<u8>(member, MEMBER_OPTIMIZER);
  rate = raisedRate(nextRate());
  beta1 = load<f32>(member, MEMBER_BETA1);
  beta2 = load<f32>(member, MEMBER_BETA2);
  epsilon = load<f32>(member, MEMBER_EPSILON);
  if (kind != ADAM) return;
  const correction1: f32 = beta1 * load<f32>(memberState, MEMBER_STATE_CORRECTION1) + (1.0 - beta1);
  const correction2: f32 = beta2 * load<f32>(memberState, MEMBER_STATE_CORRECTION2) + (1.0 - beta2);
  store<f32>(memberState, correction1, MEMBER_STATE_CORRECTION1);
  store<f32>(memberState, correction2, MEMBER_STATE_CORRECTION2);
  adamRate = rate / correction1;
  adamRoot = sqrt<f32>(correction2);
}

/** Plain SGD has no slots: its steps may be taken by a kernel over many rows. */
export function isPlain(): bool {
  return kind == SGD;
}

/** rate * scale: what a plain step multiplies the delta with, in this order. */
export function plainRate(scale: f32): f32 {
  return rate * scale;
}

/** Updates w[0..n) with g[i] = d x[i] (+ penalty). Slot k of w[i] lies at slots + k slotBytes + 4 i. */
export function step(w: usize, slots: usize, slotBytes: usize, x: usize, d: f32, n: i32, l1: f32, l2: f32): void {
  const end = w + (<usize>n << 2);
  const decay: f32 = l2 + l2;
  const threshold: f32 = rate * l1;
  const plain = kind == SGD && decay == 0;
  // w - (rate d) x, whose bits are those of w + x (-rate d).
  if (plain) {
    addScaled(w, x, -(rate * d), n);
    if (threshold == 0) return;
  }
  for (; w < end; w += 4, x += 4, slots += 4) {
    let value = load<f32>(w);
    if (!plain) {
      let g: f32 = d * load<f32>(x);
      if (decay != 0) g = finite(g + decay * value);
      value = finite(value - stepOf(g, slots, slotBytes));
    }
    if (decay != 0 || threshold != 0) value = penalized(value, threshold);
    store<f32>(w, value);
  }
}

// --- One value ---

function stepOf(g: f32, slot: usize, slotBytes: usize): f32 {
  if (kind == SGD) return rate * g;
  const first = load<f32>(slot);
  if (kind == MOMENTUM || kind == NESTEROV) {
    const v = kept(beta1 * first + g);
    store<f32>(slot, v);
    return rate * (kind == MOMENTUM ? v : g + beta1 * v);
  }
  if (kind == ADAM) {
    const m = kept(beta1 * first + (1.0 - beta1) * g);
    const s = kept(beta2 * load<f32>(slot + slotBytes) + (1.0 - beta2) * (g * g));
    store<f32>(slot, m);
    store<f32>(slot + slotBytes, s);
    return (adamRate * m) / (sqrt<f32>(s) / adamRoot + epsilon);
  }
  const s = kept(kind == ADAGRAD ? first + g * g : beta1 * first + (1.0 - beta1) * (g * g));
  store<f32>(slot, s);
  return (rate * g) / (sqrt<f32>(s) + epsilon);
}

/** What a slot keeps: no subnormal number. */
function kept(value: f32): f32 {
  return abs(value) < MIN_NORMAL ? 0 : finite(value);
}

/** A diverging sum stops at the largest number: an infinity would be a NaN one step later, and no state that loads. */
function finite(value: f32): f32 {
  return clamped(value, f32.MAX_VALUE);
}

/** Soft threshold; held within the finite numbers, as a penalty step past 2 / rate would oscillate out of them. */
function penalized(value: f32, threshold: f32): f32 {
  const magnitude: f32 = min<f32>(abs(value) - threshold, f32.MAX_VALUE);
  if (!(magnitude >= MIN_NORMAL)) return 0;
  return value < 0 ? -magnitude : magnitude;
}
