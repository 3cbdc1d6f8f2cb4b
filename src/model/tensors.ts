import * as abi from "../abi.ts";
import type { Core } from "../core.ts";
import { show } from "../errors.ts";
import { type LayerLayout, layoutOf, type MemberLayout } from "../image/layout.ts";
import { countOf, type FullLayer, type FullSpec, membersOf, widthsOf } from "../spec.ts";

export type ParameterName = "weight" | "bias" | "scale" | "shift" | "mean" | "variance" | "weightSum";

/** A tensor of a model, and the address of its values in the core's memory. */
export interface Tensor {
  member: number;
  layer: number | "targets";
  name: ParameterName;
  average: boolean;
  shape: number[];
  pointer: number;
}

/**
 * The tensors in the order of the core, then the averages. Worked out from the layout: the core is asked for each one
 * alone and would count its way to it, from the first layer, every time.
 */
export function tensorsOf(core: Core, handle: number, spec: FullSpec): Tensor[] {
  const layout = layoutOf(spec);
  const inputs = countOf(spec.inputs);
  const weights = spec.missing === "mean" ? inputs : 1;
  const image = core.exports.state(handle) - layout.stateOffset;
  const tensors: Tensor[] = [];
  const averages: Tensor[] = [];
  for (const [member, { layers }] of membersOf(spec).entries()) {
    const widths = widthsOf(inputs, layers);
    const { layers: places, averages: averagesAt } = layout.members[member] as MemberLayout;
    let behind = image + averagesAt;
    for (const [layer, one] of layers.entries()) {
      const { parameters, parameterCount } = places[layer] as LayerLayout;
      let pointer = image + parameters;
      for (const [name, shape] of shapesOf(one, widths[layer] as number, weights)) {
        tensors.push({ member, layer, name, average: false, shape, pointer });
        pointer += 4 * sizeOf(shape);
        // Between the weights of a scaler and its means lie its counts.
        if (name === "weightSum") pointer += 4 * sizeOf(shape);
        // A scaler is no parameter that is averaged; what is follows one another as the parameters do.
        if (averagesAt === 0 || parameterCount === 0) continue;
        averages.push({ member, layer, name, average: true, shape, pointer: behind });
        behind += 4 * sizeOf(shape);
      }
    }
  }
  if (spec.standardizeTargets) tensors.push(...targetTensors(core, handle, tensors.length, spec.outputs));
  return [...tensors, ...averages];
}

/** The values of a tensor where they lie: good until memory grows. */
export function valuesOf(core: Core, { pointer, shape }: Tensor): Float32Array {
  return new Float32Array(core.exports.memory.buffer, pointer, sizeOf(shape));
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** How a tensor is called in messages; two are the same where this is. Anything may stand in the fields. */
export function placeOf(tensor: { member?: unknown; layer: unknown; name: unknown; average?: unknown }): string {
  const { member = 0, layer, name, average = false } = tensor;
  const prefix = average === false ? "" : average === true ? "average of " : `average ${show(average)} of `;
  const place = layer === "targets" ? "targets" : `layers[${show(layer)}]`;
  return `${prefix}${member === 0 ? "" : `members[${show(member)}].`}${place}.${typeof name === "string" ? name : show(name)}`;
}

// --- Names and shapes, in the order of the values ---

type Shape = [name: ParameterName, shape: number[]];

function shapesOf(layer: FullLayer, width: number, weights: number): Shape[] {
  switch (layer.type) {
    case "dense": {
      const weight: Shape = ["weight", [layer.units, width]];
      return layer.bias ? [weight, ["bias", [layer.units]]] : [weight];
    }
    case "batchNorm":
      return (["scale", "shift", "mean", "variance"] as const).map((name) => [name, [width]]);
    case "standardize":
      return scalerShapes(width, weights);
    default:
      return [];
  }
}

function scalerShapes(width: number, weights: number): Shape[] {
  return [
    ["weightSum", [weights]],
    ["mean", [width]],
    ["variance", [width]],
  ];
}

/** @param first number of the scaler's first tensor, as the core counts */
function targetTensors(core: Core, handle: number, first: number, outputs: number): Tensor[] {
  return scalerShapes(outputs, 1).map(([name, shape], i) => {
    const pointer = core.exports.parameter(handle, first + i, abi.PARAMETER_POINTER);
    return { member: 0, layer: "targets", name, average: false, shape, pointer };
  });
}
