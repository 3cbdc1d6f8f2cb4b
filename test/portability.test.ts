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

test("docs/portability.md holds no route that failed, and replays on all that take input", () => {
  const odd = ROWS.filter(([, , , , replay]) => replay !== "same state").map(([, route]) => route);
  expect(odd).toEqual(["wabt interpreter, SIMD", "wabt interpreter, scalar"]);
});
