import { describe, expect, test } from "vitest";
import { cosineOfTurn, phase, sineOfTurn } from "../src/gateway/features/cycles.ts";
import { type Feature, type FeaturePlan, FeatureWindows, planFeatures } from "../src/gateway/features.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const DAY = 86_400_000;
/** A Monday, 00:00 UTC. */
const MONDAY = Date.UTC(2026, 0, 5);

const MIXED: readonly Feature[] = [
  { kind: "value", field: "a" },
  { kind: "lag", field: "a", span: 3 },
  { kind: "difference", field: "b", span: 1 },
  { kind: "mean", field: "a", span: 4 },
  { kind: "min", field: "b", span: 5 },
  { kind: "max", field: "b", span: 2 },
  { kind: "std", field: "a", span: 3 },
  { kind: "timeOfDay", offsetMs: 0 },
];

/** The inputs of each message, pushed one after the other. */
function run(windows: FeatureWindows, rows: readonly (readonly number[])[], timeMs = MONDAY): (number[] | undefined)[] {
  return rows.map((row) => {
    const x = windows.inputs(row, timeMs);
    windows.push(windows.windowInputs(row));
    return x && [...x];
  });
}

function rowsOf(count: number, seed: number): number[][] {
  const random = new Seeded(seed);
  return Array.from({ length: count }, () => [random.uniform(-5, 5), random.uniform(-5, 5)]);
}

describe("the plan", () => {
  test("names every input and keeps no more of the past than is looked at", () => {
    const plan = planFeatures(MIXED, "refuse");
    expect(plan.names).toEqual([
      "a",
      "a.lag3",
      "b.difference1",
      "a.mean4",
      "b.min5",
      "b.max2",
      "a.std3",
      "timeOfDay.sin",
      "timeOfDay.cos",
    ]);
    expect(plan.fields).toEqual(["a", "b"]);
    expect(plan.windows).toEqual([
      { field: 0, length: 3 },
      { field: 1, length: 4 },
    ]);
  });

  test("makes an input of each number of a list", () => {
    const plan = planFeatures([{ kind: "list", field: "s", size: 3 }], "refuse");
    expect(plan.names).toEqual(["s[0]", "s[1]", "s[2]"]);
    expect(plan.fields).toEqual(plan.names);
  });
});

describe("lags and windows", () => {
  test("are what a plain computation over the whole past gives", () => {
    const rows = rowsOf(60, 1).map((row) => row.map(Math.fround));
    const windows = new FeatureWindows(planFeatures(MIXED, "refuse"));
    const got = run(windows, rows);
    for (const [t, x] of got.entries()) {
      if (t < 4) {
        expect(x).toBeUndefined();
        continue;
      }
      const a = rows.map(([value]) => value as number);
      const b = rows.map(([, value]) => value as number);
      const last = (of: number[], n: number) => of.slice(t + 1 - n, t + 1);
      const mean = (of: number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
      const threes = last(a, 3);
      const expected = [
        a[t],
        a[t - 3],
        (b[t] as number) - (b[t - 1] as number),
        mean(last(a, 4)),
        Math.min(...last(b, 5)),
        Math.max(...last(b, 2)),
        Math.sqrt(mean(threes.map((value) => (value - mean(threes)) ** 2))),
        0,
        1,
      ];
      expect(x).toEqual(expected.map((value) => Math.fround(value as number)));
    }
  });

  test("are silent until they are full where no value may be missing", () => {
    const plan = planFeatures(
      [
        { kind: "lag", field: "a", span: 2 },
        { kind: "mean", field: "a", span: 2 },
      ],
      "refuse",
    );
    expect(run(new FeatureWindows(plan), [[1], [2], [3], [4]])).toEqual([undefined, undefined, [1, 2.5], [2, 3.5]]);
  });

  test("are missing until they are full where values may be", () => {
    const plan = planFeatures(
      [
        { kind: "value", field: "a" },
        { kind: "lag", field: "a", span: 1 },
        { kind: "mean", field: "a", span: 2 },
      ],
      "mean",
    );
    expect(run(new FeatureWindows(plan), [[1], [2]])).toEqual([
      [1, Number.NaN, Number.NaN],
      [2, 1, 1.5],
    ]);
  });

  test("leave out what was missing, and are missing where all was", () => {
    const plan = planFeatures(
      (["mean", "min", "max", "std"] as const).map((kind) => ({ kind, field: "a", span: 2 })),
      "mean",
    );
    const gap = Number.NaN;
    expect(run(new FeatureWindows(plan), [[1], [gap], [3], [gap], [gap]])).toEqual([
      [gap, gap, gap, gap],
      [1, 1, 1, 0],
      [3, 3, 3, 0],
      [3, 3, 3, 0],
      [gap, gap, gap, gap],
    ]);
  });

  test("asking for the inputs changes nothing", () => {
    const windows = new FeatureWindows(planFeatures(MIXED, "mean"));
    run(windows, rowsOf(9, 2));
    const before = windows.toBytes();
    for (let i = 0; i < 5; i++) windows.inputs([i, i], MONDAY);
    expect(windows.toBytes()).toEqual(before);
  });

  test("stay finite for the greatest numbers that are let in", () => {
    const kinds = ["difference", "mean", "min", "max", "std"] as const;
    const plan = planFeatures(
      kinds.map((kind) => ({ kind, field: "a", span: kind === "difference" ? 1 : 4 })),
      "refuse",
    );
    const most = Math.fround(plan.limit * (1 - 2 ** -23));
    const x = run(new FeatureWindows(plan), [[most], [-most], [most], [-most]]).at(-1) as number[];
    for (const value of x) expect(Math.abs(value)).toBeLessThan(Math.fround(1e18));
  });
});

describe("the memory of the windows", () => {
  test("grows with what they hold, up to their length, and not beyond", () => {
    const windows = new FeatureWindows(planFeatures([{ kind: "lag", field: "a", span: 1_000 }], "refuse"));
    const empty = windows.bytes;
    const sizes = Array.from({ length: 5_000 }, (_, i) => {
      windows.push([i]);
      return windows.bytes - empty;
    });
    expect(sizes[0]).toBeLessThanOrEqual(64);
    expect(sizes[99]).toBeLessThanOrEqual(4 * 256);
    expect(sizes[4_999]).toBe(4 * 1_000);
    expect(windows.toBytes().length).toBe(8 + 4 * 1_000);
  });
});

describe("saved windows", () => {
  test("go on bit for bit from any moment", () => {
    const plan = planFeatures(MIXED, "mean");
    const rows = rowsOf(40, 7);
    const whole = run(new FeatureWindows(plan), rows);
    for (let cut = 0; cut <= rows.length; cut++) {
      const first = new FeatureWindows(plan);
      run(first, rows.slice(0, cut));
      const second = FeatureWindows.restore(plan, first.toBytes());
      expect(second.toBytes()).toEqual(first.toBytes());
      expect(run(second, rows.slice(cut))).toEqual(whole.slice(cut));
    }
  });

  test("are the same bytes however they came about", () => {
    const plan = planFeatures([{ kind: "lag", field: "a", span: 10 }], "refuse");
    const long = new FeatureWindows(plan);
    const short = new FeatureWindows(plan);
    for (let i = 0; i < 97; i++) long.push([i]);
    for (let i = 87; i < 97; i++) short.push([i]);
    expect(long.toBytes()).toEqual(short.toBytes());
  });

  test("of another plan, another version or another length are refused", async () => {
    const plan = planFeatures(MIXED, "mean");
    const windows = new FeatureWindows(plan);
    run(windows, rowsOf(20, 9));
    const bytes = windows.toBytes();
    const refusal = (given: Uint8Array, to: FeaturePlan = plan) => complaintOf(() => FeatureWindows.restore(to, given));
    for (let length = 0; length < bytes.length; length++)
      expect(await refusal(bytes.slice(0, length))).toMatch(/^E_FORMAT /);
    expect(await refusal(Uint8Array.of(...bytes, 0))).toMatch(/^E_FORMAT /);
    expect(await refusal(bytes.with(0, 2))).toMatch(/^E_VERSION /);
    expect(await refusal(bytes, planFeatures(MIXED.slice(0, 2), "mean"))).toMatch(/^E_FORMAT /);
    const shorter = MIXED.map((feature) => ("span" in feature ? { ...feature, span: 1 } : feature));
    expect(await refusal(bytes, planFeatures(shorter, "mean"))).toMatch(/^E_FORMAT .*--reset/);
  });

  test("with a size that no memory holds are refused at once", async () => {
    const bytes = Uint8Array.of(1, 0, 1, 0, 0xff, 0xff, 0xff, 0xff);
    const plan = planFeatures([{ kind: "lag", field: "a", span: 10 }], "refuse");
    expect(await complaintOf(() => FeatureWindows.restore(plan, bytes))).toMatch(/^E_FORMAT /);
  });
});

describe("day and week", () => {
  test("sine and cosine of a turn differ from the true ones by less than 3e-16", () => {
    const random = new Seeded(13);
    let worst = 0;
    for (let i = 0; i < 200_000; i++) {
      const share = random.uniform();
      const angle = 2 * Math.PI * share;
      worst = Math.max(
        worst,
        Math.abs(sineOfTurn(share) - Math.sin(angle)),
        Math.abs(cosineOfTurn(share) - Math.cos(angle)),
      );
    }
    // The reference's own argument is rounded too: by up to 4.4e-16 near a whole turn.
    expect(worst).toBeLessThan(3e-16 + 4.5e-16);
    expect([0, 0.25, 0.5, 0.75].map(sineOfTurn)).toEqual([0, 1, 0, -1]);
    expect([0, 0.25, 0.5, 0.75].map(cosineOfTurn)).toEqual([1, 0, -1, 0]);
  });

  test("sine and cosine of a turn are the same bits on every engine", () => {
    // FNV-1a over 2,000 results, by V8 and by CPython alike: no engine may give others.
    let hash = 0x811c9dc5;
    const view = new DataView(new ArrayBuffer(8));
    for (let i = 0; i < 1_000; i++) {
      for (const value of [sineOfTurn(i / 1_000), cosineOfTurn(i / 1_000)]) {
        view.setFloat64(0, value);
        for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193) >>> 0;
      }
    }
    expect(hash.toString(16)).toBe("3fbfe5d7");
  });

  test("the day begins at midnight of the zone, the week on Monday", () => {
    expect(phase("timeOfDay", MONDAY, 0)).toBe(0);
    expect(phase("timeOfDay", MONDAY + DAY / 4, 0)).toBe(0.25);
    expect(phase("timeOfDay", MONDAY, 2 * 3_600_000)).toBe(2 / 24);
    expect(phase("timeOfDay", 0, -3_600_000)).toBe(23 / 24);
    const days = Array.from({ length: 8 }, (_, day) => phase("dayOfWeek", MONDAY + day * DAY + DAY - 1, 0));
    expect(days).toEqual([0, 1, 2, 3, 4, 5, 6, 0].map((day) => day / 7));
    expect(phase("dayOfWeek", MONDAY - 1, 1)).toBe(0);
    expect(phase("dayOfWeek", 0, -4 * DAY)).toBe(6 / 7);
  });
});
