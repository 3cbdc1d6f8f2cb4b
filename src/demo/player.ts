import { CLASSES } from "./electricity.ts";
import type { Judge } from "./judge.ts";
import type { PredictionMessage } from "./messages.ts";

/** Rows and labels that are out and not known to have been taken in, at most. */
export const MOST_UNANSWERED = 20;

export interface Way {
  sendFeatures(row: number): void;
  sendLabel(row: number): void;
}

export interface Play {
  rows: number;
  /** The label of row t is sent when row t + delay has been answered. */
  delay: number;
  /** Most rows a second; undefined: as fast as answers come back. */
  rate?: number | undefined;
}

/**
 * Which row is out, and what is sent when its answer comes back. A row leaves when the one before is answered by a model
 * that has learnt every label sent, so the figures are the same on every run, whichever broker lies between and whatever
 * is killed. What is sent twice the gateway learns once: asking again is how to get over an answer that was lost.
 */
export class Player {
  readonly #play: Play;
  readonly #judge: Judge;
  readonly #way: Way;
  /** The row that is out, or leaves next. */
  #row = 0;
  #isOut = false;
  #sent = 0;
  #learnt = 0;
  #isOnline = false;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(play: Play, judge: Judge, way: Way) {
    this.#play = play;
    this.#judge = judge;
    this.#way = way;
  }

  get row(): number {
    return this.#row;
  }

  /** Whether an answer to the row is awaited. */
  get isWaiting(): boolean {
    return this.#isOut;
  }

  /** Labels sent. */
  get labels(): number {
    return this.#sent;
  }

  /** Rows and labels that are out. */
  get unanswered(): number {
    return this.#sent - this.#learnt + Number(this.#isOut);
  }

  /** The gateway has come or gone. While it is away nothing is sent. */
  online(isOnline: boolean): void {
    this.#isOnline = isOnline;
    if (!isOnline) return;
    this.#startedAt ||= performance.now();
    this.again();
  }

  /** Sends once more what may not have arrived. */
  again(): void {
    if (!this.#isOnline || this.#timer) return;
    for (let row = this.#learnt; row < this.#sent; row++) this.#way.sendLabel(row);
    this.#ask();
  }

  /** Takes an answer in; true when every row is answered and every label learnt. */
  answered({ order, class: name, probabilities, version: { steps } }: PredictionMessage): boolean {
    if (!this.#isOut || order !== this.#row) return false;
    this.#learnt = Math.min(steps, this.#sent);
    if (this.#learnt < this.#sent) {
      // Topics keep no order among each other: the labels are still on their way.
      this.#ask();
      return false;
    }
    this.#isOut = false;
    if (this.#judge.answered === this.#row) {
      this.#judge.answer({ index: CLASSES.indexOf(name), probabilities: CLASSES.map((one) => probabilities[one]) });
      if (this.#row >= this.#play.delay) this.#label();
    }
    return this.#next();
  }

  stop(): void {
    this.#isOnline = false;
    clearTimeout(this.#timer);
  }

  #next(): boolean {
    const { rows } = this.#play;
    if (this.#judge.answered < rows) {
      this.#row = this.#judge.answered;
      this.#askInTime();
      return false;
    }
    // The days after the last row bring the labels that are still out.
    while (this.#sent < rows && this.unanswered + 1 < MOST_UNANSWERED) this.#label();
    if (this.#learnt === rows) return true;
    this.#ask();
    return false;
  }

  #label(): void {
    this.#judge.label();
    const row = this.#sent++;
    if (this.#isOnline) this.#way.sendLabel(row);
  }

  #askInTime(): void {
    const { rate } = this.#play;
    const early = rate === undefined ? 0 : (this.#row / rate) * 1_000 - (performance.now() - this.#startedAt);
    if (early <= 1) return this.#ask();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#ask();
    }, early);
  }

  #ask(): void {
    this.#isOut = true;
    if (this.#isOnline) this.#way.sendFeatures(this.#row);
  }
}
