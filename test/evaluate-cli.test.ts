import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barLine, ProgressBar } from "../src/cli/progress.ts";
import { Model } from "../src/model.ts";
import type { ModelSpec } from "../src/spec.ts";
import { millrace } from "./support/cli.ts";

const PHISHING = fileURLToPath(new URL("data/phishing.csv", import.meta.url));
const NET = {
  layers: [
    { type: "standardize" },
    { type: "dense", units: 8, activation: "relu" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.05 },
};

let folder = "";
let spec = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-evaluate-"));
  spec = join(folder, "net.json");
  writeFileSync(spec, JSON.stringify(NET));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("millrace evaluate", () => {
  test("prints a table of several models beside the baselines, without a bar where there is no terminal", async () => {
    const saved = join(folder, "saved.millrace");
    const model = await Model.create({ ...NET, inputs: 9, seed: 7 } as ModelSpec);
    await model.save(saved);
    const { code, stdout, stderr } = await millrace("evaluate", PHISHING, "-t", "is_phishing", "-m", spec, "-m", saved);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^1,250 rows\n\n +accuracy +balanced +F1 +log loss +kappa +kappa-M +kappa-temporal +last 1,000\n/,
    );
    for (const name of ["net", "saved", "majority class", "last label"]) {
      expect(stdout).toMatch(new RegExp(`\\n${name} +\\d+\\.\\d %`));
    }
    expect(stdout).toMatch(/\nnet: 98 parameters in [\d,]+ bytes, \d+\.\d µs a row\n/);
  });

  test("--json prints the evaluation, --delay holds the labels back, --report writes the page", async () => {
    const report = join(folder, "report.html");
    const run = await millrace(
      "evaluate",
      PHISHING,
      "-t",
      "is_phishing",
      "-m",
      spec,
      "-d",
      "48",
      "--json",
      "-r",
      report,
    );
    expect(run).toMatchObject({ code: 0, stderr: `report written to ${report}\n` });
    const json = JSON.parse(run.stdout);
    expect(json).toMatchObject({ task: "classification", rows: 1_250, delay: 48, classes: ["0", "1"], positive: "1" });
    expect(json.standings[0].figures.cumulative.accuracy).toBeGreaterThan(0.8);
    expect(json.curve.at(-1)).toMatchObject({ row: expect.any(Number), loss: [expect.any(Number)] });
    expect(readFileSync(report, "utf8")).toContain("phishing.csv · predicting is_phishing");
  });

  test("takes inputs and classes that a spec leaves out from the file", async () => {
    const file = join(folder, "words.csv");
    writeFileSync(file, `colour,size,state\n${"red,1,ok\nblue,2,broken\n".repeat(200)}`);
    const { code, stdout } = await millrace("evaluate", file, "-t", "state", "-m", spec, "--json", "--seed", "3");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      classes: ["ok", "broken"],
      models: [{ parameters: 3 * 8 + 8 + 8 * 2 + 2 }],
    });
  });

  test("says before it starts that a model refuses the missing numbers of the file", async () => {
    const file = join(folder, "holes.csv");
    writeFileSync(file, `a,b,y\n${"1,2,0\n?,3,1\n".repeat(50)}`);
    const refused = await millrace("evaluate", file, "-t", "y", "-m", spec);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^error: .*net\.json: .*--missing zero.*\(E_SPEC\)\n$/);
    expect((await millrace("evaluate", file, "-t", "y", "-m", spec, "--missing", "zero")).code).toBe(0);
    const skipped = await millrace("evaluate", file, "-t", "y", "-m", spec, "--missing", "skip", "--classes", "0,1");
    expect(skipped).toMatchObject({ code: 0, stderr: expect.stringContaining("50 rows left out") });
  });

  test.each([
    ["--delay", "-1"],
    ["--preset", "huge"],
    ["--missing", "guess"],
    ["--task", "prophecy"],
    ["--separator", "ab"],
    ["--window", "0"],
    ["--fading", "1"],
  ])("a bad value is one line that names the option, and exit code 2: %s %s", async (option, value) => {
    const { code, stdout, stderr } = await millrace("evaluate", PHISHING, "-t", "is_phishing", option, value);
    expect(stderr).toMatch(new RegExp(`^error: option '.*${option} <.*argument '${value}' is invalid\\..*\\n$`));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("what the files refuse is one line, and exit code 1; nothing is written", async () => {
    const report = join(folder, "nowhere", "report.html");
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    const runs: [RegExp, string[]][] = [
      [/absent\.csv: the file cannot be read.*E_FILE/, [join(folder, "absent.csv"), "-t", "y"]],
      [/there is no such column.*Did you mean "is_phishing"\?.*E_VALUE/, [PHISHING, "-t", "is_fishing"]],
      [/--report .*cannot be written.*E_FILE/, [PHISHING, "-t", "is_phishing", "-m", spec, "-r", report]],
      [/broken\.json: not JSON.*E_FORMAT/, [PHISHING, "-t", "is_phishing", "-m", broken]],
      [
        /absent\.json: cannot read the spec.*E_FILE/,
        [PHISHING, "-t", "is_phishing", "-m", join(folder, "absent.json")],
      ],
    ];
    for (const [complaint, parameters] of runs) {
      const { code, stdout, stderr } = await millrace("evaluate", ...parameters);
      expect(stderr).toMatch(complaint);
      expect(stderr.trimEnd()).not.toContain("\n");
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    }
    expect(existsSync(report)).toBe(false);
  });
});

describe("the progress bar", () => {
  test("says how far, how fast and how long still", () => {
    expect(barLine(500, 2_000, 2)).toBe(
      `${"█".repeat(5)}${"░".repeat(15)} 25 % · 500 of 2,000 rows · 250 rows/s · 6 s left`,
    );
    expect(barLine(2_500, 2_000, 2)).toMatch(/^█{20} 100 %.* 0 s left$/);
  });

  test("is drawn on a terminal alone, fits its width, and is taken away", () => {
    const written: string[] = [];
    const terminal = (isTTY: boolean) => ({ isTTY, columns: 40, write: (text: string) => written.push(text) });
    const silent = new ProgressBar(terminal(false), 100);
    silent.update(50);
    silent.end();
    expect(written).toEqual([]);
    const bar = new ProgressBar(terminal(true), 100);
    bar.update(50);
    bar.end();
    expect(written[0]).toMatch(/^\r\u001b\[K█/);
    expect(written[0]?.replace("\r\u001b[K", "").length).toBeLessThan(40);
    expect(written[1]).toBe("\r\u001b[K");
  });
});
