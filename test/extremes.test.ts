import { describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import { namesOf, OPTIMIZERS } from "../src/spec/names.ts";
import type { ModelSpec, OptimizerName } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";

// Legal settings at which training diverges: the model may be useless then, but it stays a model.
const STEPS = 200;
const RATES = [3, 1000];
const SCALES = [1, 1e6, 9e17];
interface Penalty {
  l1: number;
  l2: number;
}
const PENALTIES: Penalty[] = [
  { l1: 0, l2: 0 },
  { l1: 0, l2: 1 },
  { l1: 1, l2: 0.01 },
];

describe("a model that diverges stays whole", () => {
  test.each(namesOf(OPTIMIZERS))(
    "no NaN or infinity is stored, and its state and file can be read again: %s",
    async (type) => {
      const core = await Core.load({ build: "scalar" });
      for (const learningRate of RATES) {
        for (const penalty of PENALTIES) {
          for (const scale of SCALES) {
            for (const batchSize of [1, 3]) {
              for (const norm of [true, false])
                await diverge(core, specOf(type, learningRate, penalty, batchSize, norm), scale);
            }
          }
        }
      }
    },
  );

  test("outputs that are no numbers are refused, not returned", async () => {
    const layers = [{ type: "dense" as const, units: 1 }];
    const model = await Model.create({ inputs: 1, layers, loss: "mse" });
    model.setParameters([{ layer: 0, name: "weight", data: [9e17] }]);
    expect(model.predict([9e17])[0]).toBeCloseTo(8.1e35, -32);
    const deep = await Model.create({ inputs: 1, layers: [...layers, ...layers, ...layers], loss: "mse" });
    deep.setParameters([0, 1, 2].map((layer) => ({ layer, name: "weight", data: [9e17] })));
    expect(() => deep.predict([9e17])).toThrow(expect.objectContaining({ code: "E_STATE" }));
    const before = deep.parameters();
    deep.learn([9e17], [0]);
    expect(deep.parameters()).toEqual(before);
    expect(deep.stats().counters.skipped).toBe(1);
    for (const one of [model, deep]) one.dispose();
  });
});

function specOf(
  type: OptimizerName,
  learningRate: number,
  penalty: Penalty,
  batchSize: number,
  norm: boolean,
): ModelSpec {
  return {
    inputs: 3,
    layers: [
      { type: "dense", units: 4, activation: "relu", ...penalty },
      ...(norm ? [{ type: "batchNorm" as const }] : []),
      { type: "dense", units: 2, ...penalty },
    ],
    loss: "mse",
    batchSize,
    optimizer: { type, learningRate, ...((type === "momentum" || type === "nesterov") && { momentum: 0.99 }) },
  };
}

async function diverge(core: Core, spec: ModelSpec, scale: number): Promise<void> {
  const model = await Model.create(spec, { core });
  const random = new Seeded(1);
  for (let step = 0; step < STEPS; step++) {
    model.learn(random.list(3, -scale, scale), random.list(2, -scale, scale));
    if (step % 20 > 0) continue;
    for (const { data } of model.parameters()) expect(data.every(Number.isFinite)).toBe(true);
    model.restore(model.state());
  }
  const twin = await Model.load(model.toBytes(), { core });
  expect(twin.checksum()).toBe(model.checksum());
  twin.dispose();
  model.dispose();
}
