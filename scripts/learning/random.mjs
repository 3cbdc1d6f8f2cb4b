/** mulberry32: the same numbers on every machine, apart from the generator of the models. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  uniform(low = 0, high = 1) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.fround(low + ((t ^ (t >>> 14)) >>> 0) * 2 ** -32 * (high - low));
  }

  /** Twelve uniform numbers, near enough to a normal one, and free of functions that differ between engines. */
  normal() {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.uniform();
    return sum;
  }
}
