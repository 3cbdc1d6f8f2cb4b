/** How far from what is usual an update may be. */
const CLIP = 5;
const REJECT = 50;
/** Updates that are remembered. */
const MEMORY = 64;
/** With fewer of them, nobody knows what is usual. */
const LEAST = 3;

/** Length of an update, and the samples it says it comes from. */
export interface Measure {
  readonly norm: number;
  readonly samples: number;
}

export interface Limits {
  /** Longer ones are shortened to this, whatever they say. */
  readonly clip: number;
  /**
   * Longer ones are refused. Who was away for long comes with more samples than usual and may be longer by as much: it is
   * shortened all the same, so that a false count of samples gains nothing.
   */
  rejects(measure: Measure): boolean;
}

const NONE: Limits = { clip: Number.POSITIVE_INFINITY, rejects: () => false };

/** What was merged, newest last: one a node a merge, so that no node can make itself the rule. */
export class Norms {
  readonly #known: Measure[];

  constructor(known: readonly Measure[] = []) {
    this.#known = known.slice(-MEMORY);
  }

  get values(): readonly Measure[] {
    return this.#known;
  }

  /** @param more updates that are to be judged together */
  limits(more: readonly Measure[] = []): Limits {
    const known = [...this.#known, ...more].filter(({ norm }) => norm > 0);
    if (known.length < LEAST) return NONE;
    const median = medianOf(known.map(({ norm }) => norm));
    const usual = Math.max(1, medianOf(known.map(({ samples }) => samples)));
    return {
      clip: CLIP * median,
      rejects: ({ norm, samples }) => norm > REJECT * median * Math.max(1, samples / usual),
    };
  }

  /** A norm that was clipped counts as what was left of it. */
  add(measures: readonly Measure[]): void {
    this.#known.push(...measures);
    this.#known.splice(0, this.#known.length - MEMORY);
  }
}

/** The lower one of the two in the middle: what half of all do not exceed. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] as number;
}
