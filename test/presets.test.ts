import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import {
  type FullMember,
  fullSpec,
  type ModelSpec,
  membersOf,
  type PresetName,
  type PresetSpec,
  type TaskName,
} from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";
import { electricityTiny } from "./support/streams.ts";

const PAGE = readFileSync(new URL("../docs/learning.md", import.meta.url), "utf8");
const TASKS: TaskName[] = ["classification", "regression"];
const PRESETS: PresetName[] = ["light", "standard", "thorough"];
const CASES = TASKS.flatMap((task) => PRESETS.map((preset) => [task, preset] as const));

describe.each(CASES)("%s, %s", (task, preset) => {
  const spec: PresetSpec = { inputs: 8, task, preset, ...(task === "classification" && { outputs: 2 }), seed: 3 };
  const full = fullSpec(spec);

  test("is a spec like any other: writing it out again changes nothing", () => {
    expect(fullSpec(full)).toEqual(full);
    expect(full).toMatchObject({ inputs: 8, outputs: task === "classification" ? 2 : 1, batchSize: 1, seed: 3 });
  });

  test("is written out in docs/learning.md as it is", () => {
    const section = PAGE.split(/^### /m).find((text) => text.startsWith(`${task}, ${preset}\n`));
    const rows = section?.split("\n").filter((line) => line.startsWith("|"));
    expect(rows?.slice(2)).toEqual(membersOf(full).map(rowOf));
    for (const { layers } of membersOf(full)) {
      expect(layers[0]).toMatchObject({ type: "standardize", clip: 10, epsilon: 1e-12 });
      expect(layers.at(-1)).toMatchObject({ activation: task === "classification" ? "softmax" : "linear" });
    }
    expect(full.replay).toEqual(
      preset === "light" ? undefined : { capacity: preset === "standard" ? 256 : 1000, policy: "ring" },
    );
    expect(full.mixture).toEqual(
      preset === "light"
        ? undefined
        : { eta: 0.3, decay: 0.99, cap: 20, logisticRate: task === "classification" ? 0.003 : 0 },
    );
    expect(full.standardizeTargets).toEqual(
      task === "classification" ? undefined : { decay: "all", clip: 0, epsilon: 1e-12 },
    );
  });

  test("opens in the core, and survives a file without its trailer", async () => {
    using model = await Model.create(spec, { core: await Core.load() });
    model.learn(new Array(8).fill(0.5), 1);
    const tables = model.toBytes().slice(0, model.stats().memory.image);
    using bare = await Model.load(tables, { core: await Core.load() });
    expect(bare.spec).toEqual(model.spec);
    expect(bare.checksum()).toBe(model.checksum());
  });
});

test("the standard classification of 8 inputs and 2 classes fits the one page of the mcu build and learns there", async () => {
  const core = await Core.load({ build: "mcu" });
  using model = await Model.create({ inputs: 8, task: "classification", classes: ["down", "up"] }, { core });
  expect(core.memoryBytes).toBe(65536);
  expect(["down", "up"]).toContain(model.predictClass(new Array(8).fill(0)).label);
  for (let i = 0; i < 300; i++) model.learn(new Array(8).fill(i % 7), i % 2 === 0 ? "down" : "up");
  expect(core.memoryBytes).toBe(65536);
});

test("the committee written out in docs/learning.md opens and learns", async () => {
  const [, code] = /```js\nconst spec = ([\s\S]*?);\n```/.exec(PAGE) ?? [];
  using model = await Model.create(runInNewContext(`(${code})`) as ModelSpec);
  expect(model.learn([1, 2, 3], 4)).toBeTypeOf("number");
  expect(model.stats().members).toHaveLength(2);
});

test("the standard preset is right on 97 of 100 rows of a short stream, the light one on 93", async () => {
  const { inputs, targets } = electricityTiny();
  const right: number[] = [];
  for (const preset of ["standard", "light"] as const) {
    using model = await Model.create({ inputs: 6, task: "classification", outputs: 2, preset, seed: 0 });
    let count = 0;
    for (const [i, x] of inputs.entries()) {
      const y = targets[i] as number;
      if (model.predictClass(x).index === y) count++;
      model.learn(x, y);
    }
    right.push(count);
  }
  expect(right[0]).toBeGreaterThan(1936);
  expect(right[1]).toBeGreaterThan(1860);
});

test("inputs that may be missing, names and a seed go through to the spec", () => {
  const spec = fullSpec({ inputs: ["a", "b"], task: "regression", missing: "mean", outputs: 3 });
  expect(spec).toMatchObject({ inputs: ["a", "b"], outputs: 3, missing: "mean", seed: 1 });
  expect(membersOf(spec)).toHaveLength(5);
});

describe("a preset is refused with path, expectation and way out", () => {
  const base = { inputs: 8, task: "classification", outputs: 2 };
  const cases: [name: string, spec: unknown, complaint: string][] = [
    ["no task", { inputs: 8, preset: "light" }, "E_SPEC task: missing; expected one of classification, regression"],
    ["a slip in the task", { ...base, task: "clasification" }, 'Did you mean "classification"?'],
    ["an unknown preset", { ...base, preset: "huge" }, "E_SPEC preset: unknown name; expected one of light, standard"],
    ["layers beside it", { ...base, layers: [] }, "E_SPEC layers: unknown key; expected one of inputs, classes"],
    ["no classes", { inputs: 8, task: "classification" }, "E_SPEC outputs: missing; expected a whole number from 2"],
    ["one class", { ...base, outputs: 1 }, "E_SPEC outputs: not a legal number"],
    ["one name", { ...base, outputs: undefined, classes: ["a"] }, "E_SPEC classes: not a list of classes"],
    ["another count than names", { ...base, classes: ["a", "b", "c"] }, "E_SPEC outputs: not a legal number"],
    ["classes of a regression", { inputs: 8, task: "regression", classes: ["a", "b"] }, "E_SPEC classes: a regression"],
    ["no inputs", { task: "regression" }, "E_SPEC inputs: missing"],
  ];
  test.each(cases)("%s", async (_name, spec, complaint) => {
    expect(await complaintOf(() => fullSpec(spec))).toContain(complaint);
  });
});

function rowOf({ layers, optimizer, replaySteps, average }: FullMember): string {
  const hidden = layers.slice(1, -1).flatMap((layer) => (layer.type === "dense" ? [layer] : []));
  const scaler = layers[0]?.type === "standardize" ? layers[0].decay : "";
  const cells = [
    hidden.length === 0 ? "none" : `${hidden.map(({ units }) => units).join(", ")} ${hidden[0]?.activation}`,
    `${optimizer.type} ${optimizer.learningRate}`,
    optimizer.clipNorm,
    scaler,
    replaySteps,
    average ? `${average.decay}${average.both ? ", both" : ""}` : "none",
  ];
  return `| ${cells.join(" | ")} |`;
}
