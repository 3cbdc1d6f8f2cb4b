export interface Chores {
  /** Writes and learns what was gathered at QoS 0. Does not throw. */
  flush(): void;
  /** How many records were gathered and wait for it. */
  waiting(): number;
  /** How many models have changed since they were saved. */
  dirty(): number;
  /** Saves the one that waits longest. */
  snapshot(): Promise<unknown>;
  /** Gives up and drops what is over. */
  tidy(): Promise<void>;
  /** Publishes figures. */
  report(): void;
  /** A snapshot could not be saved, or old things not be dropped. */
  failed(error: unknown): void;
}

export interface ChoreTimes {
  /** Within which a model that changes is saved once. */
  readonly snapshotEveryMs: number;
  readonly reportEveryMs: number;
}

/** What is done by the clock, beside the messages. */
export class Housekeeping {
  readonly #chores: Chores;
  readonly #times: ChoreTimes;
  #flushTimer: NodeJS.Timeout | undefined;
  #turnTimer: NodeJS.Timeout | undefined;
  #reportTimer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();
  #savedMs: number = performance.now();
  #tidiedMs: number = performance.now();
  #stopped = false;

  constructor(chores: Chores, times: ChoreTimes) {
    this.#chores = chores;
    this.#times = times;
  }

  start(): void {
    this.#reportTimer = setInterval(() => this.#chores.report(), this.#times.reportEveryMs);
    this.#later();
  }

  /** Something waits to be written: at most `GATHER_MS` from now, and with no more than `GATHER_MOST` records. */
  readonly gathered = (): void => {
    if (this.#chores.waiting() >= GATHER_MOST) this.#chores.flush();
    this.#flushTimer ??= setTimeout(() => {
      this.#flushTimer = undefined;
      this.#chores.flush();
    }, GATHER_MS);
  };

  /** Resolves when nothing is at work. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of [this.#flushTimer, this.#turnTimer]) clearTimeout(timer);
    clearInterval(this.#reportTimer);
    await this.#turn;
  }

  #later(): void {
    if (this.#stopped) return;
    const waitMs = Math.max(SHORTEST_MS, Math.min(TIDY_MS, this.#saveEveryMs));
    this.#turnTimer = setTimeout(() => {
      this.#turn = this.#work()
        .catch((error) => this.#chores.failed(error))
        .finally(() => this.#later());
    }, waitMs);
  }

  /** One model at a time, the models spread over the time. */
  get #saveEveryMs(): number {
    return this.#times.snapshotEveryMs / Math.max(1, this.#chores.dirty());
  }

  async #work(): Promise<void> {
    const now = performance.now();
    if (now - this.#savedMs >= this.#saveEveryMs) {
      this.#savedMs = now;
      await this.#chores.snapshot();
    }
    if (now - this.#tidiedMs >= TIDY_MS) {
      this.#tidiedMs = now;
      await this.#chores.tidy();
    }
  }
}

const GATHER_MS = 50;
/** What waits longer outlives a collection of garbage or two, which costs more than the writing. */
const GATHER_MOST = 256;
const TIDY_MS = 1_000;
const SHORTEST_MS = 5;
