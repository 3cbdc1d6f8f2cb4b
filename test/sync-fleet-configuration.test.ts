import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FLEET_KEYS, parseFleetConfiguration } from "../src/cli/fleet-configuration.ts";
import { parseConfiguration } from "../src/gateway/config.ts";
import { type FullSpec, Model, type ModelSpec } from "../src/index.ts";
import { fingerprintOf } from "../src/sync/fingerprint.ts";

describe("the configuration of a fleet", () => {
  const VALID =
    "fleet: plant\nmodel: climate\ncredentials: a.json\nbroker: { url: mqtt://localhost }\ninitial: m.millrace\n";

  test("has paths from its own folder, and defaults that are safe", () => {
    expect(parseFleetConfiguration(VALID, "/etc/fleet/fleet.yaml", {})).toMatchObject({
      credentials: "/etc/fleet/a.json",
      directory: "/etc/fleet/aggregator",
      initial: "/etc/fleet/m.millrace",
      strategy: "fedBuff",
      serverStep: 1,
      intervalMs: 300_000,
      takeOverAfterMs: 30_000,
    });
  });

  test.each([
    ["stategy: fedAvg\n", /6:1: stategy: no such setting.*strategy/],
    ["strategy: fedAvg\n", /nodes: missing; expected with fedAvg/],
    ["nodes: [one]\n", /nodes: is fedAvg's alone/],
    ["spec: {}\n", /initial: one too many/],
    ["serverStep: 0\n", /serverStep: not a legal value; expected "agree" or a number above 0, at most 1000, got 0/],
  ])("that says %j is refused with place and way out", (more, message) => {
    expect(() => parseFleetConfiguration(VALID + more, "fleet.yaml", {})).toThrow(message);
  });
});

describe("docs/fleet.md", () => {
  test("has gateways and an aggregator whose models fit together", async () => {
    const block = (start: string): string =>
      new RegExp(`\`\`\`yaml\\n(${start}:[\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
    const aggregator = parseFleetConfiguration(block("fleet"), "fleet.yaml", {});
    const gateway = parseConfiguration(`id: plant-7\nbroker: { url: mqtt://broker }\n${block("streams")}`);
    const [stream] = gateway.streams;
    const initial = await Model.create(aggregator.initial as unknown as ModelSpec);
    const { fleet, model, shareScaler } = aggregator;
    expect(stream?.sync).toMatchObject({ fleet, model, shareScaler, everyMs: aggregator.intervalMs });
    expect(fingerprintOf(stream?.model as FullSpec, { fleet, model, shareScaler })).toBe(
      fingerprintOf(initial.spec, { fleet, model, shareScaler }),
    );
  });

  const page = readFileSync(new URL("../docs/fleet.md", import.meta.url), "utf8");

  test("has a row for each key, and no other", () => {
    const rows = page.match(/(?<=\| left out \|\n\|[^\n]*\n)(\|[^\n]*\n)+/)?.[0] ?? "";
    const keys = rows.split("\n").flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)]);
    expect(keys.map(([, key]) => key).sort()).toEqual([...FLEET_KEYS].sort());
  });

  test("shows a configuration that is legal, and defaults that are so", () => {
    const yaml = /```yaml\n(fleet:[\s\S]*?)```/.exec(page)?.[1] ?? "";
    const configuration = parseFleetConfiguration(yaml, "fleet.yaml", {});
    expect(configuration).toMatchObject({ encoding: "f32", shareScaler: true, roundTimeoutMs: undefined });
    for (const [key, value] of [
      ["strategy", configuration.strategy],
      ["every", `${configuration.intervalMs / 60_000}m`],
      ["serverStep", configuration.serverStep],
      ["takeOverAfter", `${configuration.takeOverAfterMs / 1000}s`],
      ["log", configuration.logLevel],
    ]) {
      expect(page).toMatch(new RegExp(`^\\| \`${key}\` \\|.*\\| \`${value}\` \\|$`, "m"));
    }
  });
});
