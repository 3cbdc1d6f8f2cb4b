import { afterEach, describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";
import type { LayerSpec, ModelSpec } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";

const models: Model[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

const REST = { optimizer: { type: "sgd", learningRate: 0 } } as const;
const value = (units = 1): LayerSpec => ({ type: "dense", units, initializer: "zeros" });

describe("the trivial answer costs what is worked out by hand:", () => {
  test("of numbers, their mean so far", async () => {
    expect(await costOf({ layers: [value()], loss: "mse" }, [1, 3, 8])).toBeCloseTo((0 + 4 + 36) / 3, 12);
    expect(await costOf({ layers: [value()], loss: "mae" }, [1, 3, 8])).toBeCloseTo((0 + 2 + 6) / 3, 12);
    const huber = { type: "huber", delta: 3 } as const;
    expect(await costOf({ layers: [value()], loss: huber }, [1, 3, 8])).toBeCloseTo((0 + 2 + 3 * (6 - 1.5)) / 3, 12);
  });

  test("of several numbers, the mean over them", async () => {
    const targets = [
      [1, 10],
      [3, 10],
      [8, 40],
    ];
    expect(await costOf({ layers: [value(2)], loss: "mse" }, targets)).toBeCloseTo((0 + 4 + 36 + 900) / 2 / 3, 12);
  });

  test("of standardised numbers, in their standard deviations", async () => {
    // After 1, 3, 8 the means are 1, 2, 4 and the variances 0, 1, 26 / 3.
    const spec = { layers: [value()], loss: "mse", standardizeTargets: { decay: "all" } } as const;
    expect(await costOf(spec, [1, 3, 8])).toBeCloseTo((0 + 1 + 16 / (26 / 3)) / 3, 12);
  });

  test("of classes, minus the logarithm of their shares, each counted once more than it came", async () => {
    const layers: LayerSpec[] = [{ type: "dense", units: 3, activation: "softmax" }];
    const byHand = (Math.log(3 / 1) + Math.log(4 / 2) + Math.log(5 / 1)) / 3;
    expect(await costOf({ layers, loss: "crossEntropy" }, [2, 2, 0])).toBeCloseTo(byHand, 12);
    const vectors = [
      [0, 0, 1],
      [0, 0, 1],
      [1, 0, 0],
    ];
    expect(await costOf({ layers, loss: "crossEntropy" }, vectors)).toBeCloseTo(byHand, 12);
  });

  test("of one probability, of ones and of noughts", async () => {
    const layers: LayerSpec[] = [{ type: "dense", units: 1, activation: "sigmoid" }];
    const byHand = (Math.log(2 / 1) + Math.log(3 / 2) + Math.log(4 / 1)) / 3;
    expect(await costOf({ layers, loss: "binaryCrossEntropy" }, [1, 1, 0])).toBeCloseTo(byHand, 12);
  });
});

describe("in the core's own units: a net that always answers the mean costs the same as the trivial answer", () => {
  test.each([["all"], [0.9], [0.99]] as const)("with targets standardised by decay %s", async (decay) => {
    const model = await open({ layers: [value(2)], loss: "mse", standardizeTargets: { decay }, ...REST });
    const random = new Seeded(1);
    for (let i = 0; i < 300; i++) model.learn([0], [random.uniform(3, 7) + i / 10, i === 200 ? 1e6 : -5]);
    const { loss, trivialLoss } = model.stats().losses;
    expect(Math.abs((trivialLoss as number) / (loss as number) - 1)).toBeLessThan(1e-4);
  });

  test("with the inputs of an anomaly model, missing ones and glitches too", async () => {
    const layers: LayerSpec[] = [{ type: "standardize", decay: 0.95, clip: 10 }, value(3)];
    const model = await open({ inputs: 3, layers, loss: "mse", missing: "mean", anomaly: {}, ...REST });
    const random = new Seeded(2);
    for (let i = 0; i < 300; i++)
      model.learn([i % 7 === 0 ? null : random.uniform(), i % 50 === 30 ? 1e7 : random.uniform(), random.uniform()]);
    const { loss, trivialLoss } = model.stats().losses;
    expect(Math.abs((trivialLoss as number) / (loss as number) - 1)).toBeLessThan(1e-3);
  });
});

test("losses fade: 500 samples after a change 1 - 1 / e of the way is gone", async () => {
  const model = await open({ layers: [value()], loss: "mse", ...REST });
  const loss = () => model.stats().losses.loss as number;
  for (let i = 0; i < 5_000; i++) model.learn([0], [1]);
  expect(loss()).toBeCloseTo(1, 6);
  for (let i = 0; i < 500; i++) model.learn([0], [2]);
  expect(loss()).toBeGreaterThan(1 + 3 * 0.61);
  expect(loss()).toBeLessThan(1 + 3 * 0.66);
});

test("shares and means look back on 10,000 samples: what came before is forgotten", async () => {
  const layers: LayerSpec[] = [{ type: "dense", units: 2, activation: "softmax" }];
  const classes = await open({ layers, loss: "crossEntropy", ...REST });
  const numbers = await open({ layers: [value()], loss: "mae", ...REST });
  for (let i = 0; i < 100_000; i++) {
    classes.learn([0], i < 60_000 ? 0 : 1);
    numbers.learn([0], [i < 60_000 ? 100 : 0]);
  }
  expect(classes.stats().losses.trivialLoss).toBeLessThan(0.2);
  expect(numbers.stats().losses.trivialLoss).toBeLessThan(15);
});

test("a batch counts as many samples as it has", async () => {
  const model = await open({ layers: [value()], loss: "mse", batchSize: 4, ...REST });
  for (const y of [1, 1, 1, 1, 3, 3]) model.learn([0], [y]);
  expect(model.stats().losses.loss).toBe(1);
  model.flush();
  expect(model.stats().losses.loss).toBeCloseTo((4 * 1 + 2 * 9) / 6, 12);
});

async function open(spec: object): Promise<Model> {
  const model = await Model.create({ inputs: 1, seed: 1, ...spec } as ModelSpec);
  models.push(model);
  return model;
}

async function costOf(spec: object, targets: readonly (number | number[])[]): Promise<number> {
  const model = await open({ ...spec, ...REST });
  for (const y of targets) model.learn([0], y);
  return model.stats().losses.trivialLoss as number;
}
