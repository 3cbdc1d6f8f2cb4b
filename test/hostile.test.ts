import { expect, test } from "vitest";
import { playHostile } from "./support/hostile.ts";

// The whole million: `npm run test:fault`.
test.each([
  ["light", "mean", 100_000],
  ["light", "refuse", 100_000],
  ["standard", "refuse", 20_000],
] as const)(
  "broken sensors spoil one row in twenty; %s (missing: %s) answers the others of %d as well as without them",
  async (preset, missing, count) => {
    const found = await playHostile(preset, missing, count);
    const turnedAway = found.rows.beyond + (missing === "refuse" ? found.rows.nan : 0);
    expect(found.rows.clean).toBeGreaterThan(0.93 * count);
    expect(found.rows.nan).toBeGreaterThan(0.008 * count);
    // Each was predicted and learnt, and refused both times.
    expect(found.refused).toBe(2 * turnedAway);
    expect(found.learnt).toBe(count - turnedAway);
    expect(found.codes).toEqual(["E_VALUE"]);
    expect(found.staysFinite).toBe(true);
    expect(found.cleanAccuracy).toBeGreaterThan(0.85);
    expect(found.accuracy).toBeGreaterThan(found.cleanAccuracy - 0.02);
  },
);
