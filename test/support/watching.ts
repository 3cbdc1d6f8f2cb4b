import { readFileSync } from "node:fs";
import { Core } from "../../src/core.ts";
import type { DriftStats } from "../../src/model/stats.ts";
import { Model } from "../../src/model.ts";
import type { DetectorSpec, NetworkSpec } from "../../src/spec.ts";

type Build = "simd" | "scalar" | "mcu";

/** A net that answers 0, or the first class, and never learns: what its detectors see is the stream alone. */
export function deaf(classes: number, drift: DetectorSpec[]): NetworkSpec {
  const [units, activation] = classes > 0 ? ([classes, "softmax"] as const) : ([1, "linear"] as const);
  return {
    inputs: 1,
    layers: [{ type: "dense", units, activation, initializer: "zeros", trainable: false }],
    loss: classes > 0 ? "crossEntropy" : "mae",
    drift,
  };
}

/**
 * What a detector says of each value. The values are the mistakes (0 or 1) of classes, the loss, or the one input.
 * Numbers on "error" or "loss" are not negative: they are distances.
 */
export async function statusesOf(
  detector: DetectorSpec,
  values: readonly number[],
  build: Build = "simd",
): Promise<DriftStats["status"][]> {
  const on = detector.on ?? "error";
  const isClass = on === "error" && (detector.type === "ddm" || detector.type === "hddmW");
  using model = await Model.create(deaf(isClass ? 2 : 0, [detector]), { core: await Core.load({ build }) });
  return values.map((value) => {
    if (typeof on === "object") model.learn([value], 0);
    else model.learn([0], value);
    return (model.drift()[0] as DriftStats).status;
  });
}

/** Rows at which a status came. */
export function rowsOf(statuses: readonly string[], status: "warning" | "drift"): number[] {
  return statuses.flatMap((one, row) => (one === status ? [row] : []));
}

/** One of the published streams that detectors are judged by: a header, then a number a line. */
export function publishedStream(name: "binary_seed42" | "level_seed12345"): number[] {
  const file = new URL(`../data/golden/drift_${name}.csv`, import.meta.url);
  return readFileSync(file, "utf8").trim().split(/\s+/).slice(1).map(Number);
}

/** As docs/drift.md gives it: too slow to follow a drift, so that its errors show one. */
export const WATCHER: NetworkSpec = {
  inputs: 3,
  layers: [
    { type: "standardize", decay: "all" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.001 },
  drift: [{ type: "hddmW", on: "error", driftConfidence: 0.01, warningConfidence: 0.05, lambda: 0.003 }],
};
