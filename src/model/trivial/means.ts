import { FadingMean } from "../fading.ts";
import type { LossOfSquare, TrivialPredictor } from "../trivial.ts";
import { halve, MEMORY } from "./sums.ts";

/** Of plain numbers their mean; the first sample is its own. */
export class Means implements TrivialPredictor {
  readonly losses: FadingMean = new FadingMean();
  readonly #sums: Float64Array;
  readonly #lossOf: LossOfSquare;
  #total = 0;

  constructor(outputs: number, lossOf: LossOfSquare) {
    this.#sums = new Float64Array(outputs);
    this.#lossOf = lossOf;
  }

  learn(index: number, target: ArrayLike<number>): void {
    const sums = this.#sums;
    const isFirst = this.#total === 0;
    if (this.#total > 2 * MEMORY) this.#total = halve(sums, this.#total);
    const share = isFirst ? 0 : 1 / this.#total;
    let loss = 0;
    for (let i = 0; i < sums.length; i++) {
      const value = index < 0 ? (target[i] as number) : sums.length === 1 ? index : Number(i === index);
      const sum = sums[i] as number;
      const error = isFirst ? 0 : value - sum * share;
      loss += this.#lossOf ? this.#lossOf(error * error) : error * error;
      sums[i] = sum + value;
    }
    this.#total++;
    this.losses.add(loss / sums.length, 1);
  }
}
