import { LIMIT } from "../abi.ts";
import type { Core } from "../core.ts";
import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";
import type { FullSpec } from "../spec.ts";
import { type ParameterName, placeOf, sizeOf, type Tensor, tensorsOf, valuesOf } from "./tensors.ts";

export type { ParameterName } from "./tensors.ts";

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
  return tensorsOf(core, handle, spec).map((tensor) => {
    const { pointer: _, ...rest } = tensor;
    return { ...rest, data: valuesOf(core, tensor).slice() as Float32Array<ArrayBuffer> };
  });
}

/**
 * Sets the tensors named, all or none. All is read, once, and checked before anything is written.
 * @param open gives the handle, and throws where the model is closed: reading `updates` may run code of the caller's
 * @throws MillraceError `E_KEY` for an unknown tensor, `E_SHAPE`, `E_VALUE`
 */
export function writeParameters(
  core: Core,
  open: () => number,
  spec: FullSpec,
  updates: readonly ParameterUpdate[],
): void {
  const handle = open();
  const tensors = tensorsOf(core, handle, spec);
  const read = readUpdates(updates, tensors);
  const current = open();
  const places = current === handle ? tensors : tensorsOf(core, current, spec);
  for (const [i, data] of read) valuesOf(core, places[i] as Tensor).set(data);
}

/** Number of each tensor, with a copy of what it is set to. */
function readUpdates(updates: unknown, tensors: readonly Tensor[]): Map<number, Float32Array> {
  if (!Array.isArray(updates)) throw notATensor("list", "a list of { layer, name, data }", updates);
  const numbers = new Map(tensors.map((tensor, i) => [placeOf(tensor), i]));
  const read = new Map<number, Float32Array>();
  for (let i = 0; i < updates.length; i++) {
    const update: unknown = updates[i];
    if (typeof update !== "object" || update === null) throw notATensor(`[${i}]`, "{ layer, name, data }", update);
    const { member, layer, name, average, shape, data } = update as Partial<ParameterUpdate>;
    const place = placeOf({ member, layer, name, average });
    const number = numbers.get(place);
    if (number === undefined) throw unknownTensor(`[${i}]`, place, name, tensors);
    if (read.has(number)) throw new MillraceError("E_KEY", "the same tensor twice", { where: place });
    const tensor = tensors[number] as Tensor;
    if (shape !== undefined) checkShape(shape, tensor.shape, place);
    read.set(number, readData(data, tensor, place));
  }
  return read;
}

function checkShape(shape: unknown, own: readonly number[], place: string): void {
  const list = Array.isArray(shape) ? Array.from(shape, (length: unknown) => show(length)) : undefined;
  const [expected, actual] = [`[${own.join(", ")}]`, list === undefined ? show(shape) : `[${list.join(", ")}]`];
  if (expected !== actual) throw misfit(place, "another shape", expected, actual);
}

function readData(data: unknown, tensor: Tensor, place: string): Float32Array {
  const size = sizeOf(tensor.shape);
  const isList = typeof data === "object" && data !== null && "length" in data && data.length === size;
  if (!isList) throw misfit(place, "another size", size, show(data));
  const least = tensor.name === "variance" || tensor.name === "weightSum" ? 0 : -LIMIT;
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const value = (data as ArrayLike<unknown>)[i];
    values[i] = typeof value === "number" ? value : Number.NaN;
    // The comparisons are false for NaN.
    if (Math.abs(values[i] as number) < Math.fround(LIMIT) && (value as number) >= least) continue;
    throw new MillraceError("E_VALUE", "no value for a parameter", {
      where: `${place}, element ${i}`,
      expected: least === 0 ? "a number from 0 to below 1e18" : "a finite number of magnitude below 1e18",
      actual: show(value),
    });
  }
  return values;
}

function notATensor(where: string, expected: string, actual: unknown): MillraceError {
  return new MillraceError("E_SHAPE", "no tensor", { where, expected, actual: show(actual) });
}

function misfit(where: string, what: string, expected: string | number, actual: string): MillraceError {
  return new MillraceError("E_SHAPE", what, { where, expected, actual });
}

function unknownTensor(where: string, place: string, name: unknown, tensors: readonly Tensor[]): MillraceError {
  const names = new Set<unknown>(tensors.map((tensor) => tensor.name));
  const named = tensors.slice(0, MOST_NAMED).map(placeOf).join("; ");
  return new MillraceError("E_KEY", "the model has no such tensor", {
    where,
    expected: `one of ${named}${tensors.length > MOST_NAMED ? "; ..." : ""}`,
    actual: place,
    remedy: typeof name === "string" && !names.has(name) ? meant(name, names as Set<string>) : undefined,
  });
}

/** Tensors that a message lists. */
const MOST_NAMED = 20;
