import { grouped } from "../../text.ts";
import { METRICS, type MetricInfo } from "../metrics.ts";
import type { Standing, StreamEvaluation } from "../result.ts";
import { TINTS } from "./style.ts";
import { escaped, figure } from "./text.ts";

/** The class that colours a contender wherever it appears. */
export function tintOf({ standings }: StreamEvaluation, index: number): string {
  const models = standings.filter(({ kind }) => kind === "model").length;
  return index < models ? `s${index % TINTS}` : `b${(index - models) % 2}`;
}

/** All figures over all rows, a line a contender, the best of each column in bold. */
export function figuresTable(evaluation: StreamEvaluation): string {
  const metrics = METRICS[evaluation.task];
  const best = new Map(metrics.map((info) => [info.metric, bestOf(evaluation.standings, info)]));
  const head = metrics.map(({ title }) => `<th>${title === "R2" ? "R²" : title}</th>`).join("");
  const lines = evaluation.standings.map((standing, i) => {
    const cells = metrics.map((info) => {
      const value = standing.figures.cumulative[info.metric];
      const isBest = typeof value === "number" && value === best.get(info.metric);
      return `<td${isBest ? ' class="best"' : ""}>${figure(value, info)}</td>`;
    });
    const model = evaluation.models[i];
    const took = model
      ? `<td>${grouped(model.parameters)}</td><td>${grouped(model.bytes)}</td><td>${model.microsecondsPerRow.toFixed(1)}</td>`
      : "<td></td><td></td><td></td>";
    const name = `<td><span class="dot ${tintOf(evaluation, i)}"></span>${escaped(standing.name)}</td>`;
    return `<tr${standing.kind === "baseline" ? ' class="quiet"' : ""}>${name}${cells.join("")}${took}</tr>`;
  });
  return `<div class="wide"><table><thead><tr><th></th>${head}<th>parameters</th><th>bytes</th><th>µs a row</th></tr></thead><tbody>${lines.join("\n")}</tbody></table></div>`;
}

// ---

function bestOf(standings: readonly Standing[], { metric, better }: MetricInfo): number | undefined {
  const values = standings
    .map(({ figures }) => figures.cumulative[metric])
    .filter((value) => typeof value === "number");
  if (values.length < 2) return undefined;
  return better === "higher" ? Math.max(...values) : Math.min(...values);
}
