import type { Model } from "../../model.ts";
import { countOf, membersOf } from "../../spec.ts";
import type { WeightSpace } from "../weights.ts";

/** Of no samples. */
export function emptyMoments(model: Model): Float32Array {
  return new Float32Array(3 * countOf(model.spec.inputs));
}

/**
 * The scalers of a model become what they are by all samples of the fleet and the own ones that it does not count yet:
 * the same rule as for weights. A fleet without samples changes nothing.
 */
export function adoptMoments(
  space: WeightSpace,
  model: Model,
  fleet: Float32Array,
  own: readonly (Float32Array | undefined)[],
): void {
  if (!fleet.subarray(0, fleet.length / 3).some((count) => count > 0)) return;
  let all: Float32Array = fleet;
  for (const moments of own) if (moments) all = space.joined(all, moments);
  const names = ["weightSum", "mean", "variance"] as const;
  const scalers = model
    .parameters()
    .filter(({ member, layer, name, average }) => {
      const isScaler = layer !== "targets" && membersOf(model.spec)[member]?.layers[layer]?.type === "standardize";
      return isScaler && !average && (names as readonly string[]).includes(name);
    })
    .map(({ data, shape: _, ...place }) => ({ ...place, data: new Float32Array(data.length) }));
  model.setParameters(scalers);
  space.learnMoments(model, all);
}
