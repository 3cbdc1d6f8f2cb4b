import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Elec2 {
  x: number[][];
  /** 1 is UP. */
  y: number[];
}

const SHIPPED = new URL("../examples/data/electricity.csv.gz", import.meta.url);
const SHARED = process.env.MILLRACE_DATA ?? new URL("../../shared/data", import.meta.url).pathname;

/** All 8 columns where MILLRACE_DATA has them, else the 6 that lie among the examples: the same rows in the same order. */
export function elec2(): Elec2 {
  const [data, labels] = [`${SHARED}/elec2/elec2_data.csv.gz`, `${SHARED}/elec2/elec2_label.csv`];
  if (existsSync(data) && existsSync(labels)) {
    return {
      x: linesOf(gunzipSync(readFileSync(data)).toString()).map((line) => line.trim().split(/\s+/).map(Number)),
      y: linesOf(readFileSync(labels, "utf8")).map((line) => Number(line.trim() === "0")),
    };
  }
  const rows = linesOf(gunzipSync(readFileSync(SHIPPED)).toString()).slice(1);
  const cells = rows.map((line) => line.split(",").map(Number));
  return { x: cells.map((row) => row.slice(0, -1)), y: cells.map((row) => row.at(-1) as number) };
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
