/** Samples that a fading mean looks back on. */
const MEMORY = 500;
/** Samples that are taken in at once: a division for each would be felt in a step of half a microsecond. */
const BLOCK = 16;

/** A mean that forgets: of all samples at first, of about the last 500 later. */
export class FadingMean {
  #samples = 0;
  #mean = 0;
  #sum = 0;
  #waiting = 0;

  /** @param sum of the values of `samples` samples; one that is not finite is left out */
  add(sum: number, samples: number): void {
    if (sum - sum !== 0) return;
    this.#sum += sum;
    this.#waiting += samples;
    if (this.#waiting >= BLOCK) this.#settle();
  }

  /** Null before the first sample. */
  get mean(): number | null {
    if (this.#waiting > 0) this.#settle();
    return this.#samples > 0 ? this.#mean : null;
  }

  #settle(): void {
    this.#samples += this.#waiting;
    const share = Math.min(1, this.#waiting / Math.min(this.#samples, MEMORY));
    this.#mean += (this.#sum / this.#waiting - this.#mean) * share;
    this.#sum = 0;
    this.#waiting = 0;
  }
}
