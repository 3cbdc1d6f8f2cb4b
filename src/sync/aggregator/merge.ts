import type { WeightSpace } from "../weights.ts";
import type { Limits } from "./norms.ts";

/** What the global model moves by: a multiple of the weighted mean of the deltas, or as far as they agree. */
export type ServerStep = number | "agree";

/** One node's part of a merge. */
export interface Part {
  readonly delta: Float32Array;
  readonly norm: number;
  /** Of any sum. */
  readonly weight: number;
}

export interface Merged {
  readonly weights: Float32Array<ArrayBuffer>;
  /** Norms as they went in. */
  readonly norms: readonly number[];
  readonly step: number;
}

const MOST_AGREED = 8;

/**
 * Moves the global weights. Sums run in the order given: the caller sorts by node id, and equal sets give equal bits. No
 * delta longer than the clip counts for more than that.
 */
export function merge(
  space: WeightSpace,
  global: Float32Array,
  parts: readonly Part[],
  { clip }: Limits,
  serverStep: ServerStep,
): Merged {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = parts.map(({ delta, norm, weight }) => {
    const kept = norm > clip ? clip / norm : 1;
    return { delta, kept, share: weight / whole, norm: norm * kept };
  });
  let mean = new Float32Array(global.length);
  for (const { delta, kept, share } of scaled) mean = space.sum(mean, delta, Math.fround(kept * share));
  const step = serverStep === "agree" ? agreed(scaled, space.dot(mean, mean)) : serverStep;
  return { weights: space.sum(global, mean, Math.fround(step)), norms: scaled.map(({ norm }) => norm), step };
}

/**
 * Mean square of the lengths by the square of the mean's: 1 where all say the same, as many as there are where each speaks
 * of something else (FedExP, without its factor of 2).
 */
function agreed(parts: readonly { readonly norm: number; readonly share: number }[], square: number): number {
  const mean = parts.reduce((sum, { norm, share }) => sum + share * norm * norm, 0);
  return square > 0 ? Math.min(MOST_AGREED, Math.max(1, mean / square)) : 1;
}
