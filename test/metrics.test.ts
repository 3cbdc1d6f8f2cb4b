import { describe, expect, test } from "vitest";
import { MajorityClass, RunningMean } from "../src/evaluate/baselines.ts";
import { ClassSums } from "../src/evaluate/class-sums.ts";
import { Curve } from "../src/evaluate/curve.ts";
import { logLoss, type Outcome, overBaseline } from "../src/evaluate/metrics.ts";
import { Cumulative, Fading, MeanSums, Rolling, type Sums } from "../src/evaluate/spans.ts";
import { ValueSums } from "../src/evaluate/value-sums.ts";
import { Seeded } from "./support/seeded.ts";

const NO_BASELINES = { majority: null, last: null };

/** Truth and answer, as often as stated. */
function filled(sums: Sums<Outcome>, ...groups: [truth: number, answer: number, times: number][]): void {
  for (const [truth, answer, times] of groups) {
    for (let i = 0; i < times; i++) sums.add({ truth, answer, loss: null }, 1);
  }
}

describe("worked by hand:", () => {
  test("two classes: 3 of 4 ones and 4 of 6 zeros are right", () => {
    const sums = new ClassSums(2, 1);
    filled(sums, [1, 1, 3], [1, 0, 1], [0, 0, 4], [0, 1, 2]);
    expect(sums.confusion()).toEqual([
      [4, 2],
      [1, 3],
    ]);
    const figures = sums.figures({ majority: 0.6, last: 0.5 });
    expect(figures.accuracy).toBe(7 / 10);
    expect(figures.balancedAccuracy).toBeCloseTo((3 / 4 + 4 / 6) / 2, 12);
    expect(figures.f1).toBeCloseTo((2 * 3) / (2 * 3 + 2 + 1), 12);
    // By chance: ones .4 x .5, zeros .6 x .5.
    expect(figures.kappa).toBeCloseTo((0.7 - 0.5) / (1 - 0.5), 12);
    expect(figures.kappaM).toBeCloseTo((0.7 - 0.6) / (1 - 0.6), 12);
    expect(figures.kappaTemporal).toBeCloseTo((0.7 - 0.5) / (1 - 0.5), 12);
    expect(figures.logLoss).toBeNull();
  });

  test("F1 is that of the positive class of two", () => {
    const sums = new ClassSums(2, 0);
    filled(sums, [1, 1, 3], [1, 0, 1], [0, 0, 4], [0, 1, 2]);
    expect(sums.figures(NO_BASELINES).f1).toBeCloseTo((2 * 4) / (2 * 4 + 1 + 2), 12);
  });

  test("three classes and one that never came: means over those that did", () => {
    const sums = new ClassSums(4, 1);
    filled(sums, [0, 0, 2], [0, 1, 2], [1, 1, 3], [2, 1, 1]);
    const figures = sums.figures(NO_BASELINES);
    expect(figures.accuracy).toBe(5 / 8);
    expect(figures.balancedAccuracy).toBeCloseTo((2 / 4 + 3 / 3 + 0 / 1) / 3, 12);
    expect(figures.f1).toBeCloseTo((4 / 6 + 6 / 9 + 0) / 3, 12);
    const chance = (4 * 2 + 3 * 6 + 1 * 0) / 64;
    expect(figures.kappa).toBeCloseTo((5 / 8 - chance) / (1 - chance), 12);
  });

  test("the log loss is the mean of -ln of what the truth was given", () => {
    const sums = new ClassSums(2, 1);
    for (const probability of [0.5, 0.25, 0.8]) sums.add({ truth: 1, answer: 1, loss: logLoss(probability) }, 1);
    expect(sums.figures(NO_BASELINES).logLoss).toBeCloseTo(-(Math.log(0.5) + Math.log(0.25) + Math.log(0.8)) / 3, 12);
  });

  test("a regression: errors .5, .5, 0 and 1", () => {
    const sums = new ValueSums();
    for (const [truth, answer] of [
      [3, 2.5],
      [-0.5, 0],
      [2, 2],
      [7, 8],
    ] as const) {
      sums.add({ truth, answer, loss: null }, 1);
    }
    const { mae, rmse, r2 } = sums.figures();
    expect(mae).toBeCloseTo(0.5, 12);
    expect(rmse).toBeCloseTo(Math.sqrt(1.5 / 4), 12);
    // Around the mean 2.875: .015625 + 11.390625 + .765625 + 17.015625.
    expect(r2).toBeCloseTo(1 - 1.5 / 29.1875, 12);
  });

  test("without rows, and without spread, there is no figure", () => {
    expect(new ClassSums(3, 1).figures({ majority: 0.5, last: 0.5 })).toEqual({
      accuracy: null,
      balancedAccuracy: null,
      f1: null,
      logLoss: null,
      kappa: null,
      kappaM: null,
      kappaTemporal: null,
    });
    const sums = new ValueSums();
    expect(sums.figures()).toEqual({ mae: null, rmse: null, r2: null });
    for (let i = 0; i < 3; i++) sums.add({ truth: 5, answer: 4, loss: null }, 1);
    expect(sums.figures()).toEqual({ mae: 1, rmse: 1, r2: null });
  });
});

test("R2 far from zero is that of the same rows around zero", () => {
  const seeded = new Seeded(1);
  const [near, far] = [new ValueSums(), new ValueSums()];
  for (let i = 0; i < 2_000; i++) {
    const [truth, answer] = [seeded.uniform(-1, 1), seeded.uniform(-1, 1)];
    near.add({ truth, answer, loss: null }, 1);
    far.add({ truth: truth + 1e8, answer: answer + 1e8, loss: null }, 1);
  }
  expect(far.figures().r2).toBeCloseTo(near.figures().r2 as number, 5);
});

describe.each([
  ["classes", () => new ClassSums(3, 1)],
  ["values", () => new ValueSums()],
] as const)("%s", (_, sumsOf) => {
  const seeded = new Seeded(8);
  const outcomes = Array.from(
    { length: 700 },
    (): Outcome => ({ truth: seeded.index(3), answer: seeded.index(3), loss: seeded.uniform(0, 5) }),
  );
  const figures = (sums: ClassSums | ValueSums) => Object.values(sums.figures({ majority: 0.4, last: 0.3 }));
  const expectSame = (actual: ClassSums | ValueSums, expected: ClassSums | ValueSums) => {
    for (const [i, value] of figures(actual).entries()) expect(value).toBeCloseTo(figures(expected)[i] as number, 9);
  };

  test("rolling figures are those of the last rows alone, row by row", () => {
    const rolling = new Rolling<Outcome, ClassSums | ValueSums>(sumsOf(), 60);
    for (const [row, outcome] of outcomes.entries()) {
      rolling.add(outcome);
      const again = sumsOf();
      for (const each of outcomes.slice(Math.max(0, row - 59), row + 1)) again.add(each, 1);
      expectSame(rolling.sums, again);
    }
  });

  test("fading figures weigh each row by its age", () => {
    // So steep that the weights must be brought back several times.
    const fading = new Fading<Outcome, ClassSums | ValueSums>(sumsOf(), 0.7);
    for (const outcome of outcomes) fading.add(outcome);
    const again = sumsOf();
    for (const [row, outcome] of outcomes.entries()) again.add(outcome, 0.7 ** (outcomes.length - 1 - row));
    expectSame(fading.sums, again);
  });

  test("cumulative figures count every row", () => {
    const all = new Cumulative<Outcome, ClassSums | ValueSums>(sumsOf());
    for (const outcome of outcomes) all.add(outcome);
    const again = sumsOf();
    for (const outcome of [...outcomes].reverse()) again.add(outcome, 1);
    expectSame(all.sums, again);
  });
});

test("a rolling mean leaves no rounding behind", () => {
  const rolling = new Rolling(new MeanSums(), 10);
  for (let i = 0; i < 1_000; i++) rolling.add(1e15 + i);
  for (let i = 0; i < 20; i++) rolling.add(0.1);
  expect(rolling.sums.mean).toBeCloseTo(0.1, 12);
});

test("over a baseline 0 is as good, 1 perfect, below 0 worse, and nothing is known beside a perfect one", () => {
  expect(overBaseline(0.64, 0.64)).toBe(0);
  expect(overBaseline(1, 0.64)).toBe(1);
  expect(overBaseline(0.798, 0.64)).toBeCloseTo(0.158 / 0.36, 12);
  expect(overBaseline(0.5, 0.75)).toBe(-1);
  expect(overBaseline(1, 1)).toBeNull();
  expect(overBaseline(null, 0.5)).toBeNull();
  expect(overBaseline(0.5, null)).toBeNull();
});

test("the log loss of an impossible outcome is finite", () => {
  expect(logLoss(1)).toBeCloseTo(0, 12);
  expect(logLoss(0.5)).toBeCloseTo(Math.LN2, 12);
  expect(logLoss(0)).toBeCloseTo(16, 12);
});

test("the majority class is the one ahead, of equals the one that got there first", () => {
  const majority = new MajorityClass(3);
  const answers = [2, 1, 1, 2, 0, 2].map((truth) => {
    const answer = majority.answer();
    majority.learn(truth);
    return answer;
  });
  expect([...answers, majority.answer()]).toEqual([0, 2, 2, 1, 1, 1, 2]);
});

test("the running mean starts at 0 as an untrained model does", () => {
  const mean = new RunningMean();
  const answers = [4, 8, 0].map((truth) => {
    const answer = mean.answer();
    mean.learn(truth);
    return answer;
  });
  expect([...answers, mean.answer()]).toEqual([0, 4, 6, 4]);
});

test("a curve keeps evenly spaced points, never more than its limit, whatever the length of the stream", () => {
  const curve = new Curve<number>(8);
  for (let row = 1; row <= 1_000; row++) {
    if (curve.wants(row)) curve.add(row);
    expect(curve.points.length).toBeLessThan(8);
  }
  expect(curve.points).toEqual([128, 256, 384, 512, 640, 768, 896]);
});
