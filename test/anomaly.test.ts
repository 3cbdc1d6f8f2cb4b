import { describe, expect, test } from "vitest";
import { Core, Model, type NetworkSpec } from "../src/index.ts";
import { type FullSpec, fullSpec, type LayerSpec, type PresetName } from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";
import { quantileOf, StreamingQuantile } from "./support/quantile.ts";
import { Seeded } from "./support/seeded.ts";
import { rowsFor } from "./support/specs.ts";
import { WATCHED } from "./support/watched.ts";

const scaler: LayerSpec = { type: "standardize", decay: "all", clip: 0 };
/** Answers the mean and never learns anything but that: its score is the squared distance in standard deviations. */
const DEAF: NetworkSpec = {
  inputs: 1,
  layers: [scaler, { type: "dense", units: 1, initializer: "zeros", trainable: false }],
  loss: "mse",
  anomaly: {},
};
const SCORED = Object.entries(WATCHED).filter(([, spec]) => spec.anomaly);

describe.each(SCORED)("%s", (_name, spec) => {
  test("score changes no byte of the state and nothing that learning sees", async () => {
    const core = await Core.load();
    using model = await Model.create(spec, { core });
    using silent = await Model.create(spec, { core });
    for (const { x } of rowsFor(spec, 60)) {
      const before = model.state();
      const first = model.score(x);
      expect(model.score(x)).toEqual(first);
      expect(model.state()).toEqual(before);
      expect(first.anomaly).toBe(first.score > first.threshold);
      expect(model.learn(x)).toBe(silent.learn(x));
    }
    expect(model.state()).toEqual(silent.state());
  });

  test("calls nothing an anomaly before its warm-up is over", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    const { warmUp } = (fullSpec(spec) as FullSpec & { anomaly: { warmUp: number } }).anomaly;
    const rows = rowsFor(spec, warmUp + 1);
    for (const { x } of rows.slice(0, warmUp)) {
      expect(model.score(x)).toMatchObject({ threshold: Number.POSITIVE_INFINITY, anomaly: false });
      model.learn(x);
    }
    expect(model.score(rows[warmUp]?.x ?? []).threshold).toBeLessThan(Number.POSITIVE_INFINITY);
  });
});

test("what it has learnt to give back scores low, and what breaks the pattern high", async () => {
  using model = await Model.create({ inputs: 3, task: "anomaly", preset: "light" }, { core: await Core.load() });
  const random = new Seeded(4);
  const row = (): number[] => {
    const level = random.uniform(-1, 1);
    return [level, 2 * level + 5, -level];
  };
  for (let i = 0; i < 3000; i++) model.learn(row());
  const usual = model.score([0.5, 6, -0.5]);
  const broken = model.score([0.5, 4, -0.5]);
  expect(usual.anomaly).toBe(false);
  expect(broken.anomaly).toBe(true);
  expect(broken.score).toBeGreaterThan(50 * usual.score);
});

test("predict gives the inputs back in their own units", async () => {
  using model = await Model.create({ inputs: 2, task: "anomaly", preset: "light" }, { core: await Core.load() });
  const random = new Seeded(4);
  for (let i = 0; i < 3000; i++) {
    const level = random.uniform(90, 110);
    model.learn([level, level / 100]);
  }
  const [first = 0, second = 0] = model.predict([104, 1.04]);
  expect(first).toBeCloseTo(104, 0);
  expect(second).toBeCloseTo(1.04, 2);
});

describe("the threshold", () => {
  const uniform = (random: Seeded): number => random.uniform(-1, 1);
  const normal = (random: Seeded): number =>
    Math.sqrt(-2 * Math.log(random.uniform(1e-9, 1))) * Math.cos(2 * Math.PI * random.uniform());
  const heavy = (random: Seeded): number => Math.exp(normal(random));
  const twoHeaps = (random: Seeded): number => normal(random) / 9 + 3 * random.sign();
  const sources = { uniform, normal, heavy, twoHeaps };

  test.each(
    Object.entries(sources).flatMap(([name, source]) =>
      [0.9, 0.99, 0.999].map((quantile) => [name, quantile, source] as const),
    ),
  )(
    "on %s values is the %d quantile of the scores since half of the warm-up: P-square in float64, and near the exact one",
    async (name, quantile, source) => {
      const warmUp = 1001;
      using model = await Model.create({ ...DEAF, anomaly: { quantile, warmUp } }, { core: await Core.load() });
      const random = new Seeded(8);
      const reference = new StreamingQuantile(quantile);
      const scores: number[] = [];
      for (let i = 0; i < 30_000; i++) {
        // The loss is the mean squared error: the score, with the scaler moved.
        const score = model.learn([source(random)]) as number;
        if (i < Math.floor(warmUp / 2)) continue;
        scores.push(score);
        reference.add(score);
      }
      const { threshold } = model.score([0]);
      expect(Math.abs(threshold / reference.value - 1)).toBeLessThan(1e-5);
      // Of heavy tails thirty scores lie above the quantile .999, far from each other.
      const share = name === "heavy" && quantile === 0.999 ? 0.1 : 0.04;
      expect(Math.abs(threshold / quantileOf(scores, quantile) - 1)).toBeLessThan(share);
    },
  );

  test.each([
    // Weights that jitter: their average answers better than they do.
    [
      "averages answer",
      { average: { decay: 0.99 } },
      [
        { type: "dense", units: 1 },
        { type: "dense", units: 4 },
      ],
    ],
    [
      "nothing is dropped",
      {},
      [
        { type: "dropout", rate: 0.5 },
        { type: "dense", units: 4, trainable: false },
      ],
    ],
  ] as [string, Partial<NetworkSpec>, LayerSpec[]][])(
    "is of the answers that score gives: %s",
    async (_n, rest, layers) => {
      const spec: NetworkSpec = {
        inputs: 4,
        layers: [{ type: "standardize", decay: 0.999 }, ...layers],
        loss: "mse",
        optimizer: { type: "sgd", learningRate: 0.3 },
        anomaly: { quantile: 0.9 },
        ...rest,
      };
      using model = await Model.create(spec, { core: await Core.load() });
      const random = new Seeded(2);
      let anomalies = 0;
      for (let i = 0; i < 4000; i++) {
        const x = random.list(4);
        if (i >= 2000 && model.score(x).anomaly) anomalies++;
        model.learn(x);
      }
      expect(anomalies / 2000).toBeGreaterThan(0.08);
      expect(anomalies / 2000).toBeLessThan(0.12);
    },
  );
});

describe("an anomaly model is refused with path and way out", () => {
  const spec: NetworkSpec = { inputs: 2, layers: [{ type: "standardize" }, { type: "dense", units: 2 }], loss: "mse" };
  const anomaly = { ...spec, anomaly: {} };
  const member = (decay: number) => ({
    layers: [
      { type: "standardize", decay },
      { type: "dense", units: 2 },
    ],
  });
  test.each([
    [
      "fewer outputs",
      { ...anomaly, layers: [{ type: "standardize" }, { type: "dense", units: 1 }] },
      "E_SPEC outputs:",
    ],
    [
      "no scaler",
      { ...anomaly, layers: [{ type: "dense", units: 2 }] },
      "E_SPEC layers[0]: an anomaly model learns to",
    ],
    [
      "scalers that differ",
      { inputs: 2, loss: "mse", anomaly: {}, members: [member(0.9), member(0.99)] },
      "members[1]",
    ],
    ["probabilities", { ...anomaly, loss: "binaryCrossEntropy" }, "E_SPEC loss:"],
    ["a scaler of targets", { ...anomaly, standardizeTargets: {} }, "E_SPEC standardizeTargets:"],
    ["a batch", { ...anomaly, batchSize: 4 }, "E_SPEC batchSize:"],
    ["a quantile of 1", { ...spec, anomaly: { quantile: 1 } }, "E_SPEC anomaly.quantile: not a legal number"],
    ["a negative warm-up", { ...spec, anomaly: { warmUp: -1 } }, "E_SPEC anomaly.warmUp: not a legal number"],
    ["a slip", { ...spec, anomaly: { quantil: 0.9 } }, 'Did you mean "quantile"?'],
    ["scores of a regression", { inputs: 2, task: "regression", anomaly: {} }, 'expected it with the task "anomaly"'],
    ["classes", { inputs: 2, task: "anomaly", classes: ["a", "b"] }, "E_SPEC classes: an anomaly model has none"],
    ["other outputs", { inputs: 2, task: "anomaly", outputs: 3 }, "E_SPEC outputs:"],
  ] as [string, object, string][])("%s", async (_name, given, complaint) => {
    expect(await complaintOf(() => fullSpec(given))).toContain(complaint);
  });

  test("and refuses a label, a score it does not have, and what is no sample", async () => {
    using model = await Model.create(anomaly, { core: await Core.load() });
    using plain = await Model.create(spec, { core: await Core.load() });
    expect(await complaintOf(() => model.learn([1, 2], [1, 2]))).toContain("E_SHAPE target: an anomaly model learns");
    expect(await complaintOf(() => plain.score([1, 2]))).toContain("E_SPEC this model has no scores");
    expect(await complaintOf(() => model.score([1, Number.NaN]))).toContain("E_VALUE");
    expect(await complaintOf(() => model.score([1]))).toContain("E_SHAPE");
  });
});

test("every preset writes out with defaults and takes its own", () => {
  for (const preset of ["light", "standard", "thorough"] satisfies PresetName[]) {
    const full = fullSpec({ inputs: 12, task: "anomaly", preset });
    expect(fullSpec(full)).toEqual(full);
    expect(fullSpec({ inputs: 12, task: "anomaly", preset, anomaly: { quantile: 0.9 } }).anomaly?.quantile).toBe(0.9);
  }
});
