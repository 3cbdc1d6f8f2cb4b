import { MillraceError, show } from "../errors.ts";
import { PendingLabels } from "../labels.ts";
import type { FeatureValue, Inputs } from "../model/inputs.ts";
import { likeliest, type Target } from "../model/targets.ts";
import type { Model } from "../model.ts";
import { meant } from "../nearest.ts";
import { logLoss, type Outcome, type Task } from "./metrics.ts";

export interface Terms {
  task: Task;
  /** The classes in the order of the evaluation. */
  classes: readonly string[] | undefined;
  /** What the columns of an array of inputs are called. */
  inputs: readonly string[] | undefined;
  delay: number;
}

/** A model on its way down the stream: predicts with a ticket, learns when the label comes. */
export class Contestant {
  readonly name: string;
  readonly model: Model;
  readonly #terms: Terms;
  readonly #pending: PendingLabels;
  readonly #columns: readonly number[] | undefined;
  /** The model's own index of each class of the evaluation. */
  readonly #ownClass: readonly number[] | undefined;
  #milliseconds = 0;

  /** @throws MillraceError `E_SHAPE` where it names inputs the rows do not have */
  constructor(name: string, model: Model, terms: Terms) {
    this.name = name;
    this.model = model;
    this.#terms = terms;
    this.#pending = new PendingLabels(model, { capacity: terms.delay + 1, remembered: 0 });
    this.#columns = columnsOf(name, model, terms.inputs);
    this.#ownClass = terms.classes?.map((label, i) => model.spec.classes?.indexOf(label) ?? i);
  }

  /** @throws MillraceError what `Model.predict` throws; nothing waits then */
  predict(x: Inputs): number {
    const own = this.#columns && isArray(x) ? this.#columns.map((column) => x[column]) : x;
    const start = performance.now();
    const { ticket } = this.#pending.predict(own);
    this.#milliseconds += performance.now() - start;
    return ticket;
  }

  withdraw(ticket: number): void {
    this.#pending.withdraw(ticket);
  }

  /** @returns what it had said, and the loss of the step */
  learn(
    ticket: number,
    y: Target,
    truth: number,
    weight: number | undefined,
  ): { outcome: Outcome; loss: number | null } {
    const own = typeof y === "object" || this.#terms.task === "regression" ? y : this.#own(truth);
    const start = performance.now();
    const learnt = this.#pending.learn(ticket, own, weight === undefined ? {} : { weight });
    this.#milliseconds += performance.now() - start;
    if (learnt.status !== "learnt") throw new Error(`a ticket of the evaluation is ${learnt.status}`);
    return { outcome: this.#outcome(learnt.output, truth), loss: learnt.loss };
  }

  /** Time spent predicting and learning. */
  get milliseconds(): number {
    return this.#milliseconds;
  }

  #outcome(output: Float32Array, truth: number): Outcome {
    if (this.#terms.task === "regression") return { truth, answer: output[0] as number, loss: null };
    const own = this.#own(truth);
    const one = output[0] as number;
    const probability = output.length === 1 ? (own === 1 ? one : 1 - one) : (output[own] as number);
    const { index } = likeliest(output);
    return { truth, answer: this.#ownClass?.indexOf(index) ?? index, loss: logLoss(probability) };
  }

  #own(truth: number): number {
    return this.#ownClass?.[truth] ?? truth;
  }
}

// ---

function isArray(x: Inputs): x is ArrayLike<FeatureValue> {
  return Array.isArray(x) || ArrayBuffer.isView(x);
}

/** Where the inputs a model names lie among those of the rows; undefined where they are the same. */
function columnsOf(name: string, { spec }: Model, inputs: readonly string[] | undefined): number[] | undefined {
  if (inputs === undefined || typeof spec.inputs === "number") return undefined;
  const columns = spec.inputs.map((input) => inputs.indexOf(input));
  const absent = columns.indexOf(-1);
  if (absent >= 0) {
    const wanted = spec.inputs[absent] as string;
    throw new MillraceError("E_SHAPE", "the rows have no such input", {
      where: `model ${show(name)}`,
      expected: `one of ${inputs.slice(0, 20).map(show).join(", ")}${inputs.length > 20 ? ", ..." : ""}`,
      actual: show(wanted),
      remedy: meant(wanted, inputs),
    });
  }
  const same = columns.length === inputs.length && columns.every((column, i) => column === i);
  return same ? undefined : columns;
}
