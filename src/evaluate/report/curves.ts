import { counted } from "../../text.ts";
import type { StreamEvaluation } from "../result.ts";
import type { SpanName } from "../scoreboard.ts";
import { markLegend } from "./axis.ts";
import { lineChart, type Series } from "./chart.ts";
import { tintOf } from "./table.ts";
import { figure, mainMetric, plain, section } from "./text.ts";

/** The score over the rolling window, the score so far, and the loss, along the rows. */
export function curves(evaluation: StreamEvaluation): string[] {
  const { curve, models, marks, rows, window, task } = evaluation;
  if (curve.length < 2) return [];
  const info = mainMetric(evaluation);
  const isShare = info.format === "share";
  const name = isShare ? "Accuracy" : info.title;
  const settledFrom = Math.min(window, rows / 8);
  const shared = { rows: curve.map(({ row }) => row), marks, settledFrom };
  const score = {
    ...shared,
    within: [0, task === "classification" ? 1 : Number.POSITIVE_INFINITY] as [number, number],
    format: (value: number) => figure(value, info),
    tickFormat: isShare ? shareTick : undefined,
  };
  const losses = models.map((model, i) => ({
    name: model.name,
    tint: tintOf(evaluation, i),
    values: curve.map((point) => point.models[i]?.loss ?? null),
  }));
  const last = `over the last ${counted(window, "row")}`;
  const rolling = section(
    `${name} along the stream`,
    `${name} ${last}; baselines dashed.`,
    markLegend(marks),
    lineChart({ ...score, title: `${name} ${last}`, series: scores(evaluation, "rolling") }),
  );
  return [
    // A window that all rows fit in shows what the picture below it does.
    ...(rows > window ? [rolling] : []),
    section(
      `${name} so far`,
      `${name} over all rows from the first on.`,
      ...(rows > window ? [] : [markLegend(marks)]),
      lineChart({ ...score, title: `${name} so far`, series: scores(evaluation, "cumulative") }),
    ),
    section(
      "Loss",
      `Of each sample before its step, mean ${last}.`,
      lineChart({ ...shared, within: [0, Number.POSITIVE_INFINITY], title: "Loss", series: losses, format: plain }),
    ),
  ];
}

// ---

/** A line a contender; of the baselines only the better one must fit the picture. */
function scores(evaluation: StreamEvaluation, span: Exclude<SpanName, "fading">): Series[] {
  const { curve, standings } = evaluation;
  const { metric, better } = mainMetric(evaluation);
  const ends = standings.map(({ kind, figures }) =>
    kind === "baseline" ? (figures.cumulative[metric] ?? null) : null,
  );
  const known = ends.filter((end) => end !== null);
  const best = better === "higher" ? Math.max(...known) : Math.min(...known);
  return standings.map(({ name, kind }, i) => ({
    name,
    tint: tintOf(evaluation, i),
    isBaseline: kind === "baseline",
    mayLeave: kind === "baseline" && ends[i] !== best,
    values: curve.map((point) => point[span][i] ?? null),
  }));
}

function shareTick(share: number, step: number): string {
  return `${(100 * share).toFixed(step >= 0.0099 ? 0 : 1)} %`;
}
