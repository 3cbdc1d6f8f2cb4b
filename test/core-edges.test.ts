import { beforeAll, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { Core, Model } from "../src/index.ts";

let core: Core;
beforeAll(async () => {
  core = await Core.load({ build: "scalar" });
});

test.each(["simd", "scalar", "mcu"] as const)(
  "an overflow under a relu is refused, not answered with a 0 (%s)",
  async (build) => {
    const model = await Model.create(
      {
        inputs: 1,
        layers: [
          { type: "dense", units: 4, initializer: "zeros" },
          { type: "dense", units: 4, activation: "relu", initializer: "zeros" },
          { type: "dense", units: 1, initializer: "zeros" },
        ],
        loss: "mse",
      },
      { core: await Core.load({ build }) },
    );
    const big = 9e17;
    const half = [big, -big, big, -big];
    model.setParameters([
      { layer: 0, name: "weight", data: [big, big, big, big] },
      { layer: 1, name: "weight", data: [...half, ...half, ...half, ...half] },
      { layer: 2, name: "weight", data: [1, 1, 1, 1] },
    ]);
    const before = model.checksum();
    expect(() => model.predict([big])).toThrow(/output 0.*diverged/);
    model.learn([big], [0]);
    expect(model.stats().counters.skipped).toBe(1);
    expect(model.parameters()[0]?.data).toEqual(new Float32Array([big, big, big, big]));
    expect(model.checksum()).not.toBe(before);
  },
);

test("an image that runs from taken memory into the free arena is refused", async () => {
  const spec = { inputs: 3, layers: [{ type: "dense", units: 2 }], loss: "mse" } as const;
  const image = (await Model.create(spec, { core })).toBytes();
  const { exports } = core;
  for (const back of [4, 16, 64, 160]) {
    const address = exports.arena() - back;
    new Uint8Array(exports.memory.buffer, address, image.length).set(image);
    const arena = exports.arena();
    expect(exports.open(address, image.length)).toBe(abi.E_MEMORY);
    expect(exports.arena()).toBe(arena);
  }
});
