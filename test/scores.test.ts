import { describe, expect, test } from "vitest";
import { type Counting, Tally } from "../src/demo/scores.ts";
import { Seeded } from "./support/seeded.ts";

const COUNTING: Counting = { from: 100, quarter: 70, window: 30 };

describe("a tally", () => {
  test("agrees, row by row, with counting everything again", () => {
    const seeded = new Seeded(5);
    const tally = new Tally(COUNTING);
    const hits: number[] = [];
    const losses: number[] = [];
    for (let row = 0; row < 500; row++) {
      hits.push(Number(seeded.uniform() < 0.7));
      losses.push(seeded.uniform(0, 3));
      tally.add(row, hits[row] === 1, losses[row] as number);
      const standing = tally.standing("learning net");
      expect(standing.accuracy).toBeCloseTo(mean(hits.slice(-30)), 12);
      expect(standing.loss).toBeCloseTo(mean(losses.slice(-30)), 12);
    }
    const counted = hits.slice(100);
    const quarters = [0, 70, 140, 210, 280].map((start) => mean(counted.slice(start, start + 70)));
    expect(tally.score("learning net", 0.5)).toEqual({
      contender: "learning net",
      rows: 400,
      accuracy: mean(counted),
      worstQuarter: Math.min(...quarters),
      kappaTemporal: (mean(counted) - 0.5) / 0.5,
      loss: expect.closeTo(mean(losses.slice(100)), 12),
    });
  });

  test("leaves a last partial quarter out, however bad", () => {
    const tally = new Tally(COUNTING);
    for (let row = 0; row < 100 + 70 + 69; row++) tally.add(row, row < 170, 1);
    expect(tally.score("frozen net", null).worstQuarter).toBe(1);
    tally.add(239, false, 1);
    expect(tally.score("frozen net", null).worstQuarter).toBe(0);
  });

  test("knows nothing before the first row that counts, and has no loss without probabilities", () => {
    const tally = new Tally(COUNTING);
    expect(tally.standing("frozen net")).toEqual({ contender: "frozen net", accuracy: null, loss: null });
    tally.add(99, true, null);
    expect(tally.standing("frozen net")).toEqual({ contender: "frozen net", accuracy: 1, loss: null });
    const unknown = { accuracy: null, worstQuarter: null, kappaTemporal: null, loss: null };
    expect(tally.score("frozen net", 0.5)).toEqual({ contender: "frozen net", rows: 0, ...unknown });
    tally.add(100, true, null);
    expect(tally.score("frozen net", 0.5)).toMatchObject({ rows: 1, accuracy: 1, kappaTemporal: 1, loss: null });
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
