import { show } from "../errors.ts";
import { decay } from "./layers.ts";
import type { FullMember, FullSpec } from "./models.ts";
import { LOSSES, legalLosses, namesOf } from "./names.ts";
import { lastActivation, lossName } from "./network.ts";
import { Fields, NOT_NEGATIVE, POSITIVE, refusal, typed, uniqueNames } from "./reader.ts";
import type { ActivationName, FullLoss } from "./types.ts";

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
