import { join } from "node:path";
import { expect, test } from "vitest";
import { SELFTEST_CHECKSUM } from "../../src/abi.ts";
import {
  buildForBoard,
  buildWithSanitizers,
  CORTEX_M3,
  CORTEX_M4F,
  CORTEX_M7,
  type Processor,
  runOnBoard,
} from "./support/firmware.ts";
import { instructionsAStep, project, SENSOR } from "./support/firmware-figures.ts";
import { type Host, testRoute } from "./support/harness.ts";
import { hexadecimal } from "./support/report.ts";
import { hostReport, missingCommand, output } from "./support/tools.ts";
import { SMALL } from "./support/traces.ts";

const SOURCES = ["test/runtimes/firmware/replay.c", "test/runtimes/firmware/trace.c"];
const replaying = (file: string) => [`-DTRACE="${file}"`];

const boards: [name: string, processor: Processor, short: string][] = [
  ["Cortex-M4F by wasm2c", CORTEX_M4F, "m4f"],
  ["Cortex-M3 by wasm2c, soft float", CORTEX_M3, "m3"],
  ["Cortex-M7 by wasm2c", CORTEX_M7, "m7"],
];

for (const [name, processor, short] of boards) {
  const lacks = () => missingCommand("arm-none-eabi-gcc", "qemu-system-arm");
  testRoute({ name, lacks, takesSpeed: false, start: () => boardHost(processor, short) }, () => {
    if (processor !== CORTEX_M4F) return;

    test("checks every address where it is told to, and ends with the same bits", async () => {
      const options = ["-DSELFTEST", "-DMILLRACE_CHECKED=1", ...replaying(SMALL.file)];
      const file = await buildForBoard(processor, { name: "m4f-checked", sources: SOURCES, options });
      const { selftest, checksum } = hostReport(await runOnBoard(processor, file));
      expect(hexadecimal(selftest ?? 0)).toBe(hexadecimal(SELFTEST_CHECKSUM));
      expect(hexadecimal(checksum)).toBe(hexadecimal(SMALL.checksum));
    });

    test("compiled with -ffp-contract=fast it ends the self test with another checksum, and says so", async () => {
      const options = ["-DSELFTEST", "-ffp-contract=fast", ...replaying(SMALL.file)];
      const file = await buildForBoard(processor, { name: "m4f-contracted", sources: SOURCES, options });
      const printed = await runOnBoard(processor, file);
      expect(hostReport(printed).selftest).not.toBe(SELFTEST_CHECKSUM);
      expect(printed).toContain("this build computes floats in another way than every other\n");
    });
  });
}

testRoute({ name: "wasm2c on x86-64, sanitizers", lacks: () => missingCommand("gcc"), start: sanitizedHost }, () => {
  // With room for a second model behind the first: damaged images lie there.
  test.each([0, 1])(
    "refuses bad addresses, handles, values and images without a fault (checked: %i)",
    async (checked) => {
      const folder = await project(`abuse-${checked}`, SENSOR);
      const program = await buildWithSanitizers({
        name: `abuse-${checked}`,
        sources: ["test/runtimes/firmware/abuse.c", `${folder}/model.c`],
        options: [`-DMILLRACE_CHECKED=${checked}`, "-DMILLRACE_ARENA_BYTES=8192"],
        core: `${folder}/millrace/generated/core.c`,
        header: join(folder, "model.h"),
      });
      expect(await output(program, [])).toBe("failures 0\n");
    },
  );
});

// ---

async function boardHost(processor: Processor, short: string): Promise<Host> {
  const play = async (file: string, options: string[]) => {
    const name = `${short}-${file.replace(/^.*\/|\.\w+$/g, "")}${options.length}`;
    const firmware = { name, sources: SOURCES, options: [...options, ...replaying(file)] };
    return hostReport(await runOnBoard(processor, await buildForBoard(processor, firmware)));
  };
  const [compiler] = (await output("arm-none-eabi-gcc", ["-dumpfullversion"])).split("\n");
  return {
    version: `gcc ${compiler} on QEMU's ${processor.machine}`,
    selftest: async () => (await play(SMALL.file, ["-DSELFTEST"])).selftest ?? 0,
    replay: (file) => play(file, []),
    speed: async () => `${(await instructionsAStep(processor, short)).toLocaleString("en-GB")} instructions a step`,
  };
}

async function sanitizedHost(): Promise<Host> {
  const play = async (file: string, options: string[]) => {
    const name = `sanitized-${file.replace(/^.*\/|\.\w+$/g, "")}${options.length}`;
    const firmware = { name, sources: SOURCES, options: [...options, "-DMILLRACE_CHECKED=1", ...replaying(file)] };
    return hostReport(await output(await buildWithSanitizers(firmware), []));
  };
  const [compiler] = (await output("gcc", ["-dumpfullversion"])).split("\n");
  return {
    version: `gcc ${compiler}, address and undefined`,
    selftest: async () => (await play(SMALL.file, ["-DSELFTEST"])).selftest ?? 0,
    replay: (file) => play(file, []),
  };
}
