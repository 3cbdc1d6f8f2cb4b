import { readFileSync } from "node:fs";
import type { ParameterUpdate } from "../../src/model/parameters.ts";
import type { ModelSpec } from "../../src/spec.ts";

/** Weights [out][in] and biases [out], in turn. */
export type Tensors = (number[][] | number[])[];
export interface Trace {
  layers: number[];
  optimizer: "sgd" | "adam";
  lr: number;
  adam: { beta1: number; beta2: number; eps: number } | null;
  initial: Tensors;
  first20: { z: number[]; logits: number[]; pred: number; label: number; loss: number }[];
  accuracy_every_100: Record<string, number>;
  correct: number;
  predictions: string;
  final: Tensors;
}

export function readTrace(file: string): Trace {
  return JSON.parse(readFileSync(new URL(`../data/golden/${file}.json`, import.meta.url), "utf8"));
}

export function specOf({ layers, optimizer, lr, adam }: Trace): ModelSpec {
  const widths = layers.slice(1);
  return {
    inputs: layers[0] as number,
    layers: widths.map((units, i) => ({
      type: "dense" as const,
      units,
      activation: i < widths.length - 1 ? ("relu" as const) : ("softmax" as const),
    })),
    loss: "crossEntropy" as const,
    optimizer: {
      type: optimizer,
      learningRate: lr,
      ...(adam && { beta1: adam.beta1, beta2: adam.beta2, epsilon: adam.eps }),
    },
  };
}

export function named(tensors: Tensors): (ParameterUpdate & { layer: number; data: number[] })[] {
  return tensors.map((tensor, i) => ({
    layer: i >> 1,
    name: i % 2 === 0 ? ("weight" as const) : ("bias" as const),
    data: tensor.flat(),
  }));
}

/** The scaler of the traces: population statistics in float64 that have seen the row itself; no spread gives 0. */
export function standardize(rows: number[][]): number[][] {
  const mean: number[] = [];
  const squares: number[] = [];
  return rows.map((row, n) =>
    row.map((raw, i) => {
      const x = Math.fround(raw);
      const gap = x - (mean[i] ?? 0);
      mean[i] = (mean[i] ?? 0) + gap / (n + 1);
      squares[i] = (squares[i] ?? 0) + gap * (x - mean[i]);
      const variance = squares[i] / (n + 1);
      return variance > 0 ? (x - mean[i]) / Math.sqrt(variance) : 0;
    }),
  );
}
