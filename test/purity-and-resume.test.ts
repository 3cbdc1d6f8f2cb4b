import { describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import { OPTIMIZERS, rowsFor, statefulSpec } from "./support/specs.ts";

const CASES = OPTIMIZERS.flatMap((optimizer) =>
  [1, 8].map((batchSize) => [optimizer.type, batchSize, statefulSpec(optimizer, batchSize)] as const),
);

describe.each(CASES)("%s at batch %d", (_type, batchSize, spec) => {
  test("predict changes no byte of the state and nothing that learning sees", async () => {
    const core = await Core.load();
    using model = await Model.create(spec, { core });
    using silent = await Model.create(spec, { core });
    const out = new Float32Array(model.spec.outputs);
    for (const { x, y } of rowsFor(spec, 45)) {
      const before = model.state();
      model.predict(x);
      model.predictInto(x, out);
      model.predictClass(x);
      model.stats();
      model.toBytes();
      expect(model.state()).toEqual(before);
      expect(model.learn(x, y)).toBe(silent.learn(x, y));
    }
    expect(model.state()).toEqual(silent.state());
  });

  test("n samples, save, load elsewhere, m samples are n + m samples, bit for bit", async () => {
    const rows = rowsFor(spec, 90);
    using whole = await Model.create(spec, { core: await Core.load() });
    using first = await Model.create(spec, { core: await Core.load() });
    const losses = rows.map(({ x, y }) => whole.learn(x, y));
    const cut = 45;
    for (const { x, y } of rows.slice(0, cut)) first.learn(x, y);
    expect(first.stats().counters.pending).toBe(cut % batchSize);
    first.freeze(4);
    first.freeze(4, false);

    using second = await Model.load(first.toBytes(), { core: await Core.load({ build: "scalar" }) });
    expect(rows.slice(cut).map(({ x, y }) => second.learn(x, y))).toEqual(losses.slice(cut));
    expect(second.checksum()).toBe(whole.checksum());
    expect(second.flush()).toBe(whole.flush());
    expect(second.state()).toEqual(whole.state());
    expect(second.toBytes()).toEqual(whole.toBytes());
  });

  test("a state taken and brought back is a step back in time, and a clone goes on alone", async () => {
    const rows = rowsFor(spec, 60);
    using model = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rows.slice(0, 21)) model.learn(x, y);
    const state = model.state();
    using clone = model.clone();
    const losses = rows.slice(21).map(({ x, y }) => model.learn(x, y));
    expect(clone.state()).toEqual(state);
    const after = model.checksum();
    model.restore(state);
    expect(rows.slice(21).map(({ x, y }) => model.learn(x, y))).toEqual(losses);
    expect(model.checksum()).toBe(after);
    expect(rows.slice(21).map(({ x, y }) => clone.learn(x, y))).toEqual(losses);
  });

  test("reset is the model as its spec creates it", async () => {
    const core = await Core.load();
    using model = await Model.create(spec, { core });
    const fresh = model.toBytes();
    for (const { x, y } of rowsFor(spec, 20)) model.learn(x, y);
    model.learningRate = 0.5;
    model.freeze(1);
    const free = core.freeBytes;
    model.reset();
    expect(model.toBytes()).toEqual(fresh);
    expect(core.freeBytes).toBe(free);
    expect(model.stats()).toMatchObject({ loss: null, counters: { learnt: 0, predictions: 0 } });
  });
});

test("a refused state changes nothing", async () => {
  const spec = statefulSpec({ type: "adam" }, 4);
  using model = await Model.create(spec, { core: await Core.load() });
  for (const { x, y } of rowsFor(spec, 10)) model.learn(x, y);
  const before = model.state();
  const nan = before.slice();
  nan.fill(0xff, -1000, -996);
  const pending = before.slice();
  new DataView(pending.buffer).setUint32(8, 4, true);
  for (const state of [
    before.subarray(1),
    new Uint8Array(0),
    new Uint8Array(before.length),
    pending,
    nan,
    [...before],
  ]) {
    expect(() => model.restore(state as Uint8Array)).toThrow(expect.objectContaining({ code: "E_STATE" }));
    expect(model.state()).toEqual(before);
  }
});
