import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SELFTEST_CHECKSUM } from "../src/abi.ts";
import { ROUTES } from "./runtimes/support/routes.ts";

const PAGE = readFileSync(new URL("../docs/portability.md", import.meta.url), "utf8");
const ROWS = [...PAGE.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([0-9a-f]{8}) \| ([^|]+) \| ([^|]+) \|$/gm)];

test("docs/portability.md holds every route, each with the check sum of the self test as it is now", () => {
  const checksum = SELFTEST_CHECKSUM.toString(16).padStart(8, "0");
  expect(ROWS.map(([, route, , ended]) => [route, ended])).toEqual(ROUTES.map((route) => [route, checksum]));
});

test("docs/firmware.md gives the instructions that are counted there", async () => {
  type Counted = { route: string | undefined; speed: string | undefined };
  const script = new URL("../scripts/portability-page.mjs", import.meta.url).href;
  const { withInstructions }: { withInstructions(page: string, outcomes: Counted[]): string } = await import(script);
  const firmware = readFileSync(new URL("../docs/firmware.md", import.meta.url), "utf8");
  const outcomes = ROWS.map(([, route, , , , speed]) => ({ route, speed }));
  expect(withInstructions(firmware, outcomes)).toBe(firmware);
  expect(
    withInstructions(firmware, [
      { route: "wasm3 on Cortex-M4F", speed: "22,222 instructions a step" },
      { route: "Cortex-M4F by wasm2c", speed: "1,111 instructions a step" },
    ]),
  ).toMatch(/^\| instructions a learn step, 16-32-16-4 \| 1,111 \| 22,222 \| not measured \|$/m);
  expect(() => withInstructions(firmware, outcomes.slice(0, 3))).toThrow("no instructions counted");
});

test("docs/portability.md holds no route that failed, and replays on all that take input", () => {
  const odd = ROWS.filter(([, , , , replay]) => replay !== "same state").map(([, route]) => route);
  expect(odd).toEqual(["wabt interpreter, SIMD", "wabt interpreter, scalar"]);
});
