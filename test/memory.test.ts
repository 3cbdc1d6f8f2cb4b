import { describe, expect, test } from "vitest";
import { freshImage } from "../src/image.ts";
import { Core, type LayerSpec, MillraceError, Model, type ModelSpec } from "../src/index.ts";
import { type FullMember, fullSpec, membersOf, widthsOf } from "../src/spec.ts";
import { COMMITTEES } from "./support/committees.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { OPTIMIZERS, PLAIN_SPECS, rowsFor, statefulSpec } from "./support/specs.ts";

const SMALL: ModelSpec = {
  inputs: 16,
  layers: [
    { type: "standardize" },
    ...[32, 16, 4].map((units): LayerSpec => ({ type: "dense", units, activation: units === 4 ? "softmax" : "relu" })),
  ],
  loss: "crossEntropy",
};
const SPECS = [
  ...PLAIN_SPECS,
  ...OPTIMIZERS.flatMap((optimizer) => [statefulSpec(optimizer, 1), statefulSpec(optimizer, 6)]),
];

function measure(core: Core, spec: ModelSpec): number {
  const image = freshImage(fullSpec(spec));
  return core.checked(core.exports.measure(core.bring(image), image.length), "measure");
}

describe("a model's memory", () => {
  test.each(["simd", "scalar"] as const)(
    "is what measure said, and all it takes of the %s build's arena",
    async (build) => {
      for (const spec of [...SPECS, ...Object.values(COMMITTEES)]) {
        const core = await Core.load({ build });
        const needed = measure(core, spec);
        const free = core.freeBytes;
        const model = await Model.create(spec, { core });
        expect(free - core.freeBytes).toBe(needed);
        expect(model.bytes).toBe(needed);
        expect(model.stats().memory).toMatchObject({ model: needed, core: core.memoryBytes });
        model.dispose();
        expect(core.freeBytes).toBe(free);
      }
    },
  );

  test("fits a core of exactly its size, and one byte less is refused with needed and available", async () => {
    for (const spec of SPECS.slice(0, 5)) {
      const needed = measure(await Core.load(), spec);
      const core = await Core.load({ memoryBytes: needed });
      using model = await Model.create(spec, { core });
      expect(core.freeBytes).toBe(0);
      expect(await refusalOf(() => model.clone())).toMatchObject({ code: "E_MEMORY", expected: needed, actual: 0 });

      const small = await Core.load({ memoryBytes: needed - 16 });
      const error = await refusalOf(() => Model.create(spec, { core: small }));
      expect(error).toMatchObject({ code: "E_MEMORY", expected: needed, actual: needed - 16 });
      expect(error.message).toContain(`needed ${needed} bytes, available ${needed - 16}`);
      expect(small.freeBytes).toBe(needed - 16);
    }
  });

  test("is refused by the one page of the mcu build where it does not fit", async () => {
    const core = await Core.load({ build: "mcu" });
    const large: ModelSpec = { inputs: 784, layers: [{ type: "dense", units: 128 }], loss: "mse" };
    expect(await complaintOf(() => Model.create(large, { core }))).toMatch(
      /^E_MEMORY .*needed \d+ bytes, available \d+/,
    );
    using model = await Model.create(SMALL, { core });
    model.learn(new Array(16).fill(1), 0);
    const bytes = model.toBytes();
    const open: Model[] = [];
    const error = await refusalOf(async () => {
      for (;;) open.push(await Model.load(bytes, { core }));
    });
    expect(error.code).toBe("E_MEMORY");
    expect(open.length).toBeGreaterThan(5);
    expect(core.memoryBytes).toBe(65536);
    expect(open.at(-1)?.checksum()).toBe(model.checksum());
  });

  test("is given back: models opened and disposed of in turn take no more and no more", async () => {
    const core = await Core.load();
    const specs = SPECS.slice(0, 6);
    for (const spec of specs) (await Model.create(spec, { core })).dispose();
    const models = await Promise.all(specs.map((spec) => Model.create(spec, { core })));
    const [bytes, free] = [core.memoryBytes, core.freeBytes];
    for (let round = 0; round < 50; round++) {
      const chosen = (round * 7) % models.length;
      models[chosen]?.dispose();
      models[chosen] = await Model.create(specs[chosen] as ModelSpec, { core });
    }
    expect([core.memoryBytes, core.freeBytes]).toEqual([bytes, free]);
  });
});

test("a full core still takes a state, starts a model afresh, and fills the place of one that is gone", async () => {
  const bytes = measure(await Core.load(), SMALL);
  const core = await Core.load({ memoryBytes: 3 * bytes });
  const models = await Promise.all([1, 2, 3].map((seed) => Model.create({ ...SMALL, seed }, { core })));
  const [first, second] = models as [Model, Model];
  const [fresh, x] = [first.toBytes(), new Array(16).fill(0.5)];
  first.learn(x, 1);
  const state = first.state();
  first.learn(x, 2);
  first.restore(state);
  expect(first.state()).toEqual(state);
  first.reset();
  expect(first.toBytes()).toEqual(fresh);
  second.dispose();
  models[1] = await Model.load(fresh, { core });
  expect(models[1].checksum()).toBe(first.checksum());
  expect(core.freeBytes).toBe(0);
  expect(await refusalOf(() => Model.load(fresh, { core }))).toMatchObject({
    code: "E_MEMORY",
    expected: bytes,
    actual: 0,
  });
  for (const model of models) model.dispose();
  expect(core.freeBytes).toBeGreaterThan(0);
});

test("a reset that finds no room leaves the model as it is", async () => {
  const core = await Core.load({ build: "mcu" });
  const wide: ModelSpec = { inputs: 100, layers: [{ type: "dense", units: 140 }], loss: "mse" };
  using model = await Model.create(wide, { core });
  model.learn(new Array(100).fill(1), new Array(140).fill(1));
  const before = model.toBytes();
  expect(await refusalOf(() => model.reset())).toMatchObject({ code: "E_MEMORY" });
  expect(model.toBytes()).toEqual(before);
});

describe("plain SGD at batch 1 needs 4 bytes a parameter, 8 a unit, 20 an input and less than 1 KiB", () => {
  test.each(PLAIN_SPECS.map((spec) => [JSON.stringify(spec).slice(0, 100), spec] as const))(
    "%s",
    async (_name, spec) => {
      using model = await Model.create(spec, { core: await Core.load() });
      const inputs = spec.inputs as number;
      const units = widthsOf(inputs, (membersOf(model.spec)[0] as FullMember).layers)
        .slice(1)
        .reduce((sum, width) => sum + width, 0);
      expect(model.bytes).toBeLessThan(4 * model.stats().parameters + 8 * units + 20 * inputs + 1024);
    },
  );

  test("784-128-10 takes at most 4.1 bytes a parameter", async () => {
    const layers: LayerSpec[] = [
      { type: "dense", units: 128, activation: "relu" },
      { type: "dense", units: 10, activation: "softmax" },
    ];
    using model = await Model.create({ inputs: 784, layers, loss: "crossEntropy" }, { core: await Core.load() });
    expect(model.stats().parameters).toBe(784 * 128 + 128 + 128 * 10 + 10);
    expect(model.bytes / model.stats().parameters).toBeLessThanOrEqual(4.1);
  });
});

test("10,000 models of 16-32-16-4 with scaler share one core at 5.6 KiB each at most", async () => {
  const core = await Core.load();
  const free = core.freeBytes;
  const models: Model[] = [];
  for (let i = 0; i < 10_000; i++) models.push(await Model.create({ ...SMALL, seed: i }, { core }));
  expect((free - core.freeBytes) / models.length).toBeLessThanOrEqual(5.6 * 1024);
  expect(models[0]?.bytes).toBeLessThanOrEqual(5.6 * 1024);

  const x = new Array(16).fill(0.5);
  const alone = await Model.create({ ...SMALL, seed: 9_999 }, { core: await Core.load() });
  const last = models.at(-1) as Model;
  expect(last.checksum()).toBe(alone.checksum());
  expect(last.learn(x, 2)).toBe(alone.learn(x, 2));
  expect(last.checksum()).toBe(alone.checksum());
  expect(new Set(models.slice(0, 100).map((model) => model.checksum())).size).toBe(100);
  for (const model of models) model.dispose();
  alone.dispose();
});

test("no working call grows memory", async () => {
  for (const spec of SPECS) {
    const core = await Core.load();
    using model = await Model.create(spec, { core });
    const { buffer } = core.exports.memory;
    const out = new Float32Array(model.spec.outputs);
    for (const { x, y } of rowsFor(spec, 40)) {
      model.predict(x);
      model.predictInto(x, out);
      model.learn(x, y, { weight: 0.5 });
    }
    model.flush();
    model.freeze(spec.layers.findIndex(({ type }) => type === "dense"));
    model.learningRate = 0.001;
    model.setParameters(model.parameters());
    void [model.stats(), model.checksum(), model.toBytes(), model.state()];
    for (const x of [[], new Array(10_000).fill(1)]) expect(() => model.predict(x)).toThrow(MillraceError);
    expect(core.exports.memory.buffer).toBe(buffer);
  }
});

test("a model works on when another one has made memory grow", async () => {
  const core = await Core.load();
  using model = await Model.create(SMALL, { core });
  using twin = await Model.create(SMALL, { core: await Core.load() });
  const x = new Array(16).fill(0.25);
  expect(model.learn(x, 1)).toBe(twin.learn(x, 1));
  const before = core.memoryBytes;
  using large = await Model.create({ inputs: 1000, layers: [{ type: "dense", units: 1000 }], loss: "mse" }, { core });
  expect(core.memoryBytes).toBeGreaterThan(before);
  expect(large.bytes).toBeGreaterThan(4e6);
  expect(model.predict(x)).toEqual(twin.predict(x));
  expect(model.learn(x, 1)).toBe(twin.learn(x, 1));
  expect(model.checksum()).toBe(twin.checksum());
});
