import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { firmwareMemory } from "../../src/export/memory.ts";
import { Model } from "../../src/model.ts";
import { buildForBoard, CORTEX_M3, CORTEX_M4F, CORTEX_M7, figuresOf, runOnBoard, sizesOf } from "./support/firmware.ts";
import { MEASURED, measure, project, SENSOR, sensorTrace } from "./support/firmware-figures.ts";
import { cacheFolder, hexadecimal } from "./support/report.ts";
import { hostReport, missingCommand, output, ROOT } from "./support/tools.ts";

const lacking = missingCommand("arm-none-eabi-gcc", "qemu-system-arm", "make", "gcc");
const runs = lacking === undefined || Boolean(process.env.CI);
const named = (name: string): string => (runs ? name : `${name} (not run: ${lacking})`);

describe.skipIf(!runs)(named("firmware on a Cortex-M4F"), { timeout: 120_000 }, () => {
  describe.each(["tanh", "relu"] as const)("takes for 16-32-16-4 with %s, against C by hand,", (hidden) => {
    test("at most 1.5 times the instructions of a learn step, and ends with the same weights", async () => {
      const figures = await measure(CORTEX_M4F, `m4f-${hidden}`, hidden);
      expect(figures.differences).toBe(0);
      expect(ratio(figures)).toBeLessThanOrEqual(1.5);
    });

    test("at most 2.5 times where every address is checked", async () => {
      const figures = await measure(CORTEX_M4F, `m4f-${hidden}-checked`, hidden, ["-DMILLRACE_CHECKED=1"]);
      expect(figures.differences).toBe(0);
      expect(ratio(figures)).toBeLessThanOrEqual(2.5);
    });
  });

  test.each([
    ["Cortex-M4F", CORTEX_M4F, "m4f-tanh", []],
    ["Cortex-M4F, every address checked", CORTEX_M4F, "m4f-tanh-checked", ["-DMILLRACE_CHECKED=1"]],
    ["Cortex-M7", CORTEX_M7, "m7-tanh", []],
    ["Cortex-M3, floats in software", CORTEX_M3, "m3-tanh", []],
  ] as const)("docs/firmware.md has the instructions on %s", async (processor, board, name, options) => {
    const figures = await measure(board, name, "tanh", options);
    const counts = [figures.learn, figures.predict, figures["reference-learn"]].map((n) => n?.toLocaleString("en-US"));
    const lines = readFileSync(`${ROOT}docs/firmware.md`, "utf8").split("\n");
    const row = lines.find((line) => line.startsWith(`| ${processor} |`));
    expect(row).toBe(`| ${processor} | ${counts.join(" | ")} | ${ratio(figures).toFixed(2)} |`);
  });

  test("takes at most 48 KiB of flash in all, with the model of 16-32-16-4 in it", async () => {
    const folder = await project("flash", MEASURED);
    const file = await buildProject("flash", folder);
    const { flash } = await sizesOf(file);
    expect(flash).toBeGreaterThan(16 * 1024);
    expect(flash).toBeLessThanOrEqual(48 * 1024);
    expect(await runOnBoard(CORTEX_M4F, file)).toBe("");
  });

  test("32 units on 8 inputs with scaler learn a real stream within 12 KiB of RAM, C stack included", async () => {
    const trace = await sensorTrace();
    const folder = await project("sensor", SENSOR);
    const file = await buildForBoard(CORTEX_M4F, {
      name: "sensor",
      sources: ["test/runtimes/firmware/replay.c", "test/runtimes/firmware/trace.c"],
      options: [`-DTRACE="${trace.file}"`],
      core: `${folder}/millrace/generated/core.c`,
      header: join(folder, "model.h"),
    });
    const printed = await runOnBoard(CORTEX_M4F, file);
    const { ram } = await sizesOf(file);
    const { stack = Number.NaN } = figuresOf(printed);
    expect(hexadecimal(hostReport(printed).checksum)).toBe(hexadecimal(trace.checksum));
    expect(stack).toBeGreaterThan(64);
    expect(ram + stack).toBeLessThanOrEqual(12 * 1024);
  });

  test.each([
    ["16-32-16-4", MEASURED],
    ["32 units on 8 inputs", SENSOR],
  ])("the core links exactly the RAM that is printed for %s", async (_, spec) => {
    const folder = await project("ram", spec);
    const object = join(folder, "core.o");
    const flags = ["-mthumb", ...CORTEX_M4F.flags, "-O2", "-std=gnu11", "-include", `${folder}/model.h`];
    await output("arm-none-eabi-gcc", [...flags, "-c", `${folder}/millrace/generated/core.c`, "-o", object]);
    const model = await Model.create(spec);
    expect((await sizesOf(object)).ram).toBe((await firmwareMemory(model)).total);
    model.dispose();
  });
});

describe.skipIf(!runs)(named("an exported project"), { timeout: 120_000 }, () => {
  let folder = "";
  beforeAll(async () => {
    folder = await project("desk", SENSOR);
  });

  test("is built by its own Makefile, runs to its end and stores what it learnt", async () => {
    const main = readFileSync(join(folder, "main.c"), "utf8");
    const stored = join(folder, "stored.millrace");
    // The one function that is to be filled for a stored file to be seen.
    const filled = main.replace(
      "{ (void)file, (void)bytes; }",
      `{ FILE *to = fopen("${stored}", "wb"); fwrite(file, 1, bytes, to); fclose(to); }`,
    );
    expect(filled).not.toBe(main);
    writeFileSync(join(folder, "main.c"), `#include <stdio.h>\n${filled}`);
    const options = "-Wall -Wextra -Wno-unused -fsanitize=address,undefined -fno-sanitize-recover=all";
    await output("make", ["--silent", "-C", folder, "CC=gcc", "LINK=-lm", `OPTIONS=${options}`]);
    await output(join(folder, "firmware.elf"), []);

    const expected = await Model.create(SENSOR);
    for (let i = 0; i < 3; i++) expected.learn(new Array(8).fill(0), 0);
    const model = await Model.load(stored);
    expect(hexadecimal(model.checksum())).toBe(hexadecimal(expected.checksum()));
    for (const each of [model, expected]) each.dispose();
  });

  test("of a regression and of one sigmoid is built without a warning of main.c", async () => {
    for (const [name, last, loss] of [
      ["line", "linear", "mse"],
      ["yes-or-no", "sigmoid", "binaryCrossEntropy"],
    ] as const) {
      const layers = [{ type: "dense", units: 1, activation: last }] as const;
      const clean = await project(name, { inputs: 2, layers: [...layers], loss });
      const options = "-Wall -Wextra -Wno-unused-variable -Werror";
      await output("make", ["--silent", "-C", clean, "CC=gcc", `OPTIONS=${options}`, "LINK=-Wno-unused"]);
      await output(join(clean, "firmware.elf"), []);
    }
  });

  test("links for a microcontroller with nothing but a startup file, at any optimisation", async () => {
    const cpu = `CPU=-mthumb ${CORTEX_M4F.flags.join(" ")}`;
    const link = `LINK=-nostartfiles -T ${ROOT}firmware/boards/mps2.ld ${ROOT}firmware/boards/mps2.c -Wl,--no-warn-rwx-segments`;
    for (const level of ["-O1", "-Os", "-O3"]) {
      const clean = await project(`board${level}`, SENSOR);
      await output("make", ["--silent", "-C", clean, "CC=arm-none-eabi-gcc", cpu, link, `OPTIONS=${level}`]);
      expect(await runOnBoard(CORTEX_M4F, join(clean, "firmware.elf"))).toBe("");
    }
  });
});

test.skipIf(!runs)(named("the header is plain C and C++, without a warning"), () => {
  const file = join(cacheFolder("firmware"), "header.c");
  writeFileSync(file, '#include "millrace.h"\nint unused_here(void);\nint unused_here(void) { return MILLRACE_OK; }\n');
  const flags = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", `-I${ROOT}firmware/include`];
  for (const standard of ["c99", "c11", "c17"]) execFileSync("gcc", [`-std=${standard}`, ...flags, file]);
  const cpp = missingCommand("g++") === undefined ? ["g++", "-x", "c++", "-std=c++11"] : ["gcc", "-std=c11"];
  execFileSync(cpp[0] as string, [...cpp.slice(1), ...flags, file]);
});

// ---

function ratio({ learn = Number.NaN, "reference-learn": reference = Number.NaN }: Record<string, number>): number {
  return learn / reference;
}

function buildProject(name: string, folder: string): Promise<string> {
  return buildForBoard(CORTEX_M4F, {
    name,
    sources: [`${folder}/main.c`, `${folder}/model.c`],
    core: `${folder}/millrace/generated/core.c`,
    header: join(folder, "model.h"),
  });
}
