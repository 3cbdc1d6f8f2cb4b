import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";
import { millrace } from "./support/cli.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("--version prints the version of the package, --help the commands", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(await millrace("--version")).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
  const help = await millrace("--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toMatch(/demo \[options\].*\n[\s\S]*inspect \[options\] <file>/);
});

describe("a bad value is one line that names the option, and exit code 2:", () => {
  test.each([
    ["--delay", "-1"],
    ["--delay", "1.5"],
    ["--delay", "one day"],
    ["--rate", "0"],
    ["--rate", "-5"],
    ["--rate", "NaN"],
    ["--rows", "0"],
    ["--rows", "45313"],
    ["--rows", ""],
    ["--broker", "localhost"],
    ["--broker", "http://localhost"],
  ])("%s %j", async (option, value) => {
    const { code, stdout, stderr } = await millrace("demo", option, value);
    expect(stderr).toMatch(
      new RegExp(`^error: option '-., ${option} <.*argument '${value}' is invalid\\. Expected .*\\n$`),
    );
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  test("an option or a command there is not", async () => {
    expect(await millrace("demo", "--raet", "5")).toMatchObject({ code: 2, stderr: expect.stringContaining("--raet") });
    expect(await millrace("dmeo")).toMatchObject({ code: 2, stderr: expect.stringContaining("dmeo") });
  });
});

describe("what the world refuses is one line that names the option, and exit code 1:", () => {
  test("a broker that is not there", async () => {
    const url = `mqtt://somebody:secret@127.0.0.1:${await unusedPort()}`;
    const { code, stdout, stderr } = await millrace("demo", "--broker", url, "--out", join(folder, "a.millrace"));
    expect(stderr).toMatch(
      /^error: --broker: no MQTT broker answers at mqtt:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED.*\n$/,
    );
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  test("a path where nothing can be saved", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    for (const path of [folder, join(file, "model.millrace")]) {
      const { code, stdout, stderr } = await millrace("demo", "--out", path);
      expect(stderr.startsWith(`error: --out ${path}: `)).toBe(true);
      expect(stderr.trimEnd()).not.toContain("\n");
      expect(stdout).toBe("");
      expect(code).toBe(1);
    }
  });
});

describe("inspect", () => {
  test("prints spec, memory, counters and checksum of a file", async () => {
    const layers = [
      { type: "standardize", decay: 0.9 },
      { type: "dense", units: 3, activation: "tanh" },
      { type: "dense", units: 1 },
    ] as const;
    const model = await Model.create({ inputs: ["speed", "load"], layers: [...layers], loss: "mse" });
    for (let i = 0; i < 1_234; i++) model.learn([i % 7, i % 5], [i % 3]);
    const file = join(folder, "inspected.millrace");
    await model.save(file);
    const checksum = model.checksum().toString(16).padStart(8, "0");

    const { code, stdout, stderr } = await millrace("inspect", file);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}inputs +\["speed","load"\]\n/);
    expect(stdout).toMatch(/\n {2}1 dense +2 -> 3, 9 parameters, .*"tanh"/);
    expect(stdout).toMatch(new RegExp(`\\n {2}model +${model.bytes.toLocaleString("en-US")} bytes\\n`));
    expect(stdout).toMatch(/\n {2}learnt +1,234\n/);
    expect(stdout).toMatch(new RegExp(`\\n {2}checksum +${checksum}\\n`));

    const json = JSON.parse((await millrace("inspect", "--json", file)).stdout);
    expect(json).toMatchObject({ spec: model.spec, steps: 1_234, checksum, stats: { counters: { learnt: 1_234 } } });
  });

  test("prints every member of a committee", async () => {
    using model = await Model.create({ inputs: 2, task: "regression" });
    const file = join(folder, "committee.millrace");
    await model.save(file);
    const { code, stdout } = await millrace("inspect", file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n {2}mixture +\{"eta":0.3,/);
    expect(stdout.match(/^member \d$/gm)).toHaveLength(5);
    expect(stdout).toMatch(/\nmember 4\n {2}weight +0.286\n {2}optimizer .*\n {2}replaySteps +8\n {2}average .*true/);
    expect(stdout).not.toMatch(/learning rate/);
  });

  test("prints what the detectors have counted, and that a file just opened has learnt nothing to judge by", async () => {
    const layers = [{ type: "dense", units: 1, initializer: "zeros" }] as const;
    const drift = [
      { type: "adwin", on: "loss" },
      { type: "pageHinkley", on: { input: "b" }, reaction: "resetHead" },
    ] as const;
    const optimizer = { type: "sgd", learningRate: 0 } as const;
    using model = await Model.create({
      inputs: ["a", "b"],
      layers: [...layers],
      loss: "mse",
      optimizer,
      drift: [...drift],
    });
    for (let i = 0; i < 400; i++) model.learn([0, i < 200 ? 0 : 9], [0]);
    const file = join(folder, "drifted.millrace");
    await model.save(file);
    const { stdout } = await millrace("inspect", file);
    expect(stdout).toMatch(/\n {2}detector 0 +adwin on loss: 0 drifts, at the last sample none\n/);
    expect(stdout).toMatch(/\n {2}detector 1 +pageHinkley on input b: 1 drift, at the last sample none\n/);
    expect(stdout).toMatch(/\n {2}verdict +ok: only 0 samples since it was opened\n$/);
  });

  test("says which file is missing or no model", async () => {
    const missing = join(folder, "missing.millrace");
    expect(await millrace("inspect", missing)).toMatchObject({ code: 1, stdout: "" });
    const text = join(folder, "text.millrace");
    writeFileSync(text, "a letter to a friend, long enough to be a header of eighty bytes, or so one should think.");
    const { code, stderr } = await millrace("inspect", text);
    expect(stderr.startsWith(`error: ${text}: `)).toBe(true);
    expect(stderr).toMatch(/\(E_FORMAT\)\n$/);
    expect(code).toBe(1);
  });
});

/** A port that was free a moment ago. */
function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
