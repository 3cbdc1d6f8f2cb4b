import { describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { COMMITTEES } from "./support/committees.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { rowsFor } from "./support/specs.ts";

describe.each(Object.entries(COMMITTEES))("%s", (_name, spec) => {
  test("predict changes no byte of the state and nothing that learning sees", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    using silent = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rowsFor(spec, 60)) {
      const before = model.state();
      expect(model.predict(x)).toEqual(model.predict(x));
      model.stats();
      model.parameters();
      model.toBytes();
      expect(model.state()).toEqual(before);
      expect(model.learn(x, y)).toBe(silent.learn(x, y));
    }
    expect(model.state()).toEqual(silent.state());
  });

  test("n samples, save, load elsewhere, m samples are n + m samples, bit for bit", async () => {
    const rows = rowsFor(spec, 120);
    using whole = await Model.create(spec, { core: await Core.load() });
    using first = await Model.create(spec, { core: await Core.load() });
    const losses = rows.map(({ x, y }) => whole.learn(x, y));
    // Some cuts fall where a ring of 33 or 20 rows is half full, has just come round, or is full.
    for (const cut of [0, 7, 33, 77]) {
      first.reset();
      for (const { x, y } of rows.slice(0, cut)) first.learn(x, y);
      using second = await Model.load(first.toBytes(), { core: await Core.load({ build: "scalar" }) });
      expect(rows.slice(cut).map(({ x, y }) => second.learn(x, y))).toEqual(losses.slice(cut));
      expect(second.state()).toEqual(whole.state());
      expect(second.toBytes()).toEqual(whole.toBytes());
    }
  });

  test("a state taken and brought back is a step back in time, and a clone goes on alone", async () => {
    const rows = rowsFor(spec, 60);
    using model = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rows.slice(0, 21)) model.learn(x, y);
    const state = model.state();
    using clone = model.clone();
    const losses = rows.slice(21).map(({ x, y }) => model.learn(x, y));
    model.restore(state);
    expect(rows.slice(21).map(({ x, y }) => model.learn(x, y))).toEqual(losses);
    expect(rows.slice(21).map(({ x, y }) => clone.learn(x, y))).toEqual(losses);
  });

  test("its parameters, set elsewhere, answer alike, averages included", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    const rows = rowsFor(spec, 40);
    for (const { x, y } of rows) model.learn(x, y);
    const before = model.state();
    model.setParameters(model.parameters());
    expect(model.state()).toEqual(before);
    const averages = model.parameters().filter(({ average }) => average);
    const { members } = model.stats();
    expect(model.stats().parameters).toBe(members.reduce((sum, { parameters }) => sum + parameters, 0));
    expect(averages.length > 0).toBe(JSON.stringify(fullSpec(spec)).includes('"average"'));
    expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
  });
});

describe("a committee", () => {
  const spec = COMMITTEES["committee of 4, classes, ring, averages, a shared scaler, missing inputs"];
  if (spec === undefined) throw new Error("no such spec");

  test("shares a scaler among members that standardize alike, and none else", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rowsFor(spec, 10)) model.learn(x, y);
    const means = model.parameters().filter(({ layer, name }) => layer === 0 && name === "mean");
    expect(means).toHaveLength(4);
    expect(means[2]?.data).toEqual(means[0]?.data);
    expect(means[1]?.data).not.toEqual(means[0]?.data);
    expect(means[3]?.data).not.toEqual(means[1]?.data);
  });

  test("weighs its members anew: one that is always wrong loses its weight", async () => {
    const dense = { type: "dense", units: 2, activation: "softmax" } as const;
    using model = await Model.create({
      inputs: 1,
      loss: "crossEntropy",
      members: [
        { layers: [dense], optimizer: { type: "sgd", learningRate: 0.5 } },
        { layers: [dense], optimizer: { type: "sgd", learningRate: 0 } },
      ],
    });
    expect(model.stats().members.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    for (let i = 0; i < 200; i++) model.learn([i % 2 === 0 ? 1 : -1], i % 2);
    expect(model.stats().members[0]?.weight).toBeGreaterThan(0.99);
    expect(model.predict([1])[0]).toBeGreaterThan(0.9);
  });

  test("freezes a layer of one member alone", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    model.freeze(1, true, 2);
    const weights = () =>
      model.parameters().filter(({ layer, name, average }) => layer === 1 && name === "weight" && !average);
    const before = weights();
    for (const { x, y } of rowsFor(spec, 5)) model.learn(x, y);
    const moved = weights().map(({ data }, i) => data.some((value, k) => value !== before[i]?.data[k]));
    expect(moved).toEqual([true, true, false, true]);
    expect(model.stats().layers.find(({ member, layer }) => member === 2 && layer === 1)?.learning).toBe(false);
    expect(await complaintOf(() => model.freeze(1, true, 4))).toContain("expected a whole number from 0 to 3, got 4");
  });

  test("has no learning rate of its own, and says so", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    expect(model.stats().learningRate).toBeNull();
    expect(model.stats().members.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.02, 0.01, 0.01]);
    expect((await refusalOf(() => model.learningRate)).code).toBe("E_KEY");
    const complaint = await complaintOf(() => {
      model.learningRate = 0.1;
    });
    expect(complaint).toContain("E_KEY learningRate: each member of a committee has a learning rate of its own");
  });
});
