import { afterEach, describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";
import type { LayerSpec, ModelSpec } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";
import { bananas, chickWeights, electricityTiny, imageSegments, phishing, type Stream } from "./support/streams.ts";

const models: Model[] = [];
afterEach(() => {
  for (const model of models.splice(0)) model.dispose();
});

const out: LayerSpec = { type: "dense", units: 1 };
const hidden = (units: number, activation: string): LayerSpec => ({ type: "dense", units, activation });
const deep = (layer: LayerSpec): LayerSpec[] => [...Array.from({ length: 8 }, () => layer), out];

/** y = x0 x1 is nothing a straight line can say. */
function product(model: Model, rows: number): void {
  const random = new Seeded(1);
  for (let i = 0; i < rows; i++) {
    const x = random.list(2);
    model.learn(x, [4 * (x[0] as number) * (x[1] as number)]);
  }
}

test("nothing is said before 1,000 samples", async () => {
  const model = await open({ inputs: 2, layers: [out], loss: "mse" });
  expect(said(model)).toEqual(["ok"]);
  product(model, 999);
  expect(said(model)).toEqual(["ok"]);
  expect(model.stats().verdicts[0]?.figures).toBe("only 999 samples since it was opened");
  product(model, 1);
  expect(said(model)).toEqual(["underfitting"]);
});

test("underfitting: a straight line through a product is no better than its mean; a hidden layer is", async () => {
  const flat = await open({ inputs: 2, layers: [out], loss: "mse" });
  const bent = await open({ inputs: 2, layers: [hidden(16, "tanh"), out], loss: "mse", optimizer: fast(0.1) });
  product(flat, 4_000);
  product(bent, 4_000);
  expect(said(flat)).toEqual(["underfitting"]);
  const { loss, trivialLoss } = flat.stats().losses as { loss: number; trivialLoss: number };
  expect(loss / trivialLoss).toBeGreaterThan(0.95);
  expect(flat.stats().verdicts[0]?.figures).toContain(`${Number(trivialLoss.toPrecision(3))}`);
  expect(flat.stats().verdicts[0]?.cure).toContain("more units");
  expect(said(bent)).toEqual(["ok"]);
});

test("overfitting: sixteen rows replayed again and again are known by heart; a thousand are not", async () => {
  const run = async (capacity: number, steps: number) => {
    const layers = [hidden(64, "tanh"), out];
    const replay = { capacity, steps };
    const model = await open({ inputs: 8, layers, loss: "mse", optimizer: fast(0.05), replay });
    const random = new Seeded(3);
    for (let i = 0; i < 2_000; i++) {
      const x = random.list(8);
      model.learn(x, [(x[0] as number) + random.uniform(-1, 1)]);
    }
    return model;
  };
  const byHeart = await run(16, 64);
  expect(said(byHeart)).toEqual(["overfitting"]);
  const { loss, replayedLoss, trivialLoss } = byHeart.stats().losses;
  expect(loss).toBeGreaterThan((replayedLoss as number) + 0.5 * (trivialLoss as number));
  expect(byHeart.stats().verdicts[0]?.cure).toContain("replay");
  expect(said(await run(1_000, 4))).toEqual(["ok"]);
});

describe("vanishing", () => {
  test("is a gradient that eight sigmoid layers leave nothing of; eight relu layers leave enough", async () => {
    const sigmoid = await open({ inputs: 2, layers: deep(hidden(16, "sigmoid")), loss: "mse" });
    const relu: LayerSpec = { type: "dense", units: 16, activation: "relu", initializer: "heUniform" };
    const open8 = await open({ inputs: 2, layers: deep(relu), loss: "mse" });
    product(sigmoid, 2_000);
    product(open8, 2_000);
    const [first] = sigmoid.stats().verdicts;
    expect(first).toMatchObject({ verdict: "vanishing", member: 0, layer: 0 });
    expect(first?.figures).toMatch(/^the gradient of member 0, layer 0 is \S+, the last layer's \S+$/);
    expect(first?.cure).toContain("fewer layers");
    expect(said(open8)).not.toContain("vanishing");
  });

  test("is a layer driven to the flat ends of its tanh; standardize keeps it off them", async () => {
    const run = async (first: LayerSpec[]) => {
      const layers = [...first, hidden(8, "tanh"), out];
      const model = await open({ inputs: 2, layers, loss: "mse", optimizer: fast(0.05) });
      const random = new Seeded(4);
      for (let i = 0; i < 2_000; i++) {
        const x = random.list(2);
        model.learn([1_000 + 100 * (x[0] as number), 2_000 + 100 * (x[1] as number)], [(x[0] as number) ** 2]);
      }
      return model;
    };
    const [first] = (await run([])).stats().verdicts;
    expect(first).toMatchObject({ verdict: "vanishing", layer: 0 });
    expect(first?.figures).toBe("8 of 8 units of member 0, layer 0 were saturated for every sample of the last 256");
    expect(first?.cure).toContain('put "standardize" first');
    expect(said(await run([{ type: "standardize" }]))).not.toContain("vanishing");
  });
});

describe("dead", () => {
  const dying = async (activation: string) => {
    const model = await open({ inputs: 2, layers: [hidden(4, activation), out], loss: "mse", optimizer: fast(0.05) });
    const low = { layer: 0, name: "bias", data: [-5, -5, -5, -5] } as const;
    model.setParameters([low, { layer: 1, name: "weight", data: [1, 1, 1, 1] }]);
    product(model, 2_000);
    return model;
  };

  test("are relu units that are 0 whatever comes; leakyRelu units come back", async () => {
    const [first] = (await dying("relu")).stats().verdicts;
    expect(first).toMatchObject({ verdict: "dead", member: 0, layer: 0 });
    expect(first?.figures).toBe("4 of 4 units of member 0, layer 0 were 0 for every sample of the last 256");
    expect(first?.cure).toContain("leakyRelu");
    expect(said(await dying("leakyRelu"))).not.toContain("dead");
  });

  test("is not said of a frozen layer, nor of a member of a committee that answers well without it", async () => {
    const model = await dying("relu");
    model.freeze(0);
    expect(said(model)).toEqual(["underfitting"]);

    const well = { layers: [hidden(16, "tanh"), out], optimizer: fast(0.1) };
    const ill = { layers: [hidden(4, "relu"), out], optimizer: fast(0.05) };
    const flat = { layers: [out], optimizer: fast(0.05) };
    const run = async (members: object[]) => {
      const committee = await open({ inputs: 2, loss: "mse", members } as ModelSpec);
      committee.setParameters([{ member: 1, layer: 0, name: "bias", data: [-5, -5, -5, -5] }]);
      product(committee, 4_000);
      expect(committee.stats().layers.find(({ member }) => member === 1)?.stuckUnits).toBe(4);
      return said(committee);
    };
    expect(await run([well, ill])).toEqual(["ok"]);
    expect(await run([flat, ill])).toEqual(["dead", "underfitting"]);
  });
});

describe("on real streams nothing is wrong with a preset", () => {
  const streams: [string, () => Stream, number][] = [
    ["Phishing", phishing, 2],
    ["ImageSegments", imageSegments, 7],
    ["Bananas", bananas, 2],
    ["electricity_tiny", electricityTiny, 2],
    ["ChickWeights, three times over", () => thrice(chickWeights()), 0],
  ];
  test.each(streams)("%s", async (_, stream, classes) => {
    const { inputs, targets } = stream();
    const task = classes > 0 ? "classification" : "regression";
    for (const preset of ["light", "standard"] as const) {
      const count = (inputs[0] as number[]).length;
      const model = await open({ inputs: count, task, preset, outputs: classes || 1 });
      for (const [i, x] of inputs.entries()) {
        model.learn(x, targets[i] as number);
        if (i % 250 === 0) expect(model.stats().verdicts, `${preset}, row ${i}`).toMatchObject([{ verdict: "ok" }]);
      }
    }
  });
});

test("a fault that lasts does not make an anomaly model a bad one; one that learns nothing is", async () => {
  const random = new Seeded(6);
  const rows = Array.from({ length: 4_000 }, (_, i) => {
    const level = random.uniform(-1, 1);
    return [level, 2 * level, i >= 3_000 && i < 3_400 ? random.uniform(-6, 6) : -level];
  });
  const scaler: LayerSpec = { type: "standardize", decay: 0.999, clip: 10 };
  const last: LayerSpec = { type: "dense", units: 3, initializer: "zeros" };
  const clipped = { ...fast(0.02), clipNorm: 1 };
  const own: ModelSpec = { inputs: 3, layers: [scaler, hidden(1, "linear"), hidden(3, "linear")], loss: "mse" };
  const able = [
    await open({ ...own, optimizer: clipped, anomaly: {} }),
    await open({ inputs: 3, task: "anomaly", preset: "light" }),
    await open({ inputs: 3, task: "anomaly" }),
  ];
  for (const [i, x] of rows.entries()) {
    for (const [k, model] of able.entries()) {
      model.learn(x);
      if (i % 100 === 0) expect(model.stats().verdicts, `model ${k}, row ${i}`).toMatchObject([{ verdict: "ok" }]);
    }
  }
  const frozen = await open({ inputs: 3, layers: [scaler, last], loss: "mse", optimizer: fast(0), anomaly: {} });
  for (const x of rows) frozen.learn(x);
  expect(said(frozen)).toEqual(["underfitting"]);
});

function fast(learningRate: number): { type: "sgd"; learningRate: number } {
  return { type: "sgd", learningRate };
}

function said(model: Model): string[] {
  return [...new Set(model.stats().verdicts.map(({ verdict }) => verdict))];
}

function thrice({ inputs, targets }: Stream): Stream {
  return { inputs: [...inputs, ...inputs, ...inputs], targets: [...targets, ...targets, ...targets] };
}

async function open(spec: ModelSpec): Promise<Model> {
  const model = await Model.create({ seed: 1, ...spec });
  models.push(model);
  return model;
}
