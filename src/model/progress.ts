import type { FullSpec } from "../spec.ts";
import { FadingMean } from "./fading.ts";
import { type TrivialPredictor, trivialPredictor } from "./trivial.ts";

/** Samples that are looked at together: what each `learn` does for these figures must not be felt in half a microsecond. */
const MOST = 32;
/** Numbers they may be: of wide targets fewer samples, whose steps are dear anyway. */
const NUMBERS = 256;

/** What is seen of a model's learning since it was opened: not part of its state, as health is not. */
export class LearningProgress {
  readonly #losses: FadingMean = new FadingMean();
  readonly #trivialLosses: FadingMean = new FadingMean();
  readonly #trivial: TrivialPredictor;
  // Samples not looked at yet: the class of each, or its numbers.
  readonly #indices: Int32Array;
  readonly #targets: Float32Array;
  readonly #width: number;
  #held = 0;
  #looked = 0;
  // NaN, not null, before the first step: a field that is a number alone is written without an allocation.
  #loss: number = Number.NaN;
  #steps = 0;
  // Losses not looked at yet: their sum, and how many samples they are of. Then samples that wait for their step.
  #sum = 0;
  #count = 0;
  #waiting = 0;

  constructor(spec: FullSpec) {
    this.#trivial = trivialPredictor(spec);
    this.#width = spec.outputs;
    const block = Math.max(1, Math.min(MOST, Math.floor(NUMBERS / spec.outputs)));
    this.#indices = new Int32Array(block);
    this.#targets = new Float32Array(block * spec.outputs);
  }

  /** Of the last step, whatever it was; null before the first. */
  get loss(): number | null {
    return this.#steps > 0 ? this.#loss : null;
  }

  get samples(): number {
    return this.#looked + this.#held;
  }

  /** Fading means; null before the first sample. */
  get losses(): { loss: number | null; trivialLoss: number | null } {
    this.#look();
    return { loss: this.#losses.mean, trivialLoss: this.#trivialLosses.mean };
  }

  /** A sample is learnt, or waits in a batch. @param index of its class; -1: `target` is numbers */
  learnt(index: number, target: Float32Array): void {
    if (this.#held === this.#indices.length) this.#look();
    this.#indices[this.#held] = index;
    if (index < 0) {
      const from = this.#held * this.#width;
      for (let i = 0; i < target.length; i++) this.#targets[from + i] = target[i] as number;
    }
    this.#held++;
    this.#waiting++;
  }

  /** A step is made with all that waited. @param loss their mean */
  stepped(loss: number): number {
    this.#loss = loss;
    this.#steps++;
    if (loss - loss === 0) {
      this.#sum += loss * this.#waiting;
      this.#count += this.#waiting;
    }
    this.#waiting = 0;
    return loss;
  }

  #look(): void {
    if (this.#held > 0) {
      this.#trivialLosses.add(this.#trivial.learn(this.#indices, this.#targets, this.#held), this.#held);
    }
    if (this.#count > 0) this.#losses.add(this.#sum, this.#count);
    this.#looked += this.#held;
    this.#held = 0;
    this.#sum = 0;
    this.#count = 0;
  }
}
