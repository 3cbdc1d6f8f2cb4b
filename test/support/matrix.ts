import type { CommitteeSpec, LayerSpec, NetworkSpec } from "../../src/spec.ts";
import { COMMITTEES } from "./committees.ts";

const standardize: LayerSpec = { type: "standardize", decay: 0.97, clip: 3 };
const all: LayerSpec = { type: "standardize", decay: "all", clip: 0, epsilon: 0 };
const batchNorm: LayerSpec = { type: "batchNorm" };

/**
 * Specs that together use every feature, with widths that are no multiple of a vector.
 * `test/parity.test.ts` checks that no name of the spec's registries is left out.
 */
export const MATRIX: Record<string, NetworkSpec | CommitteeSpec> = {
  "1-1 sgd, linear regression": {
    inputs: 1,
    layers: [all, { type: "dense", units: 1, initializer: "zeros" }],
    loss: "mse",
  },
  "3-5-7 momentum, step schedule": {
    inputs: 3,
    layers: [
      { type: "dense", units: 5, activation: "relu", initializer: "heUniform" },
      { type: "dense", units: 7, activation: "softmax", initializer: "glorotUniform" },
    ],
    loss: "crossEntropy",
    optimizer: { type: "momentum", learningRate: 0.05, schedule: { type: "step", every: 100, gamma: 0.8 } },
  },
  "7-33-5-1 nesterov, target scaler, clipping, sample weights": {
    inputs: 7,
    layers: [
      standardize,
      { type: "dense", units: 33, activation: "leakyRelu", alpha: 0.1, initializer: "heNormal" },
      { type: "dense", units: 5, activation: "tanh", bias: false },
      { type: "dense", units: 1 },
    ],
    loss: { type: "huber", delta: 0.7 },
    standardizeTargets: { decay: 0.99, clip: 4 },
    optimizer: { type: "nesterov", learningRate: 0.01, clipNorm: 1, schedule: { type: "inverseTime", decay: 0.001 } },
  },
  "33-33-3 adam, batch norm at batch 1, l1, cosine": {
    inputs: 33,
    layers: [
      { type: "dense", units: 33, activation: "sigmoid", initializer: "glorotNormal", l1: 1e-4 },
      batchNorm,
      { type: "dense", units: 3, activation: "softmax", l2: 1e-3 },
    ],
    loss: "crossEntropy",
    optimizer: { type: "adam", learningRate: 0.01, schedule: { type: "cosine", steps: 700, final: 1e-4 } },
  },
  "5-7-5-3 rmsprop, batch 8, dropout, batch norm, a frozen layer": {
    inputs: 5,
    layers: [
      { type: "dropout", rate: 0.1 },
      { type: "dense", units: 7 },
      batchNorm,
      { type: "activation", activation: "relu" },
      { type: "dense", units: 5, activation: "tanh", trainable: false },
      { type: "dropout", rate: 0.3 },
      { type: "dense", units: 3, activation: "sigmoid" },
    ],
    loss: "binaryCrossEntropy",
    optimizer: { type: "rmsprop", learningRate: 0.005 },
    batchSize: 8,
  },
  "7-5-1 adagrad, missing inputs, mae, batch 3": {
    inputs: 7,
    missing: "mean",
    layers: [
      standardize,
      { type: "dense", units: 5, activation: "sigmoid" },
      { type: "dense", units: 1, activation: "linear" },
    ],
    loss: "mae",
    standardizeTargets: { decay: "all" },
    optimizer: { type: "adagrad", learningRate: 0.05, clipNorm: 5 },
    batchSize: 3,
  },
  "33-7-33 autoencoder, adam, batch 7": {
    inputs: 33,
    layers: [
      { type: "dense", units: 7, activation: "tanh", l2: 1e-4 },
      { type: "dense", units: 33 },
    ],
    loss: "mse",
    optimizer: { type: "adam" },
    batchSize: 7,
  },
  "3-3 mse on softmax, scaler that forgets": {
    inputs: 3,
    layers: [
      { type: "standardize", decay: 0.9 },
      { type: "dense", units: 3, activation: "linear" },
      { type: "activation", activation: "softmax" },
    ],
    loss: "mse",
    optimizer: { type: "sgd", learningRate: 0.1, schedule: { type: "constant" } },
  },
  ...COMMITTEES,
};
