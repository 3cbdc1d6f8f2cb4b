export type Task = "classification" | "regression";

/** What one contender said about one row, and what came true: class indices, or values in the target's own units. */
export interface Outcome {
  truth: number;
  answer: number;
  /** -ln of the probability given to the truth; null where there is no probability. */
  loss: number | null;
}

export type Metric =
  | "accuracy"
  | "balancedAccuracy"
  | "f1"
  | "logLoss"
  | "kappa"
  | "kappaM"
  | "kappaTemporal"
  | "mae"
  | "rmse"
  | "r2";

/** A figure for each metric of the task; null where it is not defined: no row yet, no probability, a perfect baseline. */
export type Figures = Partial<Record<Metric, number | null>>;

/** How the baselines do over the same rows: a classifier's kappas are measured against them. */
export interface References {
  majority: number | null;
  last: number | null;
}

export interface MetricInfo {
  metric: Metric;
  title: string;
  format: "share" | "number";
  better: "higher" | "lower";
}

export const METRICS: Record<Task, readonly MetricInfo[]> = {
  classification: [
    { metric: "accuracy", title: "accuracy", format: "share", better: "higher" },
    { metric: "balancedAccuracy", title: "balanced", format: "share", better: "higher" },
    { metric: "f1", title: "F1", format: "number", better: "higher" },
    { metric: "logLoss", title: "log loss", format: "number", better: "lower" },
    { metric: "kappa", title: "kappa", format: "number", better: "higher" },
    { metric: "kappaM", title: "kappa-M", format: "number", better: "higher" },
    { metric: "kappaTemporal", title: "kappa-temporal", format: "number", better: "higher" },
  ],
  regression: [
    { metric: "mae", title: "MAE", format: "number", better: "lower" },
    { metric: "rmse", title: "RMSE", format: "number", better: "lower" },
    { metric: "r2", title: "R2", format: "number", better: "higher" },
  ],
};

/** 1 is perfect, 0 as good as the baseline, below 0 worse; null where either is unknown or the baseline is perfect. */
export function overBaseline(accuracy: number | null, baseline: number | null): number | null {
  if (accuracy === null || baseline === null || baseline === 1) return null;
  return (accuracy - baseline) / (1 - baseline);
}

/** -ln of the probability given to what came true, at most 16: a float32 softmax may say 0. */
export function logLoss(probability: number): number {
  return -Math.log(Math.max(probability, Math.exp(-16)));
}
