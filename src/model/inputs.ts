import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";
import { countOf, type FullSpec } from "../spec.ts";

/** A number of one input. `null` stands for a missing one where the model takes those, as JSON has no NaN. */
export type FeatureValue = number | null | undefined;
/** The inputs of one sample: numbers in order, or an object keyed by feature name. */
export type Inputs = ArrayLike<FeatureValue> | Readonly<Record<string, FeatureValue>>;
/** The inputs of a sample that has been read. */
export type Values = Float32Array | Float64Array;

/**
 * A buffer that one call holds at a time: a call made while another one reads its arguments gets a buffer of its own.
 * One that is not given back, since its call failed, is replaced.
 */
export class SpareBuffer {
  readonly #length: number;
  #spare: Float32Array | undefined;

  constructor(length: number) {
    this.#length = length;
  }

  take(): Float32Array {
    const buffer = this.#spare ?? new Float32Array(this.#length);
    this.#spare = undefined;
    return buffer;
  }

  giveBack(buffer: Float32Array): void {
    this.#spare = buffer;
  }
}

/**
 * Brings the inputs of a sample to where the core reads them. Values are checked by the core, types and shape here.
 * Reading what a caller hands over may run code of his (getters, proxies) that uses the same model: all is read before
 * anything is written.
 */
export class InputWriter {
  readonly #count: number;
  readonly #names: readonly string[] | undefined;
  readonly #missing: boolean;
  readonly #buffer: SpareBuffer;

  constructor(spec: FullSpec) {
    this.#count = countOf(spec.inputs);
    this.#names = typeof spec.inputs === "number" ? undefined : spec.inputs;
    this.#missing = spec.missing === "mean";
    this.#buffer = new SpareBuffer(this.#count);
  }

  /**
   * Reads a sample, each value once.
   * @returns the values, to be handed to `put`
   * @throws MillraceError `E_SHAPE`, or `E_VALUE` for what is no number
   */
  read(x: Inputs): Values {
    if (ArrayBuffer.isView(x)) {
      if (!isTyped(x) || typedLength(x) !== this.#count) throw this.#misshaped(x);
      // Nobody's code runs when these are read.
      return x instanceof Float32Array || x instanceof Float64Array ? x : this.#readEach(x);
    }
    if (typeof x !== "object" || x === null) throw this.#misshaped(x);
    if (Array.isArray(x) || (this.#names === undefined && "length" in x)) {
      if (x.length !== this.#count) throw this.#misshaped(x);
      return this.#readEach(x as ArrayLike<FeatureValue>);
    }
    return this.#readNamed(x as Readonly<Record<string, FeatureValue>>);
  }

  /** Writes what was read of `x`. */
  put(values: Values, x: Inputs, into: Float32Array): void {
    copyValues(values, into);
    if (values !== x) this.#buffer.giveBack(values as Float32Array);
  }

  /** Both, where nobody else writes to `into` meanwhile. */
  write(x: Inputs, into: Float32Array): void {
    this.put(this.read(x), x, into);
  }

  /** How an input is called in a message. */
  placeOf(index: number): string {
    return this.#names === undefined ? `input ${index}` : `input ${show(this.#names[index])}`;
  }

  /** What was given for an input, before it was rounded to float32. */
  givenFor(index: number, x: Inputs): unknown {
    if (Array.isArray(x) || ArrayBuffer.isView(x) || this.#names === undefined) {
      return (x as ArrayLike<unknown>)[index];
    }
    return (x as Record<string, unknown>)[this.#names[index] as string];
  }

  #readEach(x: ArrayLike<FeatureValue>): Float32Array {
    const values = this.#buffer.take();
    for (let i = 0; i < values.length; i++) {
      const value = x[i];
      values[i] = typeof value === "number" ? value : this.#notANumber(value, i);
    }
    return values;
  }

  #readNamed(x: Readonly<Record<string, FeatureValue>>): Float32Array {
    const names = this.#names;
    if (names === undefined) {
      throw new MillraceError("E_SHAPE", "this model's inputs have no names", {
        expected: `${this.#count} numbers in order`,
        actual: "an object",
        remedy: 'Name them in the spec: inputs: ["temperature", ...]',
      });
    }
    const values = this.#buffer.take();
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      const value = Object.hasOwn(x, name) ? x[name] : this.#absent(x, name);
      values[i] = typeof value === "number" ? value : this.#notANumber(value, i);
    }
    let given = 0;
    for (const name in x) if (Object.hasOwn(x, name)) given++;
    if (given !== names.length) this.#unknown(x, names);
    return values;
  }

  #notANumber(value: unknown, index: number): number {
    if (this.#missing && (value === null || value === undefined)) return Number.NaN;
    throw new MillraceError("E_VALUE", "not a number", {
      where: this.placeOf(index),
      expected: this.#missing ? "a number, or null where it is missing" : "a finite number",
      actual: show(value),
    });
  }

  #absent(x: object, name: string): never {
    throw new MillraceError("E_SHAPE", "a feature is missing", {
      where: `input ${show(name)}`,
      expected: "a number under this name",
      actual: Object.keys(x).length === 0 ? "an empty object" : `only ${Object.keys(x).map(show).join(", ")}`,
      remedy: this.#missing ? "State a missing value as null" : undefined,
    });
  }

  #unknown(x: object, names: readonly string[]): void {
    const name = Object.keys(x).find((key) => !names.includes(key));
    if (name === undefined) return;
    throw new MillraceError("E_SHAPE", "the model has no such feature", {
      where: `input ${show(name)}`,
      expected: `one of ${names.map(show).join(", ")}`,
      actual: show(name),
      remedy: meant(name, names),
    });
  }

  #misshaped(x: unknown): MillraceError {
    const named = this.#names === undefined ? "" : ", or an object keyed by feature name";
    return new MillraceError("E_SHAPE", "the inputs do not fit the model", {
      where: "inputs",
      expected: `${this.#count} numbers${named}`,
      actual: lengthIn(x),
    });
  }
}

function lengthIn(x: unknown): string {
  if (ArrayBuffer.isView(x) && isTyped(x)) return `${typedLength(x)}`;
  return show(typeof x === "object" && x !== null && "length" in x ? x.length : x);
}

/** Copies to a buffer of the same length. */
export function copyValues(values: Values, into: Float32Array): void {
  if (into.length > SHORT) into.set(values);
  else for (let i = 0; i < into.length; i++) into[i] = values[i] as number;
}

/** The length of a typed array, whatever a subclass says it is. */
export function typedLength(array: ArrayBufferView): number {
  return lengthOf.call(array);
}

const TypedArray = Object.getPrototypeOf(Uint8Array);
const lengthOf = Object.getOwnPropertyDescriptor(TypedArray.prototype, "length")?.get as () => number;

function isTyped(x: ArrayBufferView): x is ArrayBufferView & ArrayLike<FeatureValue> {
  return x instanceof TypedArray;
}

/** Up to here a loop is quicker than a copy between buffers. */
const SHORT = 32;
