import type { LossOfSquare, TrivialPredictor } from "../trivial.ts";
import { halve, MEMORY } from "./sums.ts";

/** Of plain numbers their mean; the first sample is its own. */
export class Means implements TrivialPredictor {
  readonly #sums: Float64Array;
  readonly #lossOf: LossOfSquare;
  #total = 0;

  constructor(outputs: number, lossOf: LossOfSquare) {
    this.#sums = new Float64Array(outputs);
    this.#lossOf = lossOf;
  }

  learn(indices: Int32Array, targets: Float32Array, count: number): number {
    const outputs = this.#sums.length;
    let loss = 0;
    for (let k = 0; k < count; k++) {
      if (this.#total > 2 * MEMORY) this.#total = halve(this.#sums, this.#total);
      const index = indices[k] as number;
      loss += index < 0 ? this.#learnRow(targets, k * outputs) : this.#learnClass(index);
      this.#total++;
    }
    return loss / outputs;
  }

  #learnRow(targets: Float32Array, from: number): number {
    const sums = this.#sums;
    const share = 1 / this.#total;
    let loss = 0;
    for (let i = 0; i < sums.length; i++) {
      const value = targets[from + i] as number;
      const sum = sums[i] as number;
      loss += this.#lossFrom(value, sum, share);
      sums[i] = sum + value;
    }
    return loss;
  }

  /** A class is the number 0 or 1 of one output, or a row with a one at its place. */
  #learnClass(index: number): number {
    const sums = this.#sums;
    const share = 1 / this.#total;
    let loss = 0;
    for (let i = 0; i < sums.length; i++) {
      const value = sums.length === 1 ? index : Number(i === index);
      loss += this.#lossFrom(value, sums[i] as number, share);
      sums[i] = (sums[i] as number) + value;
    }
    return loss;
  }

  #lossFrom(value: number, sum: number, share: number): number {
    if (this.#total === 0) return 0;
    const error = value - sum * share;
    return this.#lossOf === undefined ? error * error : this.#lossOf(error * error);
  }
}
