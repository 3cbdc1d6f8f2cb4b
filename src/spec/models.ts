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
export type TaskName = "classification" | "regression";
export type PresetName = "light" | "standard" | "thorough";

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
export interface PresetSpec extends Pick<AnySpec, "inputs" | "classes" | "missing" | "seed"> {
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

interface AnyFullSpec {
  inputs: number | string[];
  classes?: string[];
  outputs: number;
  missing: MissingPolicy;
  loss: FullLoss;
  batchSize: number;
  standardizeTargets?: { decay: Decay; clip: number; epsilon: number };
  mixture?: FullMixture;
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
