import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { splitFile } from "../src/image.ts";
import { Core, type Inputs, MillraceError, Model, type ModelSpec, type Target } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { statefulSpec } from "./support/specs.ts";

// The same cases on every run.
const RUNS = { seed: 20, numRuns: 1500 };
const MODEL: ModelSpec = { ...statefulSpec({ type: "adam", learningRate: 0.01 }, 3), missing: "refuse" };

let core: Core;
let model: Model;
beforeAll(async () => {
  core = await Core.load();
  model = await Model.create(MODEL, { core });
});
afterAll(() => model.dispose());

const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(1e18, -1e18, 3e38, 1e39, 5e-324, 0x80000000, 2 ** 31, -0),
);
const junk = fc.oneof(fc.anything({ withBigInt: true, withSparseArray: true, withTypedArray: true }), number);

/** What the work throws must be our error; what is then returned tells whether it threw. */
function refused(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (!(error instanceof MillraceError)) throw error;
    expect(error.message.length).toBeGreaterThan(10);
    return true;
  }
}

test("whatever is handed to learn and predict is learnt, or refused with a typed error and no change", () => {
  const inputs = fc.oneof(fc.array(number, { minLength: 4, maxLength: 6 }), junk);
  const target = fc.oneof(fc.integer({ min: -1, max: 4 }), fc.array(number, { minLength: 3, maxLength: 3 }), junk);
  fc.assert(
    fc.property(inputs, target, fc.oneof({ weight: 3, arbitrary: fc.constant(2) }, junk), (x, y, weight) => {
      const before = model.checksum();
      refused(() => model.predict(x as Inputs));
      expect(model.checksum()).toBe(before);
      if (refused(() => model.learn(x as Inputs, y as Target, { weight: weight as number }))) {
        expect(model.checksum()).toBe(before);
      }
      for (const { data } of model.parameters()) expect(data.every(Number.isFinite)).toBe(true);
    }),
    RUNS,
  );
});

test("whatever is handed over as a spec is a spec, or refused with a typed error", () => {
  const layer = fc.record(
    {
      type: fc.constantFrom("dense", "dropout", "batchNorm", "standardize", "activation", "dens"),
      units: fc.oneof(number, junk),
      activation: fc.oneof(fc.constantFrom("relu", "softmax", "sigmoid", "leaky_relu"), junk),
      rate: number,
      decay: fc.oneof(number, fc.constant("all")),
      alpha: number,
    },
    { requiredKeys: ["type"] },
  );
  const spec = fc.record(
    {
      inputs: fc.oneof(number, fc.array(fc.string()), junk),
      layers: fc.oneof(fc.array(fc.oneof(layer, junk)), junk),
      loss: fc.oneof(fc.constantFrom("mse", "crossEntropy", "bce", "hubr"), junk),
      optimizer: fc.oneof(fc.record({ type: fc.constantFrom("sgd", "adam"), learningRate: number }), junk),
      batchSize: fc.oneof(number, junk),
      seed: fc.oneof(number, junk),
    },
    { requiredKeys: ["inputs", "layers", "loss"] },
  );
  fc.assert(
    fc.property(fc.oneof(spec, junk), (value) => {
      if (!refused(() => fullSpec(value))) expect(fullSpec(fullSpec(value))).toEqual(fullSpec(value));
    }),
    RUNS,
  );
});

test("bytes that are no model are refused with a typed error, whatever their header claims", async () => {
  const file = model.toBytes();
  const free = core.freeBytes;
  const claim = fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 0, max: 0xffffffff }));
  await fc.assert(
    fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 4 }), fc.nat(file.length), async (claims, length) => {
      const damaged = file.slice(0, length);
      for (const [at, word] of claims) if (at + 4 <= length) new DataView(damaged.buffer).setUint32(at, word, true);
      const isIntact = damaged.every((byte, i) => byte === file[i]);
      if (isIntact && (length === file.length || length === splitFile(file).core.length)) return;
      await expect(Model.load(damaged, { core })).rejects.toBeInstanceOf(MillraceError);
    }),
    { ...RUNS, numRuns: 600 },
  );
  expect(core.freeBytes).toBe(free);
});
