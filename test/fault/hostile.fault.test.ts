import { expect, test } from "vitest";
import { playHostile } from "../support/hostile.ts";

/** CI takes a tenth: MILLRACE_HOSTILE_ROWS. */
const ROWS = Number(process.env.MILLRACE_HOSTILE_ROWS ?? (process.env.CI ? 100_000 : 1_000_000));

test.each([
  ["light", "mean"],
  ["light", "refuse"],
  ["standard", "mean"],
  ["standard", "refuse"],
] as const)(
  "a million rows, broken sensors in one of twenty: %s (missing: %s) counts each refusal, stays finite and answers as well as without them",
  { timeout: 600_000 },
  async (preset, missing) => {
    const found = await playHostile(preset, missing, ROWS);
    const turnedAway = found.rows.beyond + (missing === "refuse" ? found.rows.nan : 0);
    console.log(`${preset}, ${missing}: ${found.accuracy} of the clean rows, ${found.cleanAccuracy} without faults`);
    expect(found).toMatchObject({ refused: 2 * turnedAway, learnt: ROWS - turnedAway, codes: ["E_VALUE"] });
    expect(found.staysFinite).toBe(true);
    expect(found.accuracy).toBeGreaterThan(found.cleanAccuracy - 0.02);
  },
);
