import type {
  Decay,
  FullLayer,
  FullLoss,
  FullOptimizer,
  LayerSpec,
  LossSpec,
  MissingPolicy,
  OptimizerSpec,
  TargetScalerSpec,
} from "./types.ts";

/** Which rows a replay keeps: the last ones, or a random sample of each class. */
export type ReplayPolicy = "ring" | "balanced";
export type TaskName = "classification" | "regression" | "anomaly";
export type PresetName = "light" | "standard" | "thorough";
export type DetectorName = "ddm" | "hddmW" | "pageHinkley" | "adwin";
export type ReactionName = "report" | "raiseLearningRate" | "reopenScaler" | "resetHead";
/** The mistake of each answer (0 or 1; of numbers the mean absolute error), its loss, or an input as it is standardised. */
export type Watched = "error" | "loss" | { input: number | string };
/** Each class weighs the inverse of its share so far, or what is given for it. */
export type ClassWeights = "balanced" | number[];

// --- As written: what is left out takes its default ---

/** An average of the weights over the steps, which answers in their place. */
export interface AverageSpec {
  /** The share of the old average that a sample keeps, once warm; 0 to below 1. */
  decay: number;
  /** Weights and average both answer, as two experts. */
  both?: boolean;
}
/** How the answers of several experts become one. */
export interface MixtureSpec {
  /** Of both Hedges: a lead of 1 / eta in fading loss is worth a factor e. */
  eta?: number;
  /** The share of an expert's fading loss that a sample keeps. */
  decay?: number;
  /** Most of one loss that counts. */
  cap?: number;
  /** Learning rate of the logistic mix, which classifications have besides. */
  logisticRate?: number;
}
/** Rows that are kept and learnt again. */
export interface ReplaySpec {
  /** Rows; under `balanced` a multiple of the classes. */
  capacity?: number;
  policy?: ReplayPolicy;
}
export interface MemberSpec {
  layers: readonly LayerSpec[];
  optimizer?: OptimizerSpec;
  /** Steps on replayed rows after each sample. */
  replaySteps?: number;
  average?: AverageSpec;
}

/** What follows a drift. */
export type ReactionSpec =
  | ReactionName
  | { type: "report" | "resetHead" }
  | { type: "raiseLearningRate"; factor?: number; samples?: number }
  | { type: "reopenScaler"; decay?: number; samples?: number };
/** A drift detector; what each can be told: `DETECTOR_SETTINGS` in drift.ts, docs/drift.md. */
export type DetectorSpec = { on?: Watched; reaction?: ReactionSpec } & (
  | { type: "ddm"; warning?: number; drift?: number; warmUp?: number }
  | { type: "hddmW"; driftConfidence?: number; warningConfidence?: number; lambda?: number }
  | { type: "pageHinkley"; warmUp?: number; delta?: number; threshold?: number; alpha?: number }
  | { type: "adwin"; delta?: number; clock?: number; rows?: number }
);
/** The model learns to give its inputs back; what it gives back badly is an anomaly. */
export interface AnomalySpec {
  /** A sample is one where its score is above this quantile of the scores so far. */
  quantile?: number;
  /** Samples learnt before anything is called an anomaly. */
  warmUp?: number;
}

interface AnySpec {
  /** How many inputs, or the name of each. */
  inputs: number | readonly string[];
  /** The name of each class, in the order of the outputs; two for one sigmoid output: that of 0 and that of 1. */
  classes?: readonly string[];
  /** Follows from the last layer; written down, it must agree. */
  outputs?: number;
  /** What NaN among the inputs means: an error, or the feature's running mean. */
  missing?: MissingPolicy;
  loss: LossSpec;
  /** Samples of one update; they wait in the model until it is full. 1 with several experts or a replay. */
  batchSize?: number;
  standardizeTargets?: TargetScalerSpec;
  mixture?: MixtureSpec;
  /** Detectors; `batchSize` is 1 then. */
  drift?: readonly (DetectorSpec | DetectorName)[];
  /** Inputs and outputs are the same, and every network begins with the same standardize layer. */
  anomaly?: AnomalySpec;
  /** Under crossEntropy. */
  classWeights?: "balanced" | readonly number[];
  seed?: number;
}
/** One network. */
export interface NetworkSpec extends AnySpec {
  layers: readonly LayerSpec[];
  optimizer?: OptimizerSpec;
  replay?: ReplaySpec & { steps?: number };
  average?: AverageSpec;
}
/** Several networks whose answers are mixed. Members whose standardize layers are equal share one scaler. */
export interface CommitteeSpec extends AnySpec {
  members: readonly MemberSpec[];
  replay?: ReplaySpec;
}
/** A task, for which the library knows what to take. */
export interface PresetSpec
  extends Pick<AnySpec, "inputs" | "classes" | "missing" | "drift" | "anomaly" | "classWeights" | "seed"> {
  task: TaskName;
  /** `"standard"` where it is left out. */
  preset?: PresetName;
  /** Of a classification the number of classes, where they have no names; of a regression 1 where it is left out. */
  outputs?: number;
}
/** What `Model.create` takes: plain JSON. */
export type ModelSpec = NetworkSpec | CommitteeSpec | PresetSpec;

// --- In full: every default written out, every name in our spelling ---

export type FullAverage = Required<AverageSpec>;
export type FullMixture = Required<MixtureSpec>;
export type FullReplay = Required<ReplaySpec>;
export interface FullMember {
  layers: FullLayer[];
  optimizer: FullOptimizer;
  replaySteps: number;
  average?: FullAverage;
}

export type FullReaction =
  | { type: "report" | "resetHead" }
  | { type: "raiseLearningRate"; factor: number; samples: number }
  | { type: "reopenScaler"; decay: number; samples: number };
export type FullDetector = { on: Watched; reaction: FullReaction } & (
  | { type: "ddm"; warning: number; drift: number; warmUp: number }
  | { type: "hddmW"; driftConfidence: number; warningConfidence: number; lambda: number }
  | { type: "pageHinkley"; warmUp: number; delta: number; threshold: number; alpha: number }
  | { type: "adwin"; delta: number; clock: number; rows: number }
);
export type FullAnomaly = Required<AnomalySpec>;

interface AnyFullSpec {
  inputs: number | string[];
  classes?: string[];
  outputs: number;
  missing: MissingPolicy;
  loss: FullLoss;
  batchSize: number;
  standardizeTargets?: { decay: Decay; clip: number; epsilon: number };
  mixture?: FullMixture;
  drift?: FullDetector[];
  anomaly?: FullAnomaly;
  classWeights?: ClassWeights;
  seed: number;
}
export interface FullNetwork extends AnyFullSpec {
  layers: FullLayer[];
  optimizer: FullOptimizer;
  replay?: FullReplay & { steps: number };
  average?: FullAverage;
}
export interface FullCommittee extends AnyFullSpec {
  members: FullMember[];
  replay?: FullReplay;
}
export type FullSpec = FullNetwork | FullCommittee;
