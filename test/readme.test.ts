import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocksOf, README } from "./support/readme.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PACKAGE = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const BLOCKS = blocksOf(README);
const EXAMPLES = BLOCKS.filter(({ language, output }) => language === "ts" && output !== undefined);

let project = "";
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "millrace-readme-"));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(ROOT, join(project, "node_modules", "millrace"), "dir");
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the example", () => {
  test("is one, of fifteen lines and at most twelve statements", () => {
    expect(EXAMPLES).toHaveLength(1);
    const code = EXAMPLES[0]?.code ?? "";
    expect(code.trimEnd().split("\n")).toHaveLength(15);
    const loops = code.match(/\bfor \(/g)?.length ?? 0;
    const semicolonsOfLoops = 2 * (code.match(/\bfor \([^)]*;/g)?.length ?? 0);
    expect((code.match(/;/g)?.length ?? 0) - semicolonsOfLoops + loops).toBeLessThanOrEqual(12);
  });

  test("prints what the README says it prints", () => {
    writeFileSync(join(project, "example.js"), EXAMPLES[0]?.code ?? "");
    expect(run(process.execPath, "example.js")).toBe(EXAMPLES[0]?.output);
    expect(statSync(join(project, "xor.millrace")).size).toBeGreaterThan(0);
  });

  test("passes a strict type check against the published types", () => {
    writeFileSync(join(project, "example.ts"), EXAMPLES[0]?.code ?? "");
    const flags = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext", "--types", ""];
    expect(run(process.execPath, join(ROOT, "node_modules/typescript/bin/tsc"), ...flags, "example.ts")).toBe("");
  });
});

describe("the commands", () => {
  test("the two that do everything are there word for word", () => {
    expect(README).toContain("`npm ci && npm start`");
    expect(README).toContain("`npm ci && npm test`");
  });

  test("every npm script named exists", () => {
    const named = [...README.matchAll(/npm (?:run )?([a-z][a-z-]*)/g)].map(([, name = ""]) => name);
    const built = ["ci", "run", "install"];
    expect(named.filter((name) => !built.includes(name) && !(name in PACKAGE.scripts))).toEqual([]);
  });

  test("those with an output print it, in the order of the page, after the example", () => {
    const commands = join(project, "node_modules", ".bin");
    mkdirSync(commands, { recursive: true });
    const main = join(ROOT, "dist/cli/main.js");
    writeFileSync(join(commands, "millrace"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {
      mode: 0o755,
    });
    writeFileSync(join(project, "example.js"), EXAMPLES[0]?.code ?? "");
    run(process.execPath, "example.js");
    const blocks = BLOCKS.filter(({ language, code, output }) => language === "sh" && output && code !== "npm start\n");
    expect(blocks.length).toBeGreaterThanOrEqual(3);
    for (const { code, output = "" } of blocks) expect(masked(run("sh", "-e", "-c", code))).toBe(masked(output));
  });

  test("npm start prints what the README says, times and addresses aside", { timeout: 120_000 }, () => {
    const block = BLOCKS.find(({ language, code }) => language === "sh" && code === "npm start\n");
    const [program = "", ...parts] = PACKAGE.scripts.start.replace("dist/", `${ROOT}dist/`).split(" ");
    expect(program).toBe("node");
    expect(masked(run(process.execPath, ...parts))).toBe(masked(block?.output ?? "no output block"));
  });
});

test("every share and size in the text is one that the printed output or the build shows", () => {
  const prose = README.replace(/^```.*?^```$/gms, "");
  const output = BLOCKS.map(({ output = "" }) => output).join("\n");
  for (const [number] of prose.matchAll(/\d[\d,.]* (?:%|bytes)|\d[\d,]*(?= half-hours)/g))
    expect(output).toContain(number);
  const limits = [...prose.matchAll(/less\s+than (\d+) KiB/g)].map(([, size]) => 1024 * Number(size));
  const sizes = ["core.simd.wasm", "core.mcu.wasm"].map((name) => statSync(join(ROOT, "dist", name)).size);
  expect(limits).toHaveLength(sizes.length);
  for (const [i, limit] of limits.entries()) expect(sizes[i]).toBeLessThanOrEqual(limit);
});

function run(program: string, ...parts: string[]): string {
  try {
    const env = { ...process.env, PATH: `${join(project, "node_modules", ".bin")}${delimiter}${process.env.PATH}` };
    return execFileSync(program, parts, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${parts.join(" ")} failed\n${stdout}\n${stderr}`);
  }
}

function masked(text: string): string {
  return text
    .replace(/mqtt:\/\/127\.0\.0\.1:\d+/g, "mqtt://127.0.0.1:PORT")
    .replace(/topics millrace-demo\/[0-9a-f]+/g, "topics millrace-demo/RUN")
    .replace(/back after [\d.]+ s/g, "back after S s")
    .replace(/in [\d.]+ s: [\d,]+ samples\/s/g, "in S s: N samples/s")
    .replace(/[\d.]+ µs a row/g, "N µs a row");
}
