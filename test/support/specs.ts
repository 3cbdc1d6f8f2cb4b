import type { CommitteeSpec, LayerSpec, NetworkSpec, OptimizerSettings } from "../../src/spec.ts";
import { Seeded } from "./seeded.ts";

export const OPTIMIZERS: OptimizerSettings[] = [
  { type: "sgd", learningRate: 0.05 },
  { type: "momentum", learningRate: 0.02, clipNorm: 1 },
  { type: "nesterov", learningRate: 0.02, schedule: { type: "step", every: 7, gamma: 0.9 } },
  { type: "adagrad", learningRate: 0.05, schedule: { type: "inverseTime", decay: 0.01 } },
  { type: "rmsprop", learningRate: 0.005, clipNorm: 2 },
  { type: "adam", learningRate: 0.01, schedule: { type: "cosine", steps: 100, final: 0.001 } },
];

/** Everything that keeps a state of its own: scaler, dropout, both kinds of trained layer, one layer that is frozen. */
export function statefulSpec(optimizer: OptimizerSettings, batchSize: number): NetworkSpec {
  return {
    inputs: 5,
    missing: "mean",
    layers: [
      { type: "standardize", decay: 0.98 },
      { type: "dense", units: 7, activation: "leakyRelu", l2: 1e-4 },
      { type: "batchNorm" },
      { type: "dropout", rate: 0.3 },
      { type: "dense", units: 3, activation: "tanh", l1: 1e-4 },
      { type: "dense", units: 3, trainable: false },
      { type: "activation", activation: "softmax" },
    ],
    loss: "crossEntropy",
    optimizer,
    batchSize,
    seed: 7,
  };
}

const dense = (units: number, rest: object = {}): LayerSpec => ({ type: "dense", units, ...rest }) as LayerSpec;

/** Nets of plain SGD at batch 1 whose memory the formula must cover: odd sizes, every kind of layer, every extra. */
export const PLAIN_SPECS: NetworkSpec[] = [
  { inputs: 1, layers: [dense(1)], loss: "mse" },
  { inputs: 3, layers: [dense(5, { activation: "relu", bias: false }), dense(7)], loss: "mae" },
  {
    inputs: 33,
    layers: [dense(7, { activation: "sigmoid" }), dense(5, { activation: "softmax" })],
    loss: "crossEntropy",
  },
  {
    inputs: 7,
    missing: "mean",
    layers: [{ type: "standardize" }, dense(33, { activation: "tanh" }), { type: "batchNorm" }, dense(3)],
    loss: { type: "huber", delta: 2 },
    standardizeTargets: { decay: "all" },
  },
  {
    inputs: 5,
    layers: [
      { type: "standardize", decay: "all" },
      { type: "dropout", rate: 0.1 },
      dense(33),
      { type: "activation", activation: "leakyRelu" },
      { type: "dropout", rate: 0.5 },
      dense(1),
      { type: "activation", activation: "sigmoid" },
    ],
    loss: "binaryCrossEntropy",
    optimizer: { type: "sgd", clipNorm: 1 },
  },
  {
    inputs: 784,
    layers: [dense(128, { activation: "relu" }), dense(10, { activation: "softmax" })],
    loss: "crossEntropy",
  },
  { inputs: 64, layers: [dense(128), dense(64), dense(10)], loss: "mse" },
];

export interface LabelledRow {
  x: number[];
  /** Undefined with an anomaly model. */
  y: number[] | number | undefined;
}

/** Rows that fit a spec, with a missing input now and then where it takes one, and a jump half way where detectors watch. */
export function rowsFor(spec: NetworkSpec | CommitteeSpec, count: number, seed = 1): LabelledRow[] {
  const random = new Seeded(seed);
  const inputs = typeof spec.inputs === "number" ? spec.inputs : spec.inputs.length;
  const layers = "members" in spec ? (spec.members[0]?.layers ?? []) : spec.layers;
  const last = layers.findLast((layer) => layer.type === "dense");
  const outputs = last?.type === "dense" ? last.units : inputs;
  return Array.from({ length: count }, (_, row) => {
    const jump = spec.drift !== undefined && row >= count / 2 ? 3 : 0;
    const x = random.list(inputs, -2 + jump, 2 + jump);
    if (spec.missing === "mean" && random.uniform() < 0.2) x[random.index(inputs)] = Number.NaN;
    if (spec.anomaly) return { x, y: undefined };
    if (spec.loss === "crossEntropy") return { x, y: random.index(outputs) };
    return { x, y: spec.loss === "binaryCrossEntropy" ? random.list(outputs, 0, 1) : random.list(outputs) };
  });
}
