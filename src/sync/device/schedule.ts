export interface ScheduleOptions {
  readonly everyMs: number;
  readonly resendMs: number;
  readonly random: () => number;
}

/** When what is due: a matter of the clock alone, and never part of the state. */
export class Schedule {
  readonly #options: ScheduleOptions;
  cutMs: number;
  statusMs: number;
  #resendMs = 0;
  #waitMs = 0;
  #for = "";

  constructor(options: ScheduleOptions, nowMs: number) {
    this.#options = options;
    this.cutMs = nowMs + this.#jittered(options.everyMs);
    this.statusMs = nowMs;
  }

  /** After a cut. */
  nextCut(nowMs: number): void {
    this.cutMs = nowMs + this.#jittered(this.#options.everyMs);
  }

  /** An aggregator says when its next window is. */
  window(startMs: number, lengthMs: number): void {
    if (startMs > 0) this.cutMs = startMs + Math.floor(this.#options.random() * lengthMs);
  }

  /** @param update what is outstanding: a new one is due at once */
  isDue(update: string, nowMs: number): boolean {
    if (update !== this.#for) {
      this.#for = update;
      this.#waitMs = 0;
      this.#resendMs = nowMs;
    }
    return nowMs >= this.#resendMs;
  }

  /** @returns whether it was sent before */
  sent(nowMs: number): boolean {
    const again = this.#waitMs > 0;
    this.#waitMs = again
      ? Math.min(2 * this.#waitMs, Math.max(LONGEST_WAIT_MS, this.#options.resendMs))
      : this.#options.resendMs;
    this.#resendMs = nowMs + this.#waitMs;
    return again;
  }

  /** A connection is there again: nobody has to wait for what was sent over the last one. */
  reconnected(nowMs: number): void {
    this.#resendMs = nowMs;
    this.statusMs = nowMs;
  }

  #jittered(ms: number): number {
    return Math.round(ms * (1 - JITTER + 2 * JITTER * this.#options.random()));
  }
}

const JITTER = 0.1;
const LONGEST_WAIT_MS = 300_000;
