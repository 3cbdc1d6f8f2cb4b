import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MillraceError, Model } from "../src/index.ts";
import { decodeState, encodeState } from "../src/sync/device/member-state.ts";
import type { SyncDevice } from "../src/sync/device.ts";
import { refusalOf } from "./support/errors.ts";
import { issued, testRoot } from "./support/fleet.ts";
import { Plant, type Row, rows, SPEC, teach } from "./support/sync-devices.ts";

let plant: Plant;
beforeEach(async () => {
  plant = await Plant.start();
});
afterEach(() => plant.end());

/** All that a device is, but for what it has heard. */
function pictureOf({ model, state }: SyncDevice): unknown {
  return { checksum: model.checksum(), state: encodeState(state).toString("hex") };
}

async function killed(device: SyncDevice, more = {}): Promise<SyncDevice> {
  const before = pictureOf(device);
  await device.abandon();
  await plant.lines.get(device.node)?.close();
  const again = await plant.device(device.node, more);
  expect(pictureOf(again)).toEqual(before);
  return again;
}

describe("a device that is killed", () => {
  test("is after its restart what it was, bit for bit, through every kind of decision", async () => {
    const more = { holdBack: 0.3, encoding: "int8" as const, snapshotEvery: 150 };
    let device = await plant.device("a", more);
    teach(device, rows(1, 10));
    device = await killed(device, more);
    await plant.publish(device);
    device = await killed(device, more);
    teach(device, rows(2, 70));
    plant.lead.verdict = "stale";
    await plant.pass(11_000, device);
    device = await killed(device, more);
    plant.lead.verdict = "ok";
    await plant.pass(11_000, device);
    device = await killed(device, more);
    teach(device, rows(3, 200));
    await plant.publish(device);
    device = await killed(device, more);
    plant.lead.verdict = "badNorm";
    await plant.pass(11_000, device);
    teach(device, rows(4, 30));
    plant.lead.weights = plant.lead.weights.map((w) => w * -6);
    await plant.publish(device);
    expect(device.state.stance).toBe("refused");
    device = await killed(device, more);
    teach(device, rows(5, 700));
    await plant.pass(1, device);
    expect(plant.decisions("judged")).toHaveLength(1);
    device = await killed(device, more);
    const state = encodeState(device.state);
    expect(encodeState(decodeState(state))).toEqual(state);
  });

  test("sends after its restart the same bytes of what was outstanding", async () => {
    let device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    device = await killed(device);
    await plant.pass(1_000, device);
    const sent = plant.hub.sent("mr/1/plant/room/u/a/+/+").map((bytes) => Buffer.from(bytes).toString("hex"));
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
  });

  test("between the record of a cut and its file sends what it would have sent, and nothing before it is stored", async () => {
    let power = true;
    const beforeStep = (): void => {
      if (!power) throw new MillraceError("E_FILE", "the power is gone");
    };
    let device = await plant.device("a", { beforeStep });
    await plant.publish(device);
    teach(device, rows(1, 20));
    power = false;
    await plant.pass(10_000, device);
    expect(plant.lead.got).toHaveLength(0);
    expect(plant.events.at(-1)).toMatchObject({ event: "cannotStore" });
    const outstanding = device.state.kept[0];
    device = await killed(device);
    await plant.pass(1_000, device);
    expect(plant.lead.got[0]?.envelope).toMatchObject({ seq: 1, samples: 20, payloadHash: outstanding?.payloadHash });
  });

  test("at any step of storing a head, an update or a snapshot loses nothing and learns nothing twice", async () => {
    for (let steps = 0; steps < 30; steps++) {
      const node = `n${steps}`;
      let left = steps;
      const beforeStep = (): void => {
        if (left-- <= 0) throw new MillraceError("E_FILE", "the power is gone");
      };
      let device = await plant.device(node, { beforeStep, snapshotEvery: 15 });
      teach(device, rows(steps, 20));
      plant.lead.version = 0;
      await plant.publish(device);
      await plant.pass(11_000, device);
      device = await killed(device, { snapshotEvery: 15 });
      plant.lead.version = 1;
      await plant.publish(device);
      teach(device, rows(99, 5));
      await plant.pass(11_000, device);
      await plant.pass(40_000, device);
      const bySeq = new Map(
        plant.lead.got
          .filter(({ envelope }) => envelope.sender.id === node)
          .map(({ envelope }) => [envelope.seq, envelope]),
      );
      expect([...bySeq.values()].reduce((sum, { samples }) => sum + samples, 0)).toBe(25);
      await device.close();
    }
  });

  test("in a probation still rolls back to the model before with all that was learnt since", async () => {
    const more = { holdBack: 0.3, snapshotEvery: 100, segmentBytes: 4_096 };
    const twin = await Model.create(SPEC);
    let device = await plant.device("a", more);
    const learn = (samples: readonly Row[]): void => {
      for (const { x, y } of samples) if (!device.learn(x, y).heldBack) twin.learn(x, y);
    };
    learn(rows(1, 60));
    plant.lead.weights = plant.lead.weights.map((w) => w + 5);
    await plant.publish(device);
    for (let i = 0; i < 6; i++) {
      learn(rows(20 + i, 100));
      await plant.pass(1, device);
    }
    device = await killed(device, more);
    learn(rows(3, 500));
    await plant.pass(1_000, device);
    expect(plant.decisions("judged")).toMatchObject([{ decision: { outcome: "rolledBack" } }]);
    expect(device.model.checksum()).toBe(twin.checksum());
    device = await killed(device, more);
    expect(device.state.stance).toBe("rolledBack");
  });

  test("whose journal has lost records begins anew: what it learnt stays here, and nothing of it is sent twice", async () => {
    let device = await plant.device();
    await plant.publish(device);
    teach(device, rows(1, 20));
    await plant.pass(11_000, device);
    teach(device, rows(2, 20));
    const { session } = device.state;
    await device.abandon();
    const journal = join(plant.folder, "a", "journal");
    const segment = join(journal, readdirSync(journal).find((name) => /^\d+/.test(name)) as string);
    const bytes = readFileSync(segment);
    bytes.fill(0xee, bytes.length >> 1, (bytes.length >> 1) + 300);
    writeFileSync(segment, bytes);
    plant.nowMs += 1_000;
    device = await plant.device();
    expect(device.state.session).toBeGreaterThan(session);
    expect(device.state).toMatchObject({ seq: 0, kept: [] });
    device = await killed(device);
    teach(device, rows(3, 7));
    await plant.publish(device);
    await plant.pass(11_000, device);
    expect(plant.lead.got.at(-1)?.envelope.samples).toBeLessThanOrEqual(27);
    expect(plant.lead.got.at(-1)?.envelope.seq).toBe(1);
  });

  test("keeps a revocation that it has heard of", async () => {
    let device = await plant.device();
    plant.lead.publish({ by: issued(testRoot().rotated(), "aggregator", "next") });
    await plant.pass(0, device);
    // The broker has lost the head that told of it.
    plant.hub.retained.clear();
    device = await killed(device);
    plant.lead.publish();
    await plant.pass(0, device);
    expect(device.counts.refused.epoch).toBeGreaterThan(0);
  });

  test("does not grow without end: what no snapshot needs is deleted", async () => {
    const device = await plant.device("a", { snapshotEvery: 50, segmentBytes: 4_096, probationMs: 20_000 });
    for (let round = 0; round < 12; round++) {
      await plant.publish(device);
      teach(device, rows(round, 60));
      await plant.pass(11_000, device);
      for (const got of plant.lead.got.slice(round)) plant.lead.merge(got);
    }
    const folder = join(plant.folder, "a", "files");
    for (const kind of ["bodies", "updates", "saved"]) expect(readdirSync(join(folder, kind)).length).toBeLessThan(6);
    expect(readdirSync(join(plant.folder, "a", "journal")).length).toBeLessThan(20);
  });

  test("holds its folder alone, and refuses settings that are none", async () => {
    await plant.device();
    expect((await refusalOf(() => plant.device("a"))).code).toBe("E_LOCKED");
    expect((await refusalOf(() => plant.device("b", { holdBack: 2 }))).code).toBe("E_CONFIG");
    expect((await refusalOf(() => plant.device("b", { waitForRound: true }))).code).toBe("E_CONFIG");
  });
});

describe("a device of a synchronous fleet", () => {
  test("cuts after so many labelled samples, and waits with the next one for the round's head", async () => {
    const device = await plant.device("a", { everySamples: 10, waitForRound: true });
    expect(device.ready).toBe(false);
    expect(() => device.learn([0, 0, 0], 0)).toThrow("whenReady");
    await plant.publish(device);
    await device.whenReady();
    teach(device, rows(1, 10));
    expect(device.ready).toBe(false);
    await plant.pass(0, device);
    expect(plant.lead.got.map(({ envelope }) => envelope.samples)).toEqual([10]);
    const waited = device.whenReady();
    plant.lead.merge(plant.lead.got[0] as never);
    await plant.publish(device);
    await waited;
    const { space } = plant.lead;
    expect(space.norm(space.sum(space.read(device.model), plant.lead.weights, -1))).toBeLessThan(1e-6);
  });
});
