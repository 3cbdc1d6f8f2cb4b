import type { LayerStats, Stats } from "../model/stats.ts";
import type { Decay, FullLayer, FullSpec } from "../spec.ts";
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
export function healthOf(stats: Stats): LayerHealth[] {
  const layers = stats.layers as readonly (LayerStats & { member?: number })[];
  const seen = new Map<number | undefined, number>();
  return layers.flatMap(({ type, member, units, gradientNorm, weightNorm, stuckUnits }) => {
    const place = seen.get(member) ?? 0;
    seen.set(member, place + 1);
    if (gradientNorm === null && stuckUnits === null) return [];
    const name = `${member === undefined ? "" : `member ${member + 1} · `}${place} ${type} ${units}`;
    return [{ name, gradientNorm, weightNorm, stuck: stuckUnits === null ? null : stuckUnits / units }];
  });
}

/** A committee's members as they differ: their hidden layers, the decay of their scaler, and whether they replay. */
export function memberNames(spec: FullSpec): string[] {
  if (!("members" in spec)) return [];
  const members = spec.members as readonly { layers: readonly FullLayer[]; replaySteps?: number }[];
  return members.map(({ layers, replaySteps = 0 }) => {
    const hidden = layers.slice(0, -1).flatMap((layer) => (layer.type === "dense" ? [layer] : []));
    const [first] = hidden;
    const shape = first ? `${first.activation} ${hidden.map(({ units }) => units).join("-")}` : "linear";
    const scaler = layers.find(({ type }) => type === "standardize") as { decay: Decay } | undefined;
    const decay = scaler ? ` ${String(scaler.decay).replace(/^0/, "")}` : "";
    return `${shape}${decay}${replaySteps > 0 ? " replay" : ""}`;
  });
}

/** Each member's weight in the answer. */
export function membersOf(stats: Stats & { members?: readonly { weight?: number }[] }): number[] {
  const members = stats.members ?? [];
  return members.length > 1 ? members.map(({ weight }) => weight ?? 0) : [];
}
