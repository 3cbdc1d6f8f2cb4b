export { BASELINES } from "./evaluate/baselines.ts";
export { type CsvColumn, type CsvOptions, type CsvStream, openCsv } from "./evaluate/csv.ts";
export {
  type Figures,
  logLoss,
  METRICS,
  type Metric,
  type MetricInfo,
  overBaseline,
  type Task,
} from "./evaluate/metrics.ts";
export type { EvaluateOptions } from "./evaluate/options.ts";
export { MARKS_LIMIT } from "./evaluate/pass.ts";
export { type ReportOptions, reportPage } from "./evaluate/report.ts";
export type {
  CurvePoint,
  LayerHealth,
  Mark,
  ModelSummary,
  SaidVerdict,
  Standing,
  StreamEvaluation,
} from "./evaluate/result.ts";
export { evaluate } from "./evaluate/run.ts";
export type { SpanName } from "./evaluate/scoreboard.ts";
