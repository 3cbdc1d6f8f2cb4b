import type { ActivationName, LayerSpec, LossName, NetworkSpec } from "../../src/spec.ts";

/** A way to build a net around a hidden and a last activation. */
export interface Structure {
  name: string;
  layers(hidden: ActivationName, last: ActivationName): LayerSpec[];
  batchSize?: number;
  standardizeTargets?: NetworkSpec["standardizeTargets"];
  clipNorm?: number;
  /** Weight of every sample. */
  weight?: number;
}

/** A slope of its own for leakyRelu: the default hardly bends anything. */
const activated = (name: ActivationName): object => ({ activation: name, ...(name === "leakyRelu" && { alpha: 0.2 }) });
const dense = (units: number, name: ActivationName, rest: object = {}): LayerSpec => ({
  type: "dense",
  units,
  ...activated(name),
  ...rest,
});
const activation = (name: ActivationName): LayerSpec => ({ type: "activation", activation: name, ...activated(name) });
const norm: LayerSpec = { type: "batchNorm", decay: 0.8, epsilon: 1e-3 };
const frozenNorm: LayerSpec = { type: "batchNorm", trainable: false };
// A bias in front of a batch's own mean has no gradient: it is left out there.
const NO_BIAS = { bias: false };

/** One entry for each thing that has a backward pass, alone and beside others, at batch 1 and larger. */
export const STRUCTURES: Structure[] = [
  { name: "dense", layers: (h, l) => [dense(4, h), dense(3, l)] },
  {
    name: "dense of odd sizes, no bias at the end",
    layers: (h, l) => [dense(5, h), dense(7, h), dense(3, l, NO_BIAS)],
  },
  { name: "one layer", layers: (_, l) => [dense(3, l)] },
  { name: "dense in a batch of 4", layers: (h, l) => [dense(4, h), dense(3, l)], batchSize: 4 },
  {
    name: "activation layers",
    layers: (h, l) => [dense(4, "linear"), activation(h), dense(3, "linear"), activation(l)],
  },
  {
    name: "an activation on an activation",
    layers: (h, l) => [dense(4, h), activation("tanh"), dense(3, "tanh"), activation(l)],
  },
  { name: "batchNorm at batch 1", layers: (h, l) => [dense(4, "linear"), norm, activation(h), dense(3, l)] },
  {
    name: "batchNorm in a batch of 4",
    layers: (h, l) => [dense(4, "linear", NO_BIAS), norm, activation(h), dense(3, l)],
    batchSize: 4,
  },
  {
    name: "batchNorm first and last, batch of 5",
    layers: (h, l) => [norm, dense(4, h), dense(3, "linear", NO_BIAS), norm, activation(l)],
    batchSize: 5,
  },
  { name: "frozen batchNorm in a batch of 3", layers: (h, l) => [dense(4, h), frozenNorm, dense(3, l)], batchSize: 3 },
  {
    name: "a frozen dense layer between",
    layers: (h, l) => [dense(4, h), dense(4, h, { trainable: false }), dense(3, l)],
  },
  {
    name: "dropout",
    layers: (h, l) => [{ type: "dropout", rate: 0.2 }, dense(5, h), { type: "dropout", rate: 0.4 }, dense(3, l)],
  },
  {
    name: "dropout in a batch of 3",
    layers: (h, l) => [
      dense(5, h),
      { type: "dropout", rate: 0.4 },
      dense(3, "linear"),
      { type: "dropout", rate: 0.1 },
      activation(l),
    ],
    batchSize: 3,
  },
  {
    name: "a frozen dense layer first, below dropout and batchNorm",
    layers: (h, l) => [dense(5, h, { trainable: false }), { type: "dropout", rate: 0.3 }, norm, dense(3, l)],
  },
  {
    name: "standardize and dropout below dense",
    layers: (h, l) => [{ type: "standardize" }, { type: "dropout", rate: 0.3 }, dense(4, h), dense(3, l)],
    batchSize: 2,
  },
  { name: "standardize", layers: (h, l) => [{ type: "standardize", decay: 0.9, clip: 1.5 }, dense(4, h), dense(3, l)] },
  { name: "standardized targets", layers: (h, l) => [dense(4, h), dense(3, l)], standardizeTargets: { decay: 0.9 } },
  {
    name: "standardized targets in a batch of 3",
    layers: (h, l) => [dense(4, h), dense(3, l)],
    standardizeTargets: { decay: "all" },
    batchSize: 3,
  },
  { name: "l2", layers: (h, l) => [dense(4, h, { l2: 0.05 }), dense(3, l, { l2: 0.02 })] },
  {
    name: "clipNorm, frozen layer and batchNorm",
    layers: (h, l) => [dense(4, h), norm, dense(4, h, { trainable: false }), dense(3, l)],
    clipNorm: 0.01,
  },
  {
    name: "clipNorm in a batch of 3",
    layers: (h, l) => [dense(4, h), norm, dense(3, l)],
    clipNorm: 0.01,
    batchSize: 3,
  },
  { name: "sample weights", layers: (h, l) => [dense(4, h), dense(3, l)], weight: 2.5 },
  { name: "sample weights in a batch of 3", layers: (h, l) => [dense(4, h), dense(3, l)], weight: 0.5, batchSize: 3 },
  {
    name: "everything at once",
    layers: (h, l) => [
      { type: "standardize", decay: 0.9 },
      dense(5, "linear", NO_BIAS),
      norm,
      activation(h),
      { type: "dropout", rate: 0.2 },
      dense(4, "leakyRelu", { alpha: 0.3 }),
      dense(3, "linear", NO_BIAS),
      norm,
      activation(l),
    ],
    batchSize: 4,
  },
];

export const INPUTS = 3;
/** Units of the last layer of every structure. */
export const OUTPUTS = 3;

export function specOf(
  structure: Structure,
  hidden: ActivationName,
  last: ActivationName,
  loss: LossName,
  seed: number,
): NetworkSpec {
  const { batchSize = 1, standardizeTargets, clipNorm } = structure;
  return {
    inputs: INPUTS,
    layers: structure.layers(hidden, last),
    loss,
    batchSize,
    ...(standardizeTargets && { standardizeTargets }),
    optimizer: { type: "sgd", learningRate: 0, ...(clipNorm && { clipNorm }) },
    seed,
  };
}
