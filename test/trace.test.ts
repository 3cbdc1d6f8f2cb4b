import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Core, Model, type ModelSpec } from "../src/index.ts";
import { decodeTrace, encodeTrace, Recording, replay, replayFile } from "../src/trace.ts";
import { millrace } from "./support/cli.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const SPEC: ModelSpec = {
  inputs: 3,
  missing: "mean",
  layers: [
    { type: "standardize" },
    { type: "dense", units: 8, activation: "tanh" },
    { type: "dropout", rate: 0.25 },
    { type: "batchNorm" },
    { type: "dense", units: 3, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "adam", learningRate: 0.01 },
  batchSize: 4,
  seed: 9,
};

let folder = "";
let bytes: Uint8Array;
let checksum = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "millrace-trace-"));
  const recording = await Recording.start((await Model.create(SPEC)).toBytes());
  work(recording.model, 50);
  bytes = await recording.trace();
  checksum = recording.model.checksum();
  await recording.save(join(folder, "run.trace"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a recording", () => {
  test.each(["simd", "scalar", "mcu"] as const)("replays on the %s build to the same state bytes", async (build) => {
    const unrecorded = await Model.create(SPEC);
    work(unrecorded, 50);
    const played = replay(decodeTrace(bytes), await Core.load({ build }));
    expect(played).toMatchObject({ same: true, checksum, expected: checksum, calls: 103 });
    expect(played.state).toEqual(unrecorded.state());
    expect(await replayFile(join(folder, "run.trace"))).toMatchObject({ same: true, checksum });
  });

  test("goes on from a model that has learnt already", async () => {
    const model = await Model.create(SPEC);
    work(model, 7);
    const recording = await Recording.start(model.toBytes());
    work(recording.model, 7);
    work(model, 7);
    const { same, state } = replay(decodeTrace(await recording.trace()), await Core.load());
    expect(same).toBe(true);
    expect(state).toEqual(model.state());
  });

  test("leaves refused calls out, and the weight that went with a refused sample", async () => {
    const recording = await Recording.start((await Model.create(SPEC)).toBytes());
    const { model } = recording;
    model.learn([1, 2, 3], 0);
    expect(() => model.predict([1, 2, 1e30])).toThrow(/E_VALUE|not a legal/);
    expect(() => model.learn([1, 2, 1e30], 1, { weight: 7 })).toThrow(/not a legal/);
    expect(() => model.learn([1, 2, 3], 3)).toThrow(/no such class/);
    model.learn([1, 2, 4], 1);
    model.flush();
    expect(replay(decodeTrace(await recording.trace()), await Core.load()).state).toEqual(model.state());
    expect(recording.calls).toBe(5);
  });

  test.each<[string, (model: Model) => void]>([
    ["restore", (model) => model.restore(stateOfAnother(model))],
    ["setParameters", changeParameters],
    ["reset", (model) => model.reset()],
  ])("is refused where %s changed the model", async (_name, change) => {
    const recording = await Recording.start((await Model.create(SPEC)).toBytes());
    work(recording.model, 3);
    change(recording.model);
    const { code, message } = await refusalOf(() => recording.trace());
    expect(code).toBe("E_STATE");
    expect(message).toMatch(/calls recorded do not lead to/);
  });
});

describe("a trace that is not one is refused:", () => {
  test.each<[string, (trace: Buffer) => Uint8Array, RegExp]>([
    ["nothing", () => new Uint8Array(), /E_FORMAT length: the trace ends inside its header/],
    ["other magic", (trace) => put(trace, 0, 1), /E_FORMAT byte 0: this is no trace/],
    [
      "another version",
      (trace) => put(trace, 4, 2),
      /E_VERSION byte 4: the trace is of another version; expected 1, got 2/,
    ],
    ["a longer image than the file", (trace) => put(trace, 8, 1e9), /E_FORMAT length: the trace ends inside its image/],
    ["a shorter image", (trace) => put(trace, 8, 100), /E_FORMAT header: length: the file ends before the model does/],
    ["more calls", (trace) => put(trace, 12, 104), /E_FORMAT call 104, .*: the trace ends before its calls do/],
    ["fewer calls", (trace) => put(trace, 12, 102), /E_FORMAT byte \d+: something follows the last call/],
    ["reserved words in use", (trace) => put(trace, 24, 3), /E_FORMAT byte 24: a reserved word is in use/],
    ["an unknown call", (trace) => put(trace, callsAt(trace), 9), /E_FORMAT call 1, .*: there is no such call/],
    ["a cut", (trace) => trace.subarray(0, -8), /E_FORMAT call 10[23], .*: the (last call is cut off|trace ends)/],
    ["a cut word", (trace) => trace.subarray(0, -1), /E_FORMAT length: the calls are no whole words/],
  ])("%s", async (_name, harm, message) => {
    const harmed = harm(Buffer.from(bytes));
    expect(await complaintOf(() => decodeTrace(harmed))).toMatch(message);
  });

  test("a call the core refuses, by its number", async () => {
    const harmed = decodeTrace(put(Buffer.from(bytes), callsAt(Buffer.from(bytes)) + 4, 0x7f800000));
    const core = await Core.load();
    expect(await complaintOf(() => replay(harmed, core))).toMatch(
      /^E_FORMAT the trace cannot be replayed; call 1, predict/,
    );
    expect(replay(decodeTrace(bytes), core).same).toBe(true);
  });

  test("a changed image, by its check sum", async () => {
    const harmed = decodeTrace(put(Buffer.from(bytes), 32 + 56, 10));
    expect(await complaintOf(async () => replay(harmed, await Core.load()))).toMatch(/^E_CRC /);
  });
});

test("encoding what was decoded gives the same bytes", () => {
  expect(Buffer.compare(encodeTrace(decodeTrace(bytes)), bytes)).toBe(0);
});

describe("millrace trace", () => {
  beforeAll(async () => {
    await (await Model.create({ ...SPEC, classes: ["low", "middle", "high"] })).save(join(folder, "m.millrace"));
  });
  const at = (name: string) => join(folder, name);
  const record = (rows: string, ...more: string[]) => {
    writeFileSync(at("rows.csv"), rows);
    return millrace("trace", "record", at("m.millrace"), at("rows.csv"), "--out", at("out.trace"), ...more);
  };

  test("records rows, and replays them to the state Node comes to", async () => {
    const recorded = await record("\ufeffa,b,c,class\r\n1,2,3,low\r\n,-2.5e-1,+.5,1\r\n1,2,3,high", "--header");
    const model = await Model.load(at("m.millrace"));
    model.learn([1, 2, 3], "low");
    model.learn([null, -0.25, 0.5], 1);
    model.learn([1, 2, 3], "high");
    const sum = model.checksum().toString(16).padStart(8, "0");
    expect(recorded).toMatchObject({ code: 0, stderr: "" });
    expect(recorded.stdout).toBe(`${at("out.trace")}: 3 rows, 6 calls, checksum ${sum}\n`);
    for (const build of ["simd", "scalar", "mcu"]) {
      const { code, stdout } = await millrace("trace", "replay", at("out.trace"), "--build", build);
      expect(stdout).toBe(`${at("out.trace")}: 6 calls on the ${build} build, checksum ${sum}, as recorded\n`);
      expect(code).toBe(0);
    }
  });

  test("only predicts where there is no label", async () => {
    expect((await record("1,2,3\n4,5,6\n", "--label", "none")).stdout).toMatch(/: 2 rows, 2 calls, checksum/);
  });

  test("fails where the state ends as another", async () => {
    writeFileSync(at("forged.trace"), put(Buffer.from(bytes), 16, 1));
    const { code, stderr } = await millrace("trace", "replay", at("forged.trace"));
    expect(stderr).toMatch(
      /^error: .*forged\.trace: the simd build ended in another state; expected 00000001, got [0-9a-f]{8} \(E_STATE\)\n$/,
    );
    expect(code).toBe(1);
  });

  test.each([
    ["text", "1,2,3,low\n1,x,3,low\n", /rows\.csv: line 2, field 2: not a number; expected a finite number, got "x"/],
    ["a header", "a,b,c,class\n", /line 1, field 1: not a number; .*Pass --header/],
    ["infinity", "1,2,inf,low\n", /line 1, field 3: not a number/],
    ["a number beyond the limit", "1,2,3,low\n1,2,1e18,low\n", /rows\.csv: line 2: input 2: not a legal input/],
    ["an unknown class", "1,2,3,3\n", /rows\.csv: line 1: target: there is no such class/],
    ["an unknown name", "1,2,3,hihg\n", /line 1, field 4: not a number/],
    [
      "an extra field",
      "1,2,3,4,low\n",
      /line 1: the fields do not fit the model; expected 3 inputs and a label, got 5 fields/,
    ],
    [
      "a missing field",
      "1,2,3\n",
      /line 1: the fields do not fit the model; expected 3 inputs and a label, got 3 fields/,
    ],
    ["an empty line", "1,2,3,low\n\n", /line 2: the fields do not fit/],
    ["a line of megabytes", `${"1".repeat(2 ** 21)}\n`, /line 1: the line is too long/],
    ["no rows", "", /rows\.csv: there are no rows/],
  ])("refuses %s in one line, and writes nothing", async (_name, rows, message) => {
    rmSync(at("out.trace"), { force: true });
    const { code, stdout, stderr } = await record(rows);
    expect(stderr).toMatch(message);
    expect(stderr.split("\n")).toHaveLength(2);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readdirSync(folder).filter((name) => name.startsWith("out.trace"))).toEqual([]);
  });

  test("refuses files that are not there or are something else", async () => {
    const cases: [string[], RegExp][] = [
      [["record", at("m.millrace"), at("none.csv"), "-o", at("o")], /none\.csv: cannot read the rows: ENOENT/],
      [["record", at("m.millrace"), folder, "-o", at("o")], /: cannot read the rows: EISDIR/],
      [
        ["record", at("rows.csv"), at("rows.csv"), "-o", at("o")],
        /rows\.csv: .*ends inside the header|no \.millrace file/,
      ],
      [["record", at("none"), at("rows.csv"), "-o", at("o")], /none: cannot read the model: ENOENT/],
      [["replay", at("none")], /none: cannot read the trace: ENOENT/],
      [["replay", at("m.millrace")], /m\.millrace: byte 0: this is no trace/],
    ];
    for (const [parameters, message] of cases) {
      const { code, stderr } = await millrace("trace", ...parameters);
      expect(stderr).toMatch(message);
      expect(stderr.split("\n")).toHaveLength(2);
      expect(code).toBe(1);
    }
  });

  test("leaves the model file as it was", async () => {
    const before = readFileSync(at("m.millrace"));
    await record("1,2,3,low\n");
    expect(readFileSync(at("m.millrace"))).toEqual(before);
  });
});

/** Three calls a row in places, and 3 calls more than two a row. */
function work(model: Model, rows: number): void {
  const random = new Seeded(rows);
  for (let i = 0; i < rows; i++) {
    const x: (number | null)[] = random.list(3);
    if (i % 5 === 4) x[1] = null;
    model.predict(x);
    model.learn(x, i % 4 === 3 ? [0.25, 0.5, 0.25] : random.index(3), i === 2 ? { weight: 3 } : {});
  }
  model.freeze(1);
  model.flush();
}

function stateOfAnother(model: Model): Uint8Array {
  const another = model.clone();
  another.learn([1, 1, 1], 0);
  const state = another.state();
  another.dispose();
  return state;
}

function changeParameters(model: Model): void {
  const bias = model.parameters().find(({ name }) => name === "bias");
  if (bias === undefined) throw new Error("no bias");
  model.setParameters([{ ...bias, data: bias.data.fill(0.5) }]);
}

function callsAt(trace: Buffer): number {
  return 32 + Math.ceil(trace.readUInt32LE(8) / 4) * 4;
}

function put(trace: Buffer, at: number, word: number): Buffer {
  trace.writeUInt32LE(word, at);
  return trace;
}
