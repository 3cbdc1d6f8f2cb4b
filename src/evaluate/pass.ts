import { MillraceError } from "../errors.ts";
import type { Row } from "../model/fit.ts";
import type { Model } from "../model.ts";
import { BASELINES, type Baseline, baselinesOf } from "./baselines.ts";
import { Contestant } from "./contestant.ts";
import { Curve } from "./curve.ts";
import { Listener } from "./listener.ts";
import type { Outcome } from "./metrics.ts";
import type { EvaluateOptions } from "./options.ts";
import { type CurvePoint, healthOf, type Mark, memberNames, type StreamEvaluation, weightsOf } from "./result.ts";
import { Scoreboard, type SpanName } from "./scoreboard.ts";
import { MeanSums, Rolling } from "./spans.ts";
import { classNames, TruthReader } from "./truth.ts";

/** Most marks that are kept: an alarm that never ends must not fill the memory. */
export const MARKS_LIMIT = 1_000;

interface Waiting {
  row: Row;
  truth: number;
  tickets: number[];
  guesses: number[];
}

/** One pass over a stream: what waits for its label, who said what about it, and how right they were. */
export class Pass {
  readonly #options: EvaluateOptions;
  readonly #delay: number;
  readonly #window: number;
  readonly #fading: number;
  readonly #truth: TruthReader;
  readonly #classes: string[] | undefined;
  readonly #positive: number;
  readonly #contestants: Contestant[];
  readonly #listeners: Listener[];
  readonly #baselines: [Baseline, Baseline];
  /** Of the models, then of the baselines. */
  readonly #boards: Scoreboard[];
  readonly #losses: Rolling<number | null, MeanSums>[];
  readonly #waiting: (Waiting | undefined)[];
  readonly #curve: Curve<CurvePoint>;
  readonly #marks: Mark[];
  #marksLeftOut = 0;
  #predicted = 0;
  #scored = 0;
  #skipped = 0;

  constructor(models: readonly Model[], options: EvaluateOptions) {
    const { delay = 0, window = 1_000, fading = 0.999, points = 512, positive, inputs } = options;
    this.#options = options;
    this.#delay = delay;
    this.#window = window;
    this.#fading = fading;
    this.#classes = classNames(models, options.classes);
    this.#truth = new TruthReader(models, this.#classes);
    this.#positive = positive === undefined ? 1 : this.#truth.read(positive);
    const { task, classes } = this.#truth;
    const terms = { task, classes: this.#classes, inputs, delay };
    this.#contestants = models.map((model, i) => new Contestant(options.models[i]?.name ?? "", model, terms));
    this.#listeners = models.map((model) => new Listener(model));
    this.#baselines = baselinesOf(task, classes);
    const scoring = { task, classes, positive: this.#positive, window, fading };
    this.#boards = [...models, ...this.#baselines].map(() => new Scoreboard(scoring));
    this.#losses = models.map(() => new Rolling(new MeanSums(), window));
    this.#waiting = new Array<Waiting | undefined>(delay + 1).fill(undefined);
    this.#curve = new Curve(points + (points % 2));
    this.#marks = [...(options.marks ?? [])];
  }

  get predicted(): number {
    return this.#predicted;
  }

  /** Predicts a row, then learns the one whose label comes now. */
  step(row: Row): void {
    const tickets: number[] = [];
    let truth: number;
    try {
      truth = this.#truth.read(row.y);
      for (const contestant of this.#contestants) tickets.push(contestant.predict(row.x));
    } catch (error) {
      for (const [i, ticket] of tickets.entries()) this.#contestants[i]?.withdraw(ticket);
      if (this.#options.refused !== "skip" || !(error instanceof MillraceError)) throw this.#inRow(error);
      this.#skipped++;
      return;
    }
    // Labels come in order: the place of the row to learn now is the one the next row will take.
    const guesses = this.#baselines.map((baseline) => baseline.answer());
    this.#waiting[this.#predicted % this.#waiting.length] = { row, truth, tickets, guesses };
    this.#predicted++;
    if (this.#predicted > this.#delay) this.#learn();
  }

  /** The labels that are still to come when the stream is over. */
  drain(): void {
    while (this.#scored < this.#predicted) this.#learn();
  }

  result(): StreamEvaluation {
    const { task } = this.#truth;
    const [majority, last] = this.#boards.slice(-2) as [Scoreboard, Scoreboard];
    const names = [...this.#contestants.map(({ name }) => name), ...BASELINES[task]];
    return {
      task,
      rows: this.#scored,
      skipped: this.#skipped,
      delay: this.#delay,
      window: this.#window,
      fading: this.#fading,
      ...(this.#classes && { classes: this.#classes, positive: this.#classes[this.#positive] as string }),
      standings: this.#boards.map((board, i) => {
        const figures = (span: SpanName) => board.figures(span, majority, last);
        const confusion = board.confusion();
        return {
          name: names[i] as string,
          kind: i < this.#contestants.length ? "model" : "baseline",
          figures: { cumulative: figures("cumulative"), rolling: figures("rolling"), fading: figures("fading") },
          ...(confusion && { confusion }),
        };
      }),
      models: this.#contestants.map(({ name, model, milliseconds }, i) => {
        const stats = model.stats();
        this.#listeners[i]?.note(this.#scored, stats.verdicts);
        return {
          name,
          parameters: stats.parameters,
          bytes: model.bytes,
          learnt: stats.counters.learnt,
          checksum: model.checksum(),
          microsecondsPerRow: (1_000 * milliseconds) / Math.max(1, this.#scored),
          layers: healthOf(stats),
          members: memberNames(model.spec),
          verdicts: this.#listeners[i]?.verdicts ?? [],
          drifts: stats.drift.map(({ drifts }) => drifts),
        };
      }),
      curve: this.#curve.points,
      marks: this.#marks.sort((a, b) => a.row - b.row),
      marksLeftOut: this.#marksLeftOut,
    };
  }

  #learn(): void {
    const place = this.#scored % this.#waiting.length;
    const { row, truth, tickets, guesses } = this.#waiting[place] as Waiting;
    this.#waiting[place] = undefined;
    const said: Outcome[] = [];
    for (const [i, contestant] of this.#contestants.entries()) {
      const { outcome, loss } = this.#learnt(contestant, tickets[i] as number, row, truth);
      said.push(outcome);
      this.#losses[i]?.add(loss);
      this.#listen(contestant, this.#listeners[i]);
    }
    for (const [i, baseline] of this.#baselines.entries()) {
      said.push({ truth, answer: guesses[i] as number, loss: null });
      baseline.learn(truth);
    }
    for (const [i, outcome] of said.entries()) this.#boards[i]?.add(outcome);
    this.#scored++;
    if (this.#curve.wants(this.#scored)) this.#curve.add(this.#point());
  }

  #learnt(contestant: Contestant, ticket: number, { y, weight }: Row, truth: number): ReturnType<Contestant["learn"]> {
    try {
      return contestant.learn(ticket, y, truth, weight);
    } catch (error) {
      throw this.#inRow(error, this.#scored + 1);
    }
  }

  #listen({ model, name }: Contestant, listener: Listener | undefined): void {
    for (const event of [...(listener?.events() ?? []), ...(this.#options.events?.(model, name) ?? [])]) {
      if (this.#marks.length < MARKS_LIMIT) this.#marks.push({ ...event, row: this.#scored + 1, model: name });
      else this.#marksLeftOut++;
    }
  }

  #point(): CurvePoint {
    const [majority, last] = this.#boards.slice(-2) as [Scoreboard, Scoreboard];
    const metric = this.#truth.task === "classification" ? "accuracy" : "mae";
    const scores = (span: SpanName) => this.#boards.map((board) => board.figures(span, majority, last)[metric] ?? null);
    return {
      row: this.#scored,
      rolling: scores("rolling"),
      cumulative: scores("cumulative"),
      models: this.#contestants.map(({ model }, i) => {
        const stats = model.stats();
        this.#listeners[i]?.note(this.#scored, stats.verdicts);
        return {
          loss: this.#losses[i]?.sums.mean ?? null,
          members: weightsOf(stats),
          layers: healthOf(stats),
        };
      }),
    };
  }

  #inRow(error: unknown, row: number = this.#predicted + this.#skipped + 1): unknown {
    if (!(error instanceof MillraceError)) return error;
    const { code, where, expected, actual } = error;
    return Object.assign(new MillraceError(code, `row ${row}: ${error.message}`, { cause: error }), {
      where,
      expected,
      actual,
    });
  }
}
