import { FadingMean } from "../fading.ts";
import type { TrivialPredictor } from "../trivial.ts";
import { halve, MEMORY } from "./sums.ts";

/** Losses whose logarithm is taken at once. */
const BLOCK = 16;

/** Under crossEntropy: the share of each class, each counted once more than it came. */
export class Shares implements TrivialPredictor {
  readonly #losses: FadingMean = new FadingMean();
  readonly #counts: Float64Array;
  #total: number;
  /** Product of 1 / share over the last few samples: one logarithm for all of them. */
  #odds = 1;
  #waiting = 0;

  constructor(classes: number) {
    this.#counts = new Float64Array(classes).fill(1);
    this.#total = classes;
  }

  get losses(): FadingMean {
    this.#settle();
    return this.#losses;
  }

  learn(index: number, target: ArrayLike<number>): void {
    if (this.#total > 2 * MEMORY) this.#total = halve(this.#counts, this.#total);
    if (index >= 0) this.#learnClass(index);
    else this.#learnShares(target);
    this.#total++;
  }

  #learnClass(index: number): void {
    const count = this.#counts[index] as number;
    this.#odds *= this.#total / count;
    this.#counts[index] = count + 1;
    if (++this.#waiting >= BLOCK) this.#settle();
  }

  #learnShares(target: ArrayLike<number>): void {
    const counts = this.#counts;
    let loss = 0;
    for (let i = 0; i < counts.length; i++) {
      const share = target[i] as number;
      if (share === 0) continue;
      loss += share * Math.log(this.#total / (counts[i] as number));
      counts[i] = (counts[i] as number) + share;
    }
    this.#losses.add(loss, 1);
  }

  #settle(): void {
    if (this.#waiting > 0) this.#losses.add(Math.log(this.#odds), this.#waiting);
    this.#odds = 1;
    this.#waiting = 0;
  }
}

/** Under binaryCrossEntropy: how often each output was one, counted once more than it was, and as often not. */
export class Probabilities implements TrivialPredictor {
  readonly losses: FadingMean = new FadingMean();
  readonly #ones: Float64Array;
  #total = 2;

  constructor(outputs: number) {
    this.#ones = new Float64Array(outputs).fill(1);
  }

  learn(index: number, target: ArrayLike<number>): void {
    const ones = this.#ones;
    if (this.#total > 2 * MEMORY) this.#total = halve(ones, this.#total);
    let loss = 0;
    for (let i = 0; i < ones.length; i++) {
      const value = index >= 0 ? index : (target[i] as number);
      const one = ones[i] as number;
      if (value > 0) loss += value * Math.log(this.#total / one);
      if (value < 1) loss += (1 - value) * Math.log(this.#total / (this.#total - one));
      ones[i] = one + value;
    }
    this.#total++;
    this.losses.add(loss / ones.length, 1);
  }
}
