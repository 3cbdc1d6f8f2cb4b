import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { layoutOf } from "../src/image/layout.ts";
import { imageCrc } from "../src/image/write.ts";
import { splitFile, writeFile } from "../src/image.ts";
import { Core, type DetectorSpec, Model, type NetworkSpec } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { rowsFor } from "./support/specs.ts";
import { WATCHED } from "./support/watched.ts";

const DETECTORS: DetectorSpec[] = [
  { type: "ddm", reaction: "raiseLearningRate" },
  { type: "hddmW", on: { input: 0 }, reaction: "resetHead" },
  { type: "pageHinkley", on: "loss", reaction: "reopenScaler" },
  { type: "adwin", rows: 4 },
];
/** Small: every byte of their files is damaged below. */
const CLASSES: NetworkSpec = {
  inputs: 1,
  layers: [{ type: "standardize" }, { type: "dense", units: 2, activation: "softmax" }],
  loss: "crossEntropy",
  classWeights: [1, 2],
  drift: DETECTORS,
};
const ANOMALY: NetworkSpec = {
  inputs: 1,
  layers: [{ type: "standardize" }, { type: "dense", units: 1 }],
  loss: "mse",
  anomaly: { warmUp: 5 },
};

async function learntModel(spec: NetworkSpec, core: Core, rows = 12): Promise<Model> {
  const model = await Model.create(spec, { core });
  for (const { x, y } of rowsFor(spec, rows)) model.learn(x, y);
  return model;
}

test.each([
  ["detectors and class weights", CLASSES],
  ["balanced classes", { ...CLASSES, classWeights: "balanced", drift: ["ddm"] }],
  ["scores", ANOMALY],
] as [string, NetworkSpec][])(
  "a file with %s, damaged and its check sum mended, is refused or learns on without a trap",
  async (_name, spec) => {
    const core = await Core.load();
    const model = await learntModel(spec, core);
    const { core: part } = splitFile(model.toBytes());
    model.dispose();
    const free = core.freeBytes;
    let opened = 0;
    for (let at = 0; at < part.length; at++) {
      for (const mask of [0xff, 0x80, 1]) {
        const damaged = part.slice();
        damaged[at] = (damaged[at] as number) ^ mask;
        new DataView(damaged.buffer).setUint32(abi.HEADER_CRC, imageCrc(damaged), true);
        try {
          using other = await Model.load(damaged, { core });
          opened++;
          for (const { x, y } of rowsFor(spec, 6)) other.learn(x, y);
          other.predict([0.5]);
          other.drift();
          if (spec.anomaly) other.score([2]);
        } catch (error) {
          expect(error).toMatchObject({
            name: "MillraceError",
            code: expect.stringMatching(/^E_(FORMAT|VERSION|CRC|SPEC|STATE|MEMORY|SHAPE)$/),
          });
        }
      }
    }
    expect(core.freeBytes).toBe(free);
    expect(opened).toBeGreaterThan(0);
  },
);

test("a trailer of other detectors is refused by the field that differs", async () => {
  const core = await Core.load();
  const { core: part } = splitFile((await learntModel(CLASSES, core)).toBytes());
  const [first, second, third, fourth] = DETECTORS as [DetectorSpec, DetectorSpec, DetectorSpec, DetectorSpec];
  const changes: [Partial<NetworkSpec>, string][] = [
    [{ drift: [{ ...first, warmUp: 31 } as DetectorSpec, second, third, fourth] }, "drift[0]."],
    [{ drift: [first, { ...second, on: "error" }, third, fourth] }, "drift[1].on"],
    [
      { drift: [first, second, { ...third, reaction: { type: "reopenScaler", samples: 9 } }, fourth] },
      "drift[2].reaction",
    ],
    [{ drift: [first, second, third, { type: "adwin", rows: 5 }] }, "drift[3].rows"],
    [{ classWeights: [1, 3] }, "classWeights[1]"],
  ];
  for (const [change, field] of changes) {
    const file = writeFile(part, { spec: fullSpec({ ...CLASSES, ...change }) });
    const complaint = await complaintOf(() => Model.load(file, { core }));
    expect(complaint).toContain(`E_FORMAT ${field}`);
    expect(complaint).toContain("the trailer disagrees with the tables");
  }
});

describe("a state from elsewhere", () => {
  const HEAD = 12;
  const NAN = 0x7fc00000;
  const INFINITY = 0x7f800000;
  const cases: [name: string, detector: number, offset: number, word: number][] = [
    ["a status that is none", 0, 0, 3],
    ["a reaction longer than it can last", 0, 8, 201],
    ["a reaction that never was one", 3, 8, 1],
    ["an error rate that is not finite", 0, HEAD + 4, NAN],
    ["a fading mean that is infinite", 1, HEAD, INFINITY],
    ["a sum that is not finite", 2, HEAD + 8, NAN],
    ["six buckets of a size", 3, HEAD + 4, 6],
    ["a bucket that is infinite", 3, HEAD + 8, INFINITY],
  ];
  test.each(cases)("with %s is refused, and nothing is changed", async (_name, detector, offset, word) => {
    using model = await learntModel(CLASSES, await Core.load());
    const { drift, stateOffset } = layoutOf(model.spec);
    const at = (drift[detector] as number) - stateOffset;
    await refusesState(model, [[at + offset, word]]);
  });

  test.each([
    ["heights that are not in order", [[8, 0x7f000000]]],
    ["a height that is not finite", [[4, NAN]]],
    ["places that are not in order", [[28, 0]]],
    ["a place behind the samples", [[40, 0x4b000000]]],
  ] as [string, [number, number][]][])("with scores of %s is refused, and nothing is changed", async (_name, words) => {
    using model = await learntModel(ANOMALY, await Core.load());
    const at = model.state().length - 44;
    await refusesState(
      model,
      words.map(([offset, word]) => [at + offset, word]),
    );
  });

  test("whose every word is damaged in turn is refused, or learns on without a trap", async () => {
    for (const spec of Object.values(WATCHED)) {
      using model = await Model.create(spec, { core: await Core.load() });
      const rows = rowsFor(spec, 50);
      for (const { x, y } of rows) model.learn(x, y);
      const state = model.state();
      for (let at = 0; at < state.length; at += 4) {
        for (const word of [0xffffffff, INFINITY, 0x80000001, 7]) {
          const damaged = state.slice();
          new DataView(damaged.buffer).setUint32(at, word, true);
          try {
            model.restore(damaged);
            for (const { x, y } of rows.slice(0, 3)) model.learn(x, y);
          } catch (error) {
            expect(error).toMatchObject({ name: "MillraceError", code: "E_STATE" });
          }
        }
      }
    }
  });
});

async function refusesState(model: Model, words: readonly (readonly [at: number, word: number])[]): Promise<void> {
  const before = model.state();
  const hostile = before.slice();
  for (const [at, word] of words) new DataView(hostile.buffer).setUint32(at, word, true);
  expect((await refusalOf(() => model.restore(hostile))).code).toBe("E_STATE");
  expect(model.state()).toEqual(before);
}
