import { MillraceError } from "../../src/errors.ts";
import { Model } from "../../src/model.ts";
import type { PresetName } from "../../src/spec.ts";
import { Seeded } from "./seeded.ts";

const SENSORS = 8;
/** Share of the rows that each kind of fault spoils. */
const FAULTY = 0.01;
/** Rows that a sensor is stuck, or at the end of its range. */
const STUCK = 50;
const SATURATED = 20;
/** Ends of a sensor's range, in standard deviations of what it measures. */
const RANGE = 25;

const BROKEN = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e38, -1e38] as const;

/** A row as it is, and as it comes. */
export interface HostileRow {
  clean: number[];
  given: number[];
  y: number;
  isClean: boolean;
}

/**
 * Eight sensors, of which five say to which class a row belongs, by a boundary that turns slowly; every twentieth label is
 * wrong. Of each kind of fault one row in a hundred: NaN, infinity, 1e38, a stuck sensor, a saturated one.
 */
export function* hostileRows(count: number, seed: number): Generator<HostileRow> {
  const random = new Seeded(seed);
  const faults: { sensor: number; value: number; left: number }[] = [];
  let before = new Array<number>(SENSORS).fill(0);
  for (let i = 0; i < count; i++) {
    const state = Array.from({ length: SENSORS }, () => random.uniform() + random.uniform() + random.uniform() - 1.5);
    const clean = state.map((value, k) => 2 ** k * (2 * value + k));
    const y = Number(isOne(state, i) !== random.uniform() < 0.05);
    for (const fault of faults.splice(0)) if (--fault.left > 0) faults.push(fault);
    if (random.uniform() < FAULTY / STUCK) {
      const sensor = random.index(SENSORS);
      faults.push({ sensor, value: before[sensor] as number, left: STUCK });
    }
    if (random.uniform() < FAULTY / SATURATED) {
      const sensor = random.index(SENSORS);
      faults.push({ sensor, value: 2 ** sensor * random.sign() * RANGE, left: SATURATED });
    }
    const given = [...clean];
    for (const { sensor, value } of faults) given[sensor] = value;
    let isClean = faults.length === 0;
    for (const [kind, share] of [FAULTY, FAULTY / 2, FAULTY / 2, FAULTY / 2, FAULTY / 2].entries()) {
      const isHit = random.uniform() < share;
      const sensor = random.index(SENSORS);
      if (!isHit) continue;
      given[sensor] = BROKEN[kind] as number;
      isClean = false;
    }
    before = given;
    yield { clean, given, y, isClean };
  }
}

export interface HostileOutcome {
  /** On the rows without a fault: of the model that got the faulty stream too, and of one that got all rows as they are. */
  accuracy: number;
  cleanAccuracy: number;
  /** Rows by what was in them, and what the model counted. */
  rows: { clean: number; nan: number; beyond: number };
  refused: number;
  learnt: number;
  codes: string[];
  staysFinite: boolean;
}

/** Predicts and learns every row, clean and as it comes, with two models of one preset. */
export async function playHostile(
  preset: PresetName,
  missing: "refuse" | "mean",
  count: number,
): Promise<HostileOutcome> {
  const spec = { inputs: SENSORS, task: "classification", preset, outputs: 2, missing, seed: 1 } as const;
  const [calm, model] = [await Model.create(spec), await Model.create(spec)];
  const answer = new Float32Array(2);
  const hits = { calm: 0, hostile: 0 };
  const rows = { clean: 0, nan: 0, beyond: 0 };
  const codes = new Set<string>();
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof MillraceError)) throw error;
      codes.add(error.code);
    }
  };
  let staysFinite = true;
  for (const { clean, given, y, isClean } of hostileRows(count, 7)) {
    calm.predictInto(clean, answer);
    if (isClean) hits.calm += Number(winner(answer) === y);
    calm.learn(clean, y);
    if (given.some((value) => Math.abs(value) >= 1e18)) rows.beyond++;
    else if (given.some(Number.isNaN)) rows.nan++;
    attempt(() => {
      model.predictInto(given, answer);
      staysFinite &&= answer.every(Number.isFinite);
      if (!isClean) return;
      rows.clean++;
      hits.hostile += Number(winner(answer) === y);
    });
    attempt(() => model.learn(given, y));
  }
  staysFinite &&= model.parameters().every(({ data }) => data.every(Number.isFinite));
  const { refused, learnt } = model.stats().counters;
  const twin = await Model.load(model.toBytes());
  staysFinite &&= twin.checksum() === model.checksum();
  for (const each of [calm, model, twin]) each.dispose();
  return {
    accuracy: hits.hostile / rows.clean,
    cleanAccuracy: hits.calm / rows.clean,
    rows,
    refused,
    learnt,
    codes: [...codes],
    staysFinite,
  };
}

// ---

function isOne(state: readonly number[], row: number): boolean {
  const [a, b, c, d, e] = state as [number, number, number, number, number];
  const turn = row / 2e5;
  return a * Math.cos(turn) + b * Math.sin(turn) + 1.5 * c * d + 0.5 * e > 0;
}

function winner([no, yes]: Float32Array): number {
  return Number((yes as number) > (no as number));
}
