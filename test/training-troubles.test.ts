import { afterEach, describe, expect, test } from "vitest";
import { HEALTH_WINDOW } from "../src/abi.ts";
import { Model } from "../src/model.ts";
import type { LayerSpec, ModelSpec } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";

const XOR: [number[], number][] = [
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 0], 1],
  [[1, 1], 0],
];

const models: Model[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

test("underfitting: a net without a hidden layer cannot learn XOR, one with a hidden layer can", async () => {
  const optimizer = { type: "sgd", learningRate: 0.1 };
  const out: LayerSpec = { type: "dense", units: 1, activation: "sigmoid" };
  const hidden: LayerSpec = { type: "dense", units: 8, activation: "tanh" };
  const flat = await open({ inputs: 2, layers: [out], loss: "binaryCrossEntropy", optimizer });
  const deep = await open({ inputs: 2, layers: [hidden, out], loss: "binaryCrossEntropy", optimizer });
  const lossAfter = (model: Model): number => {
    for (let epoch = 0; epoch < 2000; epoch++) for (const [x, y] of XOR) model.learn(x, y);
    return XOR.reduce((sum, [x, y]) => sum - Math.log(Math.abs(1 - y - (model.predict(x)[0] as number))), 0) / 4;
  };
  expect(lossAfter(flat)).toBeGreaterThan(0.6);
  expect(lossAfter(deep)).toBeLessThan(0.05);
});

test("overfitting: a wide net learns few noisy rows by heart and does worse on new ones; l2 holds it back", async () => {
  const random = new Seeded(3);
  const rows = (count: number) =>
    Array.from({ length: count }, () => {
      const x = random.list(8);
      return { x, y: [(x[0] as number) + random.uniform(-1, 1)] };
    });
  const [seen, fresh] = [rows(16), rows(400)];
  const run = async (l2: number) => {
    const layers: LayerSpec[] = [
      { type: "dense", units: 64, activation: "tanh", l2 },
      { type: "dense", units: 1, l2 },
    ];
    const model = await open({ inputs: 8, layers, loss: "mse", optimizer: { type: "adam", learningRate: 0.01 } });
    for (let epoch = 0; epoch < 300; epoch++) for (const { x, y } of seen) model.learn(x, y);
    const error = (list: typeof seen) =>
      list.reduce((sum, { x, y }) => sum + ((model.predict(x)[0] as number) - (y[0] as number)) ** 2, 0) / list.length;
    return { seen: error(seen), fresh: error(fresh) };
  };
  const [free, held] = [await run(0), await run(0.02)];
  expect(free.fresh).toBeGreaterThan(10 * free.seen);
  expect(held.seen).toBeGreaterThan(free.seen);
  expect(held.fresh).toBeLessThan(free.fresh);
});

describe("health figures", () => {
  test("vanishing gradient: through eight sigmoid layers next to nothing is left of it, through eight relu layers much", async () => {
    const shareAtTheBottom = async (layer: LayerSpec): Promise<number> => {
      const layers = [...Array.from({ length: 8 }, () => layer), { type: "dense" as const, units: 1 }];
      const model = await open({ inputs: 16, layers, loss: "mse" });
      const random = new Seeded(5);
      for (let i = 0; i < 200; i++) model.learn(random.list(16), [random.uniform(-1, 1)]);
      const norms = model.stats().layers.map(({ gradientNorm }) => gradientNorm as number);
      return (norms[0] as number) / (norms.at(-1) as number);
    };
    const sigmoid = await shareAtTheBottom({ type: "dense", units: 16, activation: "sigmoid" });
    const relu = await shareAtTheBottom({ type: "dense", units: 16, activation: "relu", initializer: "heUniform" });
    expect(sigmoid).toBeGreaterThan(0);
    expect(sigmoid).toBeLessThan(1e-4);
    expect(relu).toBeGreaterThan(0.05);
  });

  test("dying relu: units pushed below zero never learn again and are counted; leakyRelu units come back", async () => {
    const run = async (activation: string) => {
      const layers: LayerSpec[] = [
        { type: "dense", units: 4, activation },
        { type: "dense", units: 1 },
      ];
      const optimizer = { type: "sgd", learningRate: 0.05 };
      const model = await open({ inputs: 2, layers, loss: "mse", optimizer });
      model.setParameters([
        { layer: 0, name: "bias", data: [-5, -5, -5, -5] },
        { layer: 1, name: "weight", data: [1, 1, 1, 1] },
      ]);
      const before = weightsOf(model);
      const random = new Seeded(7);
      for (let i = 0; i < 40 * HEALTH_WINDOW; i++) {
        const x = random.list(2);
        model.learn(x, [20 + 4 * (x[0] as number)]);
      }
      return { moved: weightsOf(model).some((w, i) => w !== before[i]), stuck: model.stats().layers[0]?.stuckUnits };
    };
    expect(await run("relu")).toEqual({ moved: false, stuck: 4 });
    expect(await run("leakyRelu")).toEqual({ moved: true, stuck: 0 });
  });

  test("saturation: sigmoid and tanh units driven to their limits are counted, and no others", async () => {
    for (const activation of ["sigmoid", "tanh"]) {
      const layers: LayerSpec[] = [
        { type: "dense", units: 3, activation },
        { type: "dense", units: 1 },
      ];
      const optimizer = { type: "sgd", learningRate: 0 };
      const model = await open({ inputs: 1, layers, loss: "mse", optimizer });
      model.setParameters([
        { layer: 0, name: "weight", data: [0.1, 0.1, 0.1] },
        { layer: 0, name: "bias", data: [50, -50, 0] },
      ]);
      for (let i = 0; i < 2 * HEALTH_WINDOW; i++) model.learn([Math.sin(i)], [0]);
      expect(model.stats().layers.map(({ stuckUnits }) => stuckUnits)).toEqual([2, 0]);
    }
  });
});

async function open(spec: ModelSpec): Promise<Model> {
  const model = await Model.create({ seed: 1, ...spec });
  models.push(model);
  return model;
}

function weightsOf(model: Model): number[] {
  return model.parameters().flatMap(({ layer, name, data }) => (layer === 0 && name === "weight" ? [...data] : []));
}
