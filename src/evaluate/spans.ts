/** Sums that rows are added to with a weight, and taken from again with a negative one. */
export interface Sums<Row> {
  add(row: Row, weight: number): void;
  /** Multiplies everything. */
  scale(factor: number): void;
  clear(): void;
}

/** A span of rows that sums are kept over. */
export interface Span<Row> {
  add(row: Row): void;
}

/** Every row counts alike. */
export class Cumulative<Row, Kind extends Sums<Row>> implements Span<Row> {
  readonly sums: Kind;

  constructor(sums: Kind) {
    this.sums = sums;
  }

  add(row: Row): void {
    this.sums.add(row, 1);
  }
}

/** The last `window` rows, in a ring. */
export class Rolling<Row, Kind extends Sums<Row>> implements Span<Row> {
  readonly sums: Kind;
  readonly #ring: (Row | undefined)[];
  #next = 0;

  constructor(sums: Kind, window: number) {
    this.sums = sums;
    this.#ring = new Array<Row | undefined>(window).fill(undefined);
  }

  add(row: Row): void {
    const old = this.#ring[this.#next];
    this.#ring[this.#next] = row;
    this.#next = (this.#next + 1) % this.#ring.length;
    if (this.#next === 0) {
      // What was added and taken away again leaves rounding behind: once a round everything is summed anew.
      this.sums.clear();
      for (const each of this.#ring) this.sums.add(each as Row, 1);
      return;
    }
    if (old !== undefined) this.sums.add(old, -1);
    this.sums.add(row, 1);
  }
}

/** Each row counts `decay` times as much as the one after it. */
export class Fading<Row, Kind extends Sums<Row>> implements Span<Row> {
  readonly sums: Kind;
  readonly #decay: number;
  #weight = 1;

  constructor(sums: Kind, decay: number) {
    this.sums = sums;
    this.#decay = decay;
  }

  add(row: Row): void {
    // New rows weigh more instead of old ones less: one row touches few of the sums.
    this.sums.add(row, this.#weight);
    this.#weight /= this.#decay;
    if (this.#weight < HEAVY) return;
    this.sums.scale(1 / this.#weight);
    this.#weight = 1;
  }
}

/** A plain mean; what is null is left out. */
export class MeanSums implements Sums<number | null> {
  #sum = 0;
  #weight = 0;

  add(value: number | null, weight: number): void {
    if (value === null) return;
    this.#sum += weight * value;
    this.#weight += weight;
  }

  scale(factor: number): void {
    this.#sum *= factor;
    this.#weight *= factor;
  }

  clear(): void {
    this.#sum = 0;
    this.#weight = 0;
  }

  get mean(): number | null {
    return this.#weight > 0 ? this.#sum / this.#weight : null;
  }
}

const HEAVY = 1e60;
