import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import { DETECTOR_SETTINGS } from "../src/spec/drift.ts";
import { type FullMember, type FullSpec, fullSpec, membersOf, type PresetName } from "../src/spec.ts";
import { blocksOf } from "./support/readme.ts";
import { WATCHER } from "./support/watching.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = ["drift", "anomaly"].map((name) => [name, readFileSync(join(ROOT, `docs/${name}.md`), "utf8")] as const);
const [[, DRIFT], [, ANOMALY]] = PAGES as [(typeof PAGES)[0], (typeof PAGES)[0]];

let project = "";
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "millrace-docs-"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(ROOT, join(project, "node_modules", "millrace"), "dir");
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(PAGES)("docs/%s.md", (name, text) => {
  test("its examples print what they are said to print", () => {
    const examples = blocksOf(text).filter(({ language, output }) => language === "ts" && output !== undefined);
    expect(examples.length).toBeGreaterThan(0);
    for (const [i, { code, output }] of examples.entries()) {
      const file = join(project, `${name}-${i}.js`);
      writeFileSync(file, code);
      expect(execFileSync(process.execPath, [file], { encoding: "utf8" })).toBe(output);
    }
  });

  test("its tables are filled", () => {
    for (const [, rows = ""] of text.matchAll(/<!-- \w+ -->\n(.*?)<!-- \/ -->/gs)) expect(rows).not.toBe("");
  });
});

test("the watcher of docs/drift.md is the one that finds the drifts, and takes what the page says", async () => {
  const code = blocksOf(DRIFT).find((block) => block.code.includes("const watcher ="))?.code ?? "";
  const file = join(project, "watcher.mjs");
  writeFileSync(file, `${code}\nexport { watcher };\n`);
  const { watcher } = await import(pathToFileURL(file).href);
  expect(watcher).toEqual(WATCHER);
  using model = await Model.create(WATCHER, { core: await Core.load() });
  expect(DRIFT).toContain(`It costs ${model.bytes} bytes`);
});

test("every setting of every detector is in docs/drift.md with its default", () => {
  const section = DRIFT.slice(DRIFT.indexOf("| type | setting |"));
  let type = "";
  const told = new Map<string, string>();
  for (const line of section.slice(0, section.indexOf("\n\n")).split("\n").slice(2)) {
    const [, first = "", names = "", defaults = ""] = line.split("|");
    type = /`(\w+)`/.exec(first)?.[1] ?? type;
    const values = defaults.split(",").map((text) => text.trim());
    const quoted = [...(names.split(":")[0] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name);
    for (const [i, name] of quoted.entries()) told.set(`${type} ${name}`, values[i] ?? "");
  }
  const known = Object.entries(DETECTOR_SETTINGS).flatMap(([detector, settings]) =>
    settings.map(({ name, fallback }) => [`${detector} ${name}`, `${fallback}`.replace(/^0/, "")] as const),
  );
  expect(told).toEqual(new Map(known));
});

test.each(["light", "standard", "thorough"] as PresetName[])("docs/anomaly.md says what the preset %s is", (preset) => {
  const full: FullSpec = fullSpec({ inputs: 12, task: "anomaly", preset });
  const members = membersOf(full);
  const [{ layers, optimizer, replaySteps }] = members as [FullMember];
  const [rate, dropped] = [optimizer.learningRate, layers[1]?.type === "dropout" ? layers[1].rate : 0];
  const replay = full.replay ? `ring of ${full.replay.capacity} rows, ${replaySteps} steps` : "none";
  expect(ANOMALY).toContain(`| ${preset} | ${members.length} | ${rate} | ${dropped} | ${replay} |`);
  expect(ANOMALY).toContain(`anomaly: { quantile: ${full.anomaly?.quantile}, warmUp: ${full.anomaly?.warmUp} }`);
  expect(full.loss).toBe("mse");
  for (const member of members) {
    expect(member).toEqual(members[0]);
    expect(member.optimizer).toMatchObject({ type: "sgd", clipNorm: 2.75 });
    expect(member.layers).toMatchObject([
      { type: "standardize", decay: 0.9998, clip: 2.75, epsilon: 1e-12 },
      { type: "dropout" },
      { type: "dense", units: 5, activation: "linear" },
      { type: "dense", units: 12, activation: "linear" },
    ]);
  }
});
