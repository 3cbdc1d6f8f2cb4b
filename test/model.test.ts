import { describe, expect, test } from "vitest";
import { Core, Model, type ModelSpec } from "../src/index.ts";
import { membersOf } from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const XOR: ModelSpec = {
  inputs: 2,
  layers: [
    { type: "dense", units: 8, activation: "tanh" },
    { type: "dense", units: 1, activation: "sigmoid" },
  ],
  loss: "binaryCrossEntropy",
  optimizer: { type: "sgd", learningRate: 0.1 },
  seed: 1,
};
const CLASSES: ModelSpec = {
  inputs: ["a", "b"],
  classes: ["low", "middle", "high"],
  layers: [{ type: "dense", units: 3, activation: "softmax" }],
  loss: "crossEntropy",
};

test("XOR is learnt in a handful of statements", async () => {
  const model = await Model.create(XOR);
  const rows = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ] as const;
  for (let epoch = 0; epoch < 3000; epoch++) for (const [a, b, y] of rows) model.learn([a, b], [y]);
  expect(rows.map(([a, b]) => Math.round(model.predict([a, b])[0] as number))).toEqual([0, 1, 1, 0]);
  model.dispose();
});

describe.each(["auto", "simd", "scalar", "mcu"] as const)("the %s build", (build) => {
  test("creates, predicts and learns", async () => {
    const core = await Core.load({ build });
    expect(core.build).toBe(build === "auto" ? "simd" : build);
    using model = await Model.create(XOR, { core });
    const [before] = model.predict([0, 1]) as unknown as [number];
    expect(model.learn([0, 1], [1])).toBeCloseTo(-Math.log(before), 6);
    expect(model.predict([0, 1])[0]).toBeGreaterThan(before);
  });
});

describe("a core", () => {
  test("loads from bytes, from a compiled module and from a place", async () => {
    const { readFile } = await import("node:fs/promises");
    const url = new URL("../dist/core.wasm", import.meta.url);
    const bytes = await readFile(url);
    const sources = [{ bytes }, { bytes: new WebAssembly.Module(bytes) }, { url }, { url: "dist/core.wasm" }] as const;
    for (const source of sources) {
      const core = await Core.load(source);
      expect(core.build).toBe("given");
      using model = await Model.create(XOR, { core });
      expect(model.predict([1, 1])).toHaveLength(1);
    }
  });

  test("is shared by the models that name none", async () => {
    using one = await Model.create(XOR);
    using other = await Model.create(CLASSES);
    expect(one.core).toBe(other.core);
    expect(one.core).toBe(await Core.shared());
  });
});

describe("predict", () => {
  test("gives the same for every kind of list", async () => {
    using model = await Model.create({ ...XOR, inputs: 40 });
    const x = new Seeded(1).list(40);
    const expected = model.predict(x);
    const kinds = [Float32Array.from(x), Float64Array.from(x), { ...x, length: 40 }];
    for (const kind of kinds) expect(model.predict(kind)).toEqual(expected);
    expect(model.predict(Int8Array.from(x, (value) => value * 100))).toEqual(
      model.predict(x.map((value) => Math.trunc(value * 100))),
    );
  });

  test("hands out copies; predictInto fills what it is given and returns it", async () => {
    using model = await Model.create(CLASSES);
    const first = model.predict([1, 2]);
    const kept = first.slice();
    model.predict([-5, 3]);
    expect(first).toEqual(kept);
    for (const out of [new Float32Array(3), new Float64Array(3), [0, 0, 0]]) {
      expect(model.predictInto([1, 2], out)).toBe(out);
      expect(Array.from(out)).toEqual(Array.from(kept));
    }
  });

  test("predictClass names the likeliest class, of equals the first", async () => {
    using model = await Model.create({
      ...CLASSES,
      layers: [{ type: "dense", units: 3, activation: "softmax", initializer: "zeros" }],
    });
    expect(model.predictClass([0, 0])).toEqual({ label: "low", index: 0, probability: Math.fround(1 / 3) });
    for (let i = 0; i < 50; i++) model.learn({ a: 1, b: -1 }, "high");
    const { label, index, probability } = model.predictClass({ a: 1, b: -1 });
    expect([label, index, probability]).toEqual(["high", 2, model.predict([1, -1])[2]]);
  });

  test("one sigmoid output tells two classes apart", async () => {
    using model = await Model.create({ ...XOR, classes: ["no", "yes"] });
    for (let i = 0; i < 100; i++) model.learn([1, 1], "yes");
    const p = model.predict([1, 1])[0] as number;
    expect(model.predictClass([1, 1])).toEqual({ label: "yes", index: 1, probability: p });
    for (let i = 0; i < 200; i++) model.learn([1, 1], "no");
    const q = model.predict([1, 1])[0] as number;
    expect(model.predictClass([1, 1])).toEqual({ label: "no", index: 0, probability: 1 - q });
  });
});

describe("learn", () => {
  test("takes a class by name, by number and as probabilities alike", async () => {
    const models = await Promise.all([1, 2, 3].map(() => Model.create(CLASSES)));
    const labels = ["middle", 1, [0, 1, 0]];
    const losses = models.map((model, i) => model.learn([1, 2], labels[i] as never));
    expect(new Set(losses).size).toBe(1);
    expect(new Set(models.map((model) => model.checksum())).size).toBe(1);
    for (const model of models) model.dispose();
  });

  test("takes soft labels", async () => {
    using model = await Model.create(CLASSES);
    for (let i = 0; i < 2000; i++) model.learn([1, 1], [0.2, 0.3, 0.5]);
    expect(Array.from(model.predict([1, 1]), (p) => Math.round(p * 100) / 100)).toEqual([0.2, 0.3, 0.5]);
  });

  test("takes a plain number for one output, and for a sigmoid that is no class", async () => {
    using line = await Model.create({ inputs: 1, layers: [{ type: "dense", units: 1 }], loss: "mse" });
    expect(line.learn([1], 3)).toBeGreaterThan(0);
    using share = await Model.create({
      inputs: 1,
      layers: [{ type: "dense", units: 1, activation: "sigmoid" }],
      loss: "mse",
    });
    const [p] = share.predict([1]);
    expect(share.learn([1], 0.25)).toBeCloseTo((0.25 - (p as number)) ** 2, 6);
  });

  test("weighs a sample by its weight, for that sample alone", async () => {
    using heavy = await Model.create(XOR);
    using fast = await Model.create(XOR);
    expect(heavy.learn([0, 1], 1, { weight: 3 })).toBe(fast.learn([0, 1], 1, { weight: 1 }));
    expect(heavy.checksum()).not.toBe(fast.checksum());
    using plain = await Model.create(XOR);
    plain.learn([0, 1], 1);
    expect(plain.checksum()).toBe(fast.checksum());
    using nothing = await Model.create(XOR);
    const before = nothing.parameters();
    nothing.learn([0, 1], 1, { weight: 0 });
    expect(nothing.parameters()).toEqual(before);
  });

  test("answers null while a batch fills, then its mean loss; flush applies what waits", async () => {
    using model = await Model.create({ ...XOR, batchSize: 3 });
    using single = await Model.create({ ...XOR, optimizer: { type: "sgd", learningRate: 0 } });
    const mean = [0, 1, 1].reduce((sum, y, i) => sum + (single.learn([i, y], y) as number) / 3, 0);
    expect(model.flush()).toBeNull();
    expect([model.learn([0, 0], 0), model.learn([1, 1], 1)]).toEqual([null, null]);
    expect(model.learn([2, 1], 1)).toBeCloseTo(mean, 6);
    expect(model.steps).toBe(1);
    model.learn([0, 0], 0);
    expect(model.flush()).toBeGreaterThan(0);
    expect([model.steps, model.flush()]).toEqual([2, null]);
  });
});

describe("parameters", () => {
  test("are every tensor by layer and name, weights row by row of a unit", async () => {
    using model = await Model.create({
      inputs: 2,
      layers: [
        { type: "standardize" },
        { type: "dense", units: 3, activation: "relu" },
        { type: "batchNorm" },
        { type: "dense", units: 1, bias: false },
      ],
      loss: "mse",
      standardizeTargets: { decay: 0.9 },
    });
    const shapes = model
      .parameters()
      .map(({ member, layer, name, shape }) => `${member} ${layer}.${name} ${shape.join("x")}`);
    expect(new Set(shapes)).toEqual(
      new Set([
        ...["0 0.weightSum 1", "0 0.mean 2", "0 0.variance 2", "0 1.weight 3x2", "0 1.bias 3"],
        ...["0 2.scale 3", "0 2.shift 3", "0 2.mean 3", "0 2.variance 3", "0 3.weight 1x3"],
        ...["0 targets.weightSum 1", "0 targets.mean 1", "0 targets.variance 1"],
      ]),
    );
  });

  test("set by hand, a net computes what is worked out on paper", async () => {
    using model = await Model.create({
      inputs: 2,
      layers: [
        { type: "dense", units: 2, activation: "relu" },
        { type: "dense", units: 1 },
      ],
      loss: "mse",
    });
    model.setParameters([
      { layer: 0, name: "weight", shape: [2, 2], data: [1, 2, -1, 1] },
      { layer: 0, name: "bias", data: [0.5, -0.5] },
      { layer: 1, name: "weight", data: [2, 3] },
      { member: 0, layer: 1, name: "bias", data: Float64Array.of(1) },
    ]);
    expect(Array.from(model.predict([1, 2]))).toEqual([2 * 5.5 + 3 * 0.5 + 1]);
  });

  test("are copies, and make the same model elsewhere", async () => {
    using model = await Model.create(CLASSES);
    using other = await Model.create({ ...CLASSES, seed: 2 });
    other.setParameters(model.parameters());
    expect(other.predict([1, 2])).toEqual(model.predict([1, 2]));
    const before = model.checksum();
    for (const { data } of model.parameters()) data.fill(9);
    expect(model.checksum()).toBe(before);
  });

  test("are set all or none", async () => {
    using model = await Model.create(CLASSES);
    const before = model.state();
    const good = { layer: 0, name: "bias", data: [1, 2, 3] } as const;
    const cases: [update: unknown, complaint: string][] = [
      [
        { layer: 1, name: "weight", data: [] },
        "E_KEY [1]: the model has no such tensor; expected one of layers[0].weight; layers[0].bias, got layers[1].weight",
      ],
      [{ layer: 0, name: "wieght", data: [] }, 'Did you mean "weight"?'],
      [
        { layer: 0, name: "weight", data: [1] },
        "E_SHAPE layers[0].weight: another size; expected 6, got an array of 1",
      ],
      [
        { layer: 0, name: "weight", shape: [2, 3], data: new Array(6) },
        "E_SHAPE layers[0].weight: another shape; expected [3, 2], got [2, 3]",
      ],
      [
        { layer: 0, name: "weight", data: [1, 2, 3, 4, 5, Number.NaN] },
        "E_VALUE layers[0].weight, element 5: no value for a parameter; expected a finite number of magnitude below 1e18, got NaN",
      ],
      [{ layer: 0, name: "weight", data: [1, 2, 3, 4, 5, 1e18] }, "got 1000000000000000000"],
      [{ layer: 0, name: "weight", data: [1, 2, 3, 4, 5, "6"] }, 'got "6"'],
      [{ layer: 0, name: "weight", data: null }, "E_SHAPE layers[0].weight: another size; expected 6, got null"],
      [good, "E_KEY layers[0].bias: the same tensor twice"],
    ];
    for (const [update, complaint] of cases) {
      expect(await complaintOf(() => model.setParameters([good, update as never]))).toContain(complaint);
      expect(model.state()).toEqual(before);
    }
  });
});

describe("a model tells of itself", () => {
  test("its learning rate, which can be set, and what the schedule makes of it", async () => {
    using model = await Model.create({
      ...XOR,
      optimizer: { type: "sgd", learningRate: 0.1, schedule: { type: "inverseTime", decay: 1 } },
    });
    expect(model.learningRate).toBe(0.1);
    model.learningRate = 0.3;
    model.learn([0, 1], 1);
    expect(model.learningRate).toBe(0.3);
    expect(model.stats().learningRate).toBeCloseTo(0.15, 6);
    expect(membersOf(model.spec)[0]?.optimizer.learningRate).toBe(0.1);
  });

  test("its counters, memory, penalty and the health of its layers", async () => {
    using model = await Model.create({
      ...XOR,
      layers: [{ type: "dense", units: 8, activation: "tanh", l2: 0.5 }, ...XOR.layers.slice(1)],
    });
    for (let i = 0; i < 10; i++) model.predict([0, 1]);
    expect(model.stats().loss).toBeNull();
    const loss = model.learn([0, 1], 1);
    expect(() => model.learn([0, Number.NaN], 1)).toThrow();
    const stats = model.stats();
    expect(stats.counters).toEqual({ learnt: 1, updates: 1, skipped: 0, pending: 0, predictions: 10, refused: 1 });
    expect(stats.loss).toBe(loss);
    expect(stats.parameters).toBe(33);
    expect(stats.memory.image + stats.memory.workspace).toBe(stats.memory.model);
    const weights = model.parameters()[0]?.data as Float32Array;
    const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
    expect(stats.penalty).toBeCloseTo(0.5 * squares, 4);
    expect(stats.layers[0]).toMatchObject({
      type: "dense",
      inputs: 2,
      units: 8,
      parameters: 24,
      learning: true,
      stuckUnits: 0,
    });
    expect(stats.layers[0]?.weightNorm).toBeCloseTo(Math.sqrt(squares), 4);
    expect(stats.layers[0]?.gradientNorm).toBeGreaterThan(0);
  });

  test("a frozen layer stays as it is, here and where it is loaded, until it may learn again", async () => {
    using model = await Model.create(XOR);
    model.freeze(0);
    const [weights] = model.parameters();
    model.learn([0, 1], 1);
    using twin = await Model.load(model.toBytes());
    twin.learn([0, 1], 1);
    expect(twin.parameters()[0]).toEqual(weights);
    expect(twin.parameters()[2]).not.toEqual(model.parameters()[2]);
    expect(twin.stats().layers.map(({ learning }) => learning)).toEqual([false, true]);
    twin.freeze(0, false);
    twin.learn([0, 1], 1);
    expect(twin.parameters()[0]).not.toEqual(weights);
  });
});

test("the spec of a model cannot be changed under it", async () => {
  using model = await Model.create(XOR);
  const layers = membersOf(model.spec)[0]?.layers as { units?: number }[];
  expect(() => Object.assign(layers[0] as object, { units: 9 })).toThrow(TypeError);
  expect(() => layers.pop()).toThrow(TypeError);
});

test("a spec that is refused is refused at create, with its path", async () => {
  expect(await complaintOf(() => Model.create({ ...XOR, layers: [{ type: "dense", units: 0 }] }))).toContain(
    "E_SPEC layers[0].units",
  );
});
