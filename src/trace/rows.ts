import { createReadStream, type ReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { MillraceError, show } from "../errors.ts";
import type { Target } from "../model/targets.ts";
import { commonActivation, countOf, type FullSpec, membersOf } from "../spec.ts";

export interface RowOptions {
  /** Whether a label, or one number for each output, stands behind the inputs. */
  label: "last" | "none";
  /** The first line holds names. */
  header?: boolean;
}

/** A line of a file of rows. */
export interface LabelledRow {
  /** From 1, the header counted: the line an editor shows. */
  line: number;
  /** `null` where a value is missing. */
  inputs: (number | null)[];
  label?: Target;
}

/**
 * Reads lines of numbers between commas for a model; `-` is stdin.
 * @throws MillraceError `E_FILE`, or `E_FORMAT` with line and field for what is no row of this model
 */
export async function* readRows(path: string, spec: FullSpec, options: RowOptions): AsyncGenerator<LabelledRow> {
  const parse = parserOf(spec, options);
  let line = 0;
  for await (const text of linesOf(path)) {
    line++;
    if (line === 1 && options.header) continue;
    yield { line, ...parse(line === 1 ? text.replace(/^\ufeff/, "") : text, line) };
  }
}

/** A parser of the lines of a model's rows. */
export function parserOf(
  spec: FullSpec,
  { label }: RowOptions,
): (text: string, line: number) => Pick<LabelledRow, "inputs" | "label"> {
  const inputs = countOf(spec.inputs);
  const isClass = commonActivation(membersOf(spec)) === "softmax";
  const labels = label === "none" ? 0 : isClass ? 1 : spec.outputs;
  return (text, line) => {
    const fields = text.split(",").map((field) => field.trim());
    if (fields.length !== inputs + labels) {
      const expected = `${inputs} inputs${labels > 0 ? ` and ${labels === 1 ? "a label" : `${labels} targets`}` : ""}`;
      throw refused("the fields do not fit the model", `line ${line}`, expected, `${fields.length} fields`);
    }
    const place = (index: number) => `line ${line}, field ${index + 1}`;
    const row = fields.slice(0, inputs).map((field, i) => {
      if (field === "" && spec.missing === "mean") return null;
      return numberOf(field, place(i), line);
    });
    if (labels === 0) return { inputs: row };
    const last = fields.slice(inputs);
    const name = spec.classes?.indexOf(last[0] as string) ?? -1;
    if (labels === 1 && name >= 0) return { inputs: row, label: name };
    const numbers = last.map((field, i) => numberOf(field, place(inputs + i), line));
    return { inputs: row, label: isClass ? (numbers[0] as number) : numbers };
  };
}

// ---

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LONGEST = 2 ** 20;

function numberOf(field: string, where: string, line: number): number {
  const value = NUMBER.test(field) ? Number(field) : Number.NaN;
  if (Number.isFinite(value)) return value;
  const remedy = line === 1 ? "Pass --header where the first line holds names" : undefined;
  throw refused("not a number", where, "a finite number", field === "" ? "an empty field" : show(field), remedy);
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const stream: NodeJS.ReadStream | ReadStream = path === "-" ? process.stdin : createReadStream(path);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  try {
    for await (const text of lines) {
      line++;
      if (text.length > LONGEST) {
        throw refused("the line is too long", `line ${line}`, `at most ${LONGEST} characters`, text.length);
      }
      yield text;
    }
  } catch (cause) {
    if (cause instanceof MillraceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MillraceError("E_FILE", `cannot read the rows: ${reason}`, { where: path, cause });
  } finally {
    stream.destroy();
  }
}

function refused(
  what: string,
  where: string,
  expected: string,
  actual: string | number,
  remedy?: string,
): MillraceError {
  return new MillraceError("E_FORMAT", what, { where, expected, actual, remedy });
}
