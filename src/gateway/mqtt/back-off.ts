/** Waits between attempts: bounds that double from 250 ms, each wait drawn evenly from 0 to its bound (full jitter). */
export class BackOff {
  readonly #maxMs: number;
  readonly #random: () => number;
  #boundMs = FIRST_MS;

  constructor(maxMs = 4_000, random: () => number = Math.random) {
    this.#maxMs = maxMs;
    this.#random = random;
  }

  nextMs(): number {
    const boundMs = Math.min(this.#boundMs, this.#maxMs);
    this.#boundMs = Math.min(2 * boundMs, this.#maxMs);
    return this.#random() * boundMs;
  }

  reset(): void {
    this.#boundMs = FIRST_MS;
  }
}

const FIRST_MS = 250;
