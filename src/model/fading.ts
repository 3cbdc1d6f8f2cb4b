/** Samples that a fading mean looks back on. */
const MEMORY = 500;

/** A mean that forgets: of all samples at first, of about the last 500 later. */
export class FadingMean {
  #samples = 0;
  #mean = 0;

  /** @param sum of the values of `samples` samples */
  add(sum: number, samples: number): void {
    this.#samples += samples;
    const share = Math.min(1, samples / Math.min(this.#samples, MEMORY));
    this.#mean += (sum / samples - this.#mean) * share;
  }

  /** Null before the first sample. */
  get mean(): number | null {
    return this.#samples > 0 ? this.#mean : null;
  }
}
