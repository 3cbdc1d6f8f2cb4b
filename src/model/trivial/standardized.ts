import { SCALER_WARM_UP } from "../../abi.ts";
import type { Decay } from "../../spec.ts";
import { FadingMean } from "../fading.ts";
import type { LossOfSquare, TrivialPredictor } from "../trivial.ts";

/** Of standardised numbers 0, their mean: a scaler like the core's tells what a sample is in its units. */
export class Standardized implements TrivialPredictor {
  readonly losses: FadingMean = new FadingMean();
  readonly #means: Float64Array;
  readonly #variances: Float64Array;
  readonly #decay: number;
  readonly #clip: number;
  readonly #epsilon: number;
  readonly #lossOf: LossOfSquare;
  #weight = 0;
  #samples = 0;

  constructor(
    outputs: number,
    { decay, clip, epsilon }: { decay: Decay; clip: number; epsilon: number },
    lossOf: LossOfSquare,
  ) {
    this.#means = new Float64Array(outputs);
    this.#variances = new Float64Array(outputs);
    this.#decay = decay === "all" ? 1 : decay;
    this.#clip = clip === 0 ? Number.POSITIVE_INFINITY : clip;
    this.#epsilon = epsilon;
    this.#lossOf = lossOf;
  }

  learn(_index: number, target: ArrayLike<number>): void {
    this.#weight = this.#decay * this.#weight + 1;
    // As the core's: once it has seen some, what lies far out moves it no further than the clip.
    const isLimited = this.#decay < 1 && this.#samples++ >= SCALER_WARM_UP;
    const most = this.#clip * this.#clip;
    const moves = 1 / this.#weight;
    const keeps = 1 - moves;
    let loss = 0;
    for (let i = 0; i < this.#means.length; i++) {
      let offset = (target[i] as number) - (this.#means[i] as number);
      // A missing input counts as its mean.
      if (Number.isNaN(offset)) continue;
      let variance = Math.max(this.#variances[i] as number, this.#epsilon);
      const error = offset;
      if (isLimited && offset * offset > most * variance) offset = Math.sign(offset) * this.#clip * Math.sqrt(variance);
      const moved = ((this.#variances[i] as number) + offset * offset * moves) * keeps;
      this.#means[i] = (this.#means[i] as number) + offset * moves;
      this.#variances[i] = moved;
      if (moved === 0) continue;
      variance = Math.max(moved, this.#epsilon);
      const square = Math.min((error - offset * moves) ** 2 / variance, most);
      loss += this.#lossOf ? this.#lossOf(square) : square;
    }
    this.losses.add(loss / this.#means.length, 1);
  }
}
