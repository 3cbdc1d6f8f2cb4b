import { show } from "../errors.ts";
import { fullLayer } from "./layers.ts";
import type { FullSpec } from "./models.ts";
import { refusal } from "./reader.ts";
import type { ActivationName, FullLayer, FullLoss, LossName } from "./types.ts";

/** Reads the list of layers and checks their order. */
export function fullLayers(value: unknown, path: string, batchSize: number): FullLayer[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw refusal(path, value === undefined ? "missing" : "no layers", {
      expected: "a list of at least one layer",
      actual: value === undefined ? undefined : show(value),
    });
  }
  if (value.length > 0xffff) throw refusal(path, "too many", { expected: "at most 65535", actual: value.length });
  const layers = Array.from(value, (layer: unknown, i) => fullLayer(layer, `${path}[${i}]`, batchSize));
  for (const [i, layer] of layers.entries()) {
    if (layer.type === "standardize" && i > 0) {
      throw refusal(`${path}[${i}]`, "standardize scales the inputs", {
        expected: "it first, and once",
        actual: `layer ${i}`,
      });
    }
    if ("activation" in layer && layer.activation === "softmax" && i < layers.length - 1) {
      throw refusal(`${path}[${i}].activation`, "softmax before the last layer", {
        expected: "softmax in the last layer only",
        actual: `layer ${i} of ${layers.length}`,
      });
    }
  }
  const last = layers.at(-1) as FullLayer;
  if (last.type !== "dense" && last.type !== "activation") {
    throw refusal(`${path}[${layers.length - 1}]`, "not a last layer", {
      expected: "dense or activation at the end",
      actual: last.type,
    });
  }
  return layers;
}

/** Number of inputs, named or not. */
export function countOf(inputs: FullSpec["inputs"]): number {
  return typeof inputs === "number" ? inputs : inputs.length;
}

/** The width of the inputs, then that of each layer's outputs. */
export function widthsOf(inputs: number, layers: readonly FullLayer[]): number[] {
  const widths = [inputs];
  for (const layer of layers) widths.push(layer.type === "dense" ? layer.units : (widths.at(-1) as number));
  return widths;
}

export function lastActivation(layers: readonly FullLayer[]): ActivationName {
  const last = layers.at(-1);
  return last?.type === "dense" || last?.type === "activation" ? last.activation : "linear";
}

export function lossName(loss: FullLoss): LossName {
  return typeof loss === "string" ? loss : loss.type;
}
