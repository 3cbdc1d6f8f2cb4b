import { grouped } from "../../text.ts";
import type { Mark } from "../result.ts";
import { markLines, rowAxis } from "./axis.ts";
import { at, FRAME, niceRange, path, place, range, scaleAcross, spread } from "./scale.ts";
import { escaped } from "./text.ts";

export interface Series {
  name: string;
  /** Class of the stylesheet that gives the colour. */
  tint: string;
  isBaseline?: boolean;
  /** Does not stretch the scale: where it leaves the picture its label says so. */
  mayLeave?: boolean;
  values: readonly (number | null)[];
}

export interface LineChart {
  /** Read out by screen readers. */
  title: string;
  /** Row of each value. */
  rows: readonly number[];
  series: readonly Series[];
  marks: readonly Mark[];
  format: (value: number) => string;
  /** On the axis; left out, as many digits as the step needs. */
  tickFormat?: ((value: number, step: number) => string) | undefined;
  /** Limits the scale never leaves; a share lies between 0 and 1. */
  within?: [number, number];
  /** Rows before this one may run out of the picture: few rows make wild figures. */
  settledFrom: number;
}

const LABEL_GAP = 17;

/** Lines over the rows of a stream, each named where it ends. */
export function lineChart(chart: LineChart): string {
  const { rows, series, title } = chart;
  const across = scaleAcross(rows);
  const [low, high, step] = niceRange(extent(chart), chart.within);
  const up = (value: number) => place(value, low, high, FRAME.height - FRAME.bottom, FRAME.top);
  const id = `clip-${hash(title + series.map(({ name }) => name).join())}`;
  const ticks = range(low, high, step).map(
    (value) =>
      `<line class="grid" x1="${FRAME.left}" x2="${FRAME.width - FRAME.right}" y1="${at(up(value))}" y2="${at(up(value))}"/>` +
      `<text class="tick" x="${FRAME.left - 10}" y="${at(up(value) + 4)}" text-anchor="end">${escaped(chart.tickFormat?.(value, step) ?? tick(value, step))}</text>`,
  );
  // Baselines first, so that no model is hidden by one.
  const drawn = [...series].sort((a, b) => Number(b.isBaseline ?? false) - Number(a.isBaseline ?? false));
  const lines = drawn.map(
    ({ name, tint, isBaseline, values }) =>
      `<path class="line ${tint}${isBaseline ? " baseline" : ""}" d="${path(values, rows, across, up)}"><title>${escaped(name)}</title></path>`,
  );
  return [
    `<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label="${escaped(title)}">`,
    `<clipPath id="${id}"><rect x="${FRAME.left}" y="${FRAME.top - 4}" width="${FRAME.width - FRAME.left - FRAME.right}" height="${FRAME.height - FRAME.top - FRAME.bottom + 5}"/></clipPath>`,
    ...ticks,
    rowAxis(rows, across),
    ...markLines(chart.marks, across),
    `<g clip-path="url(#${id})">${lines.join("")}</g>`,
    ...endLabels(series, up, chart.format, [low, high]),
    "</svg>",
  ].join("\n");
}

// ---

function endLabels(
  series: readonly Series[],
  up: (value: number) => number,
  format: (value: number) => string,
  [low, high]: [number, number],
): string[] {
  const ends = series.flatMap(({ name, tint, values, isBaseline }) => {
    const value = values.findLast((each) => each !== null);
    return value === null || value === undefined ? [] : [{ name, tint, value, isBaseline }];
  });
  const seen = ends.map(({ value }) => up(Math.min(high, Math.max(low, value))));
  const heights = spread(seen, LABEL_GAP, FRAME.top, FRAME.height - FRAME.bottom);
  return ends.map(({ name, tint, value, isBaseline }, i) => {
    const x = FRAME.width - FRAME.right + 10;
    const short = name.length > 16 ? `${name.slice(0, 15)}…` : name;
    const weight = isBaseline ? " quiet" : "";
    const gone = value < low ? " ↓" : value > high ? " ↑" : "";
    return `<text class="label ${tint}${weight}" x="${x}" y="${at((heights[i] as number) + 4)}">${escaped(short)} <tspan class="value">${escaped(format(value))}${gone}</tspan></text>`;
  });
}

function extent({ rows, series, settledFrom }: LineChart): [number, number] {
  const staying = series.filter(({ mayLeave }) => mayLeave !== true);
  const settled = staying.flatMap(({ values }) => values.filter((_, i) => (rows[i] as number) >= settledFrom));
  const known = settled.filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (known.length === 0) return [0, 1];
  return [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
}

function tick(value: number, step: number): string {
  if (step >= 1) return value < 0 ? `−${grouped(-value)}` : grouped(value);
  return value.toFixed(Math.min(6, Math.ceil(-Math.log10(step) - 1e-9))).replace("-", "−");
}

function hash(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0;
  return sum.toString(36);
}
