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

/** Samples before anything is said. */
const PATIENCE = 500;
/** From here on so many stuck units are a layer's trouble and not a few units'. */
const STUCK_SHARE = 0.5;
/** A layer whose gradient is so much smaller than the last one's hardly learns. */
const VANISHED = 1e-3;
/** An answer so little better than the trivial one is not better. */
const NO_BETTER = 0.95;
/** What the model knows better of rows it has seen, as a share of what the trivial answer costs. */
const GAP = 0.25;

/** Never empty: `ok` where nothing else is said. @param samples learnt since the model was opened */
export function verdictsOf(
  spec: FullSpec,
  layers: readonly LayerStats[],
  losses: LossFigures,
  samples: number,
): Verdict[] {
  if (samples < PATIENCE) return [{ verdict: "ok", figures: `only ${samples} samples so far`, cure: "none needed" }];
  const found = [...membersOf(spec).flatMap((_, m) => layerVerdicts(spec, layers, m)), ...lossVerdicts(losses)];
  if (found.length > 0) return found;
  return [{ verdict: "ok", figures: lossText(losses), cure: "none needed" }];
}

function layerVerdicts(spec: FullSpec, all: readonly LayerStats[], member: number): Verdict[] {
  const kinds = membersOf(spec)[member]?.layers ?? [];
  const layers = all.filter((one) => one.member === member);
  const last = layers.findLast((one) => one.learning);
  return layers.flatMap((one): Verdict[] => {
    const place = { member, layer: one.layer };
    const activation = activationOf(kinds[one.layer]);
    const share = (one.stuckUnits ?? 0) / one.units;
    const stuck = `${one.stuckUnits} of ${one.units} units`;
    if (share >= STUCK_SHARE && (activation === "relu" || activation === "leakyRelu")) {
      const figures = `${stuck} of member ${member}, layer ${one.layer} were 0 for every sample of the last window`;
      return [{ verdict: "dead", ...place, figures, cure: 'lower the learning rate, or take "leakyRelu"' }];
    }
    if (share >= STUCK_SHARE && (activation === "sigmoid" || activation === "tanh")) {
      const figures = `${stuck} of member ${member}, layer ${one.layer} were saturated in the last window`;
      const cure = 'put "standardize" first, lower the learning rate, or take "relu"';
      return [{ verdict: "vanishing", ...place, figures, cure }];
    }
    const top = last?.gradientNorm ?? 0;
    if (one.type !== "dense" || !one.learning || one === last || one.gradientNorm === null || top === 0) return [];
    if (one.gradientNorm >= VANISHED * top) return [];
    const figures = `the gradient of member ${member}, layer ${one.layer} is ${text(one.gradientNorm)}, the last layer's ${text(top)}`;
    const cure = 'take fewer layers, "relu" or "tanh" for "sigmoid", "heUniform" weights, or "batchNorm" between';
    return [{ verdict: "vanishing", ...place, figures, cure }];
  });
}

function lossVerdicts(losses: LossFigures): Verdict[] {
  const { loss, trivialLoss, freshLoss, replayedLoss } = losses;
  if (loss === null || trivialLoss === null) return [];
  const figures = lossText(losses);
  if (freshLoss !== null && replayedLoss !== null && freshLoss - replayedLoss > GAP * trivialLoss) {
    // A member may know its rows too well and the mixture still answer well: then there is nothing to cure.
    if (loss > NO_BETTER * trivialLoss || freshLoss > trivialLoss) {
      const cure = "replay less or from more rows, take fewer units, l2 or dropout";
      return [{ verdict: "overfitting", figures, cure }];
    }
  }
  if (loss <= NO_BETTER * trivialLoss) return [];
  const cure = "take more units or layers, a higher learning rate, standardize, or better inputs";
  return [{ verdict: "underfitting", figures, cure }];
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
