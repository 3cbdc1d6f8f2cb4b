import { type FullSpec, lossName } from "../spec.ts";

/** Samples that a fading mean looks back on. */
const MEMORY = 500;

/** A mean that forgets: of all values at first, of about the last 500 later. */
export class FadingMean {
  count = 0;
  mean = 0;

  add(value: number): void {
    if (!Number.isFinite(value)) return;
    this.count++;
    this.mean += (value - this.mean) / Math.min(this.count, MEMORY);
  }
}

/**
 * The predictor a model must beat to be of use: the share of each class so far, or the mean of the targets.
 * Its losses are in the units of the model's: of standardised targets in standard deviations.
 */
export class TrivialPredictor {
  readonly losses: FadingMean = new FadingMean();
  readonly #means: FadingMean[];
  readonly #squares: FadingMean[] | undefined;
  readonly #lossOf: (answer: number, target: number) => number;
  readonly #isEntropy: boolean;

  constructor(spec: FullSpec) {
    this.#means = Array.from({ length: spec.outputs }, () => new FadingMean());
    // Anomaly models learn standardised inputs.
    const isStandardized = spec.standardizeTargets !== undefined || spec.anomaly !== undefined;
    this.#squares = !isStandardized ? undefined : this.#means.map(() => new FadingMean());
    this.#isEntropy = lossName(spec.loss) === "crossEntropy";
    this.#lossOf = lossOf(spec);
  }

  /** @param index of the class, or -1 where the target is the numbers */
  learn(index: number, target: ArrayLike<number>): void {
    const outputs = this.#means.length;
    let sum = 0;
    for (let i = 0; i < outputs; i++) {
      const value = index < 0 ? (target[i] as number) : outputs === 1 ? index : Number(i === index);
      const mean = this.#means[i] as FadingMean;
      const deviation = this.#deviation(i);
      // Before the first sample there is no mean: it counts as the target itself.
      const answer = mean.count === 0 ? value : mean.mean;
      sum += this.#lossOf(answer / deviation, value / deviation);
      this.#squares?.[i]?.add((value - answer) ** 2);
      mean.add(value);
    }
    this.losses.add(this.#isEntropy ? sum : sum / outputs);
  }

  #deviation(i: number): number {
    const variance = this.#squares?.[i]?.mean ?? 1;
    return variance > 0 ? Math.sqrt(variance) : 1;
  }
}

/** What is seen of a model's learning since it was opened: not part of its state, as health is not. */
export class LearningProgress {
  /** Of the last step. */
  loss: number | null = null;
  readonly losses: FadingMean = new FadingMean();
  readonly trivial: TrivialPredictor;
  samples = 0;

  constructor(spec: FullSpec) {
    this.trivial = new TrivialPredictor(spec);
  }

  /** A sample is learnt, or waits in a batch. */
  learnt(index: number, target: ArrayLike<number>): void {
    this.samples++;
    this.trivial.learn(index, target);
  }

  /** A step is made. */
  stepped(loss: number): number {
    this.loss = loss;
    this.losses.add(loss);
    return loss;
  }
}

const SMALLEST = 1e-9;

function lossOf({ loss }: FullSpec): (answer: number, target: number) => number {
  const delta = typeof loss === "string" ? 1 : loss.delta;
  switch (typeof loss === "string" ? loss : loss.type) {
    case "crossEntropy":
      return (p, t) => (t === 0 ? 0 : -t * Math.log(Math.max(p, SMALLEST)));
    case "binaryCrossEntropy":
      return (p, t) => -t * Math.log(Math.max(p, SMALLEST)) - (1 - t) * Math.log(Math.max(1 - p, SMALLEST));
    case "mse":
      return (p, t) => (p - t) ** 2;
    case "mae":
      return (p, t) => Math.abs(p - t);
    case "huber":
      return (p, t) => {
        const error = Math.abs(p - t);
        return error <= delta ? 0.5 * error ** 2 : delta * (error - 0.5 * delta);
      };
  }
}
