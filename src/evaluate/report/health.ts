import { grouped } from "../../text.ts";
import type { LayerHealth, SaidVerdict, StreamEvaluation } from "../result.ts";
import { path } from "./scale.ts";
import { tintOf } from "./table.ts";
import { escaped, plain } from "./text.ts";

const SPARK = { width: 200, height: 34, pad: 2 } as const;
/** Above this share of stuck units a layer is worth a look. */
const ALARMING = 0.5;
const MOST_OPEN = 8;

/** A line a layer: gradient norm, weight norm and the share of units without slope over the rows, with the last value. */
export function healthGrid(evaluation: StreamEvaluation, model: number): string {
  const { curve, models } = evaluation;
  const tint = tintOf(evaluation, model);
  const layers = models[model]?.layers ?? [];
  const rows = curve.map(({ row }) => row);
  const lines = layers.map(({ name }, layer) => {
    const of = (key: keyof Omit<LayerHealth, "name">) =>
      curve.map((point) => point.models[model]?.layers[layer]?.[key] ?? null);
    return [
      `<div>${escaped(name)}</div>`,
      spark(rows, of("gradientNorm"), tint, norm),
      spark(rows, of("weightNorm"), tint, norm),
      spark(rows, of("stuck"), tint, (share) => `${Math.round(100 * share)} %`, ALARMING),
    ].join("");
  });
  const head = ["layer, units", "gradient norm", "weight norm", "units without slope"]
    .map((text) => `<div class="head">${text}</div>`)
    .join("");
  const grid = (some: readonly string[]) => `<div class="health">${head}${some.join("\n")}</div>`;
  if (lines.length <= MOST_OPEN) return grid(lines);
  return `<details><summary>All ${lines.length} layers</summary>${grid(lines)}</details>`;
}

/** What was wrong, from which row to which, by which figures, and what helps. */
export function verdictList(verdicts: readonly SaidVerdict[]): string {
  if (verdicts.length === 0) return '<p class="said"><b class="good">ok</b> all along</p>';
  return verdicts
    .map(({ verdict, firstRow, lastRow, figures, cure }) => {
      const rows =
        firstRow === lastRow ? `row ${grouped(lastRow)}` : `rows ${grouped(firstRow)} to ${grouped(lastRow)}`;
      return `<p class="said"><b class="drift">${verdict}</b> ${rows}: ${escaped(figures)}. Cure: ${escaped(cure)}.</p>`;
    })
    .join("");
}

// ---

/** Of a gradient that vanishes the size still counts. */
function norm(value: number): string {
  return value > 0 && value < 0.0005 ? value.toExponential(1).replace("e-", "e−") : plain(value);
}

/** A small line with its last value; a share fills the picture from 0 to 1, a norm from 0 to its largest value. */
function spark(
  rows: readonly number[],
  values: readonly (number | null)[],
  usual: string,
  format: (value: number) => string,
  alarming?: number,
): string {
  const last = values.findLast((value) => value !== null);
  if (last === null || last === undefined) return '<div class="none">–</div>';
  const most = alarming !== undefined ? 1 : Math.max(...values.map((value) => value ?? 0)) || 1;
  const end = rows.at(-1) ?? 1;
  const across = (row: number) => (row / end) * SPARK.width;
  const up = (value: number) => SPARK.height - SPARK.pad - (value / most) * (SPARK.height - 2 * SPARK.pad);
  const isBad = alarming !== undefined && last >= alarming;
  const tint = isBad ? "drift" : usual;
  const line = path(values, rows, across, up);
  const first = rows[values.findIndex((value) => value !== null)] ?? 0;
  const fill = `${line}L${SPARK.width} ${SPARK.height}L${across(first).toFixed(1)} ${SPARK.height}Z`;
  return (
    `<div class="spark"><svg viewBox="0 0 ${SPARK.width} ${SPARK.height}" preserveAspectRatio="none" aria-hidden="true">` +
    `<path class="fill ${tint}" d="${fill}"/><path class="line ${tint}" d="${line}"/></svg>` +
    `<span${isBad ? ' class="alarm"' : ""}>${format(last)}</span></div>`
  );
}
