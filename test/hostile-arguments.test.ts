import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Core, type Inputs, Model, type ModelSpec, type NetworkSpec, type ParameterUpdate } from "../src/index.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";

const SPEC: NetworkSpec = {
  inputs: ["a", "b", "c"],
  layers: [
    { type: "dense", units: 4, activation: "tanh" },
    { type: "dense", units: 2 },
  ],
  loss: "mse",
};
const SAMPLE = { a: 1, b: 2, c: 3 };
const OTHER = { a: 50, b: -60, c: 70 };

let core: Core;
let model: Model;
let twin: Model;
beforeEach(async () => {
  core = await Core.load();
  model = await Model.create(SPEC, { core });
  twin = await Model.create(SPEC);
});
afterEach(() => {
  model.dispose();
  twin.dispose();
});

/** A sample that does something else while its second input is read. */
function sampleThat(work: () => void): Inputs {
  return {
    a: 1,
    get b() {
      work();
      return 2;
    },
    c: 3,
  };
}

/** The same as a list. */
function listThat(work: () => void, values: readonly number[] = [1, 2, 3]): number[] {
  const list = [...values];
  Object.defineProperty(list, 1, {
    get() {
      work();
      return values[1];
    },
  });
  return list;
}

describe("a sample whose reading runs code of the caller's", () => {
  const kinds = [
    ["object", sampleThat],
    ["list", listThat],
  ] as const;

  describe.each(kinds)("as an %s", (_kind, sample) => {
    test("is predicted as it is, though the same model predicts meanwhile", () => {
      const x = sample(() => model.predict(OTHER));
      expect(model.predict(x)).toEqual(twin.predict(SAMPLE));
      expect(model.predictInto(x, [0, 0])).toEqual([...twin.predict(SAMPLE)]);
    });

    test("is learnt as it is, though the same model learns another meanwhile", () => {
      const x = sample(() => model.learn(OTHER, [1, -1], { weight: 3 }));
      twin.learn(OTHER, [1, -1], { weight: 3 });
      expect(model.learn(x, [5, 6], { weight: 0.5 })).toBe(twin.learn(SAMPLE, [5, 6], { weight: 0.5 }));
      expect(model.checksum()).toBe(twin.checksum());
    });

    test("is predicted as it is, though the core's memory grows meanwhile", () => {
      const before = core.memoryBytes;
      const clones: Model[] = [];
      const x = sample(() => {
        while (core.memoryBytes === before) clones.push(model.clone());
      });
      expect(model.predict(x)).toEqual(twin.predict(SAMPLE));
      expect(core.memoryBytes).toBeGreaterThan(before);
      for (const clone of clones) clone.dispose();
    });

    test("is refused where it disposes of the model", async () => {
      const x = sample(() => model.dispose());
      expect(await complaintOf(() => model.predict(x))).toMatch(/^E_CLOSED /);
    });

    test("leaves nothing behind where it throws", () => {
      const broken = sample(() => {
        throw new Error("no number today");
      });
      expect(() => model.learn(broken, [1, 2])).toThrow("no number today");
      expect(model.checksum()).toBe(twin.checksum());
      expect(model.predict(SAMPLE)).toEqual(twin.predict(SAMPLE));
    });
  });

  test("is learnt with its own label and weight, though the model is used while these are read", () => {
    const y = listThat(() => model.learn(OTHER, [7, 8]), [5, 6]);
    const options = {
      get weight() {
        model.learn(OTHER, [9, 10], { weight: 2 });
        return 0.5;
      },
    };
    twin.learn(OTHER, [7, 8]);
    twin.learn(OTHER, [9, 10], { weight: 2 });
    expect(model.learn(SAMPLE, y, options)).toBe(twin.learn(SAMPLE, [5, 6], { weight: 0.5 }));
    expect(model.checksum()).toBe(twin.checksum());
  });
});

test("a sample is scored by the model as it is when all is read", async () => {
  const spec: ModelSpec = { inputs: ["a", "b", "c"], task: "anomaly", preset: "light" };
  using probe = await Model.create(spec, { core });
  using other = await Model.create(spec);
  const x = sampleThat(() => {
    probe.learn(OTHER);
    probe.reset();
  });
  expect(probe.score(x)).toEqual(other.score(SAMPLE));
});

describe("a typed array", () => {
  class Boastful extends Float32Array {
    override get length(): number {
      return 40;
    }
  }

  test("counts by its own length, not by what a subclass says", async () => {
    using wide = await Model.create({ inputs: 40, layers: [{ type: "dense", units: 40 }], loss: "mse" });
    wide.predict(new Float32Array(40).fill(5));
    expect(await complaintOf(() => wide.predict(new Boastful(35)))).toBe(
      "E_SHAPE inputs: the inputs do not fit the model; expected 40 numbers, got 35",
    );
    expect(wide.predict(new Boastful(40))).toEqual(wide.predict(new Float32Array(40)));
    expect(await complaintOf(() => wide.predictInto(new Float32Array(40), new Boastful(35)))).toMatch(/^E_SHAPE out: /);
  });

  test("of whole numbers is a sample like any other, and is not written to", () => {
    const x = Int8Array.of(1, 2, 3);
    expect(model.predict(x)).toEqual(twin.predict(SAMPLE));
    const kept = Float32Array.of(1, 2, 3);
    model.predict(kept);
    model.predict(OTHER);
    expect(kept).toEqual(Float32Array.of(1, 2, 3));
  });
});

describe("predictInto refuses", () => {
  const outs: [name: string, out: unknown, complaint: string][] = [
    [
      "big integers",
      new BigInt64Array(2),
      "E_SHAPE out: the outputs do not fit; expected a Float32Array, a Float64Array",
    ],
    ["whole numbers", new Int8Array(2), "got a Int8Array of 2"],
    [
      "text",
      "ab",
      'E_SHAPE out: the outputs do not fit; expected a Float32Array, a Float64Array or an array of 2, got "ab"',
    ],
    ["an object with a length", { length: 2 }, "E_SHAPE out: "],
    ["a data view", new DataView(new ArrayBuffer(2)), "E_SHAPE out: "],
    ["null", null, "E_SHAPE out: "],
    ["a frozen array", Object.freeze([0, 0]), "E_VALUE out: the outputs cannot be written"],
  ];
  test.each(outs)("%s", async (_name, out, complaint) => {
    expect(await complaintOf(() => model.predictInto(SAMPLE, out as number[]))).toContain(complaint);
  });
});

describe("setParameters", () => {
  test("reads each value once: what was checked is what is set", () => {
    let reads = 0;
    const data = {
      length: 2,
      get 0() {
        return reads++ === 0 ? 1 : Number.NaN;
      },
      1: 1,
    };
    model.setParameters([{ layer: 1, name: "bias", data }]);
    expect(reads).toBe(1);
    expect(model.parameters().at(-1)?.data).toEqual(Float32Array.of(1, 1));
  });

  test("sets nothing where a later tensor cannot be read", () => {
    const broken = {
      length: 2,
      get 0(): number {
        throw new Error("no number today");
      },
      1: 1,
    };
    const updates: ParameterUpdate[] = [
      { layer: 0, name: "bias", data: [7, 7, 7, 7] },
      { layer: 1, name: "bias", data: broken },
    ];
    expect(() => model.setParameters(updates)).toThrow("no number today");
    expect(model.checksum()).toBe(twin.checksum());
  });

  test("writes to the model, not to what lies there since it was made afresh or disposed of", async () => {
    const data = (work: () => void): ArrayLike<number> => ({
      length: 2,
      get 0() {
        work();
        return 1;
      },
      1: 1,
    });
    let stranger: Model | undefined;
    const afresh = data(() => {
      const place = model.clone();
      model.reset();
      place.dispose();
    });
    model.setParameters([{ layer: 1, name: "bias", data: afresh }]);
    expect(model.parameters().at(-1)?.data).toEqual(Float32Array.of(1, 1));
    const gone = data(() => {
      model.dispose();
      stranger = twin.clone({ core });
    });
    expect(await complaintOf(() => model.setParameters([{ layer: 1, name: "bias", data: gone }]))).toMatch(
      /^E_CLOSED /,
    );
    expect(stranger?.checksum()).toBe(twin.checksum());
    stranger?.dispose();
  });

  const lists: [name: string, list: unknown, code: string][] = [
    ["null", null, "E_SHAPE"],
    ["nothing", undefined, "E_SHAPE"],
    ["a number", 5, "E_SHAPE"],
    ["an object", {}, "E_SHAPE"],
    ["a list of null", [null], "E_SHAPE"],
    ["a list with a hole", new Array(1), "E_SHAPE"],
    ["an update without a name", [{ layer: 0 }], "E_KEY"],
    ["no data", [{ layer: 1, name: "bias", data: null }], "E_SHAPE"],
    ["text for data", [{ layer: 1, name: "bias", data: "12" }], "E_SHAPE"],
    ["null for a shape", [{ layer: 1, name: "bias", shape: null, data: [1, 2] }], "E_SHAPE"],
    ["a number for a shape", [{ layer: 1, name: "bias", shape: 2, data: [1, 2] }], "E_SHAPE"],
    ["text in a shape", [{ layer: 1, name: "bias", shape: ["2"], data: [1, 2] }], "E_SHAPE"],
    ["a symbol for a name", [{ layer: 1, name: Symbol("bias"), data: [1, 2] }], "E_KEY"],
    ["a symbol for a layer", [{ layer: Symbol("1"), name: "bias", data: [1, 2] }], "E_KEY"],
    ["a big integer for a layer", [{ layer: 1n, name: "bias", data: [1, 2] }], "E_KEY"],
    ["text for a layer", [{ layer: "1", name: "bias", data: [1, 2] }], "E_KEY"],
    ["text for average", [{ layer: 1, name: "bias", average: "no", data: [1, 2] }], "E_KEY"],
    ["big integers for data", [{ layer: 1, name: "bias", data: new BigInt64Array(2) }], "E_VALUE"],
  ];
  test.each(lists)("refuses %s and changes nothing", async (_name, list, code) => {
    expect((await refusalOf(() => model.setParameters(list as ParameterUpdate[]))).code).toBe(code);
    expect(model.checksum()).toBe(twin.checksum());
  });
});

describe("places", () => {
  let folder = "";
  const before = process.cwd();
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "millrace-places-"));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(["pump-12:30.millrace", "a:b.millrace", "C:\\pump.millrace", "ftp:x", "data:,abc", "100%.millrace"])(
    "%s is a path, to save to and to load from",
    async (name) => {
      await model.save(name);
      expect(readdirSync(folder)).toContain(name);
      using loaded = await Model.load(name);
      expect(loaded.checksum()).toBe(model.checksum());
    },
  );

  test("a file: URL may be text, to save to and to load from", async () => {
    const place = `file://${folder}/as%20text.millrace`;
    await model.save(place);
    expect(readdirSync(folder)).toContain("as text.millrace");
    using loaded = await Model.load(place);
    expect(loaded.checksum()).toBe(model.checksum());
  });

  test.each(["http://", "https://[", "file://%"])("loading from %s is refused", async (place) => {
    expect(await complaintOf(() => Model.load(place))).toMatch(/^E_FILE /);
    expect(await complaintOf(() => Core.load({ url: place }))).toMatch(/^E_FILE /);
  });

  test.each([
    new URL("http://localhost/model"),
    "http://localhost/model",
    "file://elsewhere/model",
    "",
    null,
    undefined,
    5,
    {},
  ])("saving to %s is refused", async (place) => {
    expect(await complaintOf(() => model.save(place as string))).toMatch(
      /^E_FILE no place to save to; expected a path or a file: URL, got /,
    );
  });

  test.each([null, undefined, 5, {}, [], ""])("loading from %s is refused", async (place) => {
    expect(await complaintOf(() => Model.load(place as string))).toMatch(/^E_FILE /);
  });
});

describe("Core.load refuses", () => {
  test.each([null, 5, "simd"])("%s for options", async (options) => {
    expect(await complaintOf(() => Core.load(options as unknown as object))).toMatch(
      /^E_VALUE no options; expected an object/,
    );
  });

  test.each([null, 5, {}, ""])("%s for a url", async (url) => {
    expect(await complaintOf(() => Core.load({ url: url as string }))).toMatch(/^E_FILE not a place; expected a path/);
  });
});
