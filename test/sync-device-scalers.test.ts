import { afterEach, describe, expect, test } from "vitest";
import type { NetworkSpec } from "../src/spec.ts";
import type { SyncDevice } from "../src/sync/device.ts";
import { Plant, rows, SPEC, teach } from "./support/sync-devices.ts";

let plant: Plant;
afterEach(() => plant.end());

const SCALED: NetworkSpec = { ...SPEC, layers: [{ type: "standardize", decay: "all" }, ...SPEC.layers] };
const DRIFTING: NetworkSpec = {
  ...SPEC,
  optimizer: { type: "sgd", learningRate: 0.02 },
  drift: [{ type: "hddmW", on: "error", reaction: { type: "resetHead" } }],
};

function scalerOf({ model }: SyncDevice): Record<string, number[]> {
  const tensors = model.parameters().filter(({ layer }) => layer === 0);
  return Object.fromEntries(tensors.map(({ name, data }) => [name, [...data]]));
}

describe("scalers that a fleet shares", () => {
  test("become what all samples of the fleet make them, own ones that are not in it yet included, once each", async () => {
    plant = await Plant.start(SCALED);
    plant.lead.shareScaler = true;
    const more = { spec: SCALED, shareScaler: true };
    const [a, b] = [await plant.device("a", more), await plant.device("b", more)];
    await plant.publish(a, b);
    const moved = (device: SyncDevice, by: number, seed: number): void =>
      teach(
        device,
        rows(seed, 40).map(({ x, y }) => ({ x: x.map((v) => v + by), y })),
      );
    moved(a, 5, 1);
    moved(b, -5, 2);
    await plant.pass(11_000, a, b);
    for (const got of plant.lead.got) plant.lead.merge(got);
    moved(a, 5, 3);
    await plant.publish(a, b);
    expect(scalerOf(b).weightSum).toEqual([80]);
    for (const mean of scalerOf(b).mean as number[]) expect(Math.abs(mean)).toBeLessThan(0.5);
    for (const variance of scalerOf(b).variance as number[]) expect(variance).toBeCloseTo(25.3, 0);
    expect(scalerOf(a).weightSum).toEqual([120]);
    // Nothing new: the same head's samples are not counted again.
    await plant.publish(a, b);
    expect(scalerOf(b).weightSum).toEqual([80]);
    expect(scalerOf(a).weightSum).toEqual([120]);
  });

  test("go with the samples that are stepped: those of a batch that is not full wait with it", async () => {
    const spec = { ...SCALED, batchSize: 4 };
    plant = await Plant.start(spec);
    plant.lead.shareScaler = true;
    const device = await plant.device("a", { spec, shareScaler: true });
    await plant.publish(device);
    teach(device, rows(1, 10));
    await plant.pass(11_000, device);
    teach(device, rows(2, 6));
    await plant.pass(11_000, device);
    const counts = plant.lead.got.map(({ envelope, update }) => [envelope.samples, update.moments?.[0]]);
    expect(counts).toEqual([
      [8, 8],
      [8, 8],
    ]);
  });

  test("are not touched where the fleet shares weights alone", async () => {
    plant = await Plant.start(SCALED);
    const device = await plant.device("a", { spec: SCALED });
    await plant.publish(device);
    teach(device, rows(1, 40));
    const before = scalerOf(device);
    await plant.pass(11_000, device);
    plant.lead.merge(plant.lead.got[0] as never);
    await plant.publish(device);
    expect(plant.lead.got[0]?.update.moments).toBeUndefined();
    expect(scalerOf(device)).toEqual(before);
  });
});

describe("a device whose head layer was reset by a drift", () => {
  test("sends nothing of before, asks for the global model, and cuts again once it has decided on it", async () => {
    plant = await Plant.start(DRIFTING);
    plant.lead.shareScaler = true;
    const device = await plant.device("a", { spec: DRIFTING, shareScaler: true });
    await plant.publish(device);
    teach(device, rows(1, 1500));
    const flipped = rows(2, 400, { flip: true });
    let until = 0;
    while (!device.state.wantsHead && until < flipped.length) teach(device, flipped.slice(until, ++until));
    expect(device.state.wantsHead).toBe(true);
    expect(device.state.samples).toBe(0);
    expect([...device.state.base]).toEqual([...plant.lead.space.read(device.model)]);
    teach(device, flipped.slice(until, until + 3));
    await plant.pass(11_000, device);
    expect(plant.lead.got).toHaveLength(0);
    await plant.pass(60_000, device);
    expect(plant.lead.gets.length).toBeGreaterThan(0);
    // The answer to it: the head that there is, signed again.
    plant.lead.version--;
    await plant.publish(device);
    expect(device.state.wantsHead).toBe(false);
    expect(plant.decisions("accepted")).toHaveLength(2);
    await plant.pass(11_000, device);
    expect(plant.lead.got.map(({ envelope }) => envelope.samples)).toEqual([3]);
    expect(plant.lead.got[0]?.update.moments?.[0]).toBe(3);
  });
});
