import { MillraceError, show } from "../../errors.ts";
import { meant } from "../../nearest.ts";
import type { Task } from "../metrics.ts";
import type { ColumnLook, LookedAt } from "./look.ts";

export interface LayoutOptions {
  /** The name of the column to predict; in a file without header its number from 1; or `"last"`. */
  target: string;
  /** Columns that are no inputs. */
  drop?: readonly string[];
  /** Columns that are categories though they look like numbers, or with the categories there are. */
  categories?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** Most categories a column of texts may have; 32 where it is left out. */
  categoryLimit?: number;
  /** Left out, a target of texts, or of at most 20 different whole numbers, is a class. */
  task?: Task;
  /** The classes in order; left out, those of the first look. */
  classes?: readonly string[];
}

/** A column that feeds inputs. */
export interface CsvColumn {
  name: string;
  kind: "number" | "category";
  /** One input each; empty for a number. */
  categories: string[];
  /** Cells missing in the first look. */
  missing: number;
}

export interface Layout {
  task: Task;
  target: string;
  targetColumn: number;
  classes: string[] | undefined;
  classOf: Map<string, number>;
  columns: CsvColumn[];
  /** Of each of `columns`: its place in the file and that of its first input. */
  places: { column: number; start: number }[];
  inputs: string[];
}

const CATEGORY_LIMIT = 32;
const CLASS_LIMIT = 20;

/** Decides which columns feed which inputs. @throws MillraceError `E_VALUE`, `E_FORMAT` */
export function layOut(path: string, looked: LookedAt, options: LayoutOptions): Layout {
  const { names } = looked;
  const targetColumn =
    options.target === "last" && !names.includes("last") ? names.length - 1 : find(names, options.target, "target");
  const target = looked.columns[targetColumn] as ColumnLook;
  const dropped = new Set((options.drop ?? []).map((name) => find(names, name, "drop")));
  const given = options.categories ?? [];
  const lists: Readonly<Record<string, readonly string[]>> = Array.isArray(given)
    ? {}
    : (given as Record<string, string[]>);
  const named = new Set(
    (Array.isArray(given) ? given : Object.keys(given)).map((name) => find(names, name, "categories")),
  );

  const columns: CsvColumn[] = [];
  const places: { column: number; start: number }[] = [];
  const inputs: string[] = [];
  const tooMany: ColumnLook[] = [];
  for (const [column, look] of looked.columns.entries()) {
    if (column === targetColumn || dropped.has(column)) continue;
    const isCategory = named.has(column) || !look.isNumeric;
    const categories = isCategory ? [...(lists[look.name] ?? look.values)] : [];
    if (look.hasMore && lists[look.name] === undefined && isCategory) tooMany.push(look);
    else if (categories.length > (options.categoryLimit ?? CATEGORY_LIMIT)) tooMany.push(look);
    columns.push({ name: look.name, kind: isCategory ? "category" : "number", categories, missing: look.missing });
    places.push({ column, start: inputs.length });
    inputs.push(...(isCategory ? categories.map((category) => `${look.name}=${category}`) : [look.name]));
  }
  if (tooMany.length > 0) throw overfull(path, tooMany, options.categoryLimit ?? CATEGORY_LIMIT);
  if (inputs.length === 0) throw new MillraceError("E_FORMAT", "no column is left to predict from", { where: path });

  const task = options.task ?? (options.classes ? "classification" : taskOf(target));
  const classes = task === "classification" ? classesOf(path, target, options.classes) : undefined;
  if (task === "regression" && !target.isNumeric) {
    throw new MillraceError("E_FORMAT", "a regression needs numbers to predict", {
      where: `${path}, column ${show(target.name)}`,
      expected: "numbers",
      actual: target.values.slice(0, 3).map(show).join(", "),
    });
  }
  const classOf = new Map(classes?.map((name, i) => [name, i]));
  return { task, target: target.name, targetColumn, classes, classOf, columns, places, inputs };
}

// ---

function find(names: readonly string[], name: string, where: string): number {
  const column = names.indexOf(name);
  if (column >= 0) return column;
  throw new MillraceError("E_VALUE", "there is no such column", {
    where,
    expected: `one of ${names.slice(0, 20).join(", ")}${names.length > 20 ? ", ..." : ""}`,
    actual: show(name),
    remedy: meant(name, names),
  });
}

function taskOf({ isNumeric, isWhole, values }: ColumnLook): Task {
  return !isNumeric || (isWhole && values.length <= CLASS_LIMIT) ? "classification" : "regression";
}

/** Numbers in their order and as numbers are written, so that `1` and `1.0` are one class; texts as they came. */
function classesOf(
  path: string,
  { name, isNumeric, values, hasMore }: ColumnLook,
  given?: readonly string[],
): string[] {
  const numbers = isNumeric ? [...new Set(values.map(Number))].sort((a, b) => a - b).map(String) : undefined;
  const classes = [...(given ?? numbers ?? values)];
  if (classes.length >= 2 && (given !== undefined || !hasMore)) return classes;
  throw new MillraceError("E_FORMAT", "the target's values are no classes", {
    where: `${path}, column ${show(name)}`,
    expected: "from 2 to 1000 different ones",
    actual: hasMore ? "more" : classes.length,
    remedy: isNumeric && hasMore ? "Is it a regression?" : "State the classes",
  });
}

function overfull(path: string, columns: readonly ColumnLook[], limit: number): MillraceError {
  const names = columns.map(({ name }) => name);
  const counts = columns.map(
    ({ name, values, hasMore }) => `${show(name)} ${values.length}${hasMore ? " and more" : ""}`,
  );
  return new MillraceError("E_FORMAT", "too many different texts to be categories", {
    where: path,
    expected: `numbers, or at most ${limit} different texts a column`,
    actual: counts.join(", "),
    remedy: `Leave out what says nothing (--drop ${names.join(",")}), or state the categories`,
  });
}
