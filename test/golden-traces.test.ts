import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import { imageSegments, phishing, type Stream } from "./support/streams.ts";

/** Weights [out][in] and biases [out], in turn. */
type Tensors = (number[][] | number[])[];
interface Trace {
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

const RUNS: [file: string, correct: number, stream: () => Stream][] = [
  ["phishing_mlp16_sgd", 1125, phishing],
  ["phishing_mlp16_adam", 1107, phishing],
  ["imagesegments_mlp32_16_sgd", 1835, imageSegments],
];

for (const build of ["simd", "scalar"] as const) {
  test.each(RUNS)(
    `the ${build} build repeats PyTorch's run on every row: %s, %d right`,
    async (file, correct, stream) => {
      const trace: Trace = JSON.parse(readFileSync(new URL(`data/golden/${file}.json`, import.meta.url), "utf8"));
      const { inputs, targets } = stream();
      const model = await Model.create(specOf(trace), { core: await Core.load({ build }) });
      model.setParameters(named(trace.initial));

      const scaled = standardize(inputs);
      let predicted = "";
      let right = 0;
      for (const [row, x] of scaled.entries()) {
        const { index, probability } = model.predictClass(x);
        const label = targets[row] as number;
        predicted += index;
        right += index === label ? 1 : 0;
        const loss = model.learn(x, label) as number;
        expect(trace.accuracy_every_100[row + 1] ?? right / (row + 1)).toBe(right / (row + 1));
        const early = trace.first20[row];
        if (early === undefined) continue;
        expect(loss).toBeCloseTo(early.loss, 5);
        for (const [i, z] of early.z.entries()) expect(x[i]).toBeCloseTo(z, 5);
        expect(probability).toBeCloseTo(softmax(early.logits)[index] as number, 5);
      }
      expect(predicted).toBe(trace.predictions);
      expect(right).toBe(correct);
      expect(right).toBe(trace.correct);
      expect(furthest(model, trace.final)).toBeLessThan(NOISE[trace.optimizer]);
      model.dispose();
    },
  );
}

// Thousands of float32 steps in two orders of summation.
const NOISE = { sgd: 1e-5, adam: 1e-4 };

function specOf({ layers, optimizer, lr, adam }: Trace) {
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

function named(tensors: Tensors) {
  return tensors.map((tensor, i) => ({
    layer: i >> 1,
    name: i % 2 === 0 ? ("weight" as const) : ("bias" as const),
    data: tensor.flat(),
  }));
}

/** The scaler of the traces: population statistics in float64 that have seen the row itself; no spread gives 0. */
function standardize(rows: number[][]): number[][] {
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

function softmax(logits: number[]): number[] {
  const powers = logits.map((z) => Math.exp(z - Math.max(...logits)));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

function furthest(model: Model, final: Tensors): number {
  const parameters = model.parameters();
  let furthest = 0;
  for (const { layer, name, data } of named(final)) {
    const own = parameters.find((parameter) => parameter.layer === layer && parameter.name === name)?.data;
    for (const [i, value] of data.entries()) furthest = Math.max(furthest, Math.abs((own?.[i] as number) - value));
  }
  return furthest;
}
