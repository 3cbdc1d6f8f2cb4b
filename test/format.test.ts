import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as abi from "../src/abi.ts";

const PAGE = readFileSync(new URL("../docs/format.md", import.meta.url), "utf8");
const NUMBERS: Readonly<Record<string, number>> = { ...abi };

test("docs/format.md gives every offset of the image as src/abi.ts does", () => {
  const rows = [...PAGE.matchAll(/^\| (\d+) \| [^|]+ \| `([A-Z0-9_]+)` \|/gm)];
  // The magic is the one constant whose name says what stands at its offset, 0.
  const wrong = rows.filter(([, offset, name = ""]) => name !== "TRAILER_MAGIC" && NUMBERS[name] !== Number(offset));
  expect(wrong.map(([row]) => row)).toEqual([]);
  const documented = new Set(rows.map(([, , name]) => name));
  const offsets = Object.keys(NUMBERS).filter(
    (name) =>
      /^(HEADER|MEMBER|LAYER|MIXTURE|REPLAY|DRIFT|STATE|TRAILER)_/.test(name) &&
      !/_BYTES$|_FLAG_|LAYER_OF_TARGETS/.test(name),
  );
  expect(offsets.filter((name) => !documented.has(name))).toEqual([]);
});

test("docs/format.md gives every code and flag as src/abi.ts does", () => {
  const pairs = [...PAGE.matchAll(/`([A-Z0-9_]+)` (\d+)/g)];
  expect(pairs.length).toBeGreaterThan(30);
  expect(pairs.filter(([, name = "", code]) => NUMBERS[name] !== Number(code)).map(([pair]) => pair)).toEqual([]);
});

test("docs/format.md states the sizes of the records", () => {
  expect(PAGE).toContain(
    `│ ${abi.HEADER_BYTES}     │ ${abi.MEMBER_BYTES} each │ ${abi.LAYER_BYTES} each │ 0 or ${abi.MIXTURE_BYTES} │ 0 or ${abi.REPLAY_BYTES} │ ${abi.DRIFT_BYTES} each │`,
  );
});
