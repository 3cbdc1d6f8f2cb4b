import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Model } from "../src/index.ts";
import { Aggregator, type AggregatorOptions } from "../src/sync/aggregator.ts";
import { SyncDevice, type SyncDeviceOptions } from "../src/sync/device.ts";
import { issued, NOW_MS, testRoot } from "./support/fleet.ts";
import { Generator } from "./support/generator.ts";
import { rows, SPEC } from "./support/sync-devices.ts";
import { Hub } from "./support/sync-hub.ts";

const NODES = ["a", "b", "c"];
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  weights: string;
  version: number;
  learnt: number;
  included: number;
  /** Samples in the global model, by the aggregator's count. */
  merged: number;
  kept: number;
  devices: string[];
}

const SYNCHRONOUS: Partial<AggregatorOptions> = { strategy: "fedAvg", nodes: NODES };
const EVERY_10: Partial<SyncDeviceOptions> = { everySamples: 10, waitForRound: true };

/** A fleet of three over a broker in memory, each with its own part of a stream, until all is merged. */
async function run(
  seed: number,
  aggregatorOptions: Partial<AggregatorOptions>,
  deviceOptions: Partial<SyncDeviceOptions>,
  lost: (random: Generator) => number = () => 1,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "millrace-fleet-"));
  folders.push(folder);
  const random = new Generator(seed);
  let nowMs = NOW_MS;
  const now = (): number => nowMs;
  const hub = new Hub();
  const shared = { model: "room", now };
  const aggregator = Aggregator.open({
    ...shared,
    fleet: "plant",
    initial: await Model.create(SPEC),
    credentials: issued(testRoot(), "aggregator", "lead"),
    directory: join(folder, "lead"),
    ...aggregatorOptions,
  });
  await aggregator.lead(hub.connect());
  const devices: SyncDevice[] = [];
  for (const node of NODES) {
    const credentials = issued(testRoot(), "device", node);
    const directory = join(folder, node);
    const more = { everyMs: 5_000, spreadMs: 0, encoding: "f32" as const, random: () => random.uniform() };
    const device = await SyncDevice.open({ ...shared, spec: SPEC, credentials, directory, ...more, ...deviceOptions });
    await device.connect(hub.connect());
    devices.push(device);
  }
  const samples = NODES.map((_, i) => rows(100 + i, 60));
  hub.copies = () => lost(random);
  const rest = (): number => samples.reduce((sum, list) => sum + list.length, 0);
  for (let step = 0; step < 2_000; step++) {
    if (rest() === 0) hub.copies = () => 1;
    const [i, count] = [Math.floor(3 * random.uniform()), 1 + Math.floor(6 * random.uniform())];
    for (let k = 0; k < count && devices[i]?.ready; k++) {
      const row = samples[i]?.shift();
      if (row) devices[i]?.learn(row.x, row.y);
    }
    nowMs += 500;
    await devices[i]?.tick();
    aggregator.tick();
    await aggregator.settled();
    for (const device of devices) await device.settled();
    if (rest() === 0 && devices.every(({ state }) => state.kept.length === 0 && state.samples === 0)) break;
  }
  const sum = (key: "learnt" | "included"): number => devices.reduce((all, { state }) => all + state.counts[key], 0);
  const outcome = {
    weights: Buffer.from(aggregator.weights.buffer).toString("hex"),
    version: aggregator.version.version,
    learnt: sum("learnt"),
    included: sum("included"),
    merged: aggregator.report().nodes.reduce((all, { samples }) => all + samples, 0),
    kept: devices.reduce((all, { state }) => all + state.kept.length, 0),
    devices: devices.map(({ model }) => model.checksum().toString(16)),
  };
  for (const device of devices) await device.close();
  await aggregator.close();
  return outcome;
}

describe("devices and an aggregator", () => {
  test("of a synchronous fleet come to equal bits whatever the order of arrival, and whatever is lost or comes twice", async () => {
    const first = await run(1, SYNCHRONOUS, EVERY_10);
    expect(first).toMatchObject({ kept: 0, version: 7 });
    expect([first.included, first.merged]).toEqual([first.learnt, first.learnt]);
    const second = await run(2, SYNCHRONOUS, EVERY_10);
    expect(second).toEqual(first);
    const troubled = await run(
      3,
      SYNCHRONOUS,
      EVERY_10,
      (random) => [0, 1, 1, 1, 2][Math.floor(5 * random.uniform())] ?? 1,
    );
    expect(troubled).toEqual(first);
  });

  test("of a fleet that buffers lose no sample and count none twice, whatever is lost or comes twice", async () => {
    const outcome = await run(4, { strategy: "fedBuff", intervalMs: 4_000 }, { holdBack: 0.1 }, (random) =>
      random.uniform() < 0.3 ? 0 : random.uniform() < 0.2 ? 2 : 1,
    );
    expect(outcome.kept).toBe(0);
    expect(outcome.learnt).toBeGreaterThan(140);
    expect([outcome.included, outcome.merged]).toEqual([outcome.learnt, outcome.learnt]);
  });
});
