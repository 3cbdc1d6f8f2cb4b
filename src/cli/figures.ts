import { figure } from "../evaluate/report/text.ts";
import { METRICS, type ModelSummary, type StreamEvaluation } from "../evaluate.ts";
import { counted, grouped } from "../text.ts";

const GAP = 2;

/** The end of an evaluation as lines: a table of figures, a contender a line, then what each model took. */
export function figureLines(evaluation: StreamEvaluation, bold: (text: string) => string): string[] {
  const { task, standings, models, rows, delay, window, skipped } = evaluation;
  const metrics = METRICS[task];
  const [main] = metrics as [(typeof metrics)[number]];
  const head = ["", ...metrics.map(({ title }) => title), `last ${grouped(Math.min(window, rows))}`];
  const lines = standings.map(({ name, figures }) => [
    name,
    ...metrics.map((info) => figure(figures.cumulative[info.metric], info)),
    figure(figures.rolling[main.metric], main),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => (line[column] ?? "").length)));
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[i] ?? 0) + GAP)))
      .join("")
      .trimEnd();
  const late = delay === 0 ? "" : `, each label ${counted(delay, "row")} late`;
  const left = skipped === 0 ? "" : `; ${counted(skipped, "row")} refused and left out`;
  return [
    `${counted(rows, "row")}${late}${left}`,
    "",
    bold(row(head)),
    ...lines.map(row),
    "",
    ...models.flatMap((model) => summaryLines(model)),
  ];
}

/** What a model took, what its detectors saw, and what was wrong with how it learnt. */
function summaryLines({ name, parameters, bytes, microsecondsPerRow, drifts, verdicts }: ModelSummary): string[] {
  const seen = drifts.length === 0 ? "" : `, ${drifts.map((count) => counted(count, "drift")).join(" and ")} seen`;
  return [
    `${name}: ${counted(parameters, "parameter")} in ${grouped(bytes)} bytes, ${microsecondsPerRow.toFixed(1)} µs a row${seen}`,
    ...verdicts.flatMap(({ verdict, firstRow, lastRow, figures, cure }) => [
      `  ${verdict}, rows ${grouped(firstRow)} to ${grouped(lastRow)}`,
      `    ${figures}`,
      `    cure: ${cure}`,
    ]),
  ];
}

/** What `--json` prints: everything but the layers along the way. */
export function asJson(evaluation: StreamEvaluation): string {
  const curve = evaluation.curve.map(({ models, ...point }) => ({ ...point, loss: models.map(({ loss }) => loss) }));
  return `${JSON.stringify({ ...evaluation, curve }, null, 2)}\n`;
}
