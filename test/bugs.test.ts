// Faults found in other libraries for small devices, each held here by its number in the project's survey of them.
import { afterEach, describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { codeName } from "../src/core/failure.ts";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import { namesOf, OPTIMIZERS } from "../src/spec/names.ts";
import type { ActivationName, LossName, ModelSpec } from "../src/spec.ts";

const models: Model[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

describe.each(["simd", "scalar", "mcu"] as const)("the %s build", (build) => {
  const create = async (spec: ModelSpec) => {
    const model = await Model.create(spec, { core: await Core.load({ build }) });
    models.push(model);
    return model;
  };
  const bare = (activation: ActivationName, inputs: number, loss: LossName = "mse", batchSize = 1) =>
    create({ inputs, layers: [{ type: "activation", activation }], loss, batchSize });

  test("B1: tanh is no NaN for large inputs and exact for small ones", async () => {
    const model = await bare("tanh", 1);
    for (const x of [9, 44, 88, 89, 1000, 9.9e17]) {
      expect(model.predict([x])[0]).toBeCloseTo(1, 6);
      expect(model.predict([-x])[0]).toBeCloseTo(-1, 6);
    }
    for (const x of [1e-6, 1e-12, 1e-30]) expect((model.predict([x])[0] as number) / Math.fround(x)).toBeCloseTo(1, 6);
  });

  test("B2: softmax of a batch takes each row's own maximum", async () => {
    const model = await bare("softmax", 2, "mse", 2);
    const right = 1 / (1 + Math.exp(2));
    model.learn([200, 0], [1, 0]);
    expect(model.learn([-1, 1], [right, 1 - right])).toBeLessThan(1e-12);
    const entropy = await bare("softmax", 2, "crossEntropy", 2);
    entropy.learn([200, 0], 0);
    expect(entropy.learn([-1, 1], 0)).toBeCloseTo(Math.log1p(Math.exp(2)) / 2, 6);
    expect(Array.from(model.predict([-1, 1]))).toEqual([expect.closeTo(right, 7), expect.closeTo(1 - right, 7)]);
  });

  test("B3: softmax is right in the seventh digit", async () => {
    const model = await bare("softmax", 3);
    for (const z of [
      [1, 2, 3],
      [0.1, -7.3, 5.9],
      [-30, 0, 12],
      [80, 79.5, 81],
    ]) {
      const powers = z.map((value) => Math.exp(Math.fround(value) - 81));
      const sum = powers.reduce((a, b) => a + b);
      for (const [i, p] of model.predict(z).entries()) {
        const exact = (powers[i] as number) / sum;
        expect(Math.abs(p - exact) / exact).toBeLessThan(5e-7);
      }
    }
  });

  test("B4: cross-entropies are finite for outputs of exactly 0 and 1", async () => {
    const entropy = await bare("softmax", 2, "crossEntropy");
    expect(entropy.predict([500, -500])[1]).toBe(0);
    expect(entropy.learn([500, -500], 1)).toBe(1000);
    expect(entropy.learn([500, -500], 0)).toBe(0);
    const binary = await bare("sigmoid", 1, "binaryCrossEntropy");
    for (const [z, p] of [
      [500, 1],
      [-500, 0],
    ] as const) {
      expect(binary.predict([z])[0]).toBe(p);
      expect(binary.learn([z], [p])).toBe(0);
      expect(binary.learn([z], [1 - p])).toBe(500);
    }
    const dense = await create({
      inputs: 1,
      layers: [{ type: "dense", units: 2, activation: "softmax" }],
      loss: "crossEntropy",
    });
    for (const x of [9e17, -9e17]) expect(dense.learn([x], 1)).toSatisfy(Number.isFinite);
    for (const { data } of dense.parameters()) expect(data.every(Number.isFinite)).toBe(true);
  });

  test("B5: batch norm's gradient at batch 1 takes the running statistics as constants", async () => {
    const [rate, scale, variance] = [0.25, 0.5, 3.75];
    const model = await create({
      inputs: 1,
      layers: [
        { type: "dense", units: 1 },
        { type: "batchNorm", epsilon: 0.25 },
        { type: "activation", activation: "linear" },
      ],
      loss: "mse",
      optimizer: { type: "sgd", learningRate: rate },
    });
    const set = (layer: number, name: "weight" | "bias" | "scale" | "variance", value: number) => ({
      layer,
      name,
      data: [value],
    });
    model.setParameters([set(0, "weight", 1), set(0, "bias", 0), set(1, "scale", scale), set(1, "variance", variance)]);
    // y = scale x / sqrt(variance + epsilon) = x / 4; at x = 4 against 0 the error is 2 y = 2.
    expect(model.learn([4], [0])).toBe(1);
    const bias = model.parameters().find(({ layer, name }) => layer === 0 && name === "bias")?.data[0];
    expect(bias).toBeCloseTo((-rate * 2 * scale) / Math.sqrt(variance + 0.25), 6);
  });

  test("B6: every code bears its own name, and a failure the code of its cause", async () => {
    for (const [name, code] of Object.entries(abi)) {
      if (name.startsWith("E_")) expect(codeName(code as number)).toBe(name);
    }
    const model = await create({
      inputs: 2,
      layers: [{ type: "dense", units: 2, activation: "softmax" }],
      loss: "crossEntropy",
    });
    const damaged = model.toBytes();
    damaged[abi.HEADER_SEED] = 99;
    const foreign = model.toBytes();
    foreign[0] = 0;
    const codes: [string, () => unknown][] = [
      ["E_VALUE", () => model.predict([1, Number.NaN])],
      ["E_SHAPE", () => model.predict([1])],
      ["E_CLASS", () => model.learn([1, 1], 2)],
      ["E_KEY", () => model.freeze(1)],
      ["E_STATE", () => model.restore(new Uint8Array(3))],
      ["E_CRC", () => Model.load(damaged, { core: model.core })],
      ["E_FORMAT", () => Model.load(foreign, { core: model.core })],
    ];
    for (const [code, provoke] of codes) {
      await expect((async () => provoke())(), code).rejects.toMatchObject({ name: "MillraceError", code });
    }
    expect(model.core.exports.predict(1 << abi.HANDLE_SLOT_BITS)).toBe(abi.E_HANDLE);
    expect(model.core.exports.error(abi.ERROR_CODE)).toBe(abi.E_HANDLE);
  });

  test.each(namesOf(OPTIMIZERS))("B7: learning takes no memory that creating did not: %s", async (type) => {
    const model = await create({
      inputs: 33,
      layers: [
        { type: "dense", units: 33, activation: "tanh" },
        { type: "dense", units: 3 },
      ],
      loss: "mse",
      optimizer: { type },
    });
    const taken = () => [model.bytes, model.core.memoryBytes, model.core.freeBytes, model.state().length];
    const before = taken();
    for (let i = 0; i < 50; i++) model.learn(new Float32Array(33).fill(i / 50), [1, 0, -1]);
    expect(taken()).toEqual(before);
  });
});
