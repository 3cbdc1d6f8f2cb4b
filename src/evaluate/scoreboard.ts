import { ClassSums } from "./class-sums.ts";
import type { Figures, Outcome, References, Task } from "./metrics.ts";
import { Cumulative, Fading, Rolling } from "./spans.ts";
import { ValueSums } from "./value-sums.ts";

export const SPANS = ["cumulative", "rolling", "fading"] as const;
export type SpanName = (typeof SPANS)[number];

export interface Scoring {
  task: Task;
  /** 0 in a regression. */
  classes: number;
  positive: number;
  /** Rows of the rolling figures. */
  window: number;
  /** Weight of a row against the one after it in the fading figures. */
  fading: number;
}

type AnySums = ClassSums | ValueSums;

/** One contender's figures over all three spans, in fixed memory. */
export class Scoreboard {
  readonly #cumulative: Cumulative<Outcome, AnySums>;
  readonly #rolling: Rolling<Outcome, AnySums>;
  readonly #fading: Fading<Outcome, AnySums>;

  constructor({ task, classes, positive, window, fading }: Scoring) {
    const sums = (): AnySums => (task === "classification" ? new ClassSums(classes, positive) : new ValueSums());
    this.#cumulative = new Cumulative(sums());
    this.#rolling = new Rolling(sums(), window);
    this.#fading = new Fading(sums(), fading);
  }

  add(outcome: Outcome): void {
    this.#cumulative.add(outcome);
    this.#rolling.add(outcome);
    this.#fading.add(outcome);
  }

  /** Against baselines over the same span of the same rows. */
  figures(span: SpanName, majority: Scoreboard, last: Scoreboard): Figures {
    const references: References = { majority: majority.accuracy(span), last: last.accuracy(span) };
    return this.#sums(span).figures(references);
  }

  accuracy(span: SpanName): number | null {
    const sums = this.#sums(span);
    return sums instanceof ClassSums ? sums.accuracy : null;
  }

  /** Over all rows, `[truth][answer]`; undefined in a regression. */
  confusion(): number[][] | undefined {
    const { sums } = this.#cumulative;
    return sums instanceof ClassSums ? sums.confusion() : undefined;
  }

  #sums(span: SpanName): AnySums {
    if (span === "cumulative") return this.#cumulative.sums;
    return span === "rolling" ? this.#rolling.sums : this.#fading.sums;
  }
}
