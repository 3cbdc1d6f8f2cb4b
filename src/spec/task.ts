import { show } from "../errors.ts";
import { decay } from "./layers.ts";
import type { ClassWeights, FullAnomaly, FullMember, FullSpec } from "./models.ts";
import { LOSSES, legalLosses, namesOf } from "./names.ts";
import { lastActivation, lossName } from "./network.ts";
import { between, Fields, NOT_NEGATIVE, POSITIVE, refusal, typed, uniqueNames } from "./reader.ts";
import type { ActivationName, FullLoss, LossName } from "./types.ts";

type Members = readonly Pick<FullMember, "layers">[];

/** The last activation of all members, or undefined where they differ. */
export function commonActivation(members: Members): ActivationName | undefined {
  const activations = new Set(members.map(({ layers }) => lastActivation(layers)));
  return activations.size === 1 ? [...activations][0] : undefined;
}

/** Reads the loss, which must go with the last activation of every member. */
export function fullLoss(value: unknown, members: Members, outputs: number): FullLoss {
  if (value === undefined) throw refusal("loss", "missing", { expected: `one of ${namesOf(LOSSES).join(", ")}` });
  const { type, given } = typed(value, "loss", LOSSES);
  for (const [m, { layers }] of members.entries()) {
    const activation = lastActivation(layers);
    const legal = legalLosses(activation);
    if (legal.includes(type)) continue;
    const needed = type === "crossEntropy" ? "softmax" : "sigmoid";
    throw refusal(
      "loss",
      `${type} does not go with a last ${activation}${members.length > 1 ? ` of members[${m}]` : ""}`,
      {
        expected: `one of ${legal.join(", ")}`,
        actual: type,
        remedy: `${type} needs a last layer with activation "${needed}"`,
      },
    );
  }
  if (type === "crossEntropy" && outputs < 2) {
    const path = `${members.length > 1 ? "members[0]." : ""}layers[${(members[0]?.layers.length ?? 1) - 1}]`;
    throw refusal(`${path}.units`, "crossEntropy tells classes apart", {
      expected: "at least 2 outputs",
      actual: outputs,
      remedy: 'For two classes by one output take activation "sigmoid" and loss "binaryCrossEntropy"',
    });
  }
  const fields = new Fields(given, "loss", type === "huber" ? ["type", "delta"] : ["type"]);
  return type === "huber" ? { type, delta: fields.number("delta", POSITIVE, 1) } : type;
}

/** Reads the names of the classes, which the outputs must tell apart. */
export function fullClasses(value: unknown, members: Members, outputs: number): string[] | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw refusal("classes", "not a list of names", { expected: "a list of names", actual: show(value) });
  }
  const names = uniqueNames(value, "classes");
  const activation = commonActivation(members);
  const fitting = activation === "softmax" ? outputs : activation === "sigmoid" && outputs === 1 ? 2 : 0;
  if (fitting === 0) {
    throw refusal("classes", "this model's outputs are no classes", {
      expected: "a last softmax, or one sigmoid output",
      actual: `${outputs} ${activation ?? "different"} outputs`,
    });
  }
  if (names.length === fitting) return names;
  throw refusal("classes", `${outputs} ${activation} outputs tell ${fitting} classes apart`, {
    expected: `${fitting} names`,
    actual: names.length,
  });
}

/** Reads the scaler of the targets of a regression. */
export function targetScaler(
  value: unknown,
  members: Members,
  loss: FullLoss,
): NonNullable<FullSpec["standardizeTargets"]> {
  const fields = new Fields(value, "standardizeTargets", ["decay", "clip", "epsilon"]);
  const activation = members
    .map(({ layers }) => lastActivation(layers))
    .find((last) => last === "softmax" || last === "sigmoid");
  const name = lossName(loss);
  if (activation !== undefined || name === "crossEntropy" || name === "binaryCrossEntropy") {
    throw refusal("standardizeTargets", "standardised targets leave the range of a probability", {
      expected: "loss mse, mae or huber, and a last layer without sigmoid or softmax",
      actual: activation === undefined ? name : `${name} on ${activation}`,
    });
  }
  return {
    decay: decay(fields),
    clip: fields.number("clip", NOT_NEGATIVE, 0),
    epsilon: fields.number("epsilon", NOT_NEGATIVE, 1e-8),
  };
}

/** Reads the scores of a model that gives its inputs back. */
export function fullAnomaly(
  fields: Fields,
  members: Members,
  inputs: number,
  outputs: number,
  loss: FullLoss,
): FullAnomaly {
  const name = lossName(loss);
  const complain = (where: string, expected: string, actual: unknown): Error =>
    refusal(where, "an anomaly model learns to give its standardised inputs back", { expected, actual: `${actual}` });
  if (outputs !== inputs) throw complain("outputs", `${inputs} outputs, as there are inputs`, outputs);
  if (name === "crossEntropy" || name === "binaryCrossEntropy") throw complain("loss", "mse, mae or huber", name);
  if (fields.has("standardizeTargets"))
    throw complain("standardizeTargets", "the scaler of the inputs alone", "another");
  const settings = members.map(({ layers: [first] }) => (first?.type === "standardize" ? JSON.stringify(first) : ""));
  const m = settings.findIndex((one) => one === "" || one !== settings[0]);
  if (m >= 0) {
    const path = members.length > 1 ? `members[${m}].layers[0]` : "layers[0]";
    throw complain(path, "the same standardize layer in every network", settings[m] || "another layer");
  }
  const anomaly = new Fields(fields.get("anomaly"), "anomaly", ["quantile", "warmUp"]);
  return {
    quantile: anomaly.number("quantile", between(0.5, 0.9999), 0.9995),
    warmUp: anomaly.integer("warmUp", 0, 2 ** 24, 1000),
  };
}

/** Reads how much each class weighs. */
export function fullClassWeights(value: unknown, loss: LossName, outputs: number): ClassWeights {
  if (loss !== "crossEntropy") {
    throw refusal("classWeights", "only classes can weigh differently", {
      expected: "the loss crossEntropy",
      actual: loss,
    });
  }
  if (value === "balanced") return value;
  if (!Array.isArray(value) || value.length !== outputs) {
    throw refusal("classWeights", "not a weight for each class", {
      expected: `"balanced", or ${outputs} numbers`,
      actual: Array.isArray(value) ? `${value.length} of them` : show(value),
    });
  }
  const names = value.map((_, i) => String(i));
  const weights = new Fields(Object.fromEntries(value.entries()), "classWeights", names);
  return names.map((name) => weights.number(name, NOT_NEGATIVE));
}
