import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Plant, rows, teach } from "./support/sync-devices.ts";

let plant: Plant;
beforeEach(async () => {
  plant = await Plant.start();
});
afterEach(() => plant.end());

describe("a device of a fleet", () => {
  test("sends nothing before it has a global model, then what it learnt, once an interval", async () => {
    const device = await plant.device();
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    expect(plant.lead.got).toHaveLength(0);
    await plant.publish(device);
    expect(device.state.at).toMatchObject({ term: 1, version: 1 });
    expect(plant.lead.got).toHaveLength(1);
    const [{ envelope, update }] = plant.lead.got as [(typeof plant.lead.got)[0]];
    expect(envelope).toMatchObject({ seq: 1, samples: 20, weightSum: 20, term: 1, version: 1 });
    const learnt = plant.lead.space.sum(plant.lead.space.read(device.model), plant.lead.weights, -1);
    expect([...update.delta]).toEqual([...learnt]);
    expect(device.state.kept.map(({ pending }) => pending)).toEqual([false]);
    teach(device, rows(2, 5));
    await plant.pass(9_000, device);
    expect(plant.lead.got).toHaveLength(1);
    await plant.pass(1_000, device);
    expect(plant.lead.got.map(({ envelope }) => [envelope.seq, envelope.samples])).toEqual([
      [1, 20],
      [2, 5],
    ]);
  });

  test("takes a new head between two samples and keeps what it learnt since its last cut", async () => {
    const device = await plant.device();
    await plant.publish(device);
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    teach(device, rows(2, 10));
    const { space } = plant.lead;
    const since = space.sum(space.read(device.model), device.state.base, -1);
    const [first] = plant.lead.got;
    // Another device's learning, and this one's first update.
    plant.lead.merge(first as NonNullable<typeof first>);
    plant.lead.weights = space.sum(plant.lead.weights, new Float32Array(plant.lead.weights.length).fill(0.25));
    await plant.publish(device);
    expect(device.state.at.version).toBe(2);
    expect(device.state.kept).toEqual([]);
    expect(device.state.counts.included).toBe(20);
    expect([...space.read(device.model)]).toEqual([...space.sum(plant.lead.weights, since)]);
  });

  test("keeps an acknowledged update until a head's table covers it", async () => {
    const device = await plant.device();
    await plant.publish(device);
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    expect(device.state.kept).toHaveLength(1);
    const { space } = plant.lead;
    const before = space.read(device.model);
    // A global model that says nothing of it: the own delta stays on top.
    await plant.publish(device);
    expect(device.state.at.version).toBe(2);
    expect(device.state.kept).toHaveLength(1);
    expect(device.state.counts.included).toBe(0);
    const drift = space.norm(space.sum(space.read(device.model), before, -1));
    expect(drift).toBeLessThan(1e-6);
    plant.lead.merge(plant.lead.got[0] as never);
    await plant.publish(device);
    expect(device.state.kept).toEqual([]);
    expect(space.norm(space.sum(space.read(device.model), before, -1))).toBeLessThan(1e-6);
  });

  test("has one update outstanding, and sends it again byte for byte until it is answered", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    teach(device, rows(2, 20));
    await plant.pass(20_000, device);
    expect(plant.hub.sent("mr/1/plant/room/u/a/+/+")).toHaveLength(1);
    await plant.pass(10_000, device);
    await plant.pass(59_000, device);
    expect(plant.hub.sent("mr/1/plant/room/u/a/+/+")).toHaveLength(2);
    await plant.pass(1_000, device);
    const sent = plant.hub.sent("mr/1/plant/room/u/a/+/+").map((bytes) => Buffer.from(bytes).toString("hex"));
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(1);
    expect(device.counts.resent).toBe(2);
    plant.lead.answer("a", plant.lead.got[0]?.envelope as never, "ok");
    await plant.pass(0, device);
    expect(plant.lead.got.at(-1)?.envelope).toMatchObject({ seq: 2, samples: 20 });
  });

  test("an acknowledgement that is lost counts nothing twice: the head's table answers for it", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    teach(device, rows(2, 10));
    plant.lead.merge(plant.lead.got[0] as never);
    await plant.pass(11_000, device);
    expect(device.state.seq).toBe(1);
    await plant.publish(device);
    expect(device.state.kept.map(({ seq }) => seq)).toEqual([2]);
    expect(plant.lead.got.map(({ envelope }) => envelope.samples)).toEqual([20, 10]);
  });

  test("after four acknowledged updates that no head includes it sends no more, and asks what has become of the oldest", async () => {
    const device = await plant.device();
    await plant.publish(device);
    for (let i = 0; i < 6; i++) {
      teach(device, rows(i, 5));
      await plant.pass(11_000, device);
    }
    expect(device.state.seq).toBe(4);
    expect(device.state.kept).toHaveLength(4);
    expect(device.state.samples).toBe(10);
    await plant.pass(30_000, device);
    expect(plant.lead.got.map(({ envelope }) => envelope.seq).slice(4)).toContain(1);
    for (const got of plant.lead.got.slice(0, 4)) plant.lead.merge(got);
    await plant.publish(device);
    expect(device.state.kept.map(({ seq }) => seq)).toEqual([5]);
  });

  test("sends again, in order, what was acknowledged by a leader whose disk was lost", async () => {
    const device = await plant.device();
    await plant.publish(device);
    teach(device, rows(1, 5));
    await plant.pass(11_000, device);
    teach(device, rows(2, 5));
    await plant.pass(11_000, device);
    expect(device.state.kept.map(({ pending }) => pending)).toEqual([false, false]);
    const before = plant.lead.got.length;
    plant.lead.term = 2;
    await plant.publish(device);
    expect(plant.lead.got.slice(before).map(({ envelope }) => envelope.seq)).toEqual([1, 2]);
    expect(device.state.kept.map(({ pending, term }) => [pending, term])).toEqual([
      [false, 2],
      [false, 2],
    ]);
  });

  test("sends again what a head should include by the acknowledgement and does not", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 5));
    await plant.pass(11_000, device);
    const { envelope } = plant.lead.got[0] as NonNullable<(typeof plant.lead.got)[0]>;
    plant.lead.answer("a", envelope, "ok", { includedFrom: { term: 1, version: 3 } });
    await plant.publish(device);
    expect(device.state.kept[0]?.pending).toBe(false);
    await plant.publish(device);
    await plant.pass(60_000, device);
    expect(plant.lead.got.map(({ envelope }) => envelope.seq)).toEqual([1, 1]);
  });

  test.each(["stale", "rebase"] as const)(
    "what is answered %s goes into the next update, with its samples",
    async (verdict) => {
      const device = await plant.device();
      await plant.publish(device);
      plant.lead.verdict = verdict;
      teach(device, rows(1, 20));
      await plant.pass(10_000, device);
      expect(device.state.kept).toEqual([]);
      expect(device.state.samples).toBe(20);
      plant.lead.verdict = "ok";
      teach(device, rows(2, 10));
      await plant.pass(11_000, device);
      const last = plant.lead.got.at(-1) as NonNullable<(typeof plant.lead.got)[0]>;
      expect(last.envelope).toMatchObject({ seq: 2, samples: 30 });
      const { space } = plant.lead;
      const all = space.sum(space.read(device.model), plant.lead.weights, -1);
      expect(space.norm(space.sum(all, last.update.delta, -1))).toBeLessThan(1e-6);
      expect(plant.lead.gets.length).toBeGreaterThan(0);
    },
  );

  test("what is void is clipped to what is usual, and the rest of it stays here", async () => {
    const device = await plant.device();
    await plant.publish(device);
    for (let i = 0; i < 3; i++) {
      teach(device, rows(i, 2));
      await plant.pass(11_000, device);
    }
    plant.lead.verdict = "stale";
    teach(device, rows(9, 400));
    await plant.pass(11_000, device);
    const { space } = plant.lead;
    const unsent = space.norm(space.sum(space.read(device.model), device.state.base, -1));
    const [usual] = [...device.state.norms].sort((a, b) => a - b).slice(1, 2);
    expect(unsent).toBeCloseTo(usual as number, 5);
    expect(device.state.local).toBeDefined();
    expect(space.norm(device.state.local as Float32Array)).toBeGreaterThan(unsent);
  });

  test.each(["badNorm", "badArchitecture", "badSignature", "quarantined"] as const)(
    "what is answered %s stays here, is counted, and is never sent again",
    async (verdict) => {
      const device = await plant.device();
      await plant.publish(device);
      plant.lead.verdict = verdict;
      teach(device, rows(1, 20));
      await plant.pass(10_000, device);
      const { space } = plant.lead;
      const local = device.state.local as Float32Array;
      expect(space.norm(local)).toBeGreaterThan(0);
      expect(device.state.counts).toMatchObject({ local: 1, localSamples: 20 });
      await plant.publish(device);
      const held = space.sum(space.read(device.model), plant.lead.weights, -1);
      expect(space.norm(space.sum(held, local, -1))).toBeLessThan(1e-6);
      plant.lead.verdict = "ok";
      teach(device, rows(2, 3));
      await plant.pass(11_000, device);
      expect(plant.lead.got.at(-1)?.envelope).toMatchObject({ seq: 2, samples: 3 });
    },
  );

  test("learns on through a week without a broker, then sends it all in one update after one pull", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lines.get("a")?.cut();
    for (let day = 0; day < 7; day++) {
      teach(device, rows(day, 50));
      await plant.pass(86_400_000, device);
    }
    plant.lead.version += 100;
    await plant.publish(device);
    plant.lines.get("a")?.restore();
    for (let i = 0; i < 4; i++) await plant.pass(1_000, device);
    expect(device.state.at.version).toBe(plant.lead.version);
    const bySeq = new Map(plant.lead.got.map(({ envelope }) => [envelope.seq, envelope.samples]));
    expect([...bySeq.values()].reduce((a, b) => a + b, 0)).toBe(350);
    expect(bySeq.size).toBeLessThanOrEqual(2);
    expect(plant.lead.gets).toHaveLength(1);
  });

  test("numbers its updates on from what the fleet knows when its folder was lost", async () => {
    const device = await plant.device();
    await plant.publish(device);
    plant.lead.verdict = undefined;
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    const session = device.state.session + 7;
    plant.lead.answer("a", plant.lead.got[0]?.envelope as never, "stale", { newest: { session, seq: 40 } });
    await plant.pass(10_000, device);
    expect(device.state.session).toBe(session + 1);
    expect(plant.lead.got.at(-1)?.envelope).toMatchObject({ session: session + 1, seq: 1, samples: 20 });
  });

  test("int8 leaves a remainder that the next update carries", async () => {
    const device = await plant.device("a", { encoding: "int8" });
    await plant.publish(device);
    teach(device, rows(1, 20));
    await plant.pass(10_000, device);
    teach(device, rows(2, 1));
    await plant.pass(11_000, device);
    const { space } = plant.lead;
    let sum: Float32Array = plant.lead.weights;
    for (const { update } of plant.lead.got) sum = space.sum(sum, update.delta);
    const missing = space.norm(space.sum(space.read(device.model), sum, -1));
    const last = space.norm(plant.lead.got.at(-1)?.update.delta as Float32Array);
    expect(missing).toBeLessThan(last / 50);
  });
});
