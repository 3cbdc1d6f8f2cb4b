import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { Core } from "../../src/core.ts";
import { decodeTrace, encodeTrace, OP_LEARN_CLASS, wordsOf } from "../../src/trace/format.ts";
import { replay } from "../../src/trace/replay.ts";
import { type Played, testRoute } from "./support/harness.ts";
import { buildCortexFirmware, runFirmware, WASM3 } from "./support/native.ts";
import { cacheFolder } from "./support/report.ts";
import { build, missingCommand, missingFile } from "./support/tools.ts";
import { SMALL, SPEED } from "./support/traces.ts";

const MODULE = build("core.mcu");
const folder = () => cacheFolder("native/wasm3-cortex-m4");

testRoute(
  {
    name: "wasm3 on Cortex-M4F",
    lacks: () => missingCommand("arm-none-eabi-gcc", "make", "qemu-system-arm") ?? missingFile(`${WASM3}/m3_env.h`),
    takesSpeed: false,
    async start() {
      const printed = await run("small", { TRACE: SMALL.file });
      return {
        version: `${printed.get("version")} on QEMU's mps2-an386`,
        selftest: () => word(printed, "selftest"),
        replay: replayInFirmware,
        speed: async () => `${(await instructionsAStep()).toLocaleString("en-GB")} instructions a step`,
      };
    },
  },
  () => {
    test("runs a small model in less than 120 KiB of heap, of which 8 KiB are the model's, and 3 KiB of C stack", async () => {
      const printed = await run("tight", { TRACE: SMALL.file, ARENA_BYTES: "8192", OPTIONS: "-DWITHOUT_SELFTEST" });
      expect(Number(printed.get("memory"))).toBe(8192 + 128);
      expect(Number(printed.get("heap"))).toBeLessThan(120 * 1024);
      expect(Number(printed.get("stack"))).toBeLessThan(3 * 1024);
    });

    test("refuses a model larger than the arena with a reason", async () => {
      const firmware = run("too-large", { TRACE: SMALL.file, ARENA_BYTES: "1024", OPTIONS: "-DWITHOUT_SELFTEST" });
      await expect(firmware).rejects.toThrow(/does not fit into the memory of the core|the core refused the model/);
    });
  },
);

async function run(name: string, settings: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  return runFirmware(await buildCortexFirmware(name, { MODULE, ...settings }));
}

async function replayInFirmware(file: string): Promise<Played> {
  const name = basename(file, ".trace");
  const state = join(folder(), `${name}.state`);
  const printed = await run(name, { TRACE: file, OPTIONS: `-DWITHOUT_SELFTEST -DSTATE_FILE='"${state}"'` });
  return {
    checksum: word(printed, "checksum"),
    answers: word(printed, "answers"),
    state: readFileSync(state),
  };
}

/** Of 16-32-16-4: what 100 more steps take, divided by 100. */
async function instructionsAStep(): Promise<number> {
  const [few, many] = [await instructionsOf(20), await instructionsOf(120)];
  return Math.round((many - few) / 100);
}

async function instructionsOf(steps: number): Promise<number> {
  const whole = decodeTrace(readFileSync(SPEED.file));
  const words = whole.words.subarray(0, steps * wordsOf(OP_LEARN_CLASS, whole));
  const part = { ...whole, calls: steps, words };
  const { checksum } = replay(part, await Core.load({ build: "scalar" }));
  const file = join(folder(), `steps-${steps}.trace`);
  writeFileSync(file, encodeTrace({ ...part, checksum }));
  const printed = await run(`steps-${steps}`, { TRACE: file, OPTIONS: "-DWITHOUT_SELFTEST" });
  return Number(printed.get("instructions"));
}

function word(printed: ReadonlyMap<string, string>, name: string): number {
  return Number.parseInt(printed.get(name) ?? "", 16);
}
