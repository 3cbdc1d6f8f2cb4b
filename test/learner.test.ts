import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CLASSES, QUARTER, ROWS, readElectricity, TRAINING_ROWS } from "../src/demo/electricity.ts";
import { Learner, SPEC } from "../src/demo/learner.ts";
import { report, worth } from "../src/demo/report.ts";
import type { Result } from "../src/demo/scores.ts";
import { styleOf } from "../src/demo/style.ts";
import { WaitingRows } from "../src/demo/waiting.ts";
import { Model } from "../src/model.ts";

const DELAY = 48;
const LENGTH = TRAINING_ROWS + QUARTER + 50;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-learner-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the three contenders are what a plain loop over the stream makes of them", async () => {
  const stream = await readElectricity(LENGTH);
  const learner = await Learner.create(LENGTH, DELAY + 1);
  stream.forEach(({ features }, t) => {
    learner.predict(t, features);
    if (t >= DELAY) learner.learn({ row: t - DELAY, class: stream[t - DELAY]?.label ?? "" });
  });
  for (let t = LENGTH - DELAY; t < LENGTH; t++) learner.learn({ row: t, class: stream[t]?.label ?? "" });
  const result = await learner.save(join(folder, "learner.millrace"));

  const model = await Model.create(SPEC);
  let frozen = model;
  const hits: boolean[][] = [];
  stream.forEach(({ features, label }, t) => {
    if (t === TRAINING_ROWS) frozen = model.clone();
    const known = stream[t - DELAY - 1]?.label;
    const hit = [known === label, ...[frozen, model].map((net) => net.predictClass(features).label === label)];
    if (t >= TRAINING_ROWS) hits.push(hit);
    if (t >= DELAY) model.learn(stream[t - DELAY]?.features ?? [], stream[t - DELAY]?.label ?? "");
  });
  const share = (contender: number, to?: number) => {
    const counted = hits.slice(0, to);
    return counted.filter((hit) => hit[contender]).length / counted.length;
  };
  const base = share(0);
  expect(result.scores.map(({ accuracy }) => accuracy)).toEqual([base, share(1), share(2)]);
  expect(result.scores.map(({ worstQuarter }) => worstQuarter)).toEqual([0, 1, 2].map((i) => share(i, QUARTER)));
  expect(result.scores.map(({ kappaTemporal }) => kappaTemporal)).toEqual(
    [base, share(1), share(2)].map((accuracy) => (accuracy - base) / (1 - base)),
  );
  expect(result).toMatchObject({ rows: LENGTH, countedFrom: TRAINING_ROWS });
  // By now the stream has drifted: a learner worth its name is ahead of both.
  expect(share(2)).toBeGreaterThan(base);
  expect((await Model.load(result.path)).checksum()).toBe(result.checksum);
});

test("what it cannot use is refused, and neither the model nor the waiting row is touched", async () => {
  const [first] = await readElectricity(1);
  const learner = await Learner.create(10, 4);
  const features = first?.features ?? {};
  learner.predict(0, features);
  expect(() => learner.learn({ row: 0, class: "SIDEWAYS" })).toThrow(
    /unknown class; expected DOWN or UP, got SIDEWAYS/,
  );
  expect(() => learner.learn({ row: 1, class: "UP" })).toThrow(/no features of row 1 wait/);
  expect(() => learner.predict(1, { ...features, period: Number.NaN })).toThrow(/period/);
  expect(() => learner.learn({ row: 1, class: "UP" })).toThrow(/no features of row 1 wait/);
  learner.learn({ row: 0, class: "UP" });
  expect(learner.learnt).toBe(1);
});

test("waiting rows keep their places until the ring comes round", () => {
  const waiting = new WaitingRows<{ row: number }>(3);
  for (const row of [0, 1, 2, 3]) waiting.put({ row });
  expect(waiting.take(0)).toBeUndefined();
  expect(waiting.take(3)).toEqual({ row: 3 });
  expect(waiting.take(3)).toBeUndefined();
  expect(waiting.take(1)).toEqual({ row: 1 });
});

describe("the stream", () => {
  test("is whole and as it was published", async () => {
    const stream = await readElectricity(ROWS);
    expect(stream.filter(({ label }) => label === CLASSES[1])).toHaveLength(19_237);
    expect(stream[0]?.features).toEqual({
      period: 0,
      nswprice: 0.056443,
      nswdemand: 0.439155,
      vicprice: 0.003467,
      vicdemand: 0.422915,
      transfer: 0.414912,
    });
  });

  test("is named where it is missing or another file", async () => {
    const missing = join(folder, "missing.csv.gz");
    await expect(readElectricity(1, missing)).rejects.toMatchObject({ code: "E_FILE", where: missing });
    const other = join(folder, "other.csv.gz");
    writeFileSync(other, "a,b\n1,2\n");
    await expect(readElectricity(1, other)).rejects.toMatchObject({ code: "E_FILE", where: other });
    await expect(readElectricity(ROWS + 1)).rejects.toMatchObject({ code: "E_FORMAT" });
  });
});

describe("the report", () => {
  const score = { rows: 36_480, worstQuarter: 0.6, kappaTemporal: 0, loss: null };
  const result: Result = {
    rows: ROWS,
    countedFrom: TRAINING_ROWS,
    scores: [
      { ...score, contender: "last known label", accuracy: 0.64 },
      { ...score, contender: "frozen net", accuracy: 0.731, kappaTemporal: -0.1 },
      { ...score, contender: "learning net", accuracy: 0.798 },
    ],
    seconds: 15.04,
    modelBytes: 1_952,
    fileBytes: 2_118,
    checksum: 0xabc,
    path: join(process.cwd(), "electricity.millrace"),
  };

  test("fits a terminal of 80 columns and ends with what learning was worth", () => {
    const lines = report(result, styleOf(new PassThrough()));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines.at(-1)).toBe("  Learning was worth +6.7 points over the frozen net, +15.8 over the last label.");
    expect(lines).toContain("  the model takes 1,952 bytes; its checksum is 00000abc");
    expect(lines).toContain("  saved to ./electricity.millrace (2,118 bytes)");
    expect(lines.join("\n")).toMatch(/From row 8,832 on \(36,480 rows\)\n.*\n.*\n.*\n.*frozen net.* −0\.100 /);
  });

  test("says so when learning cost points, and when nothing was counted", () => {
    const scores = result.scores.map((own, i) => ({ ...own, accuracy: [0.9, 0.8, 0.85][i] as number }));
    expect(worth(scores, ROWS, 0)).toBe(
      "Learning was worth +5.0 points over the frozen net, −5.0 over the last label.",
    );
    expect(worth([], 0, 0)).toBe("Learning cannot be judged: no row has been counted.");
  });
});
