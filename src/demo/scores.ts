import { overBaseline } from "../evaluate/metrics.ts";
import { MeanSums, Rolling } from "../evaluate/spans.ts";

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
  readonly #recentHits: Rolling<number, MeanSums>;
  readonly #recentLosses: Rolling<number | null, MeanSums>;
  #counted = { rows: 0, hits: 0, loss: 0 };
  #quarter = { rows: 0, hits: 0 };
  #worstQuarter: number | null = null;
  #hasLoss = true;

  constructor(counting: Counting) {
    this.#counting = counting;
    this.#recentHits = new Rolling(new MeanSums(), counting.window);
    this.#recentLosses = new Rolling(new MeanSums(), counting.window);
  }

  /** `loss` is null for a contender that gives no probability. */
  add(row: number, hit: boolean, loss: number | null): void {
    const { from, quarter } = this.#counting;
    this.#hasLoss &&= loss !== null;
    this.#recentHits.add(Number(hit));
    this.#recentLosses.add(loss);
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
    return {
      contender,
      accuracy: this.#recentHits.sums.mean,
      loss: this.#hasLoss ? this.#recentLosses.sums.mean : null,
    };
  }

  score(contender: Contender, baseline: number | null): Score {
    const { rows, hits, loss } = this.#counted;
    const accuracy = rows === 0 ? null : hits / rows;
    return {
      contender,
      rows,
      accuracy,
      worstQuarter: this.#worstQuarter,
      kappaTemporal: overBaseline(accuracy, baseline),
      loss: rows > 0 && this.#hasLoss ? loss / rows : null,
    };
  }

  /** Share of hits over the counted rows. */
  get accuracy(): number | null {
    return this.#counted.rows === 0 ? null : this.#counted.hits / this.#counted.rows;
  }
}
