import { MillraceError, show } from "../errors.ts";
import { likeliest, type Target, TargetWriter } from "../model/targets.ts";
import type { Model } from "../model.ts";
import type { FullSpec } from "../spec.ts";
import type { Task } from "./metrics.ts";

/** A name for every class, where there are any: those given, else those of the first model that has names. */
export function classNames(models: readonly Model[], given: readonly string[] | undefined): string[] | undefined {
  const names = given ?? models.find(({ spec }) => spec.classes !== undefined)?.spec.classes;
  return names && [...names];
}

/** Reads the labels of a stream as what is scored: a class index in the order of the evaluation, or a value. */
export class TruthReader {
  readonly task: Task;
  /** 0 in a regression. */
  readonly classes: number;
  readonly #names: readonly string[] | undefined;
  readonly #writer: TargetWriter;
  readonly #numbers: Float32Array;

  /** @throws MillraceError `E_SHAPE` where the models do not answer the same question */
  constructor(models: readonly Model[], names: readonly string[] | undefined) {
    const [first] = models as readonly [Model];
    // Only what tells classes apart is read from the spec: the names are those of the evaluation.
    const named: FullSpec = names ? { ...first.spec, classes: [...names] } : first.spec;
    this.#writer = new TargetWriter(named);
    this.#names = names;
    this.classes = this.#writer.classCount;
    this.task = this.classes > 0 ? "classification" : "regression";
    this.#numbers = new Float32Array(first.spec.outputs);
    for (const { spec } of models) this.#check(spec);
  }

  /** @throws MillraceError `E_CLASS`, `E_SHAPE`, `E_VALUE` */
  read(y: Target): number {
    const index = this.#writer.write(y, this.#numbers);
    if (index >= 0) return index;
    const value = typeof y === "number" ? y : ((y as ArrayLike<number>)[0] as number);
    if (!this.#numbers.every(Number.isFinite)) {
      throw new MillraceError("E_VALUE", "not a number", {
        where: "target",
        expected: "a finite number",
        actual: show(value),
      });
    }
    return this.task === "classification" ? likeliest(this.#numbers).index : value;
  }

  #check(spec: FullSpec): void {
    if (spec.anomaly) {
      throw new MillraceError("E_SPEC", "an anomaly model learns its inputs and predicts no target", {
        where: "models",
        expected: "a classification or a regression",
        remedy: "Take score(x) and learn(x) row by row",
      });
    }
    const classes = new TargetWriter(spec).classCount;
    if (classes !== this.classes) {
      throw new MillraceError("E_SHAPE", "the models answer different questions", {
        where: "models",
        expected: this.classes > 0 ? `${this.classes} classes, as the first` : "a value, as the first",
        actual: classes > 0 ? `${classes} classes` : "a value",
      });
    }
    if (classes === 0 && spec.outputs !== 1) {
      throw new MillraceError("E_SHAPE", "a regression is scored on one value", {
        where: "models",
        expected: "one output",
        actual: spec.outputs,
      });
    }
    const missing = this.#names && spec.classes?.find((name) => !this.#names?.includes(name));
    if (missing === undefined && (this.#names?.length ?? classes) === classes) return;
    throw new MillraceError("E_CLASS", "the models know different classes", {
      where: "classes",
      expected: spec.classes?.map(show).join(", ") ?? `${classes} names`,
      actual: this.#names?.map(show).join(", "),
    });
  }
}
