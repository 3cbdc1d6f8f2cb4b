import { describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";
import type { ActivationName, LayerSpec, ModelSpec } from "../src/spec.ts";

// docs/concepts.md, sentence by sentence, in numbers small enough to check by hand.

test("a neuron weighs its inputs, adds its bias and applies its activation", async () => {
  const model = await open({ inputs: 2, layers: [{ type: "dense", units: 1, activation: "tanh" }], loss: "mse" });
  set(model, 0, [0.5, -0.25], [0.1]);
  expect(model.predict([1, 3])[0]).toBeCloseTo(Math.tanh(0.5 * 1 - 0.25 * 3 + 0.1), 6);
});

test("a layer is its neurons side by side, each with its own row of weights and its own bias", async () => {
  const model = await open({ inputs: 2, layers: [{ type: "dense", units: 3 }], loss: "mse" });
  set(model, 0, [1, 2, 3, 4, 5, 6], [10, 20, 30]);
  expect([...model.predict([1, -1])]).toEqual([9, 19, 29]);
});

test("forward: the output of each layer is the input of the next", async () => {
  const layers: LayerSpec[] = [
    { type: "dense", units: 2, activation: "relu" },
    { type: "dense", units: 1 },
  ];
  const model = await open({ inputs: 1, layers, loss: "mse" });
  set(model, 0, [2, -3], [1, 1]);
  set(model, 1, [10, 100], [0.5]);
  expect(model.predict([1])[0]).toBe(10 * 3 + 100 * 0 + 0.5);
});

describe("activations", () => {
  const RANGES: Partial<Record<ActivationName, [low: number, high: number]>> = {
    sigmoid: [0, 1],
    tanh: [-1, 1],
    relu: [0, Number.POSITIVE_INFINITY],
  };
  test.each(Object.entries(RANGES))("%s stays in its range and never falls", async (activation, [low, high]) => {
    const f = await functionOf({ type: "activation", activation });
    let before = low;
    for (let x = -40; x <= 40; x += 0.25) {
      const y = f(x);
      expect(y >= before && y <= high, `at ${x}: ${y} after ${before}`).toBe(true);
      before = y;
    }
  });

  test("sigmoid and tanh saturate: far from zero their slope is next to nothing", async () => {
    for (const activation of ["sigmoid", "tanh"]) {
      const f = await functionOf({ type: "activation", activation });
      expect(f(10.5) - f(9.5)).toBeLessThan(1e-4);
      expect(f(0.5) - f(-0.5)).toBeGreaterThan(0.24);
    }
  });

  test("relu has no slope below zero; leakyRelu keeps alpha of it", async () => {
    const relu = await functionOf({ type: "activation", activation: "relu" });
    const leaky = await functionOf({ type: "activation", activation: "leakyRelu", alpha: 0.125 });
    expect([relu(-2), relu(-1), relu(3)]).toEqual([0, 0, 3]);
    expect([leaky(-2), leaky(-1), leaky(3)]).toEqual([-0.25, -0.125, 3]);
  });

  test("linear layers on top of each other are one linear layer", async () => {
    const layers: LayerSpec[] = [
      { type: "dense", units: 1 },
      { type: "dense", units: 1 },
    ];
    const model = await open({ inputs: 1, layers, loss: "mse" });
    set(model, 0, [3], [1]);
    set(model, 1, [2], [5]);
    for (const x of [-4, 0, 0.5, 7]) expect(model.predict([x])[0]).toBe(6 * x + 7);
  });

  test("softmax gives probabilities that sum to 1 and do not change when all logits move together", async () => {
    const model = await open({ inputs: 3, layers: [{ type: "activation", activation: "softmax" }], loss: "mse" });
    const p = model.predict([1, 2, 4]);
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
    expect([...model.predict([101, 102, 104])]).toEqual([...p]);
    expect([...p].map((value) => Math.log(value / (p[0] as number)))).toEqual([
      0,
      expect.closeTo(1, 5),
      expect.closeTo(3, 5),
    ]);
  });
});

test("mean squared error is the mean of the squared differences", async () => {
  const model = await open({ ...REST, inputs: 2, layers: [{ type: "activation", activation: "linear" }], loss: "mse" });
  expect(model.learn([1, 5], [2, 2])).toBe((1 + 9) / 2);
});

test("cross-entropy is minus the logarithm of the right class's probability, and a class index is its one-hot vector", async () => {
  const layers: LayerSpec[] = [{ type: "activation", activation: "softmax" }];
  const model = await open({ ...REST, inputs: 3, layers, loss: "crossEntropy" });
  const p = model.predict([0.5, 2, -1]);
  const loss = model.learn([0.5, 2, -1], 1);
  expect(loss).toBeCloseTo(-Math.log(p[1] as number), 6);
  expect(model.learn([0.5, 2, -1], [0, 1, 0])).toBe(loss);
});

test("backpropagation is the chain rule: the step of each weight is the product of the slopes behind it", async () => {
  const layers: LayerSpec[] = [
    { type: "dense", units: 1, activation: "tanh" },
    { type: "dense", units: 1, activation: "sigmoid" },
  ];
  const rate = 0.5;
  const model = await open({ inputs: 1, layers, loss: "mse", optimizer: { type: "sgd", learningRate: rate } });
  const [w1, b1, w2, b2, x, y] = [0.75, 0.125, -0.5, 0.25, 1.5, 1] as const;
  set(model, 0, [w1], [b1]);
  set(model, 1, [w2], [b2]);
  const hidden = Math.tanh(w1 * x + b1);
  const out = 1 / (1 + Math.exp(-(w2 * hidden + b2)));
  const deltaOut = 2 * (out - y) * out * (1 - out);
  const deltaHidden = deltaOut * w2 * (1 - hidden * hidden);
  model.learn([x], [y]);
  expect(get(model, 1)).toEqual(near([w2 - rate * deltaOut * hidden, b2 - rate * deltaOut]));
  expect(get(model, 0)).toEqual(near([w1 - rate * deltaHidden * x, b1 - rate * deltaHidden]));
});

test("gradient descent: small steps down the slope lower the loss every time, steps too large raise it", async () => {
  const descend = async (learningRate: number): Promise<number[]> => {
    const layers: LayerSpec[] = [{ type: "dense", units: 1, initializer: "zeros" }];
    const model = await open({ inputs: 1, layers, loss: "mse", optimizer: { type: "sgd", learningRate } });
    return Array.from({ length: 8 }, () => model.learn([1], [3]) as number);
  };
  const pairs = (losses: number[]) => losses.slice(1).map((loss, i) => loss < (losses[i] as number));
  expect(pairs(await descend(0.1)).every(Boolean)).toBe(true);
  expect(pairs(await descend(0.75)).some(Boolean)).toBe(false);
});

test("SGD steps after every sample, a batch once by the mean of its gradients", async () => {
  const samples: [number, number][] = [
    [1, 2],
    [2, -1],
  ];
  const run = async (batchSize: number): Promise<number[]> => {
    const layers: LayerSpec[] = [{ type: "dense", units: 1, bias: false, initializer: "zeros" }];
    const optimizer = { type: "sgd", learningRate: 0.25 };
    const model = await open({ inputs: 1, layers, loss: "mse", optimizer, batchSize });
    for (const [x, y] of samples) model.learn([x], [y]);
    return [model.steps, ...get(model, 0)];
  };
  // By hand: w = 0, gradient 2 (w x - y) x: -4, then at w = 1 it is 12; in the batch (-4 + 4) / 2.
  expect(await run(1)).toEqual([2, 1 - 0.25 * 12]);
  expect(await run(2)).toEqual([1, 0]);
});

test("dropout drops units while learning, scales the others up, and is not there when predicting", async () => {
  const layers: LayerSpec[] = [
    { type: "dropout", rate: 0.75 },
    { type: "activation", activation: "linear" },
  ];
  const model = await open({ ...REST, inputs: 1, layers, loss: "mse" });
  expect(model.predict([1])[0]).toBe(1);
  const losses = Array.from({ length: 4000 }, () => model.learn([1], [0]) as number);
  expect(new Set(losses)).toEqual(new Set([0, 16]));
  expect(losses.filter((loss) => loss === 16).length / losses.length).toBeCloseTo(0.25, 1);
});

test("batch normalisation brings each unit of a batch to mean 0 and variance 1", async () => {
  const layers: LayerSpec[] = [{ type: "batchNorm" }, { type: "activation", activation: "linear" }];
  const model = await open({ ...REST, inputs: 1, layers, loss: "mse", batchSize: 2 });
  expect(model.learn([100], [-1])).toBeNull();
  expect(model.learn([140], [1])).toBeCloseTo(0, 6);
});

test("l1 makes the weight of a useless input exactly 0, l2 makes it small", async () => {
  const run = async (penalty: { l1?: number; l2?: number }): Promise<number[]> => {
    const layers: LayerSpec[] = [{ type: "dense", units: 1, ...penalty }];
    const model = await open({ inputs: 2, layers, loss: "mse", optimizer: { type: "sgd", learningRate: 0.05 } });
    set(model, 0, [0.5, 0.5], [0]);
    for (let i = 0; i < 400; i++) {
      const [a, b] = [Math.sin(i), Math.sin(7 * i + 1)];
      model.learn([a, b], [2 * a]);
    }
    return get(model, 0).slice(0, 2);
  };
  const [usefulL1, uselessL1] = (await run({ l1: 0.05 })) as [number, number];
  const [usefulL2, uselessL2] = (await run({ l2: 0.05 })) as [number, number];
  expect(uselessL1).toBe(0);
  expect(uselessL2).not.toBe(0);
  expect(Math.abs(uselessL2)).toBeLessThan(0.05);
  for (const useful of [usefulL1, usefulL2]) expect(useful).toBeGreaterThan(1.5);
});

/** Learns nothing: `learn` tells the loss and leaves the weights alone. */
const REST = { optimizer: { type: "sgd", learningRate: 0 } } as const;

function open(spec: ModelSpec): Promise<Model> {
  return Model.create({ seed: 1, ...spec });
}

async function functionOf(layer: LayerSpec): Promise<(x: number) => number> {
  const model = await open({ inputs: 1, layers: [layer], loss: "mse" });
  return (x) => model.predict([x])[0] as number;
}

function set(model: Model, layer: number, weight: number[], bias: number[]): void {
  model.setParameters([
    { layer, name: "weight", data: weight },
    { layer, name: "bias", data: bias },
  ]);
}

function get(model: Model, layer: number): number[] {
  return model.parameters().flatMap((tensor) => (tensor.layer === layer ? [...tensor.data] : []));
}

function near(values: number[]): unknown[] {
  return values.map((value) => expect.closeTo(value, 6));
}
