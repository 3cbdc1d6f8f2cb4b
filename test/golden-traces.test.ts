import { expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import { named, readTrace, specOf, standardize, type Tensors } from "./support/golden.ts";
import { imageSegments, phishing, type Stream } from "./support/streams.ts";

const RUNS: [file: string, correct: number, stream: () => Stream][] = [
  ["phishing_mlp16_sgd", 1125, phishing],
  ["phishing_mlp16_adam", 1107, phishing],
  ["imagesegments_mlp32_16_sgd", 1835, imageSegments],
];

for (const build of ["simd", "scalar"] as const) {
  test.each(RUNS)(
    `the ${build} build repeats PyTorch's run on every row: %s, %d right`,
    async (file, correct, stream) => {
      const trace = readTrace(file);
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
