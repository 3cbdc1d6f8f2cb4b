import { type FullSpec, fullSpec } from "../../spec.ts";
import { later } from "./later.ts";
import type { Problems } from "./problems.ts";

/** Whether inputs may be missing, as far as it can be told before the spec is read. */
export function missingOf(model: Readonly<Record<string, unknown>>): "refuse" | "mean" {
  return model.missing === "mean" ? "mean" : "refuse";
}

/**
 * The model of a stream with every default written out.
 * @param inputs names of the inputs; undefined where the features are wrong: the rest is looked over all the same
 */
export function readModel(
  model: Readonly<Record<string, unknown>>,
  inputs: readonly string[] | undefined,
  problems: Problems,
): FullSpec | undefined {
  if (model.inputs !== undefined) {
    problems
      .at("inputs")
      .add("belongs to the stream", { remedy: "The inputs are the features of the stream", isKey: true });
    return undefined;
  }
  const unbuilt = [
    { key: "task", sentence: later([...problems.place, "task"], String(model.task)) },
    { key: "anomaly", sentence: model.anomaly === undefined ? undefined : later(problems.place, "anomaly") },
  ].find(({ sentence }) => sentence !== undefined);
  if (unbuilt?.sentence !== undefined) {
    problems.at(unbuilt.key).add(unbuilt.sentence);
    return undefined;
  }
  if (!["task", "preset", "layers", "members"].some((key) => model[key] !== undefined)) {
    problems.add("no model", { expected: "a task with a preset, or layers" });
    return undefined;
  }
  const spec = problems.try(() => fullSpec({ ...model, inputs: inputs ?? 1 }));
  return inputs === undefined ? undefined : spec;
}
