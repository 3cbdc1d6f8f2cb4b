import { MillraceError } from "../errors.ts";
import type { Model } from "../model.ts";
import type { Inputs } from "./inputs.ts";
import type { Target } from "./targets.ts";
import { type Evaluation, evaluate } from "./validation.ts";

/** One labelled sample. */
export interface Row {
  x: Inputs;
  y: Target;
  weight?: number;
}

/** Rows, or a function that gives them anew for each epoch: a stream can be read only once. */
export type Rows = RowSource | (() => RowSource);
export type RowSource = Iterable<Row> | AsyncIterable<Row>;

export interface FitOptions {
  /** 1 where it is left out. */
  epochs?: number;
  /** Rows that are predicted, not learnt, after each epoch. */
  validation?: Rows;
  /** Ends the training between two rows; what has been learnt stays. */
  signal?: AbortSignal;
}

/** The state of things after an epoch. */
export interface Progress {
  /** From 1. */
  epoch: number;
  epochs: number;
  /** Rows of this epoch. */
  rows: number;
  /** Mean loss of the epoch's samples, each before its step. */
  loss: number;
  validation?: Evaluation;
}

export async function* fitRows(
  model: Model,
  rows: Rows,
  options: FitOptions,
): AsyncGenerator<Progress, void, undefined> {
  const { epochs = 1, validation, signal } = options;
  if (!Number.isInteger(epochs) || epochs < 1) {
    throw new MillraceError("E_VALUE", "not a number of epochs", {
      where: "epochs",
      expected: "a whole number from 1",
      actual: String(epochs),
    });
  }
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const { count, loss } = await learnRows(model, rows, epoch, signal);
    const progress: Progress = { epoch, epochs, rows: count, loss };
    if (validation) progress.validation = await evaluate(model, stopping(sourceOf(validation), signal));
    yield progress;
  }
}

function sourceOf(rows: Rows): RowSource {
  return typeof rows === "function" ? rows() : rows;
}

async function learnRows(
  model: Model,
  rows: Rows,
  epoch: number,
  signal: AbortSignal | undefined,
): Promise<{ count: number; loss: number }> {
  const { batchSize } = model.spec;
  let count = 0;
  let sum = 0;
  for await (const row of stopping(sourceOf(rows), signal)) {
    let loss: number | null;
    try {
      loss = model.learn(row.x, row.y, row.weight === undefined ? undefined : { weight: row.weight });
    } catch (error) {
      throw inRow(error, count, epoch);
    }
    count++;
    if (loss !== null) sum += loss * batchSize;
  }
  if (count === 0) {
    throw new MillraceError("E_SHAPE", "there are no rows", {
      where: `epoch ${epoch}`,
      expected: "at least one row",
      actual: 0,
      remedy: epoch > 1 ? "A stream can be read once: give a function that opens it anew" : undefined,
    });
  }
  const pending = model.stats().counters.pending;
  const rest = model.flush();
  if (rest !== null) sum += rest * pending;
  return { count, loss: sum / count };
}

function inRow(error: unknown, index: number, epoch: number): unknown {
  if (!(error instanceof MillraceError)) return error;
  const { code, where, expected, actual } = error;
  const what = `cannot learn row ${index} of epoch ${epoch}: ${error.message}`;
  // The message of the cause already names place and values.
  return Object.assign(new MillraceError(code, what, { cause: error }), { where, expected, actual });
}

/** Hands rows on, lets other work of the process go first now and then, and stops at the signal. */
async function* stopping(rows: RowSource, signal: AbortSignal | undefined): AsyncGenerator<Row> {
  let since = performance.now();
  for await (const row of rows) {
    if (performance.now() - since > PATIENCE) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal?.throwIfAborted();
    yield row;
  }
}

const PATIENCE = 20;
