import { NAMES } from "./contenders.ts";
import type { Times } from "./measure.ts";
import { parameterCount } from "./nets.ts";

export interface Row {
  net: string;
  widths: readonly number[];
  times: Times;
}

const HEADINGS = ["net", "parameters", "call", "TypeScript us", "scalar us", "SIMD us", "scalar x", "SIMD x"];

/** Two lines a net: microseconds a call, and how many times faster than the TypeScript loop. */
export function speedTable(rows: readonly Row[]): string[][] {
  const lines = rows.flatMap(({ net, widths, times }) =>
    (["predict", "learn"] as const).map((call) => {
      const [plain, scalar, simd] = NAMES.map((name) => times[name][call]) as [number, number, number];
      const first = call === "predict" ? [net, parameterCount(widths).toLocaleString("en")] : ["", ""];
      return [...first, call, us(plain), us(scalar), us(simd), ratio(plain / scalar), ratio(plain / simd)];
    }),
  );
  return [HEADINGS, ...lines];
}

/** What learning costs beside predicting. */
export function costTable(rows: readonly Row[]): string[][] {
  const lines = rows.map(({ net, times }) => [
    net,
    ...NAMES.map((name) => ratio(times[name].learn / times[name].predict)),
  ]);
  return [["learn / predict", "TypeScript", "scalar", "SIMD"], ...lines];
}

/** Columns of equal width, numbers to the right: for a terminal. */
export function asText(table: readonly string[][]): string {
  const widths = columnsOf(table);
  const lines = table.map((cells) =>
    cells.map((cell, i) => (isWord(i, table) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "),
  );
  return lines.map((line) => line.trimEnd()).join("\n");
}

export function asMarkdown(table: readonly string[][]): string {
  const [head = [], ...body] = table.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = (table[0] ?? []).map((_, i) => (isWord(i, table) ? "---" : "---:"));
  return [head, `| ${rule.join(" | ")} |`, ...body].join("\n");
}

function columnsOf(table: readonly string[][]): number[] {
  return (table[0] ?? []).map((_, i) => Math.max(...table.map((cells) => cells[i]?.length ?? 0)));
}

function isWord(column: number, table: readonly string[][]): boolean {
  return column === 0 || table[0]?.[column] === "call";
}

function us(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);
}

function ratio(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
