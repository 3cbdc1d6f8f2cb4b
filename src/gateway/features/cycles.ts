/**
 * Where a moment lies in its day or week, as a point on a circle. From + - * / alone, which every engine rounds alike;
 * before the last rounding to float32 the error is below 3e-16.
 */

const DAY_MS = 86_400_000;
/** 1 January 1970 was a Thursday: three days into a week that begins on Monday. */
const MONDAY_MS = 3 * DAY_MS;
const TURN = 6.283185307179586;

export type Cycle = "timeOfDay" | "dayOfWeek";
export const CYCLES: readonly Cycle[] = ["timeOfDay", "dayOfWeek"];

/** The share of the cycle that has gone, from 0 to below 1: of a day continuously, of a week by whole days. */
export function phase(cycle: Cycle, timeMs: number, offsetMs: number): number {
  const local = timeMs + offsetMs;
  if (cycle === "timeOfDay") return modulo(local, DAY_MS) / DAY_MS;
  return modulo(Math.floor((local + MONDAY_MS) / DAY_MS), 7) / 7;
}

/** Sine of a share of a turn, from 0 to below 1. */
export function sineOfTurn(share: number): number {
  return quarterWave(share, 0);
}

/** Cosine of a share of a turn, from 0 to below 1. */
export function cosineOfTurn(share: number): number {
  return quarterWave(share, 1);
}

// ---

/** sin(2 pi share + quarters pi / 2): the nearest quarter turn is taken off exactly, the rest is at most pi / 4. */
function quarterWave(share: number, quarters: number): number {
  const nearest = Math.floor(4 * share + 0.5);
  const angle = (share - nearest / 4) * TURN;
  const quadrant = (nearest + quarters) % 4;
  const value = quadrant % 2 === 0 ? sine(angle) : cosine(angle);
  return (quadrant < 2 ? value : -value) + 0;
}

/** Taylor, |x| <= pi / 4: what is left out is below 5e-17. */
function sine(x: number): number {
  const z = x * x;
  let sum = 1;
  for (let n = 14; n >= 2; n -= 2) sum = 1 - (z / (n * (n + 1))) * sum;
  return x * sum;
}

function cosine(x: number): number {
  const z = x * x;
  let sum = 1;
  for (let n = 15; n >= 1; n -= 2) sum = 1 - (z / (n * (n + 1))) * sum;
  return sum;
}

function modulo(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest;
}
