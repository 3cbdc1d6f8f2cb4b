import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Core } from "../../src/core.ts";
import { firmwareMemory } from "../../src/export/memory.ts";
import { exportWasm } from "../../src/export/wasm.ts";
import { Model } from "../../src/model.ts";
import { decodeTrace } from "../../src/trace/format.ts";
import { testRoute } from "./support/harness.ts";
import { buildWamrHost, WAMR } from "./support/native.ts";
import { programHost } from "./support/program.ts";
import { build, missingCommand, missingFile, output } from "./support/tools.ts";
import { SMALL } from "./support/traces.ts";

for (const interpreter of ["fast", "classic"] as const) {
  let program = "";
  testRoute(
    {
      name: `WAMR ${interpreter} interpreter`,
      lacks: () => missingCommand("gcc", "make", "cmake") ?? missingFile(`${WAMR}/build-scripts/runtime_lib.cmake`),
      async start() {
        program = await buildWamrHost(interpreter);
        const host = await programHost([program], build("core.mcu"));
        // The sources name no version of their own.
        return { ...host, version: `WAMR of wamr-sys 0.1.1, ${interpreter}` };
      },
    },
    () => {
      test("cuts the linear memory at __heap_base", async () => {
        const printed = await output(program, [build("core.mcu")]);
        const module = await WebAssembly.compile(readFileSync(build("core.mcu")));
        const { __heap_base } = (await WebAssembly.instantiate(module)).exports as { __heap_base: WebAssembly.Global };
        expect(printed).toMatch(new RegExp(`^version WAMR ${interpreter}$`, "m"));
        expect(printed).toMatch(new RegExp(`^memory ${(__heap_base.value + 7) & ~7}$`, "m"));
        expect(__heap_base.value).toBeLessThan(65_536);
      });

      test("sets aside the memory of one model for the module that is exported for it", async () => {
        const folder = mkdtempSync(join(tmpdir(), "millrace-wamr-"));
        try {
          const core = await Core.load({ build: "scalar" });
          const model = await Model.load(decodeTrace(readFileSync(SMALL.file)).image, { core });
          const { linear } = await firmwareMemory(model);
          const module = join(folder, "core.wasm");
          writeFileSync(module, (await exportWasm(model)).get("core.mcu.wasm") as Uint8Array);
          model.dispose();
          const state = join(folder, "state");
          const printed = await output(program, [module, SMALL.file, state]);
          expect(printed).toMatch(new RegExp(`^memory ${(linear + 7) & ~7}$`, "m"));
          expect(linear).toBeLessThan(8 * 1024);
          expect(readFileSync(state).equals(readFileSync(SMALL.stateFile))).toBe(true);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    },
  );
}
