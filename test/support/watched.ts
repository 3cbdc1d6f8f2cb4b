import type { CommitteeSpec, LayerSpec, NetworkSpec } from "../../src/spec.ts";

const scaler = (decay: number): LayerSpec => ({ type: "standardize", decay });
const dense = (units: number, activation = "linear"): LayerSpec => ({ type: "dense", units, activation });

/**
 * Specs that together use every detector, everything it may watch, every reaction, scores and class weights. Detectors
 * are so nervous that each sees drifts on noise: test/drift-reactions.test.ts checks that they do.
 */
export const WATCHED: Record<string, CommitteeSpec | NetworkSpec> = {
  "four detectors, four reactions, momentum, average": {
    inputs: 3,
    layers: [scaler(0.97), dense(7, "relu"), dense(5, "softmax")],
    loss: "crossEntropy",
    optimizer: { type: "momentum", learningRate: 0.02, clipNorm: 5 },
    average: { decay: 0.9 },
    drift: [
      { type: "ddm", drift: 0.05, warning: 0.01, warmUp: 9, reaction: "resetHead" },
      {
        type: "hddmW",
        on: { input: 1 },
        driftConfidence: 0.9,
        warningConfidence: 0.95,
        lambda: 0.2,
        reaction: { type: "raiseLearningRate", factor: 3, samples: 7 },
      },
      {
        type: "pageHinkley",
        on: "loss",
        warmUp: 5,
        delta: 0.001,
        threshold: 0.9,
        reaction: { type: "reopenScaler", decay: 0.6, samples: 5 },
      },
      { type: "adwin", on: { input: 2 }, delta: 0.99, clock: 3, rows: 5 },
    ],
  },
  "committee of 2, classes weighed alike, balanced replay, missing inputs, heads drawn again": {
    inputs: 5,
    missing: "mean",
    loss: "crossEntropy",
    classWeights: "balanced",
    replay: { capacity: 15, policy: "balanced" },
    members: [
      {
        layers: [scaler(0.97), dense(7, "tanh"), dense(3, "softmax")],
        optimizer: { type: "adam", learningRate: 0.01 },
        replaySteps: 2,
        average: { decay: 0.95, both: true },
      },
      { layers: [scaler(0.99), dense(3), { type: "activation", activation: "softmax" }] },
    ],
    drift: [
      { type: "hddmW", driftConfidence: 0.8, warningConfidence: 0.9, lambda: 0.2, reaction: "resetHead" },
      { type: "pageHinkley", on: { input: 4 }, warmUp: 3, threshold: 2, reaction: "reopenScaler" },
    ],
  },
  "committee of 2, numbers, rates raised twice at once": {
    inputs: 3,
    loss: "mae",
    standardizeTargets: { decay: 0.99 },
    members: [
      { layers: [scaler(0.99), dense(5, "relu"), dense(2)], optimizer: { type: "nesterov", learningRate: 0.01 } },
      { layers: [dense(2)], optimizer: { type: "rmsprop", learningRate: 0.001 }, average: { decay: 0.9, both: true } },
    ],
    drift: [
      {
        type: "pageHinkley",
        warmUp: 1,
        delta: 0.001,
        threshold: 0.3,
        alpha: 0.99,
        reaction: { type: "raiseLearningRate", factor: 4, samples: 9 },
      },
      { type: "adwin", on: { input: 0 }, delta: 0.99, clock: 2, rows: 4, reaction: "raiseLearningRate" },
      { type: "pageHinkley", on: "loss", warmUp: 2, delta: 0.001, threshold: 0.4 },
    ],
  },
  "one sigmoid output, ddm, a scaler that opens": {
    inputs: 7,
    layers: [scaler(0.999), dense(5, "leakyRelu"), dense(1, "sigmoid")],
    loss: "binaryCrossEntropy",
    optimizer: { type: "adagrad", learningRate: 0.05 },
    drift: [{ type: "ddm", drift: 0.05, warning: 0.01, warmUp: 5, reaction: { type: "reopenScaler", samples: 3 } }],
  },
  "weights of the classes, one of them 0": {
    inputs: 3,
    layers: [dense(5, "tanh"), dense(3, "softmax")],
    loss: "crossEntropy",
    classWeights: [0.5, 0, 4],
    optimizer: { type: "sgd", learningRate: 0.05 },
    replay: { capacity: 7, steps: 1 },
  },
  "anomaly, missing inputs, adam, a head drawn again": {
    inputs: 7,
    missing: "mean",
    layers: [scaler(0.98), dense(3, "tanh"), dense(7)],
    loss: { type: "huber", delta: 1.5 },
    optimizer: { type: "adam", learningRate: 0.01 },
    anomaly: { quantile: 0.9, warmUp: 10 },
    drift: [
      { type: "pageHinkley", on: "error", warmUp: 5, delta: 0.001, threshold: 0.5, reaction: "resetHead" },
      { type: "hddmW", on: { input: 3 }, driftConfidence: 0.9, warningConfidence: 0.95, lambda: 0.2 },
    ],
  },
  "anomaly, committee of 3, ring, averages": {
    inputs: 5,
    loss: "mse",
    anomaly: { quantile: 0.8, warmUp: 20 },
    replay: { capacity: 11 },
    members: [
      { layers: [scaler(0.99), dense(3, "tanh"), dense(5)], replaySteps: 1, average: { decay: 0.9, both: true } },
      { layers: [scaler(0.99), dense(1), dense(5)], optimizer: { type: "sgd", learningRate: 0.1, clipNorm: 1 } },
      { layers: [scaler(0.99), dense(5)], average: { decay: 0.99 } },
    ],
  },
};
