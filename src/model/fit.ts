import { MillraceError, show } from "../errors.ts";
import type { Model } from "../model.ts";
import { checkRow, checkRows, inRow, noRows, type RowSource, type Rows, type Sample, sourceOf } from "./rows.ts";
import { type Evaluation, evaluate } from "./validation.ts";

export type { Row, RowSource, Rows, Sample } from "./rows.ts";

export interface FitOptions {
  /** 1 where it is left out. */
  epochs?: number;
  /** Rows that are predicted, not learnt, after each epoch. */
  validation?: Rows<Sample>;
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

/** @throws MillraceError `E_VALUE`, `E_SHAPE`, at once, where rows or options cannot be any */
export function fitRows(
  model: Model,
  rows: Rows<Sample>,
  options: FitOptions,
): AsyncGenerator<Progress, void, undefined> {
  if (typeof options !== "object" || options === null) {
    throw refused("no options", "options", "an object with epochs, validation or signal", options);
  }
  const { epochs = 1, validation, signal } = options;
  if (!Number.isInteger(epochs) || epochs < 1) {
    throw refused("not a number of epochs", "epochs", "a whole number from 1", epochs);
  }
  if (signal !== undefined && typeof signal?.throwIfAborted !== "function") {
    throw refused("not a signal", "signal", "an AbortSignal", signal);
  }
  checkRows(rows, "rows");
  if (validation !== undefined) checkRows(validation, "validation");
  return epochsOf(model, rows, epochs, validation, signal);
}

async function* epochsOf(
  model: Model,
  rows: Rows<Sample>,
  epochs: number,
  validation: Rows<Sample> | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, void, undefined> {
  // What waits is no row of the epoch: a batch of both would have one loss for both.
  model.flush();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const { count, loss } = await learnRows(model, rows, epoch, signal);
    const progress: Progress = { epoch, epochs, rows: count, loss };
    if (validation !== undefined) {
      const source = stopping(sourceOf(validation, "validation"), signal);
      progress.validation = await evaluate(model, source, epoch);
    }
    yield progress;
  }
}

async function learnRows(
  model: Model,
  rows: Rows<Sample>,
  epoch: number,
  signal: AbortSignal | undefined,
): Promise<{ count: number; loss: number }> {
  const { batchSize } = model.spec;
  let count = 0;
  let waiting = 0;
  let sum = 0;
  for await (const row of stopping(sourceOf(rows, "rows"), signal)) {
    let loss: number | null;
    try {
      checkRow(row);
      const { x, y, weight } = row;
      loss = model.learn(x, y, weight === undefined ? undefined : { weight });
    } catch (error) {
      throw inRow(error, `cannot learn row ${count} of epoch ${epoch}`);
    }
    count++;
    waiting = loss === null ? waiting + 1 : 0;
    if (loss !== null) sum += loss * batchSize;
  }
  if (count === 0) throw noRows(`epoch ${epoch}`, epoch);
  const rest = model.flush();
  if (rest !== null) sum += rest * waiting;
  return { count, loss: sum / count };
}

/** Hands rows on, lets other work of the process go first now and then, and stops at the signal. */
async function* stopping(rows: RowSource<Sample>, signal: AbortSignal | undefined): AsyncGenerator<Sample> {
  let since = performance.now();
  for await (const row of rows) {
    if (performance.now() - since > PATIENCE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    signal?.throwIfAborted();
    yield row;
  }
}

const PATIENCE_MS = 20;

function refused(what: string, where: string, expected: string, actual: unknown): MillraceError {
  return new MillraceError("E_VALUE", what, { where, expected, actual: show(actual) });
}
