/** A seeded source of test data (mulberry32), apart from the core's own generator. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Uniform in [low, high), rounded to float32. */
  uniform(low = 0, high = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.fround(low + ((t ^ (t >>> 14)) >>> 0) * 2 ** -32 * (high - low));
  }

  index(below: number): number {
    return Math.floor(this.uniform() * below) % below;
  }

  list(length: number, low = -1, high = 1): number[] {
    return Array.from({ length }, () => this.uniform(low, high));
  }

  /** 1 or -1. */
  sign(): number {
    return this.uniform() < 0.5 ? -1 : 1;
  }
}
