import { describe, expect, test } from "vitest";
import { Model, type NetworkSpec } from "../src/index.ts";

/** Offsets in the state of a model with two inputs: 32 for the model, 32 for its member, 4 a layer, then the scaler. */
const SCALER = 32 + 32 + 2 * 4;
const SCALED: NetworkSpec = {
  inputs: 2,
  loss: "mse",
  layers: [{ type: "standardize" }, { type: "dense", units: 1 }],
};
const PLAIN: NetworkSpec = { inputs: 2, loss: "mse", layers: [{ type: "dense", units: 1 }] };

async function taught(spec: NetworkSpec): Promise<Model> {
  const model = await Model.create(spec);
  for (let i = 0; i < 30; i++) model.learn([i % 7, (i * 3) % 5], [1]);
  return model;
}

describe("a state block whose statistics no sample could have made is refused, and nothing is changed", () => {
  test.each([
    ["a variance of infinity", SCALED, SCALER + 16, Number.POSITIVE_INFINITY],
    ["a variance above that of legal inputs", SCALED, SCALER + 16, 1e38],
    ["a mean beyond legal inputs", SCALED, SCALER + 8, -3e38],
    ["a weight of infinity", SCALED, SCALER, Number.POSITIVE_INFINITY],
    ["a target variance of infinity", { ...PLAIN, standardizeTargets: { decay: 0.9 } }, 32 + 32 + 4 + 12, Infinity],
  ] as const)("%s", async (_, spec, offset, value) => {
    const model = await taught(spec as NetworkSpec);
    const before = model.checksum();
    const state = model.state();
    new DataView(state.buffer).setFloat32(offset, value, true);
    expect(() => model.restore(state)).toThrow(expect.objectContaining({ code: "E_STATE" }));
    expect(model.checksum()).toBe(before);
  });
});

test.each(["momentum", "nesterov", "rmsprop", "adagrad", "adam"])(
  "the largest slot %s can keep, at the largest rate, leaves weights that save and load",
  async (type) => {
    const model = await taught({ ...PLAIN, optimizer: { type, learningRate: 1000 } });
    const state = model.state();
    const view = new DataView(state.buffer);
    // Weight [1, 2] and bias, then as many slots.
    const slots = 32 + 32 + 4 + 12;
    view.setFloat32(slots, 3.4e38, true);
    model.restore(state);
    for (let i = 0; i < 3; i++) model.learn([i, 1], [1]);
    const tensors = model.parameters().flatMap(({ data }) => [...data]);
    expect(tensors.every(Number.isFinite)).toBe(true);
    const twin = await Model.load(model.toBytes());
    expect(twin.checksum()).toBe(model.checksum());
  },
);
