import type { Task } from "./metrics.ts";

/** A predictor without inputs: it knows the labels that have come by now, and nothing else. */
export interface Baseline {
  /** Before its first label 0, the first class or the value: as good a guess as an untrained model's. */
  answer(): number;
  learn(truth: number): void;
}

export const BASELINES: Readonly<Record<Task, readonly [string, string]>> = {
  classification: ["majority class", "last label"],
  regression: ["running mean", "last value"],
};

/** In the order of `BASELINES`. @param classes 0 in a regression */
export function baselinesOf(task: Task, classes: number): [Baseline, Baseline] {
  return task === "classification"
    ? [new MajorityClass(classes), new LastLabel()]
    : [new RunningMean(), new LastLabel()];
}

/** The class that has come most often; of equals the one that got there first. */
export class MajorityClass implements Baseline {
  readonly #counts: Float64Array;
  #majority = 0;

  constructor(classes: number) {
    this.#counts = new Float64Array(classes);
  }

  answer(): number {
    return this.#majority;
  }

  learn(truth: number): void {
    const count = (this.#counts[truth] as number) + 1;
    this.#counts[truth] = count;
    if (count > (this.#counts[this.#majority] as number)) this.#majority = truth;
  }
}

/** The class or value that came last. */
export class LastLabel implements Baseline {
  #last = 0;

  answer(): number {
    return this.#last;
  }

  learn(truth: number): void {
    this.#last = truth;
  }
}

/** The mean of all values so far. */
export class RunningMean implements Baseline {
  #count = 0;
  #mean = 0;

  answer(): number {
    return this.#mean;
  }

  learn(truth: number): void {
    this.#count++;
    this.#mean += (truth - this.#mean) / this.#count;
  }
}
