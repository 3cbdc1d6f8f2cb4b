import type { Parameter } from "../model/parameters.ts";
import type { Model } from "../model.ts";
import { countOf, membersOf } from "../spec.ts";
import type { WeightSpace } from "./weights.ts";

/** Of no samples. */
export function emptyMoments(model: Model): Float32Array {
  return new Float32Array(3 * countOf(model.spec.inputs));
}

/** Of the samples that the first scaler of a model has seen; of none where it has no scaler. */
export function momentsOf(model: Model): Float32Array {
  const moments = emptyMoments(model);
  const inputs = moments.length / 3;
  const scalers = scalersOf(model);
  const [weightSum, mean, variance] = NAMES.map((wanted) => scalers.find(({ name }) => name === wanted)?.data);
  if (!weightSum || !mean || !variance) return moments;
  for (let i = 0; i < inputs; i++) moments[i] = (weightSum[i] ?? weightSum[0]) as number;
  moments.set(mean, inputs);
  moments.set(variance, 2 * inputs);
  return moments;
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
  const scalers = scalersOf(model).map(({ data, shape: _, ...place }) => ({
    ...place,
    data: new Float32Array(data.length),
  }));
  model.setParameters(scalers);
  space.learnMoments(model, all);
}

// ---

const NAMES = ["weightSum", "mean", "variance"] as const;

/** What the scalers of the inputs have learnt, member after member. */
function scalersOf(model: Model): Parameter[] {
  return model.parameters().filter(({ member, layer, name, average }) => {
    const isScaler = layer !== "targets" && membersOf(model.spec)[member]?.layers[layer]?.type === "standardize";
    return isScaler && !average && (NAMES as readonly string[]).includes(name);
  });
}
