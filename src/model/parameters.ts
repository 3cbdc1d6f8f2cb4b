import * as abi from "../abi.ts";
import type { Core } from "../core.ts";
import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";

export type ParameterName = "weight" | "bias" | "scale" | "shift" | "mean" | "variance" | "weightSum";

/** One tensor of a model. Weights are `[units, inputs]`, row by row. */
export interface Parameter {
  member: number;
  /** Index of the layer, or `"targets"` for the scaler of the targets. */
  layer: number | "targets";
  name: ParameterName;
  shape: number[];
  /** A copy. */
  data: Float32Array<ArrayBuffer>;
}

/** A tensor to be set; `member` is 0 where it is left out. */
export interface ParameterUpdate {
  member?: number;
  layer: number | "targets";
  name: ParameterName;
  shape?: readonly number[];
  data: ArrayLike<number>;
}

export function readParameters(core: Core, handle: number): Parameter[] {
  return tensorsOf(core, handle).map(({ pointer, ...tensor }) => ({
    ...tensor,
    data: viewOf(core, pointer, tensor.shape).slice() as Float32Array<ArrayBuffer>,
  }));
}

/**
 * Sets the tensors named, all or none.
 * @throws MillraceError `E_KEY` for an unknown tensor, `E_SHAPE`, `E_VALUE`
 */
export function writeParameters(core: Core, handle: number, updates: readonly ParameterUpdate[]): void {
  const tensors = tensorsOf(core, handle);
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

function tensorsOf(core: Core, handle: number): Tensor[] {
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
  const { member = 0, layer, name } = update;
  const found = tensors.find((tensor) => tensor.member === member && tensor.layer === layer && tensor.name === name);
  if (found !== undefined) return found;
  const named = tensors.map(placeOf);
  throw new MillraceError("E_KEY", "the model has no such tensor", {
    where,
    expected: `one of ${named.join("; ")}`,
    actual: placeOf(update),
    remedy: meant(String(name), new Set(tensors.map((tensor) => tensor.name))),
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

function placeOf({ member = 0, layer, name }: { member?: number; layer: number | "targets"; name: string }): string {
  return `${member > 0 ? `members[${member}].` : ""}${layer === "targets" ? "targets" : `layers[${layer}]`}.${name}`;
}
