import type { Figures, Outcome } from "./metrics.ts";
import type { Sums } from "./spans.ts";

/** Errors of a regression in the target's own units: five numbers, however many rows. */
export class ValueSums implements Sums<Outcome> {
  #rows = 0;
  #absolute = 0;
  #squared = 0;
  // Of the truths, less the first: far from zero, the difference of two large sums would be noise.
  #origin: number | undefined;
  #sum = 0;
  #squares = 0;

  add({ truth, answer }: Outcome, weight: number): void {
    this.#origin ??= truth;
    const [error, offset] = [answer - truth, truth - this.#origin];
    this.#rows += weight;
    this.#absolute += weight * Math.abs(error);
    this.#squared += weight * error * error;
    this.#sum += weight * offset;
    this.#squares += weight * offset * offset;
  }

  scale(factor: number): void {
    this.#rows *= factor;
    this.#absolute *= factor;
    this.#squared *= factor;
    this.#sum *= factor;
    this.#squares *= factor;
  }

  clear(): void {
    this.scale(0);
  }

  figures(): Figures {
    const rows = this.#rows;
    if (rows <= 0) return { mae: null, rmse: null, r2: null };
    // Taking a row out of a sum can leave a hair less than nothing.
    const squared = Math.max(0, this.#squared);
    const spread = this.#squares - (this.#sum * this.#sum) / rows;
    return {
      mae: Math.max(0, this.#absolute) / rows,
      rmse: Math.sqrt(squared / rows),
      // 1 less the share of the spread around these rows' own mean that is left.
      r2: spread > 1e-12 * this.#squares ? 1 - squared / spread : null,
    };
  }
}
