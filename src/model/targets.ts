import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";
import { commonActivation, type FullSpec, lossName, membersOf } from "../spec.ts";

/** The label of one sample: numbers (a value, a probability for each class), a class index, or the name of a class. */
export type Target = ArrayLike<number> | number | string;

/** Turns labels into what the core learns from. */
export class TargetWriter {
  readonly #outputs: number;
  readonly #classes: readonly string[] | undefined;
  readonly #isAnomaly: boolean;
  /** Classes the outputs tell apart; 0: the outputs are values. */
  readonly classCount: number;

  constructor(spec: FullSpec) {
    this.#outputs = spec.outputs;
    this.#classes = spec.classes;
    this.#isAnomaly = spec.anomaly !== undefined;
    const activation = commonActivation(membersOf(spec));
    const isBinary = spec.outputs === 1 && (lossName(spec.loss) === "binaryCrossEntropy" || spec.classes !== undefined);
    this.classCount = activation === "softmax" ? spec.outputs : isBinary ? 2 : 0;
  }

  /**
   * @param y undefined with an anomaly model, which learns its inputs
   * @returns the class index where the label is a class, else -1, with the numbers in `into`
   * @throws MillraceError `E_SHAPE`, `E_CLASS`, or `E_VALUE` for what is no number
   */
  write(y: Target | undefined, into: Float32Array): number {
    if (this.#isAnomaly) return y === undefined ? -1 : noLabel(y);
    if (typeof y === "number") return this.#writeNumber(y, into);
    if (typeof y === "string") return this.#indexOf(y);
    if (typeof y !== "object" || y === null || y.length !== this.#outputs) throw this.#misshaped(y);
    for (let i = 0; i < into.length; i++) {
      const value = y[i];
      into[i] = typeof value === "number" ? value : notANumber(value, i);
    }
    return -1;
  }

  /** The name of a class, its number where it has none. */
  labelOf(index: number): string {
    return this.#classes?.[index] ?? String(index);
  }

  #writeNumber(y: number, into: Float32Array): number {
    if (this.classCount > 0) {
      if (Number.isInteger(y) && y >= 0 && y < this.classCount) return y;
      throw new MillraceError("E_CLASS", "there is no such class", {
        where: "target",
        expected: this.classCount === 2 ? "class 0 or 1" : `a class from 0 to ${this.classCount - 1}`,
        actual: show(y),
        remedy: this.#outputs === 1 ? "A probability is given as [probability]" : undefined,
      });
    }
    if (this.#outputs !== 1) throw this.#misshaped(y);
    into[0] = y;
    return -1;
  }

  #indexOf(name: string): number {
    const index = this.#classes?.indexOf(name) ?? -1;
    if (index >= 0) return index;
    if (this.#classes === undefined) {
      const legal = this.classCount > 0 ? `a class from 0 to ${this.classCount - 1}` : `${this.#outputs} numbers`;
      throw new MillraceError("E_CLASS", "this model's classes have no names", {
        where: "target",
        expected: legal,
        actual: show(name),
        remedy: this.classCount > 0 ? 'Name them in the spec: classes: ["empty", "occupied"]' : undefined,
      });
    }
    throw new MillraceError("E_CLASS", "there is no such class", {
      where: "target",
      expected: `one of ${this.#classes.map(show).join(", ")}`,
      actual: show(name),
      remedy: meant(name, this.#classes),
    });
  }

  #misshaped(y: unknown): MillraceError {
    const isArray = typeof y === "object" && y !== null && "length" in y;
    return new MillraceError("E_SHAPE", "the label does not fit the model", {
      where: "target",
      expected: `${this.#outputs} ${this.#outputs === 1 ? "number" : "numbers"}${this.classCount > 0 ? ", or a class" : ""}`,
      actual: isArray ? `${y.length}` : show(y),
    });
  }
}

/** The likeliest class of some outputs, of equals the first. One output is the probability of class 1. */
export function likeliest(output: Float32Array): { index: number; probability: number } {
  const first = output[0] as number;
  if (output.length === 1) return first > 0.5 ? { index: 1, probability: first } : { index: 0, probability: 1 - first };
  let index = 0;
  for (let i = 1; i < output.length; i++) if ((output[i] as number) > (output[index] as number)) index = i;
  return { index, probability: output[index] as number };
}

function noLabel(y: Target): never {
  throw new MillraceError("E_SHAPE", "an anomaly model learns its inputs: it takes no label", {
    where: "target",
    expected: "learn(x)",
    actual: show(y),
  });
}

function notANumber(value: unknown, index: number): never {
  throw new MillraceError("E_VALUE", "not a number", {
    where: `target ${index}`,
    expected: "a finite number",
    actual: show(value),
  });
}
