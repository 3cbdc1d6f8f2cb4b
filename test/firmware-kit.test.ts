import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { EXPORTED_FUNCTIONS } from "../src/core/exports.ts";
import { shippedBytes } from "../src/core/source.ts";
import { firmwareMemory } from "../src/export/memory.ts";
import { readMcuModule } from "../src/export/module.ts";
import { MAKEFILE } from "../src/export/project.ts";
import { Model } from "../src/model.ts";
import type { LayerSpec } from "../src/spec.ts";
import { readWasmModule } from "./support/wasm-module.ts";

// `npm run build:firmware` writes firmware/generated and firmware/include anew.
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const text = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const header = text("firmware/include/millrace.h");
const macros = new Map([...header.matchAll(/^#define MILLRACE_(\w+) (\S+)/gm)].map(([, name, value]) => [name, value]));
const numberOf = (literal: string | undefined): number => {
  const plain = literal?.replace(/^\((.*)\)$/, "$1") ?? "";
  return Number(plain.startsWith("0x") ? plain.replace(/u$/, "") : plain.replace(/[uf]$/, ""));
};

test("every number of src/abi.ts stands in millrace.h, with its value", () => {
  const inHeader = Object.fromEntries(Object.keys(abi).map((name) => [name, numberOf(macros.get(name))]));
  expect(inHeader).toEqual({ ...abi });
});

test("every export of the core is declared in millrace.h, with its types", async () => {
  const { exports } = readWasmModule(await shippedBytes("mcu"));
  const types: Readonly<Record<string, string>> = { int32_t: "i32", uint32_t: "i32", float: "f32" };
  const declared = [...header.matchAll(/^(int32_t|uint32_t|float) millrace_(\w+)\((.*)\);$/gm)].map(
    ([, result = "", name, list = ""]) => {
      const parameters = list === "void" ? [] : list.split(", ").map((part) => types[part.split(" ")[0] as string]);
      return `function ${name}(${parameters.join(", ")}): ${types[result]}`;
    },
  );
  expect(declared.sort()).toEqual(exports.filter((entry) => entry.startsWith("function ")).sort());
  expect(declared).toHaveLength(new Set([...EXPORTED_FUNCTIONS, "selftest"]).size);
});

test("millrace.h states the memory of the core that is built", async () => {
  const { arenaStart, arenaBytes, globalBytes } = readMcuModule(await shippedBytes("mcu"));
  expect(numberOf(macros.get("ARENA_START"))).toBe(arenaStart);
  expect(numberOf(macros.get("ARENA_BYTES"))).toBe(arenaBytes);
  expect(numberOf(macros.get("GLOBAL_BYTES"))).toBe(globalBytes);
});

test("the generated core names wabt's version in its first line and no symbol of wabt's in its interface", () => {
  const core = text("firmware/generated/core.c");
  expect(core.split("\n", 1)[0]).toMatch(/wasm2c of wabt \d+\.\d+\.\d+/);
  const visible = [...core.matchAll(/^(?!static|typedef|#|\}|\/| )[\w() ]+? \**(\w+)[([]/gm)].map(
    ([, name]) => name ?? "",
  );
  expect(visible.filter((name) => !name.startsWith("millrace_") && !name.startsWith("_"))).toEqual([]);
  expect(core).not.toMatch(/\bZ_|wasm_rt_/);
});

const HAS_WASM2C = spawnSync("wasm2c", ["--version"]).status === 0;
const MUST_COMPARE = HAS_WASM2C || Boolean(process.env.CI);

test.skipIf(!MUST_COMPARE)(
  `generating the kit from the core that is built changes nothing${MUST_COMPARE ? "" : " (not run: wabt absent)"}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "millrace-firmware-"));
    try {
      execFileSync(process.execPath, ["scripts/build-firmware.mjs", folder], { cwd: ROOT });
      for (const file of ["generated/core.c", "include/millrace.h"]) {
        // Not by toBe: half a megabyte of difference helps nobody.
        const isSame = readFileSync(join(folder, file), "utf8") === text(`firmware/${file}`);
        expect(isSame, `firmware/${file} is as npm run build:firmware writes it`).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

describe("docs/firmware.md", () => {
  const page = text("docs/firmware.md");
  const rows = [...page.matchAll(/^\| (\d+(?:-\d+)+)(, scaler)? \| (sgd|momentum|adam) \| ([\d,]+) \|$/gm)];

  test.each(rows.map(([, ...cells]) => cells))(
    "states the RAM of %s%s with %s",
    async (widths = "", scaler, optimizer, bytes = "") => {
      const [inputs = 0, ...units] = widths.split("-").map(Number);
      const last = units.length - 1;
      const dense = units.map(
        (n, i): LayerSpec => ({ type: "dense", units: n, activation: i === last ? "softmax" : "tanh" }),
      );
      const layers: LayerSpec[] = scaler ? [{ type: "standardize" }, ...dense] : dense;
      const type = optimizer as "sgd" | "momentum" | "adam";
      const model = await Model.create({ inputs, layers, loss: "crossEntropy", optimizer: { type } });
      expect((await firmwareMemory(model)).total.toLocaleString("en-US")).toBe(bytes);
      model.dispose();
    },
  );

  test("states the RAM of more than a few models", () => {
    expect(rows.length).toBeGreaterThan(5);
  });

  test("gives the flags of the Makefile that is exported", () => {
    const flags = MAKEFILE.match(/^CFLAGS = (.*)$/m)?.[1] ?? "";
    expect(page).toContain(`${flags} -Wl,--gc-sections`);
  });
});
