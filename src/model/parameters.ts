import * as abi from "../abi.ts";
import type { Core } from "../core.ts";
import { MillraceError, show } from "../errors.ts";
import { layoutOf } from "../image/layout.ts";
import { meant } from "../nearest.ts";
import type { FullSpec } from "../spec.ts";

export type ParameterName = "weight" | "bias" | "scale" | "shift" | "mean" | "variance" | "weightSum";

/** One tensor of a model. Weights are `[units, inputs]`, row by row. */
export interface Parameter {
  member: number;
  /** Index of the layer, or `"targets"` for the scaler of the targets. */
  layer: number | "targets";
  name: ParameterName;
  /** Whether it is the average of the tensor over the steps, where the member keeps one. */
  average: boolean;
  shape: number[];
  /** A copy. */
  data: Float32Array<ArrayBuffer>;
}

/** A tensor to be set; `member` is 0 where it is left out, `average` false. A member that averages answers with its averages. */
export interface ParameterUpdate {
  member?: number;
  layer: number | "targets";
  name: ParameterName;
  average?: boolean;
  shape?: readonly number[];
  data: ArrayLike<number>;
}

export function readParameters(core: Core, handle: number, spec: FullSpec): Parameter[] {
  return tensorsOf(core, handle, spec).map(({ pointer, ...tensor }) => ({
    ...tensor,
    data: viewOf(core, pointer, tensor.shape).slice() as Float32Array<ArrayBuffer>,
  }));
}

/**
 * Sets the tensors named, all or none.
 * @throws MillraceError `E_KEY` for an unknown tensor, `E_SHAPE`, `E_VALUE`
 */
export function writeParameters(core: Core, handle: number, spec: FullSpec, updates: readonly ParameterUpdate[]): void {
  const tensors = tensorsOf(core, handle, spec);
  const chosen = new Map<Tensor, ParameterUpdate>();
  for (const [i, update] of updates.entries()) {
    const tensor = tensorFor(update, tensors, `[${i}]`);
    if (chosen.has(tensor)) throw new MillraceError("E_KEY", "the same tensor twice", { where: placeOf(update) });
    check(update, tensor);
    chosen.set(tensor, update);
  }
  for (const [{ pointer, shape }, { data }] of chosen) viewOf(core, pointer, shape).set(data);
}

type Tensor = Omit<Parameter, "data"> & { pointer: number };

const NAMES: readonly ParameterName[] = ["weight", "bias", "scale", "shift", "mean", "variance", "weightSum"];

/** Those the core names, then the averages. */
function tensorsOf(core: Core, handle: number, spec: FullSpec): Tensor[] {
  const tensors = namedTensors(core, handle);
  const { members, stateOffset } = layoutOf(spec);
  const image = core.exports.state(handle) - stateOffset;
  const averages = members.flatMap(({ averages: at, layers }, member): Tensor[] => {
    if (at === 0) return [];
    // A scaler has no parameters in the layout, and no average.
    const learnt = tensors.filter(
      ({ member: m, layer }) => m === member && layer !== "targets" && (layers[layer]?.parameterCount ?? 0) > 0,
    );
    // Parameters of a member follow one another as their averages do.
    const first = Math.min(...learnt.map(({ pointer }) => pointer));
    return learnt.map((tensor) => ({ ...tensor, average: true, pointer: image + at + tensor.pointer - first }));
  });
  return [...tensors, ...averages];
}

function namedTensors(core: Core, handle: number): Tensor[] {
  const { exports } = core;
  const tensors: Tensor[] = [];
  for (let i = 0; ; i++) {
    const rank = exports.parameter(handle, i, abi.PARAMETER_RANK);
    if (rank < 0) break;
    const rows = exports.parameter(handle, i, abi.PARAMETER_ROWS);
    const layer = exports.parameter(handle, i, abi.PARAMETER_LAYER);
    tensors.push({
      member: exports.parameter(handle, i, abi.PARAMETER_MEMBER),
      layer: layer === abi.LAYER_OF_TARGETS ? "targets" : layer,
      average: false,
      name: NAMES[exports.parameter(handle, i, abi.PARAMETER_NAME)] as ParameterName,
      shape: rank === 2 ? [rows, exports.parameter(handle, i, abi.PARAMETER_COLUMNS)] : [rows],
      pointer: exports.parameter(handle, i, abi.PARAMETER_POINTER),
    });
  }
  return tensors;
}

function viewOf(core: Core, pointer: number, shape: readonly number[]): Float32Array {
  return new Float32Array(core.exports.memory.buffer, pointer, sizeOf(shape));
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

function tensorFor(update: ParameterUpdate, tensors: readonly Tensor[], where: string): Tensor {
  const place = placeOf(update);
  const found = tensors.find((tensor) => placeOf(tensor) === place);
  if (found !== undefined) return found;
  const named = tensors.map(placeOf);
  throw new MillraceError("E_KEY", "the model has no such tensor", {
    where,
    expected: `one of ${named.join("; ")}`,
    actual: place,
    remedy: meant(String(update.name), new Set(tensors.map((tensor) => tensor.name))),
  });
}

function check(update: ParameterUpdate, tensor: Tensor): void {
  const { shape = tensor.shape, data } = update;
  const size = sizeOf(tensor.shape);
  const [expected, actual] = [`[${tensor.shape.join(", ")}]`, `[${shape.join(", ")}]`];
  if (expected !== actual) throw misfit(update, "another shape", expected, actual);
  if (typeof data !== "object" || data?.length !== size) throw misfit(update, "another size", size, show(data));
  const least = tensor.name === "variance" || tensor.name === "weightSum" ? 0 : -abi.LIMIT;
  for (let i = 0; i < size; i++) {
    const value = data[i] as number;
    // The comparison is false for NaN.
    if (typeof value === "number" && Math.abs(Math.fround(value)) < Math.fround(abi.LIMIT) && value >= least) continue;
    throw new MillraceError("E_VALUE", "no value for a parameter", {
      where: `${placeOf(update)}, element ${i}`,
      expected: least === 0 ? "a number from 0 to below 1e18" : "a finite number of magnitude below 1e18",
      actual: show(value),
    });
  }
}

function misfit(update: ParameterUpdate, what: string, expected: string | number, actual: string): MillraceError {
  return new MillraceError("E_SHAPE", what, { where: placeOf(update), expected, actual });
}

function placeOf({ member = 0, layer, name, average = false }: Omit<ParameterUpdate, "data">): string {
  return `${average ? "average of " : ""}${member > 0 ? `members[${member}].` : ""}${layer === "targets" ? "targets" : `layers[${layer}]`}.${name}`;
}
