import { MillraceError, show } from "../../errors.ts";
import { type Line, readLines } from "./cells.ts";

/** Cells that stand for a value nobody knows, in any case. */
export const MISSING: readonly string[] = ["", "?", "na", "n/a", "nan", "null"];

export interface LookedAt {
  /** Of a file without header, numbers from 1 on. */
  names: string[];
  hasHeader: boolean;
  /** The header has one name fewer than the rows have cells: their first is a row's number, and is left out. */
  hasRowNames: boolean;
  columns: ColumnLook[];
  /** Of the file, and whether all of them have been looked at. */
  rows: number;
  isWhole: boolean;
}

/** What a column held in the rows looked at. */
export interface ColumnLook {
  name: string;
  missing: number;
  /** All cells that are there are numbers. */
  isNumeric: boolean;
  /** All are whole numbers. */
  isWhole: boolean;
  /** The different cells in the order they came, up to a limit; beyond it `hasMore`. */
  values: string[];
  hasMore: boolean;
}

export const VALUES_LIMIT = 1_000;

/**
 * Reads the first rows of a file to learn what its columns are, and counts the rest.
 * @throws MillraceError `E_FILE`, `E_FORMAT`
 */
export async function lookAt(
  path: string,
  { separator, header, look }: { separator?: string | undefined; header?: boolean | undefined; look: number },
): Promise<LookedAt> {
  const lines = readLines(path, separator);
  const first = (await lines.next()).value;
  if (!first) throw new MillraceError("E_FORMAT", "the file is empty", { where: path, expected: "rows" });
  const hasHeader = header ?? first.cells.every((cell) => !isMissing(cell) && Number.isNaN(numberOf(cell)));
  const head = hasHeader ? (await lines.next()).value : first;
  if (!head)
    throw new MillraceError("E_FORMAT", "there is a header and nothing else", { where: path, expected: "rows" });
  const hasRowNames = hasHeader && head.cells.length === first.cells.length + 1;
  const names = hasHeader ? first.cells : first.cells.map((_, i) => `${i + 1}`);
  const double = names.find((name, i) => names.indexOf(name) < i);
  if (double !== undefined) {
    throw new MillraceError("E_FORMAT", "two columns have the same name", { where: path, actual: show(double) });
  }
  const found = names.map((name) => new Finding(name));
  let rows = 0;
  for (let line: Line | undefined = head; line; line = (await lines.next()).value || undefined) {
    rows++;
    if (rows > look) continue;
    const cells = rowCells(path, line, names.length, hasRowNames);
    for (const [i, finding] of found.entries()) finding.see(cells[i] as string);
  }
  const isWhole = rows <= look;
  return { names, hasHeader, hasRowNames, columns: found.map((finding) => finding.result()), rows, isWhole };
}

/** A row's cells, one a column. @throws MillraceError `E_FORMAT` where there are more or fewer */
export function rowCells(path: string, { cells, number }: Line, columns: number, hasRowNames: boolean): string[] {
  const own = hasRowNames ? cells.slice(1) : cells;
  if (own.length === columns) return own;
  throw new MillraceError("E_FORMAT", "a row does not fit the columns", {
    where: `${path}, line ${number}`,
    expected: `${columns + Number(hasRowNames)} cells`,
    actual: cells.length,
  });
}

export function isMissing(cell: string): boolean {
  return cell.length <= 4 && MISSING.includes(cell.toLowerCase());
}

/** NaN where a cell is no plain decimal number. */
export function numberOf(cell: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN;
}

// ---

class Finding {
  readonly #look: ColumnLook;
  readonly #values: Set<string> = new Set();

  constructor(name: string) {
    this.#look = { name, missing: 0, isNumeric: true, isWhole: true, values: [], hasMore: false };
  }

  see(cell: string): void {
    const look = this.#look;
    if (isMissing(cell)) {
      look.missing++;
      return;
    }
    if (look.isNumeric) {
      const value = numberOf(cell);
      look.isNumeric = !Number.isNaN(value);
      look.isWhole &&= Number.isInteger(value);
    }
    if (this.#values.has(cell)) return;
    if (this.#values.size < VALUES_LIMIT) this.#values.add(cell);
    else look.hasMore = true;
  }

  result(): ColumnLook {
    return { ...this.#look, values: [...this.#values] };
  }
}
