import { expect, test } from "vitest";
import { playHostile } from "./support/hostile.ts";

/** The whole million: `npm run test:fault`. */
const ROWS = 100_000;

test.each([
  ["light", "mean"],
  ["standard", "refuse"],
] as const)(
  "broken sensors spoil one row in twenty; %s (missing: %s) answers the others as well as without them",
  async (preset, missing) => {
    const found = await playHostile(preset, missing, ROWS);
    const turnedAway = found.rows.beyond + (missing === "refuse" ? found.rows.nan : 0);
    expect(found.rows.clean).toBeGreaterThan(0.93 * ROWS);
    expect(found.rows.nan).toBeGreaterThan(0.008 * ROWS);
    // Each was predicted and learnt, and refused both times.
    expect(found.refused).toBe(2 * turnedAway);
    expect(found.learnt).toBe(ROWS - turnedAway);
    expect(found.codes).toEqual(["E_VALUE"]);
    expect(found.staysFinite).toBe(true);
    expect(found.cleanAccuracy).toBeGreaterThan(0.85);
    expect(found.accuracy).toBeGreaterThan(found.cleanAccuracy - 0.02);
  },
);
