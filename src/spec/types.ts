/** Ours, and what an editor offers; other libraries' spellings are accepted where a plain string is. */
export type Spelling<Name extends string> = Name | (string & {});

export type LayerType = "dense" | "dropout" | "batchNorm" | "standardize" | "activation";
export type ActivationName = "linear" | "sigmoid" | "tanh" | "relu" | "leakyRelu" | "softmax";
export type InitializerName = "torchLinear" | "heUniform" | "heNormal" | "glorotUniform" | "glorotNormal" | "zeros";
export type LossName = "mse" | "mae" | "huber" | "crossEntropy" | "binaryCrossEntropy";
export type OptimizerName = "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam";
export type ScheduleName = "constant" | "step" | "inverseTime" | "cosine";
export type MissingPolicy = "refuse" | "mean";
/** The share of the old value that stays, or `"all"`: every sample counts alike. */
export type Decay = number | "all";

// --- As written: what is left out takes its default ---

export interface DenseSpec {
  type: "dense";
  units: number;
  activation?: Spelling<ActivationName>;
  /** Slope below zero of `leakyRelu`. */
  alpha?: number;
  bias?: boolean;
  initializer?: Spelling<InitializerName>;
  l1?: number;
  l2?: number;
  trainable?: boolean;
}
export interface DropoutSpec {
  type: "dropout";
  rate: number;
}
export interface BatchNormSpec {
  type: "batchNorm";
  decay?: number;
  epsilon?: number;
  trainable?: boolean;
}
export interface StandardizeSpec {
  type: "standardize";
  decay?: Decay;
  /** Standardised values beyond it are cut; 0 means none are. */
  clip?: number;
  epsilon?: number;
}
export interface ActivationSpec {
  type: "activation";
  activation: Spelling<ActivationName>;
  alpha?: number;
}
export type LayerSpec = DenseSpec | DropoutSpec | BatchNormSpec | StandardizeSpec | ActivationSpec;

export type LossSpec = Spelling<LossName> | { type: Spelling<LossName>; delta?: number };

export type ScheduleSpec =
  | ScheduleName
  | { type: "constant" }
  | { type: "step"; every: number; gamma: number }
  | { type: "inverseTime"; decay: number }
  | { type: "cosine"; steps: number; final: number };

export interface OptimizerSettings {
  type: Spelling<OptimizerName>;
  learningRate?: number;
  /** Of `momentum` and `nesterov`. */
  momentum?: number;
  /** Of `rmsprop`. */
  rho?: number;
  /** Of `adam`. */
  beta1?: number;
  /** Of `adam`. */
  beta2?: number;
  /** Of `adagrad`, `rmsprop` and `adam`. */
  epsilon?: number;
  /** Largest norm of the whole gradient; left out, there is none. */
  clipNorm?: number;
  schedule?: ScheduleSpec;
}
export type OptimizerSpec = Spelling<OptimizerName> | OptimizerSettings;

export interface TargetScalerSpec {
  decay: Decay;
  clip?: number;
  epsilon?: number;
}

// --- In full: every default written out, every name in our spelling ---

export interface FullDense {
  type: "dense";
  units: number;
  activation: ActivationName;
  alpha?: number;
  bias: boolean;
  initializer: InitializerName;
  l1: number;
  l2: number;
  trainable: boolean;
}
export interface FullBatchNorm {
  type: "batchNorm";
  decay: number;
  epsilon: number;
  trainable: boolean;
}
export interface FullStandardize {
  type: "standardize";
  decay: Decay;
  clip: number;
  epsilon: number;
}
export interface FullActivation {
  type: "activation";
  activation: ActivationName;
  alpha?: number;
}
export type FullLayer = FullDense | DropoutSpec | FullBatchNorm | FullStandardize | FullActivation;
export type FullLoss = Exclude<LossName, "huber"> | { type: "huber"; delta: number };
export type FullSchedule = Exclude<ScheduleSpec, string>;
export interface FullOptimizer {
  type: OptimizerName;
  learningRate: number;
  momentum?: number;
  rho?: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  clipNorm?: number;
  schedule: FullSchedule;
}
