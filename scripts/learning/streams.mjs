/**
 * The streams of docs/learning.md, rows in the order of their files, encoded the same way for every preset.
 * Those that may be passed on lie in test/data and examples/data; the others are read from MILLRACE_DATA and are undefined without it.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

const SHIPPED = new URL("../../test/data/", import.meta.url).pathname;
const EXAMPLES = new URL("../../examples/data/", import.meta.url).pathname;
/** Where the data lies that may not be passed on. */
export const SHARED = `${process.env.MILLRACE_DATA ?? new URL("../../../shared/data", import.meta.url).pathname}/`;

/** name, task, figure, and `read`, which gives `{ x, y }` or undefined where the data is absent. */
export const STREAMS = [
  stream("Elec2", "accuracy", electricity),
  stream("Phishing", "accuracy", () => table(`${SHIPPED}phishing.csv`)),
  stream("ImageSegments", "accuracy", () => table(`${SHIPPED}segment.csv`)),
  stream("Bananas", "accuracy", bananas),
  stream("electricity_tiny", "accuracy", () => table(`${EXAMPLES}electricity.csv.gz`, { count: 2000 })),
  stream("WISDM", "accuracy", () => table(`${SHARED}wisdm/WISDM_ar_v1.1_transformed.csv.gz`, { drop: [0, 1] })),
  stream("Digits", "accuracy", () => table(`${SHARED}digits/digits.csv`, { header: false })),
  stream("SEA", "accuracy", sea),
  stream("Elec2, labels 48 rows late", "accuracy", electricity, 48),
  stream("ChickWeights", "MAE", () => table(`${SHIPPED}chick-weights.csv`, { target: 0 })),
  stream("TrumpApproval", "MAE", () => table(`${SHIPPED}trump-approval.csv`, { target: 1 })),
  stream("Fried", "RMSE", () => table(`${SHARED}fried/fried.csv.gz`)),
  stream("BikeHour", "MAE", bikes),
];

function stream(name, figure, read, delay = 0) {
  const isRegression = figure !== "accuracy";
  return {
    name,
    figure,
    task: isRegression ? "regression" : "classification",
    delay,
    read: () => {
      const rows = read();
      if (rows === undefined) return undefined;
      return isRegression ? { ...rows, y: rows.y.map(Number) } : numbered(rows);
    },
  };
}

/** Classes by number, in the order they first appear. */
function numbered({ x, y }) {
  const classes = [...new Set(y)];
  return { x, y: y.map((label) => classes.indexOf(label)), classes: classes.length };
}

/** @param target column of the target, the last one where it is left out; `?` counts as 0 */
function table(path, { header = true, drop = [], target = undefined, count = undefined } = {}) {
  if (!existsSync(path)) return undefined;
  const rows = linesOf(path)
    .slice(header ? 1 : 0)
    .slice(0, count)
    .map((line) => line.split(","));
  const at = target ?? rows[0].length - 1;
  const kept = rows[0].map((_, i) => i).filter((i) => i !== at && !drop.includes(i));
  return {
    x: rows.map((row) => kept.map((i) => (row[i] === "?" ? 0 : Number(row[i])))),
    y: rows.map((row) => row[at]),
  };
}

function linesOf(path) {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** All 8 columns. */
function electricity() {
  const [data, labels] = [`${SHARED}elec2/elec2_data.csv.gz`, `${SHARED}elec2/elec2_label.csv`];
  if (!existsSync(data) || !existsSync(labels)) return undefined;
  return { x: linesOf(data).map((line) => line.trim().split(/\s+/).map(Number)), y: linesOf(labels) };
}

/** libsvm text. */
function bananas() {
  const rows = linesOf(`${SHIPPED}banana.csv`).map((line) => line.trim().split(/\s+/));
  return {
    x: rows.map((row) => row.slice(1).map((pair) => Number(pair.split(":")[1]))),
    y: rows.map(([label]) => label),
  };
}

function sea() {
  const [data, labels] = [`${SHARED}sea/SEA_training_data.csv.gz`, `${SHARED}sea/SEA_training_class.csv`];
  if (!existsSync(data) || !existsSync(labels)) return undefined;
  return { x: linesOf(data).map((line) => line.split(",").map(Number)), y: linesOf(labels) };
}

/** 12 columns and the hour on a circle; what is left out is a number of the row, a date, or leaks the target. */
function bikes() {
  const rows = table(`${SHARED}bike_sharing/hour.csv.gz`, { drop: [0, 1, 14, 15] });
  const hourOf = (row) => (row[3] * 2 * Math.PI) / 24;
  return rows && { ...rows, x: rows.x.map((row) => [...row, Math.sin(hourOf(row)), Math.cos(hourOf(row))]) };
}
