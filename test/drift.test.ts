import { describe, expect, test } from "vitest";
import { Core, type DetectorSpec, Model } from "../src/index.ts";
import { fullSpec } from "../src/spec.ts";
import { adwin, type Detector, ddm, hddmW, pageHinkley, restarting } from "./support/detectors.ts";
import { Seeded } from "./support/seeded.ts";
import { deaf, publishedStream, rowsOf, statusesOf } from "./support/watching.ts";

const STATUSES = ["none", "warning", "drift"] as const;

describe("the published rows are hit exactly, by every build", () => {
  const bits = publishedStream("binary_seed42");
  const levels = publishedStream("level_seed12345");
  test.each(["simd", "scalar", "mcu"] as const)("%s", async (build) => {
    const errors = await Promise.all(
      (["ddm", "hddmW"] as const).map((type) => statusesOf({ type, on: "error" }, bits, build)),
    );
    expect(errors.map((statuses) => rowsOf(statuses, "warning")[0])).toEqual([1084, 451]);
    expect(errors.map((statuses) => rowsOf(statuses, "drift")[0])).toEqual([1334, 1077]);
    const inputs = await Promise.all(
      (["pageHinkley", "adwin"] as const).map((type) => statusesOf({ type, on: { input: 0 } }, levels, build)),
    );
    expect(inputs.map((statuses) => rowsOf(statuses, "drift")[0])).toEqual([1006, 1023]);
    expect(inputs.flatMap((statuses) => rowsOf(statuses, "warning"))).toEqual([]);
  });

  test("whatever number of rows ADWIN may keep", async () => {
    for (let rows = 4; rows <= 24; rows++) {
      const statuses = await statusesOf({ type: "adwin", on: { input: 0 }, rows }, levels);
      expect([rows, rowsOf(statuses, "drift")[0]]).toEqual([rows, 1023]);
    }
  });
});

interface Case {
  name: string;
  detector: DetectorSpec;
  reference: () => Detector;
  /** What the detector makes of a value before it looks. */
  seen?: (value: number) => number;
  stream: (random: Seeded) => number[];
}

const LENGTH = 3000;
/** Mistakes at rates that jump up and down. */
const bits = (random: Seeded): number[] =>
  values((part) => (random.uniform() < level([0.1, 0.35, 0.2, 0.6], part) ? 1 : 0));
/** Distances: noise on levels that rise and fall. */
const distances = (random: Seeded): number[] => values((part) => random.uniform(0, 1) + level([0, 1.5, 0.75, 4], part));
/** Anything: noise around levels, and a slow slope. */
const anything = (random: Seeded): number[] =>
  values((part, i) => Math.fround(random.uniform(-1, 1) + level([0, 2, -1, 0.25], part) + i / 1000));
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

const CASES: Case[] = [
  { name: "ddm", detector: { type: "ddm" }, reference: () => ddm(), stream: bits },
  {
    name: "ddm, other settings",
    detector: { type: "ddm", warning: 1, drift: 1.5, warmUp: 100 },
    reference: () => ddm({ warning: 1, drift: 1.5, warmUp: 100 }),
    stream: bits,
  },
  { name: "hddmW", detector: { type: "hddmW" }, reference: () => hddmW(), stream: bits },
  {
    name: "hddmW, other settings, on an input",
    detector: { type: "hddmW", on: { input: 0 }, driftConfidence: 0.01, warningConfidence: 0.3, lambda: 0.02 },
    reference: () => hddmW({ driftConfidence: 0.01, warningConfidence: 0.3, lambda: 0.02 }),
    seen: sigmoid,
    stream: anything,
  },
  {
    name: "pageHinkley on the loss, which may fall",
    detector: { type: "pageHinkley", on: "loss" },
    reference: () => pageHinkley({ both: false }),
    stream: distances,
  },
  {
    name: "pageHinkley on an input, both ways",
    detector: { type: "pageHinkley", on: { input: 0 }, warmUp: 5, delta: 0.1, threshold: 20, alpha: 0.99 },
    reference: () => pageHinkley({ warmUp: 5, delta: 0.1, threshold: 20, alpha: 0.99 }),
    stream: anything,
  },
  {
    name: "adwin on the error of numbers",
    detector: { type: "adwin" },
    reference: () => adwin(),
    stream: distances,
  },
  {
    name: "adwin, other settings, on an input, values forgotten behind the last row",
    detector: { type: "adwin", on: { input: 0 }, delta: 0.05, clock: 7, rows: 6 },
    reference: () => adwin({ delta: 0.05, clock: 7, rows: 6 }),
    stream: anything,
  },
];

describe("row by row what float64 makes of the same stream", () => {
  test.each(CASES)("$name", async ({ detector, reference, seen = (value) => value, stream }) => {
    let drifts = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const given = stream(new Seeded(seed));
      const expected = restarting(reference);
      const statuses = await statusesOf(detector, given);
      expect(statuses).toEqual(given.map((value) => STATUSES[expected.update(seen(value))]));
      drifts += rowsOf(statuses, "drift").length;
    }
    expect(drifts).toBeGreaterThan(5);
  });
});

test("each detector takes from 12 to 768 bytes of the state, its head of 12 included", async () => {
  const bytesOf = async (drift: DetectorSpec[]): Promise<number> => {
    using model = await Model.create(deaf(2, drift), { core: await Core.load() });
    return model.stats().memory.state;
  };
  const none = await bytesOf([]);
  const sizes: [DetectorSpec, number][] = [
    [{ type: "ddm" }, 28],
    [{ type: "pageHinkley" }, 28],
    [{ type: "hddmW" }, 40],
    [{ type: "adwin", rows: 4 }, 212],
    [{ type: "adwin" }, 704],
    [{ type: "adwin", rows: 15 }, 752],
  ];
  for (const [detector, bytes] of sizes) expect(await bytesOf([detector])).toBe(none + bytes);
  expect(fullSpec(deaf(2, [{ type: "adwin" }])).drift).toMatchObject([{ rows: 14 }]);
});

/** A stream in parts of 300 rows. */
function values(of: (part: number, row: number) => number): number[] {
  return Array.from({ length: LENGTH }, (_, row) => of(Math.floor(row / 300), row));
}

function level(levels: readonly number[], part: number): number {
  return levels[part % levels.length] as number;
}
