import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A labelled stream, rows in the order of the file. */
export interface Stream {
  inputs: number[][];
  targets: number[];
}

const SHIPPED = new URL("../data/", import.meta.url);
/** Data that may be tested with but not passed on. */
const SHARED = process.env.MILLRACE_DATA ?? new URL("../../../shared/data", import.meta.url).pathname;

export function phishing(): Stream {
  const rows = table("phishing.csv").map((row) => row.map(Number));
  return { inputs: rows.map((row) => row.slice(0, -1)), targets: rows.map((row) => row.at(-1) as number) };
}

/** Classes are numbered in the order they first appear. */
export function imageSegments(): Stream {
  const rows = table("segment.csv");
  const names = [...new Set(rows.map((row) => row.at(-1)))];
  return {
    inputs: rows.map((row) => row.slice(0, -1).map(Number)),
    targets: rows.map((row) => names.indexOf(row.at(-1))),
  };
}

/** libsvm text: `label 1:x 2:y`, label 1 or -1. */
export function bananas(): Stream {
  const rows = lines(readFileSync(new URL("banana.csv", SHIPPED), "utf8")).map((line) => line.trim().split(/\s+/));
  return {
    inputs: rows.map((row) => row.slice(1).map((pair) => Number(pair.split(":")[1]))),
    targets: rows.map((row) => (row[0] === "1" ? 1 : 0)),
  };
}

/** The first 2,000 rows of the electricity stream of the examples, 6 columns; 1 is UP. */
export function electricityTiny(): Stream {
  const text = gunzipSync(readFileSync(new URL("../../examples/data/electricity.csv.gz", import.meta.url))).toString();
  const rows = lines(text)
    .slice(1, 2001)
    .map((line) => line.split(",").map(Number));
  return { inputs: rows.map((row) => row.slice(0, -1)), targets: rows.map((row) => row.at(-1) as number) };
}

/** Weight in grams from time, chick and diet. */
export function chickWeights(): Stream {
  const rows = table("chick-weights.csv").map((row) => row.map(Number));
  return { inputs: rows.map((row) => row.slice(1)), targets: rows.map((row) => row[0] as number) };
}

/** All 8 columns; 1 is UP. Undefined where the data is absent. */
export function electricity(): Stream | undefined {
  const [data, labels] = [`${SHARED}/elec2/elec2_data.csv.gz`, `${SHARED}/elec2/elec2_label.csv`];
  if (!existsSync(data) || !existsSync(labels)) return undefined;
  return {
    inputs: lines(gunzipSync(readFileSync(data)).toString()).map((line) => line.trim().split(/\s+/).map(Number)),
    targets: lines(readFileSync(labels, "utf8")).map((line) => (line.trim() === "0" ? 1 : 0)),
  };
}

/** Three inputs, two classes, 10 % of them wrong; three drifts. Undefined where the data is absent. */
export function sea(): Stream | undefined {
  const [data, labels] = [`${SHARED}/sea/SEA_training_data.csv.gz`, `${SHARED}/sea/SEA_training_class.csv`];
  if (!existsSync(data) || !existsSync(labels)) return undefined;
  return {
    inputs: lines(gunzipSync(readFileSync(data)).toString()).map((line) => line.split(",").map(Number)),
    targets: lines(readFileSync(labels, "utf8")).map(Number),
  };
}

/** A temperature every five minutes, and the first and last row of each window that holds a failure. */
export interface Machine {
  values: number[];
  windows: (readonly [from: number, to: number])[];
}

/** Undefined where the data is absent. */
export function machineTemperature(): Machine | undefined {
  const name = "machine_temperature_system_failure.csv";
  const [data, windows] = [`${SHARED}/nab/${name}`, `${SHARED}/nab/combined_windows.json`];
  if (!existsSync(data) || !existsSync(windows)) return undefined;
  const rows = lines(readFileSync(data, "utf8")).slice(1);
  const spans: [string, string][] = JSON.parse(readFileSync(windows, "utf8"))[`realKnownCause/${name}`];
  // Times are texts of one form, which sort as they follow one another.
  const at = (time: string): number => rows.findIndex((row) => row.slice(0, 19) >= time.slice(0, 19));
  return {
    values: rows.map((row) => Number(row.split(",")[1])),
    windows: spans.map(([from, to]) => [at(from), at(to)]),
  };
}

/** Rows behind the header. */
function table(file: string): string[][] {
  return lines(readFileSync(new URL(file, SHIPPED), "utf8"))
    .slice(1)
    .map((line) => line.split(","));
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
