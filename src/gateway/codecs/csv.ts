import type { Cell, Codec, Reader } from "./codec.ts";
import { rejection } from "./codec.ts";
import { positionsOf } from "./positions.ts";
import { textOf } from "./text.ts";

/** One line of values with a separator between; a text may stand in quotes. An empty value is missing. */
export const csv: Codec = {
  name: "csv",
  options: ["fields", "separator"],
  required: ["fields"],

  reader(paths, { fields = [], separator = "," }): Reader {
    const positions = positionsOf(paths, fields);
    return {
      isTextual: true,
      read(payload, cells) {
        const text = textOf(payload);
        if (typeof text !== "string") return text;
        const line = text.replace(/\r?\n$/, "");
        if (line.trim() === "") return rejection("malformed", "the message is empty");
        const values = cellsOf(line, separator, fields.length + 1);
        if (values === undefined) return rejection("malformed", "a line break or a quote that does not belong there");
        if (values.length !== fields.length) {
          const count = values.length > fields.length ? "more values" : `${values.length} values`;
          return rejection(
            "wrongLength",
            `${count} ${values.length > fields.length ? "than" : "instead of"} ${fields.length}`,
          );
        }
        for (let i = 0; i < positions.length; i++) cells[i] = values[positions[i] as number] as Cell;
        return undefined;
      },
    };
  },

  write(values, { fields = [], separator = "," }): Uint8Array {
    const cells = fields.map((name) => quoted(String(values.get(name) ?? values.get("") ?? 0), separator));
    return Buffer.from(cells.join(separator));
  },
};

/** At most `limit` cells; undefined where the line is not one line of cells. */
function cellsOf(line: string, separator: string, limit: number): (string | undefined)[] | undefined {
  if (/[\r\n]/.test(line)) return undefined;
  const cells: (string | undefined)[] = [];
  for (let at = 0; cells.length < limit; ) {
    const first = startOf(line, at, separator);
    const close = line[first] === '"' ? closingQuote(line, first) : first;
    if (close < 0) return undefined;
    const cut = line.indexOf(separator, close);
    const end = cut < 0 ? line.length : cut;
    if (close > first) {
      if (line.slice(close + 1, end).trim() !== "") return undefined;
      cells.push(line.slice(first + 1, close).replaceAll('""', '"'));
    } else {
      const plain = line.slice(at, end).trim();
      if (plain.includes('"')) return undefined;
      cells.push(plain === "" ? undefined : plain);
    }
    if (cut < 0) break;
    at = cut + separator.length;
  }
  return cells;
}

/** Past the blanks before a cell, unless a blank is what separates. */
function startOf(line: string, at: number, separator: string): number {
  let start = at;
  while ((line[start] === " " || line[start] === "\t") && line[start] !== separator) start++;
  return start;
}

/** A quote in a quoted text is written twice. */
function closingQuote(line: string, open: number): number {
  let at = line.indexOf('"', open + 1);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

function quoted(text: string, separator: string): string {
  const isPlain = text !== "" && text === text.trim() && !text.includes(separator) && !text.includes('"');
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
