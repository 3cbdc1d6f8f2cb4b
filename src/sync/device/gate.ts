import { TargetWriter } from "../../model/targets.ts";
import type { Model } from "../../model.ts";
import { type FullSpec, lossName } from "../../spec.ts";
import type { Sample } from "./samples.ts";

/** Held-back samples that are kept, and judged by. */
export const ROWS_KEPT = 256;
export const LEAST_ROWS = 32;
export const LEAST_OF_A_CLASS = 4;
/** How much worse a global model may be, as a share of the loss without it; and two standard errors. */
const MARGIN = 0.02;
const STANDARD_ERRORS = 2;

export interface Judgement {
  /** Mean loss, each class counting alike. */
  readonly loss: number;
  readonly lossWithout: number;
  /** What `loss - lossWithout` may be. */
  readonly allowed: number;
  readonly refused: boolean;
}

/** The class of a held-back sample; 0 where labels are values. */
export function classOf({ y }: Sample, classCount: number): number {
  if (typeof y === "number") return y;
  if (y === undefined || classCount === 0) return 0;
  if (y.length === 1) return (y[0] as number) >= 0.5 ? 1 : 0;
  return y.indexOf(Math.max(...y));
}

export function classCountOf(spec: FullSpec): number {
  return new TargetWriter(spec).classCount;
}

/** Whether there are rows enough to judge by: 32, and 4 of each class. */
export function canJudge(rows: readonly Sample[], classCount: number): boolean {
  if (rows.length < LEAST_ROWS) return false;
  const classes = rows.map((row) => classOf(row, classCount));
  const isSeen = (index: number): boolean => classes.filter((each) => each === index).length >= LEAST_OF_A_CLASS;
  return Array.from({ length: classCount }, (_, index) => index).every(isSeen);
}

/** Mean loss of a model on rows, each class that has any counting alike; null where there are none. */
export function meanLoss(model: Model, rows: readonly Sample[]): number | null {
  if (rows.length === 0) return null;
  const classCount = classCountOf(model.spec);
  const losses = rows.map((row) => lossOf(model, row));
  return mean(perClass(rows, losses, classCount).map(mean));
}

/** The paired test: a candidate against what would be without it, on the same rows. */
export function judge(candidate: Model, without: Model, rows: readonly Sample[]): Judgement {
  const classCount = classCountOf(candidate.spec);
  const before = rows.map((row) => lossOf(without, row));
  const after = rows.map((row) => lossOf(candidate, row));
  return judgeLosses(rows, before, after, classCount);
}

export function judgeLosses(
  rows: readonly Sample[],
  before: readonly number[],
  after: readonly number[],
  classCount: number,
): Judgement {
  const lossWithout = mean(perClass(rows, before, classCount).map(mean));
  const loss = mean(perClass(rows, after, classCount).map(mean));
  const differences = perClass(
    rows,
    after.map((value, i) => value - (before[i] as number)),
    classCount,
  );
  const variance = differences.reduce((sum, each) => sum + varianceOfMean(each), 0) / differences.length ** 2;
  const allowed = MARGIN * lossWithout + STANDARD_ERRORS * Math.sqrt(variance);
  // What is no number is refused.
  return { loss, lossWithout, allowed, refused: !(loss - lossWithout <= allowed) };
}

/** Decisions are records of the journal, not made again: these figures need not be the same bits everywhere. */
export function lossOf(model: Model, { x, y }: Sample): number {
  const output = model.predict(x);
  const target = y ?? x;
  const kind = lossName(model.spec.loss);
  if (kind === "crossEntropy") {
    if (typeof target === "number") return -Math.log(Math.max(output[target] as number, LEAST));
    return output.reduce((sum, p, i) => sum - (target[i] as number) * Math.log(Math.max(p, LEAST)), 0);
  }
  if (kind === "binaryCrossEntropy") {
    const at = (i: number) => (typeof target === "number" ? target : (target[i] as number));
    return output.reduce(
      (sum, p, i) => sum - at(i) * Math.log(Math.max(p, LEAST)) - (1 - at(i)) * Math.log(Math.max(1 - p, LEAST)),
      0,
    );
  }
  const errors = Array.from(output, (value, i) => value - valueAt(target, i, output.length));
  return mean(errors.map((error) => (kind === "mae" ? Math.abs(error) : error * error)));
}

// ---

const LEAST = 1e-7;

function valueAt(target: number | Float32Array, i: number, outputs: number): number {
  if (typeof target !== "number") return target[i] as number;
  return outputs === 1 ? target : i === target ? 1 : 0;
}

function perClass(rows: readonly Sample[], values: readonly number[], classCount: number): number[][] {
  const classes = new Map<number, number[]>();
  for (const [i, row] of rows.entries()) {
    const index = classOf(row, classCount);
    const list = classes.get(index) ?? [];
    list.push(values[i] as number);
    classes.set(index, list);
  }
  return [...classes.values()];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOfMean(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length < 2 ? 0 : squares / (values.length - 1) / values.length;
}
