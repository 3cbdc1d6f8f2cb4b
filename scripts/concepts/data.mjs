/** Streams of the repository's own, as rows of numbers and class indices. */
import { readFileSync } from "node:fs";

const DATA = new URL("../../test/data/", import.meta.url);

/** 5,300 x 2, two classes that no straight line parts. */
export function bananas() {
  const rows = linesOf("banana.csv").map((line) => line.trim().split(/\s+/));
  return {
    x: rows.map((row) => row.slice(1).map((pair) => Number(pair.split(":")[1]))),
    y: rows.map(([label]) => Number(label === "1")),
    classes: 2,
  };
}

/** 1,250 x 9, two classes. */
export function phishing() {
  const rows = linesOf("phishing.csv")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  return { x: rows.map((row) => row.slice(0, -1)), y: rows.map((row) => row.at(-1)), classes: 2 };
}

/** 2,310 x 18, seven classes. */
export function imageSegments() {
  const rows = linesOf("segment.csv")
    .slice(1)
    .map((line) => line.split(","));
  const names = [...new Set(rows.map((row) => row.at(-1)))];
  return {
    x: rows.map((row) => row.slice(0, -1).map(Number)),
    y: rows.map((row) => names.indexOf(row.at(-1))),
    classes: names.length,
  };
}

/** Each column with mean 0 and variance 1, where a model shall not do it. */
export function standardized({ x, y, classes }) {
  const columns = x[0].map((_, i) => {
    const values = x.map((row) => row[i]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  return { x: x.map((row) => row.map((value, i) => (value - columns[i].mean) / columns[i].deviation)), y, classes };
}

function linesOf(file) {
  return readFileSync(new URL(file, DATA), "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
}
