import type { Stats } from "../model/stats.ts";
import type { Verdict } from "../model/verdicts.ts";
import type { FullSpec } from "../spec.ts";
import type { Figures, Task } from "./metrics.ts";
import type { SpanName } from "./scoreboard.ts";

/** One contender's end: a model, or a baseline that knows the labels alone. */
export interface Standing {
  name: string;
  kind: "model" | "baseline";
  figures: Record<SpanName, Figures>;
  /** Over all rows, `[truth][answer]`; in a classification. */
  confusion?: number[][];
}

/** What a model had become at the end, and what it took. */
export interface ModelSummary {
  name: string;
  parameters: number;
  /** Of the core's memory. */
  bytes: number;
  learnt: number;
  checksum: number;
  /** Predict and learn, by the wall clock: the one figure that differs from run to run. */
  microsecondsPerRow: number;
  layers: LayerHealth[];
  /** What each member of a committee is; empty for a single network. */
  members: string[];
  /** What was wrong with how it learnt, at the points of the curve; empty where nothing was. */
  verdicts: SaidVerdict[];
  /** Drifts that its detectors saw, one after another as in its spec. */
  drifts: number[];
}

/** A verdict with the first and the last row it was said after, and its figures there. */
export interface SaidVerdict extends Verdict {
  firstRow: number;
  lastRow: number;
}

export interface LayerHealth {
  name: string;
  gradientNorm: number | null;
  weightNorm: number | null;
  /** Share of the units without slope. */
  stuck: number | null;
}

/** Something that happened at a row (counted from 1): a detector's word, or a change known beforehand. */
export interface Mark {
  row: number;
  kind: "drift" | "warning" | "note";
  text: string;
  /** The model whose detector it was. */
  model?: string;
}

/** The state of things after a row (counted from 1). */
export interface CurvePoint {
  row: number;
  /** Accuracy or MAE of each contender, in their order: over the rolling window, and over all rows so far. */
  rolling: (number | null)[];
  cumulative: (number | null)[];
  models: {
    /** Mean over the window of what `learn` returned. */
    loss: number | null;
    /** Weights of a committee's members, which sum to 1; empty where there are none. */
    members: number[];
    layers: LayerHealth[];
  }[];
}

export interface StreamEvaluation {
  task: Task;
  /** Rows predicted, scored and learnt. */
  rows: number;
  /** Rows a model refused, under `refused: "skip"`. */
  skipped: number;
  delay: number;
  window: number;
  fading: number;
  classes?: string[];
  /** Whose F1 it is where there are two classes. */
  positive?: string;
  /** The models in their order, then the two baselines of `BASELINES`. */
  standings: Standing[];
  models: ModelSummary[];
  curve: readonly CurvePoint[];
  /** The first `MARKS_LIMIT`, in order. */
  marks: Mark[];
  marksLeftOut: number;
}

/** The layers that learn or can be stuck, under names that tell them apart. */
export function healthOf({ layers, members }: Stats): LayerHealth[] {
  return layers.flatMap(({ type, member, layer, units, gradientNorm, weightNorm, stuckUnits }) => {
    if (gradientNorm === null && stuckUnits === null) return [];
    const name = `${members.length > 1 ? `member ${member} · ` : ""}${layer} ${type} ${units}`;
    return [{ name, gradientNorm, weightNorm, stuck: stuckUnits === null ? null : stuckUnits / units }];
  });
}

/** A committee's members as they differ: their hidden layers, the decay of their scaler, and whether they replay. */
export function memberNames(spec: FullSpec): string[] {
  if (!("members" in spec)) return [];
  return spec.members.map(({ layers, replaySteps }) => {
    const hidden = layers.slice(0, -1).flatMap((layer) => (layer.type === "dense" ? [layer] : []));
    const [first] = hidden;
    const shape = first ? `${first.activation} ${hidden.map(({ units }) => units).join("-")}` : "linear";
    const scaler = layers.find((layer) => layer.type === "standardize");
    const decay = scaler ? ` ${String(scaler.decay).replace(/^0/, "")}` : "";
    return `${shape}${decay}${replaySteps > 0 ? " replay" : ""}`;
  });
}

/** Each member's weight in the answer. */
export function weightsOf({ members }: Stats): number[] {
  return members.length > 1 ? members.map(({ weight }) => weight) : [];
}
