import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readWasmModule } from "./support/wasm-module.ts";

// `npm run golden-list` writes test/golden-list.json anew; everything below it holds whatever that file says.
const BUILDS = ["core.simd.wasm", "core.wasm", "core.mcu.wasm"] as const;
const COMMAND = "millrace.wasi.wasm";
const MCU_LIMIT = 24 * 1024;
/** What a fleet shares: host builds alone. */
const FLEET = /^function (fleet|vector|int8|moments)_|^function blend\(/;

/** Debian's wabt accepts these unless told otherwise; each is one step beyond WebAssembly 1.0. */
const BEYOND_MVP = [
  "mutable-globals",
  "saturating-float-to-int",
  "sign-extension",
  "simd",
  "multi-value",
  "bulk-memory",
  "reference-types",
];

const HAS_WABT = spawnSync("wasm-validate", ["--version"]).status === 0;
const MUST_VALIDATE = HAS_WABT || Boolean(process.env.CI);
/** Says in the report why a test is not run. */
const validating = (name: string): string => (MUST_VALIDATE ? name : `${name} (not run: wabt absent)`);

const pathOf = (build: string): string => fileURLToPath(new URL(`../dist/${build}`, import.meta.url));
const moduleOf = (build: string) => readWasmModule(readFileSync(pathOf(build)));

test("the golden list: bytes, exports, pages of every build are those written down", async () => {
  const list = Object.fromEntries([...BUILDS, COMMAND].map((build) => [build, summary(build)]));
  await expect(`${JSON.stringify(list, null, 2)}\n`).toMatchFileSnapshot("golden-list.json");
});

describe.each(BUILDS)("%s", (build) => {
  const module = moduleOf(build);

  test("has no imports, no start section, no data segments and no custom sections", () => {
    expect(module.imports).toEqual([]);
    expect(module.hasStart).toBe(false);
    expect(module.dataSegments).toBe(0);
    expect(module.customSections).toEqual([]);
  });

  test("exports one memory, where the arena begins and ends, and functions of i32 and f32 alone", () => {
    expect(module.memories).toHaveLength(1);
    expect(module.exports.filter((name) => name.startsWith("memory"))).toEqual(["memory memory"]);
    // WAMR cuts the page down by these two.
    const known = ["memory memory", "global __data_end", "global __heap_base"];
    const functions = module.exports.filter((name) => !known.includes(name));
    expect(
      functions.filter((text) => !/^function \w+\(((i32|f32)(, (i32|f32))*)?\): (i32|f32|void)$/.test(text)),
    ).toEqual([]);
  });

  test("exports the same names as every other build, those of fleets on hosts alone", () => {
    const fleet = module.exports.filter((name) => FLEET.test(name));
    expect(fleet.length > 0).toBe(build !== "core.mcu.wasm");
    const wanted = moduleOf("core.wasm").exports;
    const isMcu = build === "core.mcu.wasm";
    expect(module.exports).toEqual(isMcu ? wanted.filter((name) => !FLEET.test(name)) : wanted);
  });

  const features = build === "core.simd.wasm" ? "but SIMD" : "at all";
  test.skipIf(!MUST_VALIDATE)(validating(`uses no WebAssembly feature beyond the first version ${features}`), () => {
    const forbidden = BEYOND_MVP.filter((feature) => !(feature === "simd" && build === "core.simd.wasm"));
    const flags = forbidden.map((feature) => `--disable-${feature}`);
    const { status, stderr, error } = spawnSync("wasm-validate", [...flags, pathOf(build)], { encoding: "utf8" });
    expect({ status, stderr, error }).toEqual({ status: 0, stderr: "", error: undefined });
  });
});

describe(COMMAND, () => {
  const module = moduleOf(COMMAND);

  test("imports functions of WASI preview 1 alone, and exports memory, self test and entry", () => {
    expect(module.imports.filter((name) => !/^function wasi_snapshot_preview1\.\w+$/.test(name))).toEqual([]);
    expect(module.exports.toSorted()).toEqual(["function _start(): void", "function selftest(): i32", "memory memory"]);
    expect(module).toMatchObject({ hasStart: false, tables: 0, customSections: [] });
  });

  test.skipIf(!MUST_VALIDATE)(validating("uses no WebAssembly feature beyond the first version"), () => {
    const flags = BEYOND_MVP.map((feature) => `--disable-${feature}`);
    const { status, stderr, error } = spawnSync("wasm-validate", [...flags, pathOf(COMMAND)], { encoding: "utf8" });
    expect({ status, stderr, error }).toEqual({ status: 0, stderr: "", error: undefined });
  });
});

test.skipIf(!MUST_VALIDATE)(validating("the SIMD build does use SIMD, so that the check above can fail"), () => {
  expect(spawnSync("wasm-validate", ["--disable-simd", pathOf("core.simd.wasm")]).status).toBe(1);
});

test(`core.mcu.wasm is at most ${MCU_LIMIT} bytes and has one page that cannot grow`, () => {
  const { bytes, memories } = moduleOf("core.mcu.wasm");
  expect(bytes).toBeLessThanOrEqual(MCU_LIMIT);
  expect(memories).toEqual([{ initial: 1, maximum: 1 }]);
});

function summary(build: string) {
  const { bytes, imports, exports, memories, hasStart, dataSegments, tables, globals } = moduleOf(build);
  return { bytes, imports, start: hasStart, dataSegments, tables, globals, pages: memories, exports };
}
