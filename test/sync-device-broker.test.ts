import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Model } from "../src/index.ts";
import { Aggregator } from "../src/sync/aggregator.ts";
import { SyncDevice } from "../src/sync/device.ts";
import { MqttTransport } from "../src/sync/mqtt-transport.ts";
import { startAedes } from "./support/brokers.ts";
import { DAY_MS, issued, testRoot } from "./support/fleet.ts";
import { rows, SPEC } from "./support/sync-devices.ts";
import { until } from "./support/waiting.ts";

test("a device and an aggregator over a broker, which dies and comes back in the middle", async () => {
  const folder = mkdtempSync(join(tmpdir(), "millrace-fleet-"));
  const broker = await startAedes();
  const untilMs = Date.now() + DAY_MS;
  const line = (clientId: string): MqttTransport => new MqttTransport({ urls: [broker.url], clientId });
  const transports = [line("lead"), line("device"), line("lead again")] as const;
  const aggregator = Aggregator.open({
    fleet: "plant",
    model: "room",
    initial: await Model.create(SPEC),
    credentials: issued(testRoot(), "aggregator", "lead", untilMs),
    directory: join(folder, "lead"),
    strategy: "fedAvg",
    nodes: ["a"],
  });
  const device = await SyncDevice.open({
    directory: join(folder, "a"),
    model: "room",
    spec: SPEC,
    credentials: issued(testRoot(), "device", "a", untilMs),
    encoding: "f32",
    everySamples: 10,
    waitForRound: true,
    resendMs: 200,
    spreadMs: 0,
  });
  const timer = setInterval(() => aggregator.tick(), 50);
  try {
    await until("both connections", () => transports.every(({ connected }) => connected));
    await aggregator.lead(transports[0]);
    await device.connect(transports[1]);
    device.start(50);
    for (const [i, { x, y }] of rows(1, 60).entries()) {
      if (i === 25) {
        await broker.kill();
        await until("the loss of both connections", () => transports.every(({ connected }) => !connected));
        await broker.start();
        await until("both connections", () => transports.every(({ connected }) => connected));
        // This broker keeps nothing: whoever leads says again what the head is.
        await aggregator.lead(transports[2]);
      }
      await device.whenReady();
      device.learn(x, y);
    }
    await device.whenReady();
    expect(device.state.at.version).toBe(aggregator.version.version);
    const { learnt, included } = device.state.counts;
    expect(included).toBe(learnt);
    expect(aggregator.report().nodes.map(({ samples }) => samples)).toEqual([learnt]);
  } finally {
    clearInterval(timer);
    await device.abandon();
    await aggregator.abandon();
    await Promise.all(transports.map((transport) => transport.close()));
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
