import { UNITS_LIMIT } from "../abi.ts";
import { show } from "../errors.ts";
import { ACTIVATIONS, INITIALIZERS, LAYER_TYPES } from "./names.ts";
import { between, Fields, FRACTION, NOT_NEGATIVE, POSITIVE, refusal, SHARE, typed } from "./reader.ts";
import type { ActivationName, Decay, FullLayer, LayerType } from "./types.ts";

/** The keys a layer of each type knows, `type` aside. */
const KEYS: Readonly<Record<LayerType, readonly string[]>> = {
  dense: ["units", "activation", "alpha", "bias", "initializer", "l1", "l2", "trainable"],
  dropout: ["rate"],
  batchNorm: ["decay", "epsilon", "trainable"],
  standardize: ["decay", "clip", "epsilon"],
  activation: ["activation", "alpha"],
};

/** Reads one layer and writes out its defaults. */
export function fullLayer(value: unknown, path: string, batchSize: number): FullLayer {
  const { type, given } = typed(value, path, LAYER_TYPES);
  const fields = new Fields(given, path, ["type", ...KEYS[type]]);
  switch (type) {
    case "dense": {
      return {
        type,
        units: fields.integer("units", 1, UNITS_LIMIT),
        ...activation(fields, "linear"),
        bias: fields.boolean("bias", true),
        initializer: fields.name("initializer", INITIALIZERS, "torchLinear"),
        l1: fields.number("l1", between(0, 1), 0),
        l2: fields.number("l2", between(0, 1), 0),
        trainable: fields.boolean("trainable", true),
      };
    }
    case "dropout":
      return { type, rate: fields.number("rate", FRACTION) };
    case "batchNorm":
      return {
        type,
        decay: fields.number("decay", FRACTION, batchSize > 1 ? 0.9 : 0.99),
        epsilon: fields.number("epsilon", POSITIVE, 1e-5),
        trainable: fields.boolean("trainable", true),
      };
    case "standardize":
      return {
        type,
        decay: decay(fields, 0.99),
        clip: fields.number("clip", NOT_NEGATIVE, 10),
        epsilon: fields.number("epsilon", NOT_NEGATIVE, 1e-8),
      };
    case "activation":
      return { type, ...activation(fields) };
  }
}

/** A decay of a scaler: a number, or `"all"`, which 1 is another way to write. */
export function decay(fields: Fields, fallback?: Decay): Decay {
  const value = fields.get("decay") ?? fallback;
  if (value === "all" || (typeof value === "number" && Math.fround(value) === 1)) return "all";
  if (typeof value === "number") return fields.number("decay", SHARE, fallback as number);
  throw refusal(fields.at("decay"), value === undefined ? "missing" : "not a decay", {
    expected: `${SHARE.text}, or "all"`,
    actual: value === undefined ? undefined : show(value),
  });
}

function activation(fields: Fields, fallback?: ActivationName): { activation: ActivationName; alpha?: number } {
  const name = fields.name("activation", ACTIVATIONS, fallback);
  if (name === "leakyRelu") return { activation: name, alpha: fields.number("alpha", FRACTION, 0.01) };
  if (fields.has("alpha")) {
    throw refusal(fields.at("alpha"), `${name} has no alpha`, { expected: "alpha with leakyRelu alone" });
  }
  return { activation: name };
}
