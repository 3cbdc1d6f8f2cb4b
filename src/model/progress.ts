import type { FullSpec } from "../spec.ts";
import { FadingMean } from "./fading.ts";
import { type TrivialPredictor, trivialPredictor } from "./trivial.ts";

/** What is seen of a model's learning since it was opened: not part of its state, as health is not. */
export class LearningProgress {
  /** Of the last step. */
  loss: number | null = null;
  readonly losses: FadingMean = new FadingMean();
  readonly trivial: TrivialPredictor;
  samples = 0;
  #waiting = 0;

  constructor(spec: FullSpec) {
    this.trivial = trivialPredictor(spec);
  }

  /** A sample is learnt, or waits in a batch. @param index of its class; -1: `target` is numbers */
  learnt(index: number, target: ArrayLike<number>): void {
    this.samples++;
    this.#waiting++;
    this.trivial.learn(index, target);
  }

  /** A step is made with all that waited. @param loss their mean */
  stepped(loss: number): number {
    this.loss = loss;
    this.losses.add(loss * this.#waiting, this.#waiting);
    this.#waiting = 0;
    return loss;
  }
}
