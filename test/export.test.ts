import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { exportC } from "../src/export/c.ts";
import { firmwareMemory } from "../src/export/memory.ts";
import { readMcuModule, resizeModule } from "../src/export/module.ts";
import { exportWasm } from "../src/export/wasm.ts";
import { splitFile } from "../src/image.ts";
import { Model } from "../src/model.ts";
import type { ModelSpec } from "../src/spec.ts";
import { millrace } from "./support/cli.ts";
import { refusalOf } from "./support/errors.ts";

const dense = (units: number, activation: "tanh" | "linear" | "softmax") =>
  ({ type: "dense", units, activation }) as const;
const CLASSIFIER: ModelSpec = {
  inputs: ["speed", "load", "hour"],
  classes: ["idle", "busy"],
  layers: [{ type: "standardize" }, dense(8, "tanh"), dense(2, "softmax")],
  loss: "crossEntropy",
  optimizer: { type: "adam" },
  seed: 7,
};
const LARGE: ModelSpec = { inputs: 100, layers: [dense(200, "tanh"), dense(1, "linear")], loss: "mse" };

const models: Model[] = [];
const create = async (spec: ModelSpec): Promise<Model> => {
  const model = await Model.create(spec);
  models.push(model);
  return model;
};
const learnt = async (): Promise<Model> => {
  const model = await create(CLASSIFIER);
  for (let i = 0; i < 50; i++) model.learn([i % 7, i % 5, i % 24], i % 2);
  return model;
};
const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name));
const shipped = (): Uint8Array => readFileSync(new URL("../dist/core.mcu.wasm", import.meta.url));

afterAll(() => {
  for (const model of models) model.dispose();
});

describe("a core with the memory of one model", () => {
  test("opens that model in an arena with no byte to spare, and goes on learning to the same bits", async () => {
    const model = await learnt();
    const files = await exportWasm(model);
    const core = await Core.load({ build: "mcu", bytes: files.get("core.mcu.wasm") as Uint8Array<ArrayBuffer> });
    expect(core.exports.capacity()).toBe(model.bytes);
    const copy = await Model.load(files.get("model.millrace") as Uint8Array, { core });
    expect(core.freeBytes).toBe(0);
    for (let i = 0; i < 50; i++) for (const each of [model, copy]) each.learn([i % 3, i % 4, i % 5], i % 2);
    expect(copy.checksum()).toBe(model.checksum());
  });

  test("refuses a second model and the self test with E_MEMORY, and takes the model again once it is closed", async () => {
    const model = await learnt();
    const files = await exportWasm(model);
    const core = await Core.load({ build: "mcu", bytes: files.get("core.mcu.wasm") as Uint8Array<ArrayBuffer> });
    const first = await Model.load(files.get("model.millrace") as Uint8Array, { core });
    expect(
      (await refusalOf(() => Model.create({ inputs: 1, layers: [dense(1, "linear")], loss: "mse" }, { core }))).code,
    ).toBe("E_MEMORY");
    first.dispose();
    expect((core.exports as unknown as { selftest(): number }).selftest()).toBe(0);
    const again = await Model.load(files.get("model.millrace") as Uint8Array, { core });
    expect(again.checksum()).toBe(model.checksum());
  });

  test("differs from the shipped core in the two globals alone, and says where its memory ends", async () => {
    const original = shipped();
    const { arenaStart } = readMcuModule(original);
    for (const bytes of [16, 64, 4_096, 8_192, 64_512]) {
      const resized = resizeModule(original, bytes);
      expect(resized).toHaveLength(original.length);
      expect(resized.filter((byte, i) => byte !== original[i]).length).toBeLessThanOrEqual(6);
      expect(readMcuModule(resized)).toEqual({ ...readMcuModule(original), arenaBytes: bytes });
      const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(resized));
      expect((exports.__heap_base as WebAssembly.Global).value).toBe(arenaStart + bytes);
      expect((exports.capacity as () => number)()).toBe(bytes);
    }
  });

  test("is refused with the numbers where the model is larger than the page", async () => {
    const model = await create(LARGE);
    const { message } = await refusalOf(() => exportWasm(model));
    expect(message).toMatch(new RegExp(`needed ${model.bytes} bytes, available 64512\\. .*--target c`));
  });

  test("no module of another kind is taken for one", async () => {
    for (const name of ["core.wasm", "core.simd.wasm"]) {
      const other = readFileSync(new URL(`../dist/${name}`, import.meta.url));
      expect((await refusalOf(() => readMcuModule(other))).code).toBe("E_FORMAT");
    }
    expect((await refusalOf(() => readMcuModule(shipped().subarray(0, 2_000)))).code).toBe("E_FORMAT");
  });
});

describe("a firmware project", () => {
  test("holds the model byte for byte, its sizes as macros, the core in C, a program and a Makefile", async () => {
    const model = await learnt();
    const files = await exportC(model);
    expect([...files.keys()].sort()).toEqual([
      "Makefile",
      "main.c",
      "millrace/generated/core.c",
      "millrace/include/millrace.h",
      "millrace/source/runtime.h",
      "model.c",
      "model.h",
    ]);
    const bytes = textOf(files, "model.c")
      .match(/\{\n([\d,\s]+)\}/)?.[1]
      ?.match(/\d+/g)
      ?.map(Number);
    expect(Uint8Array.from(bytes ?? [])).toEqual(splitFile(model.toBytes()).core);
    const macros = Object.fromEntries(
      [...textOf(files, "model.h").matchAll(/^#define MILLRACE_(\w+) (\d+)$/gm)].map((m) => [m[1], Number(m[2])]),
    );
    expect(macros).toEqual({ ARENA_BYTES: model.bytes, INPUTS: 3, OUTPUTS: 2, CLASSES: 2, IMAGE_BYTES: bytes?.length });
    expect(textOf(files, "model.h")).toContain('/* classes: "idle", "busy" */');
    expect(textOf(files, "main.c").split("\n").length).toBeLessThanOrEqual(50);
  });

  test("learns classes or targets, as the model does", async () => {
    expect(textOf(await exportC(await create(CLASSIFIER)), "main.c")).toContain("millrace_learn_class(model, label)");
    const regression = textOf(await exportC(await create(LARGE)), "main.c");
    expect(regression).toContain("millrace_learn(model)");
    expect(regression).not.toContain("learn_class");
  });

  test("no name in a model ends a comment or leaves plain text", async () => {
    const inputs = ["*/ int x; /*", "a\\", "line\nbreak", "µ??/"];
    const files = await exportC(await create({ inputs, layers: [dense(1, "linear")], loss: "mse" }));
    const header = textOf(files, "model.h");
    expect(header.match(/\/\* inputs: .*\*\//)?.[0].match(/\*\//g)).toHaveLength(1);
    expect(header).toMatch(/^[ -~\n]*$/);
  });

  test("is refused with the numbers where it takes more than there is", async () => {
    const model = await create(CLASSIFIER);
    const { total } = await firmwareMemory(model);
    const { code, expected, actual } = await refusalOf(() => exportC(model, total - 1));
    expect({ code, expected, actual }).toEqual({ code: "E_MEMORY", expected: total, actual: total - 1 });
    await exportC(model, total);
  });
});

test("image and workspace of 16-32-16-4 with SGD and no scaler take at most 5.6 KiB", async () => {
  const layers = [dense(32, "tanh"), dense(16, "tanh"), dense(4, "softmax")];
  const model = await create({ inputs: 16, layers, loss: "crossEntropy", optimizer: { type: "sgd" } });
  expect(model.bytes).toBeLessThanOrEqual(5.6 * 1024);
});

describe("millrace export", () => {
  let folder = "";
  let file = "";
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "millrace-export-"));
    file = join(folder, "model.millrace");
    await (await learnt()).save(file);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("--target c writes a project and says what RAM it takes, as inspect does", async () => {
    const out = join(folder, "new", "project");
    const { code, stdout, stderr } = await millrace("export", file, "--target", "c", "--out", out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const total = stdout.match(/^([\d,]+) bytes of RAM/m)?.[1];
    expect((await millrace("inspect", file)).stdout).toMatch(new RegExp(`on microcontrollers +${total} bytes`));
    expect(readdirSync(out).sort()).toEqual(["Makefile", "main.c", "millrace", "model.c", "model.h"]);
  });

  test("a second export brings the new weights and leaves main.c and the Makefile alone", async () => {
    const out = join(folder, "project");
    await millrace("export", file, "--target", "c", "--out", out);
    const before = readFileSync(join(out, "model.c"), "utf8");
    writeFileSync(join(out, "main.c"), "mine");
    const model = await Model.load(file);
    model.learn([1, 2, 3], 0);
    await model.save(file);
    model.dispose();
    const { stdout } = await millrace("export", file, "--target", "c", "--out", out);
    expect(stdout).toMatch(/main\.c \(kept\)\n/);
    expect(readFileSync(join(out, "main.c"), "utf8")).toBe("mine");
    expect(readFileSync(join(out, "model.c"), "utf8")).not.toBe(before);
  });

  test("--target wasm writes a core and the model", async () => {
    const { code, stdout } = await millrace("export", file, "--target", "wasm", "--out", folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/bytes of linear memory/);
    expect(WebAssembly.validate(readFileSync(join(folder, "core.mcu.wasm")))).toBe(true);
  });

  test("every refusal is one clear line, and nothing is written", async () => {
    const out = join(folder, "refused");
    const text = join(folder, "text");
    writeFileSync(text, "no model, but long enough to have a header: ".repeat(4));
    const cases: [parameters: string[], code: number, message: RegExp][] = [
      [[join(folder, "absent"), "--target", "c", "--out", out], 1, /absent: cannot read the model|absent.*E_FILE/],
      [[text, "--target", "c", "--out", out], 1, /text: .*this is no \.millrace file.*E_FORMAT/],
      [[file, "--target", "rust", "--out", out], 2, /Allowed choices are c, wasm/],
      [[file, "--out", out], 2, /--target/],
      [[file, "--target", "c"], 2, /--out/],
      [[file, "--target", "c", "--out", out, "--memory", "12KB"], 2, /whole number/],
      [[file, "--target", "c", "--out", out, "--memory", "1000"], 1, /needed \d+ bytes, available 1000\. .*E_MEMORY/],
      [
        [file, "--target", "wasm", "--out", out, "--memory", "1000"],
        1,
        /needed \d+ bytes, available 1000\. .*E_MEMORY/,
      ],
      [[file, "--target", "c", "--out", text], 1, /--out .*text: cannot make the folder: .*E_FILE/],
    ];
    for (const [parameters, code, message] of cases) {
      const ended = await millrace("export", ...parameters);
      expect(ended).toMatchObject({ code, stdout: "" });
      expect(ended.stderr).toMatch(message);
      expect(ended.stderr.trimEnd()).not.toContain("\n");
    }
    expect(existsSync(out)).toBe(false);
  });
});
