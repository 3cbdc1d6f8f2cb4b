import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { imageCrc } from "../src/image/write.ts";
import { freshImage, splitFile, writeFile } from "../src/image.ts";
import { Core, Model } from "../src/index.ts";
import { type CommitteeSpec, fullSpec, type NetworkSpec } from "../src/spec.ts";
import { COMMITTEES } from "./support/committees.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { rowsFor } from "./support/specs.ts";

/** Small: every byte of its file is damaged below. */
const SPEC: CommitteeSpec = {
  inputs: 1,
  loss: "crossEntropy",
  replay: { capacity: 4, policy: "balanced" },
  members: [
    { layers: [{ type: "dense", units: 2, activation: "softmax" }], average: { decay: 0.9, both: true } },
    {
      layers: [{ type: "standardize" }, { type: "dense", units: 2, activation: "softmax" }],
      optimizer: { type: "adam" },
      replaySteps: 2,
    },
  ],
};
const RING: NetworkSpec = {
  inputs: 1,
  layers: [{ type: "dense", units: 1 }],
  loss: "mse",
  replay: { capacity: 4, steps: 1 },
};

async function learntFile(core: Core): Promise<Uint8Array<ArrayBuffer>> {
  using model = await Model.create(SPEC, { core });
  for (const { x, y } of rowsFor(SPEC, 10)) model.learn(x, y);
  return model.toBytes();
}

describe("a damaged file of a committee", () => {
  test("truncated at any byte, or with one flipped, is refused with a typed error", async () => {
    const core = await Core.load();
    const file = await learntFile(core);
    const end = splitFile(file).core.length;
    const free = core.freeBytes;
    for (let at = 0; at < file.length; at++) {
      if (at !== end) {
        expect((await refusalOf(() => Model.load(file.slice(0, at), { core }))).code).toBe("E_FORMAT");
      }
      const damaged = file.slice();
      damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
      const error = await refusalOf(() => Model.load(damaged, { core }));
      expect(["E_FORMAT", "E_VERSION", "E_CRC"]).toContain(error.code);
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
          opened++;
          for (let i = 0; i < 6; i++) model.learn([i], i % 2);
          model.predict([0.5]);
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

  const fields: [at: (tables: Tables) => number, value: number, complaint: RegExp][] = [
    [({ member }) => member(1) + abi.MEMBER_REPLAY_STEPS, 1025, /members\[1\]\.replaySteps: .*expected 1024, got 1025/],
    [({ member }) => member(0) + abi.MEMBER_AVERAGE_DECAY, 0x3f800000, /members\[0\]\.average\.decay: .*got 1/],
    [({ member }) => member(1) + abi.MEMBER_AVERAGES, 16, /members\[1\]\.offset of the average: .*expected 0, got 16/],
    [({ layer }) => layer(1) + abi.LAYER_UNITS, 3, /members\[1\]\.layers\[0\]\.units: .*expected 1, got 3/],
    [({ mixture }) => mixture + abi.MIXTURE_DECAY, 0x40000000, /mixture\.decay: .*expected 1, got 2/],
    [({ mixture }) => mixture + abi.MIXTURE_STATE, 0, /mixture\.offset of its state: /],
    [({ replay }) => replay + abi.REPLAY_CAPACITY, 5, /replay\.capacity: .*expected 4, got 5/],
    [({ replay }) => replay + abi.REPLAY_POLICY, 2, /replay\.policy: .*expected 1, got 2/],
  ];
  test.each(fields)("names the field: %#", async (place, value, complaint) => {
    const core = await Core.load();
    const image = freshImage(fullSpec(SPEC));
    const view = new DataView(image.buffer);
    view.setUint32(place(TABLES), value, true);
    view.setUint32(abi.HEADER_CRC, imageCrc(image), true);
    expect(await complaintOf(() => Model.load(image, { core }))).toMatch(complaint);
  });

  test("with a trailer of another committee is refused by the field that differs", async () => {
    const core = await Core.load();
    const { core: part } = splitFile(await learntFile(core));
    const [first, second] = SPEC.members as [CommitteeSpec["members"][0], CommitteeSpec["members"][0]];
    const changes: [Partial<CommitteeSpec>, string][] = [
      [{ members: [first, { ...second, replaySteps: 3 }] }, "members[1].replaySteps"],
      [{ members: [{ ...first, average: { decay: 0.9 } }, second] }, "members[0].average.both"],
      [{ members: [{ ...first, optimizer: "adam" }, second] }, "members[0].optimizer.type"],
      [{ members: [first, { ...second, optimizer: { type: "adam", beta2: 0.99 } }] }, "members[1].optimizer.beta2"],
      [{ mixture: { eta: 1 } }, "mixture.eta"],
      [{ replay: { capacity: 4 } }, "replay.policy"],
    ];
    for (const [change, field] of changes) {
      const file = writeFile(part, { spec: fullSpec({ ...SPEC, ...change }) });
      expect(await complaintOf(() => Model.load(file, { core }))).toContain(
        `E_FORMAT ${field}: the trailer disagrees with the tables`,
      );
    }
  });
});

describe("a state from elsewhere", () => {
  test.each([
    ["more rows held than a ring has", RING, [0, 5]],
    ["a next row behind the ring", RING, [4, 4]],
    ["a next row that is not behind the rows held", RING, [1, 2]],
    ["a huge count", RING, [0xffffffff, 0xffffffff]],
    ["more rows of a class than its share", SPEC, [3, 3]],
    ["more rows held than seen", SPEC, [1, 2]],
  ] as const)("with %s is refused, and nothing is changed", async (_name, spec, counts) => {
    using model = await Model.create(spec, { core: await Core.load() });
    for (const { x, y } of rowsFor(spec, 20)) model.learn(x, y);
    const before = model.state();
    const hostile = before.slice();
    const image = new DataView(model.toBytes().buffer);
    const replay = spec === RING ? RING_TABLES.replay : TABLES.replay;
    const at = image.getUint32(replay + abi.REPLAY_ROWS, true) - image.getUint32(abi.HEADER_STATE, true);
    for (const [i, count] of counts.entries()) new DataView(hostile.buffer).setUint32(at + 4 * i, count, true);
    const error = await refusalOf(() => model.restore(hostile));
    expect(error.code).toBe("E_STATE");
    expect(error.where).toMatch(new RegExp(`^byte (${at}|${at + 4}) of the state$`));
    expect(model.state()).toEqual(before);
  });

  test("whose every word is damaged in turn is refused, or learns on without a trap", async () => {
    const spec = COMMITTEES["one network, balanced replay, weights and average"] ?? RING;
    using model = await Model.create(spec, { core: await Core.load() });
    const rows = rowsFor(spec, 50);
    for (const { x, y } of rows) model.learn(x, y);
    const state = model.state();
    for (let at = 0; at < state.length; at += 4) {
      for (const word of [0xffffffff, 0x7f800000, 0x80000001]) {
        const damaged = state.slice();
        new DataView(damaged.buffer).setUint32(at, word, true);
        try {
          model.restore(damaged);
          for (const { x, y } of rows.slice(0, 3)) model.learn(x, y);
          model.predict([0, 0, 0]);
        } catch (error) {
          expect(error).toMatchObject({ name: "MillraceError", code: "E_STATE" });
        }
      }
    }
  });
});

interface Tables {
  member(m: number): number;
  /** By index among all layers. */
  layer(index: number): number;
  mixture: number;
  replay: number;
}

const TABLES: Tables = tables(2, 3, true);
const RING_TABLES: Tables = tables(1, 1, false);

function tables(members: number, layers: number, isMixed: boolean): Tables {
  const layersAt = abi.HEADER_BYTES + members * abi.MEMBER_BYTES;
  const mixture = layersAt + layers * abi.LAYER_BYTES;
  return {
    member: (m) => abi.HEADER_BYTES + m * abi.MEMBER_BYTES,
    layer: (index) => layersAt + index * abi.LAYER_BYTES,
    mixture,
    replay: mixture + (isMixed ? abi.MIXTURE_BYTES : 0),
  };
}
