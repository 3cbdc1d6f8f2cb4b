import { likeliest } from "../../model/targets.ts";
import type { Scores } from "../types.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";

/** What the fading figures keep at each sample. */
const FADING = 0.999;

/** Sums of loss, hits, absolute and squared errors, over all and fading: the same bits wherever they are replayed. */
export class ScoreSums {
  readonly #isClassifier: boolean;
  /** Samples; then sums of losses, of samples with a loss, of hits, of absolute errors, of squared ones. */
  readonly #all: Float64Array = new Float64Array(6);
  readonly #fading: Float64Array = new Float64Array(6);

  constructor(isClassifier: boolean) {
    this.#isClassifier = isClassifier;
  }

  /** @param loss null where the model gave none, as while a batch fills */
  add(output: Float32Array, y: Float32Array, loss: number | null): void {
    const isHit = this.#isClassifier && likeliest(output).index === likeliest(y).index;
    let [absolute, squared] = [0, 0];
    for (let i = 0; i < y.length; i++) {
      const error = (output[i] as number) - (y[i] as number);
      absolute += Math.abs(error) / y.length;
      squared += (error * error) / y.length;
    }
    this.#term(0, 1);
    this.#term(1, loss ?? 0);
    this.#term(2, loss === null ? 0 : 1);
    this.#term(3, isHit ? 1 : 0);
    this.#term(4, absolute);
    this.#term(5, squared);
  }

  figures(): Scores {
    return { scored: this.#all[0] as number, ...this.#means(this.#all), fading: this.#means(this.#fading) };
  }

  write(writer: ByteWriter): void {
    for (const sums of [this.#all, this.#fading]) for (const sum of sums) writer.f64(sum);
  }

  static read(reader: ByteReader, isClassifier: boolean): ScoreSums {
    const scores = new ScoreSums(isClassifier);
    for (const sums of [scores.#all, scores.#fading]) for (let i = 0; i < sums.length; i++) sums[i] = reader.f64();
    return scores;
  }

  #term(i: number, term: number): void {
    this.#all[i] = (this.#all[i] as number) + term;
    this.#fading[i] = FADING * (this.#fading[i] as number) + term;
  }

  #means(sums: Float64Array): Scores["fading"] {
    const [count, loss, losses, hits, absolute, squared] = sums as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const isValues = !this.#isClassifier && count > 0;
    return {
      loss: losses > 0 ? loss / losses : null,
      accuracy: this.#isClassifier && count > 0 ? hits / count : null,
      mae: isValues ? absolute / count : null,
      rmse: isValues ? Math.sqrt(squared / count) : null,
    };
  }
}
