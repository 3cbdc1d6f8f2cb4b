import { type Feature, type FeaturePlan, OPERATIONS, planFeatures } from "../features.ts";
import type { FeatureOptions } from "./options.ts";
import type { Problems } from "./problems.ts";

/** What is written as the features of a stream, as the features they are; undefined where one of them is none. */
export function readFeatures(written: readonly (string | FeatureOptions)[], problems: Problems): Feature[] | undefined {
  const read = written.map((one, i) => readFeature(typeof one === "string" ? { field: one } : one, problems.at(i)));
  const features = read.filter((feature) => feature !== undefined);
  return features.length === read.length ? features : undefined;
}

/** Inputs of a model that a gateway feeds. */
export const INPUTS_LIMIT = 65_536;

/** Lays the features out; two of the same name are refused, and too many. */
export function layOut(
  features: readonly Feature[],
  missing: "refuse" | "mean",
  problems: Problems,
): FeaturePlan | undefined {
  const count = features.reduce((sum, feature) => sum + ("size" in feature ? feature.size : 1), 0);
  if (count > INPUTS_LIMIT) {
    problems.add("too many inputs", { expected: `at most ${INPUTS_LIMIT}`, actual: `${count}` });
    return undefined;
  }
  const plan = planFeatures(features, missing);
  if (new Set(plan.names).size === plan.names.length) return plan;
  const seen = new Map<string, number>();
  for (const [i, feature] of features.entries()) {
    for (const name of planFeatures([feature], missing).names) {
      const first = seen.get(name);
      if (first !== undefined)
        problems.at(i).add("a feature twice", { expected: `another than that of number ${first}`, actual: name });
      seen.set(name, i);
    }
  }
  return undefined;
}

// ---

function readFeature(written: FeatureOptions, problems: Problems): Feature | undefined {
  const { field, size, time, utcOffset } = written;
  const computed = OPERATIONS.filter((operation) => written[operation] !== undefined);
  const given = [...computed, ...(size === undefined ? [] : ["size"]), ...(time === undefined ? [] : ["time"])];
  if (given.length > 1) {
    problems.add(`${given.join(" and ")} in one feature`, { expected: "one of them, each in a feature of its own" });
    return undefined;
  }
  if (utcOffset !== undefined && time === undefined) {
    problems.at("utcOffset").add("belongs to a feature with a time");
    return undefined;
  }
  if (time !== undefined) {
    if (field === undefined) return { kind: time, offsetMs: offsetOf(utcOffset) };
    problems
      .at("field")
      .add("a time has no field", { remedy: "The time of a message is named by the stream's `time`" });
    return undefined;
  }
  if (field === undefined) {
    problems.at("field").add("missing", { expected: "a path to a number of the message, or a time" });
    return undefined;
  }
  const [operation] = computed;
  if (operation !== undefined) return { kind: operation, field, span: written[operation] as number };
  return size === undefined ? { kind: "value", field } : { kind: "list", field, size };
}

function offsetOf(text = "+00:00"): number {
  const minutes = 60 * Number(text.slice(1, 3)) + Number(text.slice(4));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}
