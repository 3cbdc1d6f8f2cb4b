import { describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import { WeightSpace } from "../src/sync/weights.ts";
import { Generator } from "./support/generator.ts";

const SPEC = {
  inputs: 3,
  loss: "mse" as const,
  members: [
    {
      layers: [
        { type: "standardize" as const, decay: "all" as const },
        { type: "dense" as const, units: 5, activation: "tanh" },
        { type: "batchNorm" as const },
        { type: "dense" as const, units: 2 },
      ],
      average: { decay: 0.9, both: true },
    },
    { layers: [{ type: "dense" as const, units: 2 }] },
  ],
};

/** Trained values: 5 x 3 + 5, scale and shift 10, 2 x 5 + 2, then 2 x 3 + 2. */
const VALUES = 20 + 10 + 12 + 8;

async function taught(core: Core, seed: number, samples = 40): Promise<Model> {
  const model = await Model.create({ ...SPEC, seed: 1 }, { core });
  const random = new Generator(seed);
  const next = () => random.uniform();
  for (let s = 0; s < samples; s++) {
    const x = Array.from({ length: 3 }, () => 4 * next() - 2);
    model.learn(x, [x[0] as number, (x[1] as number) * (x[2] as number)]);
  }
  return model;
}

describe.each(["simd", "scalar"] as const)("the shared values of a model, %s build", (build) => {
  test("are the trained tensors of all members in order, and nothing else", async () => {
    const core = await Core.load({ build });
    const space = new WeightSpace(core);
    const model = await taught(core, 7);
    const values = space.read(model);
    expect(space.sizeOf(model)).toBe(VALUES);
    const tensors = model
      .parameters()
      .filter(({ name, average }) => !average && ["weight", "bias", "scale", "shift"].includes(name));
    expect([...values]).toEqual(tensors.flatMap(({ data }) => [...data]));
  });

  test("written into another model make the same answers but for statistics, and move its average by as much", async () => {
    const core = await Core.load({ build });
    const space = new WeightSpace(core);
    const [model, other] = [await taught(core, 7), await taught(core, 8)];
    const before = space.read(other);
    const averageBefore = averagesOf(other);
    const wanted = space.read(model);
    space.write(other, wanted);
    expect(space.read(other)).toEqual(wanted);
    const moved = averagesOf(other);
    // The first member's average: its tensors are the first 42 values, running statistics left out.
    const changes = before.slice(0, 42).map((value, i) => (wanted[i] as number) - value);
    const shifted = moved.map((value, i) => value - (averageBefore[i] as number));
    const pattern = [...changes.slice(0, 30), ...new Array(10).fill(0), ...changes.slice(30)];
    for (const [i, change] of pattern.entries()) expect(shifted[i]).toBeCloseTo(change, 5);
  });

  test("are refused whole when one of them is no legal number", async () => {
    const core = await Core.load({ build });
    const space = new WeightSpace(core);
    const model = await taught(core, 7);
    const before = model.checksum();
    for (const illegal of [Number.NaN, Number.POSITIVE_INFINITY, 1e18, -1e30]) {
      const values = space.read(model);
      values[VALUES - 1] = illegal;
      expect(() => space.write(model, values)).toThrow(expect.objectContaining({ code: "E_VALUE" }));
      expect(space.firstIllegal(values)).toBe(VALUES - 1);
    }
    expect(() => space.write(model, new Float32Array(VALUES + 1))).toThrow(
      expect.objectContaining({ code: "E_SHAPE" }),
    );
    expect(model.checksum()).toBe(before);
  });

  test("int8 blocks keep every value within half a unit, and decode plus remainder is the value again", async () => {
    const space = new WeightSpace(await Core.load({ build }));
    const random = new Generator(3);
    const next = () => random.uniform();
    for (const count of [1, 63, 64, 65, 1000]) {
      const values = Float32Array.from({ length: count }, () => (next() - 0.5) * 10 ** Math.floor(8 * next() - 6));
      const { bytes, remainder } = space.encodeInt8(values);
      expect(bytes.length).toBe(count + Math.ceil(count / 64));
      const decoded = space.decodeInt8(bytes, count);
      expect(space.sum(decoded, remainder)).toEqual(values);
      for (let i = 0; i < count; i++) {
        const unit = 2 ** (new Int8Array(bytes.buffer)[Math.floor(i / 64) * 65] as number);
        expect(Math.abs(remainder[i] as number)).toBeLessThanOrEqual(unit / 2);
      }
    }
    const zeros = space.encodeInt8(new Float32Array(64));
    expect([...space.decodeInt8(zeros.bytes, 64)]).toEqual(new Array(64).fill(0));
  });

  test("an exponent beyond float32 is refused", async () => {
    const space = new WeightSpace(await Core.load({ build }));
    const { bytes } = space.encodeInt8(Float32Array.of(1, 2, 3));
    for (const exponent of [127, 121, 129]) {
      bytes[0] = exponent;
      expect(() => space.decodeInt8(bytes, 3)).toThrow(expect.objectContaining({ code: "E_VALUE" }));
    }
    expect(() => space.decodeInt8(bytes.subarray(1), 3)).toThrow(expect.objectContaining({ code: "E_SHAPE" }));
  });

  test("moments of two halves join to those of the whole", async () => {
    const space = new WeightSpace(await Core.load({ build }));
    const random = new Generator(5);
    const next = () => random.uniform();
    const rows = Array.from({ length: 300 }, () => Float32Array.of(next(), 1000 + next(), 5 * next() - 100));
    rows[10] = Float32Array.of(Number.NaN, 1000, 0);
    const gathered = (part: readonly Float32Array[]): Float32Array<ArrayBuffer> =>
      part.reduce<Float32Array<ArrayBuffer>>((moments, row) => space.withSample(moments, row), new Float32Array(9));
    const whole = gathered(rows);
    const joined = space.joined(gathered(rows.slice(0, 100)), gathered(rows.slice(100)));
    expect([...whole.slice(0, 3)]).toEqual([299, 300, 300]);
    for (let i = 0; i < 9; i++) expect(joined[i]).toBeCloseTo(whole[i] as number, 2);
    const mean = rows.reduce((sum, row) => sum + (row[2] as number), 0) / 300;
    const variance = rows.reduce((sum, row) => sum + ((row[2] as number) - mean) ** 2, 0) / 300;
    expect(whole[5]).toBeCloseTo(mean, 3);
    expect(whole[8]).toBeCloseTo(variance, 3);
  });

  test("moments brought to a scaler make it what it would be had it seen the samples itself", async () => {
    const core = await Core.load({ build });
    const space = new WeightSpace(core);
    const [together, alone] = [await Model.create(SPEC, { core }), await Model.create(SPEC, { core })];
    const random = new Generator(9);
    const next = () => random.uniform();
    let moments = new Float32Array(9);
    for (let s = 0; s < 200; s++) {
      const x = Float32Array.from({ length: 3 }, (_, i) => i * 10 + (i + 1) * next());
      together.learn(x, [0, 0]);
      if (s < 120) alone.learn(x, [0, 0]);
      else moments = space.withSample(moments, x);
    }
    space.learnMoments(alone, moments);
    const scalerOf = (model: Model) =>
      model.parameters().filter(({ layer, name }) => layer === 0 && ["weightSum", "mean", "variance"].includes(name));
    for (const [i, { data, name }] of scalerOf(together).entries()) {
      const other = scalerOf(alone)[i]?.data as Float32Array;
      for (let k = 0; k < data.length; k++) {
        expect(other[k], `${name} ${k}`).toBeCloseTo(data[k] as number, 3);
      }
    }
  });
});

test("both builds compute the same bits", async () => {
  const results = [];
  for (const build of ["simd", "scalar"] as const) {
    const core = await Core.load({ build });
    const space = new WeightSpace(core);
    const [a, b] = [await taught(core, 7), await taught(core, 8)];
    const sum = space.sum(space.read(a), space.read(b), 0.3);
    const { bytes, remainder } = space.encodeInt8(sum);
    space.write(a, space.sum(space.decodeInt8(bytes, sum.length), remainder, 0.5));
    results.push([a.checksum(), space.dot(sum, remainder), [...bytes]]);
  }
  expect(results[0]).toEqual(results[1]);
});

/** The average of the first member, running statistics included. */
function averagesOf(model: Model): Float32Array {
  return Float32Array.from(model.parameters().flatMap(({ average, data }) => (average ? [...data] : [])));
}
