import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";
import { countOf, type FullSpec } from "../spec.ts";

/** A number of one input. `null` stands for a missing one where the model takes those, as JSON has no NaN. */
export type FeatureValue = number | null | undefined;
/** The inputs of one sample: numbers in order, or an object keyed by feature name. */
export type Inputs = ArrayLike<FeatureValue> | Readonly<Record<string, FeatureValue>>;

/** Writes the inputs of a sample where the core reads them. Values are checked by the core, types and shape here. */
export class InputWriter {
  readonly #count: number;
  readonly #names: readonly string[] | undefined;
  readonly #missing: boolean;

  constructor(spec: FullSpec) {
    this.#count = countOf(spec.inputs);
    this.#names = typeof spec.inputs === "number" ? undefined : spec.inputs;
    this.#missing = spec.missing === "mean";
  }

  /** @throws MillraceError `E_SHAPE`, or `E_VALUE` for what is no number */
  write(x: Inputs, into: Float32Array): void {
    const isTyped = x instanceof Float32Array || x instanceof Float64Array;
    if (isTyped || Array.isArray(x)) {
      if (x.length !== this.#count) throw this.#misshaped(x);
      if (isTyped && x.length > SHORT) into.set(x);
      else this.#writeEach(x, into);
      return;
    }
    if (typeof x !== "object" || x === null) throw this.#misshaped(x);
    if (ArrayBuffer.isView(x) || (this.#names === undefined && "length" in x)) {
      if (!("length" in x) || x.length !== this.#count) throw this.#misshaped(x);
      this.#writeEach(x as ArrayLike<FeatureValue>, into);
    } else {
      this.#writeNamed(x as Readonly<Record<string, FeatureValue>>, into);
    }
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

  #writeEach(x: ArrayLike<FeatureValue>, into: Float32Array): void {
    for (let i = 0; i < into.length; i++) {
      const value = x[i];
      into[i] = typeof value === "number" ? value : this.#notANumber(value, i);
    }
  }

  #writeNamed(x: Readonly<Record<string, FeatureValue>>, into: Float32Array): void {
    const names = this.#names;
    if (names === undefined) {
      throw new MillraceError("E_SHAPE", "this model's inputs have no names", {
        expected: `${this.#count} numbers in order`,
        actual: "an object",
        remedy: 'Name them in the spec: inputs: ["temperature", ...]',
      });
    }
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string;
      const value = Object.hasOwn(x, name) ? x[name] : this.#absent(x, name);
      into[i] = typeof value === "number" ? value : this.#notANumber(value, i);
    }
    let given = 0;
    for (const name in x) if (Object.hasOwn(x, name)) given++;
    if (given !== names.length) this.#unknown(x, names);
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
    const length = typeof x === "object" && x !== null && "length" in x ? `${x.length}` : show(x);
    return new MillraceError("E_SHAPE", "the inputs do not fit the model", {
      where: "inputs",
      expected: `${this.#count} numbers${named}`,
      actual: length,
    });
  }
}

/** Up to here a loop is quicker than a copy between buffers. */
const SHORT = 32;
