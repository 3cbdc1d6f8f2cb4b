import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { crc32 } from "../src/crc.ts";
import { specOf } from "../src/image/read.ts";
import { shortestDecimal } from "../src/image/records.ts";
import { imageCrc } from "../src/image/write.ts";
import { freshImage, splitFile, writeFile } from "../src/image.ts";
import { Core, Model } from "../src/index.ts";
import { type CommitteeSpec, fullSpec, type NetworkSpec } from "../src/spec.ts";
import { COMMITTEES } from "./support/committees.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { OPTIMIZERS, PLAIN_SPECS, rowsFor, statefulSpec } from "./support/specs.ts";

const SPECS: (NetworkSpec | CommitteeSpec)[] = [
  ...PLAIN_SPECS,
  ...OPTIMIZERS.map((optimizer, i) => statefulSpec(optimizer, 1 + i)),
  ...Object.values(COMMITTEES),
];
const NAMED: NetworkSpec = {
  inputs: ["ü", "v"],
  classes: ["no", "yes"],
  layers: [{ type: "standardize" }, { type: "dense", units: 1, activation: "sigmoid" }],
  loss: "binaryCrossEntropy",
  optimizer: { type: "momentum", learningRate: 0.1 },
  batchSize: 3,
};

/** A file of a model that has learnt, with a sample waiting. */
async function learntFile(core: Core): Promise<Uint8Array<ArrayBuffer>> {
  using model = await Model.create(NAMED, { core });
  for (const { x } of rowsFor(NAMED, 10)) model.learn(x, "yes");
  return model.toBytes();
}

describe("tables", () => {
  test.each(SPECS.map((spec) => [JSON.stringify(spec).slice(0, 120), spec] as const))(
    "say all of %s",
    (_name, spec) => {
      const full = fullSpec(spec);
      const { inputs, classes: _classes, ...rest } = full;
      expect(specOf(freshImage(full))).toEqual({
        ...rest,
        inputs: typeof inputs === "number" ? inputs : inputs.length,
      });
    },
  );

  test("give a spec back by shortest decimals", () => {
    for (const value of [0.1, 1e-8, 0.003, 1 / 3, 123456.789, 1e17, 2 ** -149, 0, 5]) {
      const short = shortestDecimal(Math.fround(value));
      expect(Math.fround(short)).toBe(Math.fround(value));
      expect(short.toExponential().length).toBeLessThanOrEqual(Math.fround(value).toExponential().length);
    }
    expect(shortestDecimal(Math.fround(0.1))).toBe(0.1);
  });

  test("are what the core opens: it agrees on every size", async () => {
    const core = await Core.load();
    for (const spec of SPECS) {
      const image = freshImage(fullSpec(spec));
      using model = await Model.create(spec, { core });
      expect(model.state().length).toBe(new DataView(image.buffer).getUint32(abi.HEADER_STATE_BYTES, true));
    }
  });
});

test("CRC-32 gives the check value of its standard and goes on from a part", () => {
  const digits = new TextEncoder().encode("123456789");
  expect(crc32(digits)).toBe(0xcbf43926);
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926);
});

describe("a damaged file", () => {
  test("truncated at any byte is refused, but for the end of the core part, which opens without names", async () => {
    const core = await Core.load();
    const file = await learntFile(core);
    const end = splitFile(file).core.length;
    const [bytes, free] = [core.memoryBytes, core.freeBytes];
    for (let length = 0; length < file.length; length++) {
      if (length === end) continue;
      const error = await refusalOf(() => Model.load(file.slice(0, length), { core }));
      expect(error.code).toBe("E_FORMAT");
      expect(error.where).toBeDefined();
      expect(error.message).toMatch(/expected .*, got /);
    }
    expect([core.memoryBytes, core.freeBytes]).toEqual([bytes, free]);
    using model = await Model.load(file.slice(0, end), { core });
    expect(model.spec).toEqual({ ...fullSpec(NAMED), inputs: 2, classes: undefined });
  });

  test("with any single byte flipped is refused with a typed error that says where", async () => {
    const core = await Core.load();
    const file = await learntFile(core);
    const free = core.freeBytes;
    for (let at = 0; at < file.length; at++) {
      for (const mask of [0xff, 1 << (at % 8)]) {
        const damaged = file.slice();
        damaged[at] = (damaged[at] as number) ^ mask;
        const error = await refusalOf(() => Model.load(damaged, { core }));
        expect(["E_FORMAT", "E_VERSION", "E_CRC"]).toContain(error.code);
        expect(error.where).toBeDefined();
      }
    }
    expect(core.freeBytes).toBe(free);
  });

  test("whose check sum was mended is refused, or is a model that neither traps nor hangs", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const free = core.freeBytes;
    let opened = 0;
    for (let at = 0; at < part.length; at++) {
      for (const mask of [0xff, 0x80, 1]) {
        const damaged = part.slice();
        damaged[at] = (damaged[at] as number) ^ mask;
        new DataView(damaged.buffer).setUint32(abi.HEADER_CRC, imageCrc(damaged), true);
        try {
          using model = await Model.load(damaged, { core });
          const x = new Array(model.spec.inputs as number).fill(0.5);
          model.predict(x);
          for (let i = 0; i < 4; i++) model.learn(x, [1]);
          opened++;
        } catch (error) {
          expect(error).toMatchObject({
            name: "MillraceError",
            code: expect.stringMatching(/^E_(FORMAT|VERSION|CRC|SPEC|STATE|MEMORY)$/),
          });
        }
      }
    }
    expect(core.freeBytes).toBe(free);
    expect(opened).toBeGreaterThan(0);
  });

  test("of another kind or version says so", async () => {
    const core = await Core.load();
    const file = await learntFile(core);
    const changed = (offset: number, value: number): Uint8Array => {
      const copy = file.slice();
      new DataView(copy.buffer).setUint16(offset, value, true);
      const part = copy.subarray(0, splitFile(file).core.length);
      new DataView(copy.buffer).setUint32(abi.HEADER_CRC, imageCrc(part), true);
      return copy;
    };
    expect(await complaintOf(() => Model.load(changed(abi.HEADER_MAGIC, 0), { core }))).toContain(
      "E_FORMAT header: magic: this is no .millrace file; expected 0x524c494d, got 0x524c0000",
    );
    expect(await complaintOf(() => Model.load(changed(abi.HEADER_FORMAT, 2), { core }))).toMatch(
      /E_VERSION header: format version: .*expected 1, got 2/,
    );
    expect(await complaintOf(() => Model.load(changed(abi.HEADER_ABI, 9), { core }))).toMatch(
      /E_VERSION header: ABI version: .*expected 1, got 9/,
    );
    expect(await complaintOf(() => Model.load(changed(abi.HEADER_MEMBERS, 33), { core }))).toMatch(
      /E_SPEC header: members: .*expected 32, got 33/,
    );
    expect(await complaintOf(() => Model.load(changed(abi.HEADER_FLAGS, 64), { core }))).toMatch(
      /E_SPEC header: flags: .*got 64/,
    );
    expect(await complaintOf(() => Model.load(new Uint8Array(0), { core }))).toContain(
      "E_FORMAT length: the file ends inside the header",
    );
  });

  test("with an illegal number says which, as the number it is", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const rate = part.slice();
    new DataView(rate.buffer).setFloat32(abi.HEADER_BYTES + abi.MEMBER_RATE, 1001, true);
    new DataView(rate.buffer).setUint32(abi.HEADER_CRC, imageCrc(rate), true);
    expect(await complaintOf(() => Model.load(rate, { core }))).toMatch(
      /E_SPEC optimizer.learningRate: .*expected 1000, got 1001/,
    );
  });

  test("with NaN among the weights is refused by its place in the state", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const weight = new DataView(part.buffer, part.byteOffset).getUint32(
      abi.HEADER_BYTES + abi.MEMBER_BYTES + abi.LAYER_BYTES + abi.LAYER_PARAMETERS,
      true,
    );
    const damaged = part.slice();
    new DataView(damaged.buffer).setFloat32(weight, Number.NaN, true);
    new DataView(damaged.buffer).setUint32(abi.HEADER_CRC, imageCrc(damaged), true);
    const state = new DataView(part.buffer, part.byteOffset).getUint32(abi.HEADER_STATE, true);
    expect(await complaintOf(() => Model.load(damaged, { core }))).toContain(
      `E_STATE byte ${weight - state} of the state`,
    );
  });
});

describe("a trailer", () => {
  const differing: [change: Partial<NetworkSpec>, field: string][] = [
    [{ inputs: ["a", "b", "c"] }, "header: inputs"],
    [{ layers: [{ type: "dense", units: 1, activation: "sigmoid" }] }, "header: layers"],
    [{ loss: "mse" }, "header: loss"],
    [{ batchSize: 4 }, "header: batchSize"],
    [{ seed: 2 }, "header: seed"],
    [{ missing: "mean" }, "header: flags"],
    [{ optimizer: { type: "momentum", learningRate: 0.2 } }, "optimizer.learningRate"],
    [{ optimizer: { type: "nesterov", learningRate: 0.1 } }, "optimizer.type"],
    [{ layers: [{ type: "standardize", decay: 0.5 }, ...NAMED.layers.slice(1)] }, "layers[0].alpha, rate or decay"],
    [
      { layers: [{ type: "standardize" }, { type: "dense", units: 1, activation: "sigmoid", bias: false }] },
      "layers[1].flags",
    ],
  ];
  test.each(differing)("that says %o is refused by the field that differs", async (change, field) => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const free = core.freeBytes;
    const file = writeFile(part, { spec: fullSpec({ ...NAMED, ...change }) });
    expect(await complaintOf(() => Model.load(file, { core }))).toContain(
      `E_FORMAT ${field}: the trailer disagrees with the tables`,
    );
    expect(core.freeBytes).toBe(free);
  });

  test("that is no legal spec, no JSON or no text is refused", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const load = (trailer: unknown) => Model.load(writeFile(part, trailer as never), { core });
    expect(await complaintOf(() => load({ spec: { ...fullSpec(NAMED), seed: -1 } }))).toContain(
      "E_FORMAT trailer: seed: the trailer's spec is not legal",
    );
    expect(await complaintOf(() => load({}))).toContain("E_FORMAT trailer: spec: the trailer's spec is not legal");
    expect(await complaintOf(() => load(null))).toContain("E_FORMAT");
    const noText = writeFile(part, { spec: fullSpec(NAMED) });
    noText.fill(0xff, part.length + abi.TRAILER_BYTES);
    new DataView(noText.buffer).setUint32(
      part.length + abi.TRAILER_CRC,
      crc32(noText.subarray(part.length + abi.TRAILER_BYTES)),
      true,
    );
    expect(await complaintOf(() => Model.load(noText, { core }))).toContain("E_FORMAT trailer: the trailer is no JSON");
  });

  test("with bytes behind it is refused", async () => {
    const core = await Core.load();
    const file = await learntFile(core);
    const longer = new Uint8Array(file.length + 1);
    longer.set(file);
    expect(await complaintOf(() => Model.load(longer, { core }))).toContain(
      "E_FORMAT trailer: length: the trailer has another length than it says",
    );
  });

  test("keeps where the model comes from", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    using model = await Model.load(writeFile(part, { spec: fullSpec(NAMED), provenance: { source: "field 7" } }), {
      core,
    });
    expect(new TextDecoder().decode(model.toBytes())).toContain('"provenance":{"source":"field 7"}');
  });
});
