import { describe, expect, test } from "vitest";
import { fullSpec, type ModelSpec } from "../src/spec.ts";
import { architectureText, fingerprintOf } from "../src/sync/fingerprint.ts";

const scaler = { type: "standardize" } as const;
const hidden = { type: "dense", units: 8, activation: "leakyRelu", alpha: 0.01 } as const;
const dropout = { type: "dropout", rate: 0.2 } as const;
const norm = { type: "batchNorm" } as const;
const output = { type: "dense", units: 2, activation: "softmax" } as const;
const SPEC = {
  inputs: ["temperature", "humidity"],
  classes: ["empty", "occupied"],
  layers: [scaler, hidden, dropout, norm, output],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.1 },
  seed: 1,
} satisfies ModelSpec;
const SHARING = { fleet: "plant", model: "climate" };

function of(spec: ModelSpec, sharing: Parameters<typeof fingerprintOf>[1] = SHARING): string {
  return fingerprintOf(fullSpec(spec), sharing);
}

describe("the fingerprint of an architecture", () => {
  test("is 16 bytes of the hash of a text that docs/sync.md spells out", () => {
    expect(architectureText(fullSpec(SPEC), SHARING)).toBe(
      '{"format":"MWS/1","fleet":"plant","model":"climate","shareScaler":false,"inputs":["temperature","humidity"],' +
        '"classes":["empty","occupied"],"outputs":2,"missing":"refuse","loss":["crossEntropy"],"targets":null,' +
        '"anomaly":false,"members":[[["standardize",10,1e-8],["dense",8,"leakyRelu",0.01,true],["batchNorm",0.00001],' +
        '["dense",2,"softmax",null,true]]]}',
    );
    expect(of(SPEC)).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each<[string, ModelSpec]>([
    ["seed", { ...SPEC, seed: 2 }],
    ["learning rate", { ...SPEC, optimizer: { type: "sgd", learningRate: 0.01 } }],
    ["optimizer", { ...SPEC, optimizer: "adam" }],
    ["dropout", { ...SPEC, layers: [scaler, hidden, { ...dropout, rate: 0.5 }, norm, output] }],
    ["no dropout", { ...SPEC, layers: [scaler, hidden, norm, output] }],
    ["l2", { ...SPEC, layers: [scaler, { ...hidden, l2: 0.1 }, dropout, norm, output] }],
    ["replay", { ...SPEC, replay: { capacity: 16 } }],
    ["drift", { ...SPEC, drift: ["ddm"] }],
    ["decay of the scaler", { ...SPEC, layers: [{ ...scaler, decay: 0.5 }, hidden, dropout, norm, output] }],
  ])("is the same with another %s: devices may differ there", (_, spec) => {
    expect(of(spec)).toBe(of(SPEC));
  });

  test.each<[string, ModelSpec]>([
    ["order of the features", { ...SPEC, inputs: ["humidity", "temperature"] }],
    ["order of the classes", { ...SPEC, classes: ["occupied", "empty"] }],
    ["count of units", { ...SPEC, layers: [scaler, { ...hidden, units: 9 }, dropout, norm, output] }],
    ["activation", { ...SPEC, layers: [scaler, { type: "dense", units: 8, activation: "tanh" }, norm, output] }],
    ["slope", { ...SPEC, layers: [scaler, { ...hidden, alpha: 0.1 }, dropout, norm, output] }],
    ["bias", { ...SPEC, layers: [scaler, { ...hidden, bias: false }, dropout, norm, output] }],
    ["layer less", { ...SPEC, layers: [scaler, hidden, dropout, output] }],
    ["clip of the scaler", { ...SPEC, layers: [{ ...scaler, clip: 5 }, hidden, dropout, norm, output] }],
    ["answer to a missing value", { ...SPEC, missing: "mean" }],
  ])("is another one with another %s", (_, spec) => {
    expect(of(spec)).not.toBe(of(SPEC));
  });

  test.each([
    { fleet: "plant2", model: "climate" },
    { fleet: "plant", model: "climate2" },
    { fleet: "plant", model: "climate", shareScaler: true },
  ])("ties messages to %j", (sharing) => {
    expect(of(SPEC, sharing)).not.toBe(of(SPEC));
  });

  test("is that of a committee of one for one network written as members", () => {
    const { layers, optimizer, ...rest } = SPEC;
    expect(of({ ...rest, members: [{ layers, optimizer }] })).toBe(of(SPEC));
  });
});
