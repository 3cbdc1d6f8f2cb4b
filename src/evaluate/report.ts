import { counted, grouped } from "../text.ts";
import { curves } from "./report/curves.ts";
import { healthGrid, verdictList } from "./report/health.ts";
import { confusionMatrix } from "./report/matrix.ts";
import { memberChart } from "./report/members.ts";
import { STYLE } from "./report/style.ts";
import { figuresTable } from "./report/table.ts";
import { escaped, section, verdict } from "./report/text.ts";
import type { StreamEvaluation } from "./result.ts";

export interface ReportOptions {
  /** What was evaluated: the name of a file, of a stream. */
  title: string;
  /** What was predicted. */
  target?: string;
}

/** An evaluation as one HTML page: pictures within, nothing from elsewhere, no scripts. */
export function reportPage(evaluation: StreamEvaluation, { title, target }: ReportOptions): string {
  const sections = [
    section("Figures over all rows", baselineNote(evaluation), figuresTable(evaluation)),
    ...curves(evaluation),
    ...members(evaluation),
    ...health(evaluation),
    ...matrices(evaluation),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}: test-then-train</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>${escaped(title)}${target === undefined ? "" : ` · predicting ${escaped(target)}`}</h1>
<p class="verdict">${escaped(verdict(evaluation))}</p>
<p class="facts">${escaped(facts(evaluation))}</p>
</header>
${sections.join("\n")}
<footer>Every row is predicted before it is learnt. Made by Millrace.</footer>
</main>
</body>
</html>
`;
}

// ---

function facts({ rows, delay, skipped, classes, marks, marksLeftOut }: StreamEvaluation): string {
  const drifts = marks.filter(({ kind }) => kind === "drift").length + marksLeftOut;
  return [
    counted(rows, "row"),
    delay === 0 ? "each label right after its prediction" : `each label ${counted(delay, "row")} late`,
    ...(classes ? [`classes ${classes.slice(0, 8).join(", ")}${classes.length > 8 ? ", ..." : ""}`] : []),
    ...(skipped > 0 ? [`${counted(skipped, "row")} refused and left out`] : []),
    ...(drifts > 0 ? [counted(drifts, "drift mark")] : []),
  ].join(" · ");
}

function baselineNote({ task, positive, classes }: StreamEvaluation): string {
  const base = "The last two know the labels that had come by then, and no input.";
  if (task === "regression") return `${base} MAE and RMSE are in the target's own units.`;
  const f1 = classes?.length === 2 && positive !== undefined ? ` F1 is that of ${escaped(positive)}.` : "";
  return `${base} kappa-M counts from the majority class, kappa-temporal from the last label: 0 is no better.${f1}`;
}

function members(evaluation: StreamEvaluation): string[] {
  const charts = evaluation.models.flatMap(({ name }, i) => {
    const chart = memberChart(evaluation, i);
    return chart === undefined ? [] : [`<h3>${escaped(name)}</h3>`, chart];
  });
  if (charts.length === 0) return [];
  return [
    section(
      "Who answers",
      "The weight of each member in its committee's answer, means over about a sixtieth of the rows.",
      ...charts,
    ),
  ];
}

function health(evaluation: StreamEvaluation): string[] {
  if (evaluation.curve.length < 2) return [];
  const grids = evaluation.models.map(({ name, checksum, learnt, verdicts }, i) => {
    const state = `${grouped(learnt)} learnt, checksum ${(checksum >>> 0).toString(16).padStart(8, "0")}`;
    return `<h3>${escaped(name)} <small>${state}</small></h3>${verdictList(verdicts)}${healthGrid(evaluation, i)}`;
  });
  const says = "Norms of gradients and weights from zero up; units without slope learn nothing from any row.";
  return [section("Health, layer by layer", says, ...grids)];
}

function matrices(evaluation: StreamEvaluation): string[] {
  const all = evaluation.models.flatMap(({ name }, i) => {
    const matrix = confusionMatrix(evaluation, i);
    return matrix === undefined ? [] : [`<div><h3>${escaped(name)}</h3>${matrix}</div>`];
  });
  if (all.length === 0) return [];
  const says = "How often each class was answered for each that came; the darker, the larger its share of the line.";
  return [section("What was taken for what", says, `<div class="matrices">${all.join("")}</div>`)];
}
