import { describe, expect, test } from "vitest";
import { layoutOf } from "../src/image/layout.ts";
import { Core, Model, type NetworkSpec, type ReactionSpec } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { Generator } from "./support/generator.ts";
import { rowsFor } from "./support/specs.ts";
import { WATCHED } from "./support/watched.ts";

const DRIFT = 20;
const ROWS = 40;

/** Two inputs, of which the second jumps at row DRIFT; the detector sees that in the same row, and nothing else ever. */
function watching(reaction: ReactionSpec, rest: Partial<NetworkSpec> = {}): NetworkSpec {
  return {
    inputs: 2,
    layers: [{ type: "dense", units: 1, bias: false, initializer: "zeros" }],
    loss: "mse",
    drift: [{ type: "pageHinkley", on: { input: 1 }, warmUp: 20, threshold: 3, reaction }],
    ...rest,
  };
}
const sample = (row: number): number[] => [1, row < DRIFT ? 0 : 10];

/** Learns row after row, with what is asked for before each and after the last. */
async function follow<Figure>(spec: NetworkSpec, figure: (model: Model, row: number) => Figure): Promise<Figure[]> {
  using model = await Model.create(spec, { core: await Core.load() });
  const figures = Array.from({ length: ROWS }, (_, row) => {
    const now = figure(model, row);
    model.learn(sample(row), 5);
    return now;
  });
  expect(model.drift()).toMatchObject([{ drifts: 1, status: "none" }]);
  return [...figures, figure(model, ROWS)];
}

/** `true` for the rows from `first` on, `count` of them. */
const during = (first: number, count: number): boolean[] =>
  Array.from({ length: ROWS }, (_, row) => row >= first && row < first + count);

describe("raiseLearningRate", () => {
  test("multiplies the rate of exactly so many samples after the drift, and no other", async () => {
    const spec = watching({ type: "raiseLearningRate", factor: 4, samples: 7 }, { optimizer: "sgd" });
    const weights = await follow(spec, (model) => model.parameters()[0]?.data.slice() as Float32Array);
    const rates = during(0, 0).map((_, row) => {
      const [before, after] = [weights[row] as Float32Array, weights[row + 1] as Float32Array];
      const [x0 = 0, x1 = 0] = sample(row);
      const error = (before[0] as number) * x0 + (before[1] as number) * x1 - 5;
      return ((before[0] as number) - (after[0] as number)) / (2 * error * x0);
    });
    expect(rates.map((rate) => Math.round(rate * 1000) / 1000)).toEqual(
      during(DRIFT + 1, 7).map((raised) => (raised ? 0.04 : 0.01)),
    );
  });

  test("counts anew from a drift that comes while it lasts, and multiplies with that of another detector", async () => {
    const raise = (factor: number, samples: number): ReactionSpec => ({ type: "raiseLearningRate", factor, samples });
    const drift = (threshold: number, reaction: ReactionSpec) =>
      ({ type: "pageHinkley", on: { input: 0 }, warmUp: 1, threshold, alpha: 1, delta: 0.001, reaction }) as const;
    using model = await Model.create({
      inputs: 1,
      layers: [{ type: "dense", units: 1, initializer: "zeros" }],
      loss: "mse",
      optimizer: { type: "sgd", learningRate: 0 },
      drift: [drift(1, raise(2, 5)), drift(100, raise(3, 5))],
    });
    // A rate of 0 times anything is 0: only the counters move, which the state shows.
    const lasting = () => {
      const { drift: places, stateOffset } = layoutOf(model.spec);
      const state = new DataView(model.state().buffer);
      return places.map((at) => state.getUint32(at - stateOffset + 8, true));
    };
    const seen = [0, 3, 3, 0, 0, 300, 300].map((value) => {
      model.learn([value], 0);
      return lasting();
    });
    expect(seen).toEqual([
      [0, 0],
      [5, 0],
      [4, 0],
      [5, 0],
      [4, 0],
      [5, 5],
      [4, 4],
    ]);
  });
});

describe("reopenScaler", () => {
  test.each([0.97, "all"] as const)(
    "moves the scalers with its decay for exactly so many samples, with %s before and after",
    async (decay) => {
      const layers: NetworkSpec["layers"] = [
        { type: "standardize", decay },
        { type: "dense", units: 1 },
      ];
      const spec = watching({ type: "reopenScaler", decay: 0.5, samples: 6 }, { layers });
      const sums = await follow(spec, (model) => model.parameters().find(({ name }) => name === "weightSum")?.data[0]);
      const decays = during(0, 0).map((_, row) =>
        row === 0 ? null : ((sums[row + 1] as number) - 1) / (sums[row] as number),
      );
      const own = decay === "all" ? 1 : decay;
      // The detector sees the standardised input, which jumps in the same row.
      expect(decays.slice(1).map((value) => Math.round((value as number) * 1e5) / 1e5)).toEqual(
        during(DRIFT + 1, 6)
          .slice(1)
          .map((open) => (open ? 0.5 : own)),
      );
    },
  );
});

describe("resetHead", () => {
  const layers: NetworkSpec["layers"] = [
    { type: "dense", units: 3, activation: "tanh" },
    { type: "dense", units: 2 },
    { type: "activation", activation: "softmax" },
  ];
  const spec = (reaction: ReactionSpec): NetworkSpec =>
    watching(reaction, {
      layers,
      loss: "crossEntropy",
      optimizer: { type: "adam", learningRate: 0.01 },
      average: { decay: 0.9 },
      seed: 5,
    });

  test("draws the last layer again; its slots are 0, its average follows, all else stays", async () => {
    using model = await Model.create(spec("resetHead"), { core: await Core.load() });
    using twin = await Model.create(spec("report"), { core: await Core.load() });
    for (let row = 0; row <= DRIFT; row++) {
      expect(model.parameters()).toEqual(twin.parameters());
      for (const one of [model, twin]) one.learn(sample(row), row % 2);
    }
    expect(model.drift()).toMatchObject([{ status: "drift", drifts: 1 }]);

    const generator = new Generator(5);
    for (let i = 0; i < 3 * 2 + 3 + 2 * 3 + 2; i++) generator.uniform();
    const bound = 1 / Math.sqrt(3);
    const drawn = Array.from({ length: 8 }, () => (2 * generator.uniform() - 1) * bound);
    for (const average of [false, true]) {
      const head = model.parameters().filter((one) => one.layer === 1 && one.average === average);
      expect(head.map(({ name }) => name)).toEqual(["weight", "bias"]);
      for (const [i, value] of head.flatMap(({ data }) => Array.from(data)).entries()) {
        expect(value).toBeCloseTo(drawn[i] as number, 6);
      }
    }
    const below = (one: Model) => one.parameters().filter(({ layer }) => layer === 0);
    expect(below(model)).toEqual(below(twin));
    expect(slotsOf(model, 1)).toEqual(new Array(16).fill(0));
    expect(slotsOf(model, 0)).toEqual(slotsOf(twin, 0));
    expect(slotsOf(twin, 1)).not.toContain(0);
  });

  function slotsOf(model: Model, layer: number): number[] {
    const { members, stateOffset } = layoutOf(model.spec);
    const at = (members[0]?.layers[layer]?.slots ?? 0) - stateOffset;
    const count = 2 * (layer === 0 ? 9 : 8);
    return Array.from(new Float32Array(model.state().slice(at, at + 4 * count).buffer));
  }
});

test("report changes nothing: the weights are those of a model without detectors", async () => {
  for (const [name, spec] of Object.entries(WATCHED)) {
    const reporting = {
      ...spec,
      drift: spec.drift?.map((one) => Object.assign({}, one, { reaction: "report" })) ?? [],
    };
    const { drift: _, ...without } = spec;
    using model = await Model.create(reporting as NetworkSpec, { core: await Core.load() });
    using plain = await Model.create(without as NetworkSpec, { core: await Core.load() });
    for (const { x, y } of rowsFor(spec, 100)) {
      const loss = model.learn(x, y);
      expect(loss).toBe(plain.learn(x, y));
    }
    expect(model.parameters(), name).toEqual(plain.parameters());
  }
});

test("the nervous detectors of the generic tests see drifts, so that those go through every reaction", async () => {
  for (const [name, spec] of Object.entries(WATCHED)) {
    using model = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rowsFor(spec, 120)) model.learn(x, y);
    for (const { type, drifts } of model.drift()) expect([name, type, drifts > 0]).toEqual([name, type, true]);
    expect(model.drift()).toHaveLength(fullSpec(spec).drift?.length ?? 0);
  }
});

test("a model saved anywhere in a reaction goes on with it elsewhere, bit for bit", async () => {
  const layers: NetworkSpec["layers"] = [{ type: "standardize" }, { type: "dense", units: 1, initializer: "zeros" }];
  for (const reaction of [
    { type: "raiseLearningRate", factor: 4, samples: 7 },
    { type: "reopenScaler", decay: 0.5, samples: 7 },
    "resetHead",
  ] as const) {
    const spec = watching(reaction, { layers });
    using whole = await Model.create(spec, { core: await Core.load() });
    const core = await Core.load({ build: "scalar" });
    const saved: Uint8Array[] = [];
    for (let row = 0; row < ROWS; row++) {
      if (row >= DRIFT - 1 && row < DRIFT + 10) saved.push(whole.toBytes());
      whole.learn(sample(row), 5);
    }
    for (const [i, bytes] of saved.entries()) {
      using second = await Model.load(bytes, { core });
      for (let row = DRIFT - 1 + i; row < ROWS; row++) second.learn(sample(row), 5);
      expect(second.state()).toEqual(whole.state());
    }
  }
});
