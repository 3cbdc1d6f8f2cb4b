import { describe, expect, test } from "vitest";
import { Core, type DetectorSpec, Model, type NetworkSpec } from "../src/index.ts";
import { DETECTOR_SETTINGS } from "../src/spec/drift.ts";
import { fullSpec } from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";

const CLASSES: NetworkSpec = {
  inputs: ["temperature", "pressure"],
  layers: [{ type: "standardize" }, { type: "dense", units: 2, activation: "softmax" }],
  loss: "crossEntropy",
};
const NUMBERS: NetworkSpec = { inputs: 3, layers: [{ type: "dense", units: 1 }], loss: "mse" };

test("a name alone is a detector on the error, with River's settings, that reports", () => {
  expect(fullSpec({ ...CLASSES, drift: ["ddm", "hddmW", "pageHinkley", "adwin"] }).drift).toEqual([
    { type: "ddm", on: "error", warning: 2, drift: 3, warmUp: 30, reaction: { type: "report" } },
    {
      type: "hddmW",
      on: "error",
      driftConfidence: 0.001,
      warningConfidence: 0.005,
      lambda: 0.05,
      reaction: { type: "report" },
    },
    {
      type: "pageHinkley",
      on: "error",
      warmUp: 30,
      delta: 0.005,
      threshold: 50,
      alpha: 0.9999,
      reaction: { type: "report" },
    },
    { type: "adwin", on: "error", delta: 0.002, clock: 32, rows: 14, reaction: { type: "report" } },
  ]);
});

test("a reaction by name takes its defaults", () => {
  const drift: DetectorSpec[] = (["raiseLearningRate", "reopenScaler", "resetHead"] as const).map((reaction) => ({
    type: "ddm",
    reaction,
  }));
  expect(fullSpec({ ...CLASSES, drift }).drift?.map(({ reaction }) => reaction)).toEqual([
    { type: "raiseLearningRate", factor: 3, samples: 200 },
    { type: "reopenScaler", decay: 0.9, samples: 200 },
    { type: "resetHead" },
  ]);
});

test("an empty list is no detector, and nothing of the model", () => {
  expect(fullSpec({ ...CLASSES, drift: [] })).toEqual(fullSpec(CLASSES));
});

test("inputs are watched by index or by name, and keep their name through a file, with or without its trailer", async () => {
  const spec: NetworkSpec = {
    ...CLASSES,
    drift: [
      { type: "adwin", on: { input: "pressure" } },
      { type: "hddmW", on: { input: 0 } },
    ],
  };
  using model = await Model.create(spec, { core: await Core.load() });
  expect(model.drift().map(({ on }) => on)).toEqual([{ input: "pressure" }, { input: "temperature" }]);
  using loaded = await Model.load(model.toBytes(), { core: await Core.load() });
  expect(loaded.spec).toEqual(model.spec);
  using bare = await Model.load(model.toBytes().slice(0, model.stats().memory.image), { core: await Core.load() });
  expect(bare.drift().map(({ on }) => on)).toEqual([{ input: 1 }, { input: 0 }]);
});

test("every setting is legal at its default and refused below, above and as text, by its path", async () => {
  for (const [type, settings] of Object.entries(DETECTOR_SETTINGS)) {
    for (const { name, fallback } of settings) {
      const spec = (value: unknown): object => ({ ...CLASSES, drift: [{ type, [name]: value }] });
      expect(fullSpec(spec(fallback))).toEqual(fullSpec({ ...CLASSES, drift: [{ type }] }));
      for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, "1", null]) {
        expect(await complaintOf(() => fullSpec(spec(bad)))).toMatch(new RegExp(`^E_SPEC drift\\[0\\]\\.${name}: `));
      }
    }
  }
});

describe("a detector is refused with path, expectation and way out", () => {
  const drift = (...detectors: unknown[]): object => ({ ...CLASSES, drift: detectors });
  const numbers = (...detectors: unknown[]): object => ({ ...NUMBERS, drift: detectors });
  const cases: [name: string, spec: object, complaint: string][] = [
    ["no list", { ...CLASSES, drift: "ddm" }, "E_SPEC drift: not a list of detectors; expected at most 8 detectors"],
    ["too many", drift(...new Array(9).fill("ddm")), "E_SPEC drift: not a list of detectors"],
    ["a slip in the type", drift("ddm", "adwim"), "E_SPEC drift[1]: unknown name"],
    ["a setting of another", drift({ type: "ddm", lambda: 1 }), "E_SPEC drift[0].lambda: unknown key"],
    ["nothing to watch", drift({ type: "ddm", on: "eror" }), 'Did you mean "error"?'],
    ["an input by its bare name", drift({ type: "hddmW", on: "pressure" }), "An input is written { input:"],
    ["no such input", drift({ type: "hddmW", on: { input: "presure" } }), 'Did you mean "pressure"?'],
    [
      "an index too far",
      numbers({ type: "adwin", on: { input: 3 } }),
      "E_SPEC drift[0].on.input: the model has no such",
    ],
    ["half an index", numbers({ type: "adwin", on: { input: 0.5 } }), "expected a whole number from 0 to 2, got 0.5"],
    ["a stray key", drift({ type: "adwin", on: { input: 0, lag: 1 } }), "E_SPEC drift[0].on.lag: unknown key"],
    ["ddm on the loss", drift({ type: "ddm", on: "loss" }), "E_SPEC drift[0].on: ddm tests shares of mistakes"],
    ["ddm of numbers", numbers("ddm"), 'expected on "error" of a classification'],
    ["hddmW of numbers", numbers("hddmW"), "Take pageHinkley or adwin, which watch any number"],
    ["hddmW on the loss", drift({ type: "hddmW", on: "loss" }), "E_SPEC drift[0].on: hddmW tests shares of mistakes"],
    ["an unknown reaction", drift({ type: "ddm", reaction: "restart" }), "E_SPEC drift[0].reaction: unknown name"],
    [
      "no samples",
      drift({ type: "ddm", reaction: { type: "reopenScaler", samples: 0 } }),
      "E_SPEC drift[0].reaction.samples: not a legal number",
    ],
    [
      "a decay of 0",
      drift({ type: "ddm", reaction: { type: "reopenScaler", decay: 0 } }),
      "E_SPEC drift[0].reaction.decay: not a legal number",
    ],
    [
      "a key of another reaction",
      drift({ type: "ddm", reaction: { type: "resetHead", samples: 5 } }),
      "E_SPEC drift[0].reaction.samples: unknown key",
    ],
    ["a batch", { ...CLASSES, batchSize: 2, drift: ["ddm"] }, "E_SPEC batchSize: "],
  ];
  test.each(cases)("%s", async (_name, spec, complaint) => {
    expect(await complaintOf(() => fullSpec(spec))).toContain(complaint);
  });
});
