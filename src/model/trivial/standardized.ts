import { SCALER_WARM_UP } from "../../abi.ts";
import type { Decay } from "../../spec.ts";
import type { LossOfSquare, TrivialPredictor } from "../trivial.ts";

/** Of standardised numbers 0, their mean: a scaler like the core's tells what a sample is in its units. */
export class Standardized implements TrivialPredictor {
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

  learn(_indices: Int32Array, targets: Float32Array, count: number): number {
    let loss = 0;
    for (let k = 0; k < count; k++) loss += this.#learnRow(targets, k * this.#means.length);
    return loss / this.#means.length;
  }

  #learnRow(targets: Float32Array, from: number): number {
    const [means, variances] = [this.#means, this.#variances];
    this.#weight = this.#decay * this.#weight + 1;
    // As the core's: once it has seen some, what lies far out moves it no further than the clip.
    const isLimited = this.#decay < 1 && this.#samples++ >= SCALER_WARM_UP;
    const most = this.#clip * this.#clip;
    const moves = 1 / this.#weight;
    const keeps = 1 - moves;
    let loss = 0;
    for (let i = 0; i < means.length; i++) {
      const error = (targets[from + i] as number) - (means[i] as number);
      // A missing input counts as its mean.
      if (Number.isNaN(error)) continue;
      const before = Math.max(variances[i] as number, this.#epsilon);
      const isFar = isLimited && error * error > most * before;
      const offset = isFar ? Math.sign(error) * this.#clip * Math.sqrt(before) : error;
      const variance = ((variances[i] as number) + offset * offset * moves) * keeps;
      means[i] = (means[i] as number) + offset * moves;
      variances[i] = variance;
      if (variance === 0) continue;
      const square = Math.min((error - offset * moves) ** 2 / Math.max(variance, this.#epsilon), most);
      loss += this.#lossOf ? this.#lossOf(square) : square;
    }
    return loss;
  }
}
