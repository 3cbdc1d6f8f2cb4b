import { expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { Core, Model, type ModelSpec } from "../src/index.ts";
import { complaintOf } from "./support/errors.ts";

const SPEC: ModelSpec = { inputs: 2, layers: [{ type: "dense", units: 1 }], loss: "mse" };

test("everything but dispose is refused after dispose, which may come twice", async () => {
  const model = await Model.create(SPEC, { core: await Core.load() });
  const state = model.state();
  model.dispose();
  model.dispose();
  model[Symbol.dispose]();
  const uses: (() => unknown)[] = [
    () => model.predict([1, 2]),
    () => model.predictInto([1, 2], [0]),
    () => model.predictClass([1, 2]),
    () => model.learn([1, 2], 1),
    () => model.flush(),
    () => model.fit([{ x: [1, 2], y: 1 }]),
    () => model.parameters(),
    () => model.setParameters([]),
    () => model.checksum(),
    () => model.stats(),
    () => model.state(),
    () => model.restore(state),
    () => model.toBytes(),
    () => model.save("never.millrace"),
    () => model.clone(),
    () => model.reset(),
    () => model.freeze(0),
    () => model.bytes,
    () => model.steps,
    () => model.learningRate,
  ];
  for (const use of uses) expect(await complaintOf(use)).toMatch(/^E_CLOSED the model has been disposed of/);
  expect(model.spec.inputs).toBe(2);
});

test("a disposed model does not touch the one that took its place", async () => {
  const core = await Core.load();
  const first = await Model.create(SPEC, { core });
  first.predict([1, 2]);
  first.dispose();
  using second = await Model.create({ ...SPEC, seed: 9 }, { core });
  const before = second.checksum();
  expect(await complaintOf(() => first.learn([5, 5], 5))).toContain("E_CLOSED");
  expect(second.checksum()).toBe(before);
});

test("a stale handle is refused by every export for 2,048 reuses of its slot but the last", async () => {
  const core = await Core.load();
  const { exports } = core;
  const image = (await Model.create(SPEC, { core })).toBytes();
  const open = () => core.checked(exports.open(core.bring(image), image.length), "open");
  const stale = open();
  core.checked(exports.close(stale), "close");
  for (let reuse = 0; reuse < 2047; reuse++) {
    const handle = open();
    expect(handle & 0xfffff).toBe(stale & 0xfffff);
    expect(exports.predict(stale)).toBe(abi.E_HANDLE);
    core.checked(exports.close(handle), "close");
  }
});

test("handles that were never issued are refused by every export, and nothing traps", async () => {
  const core = await Core.load();
  const { exports } = core;
  using model = await Model.create(SPEC, { core });
  const before = model.state();
  for (const handle of [0, -1, 2, 1 << 20, (1 << 20) | 1, 0x7fffffff, -0x80000000]) {
    const calls = [
      ...(["close", "state", "state_size", "seal", "input", "input_size", "output", "output_size"] as const),
      ...(["target", "target_size", "predict", "learn", "flush"] as const),
    ].map((name) => exports[name](handle));
    calls.push(exports.learn_class(handle, 0), exports.set(handle, 1, 0.1), exports.restore(handle, 0, 0));
    calls.push(exports.parameter(handle, 0, 0));
    expect(new Set(calls)).toEqual(new Set([abi.E_HANDLE]));
    for (const read of [
      () => exports.checksum(handle),
      () => exports.loss(handle),
      () => exports.get(handle, 1),
      () => exports.count(handle, 1, 0),
    ]) {
      expect(read()).toBe(0);
      expect(exports.error(abi.ERROR_CODE)).toBe(abi.E_HANDLE);
    }
  }
  expect(model.state()).toEqual(before);
});

test("models of two cores keep to their own, though their handles are equal", async () => {
  const [one, other] = [await Core.load(), await Core.load({ build: "scalar" })];
  using mine = await Model.create(SPEC, { core: one });
  using yours = await Model.create({ ...SPEC, seed: 5 }, { core: other });
  const before = yours.checksum();
  mine.learn([1, 2], 3);
  expect(yours.checksum()).toBe(before);
  using moved = mine.clone({ core: other });
  expect(moved.core).toBe(other);
  expect(moved.checksum()).toBe(mine.checksum());
});

test("exports refuse addresses outside memory, and nothing traps", async () => {
  const core = await Core.load();
  const { exports } = core;
  const end = core.memoryBytes;
  for (const [address, length] of [
    [0, 100],
    [end - 10, 100],
    [0x7fffffff, 1000],
    [-1, 100],
    [exports.arena(), -1],
    [exports.arena(), 0],
  ] as const) {
    expect(exports.open(address, length)).toBeLessThan(0);
    expect(exports.measure(address, length)).toBeLessThan(0);
  }
  using model = await Model.create(SPEC, { core });
  const before = model.checksum();
  const size = model.state().length;
  for (const address of [0, 4, end * 4, -16, 0x7ffffff0]) {
    expect(exports.restore(1, address, size)).toBeLessThan(0);
  }
  expect(exports.restore(1, exports.state(1), size)).toBeLessThan(0);
  expect(model.checksum()).toBe(before);
});
