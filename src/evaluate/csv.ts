import { MillraceError, show } from "../errors.ts";
import type { Row } from "../model/fit.ts";
import { readLines } from "./csv/cells.ts";
import { type CsvColumn, type Layout, type LayoutOptions, layOut } from "./csv/layout.ts";
import { isMissing, lookAt, numberOf, rowCells } from "./csv/look.ts";
import type { Task } from "./metrics.ts";

export type { CsvColumn } from "./csv/layout.ts";

export interface CsvOptions extends LayoutOptions {
  /** Left out, the first line is a header where no cell of it is a number or missing. */
  header?: boolean;
  /** Left out, the one of `,` `;` tab `|` that the first line has most of, else blanks. */
  separator?: string;
  /** Rows of the first look, which finds the columns' kinds, the categories and the classes; 100,000 where left out. */
  look?: number;
  /** A missing number: left to the model as null, 0, or a reason to leave the row out. `"model"` where left out. */
  missing?: "model" | "zero" | "skip";
}

/** A CSV file as a stream of rows for `evaluate` or `Model.fit`. */
export interface CsvStream {
  task: Task;
  target: string;
  /** Names of the inputs: a number's is that of its column, a category's `column=category`. */
  inputs: string[];
  /** In a classification: numbers in their order, texts in the order they came. */
  classes?: string[];
  columns: CsvColumn[];
  rowCount: number;
  /** Whether the first look has seen them all. */
  isWhole: boolean;
  /** Whether a number was missing in the first look. */
  hasMissing: boolean;
  /** Rows left out so far by the last `rows()`: without a target, or with a missing number under `missing: "skip"`. */
  leftOut(): number;
  /** The rows from the first on, anew at each call. @throws MillraceError `E_FORMAT`, `E_CLASS` with the line */
  rows(): AsyncGenerator<Row, void, undefined>;
}

const LOOK = 100_000;

/**
 * Takes a first look at a file and lays its columns out.
 * @throws MillraceError `E_FILE`, `E_FORMAT`, `E_VALUE` where a column named is not there or cannot be an input
 */
export async function openCsv(path: string, options: CsvOptions): Promise<CsvStream> {
  const { separator, header, look = LOOK, missing = "model" } = options;
  const looked = await lookAt(path, { separator, header, look });
  const layout = layOut(path, looked, options);
  let leftOut = 0;
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    leftOut = 0;
    let isHeader = looked.hasHeader;
    for await (const line of readLines(path, separator)) {
      if (isHeader) {
        isHeader = false;
        continue;
      }
      const cells = rowCells(path, line, looked.names.length, looked.hasRowNames);
      const place = `${path}, line ${line.number}`;
      const y = targetOf(cells[layout.targetColumn] as string, layout, place);
      const x = y === undefined ? undefined : inputsOf(cells, layout, missing, place);
      if (y === undefined || x === undefined) leftOut++;
      else yield { x, y };
    }
  }
  return {
    task: layout.task,
    target: layout.target,
    inputs: layout.inputs,
    ...(layout.classes && { classes: layout.classes }),
    columns: layout.columns,
    rowCount: looked.rows,
    isWhole: looked.isWhole,
    hasMissing: layout.columns.some(({ kind, missing: count }) => kind === "number" && count > 0),
    leftOut: () => leftOut,
    rows,
  };
}

// ---

/** Undefined where it is missing. */
function targetOf(cell: string, { task, classOf, classes, target }: Layout, place: string): number | undefined {
  if (isMissing(cell)) return undefined;
  const value = task === "classification" ? (classOf.get(cell) ?? classOf.get(`${numberOf(cell)}`)) : numberOf(cell);
  if (value !== undefined && !Number.isNaN(value)) return value;
  throw new MillraceError(
    task === "classification" ? "E_CLASS" : "E_FORMAT",
    `column ${show(target)} is not what it was`,
    {
      where: place,
      expected: task === "classification" ? `one of ${classes?.map(show).join(", ")}` : "a number",
      actual: show(cell),
      remedy: task === "classification" ? "State the classes, or look at more rows first" : undefined,
    },
  );
}

/** Undefined where the row is to be left out. */
function inputsOf(
  cells: readonly string[],
  { columns, places, inputs }: Layout,
  missing: "model" | "zero" | "skip",
  place: string,
): (number | null)[] | undefined {
  const x = new Array<number | null>(inputs.length).fill(0);
  for (const [i, { name, kind, categories }] of columns.entries()) {
    const { column, start } = places[i] as { column: number; start: number };
    const cell = cells[column] as string;
    if (kind === "category") {
      // A category that is missing or was not there in the first look is all zeros.
      const category = categories.indexOf(cell);
      if (category >= 0) x[start + category] = 1;
    } else if (isMissing(cell)) {
      if (missing === "skip") return undefined;
      if (missing === "model") x[start] = null;
    } else {
      const value = numberOf(cell);
      if (Number.isNaN(value)) {
        throw new MillraceError("E_FORMAT", `column ${show(name)} is not what it was`, {
          where: place,
          expected: "a number",
          actual: show(cell),
          remedy: "Treat the column as categories, leave it out, or look at more rows first",
        });
      }
      x[start] = value;
    }
  }
  return x;
}
