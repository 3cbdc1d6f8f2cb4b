import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Model } from "../src/index.ts";
import { judgeLosses } from "../src/sync/device/gate.ts";
import { decodeSample, encodeSample, isHeldBack } from "../src/sync/device/samples.ts";
import { Generator } from "./support/generator.ts";
import { Plant, rows, SPEC, teach } from "./support/sync-devices.ts";

let plant: Plant;
beforeEach(async () => {
  plant = await Plant.start();
});
afterEach(() => plant.end());

describe("the quality gate", () => {
  test("sets the same share of samples aside whenever they come, by name or by what they hold", () => {
    const samples = rows(1, 4_000).map(({ x, y }) => ({ x: Float32Array.from(x), y, weight: 1 }));
    const held = samples.filter((sample) => isHeldBack(0.05, sample));
    expect(held.length).toBeGreaterThan(140);
    expect(held.length).toBeLessThan(260);
    expect(samples.filter((sample) => isHeldBack(0.05, sample))).toEqual(held);
    const names = Array.from({ length: 4_000 }, (_, i) => isHeldBack(0.05, held[0] as never, `room/1/${i}`));
    expect(names.filter(Boolean).length).toBeGreaterThan(140);
    const sample = { ...(held[0] as (typeof held)[0]), heldBack: true };
    expect(decodeSample(encodeSample(sample))).toEqual(sample);
  });

  test("held-back samples are journalled, scored, counted and not learnt", async () => {
    const device = await plant.device("a", { holdBack: 1 });
    const checksum = device.model.checksum();
    teach(device, rows(1, 20));
    expect(device.model.checksum()).toBe(checksum);
    expect(device.state.counts).toMatchObject({ heldBack: 20, learnt: 0 });
    expect(device.seq).toBe(21);
    expect(device.heldBackLoss).toBeGreaterThan(0);
  });

  test("weighs classes alike, and refuses what is worse by more than 2 % and two standard errors", () => {
    const random = new Generator(5);
    const held = rows(3, 200).map(({ x, y }, i) => ({
      x: Float32Array.from(x),
      y: i < 20 ? 1 : 0,
      weight: 1,
      heldBack: true,
      was: y,
    }));
    const before = held.map(() => 0.5 + 0.2 * random.uniform());
    const noisy = before.map((loss, i) => loss + (i % 2 === 0 ? 0.5 : -0.4));
    const same = judgeLosses(held, before, noisy, 2);
    expect(same.loss - same.lossWithout).toBeCloseTo(0.05, 6);
    // Two standard errors of 20 and of 180 differences that are .45 from their mean.
    const errors = Math.sqrt((0.2025 / 19 + 0.2025 / 179) / 4);
    expect(same.allowed).toBeCloseTo(0.02 * same.lossWithout + 2 * errors, 6);
    expect(same.refused).toBe(false);
    const worse = judgeLosses(
      held,
      before,
      before.map((loss, i) => loss + (i < 20 ? 0.3 : -0.05)),
      2,
    );
    expect(worse.refused).toBe(true);
    expect(worse.loss - worse.lossWithout).toBeCloseTo((0.3 - 0.05) / 2, 6);
    expect(
      judgeLosses(
        held,
        before,
        before.map(() => Number.NaN),
        2,
      ).refused,
    ).toBe(true);
  });

  test("refuses a worse global model: nothing of it stays, and the next one is judged anew", async () => {
    const device = await plant.device("a", { holdBack: 0.3 });
    await plant.publish(device);
    teach(device, rows(1, 400));
    const checksum = device.model.checksum();
    const good = plant.lead.weights;
    plant.lead.weights = plant.lead.space.sum(good, good, -6);
    await plant.publish(device);
    expect(plant.decisions("refused")).toHaveLength(1);
    expect(device.model.checksum()).toBe(checksum);
    expect(device.state).toMatchObject({ at: { version: 1 }, decided: { version: 2 }, stance: "refused" });
    plant.lead.weights = good;
    await plant.publish(device);
    expect(device.state).toMatchObject({ at: { version: 3 }, stance: "accepted" });
  });

  test("accepts as unproven what it cannot judge, for too few rows or a class without any", async () => {
    const device = await plant.device("a", { holdBack: 0.3 });
    teach(
      device,
      rows(1, 400).filter(({ y }) => y === 1),
    );
    expect(device.state.rows.length).toBeGreaterThan(32);
    plant.lead.weights = plant.lead.space.sum(plant.lead.weights, plant.lead.weights, -6);
    await plant.publish(device);
    expect(device.state).toMatchObject({ at: { version: 1 }, stance: "unproven" });
    expect(device.state.counts.unproven).toBe(1);
  });

  test("rolls back what turns out worse: the model before, with all that was learnt since", async () => {
    const device = await plant.device("a", { holdBack: 0.3, snapshotEvery: 100 });
    const twin = await Model.create(SPEC);
    const taught: ReturnType<typeof rows> = [];
    const learn = (samples: ReturnType<typeof rows>): void => {
      for (const row of samples) if (!device.learn(row.x, row.y).heldBack) taught.push(row);
    };
    await plant.publish(device);
    await plant.pass(86_400_000, device);
    learn(rows(1, 60));
    // The rows are too few: what is far worse gets in, and is found out later.
    plant.lead.weights = plant.lead.space.sum(
      plant.lead.weights,
      plant.lead.weights.map(() => 5),
    );
    await plant.publish(device);
    expect(device.state.probation).toBeDefined();
    learn(rows(2, 300));
    await plant.pass(11_000, device);
    const { space } = plant.lead;
    const sum = (): Float32Array => plant.lead.got.reduce((all, { update }) => space.sum(all, update.delta), none);
    const none = plant.lead.weights.map(() => 0);
    expect(plant.lead.got.length).toBeGreaterThan(0);
    learn(rows(3, 700));
    expect(device.state.probation?.rows).toBeGreaterThanOrEqual(256);
    await plant.pass(1_000, device);
    expect(plant.decisions("judged")).toMatchObject([
      { decision: { outcome: "unjudged" } },
      { decision: { outcome: "rolledBack" } },
    ]);
    for (const { x, y } of taught) twin.learn(x, y);
    expect(device.model.checksum()).toBe(twin.checksum());
    expect(device.state).toMatchObject({ stance: "rolledBack", probation: undefined, at: { version: 1 } });
    expect(device.state.counts.rolledBack).toBe(1);
    // What was sent meanwhile is not sent again: all updates together are what was learnt.
    await plant.pass(11_000, device);
    const start = space.read(await Model.create(SPEC));
    const whole = space.sum(space.read(device.model), start, -1);
    expect(space.norm(space.sum(whole, sum(), -1))).toBeLessThan(1e-5);
  });

  test("after a day without enough to judge by, what was accepted stays", async () => {
    const device = await plant.device("a", { holdBack: 0.3 });
    await plant.publish(device);
    teach(device, rows(1, 10));
    await plant.pass(86_400_000, device);
    expect(plant.decisions("judged")).toMatchObject([{ decision: { outcome: "unjudged" } }]);
    expect(device.state.at.version).toBe(1);
  });
});
