/**
 * Running standardisation of inputs (and targets): z = (x - mean) / sqrt(max(variance, epsilon)), 0 where the
 * variance is 0, capped to +-clip.
 *
 *   weight = decay weight + 1     mean += (x - mean) / weight     variance += (q - variance) / weight
 *
 * with q = (x - old mean)(x - new mean): West (1979), exponentially forgetting; decay 1 is Welford's "all".
 * `variance` is the (weighted) population variance. With decay < 1 and a clip, from the 21st sample on the statistics
 * move with x limited to mean +- clip sqrt(max(variance, epsilon)): one glitch must not spoil them.
 *
 * A scaler in the state: weight f32[k], count u32[k], mean f32[n], variance f32[n]. Where inputs may be missing each
 * has a weight and a count of its own (k = n); a missing one moves nothing and becomes z = 0.
 */
import { LAYER_CLIP, LAYER_DECAY, LAYER_EPSILON, LIMIT, SCALER_WARM_UP } from "../../src/abi";
import { layer, n, parameters } from "../cursor";
import { isLegal } from "../guard";
import { missing } from "../image";
import { at, put } from "../kernels";
import { clamped, flushed } from "../math";
import { reopenedDecay } from "../stream/drift";
import { statistics } from "../tensors";

/** z from raw x of one sample; what is missing becomes 0. */
export function forward(sample: usize, to: usize): void {
  const clip = load<f32>(layer, LAYER_CLIP);
  const epsilon = load<f32>(layer, LAYER_EPSILON);
  const means = parameters() + statistics(n, missing);
  let i = 0;
  if (ASC_FEATURE_SIMD) {
    for (; i + 4 <= n; i += 4) {
      const offset = <usize>i << 2;
      v128.store(to + offset, standardizedFour(sample + offset, means + offset, <usize>n << 2, clip, epsilon));
    }
  }
  for (; i < n; i++) {
    const value = at(sample, i);
    put(to, i, isLegal(value) ? standardized(value, at(means, i), at(means, n + i), clip, epsilon) : 0);
  }
}

/** Moves the statistics of the layer at hand with one raw sample. */
export function observe(sample: usize): void {
  const clip = load<f32>(layer, LAYER_CLIP);
  const decay = reopenedDecay(load<f32>(layer, LAYER_DECAY));
  move(parameters(), sample, n, missing, decay, clip, load<f32>(layer, LAYER_EPSILON));
}

/** Moves the statistics of `count` values. */
export function move(scaler: usize, values: usize, count: i32, own: bool, decay: f32, clip: f32, epsilon: f32): void {
  const bytes = <usize>count << 2;
  const counts = scaler + (own ? bytes : 4);
  const means = scaler + statistics(count, own);
  let weight: f32 = 0;
  let limited = false;
  for (let i: usize = 0; i < bytes; i += 4) {
    let value = load<f32>(values + i);
    if (!isLegal(value)) continue;
    if (own || i == 0) {
      const at = own ? i : 0;
      const seen = load<u32>(counts + at);
      limited = decay < 1 && clip > 0 && seen >= <u32>SCALER_WARM_UP;
      if (seen != u32.MAX_VALUE) store<u32>(counts + at, seen + 1);
      weight = decay * load<f32>(scaler + at) + 1.0;
      store<f32>(scaler + at, weight);
    }
    const mean = load<f32>(means + i);
    const variance = load<f32>(means + bytes + i);
    if (limited) {
      const bound = clip * sqrt<f32>(max<f32>(variance, epsilon));
      value = max<f32>(min<f32>(value, mean + bound), mean - bound);
    }
    const difference = value - mean;
    const moved = mean + difference / weight;
    const next = variance + (difference * (value - moved) - variance) / weight;
    store<f32>(means + i, moved);
    store<f32>(means + bytes + i, flushed(next));
  }
}

export function standardized(value: f32, mean: f32, variance: f32, clip: f32, epsilon: f32): f32 {
  if (variance == 0) return 0;
  const z = (value - mean) / sqrt<f32>(max<f32>(variance, epsilon));
  return clip > 0 ? clamped(z, clip) : z;
}

/** Four of `forward` at a time: the same operations in the same order. */
// @ts-ignore: decorator
@inline
function standardizedFour(values: usize, means: usize, toVariances: usize, clip: f32, epsilon: f32): v128 {
  const value = v128.load(values);
  const variance = v128.load(means + toVariances);
  let z = f32x4.div(f32x4.sub(value, v128.load(means)), f32x4.sqrt(f32x4.max(variance, f32x4.splat(epsilon))));
  if (clip > 0) z = f32x4.max(f32x4.min(z, f32x4.splat(clip)), f32x4.splat(-clip));
  const legal = f32x4.lt(f32x4.abs(value), f32x4.splat(<f32>LIMIT));
  return v128.and(z, v128.and(legal, f32x4.ne(variance, f32x4.splat(0))));
}

/** What one unit of z is worth: the way back of `standardized`. */
export function deviation(variance: f32, epsilon: f32): f32 {
  return variance == 0 ? 0 : sqrt<f32>(max<f32>(variance, epsilon));
}
