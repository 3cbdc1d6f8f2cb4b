import { logLoss } from "../evaluate/metrics.ts";
import { Model } from "../model.ts";
import { SPEC } from "./configuration.ts";
import { CLASSES, type HalfHour, QUARTER, TRAINING_ROWS, WINDOW } from "./electricity.ts";
import { type Score, type Standing, Tally } from "./scores.ts";

/** What a net says of a row. */
export interface Answer {
  /** Of the class, in the order of `CLASSES`. */
  index: number;
  /** One a class. */
  probabilities: ArrayLike<number>;
}

/** What is needed of a row when its label is known. */
interface Answered {
  lastKnown: number | undefined;
  /** Undefined where the net was not frozen yet. */
  frozen: Answer | undefined;
  learning: Answer;
}

/**
 * Holds the gateway's answers against the labels, beside those of a net of its own: the same net, fed the same rows and
 * labels until the training days are over, then frozen.
 */
export class Judge {
  static async create(stream: readonly HalfHour[]): Promise<Judge> {
    return new Judge(stream, await Model.create(SPEC));
  }

  readonly #stream: readonly HalfHour[];
  readonly #model: Model;
  readonly #waiting: Map<number, Answered> = new Map();
  readonly #tallies: { lastKnown: Tally; frozen: Tally; learning: Tally };
  #isFrozen = false;
  #answered = 0;
  #labelled = 0;

  private constructor(stream: readonly HalfHour[], model: Model) {
    this.#stream = stream;
    this.#model = model;
    const counting = { from: this.countedFrom, quarter: QUARTER, window: WINDOW };
    this.#tallies = { lastKnown: new Tally(counting), frozen: new Tally(counting), learning: new Tally(counting) };
  }

  /** Rows that are answered, and those of them that are labelled and scored. */
  get answered(): number {
    return this.#answered;
  }

  get labelled(): number {
    return this.#labelled;
  }

  /** The first row that counts. */
  get countedFrom(): number {
    return this.#stream.length > TRAINING_ROWS ? TRAINING_ROWS : 0;
  }

  /** Takes the gateway's answer to the next row in. */
  answer(learning: Answer): void {
    const row = this.#answered++;
    // Scaler and all: the net stays what the gateway's was at this row.
    if (row === TRAINING_ROWS) this.#isFrozen = true;
    const frozen = this.#isFrozen ? answerOf(this.#model, this.#at(row)) : undefined;
    const latest = this.#labelled - 1;
    this.#waiting.set(row, { lastKnown: latest < 0 ? undefined : this.#truthAt(latest), frozen, learning });
  }

  /** Scores the next row, whose label has become known. */
  label(): void {
    const row = this.#labelled++;
    const { features } = this.#at(row);
    const truth = this.#truthAt(row);
    const { lastKnown, frozen, learning } = this.#waiting.get(row) as Answered;
    this.#waiting.delete(row);
    this.#tallies.lastKnown.add(row, lastKnown === truth, null);
    if (frozen) this.#tallies.frozen.add(row, frozen.index === truth, lossOf(frozen, truth));
    this.#tallies.learning.add(row, learning.index === truth, lossOf(learning, truth));
    if (!this.#isFrozen) this.#model.learn(features, truth);
  }

  standings(): Standing[] {
    const { lastKnown, frozen, learning } = this.#tallies;
    return [
      lastKnown.standing("last known label"),
      this.#isFrozen ? frozen.standing("frozen net") : { contender: "frozen net", accuracy: null, loss: null },
      learning.standing("learning net"),
    ];
  }

  scores(): Score[] {
    const { lastKnown, frozen, learning } = this.#tallies;
    const baseline = lastKnown.accuracy;
    const unfrozen = { rows: 0, accuracy: null, worstQuarter: null, kappaTemporal: null, loss: null };
    return [
      lastKnown.score("last known label", baseline),
      this.#isFrozen ? frozen.score("frozen net", baseline) : { contender: "frozen net", ...unfrozen },
      learning.score("learning net", baseline),
    ];
  }

  #at(row: number): HalfHour {
    return this.#stream[row] as HalfHour;
  }

  #truthAt(row: number): number {
    return (CLASSES as readonly string[]).indexOf(this.#at(row).label);
  }
}

// ---

/** The likeliest class, the lowest at a tie. */
function answerOf(model: Model, { features }: HalfHour): Answer {
  const probabilities = model.predict(features);
  return { index: probabilities.indexOf(Math.max(...probabilities)), probabilities };
}

function lossOf({ probabilities }: Answer, truth: number): number {
  return logLoss(probabilities[truth] ?? 0);
}
