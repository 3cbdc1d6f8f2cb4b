import type { TrivialPredictor } from "../trivial.ts";
import { halve, MEMORY } from "./sums.ts";

/** Under crossEntropy: the share of each class, each counted once more than it came. */
export class Shares implements TrivialPredictor {
  readonly #counts: Float64Array;
  #total: number;

  constructor(classes: number) {
    this.#counts = new Float64Array(classes).fill(1);
    this.#total = classes;
  }

  learn(indices: Int32Array, targets: Float32Array, count: number): number {
    const counts = this.#counts;
    // Product of 1 / share: one logarithm for the classes of all samples, which are too few to overflow it.
    let odds = 1;
    let loss = 0;
    for (let k = 0; k < count; k++) {
      if (this.#total > 2 * MEMORY) this.#total = halve(counts, this.#total);
      const index = indices[k] as number;
      if (index >= 0) {
        const seen = counts[index] as number;
        odds *= this.#total / seen;
        counts[index] = seen + 1;
      } else {
        loss += this.#learnShares(targets, k * counts.length);
      }
      this.#total++;
    }
    return loss + Math.log(odds);
  }

  #learnShares(targets: Float32Array, from: number): number {
    const counts = this.#counts;
    let loss = 0;
    for (let i = 0; i < counts.length; i++) {
      const share = targets[from + i] as number;
      if (share === 0) continue;
      loss += share * Math.log(this.#total / (counts[i] as number));
      counts[i] = (counts[i] as number) + share;
    }
    return loss;
  }
}

/** Under binaryCrossEntropy: how often each output was one, counted once more than it was, and as often not. */
export class Probabilities implements TrivialPredictor {
  readonly #ones: Float64Array;
  #total = 2;

  constructor(outputs: number) {
    this.#ones = new Float64Array(outputs).fill(1);
  }

  learn(indices: Int32Array, targets: Float32Array, count: number): number {
    const ones = this.#ones;
    let loss = 0;
    for (let k = 0, at = 0; k < count; k++) {
      if (this.#total > 2 * MEMORY) this.#total = halve(ones, this.#total);
      const index = indices[k] as number;
      for (let i = 0; i < ones.length; i++, at++) {
        const value = index >= 0 ? index : (targets[at] as number);
        const one = ones[i] as number;
        if (value > 0) loss += value * Math.log(this.#total / one);
        if (value < 1) loss += (1 - value) * Math.log(this.#total / (this.#total - one));
        ones[i] = one + value;
      }
      this.#total++;
    }
    return loss / ones.length;
  }
}
