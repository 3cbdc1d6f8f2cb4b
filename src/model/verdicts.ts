import { HEALTH_WINDOW } from "../abi.ts";
import { type FullLayer, type FullSpec, membersOf } from "../spec.ts";
import type { LayerStats } from "./stats.ts";

export type VerdictName = "dead" | "vanishing" | "overfitting" | "underfitting" | "ok";

/** What is wrong with how a model learns, where, by which figures, and what helps. */
export interface Verdict {
  verdict: VerdictName;
  /** Member and layer, where it is one layer's. */
  member?: number;
  layer?: number;
  /** The figures that led to it, in words. */
  figures: string;
  cure: string;
}

/** Fading means, before the steps; null where there is none yet. */
export interface LossFigures {
  /** Of the model's answers to new samples. */
  loss: number | null;
  /** Of always answering the mean, or the share of each class. */
  trivialLoss: number | null;
  /** Of the members that replay: on new samples, and on replayed ones. */
  freshLoss: number | null;
  replayedLoss: number | null;
}

/** Samples before anything is said: twice what the losses look back on. */
const PATIENCE = 1_000;
/** From here on so many stuck units are a layer's trouble and not a few units'. */
const STUCK_SHARE = 0.5;
/** A layer whose gradient is so much smaller than the last one's hardly learns. */
const VANISHED = 1e-3;
/** Answers that cost less than this share of the trivial one are good, above that share no better. */
const GOOD = 0.5;
const NO_BETTER = 0.95;
/** What seen rows cost less than new ones, as a share of what the trivial answer costs, where rows are learnt by heart. */
const BY_HEART = 0.5;

/** Never empty: `ok` where nothing else is said. @param samples learnt since the model was opened */
export function verdictsOf(
  spec: FullSpec,
  layers: readonly LayerStats[],
  losses: LossFigures,
  samples: number,
): Verdict[] {
  if (samples < PATIENCE)
    return [{ verdict: "ok", figures: `only ${samples} samples since it was opened`, cure: NONE }];
  const found = [...layerVerdicts(spec, layers, losses), ...lossVerdicts(spec, losses)];
  if (found.length > 0) return found;
  return [{ verdict: "ok", figures: lossText(losses), cure: NONE }];
}

const NONE = "none needed";

/**
 * Units are off in one regime of a stream and on in the next, and of a committee others answer in a member's place:
 * a layer's trouble is said only where the answers suffer.
 */
function layerVerdicts(spec: FullSpec, all: readonly LayerStats[], losses: LossFigures): Verdict[] {
  const members = membersOf(spec);
  if (!costs(members.length > 1 ? NO_BETTER : GOOD, losses)) return [];
  return members.flatMap(({ layers }, member) => {
    const own = all.filter((one) => one.member === member);
    const top = own.findLast(({ learning }) => learning);
    const stuck = own.flatMap((one) => stuckVerdict(one, layers[one.layer]) ?? []);
    // What vanishes vanishes downwards: the lowest layer is told for all.
    const vanished = stuck.length > 0 ? [] : own.flatMap((one) => vanishedVerdict(one, top) ?? []);
    return [...stuck, ...vanished.slice(0, 1)];
  });
}

function stuckVerdict(one: LayerStats, kind: FullLayer | undefined): Verdict | undefined {
  const { member, layer, units, stuckUnits } = one;
  const isFrozen = kind?.type === "dense" && !one.learning;
  if (isFrozen || stuckUnits === null || stuckUnits < STUCK_SHARE * units) return undefined;
  const stuck = `${stuckUnits} of ${units} units of ${placeOf(one)} were`;
  if (activationOf(kind) === "relu") {
    const figures = `${stuck} 0 for every sample of the last ${HEALTH_WINDOW}`;
    return {
      verdict: "dead",
      member,
      layer,
      figures,
      cure: 'lower the learning rate, set clipNorm, or take "leakyRelu"',
    };
  }
  const figures = `${stuck} saturated for every sample of the last ${HEALTH_WINDOW}`;
  const cure = 'put "standardize" first, lower the learning rate, or take "relu"';
  return { verdict: "vanishing", member, layer, figures, cure };
}

function vanishedVerdict(one: LayerStats, top: LayerStats | undefined): Verdict | undefined {
  const { type, member, layer, learning, gradientNorm } = one;
  const most = top?.gradientNorm ?? 0;
  if (type !== "dense" || !learning || one === top || gradientNorm === null) return undefined;
  if (most === 0 || gradientNorm >= VANISHED * most) return undefined;
  const figures = `the gradient of ${placeOf(one)} is ${text(gradientNorm)}, the last layer's ${text(most)}`;
  const cure = 'take fewer layers, "relu" or "tanh" for "sigmoid", "heUniform" weights, or "batchNorm" between';
  return { verdict: "vanishing", member, layer, figures, cure };
}

function lossVerdicts(spec: FullSpec, losses: LossFigures): Verdict[] {
  const { loss, trivialLoss, replayedLoss } = losses;
  const figures = lossText(losses);
  if (loss === null || trivialLoss === null) return [];
  if (replayedLoss !== null && loss - replayedLoss > BY_HEART * trivialLoss) {
    const cure = "replay fewer steps or from more rows, take fewer units, l2 or dropout";
    return [{ verdict: "overfitting", figures, cure }];
  }
  if (isDimmed(spec) || !costs(NO_BETTER, losses)) return [];
  const cure = 'take more units or layers, a higher learning rate, "standardize", or better inputs';
  return [{ verdict: "underfitting", figures, cure }];
}

/** Whether the losses are not those of its answers: one network with dropout loses what the units left over lose. */
function isDimmed(spec: FullSpec): boolean {
  const [one, ...others] = membersOf(spec);
  return others.length === 0 && (one?.layers ?? []).some((layer) => layer.type === "dropout" && layer.rate > 0);
}

/** Whether the answers cost more than this share of the trivial one. */
function costs(share: number, { loss, trivialLoss }: LossFigures): boolean {
  return loss !== null && trivialLoss !== null && loss > share * trivialLoss;
}

function placeOf({ member, layer }: LayerStats): string {
  return `member ${member}, layer ${layer}`;
}

function activationOf(layer: FullLayer | undefined): string | undefined {
  return layer?.type === "dense" || layer?.type === "activation" ? layer.activation : undefined;
}

function lossText({ loss, trivialLoss, freshLoss, replayedLoss }: LossFigures): string {
  if (loss === null || trivialLoss === null) return "nothing learnt since the model was opened";
  const replayed =
    freshLoss === null || replayedLoss === null
      ? ""
      : `; of the members that replay ${text(freshLoss)} on new samples, ${text(replayedLoss)} on replayed ones`;
  return `fading loss ${text(loss)}, of the trivial answer ${text(trivialLoss)}${replayed}`;
}

function text(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}
