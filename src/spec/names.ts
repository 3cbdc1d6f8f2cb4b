import * as abi from "../abi.ts";
import type { DetectorName, ReactionName, ReplayPolicy } from "./models.ts";
import type { ActivationName, InitializerName, LayerType, LossName, OptimizerName, ScheduleName } from "./types.ts";

/** A registry: every name of one kind with its code in the image. */
export type Codes<Name extends string> = Readonly<Record<Name, number>>;

export const LAYER_TYPES: Codes<LayerType> = {
  dense: abi.DENSE,
  dropout: abi.DROPOUT,
  batchNorm: abi.BATCH_NORM,
  standardize: abi.STANDARDIZE,
  activation: abi.ACTIVATION,
};

export const ACTIVATIONS: Codes<ActivationName> = {
  linear: abi.LINEAR,
  sigmoid: abi.SIGMOID,
  tanh: abi.TANH,
  relu: abi.RELU,
  leakyRelu: abi.LEAKY_RELU,
  softmax: abi.SOFTMAX,
};

export const INITIALIZERS: Codes<InitializerName> = {
  torchLinear: abi.TORCH_LINEAR,
  heUniform: abi.HE_UNIFORM,
  heNormal: abi.HE_NORMAL,
  glorotUniform: abi.GLOROT_UNIFORM,
  glorotNormal: abi.GLOROT_NORMAL,
  zeros: abi.ZEROS,
};

export const LOSSES: Codes<LossName> = {
  mse: abi.MSE,
  mae: abi.MAE,
  huber: abi.HUBER,
  crossEntropy: abi.CROSS_ENTROPY,
  binaryCrossEntropy: abi.BINARY_CROSS_ENTROPY,
};

export const OPTIMIZERS: Codes<OptimizerName> = {
  sgd: abi.SGD,
  momentum: abi.MOMENTUM,
  nesterov: abi.NESTEROV,
  adagrad: abi.ADAGRAD,
  rmsprop: abi.RMSPROP,
  adam: abi.ADAM,
};

export const SCHEDULES: Codes<ScheduleName> = {
  constant: abi.CONSTANT,
  step: abi.STEP,
  inverseTime: abi.INVERSE_TIME,
  cosine: abi.COSINE,
};

export const DETECTORS: Codes<DetectorName> = {
  ddm: abi.DDM,
  hddmW: abi.HDDM_W,
  pageHinkley: abi.PAGE_HINKLEY,
  adwin: abi.ADWIN,
};

export const REACTIONS: Codes<ReactionName> = {
  report: abi.REPORT,
  raiseLearningRate: abi.RAISE_LEARNING_RATE,
  reopenScaler: abi.REOPEN_SCALER,
  resetHead: abi.RESET_HEAD,
};

export const REPLAY_POLICIES: Codes<ReplayPolicy> = { ring: abi.RING, balanced: abi.BALANCED };

/** The losses a last activation can be trained with. */
export function legalLosses(lastActivation: ActivationName): LossName[] {
  const losses: LossName[] = ["mse", "mae", "huber"];
  if (lastActivation === "softmax") losses.push("crossEntropy");
  if (lastActivation === "sigmoid") losses.push("binaryCrossEntropy");
  return losses;
}

/** Values an optimizer keeps for each trained one. */
export const OPTIMIZER_SLOTS: Codes<OptimizerName> = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  adagrad: 1,
  rmsprop: 1,
  adam: 2,
};

export function namesOf<Name extends string>(codes: Codes<Name>): Name[] {
  return Object.keys(codes) as Name[];
}

/** The name of a code that the core has accepted. */
export function nameOf<Name extends string>(codes: Codes<Name>, code: number): Name {
  const name = namesOf(codes).find((candidate) => codes[candidate] === code);
  if (name === undefined) throw new RangeError(`no name for code ${code}`);
  return name;
}

/** Folds case and separators, so that `leaky_relu`, `LeakyReLU` and `leakyRelu` are one. */
export function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** Spellings of tfjs, Keras and PyTorch that folding alone does not bring to ours. */
export const SPELLINGS: Readonly<Record<string, string>> = {
  meansquarederror: "mse",
  mseloss: "mse",
  meanabsoluteerror: "mae",
  l1loss: "mae",
  huberloss: "huber",
  categoricalcrossentropy: "crossEntropy",
  sparsecategoricalcrossentropy: "crossEntropy",
  softmaxcrossentropy: "crossEntropy",
  crossentropyloss: "crossEntropy",
  sigmoidcrossentropy: "binaryCrossEntropy",
  bce: "binaryCrossEntropy",
  bceloss: "binaryCrossEntropy",
  identity: "linear",
};
