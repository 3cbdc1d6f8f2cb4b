import { type Figures, type Outcome, overBaseline, type References } from "./metrics.ts";
import { MeanSums, type Sums } from "./spans.ts";

/** The confusion matrix of a classifier and all that follows from it: classes x classes numbers, however many rows. */
export class ClassSums implements Sums<Outcome> {
  readonly #classes: number;
  readonly #positive: number;
  // A row for each truth, a column for each answer.
  readonly #counts: Float64Array;
  readonly #loss: MeanSums = new MeanSums();

  /** @param positive the class whose F1 is taken where there are two; of more it is the mean over the classes */
  constructor(classes: number, positive: number) {
    this.#classes = classes;
    this.#positive = positive;
    this.#counts = new Float64Array(classes * classes);
  }

  add({ truth, answer, loss }: Outcome, weight: number): void {
    const place = truth * this.#classes + answer;
    this.#counts[place] = (this.#counts[place] as number) + weight;
    this.#loss.add(loss, weight);
  }

  scale(factor: number): void {
    for (let i = 0; i < this.#counts.length; i++) this.#counts[i] = (this.#counts[i] as number) * factor;
    this.#loss.scale(factor);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#loss.clear();
  }

  get accuracy(): number | null {
    const rows = this.#counts.reduce((sum, count) => sum + count, 0);
    return rows > 0 ? this.#hits() / rows : null;
  }

  /** `confusion()[truth][answer]`. */
  confusion(): number[][] {
    return this.#each((truth) => this.#each((answer) => this.#count(truth, answer)));
  }

  figures({ majority, last }: References): Figures {
    const { accuracy } = this;
    const truths = this.#each((truth) => this.#total(truth));
    const answers = this.#each((answer) => sum(this.#each((truth) => this.#count(truth, answer))));
    return {
      accuracy,
      balancedAccuracy: this.#balanced(truths),
      f1: this.#f1(truths, answers),
      logLoss: this.#loss.mean,
      kappa: overBaseline(accuracy, byChance(truths, answers)),
      kappaM: overBaseline(accuracy, majority),
      kappaTemporal: overBaseline(accuracy, last),
    };
  }

  /** Mean share of right answers a class, over the classes that came. */
  #balanced(truths: readonly number[]): number | null {
    return mean(this.#each((k) => ((truths[k] as number) > 0 ? this.#count(k, k) / (truths[k] as number) : null)));
  }

  /** Of the positive class of two, else the mean over the classes that came or were answered. */
  #f1(truths: readonly number[], answers: readonly number[]): number | null {
    const of = (k: number) => {
      const both = (truths[k] as number) + (answers[k] as number);
      return both > 0 ? (2 * this.#count(k, k)) / both : null;
    };
    return this.#classes === 2 ? of(this.#positive) : mean(this.#each(of));
  }

  #hits(): number {
    return sum(this.#each((k) => this.#count(k, k)));
  }

  #count(truth: number, answer: number): number {
    return this.#counts[truth * this.#classes + answer] as number;
  }

  #total(truth: number): number {
    return sum(this.#each((answer) => this.#count(truth, answer)));
  }

  #each<Value>(value: (k: number) => Value): Value[] {
    return Array.from({ length: this.#classes }, (_, k) => value(k));
  }
}

// ---

/** The accuracy that answers drawn with the same shares would have. */
function byChance(truths: readonly number[], answers: readonly number[]): number | null {
  const rows = sum(truths);
  return rows > 0 ? sum(truths.map((truth, k) => (truth / rows) * ((answers[k] as number) / rows))) : null;
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? sum(known) / known.length : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
