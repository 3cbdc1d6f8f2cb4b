import { MillraceError, show } from "../errors.ts";
import type { Inputs } from "./inputs.ts";
import type { Target } from "./targets.ts";

/** One labelled sample. */
export interface Row {
  x: Inputs;
  y: Target;
  weight?: number;
}

/** What can be learnt: an anomaly model learns `x` itself, and takes no label. */
export type Sample = Row | (Omit<Row, "y"> & { y?: undefined });

/** Rows, or a function that gives them anew for each epoch: a stream can be read only once. */
export type Rows<One = Row> = RowSource<One> | (() => RowSource<One>);
export type RowSource<One = Row> = Iterable<One> | AsyncIterable<One>;

/** @throws MillraceError `E_SHAPE` where it is nothing that gives rows, or a list of none */
export function checkRows(rows: unknown, where: string): void {
  if (Array.isArray(rows) && rows.length === 0) throw noRows(where, 1);
  if (typeof rows !== "function" && !isSource(rows)) throw noSource(where, rows);
}

/** @throws MillraceError `E_SHAPE` where a function opens nothing that gives rows */
export function sourceOf<One>(rows: Rows<One>, where: string): RowSource<One> {
  const source = typeof rows === "function" ? rows() : rows;
  if (!isSource(source)) throw noSource(where, source);
  return source;
}

/** @throws MillraceError `E_SHAPE` for what is no row at all */
export function checkRow(row: unknown): void {
  if (typeof row === "object" && row !== null) return;
  throw new MillraceError("E_SHAPE", "not a row", { expected: "{ x, y }", actual: show(row) });
}

export function noRows(where: string, epoch: number): MillraceError {
  return new MillraceError("E_SHAPE", "there are no rows", {
    where,
    expected: "at least one row",
    actual: 0,
    remedy: epoch > 1 ? "A stream can be read once: give a function that opens it anew" : undefined,
  });
}

/** A refusal with the row it concerns, as "cannot learn row 7 of epoch 1"; any other error as it is. */
export function inRow(error: unknown, doing: string): unknown {
  if (!(error instanceof MillraceError)) return error;
  const { code, where, expected, actual } = error;
  // The message of the cause already names place and values.
  return Object.assign(new MillraceError(code, `${doing}: ${error.message}`, { cause: error }), {
    where,
    expected,
    actual,
  });
}

function isSource(rows: unknown): rows is RowSource<never> {
  if (typeof rows !== "object" || rows === null) return false;
  return Symbol.iterator in rows || Symbol.asyncIterator in rows;
}

function noSource(where: string, rows: unknown): MillraceError {
  return new MillraceError("E_SHAPE", "nothing that gives rows", {
    where,
    expected: "a list or a stream of { x, y }, or a function that opens one",
    actual: show(rows),
  });
}
