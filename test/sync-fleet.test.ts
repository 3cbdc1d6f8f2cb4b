import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { Aggregator, AggregatorOptions } from "../src/sync/aggregator.ts";
import { SyncDevice, type SyncDeviceOptions } from "../src/sync/device.ts";
import { Bench, SPEC } from "./support/aggregators.ts";
import { issued } from "./support/fleet.ts";
import { until } from "./support/waiting.ts";

const benches: Bench[] = [];
const devices: SyncDevice[] = [];

afterEach(async () => {
  for (const device of devices.splice(0)) await device.abandon();
  for (const bench of benches.splice(0)) await bench.close();
});

async function opened(options: Partial<AggregatorOptions>): Promise<Bench> {
  const bench = await Bench.open(options);
  benches.push(bench);
  return bench;
}

async function joined(bench: Bench, id: string, more: Partial<SyncDeviceOptions> = {}): Promise<SyncDevice> {
  const device = await SyncDevice.open({
    directory: join(bench.folder, "devices", id),
    model: "climate",
    spec: SPEC,
    credentials: issued(bench.root, "device", id),
    encoding: "f32",
    everySamples: 5,
    waitForRound: true,
    holdBack: 0,
    spreadMs: 0,
    now: () => bench.nowMs,
    ...more,
  });
  devices.push(device);
  await device.connect(bench.broker.connect());
  return device;
}

/** Exclusive or, beginning elsewhere on each device. */
async function learn(bench: Bench, device: SyncDevice, from: number, count: number): Promise<void> {
  for (let i = from; i < from + count; i++) {
    await untilReady(bench, device);
    device.learn([i & 1, (i >> 1) & 1], [(i ^ (i >> 1)) & 1]);
  }
}

/** Time goes by until the next sample may come. */
async function untilReady(bench: Bench, device: SyncDevice): Promise<void> {
  await until("the next round", async () => {
    if (device.ready) return true;
    bench.nowMs += 1000;
    await device.tick();
    return device.ready;
  });
}

function samplesIn(aggregator: Aggregator): number {
  return aggregator.report().nodes.reduce((sum, { samples }) => sum + samples, 0);
}

describe("a fleet", () => {
  test("of one device has the weights of that device", async () => {
    const bench = await opened({ strategy: "fedAvg", nodes: ["one"] });
    const aggregator = await bench.leading();
    const device = await joined(bench, "one");
    await learn(bench, device, 0, 25);
    await untilReady(bench, device);
    await aggregator.settled();
    expect(aggregator.version).toMatchObject({ term: 1, version: 6 });
    const own = bench.space.read(device.model);
    const error = Math.max(...aggregator.weights.map((weight, i) => Math.abs(weight - (own[i] as number))));
    expect(error).toBeLessThan(1e-6);
    expect(samplesIn(aggregator)).toBe(25);
  });

  test("comes to equal bits although its aggregator is killed in each round", async () => {
    const results = [];
    for (const isDisturbed of [false, true]) {
      const ids = ["one", "two", "three"];
      const bench = await opened({ strategy: "fedAvg", nodes: ids });
      let aggregator = await bench.leading();
      const fleet = await Promise.all(ids.map((id) => joined(bench, id)));
      const learning = fleet.map((device, i) => learn(bench, device, i, 20));
      let isLearning = true;
      const done = Promise.all(learning).then(() => {
        isLearning = false;
      });
      while (isDisturbed && isLearning) {
        const { version } = aggregator.version;
        await until("the next round", () => !isLearning || aggregator.version.version > version);
        await bench.kill(aggregator);
        aggregator = await bench.leading();
      }
      await done;
      await Promise.all(fleet.map((device) => untilReady(bench, device)));
      await aggregator.settled();
      expect(samplesIn(aggregator)).toBe(60);
      results.push(Buffer.from(aggregator.weights.buffer).toString("hex"));
    }
    expect(results[1]).toBe(results[0]);
  });

  test("without rounds has learnt each sample once when all is merged, however often messages are lost or doubled", async () => {
    const bench = await opened({ strategy: "fedBuff", intervalMs: 10_000 });
    let draw = 1;
    bench.broker.tamper = (_topic, bytes) => {
      draw = (draw * 48_271) % 2_147_483_647;
      return draw % 5 === 0 ? [] : draw % 5 === 1 ? [bytes, bytes] : [bytes];
    };
    const aggregator = await bench.leading();
    const fleet = await Promise.all(
      ["one", "two", "three"].map((id) => joined(bench, id, { waitForRound: false, encoding: "int8" })),
    );
    const step = async () => {
      bench.nowMs += 30_000;
      await Promise.all(fleet.map((device) => device.tick()));
      aggregator.tick();
      await aggregator.settled();
      await new Promise(setImmediate);
    };
    for (let i = 0; i < 30; i++) {
      for (const [k, device] of fleet.entries()) device.learn([i & 1, k & 1], [(i ^ k) & 1]);
      await step();
    }
    await until("all to be merged", async () => {
      await step();
      return (
        samplesIn(aggregator) + fleet.reduce((sum, { state }) => sum + state.samples, 0) === 90 &&
        !aggregator.report().pending
      );
    });
    await until("all to be accepted", async () => {
      await step();
      return fleet.every(({ state }) => state.kept.length === 0);
    });
    expect(samplesIn(aggregator)).toBe(fleet.reduce((sum, { state }) => sum + state.counts.included, 0));
  });
});
