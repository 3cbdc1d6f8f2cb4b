import { LIMIT } from "../abi.ts";
import type { Model } from "../model.ts";
import { type FullSpec, lossName } from "../spec.ts";
import type { Inputs } from "./inputs.ts";
import { sumError, targetError } from "./refusal.ts";
import { checkRow, inRow, noRows, type RowSource, type Sample } from "./rows.ts";
import { likeliest, type Target, TargetWriter } from "./targets.ts";

/** How a model does on rows it does not learn. */
export interface Evaluation {
  rows: number;
  /**
   * Mean loss of the predictions, in the units of what `learn` returns: of standardised targets in standard deviations,
   * clipped as they are learnt; of an anomaly model the mean score. Without dropout, with the scalers as they are, and
   * with no probability below 1e-38.
   */
  loss: number;
  /** Share of rows whose likeliest class is the right one; only where the outputs are classes. */
  accuracy?: number;
}

/**
 * Predicts every row and compares; the model is not changed.
 * @throws MillraceError what `predict` and `learn` throw for a row, with the row; `E_SHAPE` where there is none;
 * `E_MEMORY` where targets are standardised and there is no room for a copy of the model
 */
export async function evaluate(model: Model, rows: RowSource<Sample>, epoch: number): Promise<Evaluation> {
  const judge = new Judge(model);
  let count = 0;
  try {
    for await (const row of rows) {
      try {
        checkRow(row);
        judge.add(row);
      } catch (error) {
        throw inRow(error, `cannot evaluate row ${count} of the validation of epoch ${epoch}`);
      }
      count++;
    }
  } finally {
    judge.dispose();
  }
  if (count === 0) throw noRows("validation", epoch);
  const loss = judge.loss / count;
  return judge.isClassifier ? { rows: count, loss, accuracy: judge.right / count } : { rows: count, loss };
}

/** Sums up how a model does. */
class Judge {
  loss = 0;
  right = 0;
  readonly isClassifier: boolean;
  readonly #model: Model;
  readonly #targets: TargetWriter;
  readonly #scale: TargetScale | undefined;
  readonly #answer: Float32Array;
  readonly #target: Float32Array;

  constructor(model: Model) {
    this.#model = model;
    this.#targets = new TargetWriter(model.spec);
    this.isClassifier = this.#targets.classCount > 0;
    this.#answer = new Float32Array(model.spec.outputs);
    this.#target = new Float32Array(model.spec.outputs);
    this.#scale = model.spec.standardizeTargets && new TargetScale(model);
  }

  add({ x, y }: Sample): void {
    const { spec } = this.#model;
    const [answer, target] = [this.#answer, this.#target];
    const index = this.#targets.write(y, target);
    if (spec.anomaly !== undefined) {
      this.loss += this.#model.score(x).score;
      return;
    }
    if (index < 0) checkTarget(spec, target, y);
    else if (target.length === 1) target[0] = index;
    else target.fill(0)[index] = 1;
    if (this.#scale === undefined) this.#model.predictInto(x, answer);
    else this.#scale.predictInto(x, answer);
    this.#scale?.standardize(target);
    this.loss += lossOf(spec, answer, target);
    if (this.isClassifier && likeliest(answer).index === likeliest(target).index) this.right++;
  }

  dispose(): void {
    this.#scale?.dispose();
  }
}

/**
 * Answers and targets as the loss sees them where targets are standardised. The answers are those of a copy whose scaler
 * of the targets changes nothing: what the model's own gives back is rounded, and all alike where the variance is 0.
 */
class TargetScale {
  readonly #twin: Model;
  readonly #unit: number;
  readonly #means: Float32Array;
  readonly #variances: Float32Array;
  readonly #clip: number;
  readonly #epsilon: number;

  constructor(model: Model) {
    const { clip = 0, epsilon = 0 } = model.spec.standardizeTargets ?? {};
    this.#clip = Math.fround(clip);
    this.#epsilon = Math.fround(epsilon);
    this.#unit = Math.sqrt(Math.max(1, this.#epsilon));
    const scaler = model.parameters().filter(({ layer }) => layer === "targets");
    const values = (name: string): Float32Array =>
      scaler.find((tensor) => tensor.name === name)?.data ?? new Float32Array(model.spec.outputs);
    this.#means = values("mean");
    this.#variances = values("variance");
    this.#twin = model.clone();
    this.#twin.setParameters([
      { layer: "targets", name: "mean", data: new Float32Array(this.#means.length) },
      { layer: "targets", name: "variance", data: new Float32Array(this.#means.length).fill(1) },
    ]);
  }

  predictInto(x: Inputs, into: Float32Array): void {
    this.#twin.predictInto(x, into);
    for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) / this.#unit;
  }

  /** In place, as `standardized` of the core. */
  standardize(target: Float32Array): void {
    for (let i = 0; i < target.length; i++) {
      const variance = this.#variances[i] as number;
      const deviation = Math.fround(Math.sqrt(Math.max(variance, this.#epsilon)));
      const z = variance === 0 ? 0 : Math.fround((target[i] as number) - (this.#means[i] as number)) / deviation;
      target[i] = this.#clip > 0 ? Math.max(-this.#clip, Math.min(z, this.#clip)) : z;
    }
  }

  dispose(): void {
    this.#twin.dispose();
  }
}

/** Refuses what `learn` would refuse. */
function checkTarget(spec: FullSpec, target: Float32Array, y: Target | undefined): void {
  const loss = lossName(spec.loss);
  const isProbability = loss === "crossEntropy" || loss === "binaryCrossEntropy";
  const slack = loss === "crossEntropy" ? SLACK : 0;
  let sum = 0;
  for (let i = 0; i < target.length; i++) {
    const value = target[i] as number;
    // The comparisons are false for NaN.
    const isLegal = isProbability ? value >= 0 && value <= 1 + slack : Math.abs(value) < Math.fround(LIMIT);
    if (!isLegal) throw targetError(spec, i, y);
    sum += value;
  }
  if (loss === "crossEntropy" && !(Math.abs(sum - 1) <= SLACK)) throw sumError(sum);
}

function lossOf({ loss }: FullSpec, answer: Float32Array, target: Float32Array): number {
  const name = lossName(loss);
  const delta = typeof loss === "string" ? 1 : loss.delta;
  let sum = 0;
  for (let i = 0; i < answer.length; i++) {
    const [p, t] = [answer[i] as number, target[i] as number];
    if (name === "crossEntropy") sum -= t * logarithm(p);
    else if (name === "binaryCrossEntropy") sum -= t * logarithm(p) + (1 - t) * logarithm(1 - p);
    else sum += distance(name, Math.min(Math.abs(p - t), ERROR_LIMIT), delta);
  }
  return name === "crossEntropy" ? sum : sum / answer.length;
}

function distance(name: string, error: number, delta: number): number {
  if (name === "mse") return error * error;
  if (name === "mae") return error;
  return error <= delta ? (error * error) / 2 : delta * (error - delta / 2);
}

// A float32 probability may have been rounded to 0.
function logarithm(probability: number): number {
  return Math.log(Math.max(probability, SMALLEST));
}

const SMALLEST = 1e-38;
/** How far probabilities may be from a sum of 1. */
const SLACK = 1e-5;
/** Most of an error that counts: `losses.ts` of the core. */
const ERROR_LIMIT = 1e16;
