import * as abi from "../abi.ts";
import { MillraceError } from "../errors.ts";
import { OPTIMIZER_SLOTS } from "../spec/names.ts";
import { countOf, type FullLayer, type FullSpec, widthsOf } from "../spec.ts";

/** Where everything lies in an image. Offsets are bytes from its start, 0 where there is nothing. */
export interface Layout {
  stateOffset: number;
  stateBytes: number;
  /** Bytes of header and tables: the whole of a fresh image. */
  tableBytes: number;
  layers: { parameters: number; slots: number; parameterCount: number }[];
}

/** @throws MillraceError `E_MEMORY` where the image would be larger than a core can address */
export function layoutOf(spec: FullSpec): Layout {
  const inputs = countOf(spec.inputs);
  const widths = widthsOf(inputs, spec.layers);
  const tableBytes = abi.HEADER_BYTES + abi.MEMBER_BYTES + spec.layers.length * abi.LAYER_BYTES;
  const stateOffset = Math.ceil(tableBytes / ALIGNMENT) * ALIGNMENT;
  let end = stateOffset + abi.STATE_BYTES + abi.MEMBER_STATE_BYTES + 4 * spec.layers.length;

  const scaler = end;
  if (spec.layers[0]?.type === "standardize") end += scalerBytes(inputs, spec.missing === "mean" ? inputs : 1);
  if (spec.standardizeTargets) end += scalerBytes(spec.outputs, 1);

  const layers = spec.layers.map((layer, i) => {
    const parameterCount = parametersOf(layer, widths[i] as number);
    const parameters = layer.type === "standardize" ? scaler : parameterCount === 0 ? 0 : end;
    end += 4 * parameterCount;
    return { parameters, slots: 0, parameterCount };
  });
  for (const [i, layer] of spec.layers.entries()) {
    const values = OPTIMIZER_SLOTS[spec.optimizer.type] * trainedValuesOf(layer, widths[i] as number);
    if (values > 0) (layers[i] as Layout["layers"][number]).slots = end;
    end += 4 * values;
  }
  if (spec.batchSize > 1) end += 4 * spec.batchSize * (inputs + spec.outputs + 1);
  if (end >= ADDRESSABLE) {
    throw new MillraceError("E_MEMORY", "the model is larger than a core can address", {
      expected: end,
      actual: ADDRESSABLE - 1,
      remedy: "Take fewer units, inputs or samples in a batch",
    });
  }
  return { stateOffset, stateBytes: end - stateOffset, tableBytes, layers };
}

/** Values a layer keeps besides its scaler, trained or not. */
export function parametersOf(layer: FullLayer, inputs: number): number {
  if (layer.type === "batchNorm") return 4 * inputs;
  return trainedValuesOf(layer, inputs);
}

const ALIGNMENT = 16;
const ADDRESSABLE = 2 ** 31;

function trainedValuesOf(layer: FullLayer, inputs: number): number {
  if (layer.type === "batchNorm") return 2 * inputs;
  return layer.type === "dense" ? layer.units * (inputs + (layer.bias ? 1 : 0)) : 0;
}

function scalerBytes(width: number, weights: number): number {
  return 4 * (2 * weights + 2 * width);
}
