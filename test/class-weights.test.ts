import { describe, expect, test } from "vitest";
import { layoutOf } from "../src/image/layout.ts";
import { Core, Model, type ModelSpec, type NetworkSpec, type Target } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const { fround } = Math;
const PLAIN: NetworkSpec = {
  inputs: 4,
  layers: [
    { type: "standardize", decay: 0.99 },
    { type: "dense", units: 5, activation: "tanh" },
    { type: "dense", units: 3, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "momentum", learningRate: 0.05, clipNorm: 1 },
};
const ROWS = rows(200);

describe("a list of class weights", () => {
  const weights = [0.25, 1, 7];
  const spec: NetworkSpec = { ...PLAIN, classWeights: weights };

  test("is to the bit what the same sample weights are, and leaves the loss as it is", async () => {
    const core = await Core.load();
    using weighted = await Model.create(spec, { core });
    using plain = await Model.create(PLAIN, { core });
    for (const { x, y } of ROWS) {
      expect(weighted.learn(x, y)).toBe(plain.learn(x, y, { weight: weights[y] as number }));
    }
    expect(weighted.parameters()).toEqual(plain.parameters());
  });

  test("multiplies with a sample weight", async () => {
    const core = await Core.load();
    using weighted = await Model.create(spec, { core });
    using plain = await Model.create(PLAIN, { core });
    for (const { x, y } of ROWS) {
      weighted.learn(x, y, { weight: 0.5 });
      plain.learn(x, y, { weight: 0.5 * (weights[y] as number) });
    }
    expect(weighted.parameters()).toEqual(plain.parameters());
  });

  test("weighs a soft target by its shares", async () => {
    const core = await Core.load();
    using weighted = await Model.create(spec, { core });
    using plain = await Model.create(PLAIN, { core });
    for (const { x } of ROWS) {
      weighted.learn(x, [0.5, 0.25, 0.25]);
      plain.learn(x, [0.5, 0.25, 0.25], { weight: 0.125 + 0.25 + 1.75 });
    }
    expect(weighted.parameters()).toEqual(plain.parameters());
  });

  test("holds for replayed rows, whose own weights stay beside it", async () => {
    const replay = { capacity: 9, steps: 2 };
    const core = await Core.load();
    using weighted = await Model.create({ ...spec, replay }, { core });
    using plain = await Model.create({ ...PLAIN, replay }, { core });
    for (const { x, y } of ROWS) {
      weighted.learn(x, y);
      plain.learn(x, y, { weight: weights[y] as number });
    }
    expect(weighted.parameters()).toEqual(plain.parameters());
  });

  test("of ones is no class weights, and a 0 teaches nothing", async () => {
    const core = await Core.load();
    using ones = await Model.create({ ...PLAIN, classWeights: [1, 1, 1] }, { core });
    using plain = await Model.create(PLAIN, { core });
    using deaf = await Model.create({ ...PLAIN, classWeights: [0, 0, 0] }, { core });
    const before = weightsOf(deaf);
    for (const { x, y } of ROWS) for (const model of [ones, plain, deaf]) model.learn(x, y);
    expect(ones.parameters()).toEqual(plain.parameters());
    expect(weightsOf(deaf)).toEqual(before);
  });
});

describe("balanced class weights", () => {
  const spec: NetworkSpec = { ...PLAIN, classWeights: "balanced" };

  test("are samples / (classes x samples of the class), this one counted", async () => {
    const core = await Core.load();
    using balanced = await Model.create(spec, { core });
    using plain = await Model.create(PLAIN, { core });
    const counts = [0, 0, 0];
    for (const [i, { x, y }] of ROWS.entries()) {
      counts[y] = (counts[y] as number) + 1;
      balanced.learn(x, y);
      plain.learn(x, y, { weight: fround(fround(i + 1) / fround(3 * (counts[y] as number))) });
      expect(countsOf(balanced)).toEqual(counts);
    }
    expect(balanced.parameters()).toEqual(plain.parameters());
  });

  test("count a soft target for its likeliest class", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    const targets: Target[] = [[0.2, 0.5, 0.3], [0.4, 0.4, 0.2], 2];
    for (const y of targets) model.learn([1, 2, 3, 4], y);
    expect(countsOf(model)).toEqual([1, 1, 1]);
  });

  test("are part of the state: refused labels count nothing, a saved model goes on", async () => {
    using whole = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of ROWS.slice(0, 90)) whole.learn(x, y);
    expect(() => whole.learn([1, 2, 3, 4], 3)).toThrow(expect.objectContaining({ code: "E_CLASS" }));
    expect(() => whole.learn([1, 2, 3, Number.NaN], 1)).toThrow(expect.objectContaining({ code: "E_VALUE" }));
    using second = await Model.load(whole.toBytes(), { core: await Core.load({ build: "scalar" }) });
    for (const { x, y } of ROWS.slice(90)) expect(second.learn(x, y)).toBe(whole.learn(x, y));
    expect(second.state()).toEqual(whole.state());
    expect(countsOf(second).reduce((sum, count) => sum + count)).toBe(ROWS.length);
  });
});

describe("class weights are refused with path and way out", () => {
  const preset: ModelSpec = { inputs: 4, task: "regression" };
  test.each([
    [{ ...PLAIN, classWeights: [1, 2] }, 'E_SPEC classWeights: not a weight for each class; expected "balanced", or 3'],
    [{ ...PLAIN, classWeights: "balance" }, "E_SPEC classWeights: not a weight for each class"],
    [{ ...PLAIN, classWeights: [1, -1, 1] }, "E_SPEC classWeights.1: not a legal number"],
    [{ ...PLAIN, classWeights: [1, Number.NaN, 1] }, "E_SPEC classWeights.1: not a legal number"],
    [{ ...PLAIN, loss: "mse", classWeights: "balanced" }, "expected the loss crossEntropy, got mse"],
    [{ ...preset, classWeights: "balanced" }, "E_SPEC classWeights: only classes can weigh differently"],
  ] as [object, string][])("%#", async (spec, complaint) => {
    expect(await complaintOf(() => fullSpec(spec))).toContain(complaint);
  });
});

/** Class 0 in 8 of 10 rows. */
function rows(count: number): { x: number[]; y: number }[] {
  const random = new Seeded(3);
  return Array.from({ length: count }, () => {
    const y = Math.max(0, random.index(10) - 7);
    return { x: random.list(4, -1 + y, 1 + y), y };
  });
}

/** Samples of each class, which close the state of a model without replay. */
function countsOf(model: Model): number[] {
  const { stateBytes } = layoutOf(model.spec);
  return Array.from(new Uint32Array(model.state().slice(stateBytes - 12).buffer));
}

function weightsOf(model: Model): Float32Array[] {
  return model.parameters().flatMap(({ name, data }) => (name === "weight" || name === "bias" ? [data.slice()] : []));
}
