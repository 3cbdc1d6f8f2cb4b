import { grouped, percent } from "../../text.ts";
import { METRICS, type MetricInfo } from "../metrics.ts";
import type { StreamEvaluation } from "../result.ts";

/** A figure as a person reads it; nothing known as a dash. */
export function figure(value: number | null | undefined, { format }: Pick<MetricInfo, "format">): string {
  if (value === null || value === undefined) return "–";
  return format === "share" ? percent(value) : plain(value);
}

/** About four digits, with a true minus. */
export function plain(value: number): string {
  const size = Math.abs(value);
  const text =
    size >= 10_000 ? grouped(size) : size >= 100 ? size.toFixed(1) : size >= 10 ? size.toFixed(2) : size.toFixed(3);
  return value < 0 && Number(text.replaceAll(",", "")) !== 0 ? `−${text}` : text;
}

/** As text between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A card of the page. */
export function section(heading: string, says: string, ...content: string[]): string {
  return `<section>\n<h2>${heading}</h2>\n<p class="says">${says}</p>\n${content.join("\n")}\n</section>`;
}

/** The figure the curves show: the first of the task. */
export function mainMetric({ task }: StreamEvaluation): MetricInfo {
  return METRICS[task][0] as MetricInfo;
}

/** One sentence: the best model against the best baseline. */
export function verdict(evaluation: StreamEvaluation): string {
  const { standings, rows, task } = evaluation;
  const info = mainMetric(evaluation);
  const of = (kind: "model" | "baseline") =>
    standings
      .filter((standing) => standing.kind === kind)
      .map(({ name, figures }) => ({ name, value: figures.cumulative[info.metric] }))
      .filter((each): each is { name: string; value: number } => typeof each.value === "number")
      .sort((a, b) => (info.better === "higher" ? b.value - a.value : a.value - b.value))[0];
  const [model, baseline] = [of("model"), of("baseline")];
  if (!model || !baseline) return "No row has been scored.";
  const scope = `${grouped(rows)} rows`;
  const [own, other] = [figure(model.value, info), figure(baseline.value, info)];
  if (task === "classification") {
    return `${model.name} is right on ${own} of ${scope}; the ${baseline.name} alone on ${other}.`;
  }
  return `${model.name} is off by ${own} on average over ${scope}; the ${baseline.name} alone by ${other}.`;
}
