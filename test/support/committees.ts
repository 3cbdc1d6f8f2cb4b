import type { CommitteeSpec, LayerSpec, MemberSpec, NetworkSpec } from "../../src/spec.ts";
import { WATCHED } from "./watched.ts";

const scaler = (decay: number): LayerSpec => ({ type: "standardize", decay });
const dense = (units: number, activation = "linear"): LayerSpec => ({ type: "dense", units, activation });

const REGRESSION_MEMBERS: MemberSpec[] = [
  {
    layers: [scaler(0.97), dense(7, "tanh"), dense(2)],
    optimizer: { type: "nesterov", learningRate: 0.01, clipNorm: 1 },
    replaySteps: 2,
    average: { decay: 0.9, both: true },
  },
  { layers: [scaler(0.99), dense(2)], optimizer: { type: "sgd", learningRate: 0.1, clipNorm: 1 } },
  {
    layers: [scaler(0.97), dense(33, "relu"), { type: "batchNorm" }, dense(5, "leakyRelu"), dense(2)],
    optimizer: { type: "adam", learningRate: 0.003 },
    replaySteps: 1,
    average: { decay: 0.99, both: true },
  },
];

/** Specs that together use everything a committee, a replay, an average, a detector and a score can have, in odd sizes. */
export const COMMITTEES: Record<string, CommitteeSpec | NetworkSpec> = {
  "committee of 4, classes, ring, averages, a shared scaler, missing inputs": {
    inputs: 5,
    missing: "mean",
    loss: "crossEntropy",
    replay: { capacity: 33, policy: "ring" },
    mixture: { eta: 0.5, decay: 0.98, cap: 3, logisticRate: 0.01 },
    members: [
      { layers: [scaler(0.97), dense(3, "softmax")], optimizer: { type: "sgd", learningRate: 0.1, clipNorm: 5 } },
      {
        layers: [scaler(0.99), dense(7, "relu"), { type: "dropout", rate: 0.2 }, dense(3, "softmax")],
        optimizer: { type: "momentum", learningRate: 0.02 },
        replaySteps: 3,
        average: { decay: 0.95 },
      },
      {
        layers: [
          scaler(0.97),
          dense(5, "tanh"),
          { type: "batchNorm" },
          dense(3),
          { type: "activation", activation: "softmax" },
        ],
        optimizer: { type: "adam", learningRate: 0.01, schedule: { type: "step", every: 50, gamma: 0.9 } },
        replaySteps: 1,
        average: { decay: 0.99, both: true },
      },
      {
        layers: [scaler(0.999), dense(1, "sigmoid"), dense(3, "softmax")],
        optimizer: { type: "rmsprop" },
        replaySteps: 1,
      },
    ],
  },
  "committee of 3, numbers, ring, target scaler": {
    inputs: 3,
    loss: "mse",
    standardizeTargets: { decay: "all" },
    replay: { capacity: 20 },
    members: REGRESSION_MEMBERS,
  },
  "committee of 2, huber, no replay, no scaler": {
    inputs: 7,
    loss: { type: "huber", delta: 0.5 },
    mixture: { eta: 0, decay: 1, cap: 0.5 },
    members: [
      { layers: [dense(3)], optimizer: { type: "adagrad", learningRate: 0.05 } },
      { layers: [dense(5, "relu"), dense(3)], average: { decay: 0.5 } },
    ],
  },
  "committee of 2, mae, classes by softmax": {
    inputs: 1,
    loss: "mae",
    members: [{ layers: [dense(3, "softmax")] }, { layers: [dense(3), dense(3, "softmax")] }],
  },
  "one network, balanced replay, weights and average": {
    inputs: 3,
    layers: [scaler(0.99), dense(7, "relu"), dense(5, "softmax")],
    loss: "crossEntropy",
    optimizer: { type: "sgd", learningRate: 0.1, clipNorm: 5 },
    replay: { capacity: 35, policy: "balanced", steps: 2 },
    average: { decay: 0.99, both: true },
  },
  "one network, ring of one row, average, several sigmoids": {
    inputs: 3,
    layers: [dense(5, "tanh"), dense(3, "sigmoid")],
    loss: "binaryCrossEntropy",
    replay: { capacity: 1, steps: 1 },
    average: { decay: 0.9 },
  },
  ...WATCHED,
};
