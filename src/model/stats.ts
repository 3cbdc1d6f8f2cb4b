import * as abi from "../abi.ts";
import type { Core } from "../core.ts";
import { type LayerLayout, layoutOf, parameterCountOf } from "../image/layout.ts";
import { shortestDecimal } from "../image/records.ts";
import {
  countOf,
  type DetectorName,
  type FullLayer,
  type FullSpec,
  type LayerType,
  membersOf,
  type Watched,
  widthsOf,
} from "../spec.ts";
import type { LearningProgress } from "./progress.ts";
import { type LossFigures, type Verdict, verdictsOf } from "./verdicts.ts";

export interface LayerStats {
  /** Index of the network that has the layer, and of the layer in it. */
  member: number;
  layer: number;
  type: LayerType;
  inputs: number;
  units: number;
  parameters: number;
  /** False where the layer is frozen or has nothing to learn. */
  learning: boolean;
  /** Root of the fading mean of the squared gradient norm, before clipping; null where there is none. */
  gradientNorm: number | null;
  weightNorm: number | null;
  /** Units without slope in any sample of the last full window: dead (relu), saturated (sigmoid, tanh). */
  stuckUnits: number | null;
}

export interface DriftStats {
  type: DetectorName;
  on: Watched;
  /** Of the last learnt sample. */
  status: "none" | "warning" | "drift";
  /** Drifts so far. */
  drifts: number;
}

export interface MemberStats {
  /** Its share in the mixture now, of its weights and their average together; all shares sum to 1. */
  weight: number;
  /** What its next update will use, after the schedule. */
  learningRate: number;
  parameters: number;
}

export interface Stats {
  /** Bytes. `model` is all that is taken of the core's arena: the image with its state, and the workspace. */
  memory: { model: number; state: number; image: number; workspace: number; core: number };
  /** The first four are part of the model; predictions and refusals count since it was opened. */
  counters: {
    learnt: number;
    updates: number;
    skipped: number;
    pending: number;
    predictions: number;
    refused: number;
  };
  parameters: number;
  /** Of the last learnt sample or batch; null before the first since the model was opened. */
  loss: number | null;
  /** Fading means since the model was opened. */
  losses: LossFigures;
  /** What is wrong with how it learns; `ok` alone where nothing is. */
  verdicts: Verdict[];
  /** The detectors, in the order of the spec. */
  drift: DriftStats[];
  /** l1 sum |w| + l2 sum w^2; not part of `loss`. */
  penalty: number;
  /** What the next update will use, after the schedule; null where each of several members has its own. */
  learningRate: number | null;
  members: MemberStats[];
  /** Of all members, one after another. */
  layers: LayerStats[];
}

export function statsOf(core: Core, handle: number, spec: FullSpec, progress: LearningProgress): Stats {
  const { exports } = core;
  const model = countAt(core, handle, abi.COUNT_BYTES);
  const { stateOffset, stateBytes: state } = layoutOf(spec);
  const image = stateOffset + state;
  const layers = layerStatsOf(core, handle, spec);
  const losses = lossFiguresOf(core, handle, progress);
  const members = memberStatsOf(core, handle, spec);
  return {
    memory: { model, state, image, workspace: model - image, core: core.memoryBytes },
    counters: {
      learnt: countAt(core, handle, abi.COUNT_LEARNT),
      updates: countAt(core, handle, abi.COUNT_UPDATES),
      skipped: members.reduce((sum, _, m) => sum + countAt(core, handle, indexed(abi.COUNT_SKIPPED, m)), 0),
      pending: countAt(core, handle, abi.COUNT_PENDING),
      predictions: countAt(core, handle, abi.COUNT_PREDICTIONS),
      refused: countAt(core, handle, abi.COUNT_REFUSED),
    },
    parameters: members.reduce((sum, { parameters }) => sum + parameters, 0),
    loss: progress.loss,
    losses,
    verdicts: verdictsOf(spec, layers, losses, progress.samples),
    drift: driftStatsOf(core, handle, spec),
    penalty: exports.get(handle, abi.KEY_PENALTY),
    learningRate: members.length === 1 ? (members[0] as MemberStats).learningRate : null,
    members,
    layers,
  };
}

/** What each detector said of the last learnt sample. */
export function driftStatsOf(core: Core, handle: number, spec: FullSpec): DriftStats[] {
  return (spec.drift ?? []).map(({ type, on }, i) => ({
    type,
    on,
    status: STATUSES[core.exports.get(handle, indexed(abi.KEY_DRIFT, i))] ?? "none",
    drifts: countAt(core, handle, indexed(abi.COUNT_DRIFTS, i)),
  }));
}

const STATUSES = ["none", "warning", "drift"] as const;

function lossFiguresOf({ exports }: Core, handle: number, progress: LearningProgress): LossFigures {
  const replayed = exports.get(handle, abi.KEY_REPLAY_LOSS);
  return {
    ...progress.losses,
    freshLoss: replayed > 0 ? exports.get(handle, abi.KEY_FRESH_LOSS) : null,
    replayedLoss: replayed > 0 ? replayed : null,
  };
}

function indexed(key: number, index: number): number {
  return key | (index << abi.KEY_INDEX_SHIFT);
}

function memberStatsOf(core: Core, handle: number, spec: FullSpec): MemberStats[] {
  const { members } = layoutOf(spec);
  const figure = (key: number, i: number): number => core.exports.get(handle, indexed(key, i));
  let expert = 0;
  return membersOf(spec).map(({ average }, m) => ({
    weight: figure(abi.KEY_EXPERT_SHARE, expert++) + (average?.both ? figure(abi.KEY_EXPERT_SHARE, expert++) : 0),
    learningRate: shortestDecimal(figure(abi.KEY_CURRENT_RATE, m)),
    parameters: members[m] ? parameterCountOf(members[m]) : 0,
  }));
}

function layerStatsOf(core: Core, handle: number, spec: FullSpec): LayerStats[] {
  const layout = layoutOf(spec);
  let index = 0;
  return membersOf(spec).flatMap(({ layers }, member) => {
    const widths = widthsOf(countOf(spec.inputs), layers);
    return layers.map((one, layer) => ({
      member,
      layer,
      type: one.type,
      inputs: widths[layer] as number,
      units: widths[layer + 1] as number,
      ...layerFigures(core, handle, one, layout.members[member]?.layers[layer], index++),
    }));
  });
}

/** @param index of the layer among those of all members */
function layerFigures(
  core: Core,
  handle: number,
  { type }: FullLayer,
  layout: LayerLayout | undefined,
  index: number,
): Pick<LayerStats, "parameters" | "learning" | "gradientNorm" | "weightNorm" | "stuckUnits"> {
  const learns = type === "dense" || type === "batchNorm";
  const figure = (key: number): number => core.exports.get(handle, indexed(key, index));
  return {
    parameters: layout?.parameterCount ?? 0,
    learning: learns && figure(abi.KEY_TRAINABLE) === 1,
    gradientNorm: learns ? figure(abi.KEY_GRADIENT_NORM) : null,
    weightNorm: learns ? figure(abi.KEY_WEIGHT_NORM) : null,
    stuckUnits: type === "dense" || type === "activation" ? figure(abi.KEY_STUCK_UNITS) : null,
  };
}

/** A counter of the core: two halves of 32 bits. */
export function countAt(core: Core, handle: number, key: number): number {
  const low = core.exports.count(handle, key, 0) >>> 0;
  return (core.exports.count(handle, key, 1) >>> 0) * 2 ** 32 + low;
}
