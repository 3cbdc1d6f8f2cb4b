import { createHash } from "node:crypto";
import { type FullLayer, type FullSpec, membersOf } from "../spec.ts";
import type { Hex } from "./types.ts";

export interface Sharing {
  readonly fleet: string;
  readonly model: string;
  /** Whether the fleet shares its input scalers too. */
  readonly shareScaler?: boolean | undefined;
}

/**
 * First 16 bytes of the SHA-256 of `architectureText`. Weights may go from one model to another only where it is equal;
 * naming fleet and model, it ties every message to them.
 */
export function fingerprintOf(spec: FullSpec, sharing: Sharing): Hex {
  return createHash("sha256").update(architectureText(spec, sharing), "utf8").digest("hex").slice(0, 32);
}

/** What must be equal, as JSON in this order without spaces. Rates, penalties, replay, drift and seeds may differ. */
export function architectureText(spec: FullSpec, { fleet, model, shareScaler = false }: Sharing): string {
  return JSON.stringify({
    format: "MWS/1",
    fleet,
    model,
    shareScaler,
    inputs: spec.inputs,
    classes: spec.classes ?? null,
    outputs: spec.outputs,
    missing: spec.missing,
    loss: typeof spec.loss === "string" ? [spec.loss] : [spec.loss.type, spec.loss.delta],
    targets: spec.standardizeTargets ? scalerOf(spec.standardizeTargets) : null,
    anomaly: spec.anomaly !== undefined,
    members: membersOf(spec).map(({ layers }) => layers.flatMap((layer) => layerOf(layer))),
  });
}

// ---

/** Dropout shares nothing and predicts nothing. */
function layerOf(layer: FullLayer): (readonly unknown[])[] {
  switch (layer.type) {
    case "dense":
      return [["dense", layer.units, layer.activation, layer.alpha ?? null, layer.bias]];
    case "batchNorm":
      return [["batchNorm", layer.epsilon]];
    case "standardize":
      return [["standardize", ...scalerOf(layer)]];
    case "activation":
      return [["activation", layer.activation, layer.alpha ?? null]];
    case "dropout":
      return [];
  }
}

function scalerOf({ clip, epsilon }: { readonly clip: number; readonly epsilon: number }): readonly number[] {
  return [clip, epsilon];
}
