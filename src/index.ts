export type { CoreExports } from "./core/exports.ts";
export type { CoreBuild } from "./core/source.ts";
export { Core, type CoreOptions } from "./core.ts";
export { type ErrorCode, type ErrorDetails, MillraceError } from "./errors.ts";
export {
  type Expiry,
  type Fate,
  type LabelOutcome,
  type Overflow,
  type Pending,
  type PendingCounts,
  PendingLabels,
  type PendingOptions,
  type Timed,
} from "./labels.ts";
export type { ModelSource } from "./model/files.ts";
export type { FitOptions, Progress, Row, RowSource, Rows, Sample } from "./model/fit.ts";
export type { FeatureValue, Inputs } from "./model/inputs.ts";
export type { Parameter, ParameterName, ParameterUpdate } from "./model/parameters.ts";
export type { DriftStats, LayerStats, MemberStats, Stats } from "./model/stats.ts";
export type { Target } from "./model/targets.ts";
export type { Evaluation } from "./model/validation.ts";
export type { LossFigures, Verdict, VerdictName } from "./model/verdicts.ts";
export { type ClassPrediction, type LearnOptions, Model, type ModelOptions, type Score } from "./model.ts";
export type * from "./spec.ts";
