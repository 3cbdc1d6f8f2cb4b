/** The three that predict the same stream, in the order they are shown. */
export const CONTENDERS = ["last known label", "frozen net", "learning net"] as const;
export type Contender = (typeof CONTENDERS)[number];

/** A contender over its last `window` rows; null while it has no row there. */
export interface Standing {
  contender: Contender;
  accuracy: number | null;
  loss: number | null;
}

/** A contender over the counted rows; null where there are too few rows, or no probability to take a loss from. */
export interface Score {
  contender: Contender;
  rows: number;
  accuracy: number | null;
  worstQuarter: number | null;
  /** (accuracy - baseline) / (1 - baseline), the baseline being the last known label. */
  kappaTemporal: number | null;
  /** Mean of -ln(probability given to what came true). */
  loss: number | null;
}

export interface Result {
  /** Rows predicted and learnt, and the first row that counts. */
  rows: number;
  countedFrom: number;
  scores: Score[];
  /** From the first row to the last label. */
  seconds: number;
  /** Bytes the learning model takes in the core, and on disk. */
  modelBytes: number;
  fileBytes: number;
  checksum: number;
  path: string;
}

export interface Counting {
  /** Rows before this one move the rolling figures alone. */
  from: number;
  /** Rows of a quarter and of the rolling window. */
  quarter: number;
  window: number;
}

/** Hits and losses of one contender, row by row in order, in fixed memory. */
export class Tally {
  readonly #counting: Counting;
  readonly #recentHits: Uint8Array;
  readonly #recentLosses: Float64Array;
  #next = 0;
  #recent = { rows: 0, hits: 0 };
  #counted = { rows: 0, hits: 0, loss: 0 };
  #quarter = { rows: 0, hits: 0 };
  #worstQuarter: number | null = null;
  #hasLoss = true;

  constructor(counting: Counting) {
    this.#counting = counting;
    this.#recentHits = new Uint8Array(counting.window);
    this.#recentLosses = new Float64Array(counting.window);
  }

  /** `loss` is null for a contender that gives no probability. */
  add(row: number, hit: boolean, loss: number | null): void {
    const { from, quarter, window } = this.#counting;
    this.#hasLoss &&= loss !== null;
    const slot = this.#next;
    this.#next = (slot + 1) % window;
    if (this.#recent.rows === window) this.#recent.hits -= this.#recentHits[slot] ?? 0;
    else this.#recent.rows += 1;
    this.#recent.hits += Number(hit);
    this.#recentHits[slot] = Number(hit);
    this.#recentLosses[slot] = loss ?? 0;
    if (row < from) return;
    this.#counted.rows += 1;
    this.#counted.hits += Number(hit);
    this.#counted.loss += loss ?? 0;
    this.#quarter.rows += 1;
    this.#quarter.hits += Number(hit);
    if (this.#quarter.rows < quarter) return;
    this.#worstQuarter = Math.min(this.#worstQuarter ?? 1, this.#quarter.hits / quarter);
    this.#quarter = { rows: 0, hits: 0 };
  }

  standing(contender: Contender): Standing {
    const { rows, hits } = this.#recent;
    if (rows === 0) return { contender, accuracy: null, loss: null };
    const losses = this.#recentLosses.subarray(0, rows);
    return { contender, accuracy: hits / rows, loss: this.#hasLoss ? sum(losses) / rows : null };
  }

  score(contender: Contender, baseline: number | null): Score {
    const { rows, hits, loss } = this.#counted;
    const accuracy = rows === 0 ? null : hits / rows;
    return {
      contender,
      rows,
      accuracy,
      worstQuarter: this.#worstQuarter,
      kappaTemporal: kappaTemporal(accuracy, baseline),
      loss: rows > 0 && this.#hasLoss ? loss / rows : null,
    };
  }

  /** Share of hits over the counted rows. */
  get accuracy(): number | null {
    return this.#counted.rows === 0 ? null : this.#counted.hits / this.#counted.rows;
  }
}

/** 1 is perfect, 0 as good as the baseline, below 0 worse; null where either is unknown or the baseline is perfect. */
export function kappaTemporal(accuracy: number | null, baseline: number | null): number | null {
  if (accuracy === null || baseline === null || baseline === 1) return null;
  return (accuracy - baseline) / (1 - baseline);
}

/** -ln of the probability given to what came true, at most 16: a float32 softmax may say 0. */
export function logLoss(probability: number): number {
  return -Math.log(Math.max(probability, Math.exp(-16)));
}

// ---

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
