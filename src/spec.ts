import { UNITS_LIMIT } from "./abi.ts";
import { show } from "./errors.ts";
import { countOf, fullLayers, widthsOf } from "./spec/network.ts";
import { fullOptimizer } from "./spec/optimizer.ts";
import { Fields, refusal, uniqueNames, wholeNumber } from "./spec/reader.ts";
import { fullClasses, fullLoss, targetScaler } from "./spec/task.ts";
import type { FullSpec, MissingPolicy } from "./spec/types.ts";

export { countOf, lastActivation, lossName, widthsOf } from "./spec/network.ts";
export type * from "./spec/types.ts";

const KEYS = [
  "inputs",
  "classes",
  "outputs",
  "missing",
  "layers",
  "loss",
  "optimizer",
  "batchSize",
  "standardizeTargets",
  "seed",
];

/**
 * Checks a spec and writes it out in full: every default stated, every name in our spelling.
 * @throws MillraceError `E_SPEC` with the path of the field
 */
export function fullSpec(spec: unknown): FullSpec {
  const fields = new Fields(spec, "", KEYS);
  const inputs = fullInputs(fields.get("inputs"));
  const batchSize = fields.integer("batchSize", 1, 2 ** 20, 1);
  const layers = fullLayers(fields.get("layers"), batchSize);
  const outputs = widthsOf(countOf(inputs), layers).at(-1) as number;
  const loss = fullLoss(fields.get("loss"), layers, outputs);
  const classes = fullClasses(fields.get("classes"), layers, outputs);
  if (fields.has("outputs") && fields.get("outputs") !== outputs) {
    throw refusal("outputs", "disagrees with the last layer", {
      expected: outputs,
      actual: show(fields.get("outputs")),
    });
  }
  const missing = fields.name<MissingPolicy>("missing", { refuse: 0, mean: 1 }, "refuse");
  if (missing === "mean" && layers[0]?.type !== "standardize") {
    throw refusal("missing", "only a scaler knows the mean of an input", {
      expected: '"refuse", or a standardize layer first',
      actual: '"mean"',
    });
  }
  const full: FullSpec = {
    inputs,
    ...(classes && { classes }),
    outputs,
    missing,
    layers,
    loss,
    optimizer: fullOptimizer(fields.get("optimizer")),
    batchSize,
    seed: fields.integer("seed", 0, 0xffffffff, 1),
  };
  if (fields.has("standardizeTargets")) {
    full.standardizeTargets = targetScaler(fields.get("standardizeTargets"), layers, loss);
  }
  return full;
}

function fullInputs(value: unknown): number | string[] {
  if (Array.isArray(value)) return uniqueNames(value, "inputs");
  const range = wholeNumber(1, UNITS_LIMIT);
  if (Number.isInteger(value) && range.holds(value as number)) return value as number;
  throw refusal("inputs", value === undefined ? "missing" : "not a number of inputs", {
    expected: `${range.text}, or a list of names`,
    actual: value === undefined ? undefined : show(value),
  });
}
