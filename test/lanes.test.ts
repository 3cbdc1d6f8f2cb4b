import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import type { LayerSpec } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";

// What the SIMD build computes four at a time must be what the scalar build computes one at a time, over all a number can be.

const COUNT = 7;
const EDGES = [
  0, 0.625, 0.62499994, 0.6250001, 9.2, 9.200001, 9.199999, 44, 88.72, 88.73, 104, 104.1, 1e-30, 1.4e-45, 1e17, 9.9e17,
];

let simd: Core;
let scalar: Core;
beforeAll(async () => {
  [simd, scalar] = [await Core.load({ build: "simd" }), await Core.load({ build: "scalar" })];
});
const models: Model[] = [];
afterAll(() => {
  for (const model of models) model.dispose();
});

describe("bit for bit as in the scalar build:", () => {
  test.each(["tanh", "sigmoid", "relu", "leakyRelu"])("%s over the whole range", async (activation) => {
    const [four, one] = await pair([{ type: "activation", activation }]);
    for (const x of samples()) expect(bitsOf(four.predict(x)), `${x}`).toEqual(bitsOf(one.predict(x)));
  });

  test.each([0, 3, 10])(
    "standardize, clip %d, with columns that are constant and values that are missing",
    async (clip) => {
      const layers: LayerSpec[] = [
        { type: "standardize", decay: 0.9, clip },
        { type: "dense", units: COUNT, initializer: "zeros" },
      ];
      const [four, one] = await pair(layers, { missing: "mean" });
      for (const model of [four, one]) {
        const eye = Array.from({ length: COUNT ** 2 }, (_, i) => Number(i % (COUNT + 1) === 0));
        model.setParameters([{ layer: 1, name: "weight", data: eye }]);
        model.freeze(1);
      }
      const random = new Seeded(5);
      for (let i = 0; i < 200; i++) {
        const x = random.list(COUNT, -(10 ** random.index(9)), 10 ** random.index(9)).map((value, k) => {
          if (k === 2) return 4;
          return random.uniform() < 0.1 ? null : value;
        });
        four.learn(x, new Array(COUNT).fill(0));
        one.learn(x, new Array(COUNT).fill(0));
        expect(bitsOf(four.predict(x))).toEqual(bitsOf(one.predict(x)));
      }
      expect(four.checksum()).toBe(one.checksum());
    },
  );

  test("averages and biases of odd lengths", async () => {
    const layers: LayerSpec[] = [
      { type: "dense", units: 5, activation: "tanh" },
      { type: "dense", units: COUNT },
    ];
    const [four, one] = await pair(layers, { average: { decay: 0.9 } });
    const random = new Seeded(6);
    for (let i = 0; i < 200; i++) {
      const [x, y] = [random.list(COUNT), random.list(COUNT)];
      expect(four.learn(x, y)).toBe(one.learn(x, y));
    }
    expect(four.checksum()).toBe(one.checksum());
  });
});

function* samples(): Generator<number[]> {
  const random = new Seeded(4);
  const edges = EDGES.flatMap((value) => [value, -value]).map(Math.fround);
  for (let i = 0; i < edges.length; i++)
    yield Array.from({ length: COUNT }, (_, k) => edges[(i + 5 * k) % edges.length] as number);
  for (let i = 0; i < 2_000; i++) {
    yield random.list(COUNT).map((value) => Math.fround(value * 10 ** (random.uniform() * 20 - 15)));
    yield random.list(COUNT, -12, 12);
  }
}

async function pair(layers: LayerSpec[], rest: object = {}): Promise<[Model, Model]> {
  const spec = { inputs: COUNT, layers, loss: "mse", seed: 1, ...rest };
  const both = [await Model.create(spec, { core: simd }), await Model.create(spec, { core: scalar })] as [Model, Model];
  models.push(...both);
  return both;
}

function bitsOf(values: Float32Array): number[] {
  return [...new Uint32Array(values.slice().buffer)];
}
