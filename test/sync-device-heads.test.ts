import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RefusalReason } from "../src/sync/refusal.ts";
import { DAY_MS, issued, NOW_MS, testRoot } from "./support/fleet.ts";
import { Plant, rows, teach } from "./support/sync-devices.ts";

let plant: Plant;
beforeEach(async () => {
  plant = await Plant.start();
});
afterEach(() => plant.end());

/** What a device did about a message: nothing. */
async function refused(reason: RefusalReason, work: () => void | Promise<void>): Promise<void> {
  const [device] = plant.devices as [(typeof plant.devices)[0]];
  const [before, checksum] = [device.seq, device.model.checksum()];
  await work();
  await plant.pass(0, device);
  expect(device.counts.refused[reason]).toBeGreaterThanOrEqual(1);
  expect([device.seq, device.model.checksum()]).toEqual([before, checksum]);
}

describe("a device takes a head", () => {
  beforeEach(async () => {
    const device = await plant.device();
    await plant.publish(device);
    await plant.publish(device);
    expect(device.state.at.version).toBe(2);
  });

  test("not when it is older than the one it has, or of a term that is over", async () => {
    await refused("term", () => {
      plant.lead.version = 0;
      plant.lead.publish();
    });
    await refused("term", () => {
      plant.lead.version = 9;
      plant.lead.term = 0;
      plant.lead.publish();
    });
  });

  test("not when it is played again, and not when another body has the same version", async () => {
    const [device] = plant.devices as [(typeof plant.devices)[0]];
    const before = device.seq;
    for (const { topic, bytes } of [...plant.hub.log]) if (/head|\/g\//.test(topic)) plant.hub.publish(topic, bytes);
    await plant.pass(0, device);
    expect(device.seq).toBe(before);
    await refused("term", () => {
      plant.lead.version = 1;
      plant.lead.weights = plant.lead.space.sum(plant.lead.weights, plant.lead.weights);
      plant.lead.publish();
    });
  });

  test("not when its term is more than 1,000 ahead", async () => {
    await refused("term", () => {
      plant.lead.term = 1_002;
      plant.lead.publish();
    });
    plant.lead.term = 1_001;
    await plant.publish(...plant.devices);
    expect(plant.devices[0]?.state.at.term).toBe(1_001);
  });

  test("not when a stranger, a device, or an aggregator of a revoked epoch signed it", async () => {
    await refused(
      "certificate",
      () => void plant.lead.publish({ by: issued(testRoot("other"), "aggregator", "lead") }),
    );
    await refused("role", () => void plant.lead.publish({ by: issued(testRoot(), "device", "b") }));
    await refused(
      "certificate",
      () => void plant.lead.publish({ by: issued(testRoot(), "aggregator", "x", NOW_MS - 1) }),
    );
    plant.lead.publish({ by: issued(testRoot().rotated(), "aggregator", "next") });
    await plant.pass(0, ...plant.devices);
    await refused("epoch", () => void plant.lead.publish());
  });

  test("not when a bit of it was changed on the way", async () => {
    await refused("signature", () => {
      const bytes = Uint8Array.from(plant.hub.sent("mr/1/plant/room/head").at(-1) as Uint8Array);
      bytes[48] = 77;
      plant.hub.publish("mr/1/plant/room/head", bytes);
    });
  });

  test("not when it has expired; the local model goes on, with an alarm", async () => {
    const [device] = plant.devices as [(typeof plant.devices)[0]];
    teach(device, rows(1, 5));
    await plant.pass(DAY_MS + 1, device);
    expect(plant.events).toContainEqual({ event: "headExpired", at: { term: 1, version: 2 } });
    plant.lead.headLifeMs = -1;
    await refused("expired", () => void plant.lead.publish());
    teach(device, rows(2, 5));
    expect(device.state.counts.learnt).toBe(10);
  });

  test("only where its draw is below the cohort, and later when the cohort is all", async () => {
    const [device] = plant.devices as [(typeof plant.devices)[0]];
    plant.lead.cohort = 0;
    await plant.publish(device);
    expect(device.state.at.version).toBe(2);
    plant.lead.cohort = 65_536;
    plant.lead.version--;
    await plant.publish(device);
    expect(device.state.at.version).toBe(3);
  });

  test("whose chunks came before it, twice, or in reverse", async () => {
    const [device] = plant.devices as [(typeof plant.devices)[0]];
    plant.hub.copies = () => 2;
    await plant.publish(device);
    expect(device.state.at.version).toBe(3);
    expect(plant.decisions("accepted")).toHaveLength(3);
    plant.hub.copies = (topic) => (topic.endsWith("/head") ? 0 : 1);
    plant.lead.publish();
    plant.hub.copies = () => 1;
    await plant.pass(0, device);
    expect(device.state.at.version).toBe(3);
    plant.hub.publish("mr/1/plant/room/head", plant.hub.retained.get("mr/1/plant/room/head") as Uint8Array);
    await plant.pass(0, device);
    expect(device.state.at.version).toBe(4);
    expect(plant.lead.gets).toHaveLength(0);
  });

  test("whose chunk went missing, by asking for it", async () => {
    const [device] = plant.devices as [(typeof plant.devices)[0]];
    plant.hub.copies = (topic) => (topic.includes("/g/") ? 0 : 1);
    await plant.publish(device);
    expect(device.state.at.version).toBe(2);
    await plant.pass(1, device);
    expect(plant.lead.gets).toHaveLength(1);
    await plant.pass(0, device);
    expect(device.state.at.version).toBe(3);
  });

  test("for another architecture is refused, and one with a weight that is no number", async () => {
    await refused("value", () => {
      plant.lead.weights = plant.lead.weights.map((w, i) => (i === 3 ? Number.NaN : w));
      plant.lead.publish();
    }).catch((error: Error & { code?: string }) => expect(error.code).toBe("E_VALUE"));
    plant.lead.shareScaler = true;
    plant.lead.weights = plant.lead.weights.map(() => 0);
    await refused("fingerprint", () => void plant.lead.publish());
  });
});

describe("a device takes an answer", () => {
  test("not when it is for another device, forged, or of a leader that is over", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 5));
    await plant.pass(10_000, device);
    const { envelope } = plant.lead.got[0] as NonNullable<(typeof plant.lead.got)[0]>;
    plant.lead.answer("b", envelope, "badNorm");
    const [bytes] = plant.hub.sent("mr/1/plant/room/ack/b") as [Uint8Array];
    await refused("id", () => plant.hub.publish("mr/1/plant/room/ack/a", bytes));
    plant.lead.term = 0;
    await refused("term", () => plant.lead.answer("a", envelope, "badNorm"));
    expect(device.state.kept[0]?.pending).toBe(true);
  });
});
