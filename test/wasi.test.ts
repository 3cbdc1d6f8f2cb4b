import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { imageCrc } from "../src/image/write.ts";
import { Model } from "../src/model.ts";
import { decodeTrace, Recording } from "../src/trace.ts";
import { runWasi } from "../src/wasi.ts";
import { Seeded } from "./support/seeded.ts";
import { OPTIMIZERS, statefulSpec } from "./support/specs.ts";
import { csv, records, saveIdentity, Workplace } from "./support/wasi.ts";

const place = new Workplace();
const SPEC = statefulSpec({ type: "adam" }, 1);
beforeAll(async () => {
  await place.save("m.millrace", SPEC);
  await place.save("one-output.millrace", {
    inputs: ["a", "b"],
    layers: [{ type: "dense", units: 1, activation: "sigmoid" }],
    loss: "binaryCrossEntropy",
  });
  await place.save("two-outputs.millrace", { inputs: 2, layers: [{ type: "dense", units: 2 }], loss: "mse" });
  await saveIdentity(place, "one.millrace");
  await saveIdentity(place, "two.millrace", 2);
});
afterAll(() => place.remove());

const ROWS = 300;
const random = new Seeded(5);
const rows = Array.from({ length: ROWS }, () => random.list(5, -3, 3));
const labels = rows.map((x) => ((x[0] as number) > 1 ? 2 : (x[1] as number) > 0 ? 1 : 0));
const labelled = rows.map((x, i) => [...x, labels[i] as number]);

describe("the bits are those of the core in Node", () => {
  test.each(OPTIMIZERS.flatMap((optimizer) => [1, 4].map((batch) => ({ optimizer, batch }))))(
    "learn, $optimizer.type, batches of $batch: predictions before each row, and the saved state",
    async ({ optimizer, batch }) => {
      const model = await place.save("learner.millrace", statefulSpec(optimizer, batch));
      const answers = rows.map((x, i) => {
        const answer = model.predict(x);
        model.learn(x, labels[i] as number);
        return [...answer];
      });
      const parameters = ["learn", "learner.millrace", "--save", "learnt.millrace"];
      const { code, stdout, stderr } = await place.run(parameters, csv(labelled));
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const printed = stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",").map((text) => Math.fround(Number(text))));
      expect(printed).toEqual(answers);
      expect(place.read("learnt.millrace").equals(model.toBytes())).toBe(true);
    },
  );

  test("as records of float32: the same state and predictions", async () => {
    await place.save("learner.millrace", SPEC);
    const text = await place.run(["learn", "learner.millrace", "--save", "text.millrace"], csv(labelled));
    const parameters = ["learn", "learner.millrace", "--f32", "--save", "records.millrace"];
    const binary = await place.run(parameters, records(labelled));
    expect(binary.code).toBe(0);
    expect(place.read("records.millrace").equals(place.read("text.millrace"))).toBe(true);
    const values = new Float32Array(binary.bytes.buffer.slice(binary.bytes.byteOffset));
    expect([...values.subarray(0, 3 * ROWS)].join()).toBe(
      text.stdout
        .trimEnd()
        .split(/[\n,]/)
        .map((number) => Math.fround(Number(number)))
        .join(),
    );
  });

  test("with targets instead of a class, and the label first", async () => {
    const model = await Model.load(place.path("two-outputs.millrace"));
    const samples = rows.map(([a, b, c, d]) => ({ x: [a, b] as number[], y: [c, d] as number[] }));
    for (const { x, y } of samples) model.learn(x, y);
    const parameters = ["learn", "two-outputs.millrace", "--label", "first", "--save", "learnt.millrace"];
    expect(await place.run(parameters, csv(samples.map(({ x, y }) => [...y, ...x])))).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(place.read("learnt.millrace").equals(model.toBytes())).toBe(true);
  });

  test("selftest prints the checksum of every build", async () => {
    const checksum = (abi.SELFTEST_CHECKSUM >>> 0).toString(16).padStart(8, "0");
    expect(await place.run(["selftest"])).toMatchObject({ code: 0, stdout: `selftest ${checksum}\n` });
  });
});

describe("rows", () => {
  test.each([
    ["no input at all", ""],
    ["a last line without newline", "1,2\n3,4", "1,2\n3,4\n"],
    ["lines that end in CR LF", "1,2\r\n3,4\r\n", "1,2\n3,4\n"],
    ["a last line that ends in CR", "1,2\r\n3,4\r", "1,2\n3,4\n"],
    ["blanks around numbers", " 1 ,\t2\n", "1,2\n"],
    ["a byte order mark", "\ufeff1,2\n", "1,2\n"],
  ])("%s", async (_, text, answer = "") => {
    expect(await place.run(["predict", "two.millrace"], text)).toMatchObject({ code: 0, stdout: answer, stderr: "" });
  });

  test("--header passes the first line over, whatever it holds; row numbers count it", async () => {
    const header = ["predict", "two.millrace", "--header"];
    expect(await place.run(header, 'a,"b, c"\n1,2\n')).toMatchObject({ code: 0, stdout: "1,2\n" });
    expect((await place.run(header, "a,b\n1,x\n")).stderr).toBe('error: row 2, field 2: "x" is no number\n');
    expect(await place.run(header, "a,b")).toMatchObject({ code: 0, stdout: "" });
  });

  test("--label is passed over by predict, whatever it holds", async () => {
    expect(await place.run(["predict", "two.millrace", "--label", "last"], "1,2,,\n3,4,yes,7")).toMatchObject({
      code: 0,
      stdout: "1,2\n3,4\n",
    });
    expect((await place.run(["predict", "m.millrace", "--label", "first"], `cold,${csv(rows.slice(0, 1))}`)).code).toBe(
      0,
    );
  });

  test("an empty input is a missing one where the model allows it, and NaN in a record", async () => {
    const model = await Model.load(place.path("m.millrace"));
    const expected = [...model.predict([1, Number.NaN, 3, 4, Number.NaN])];
    const text = await place.run(["predict", "m.millrace"], "1,,3,4, \n");
    expect(text.stdout.split(",").map((value) => Math.fround(Number(value)))).toEqual(expected);
    const binary = await place.run(["predict", "m.millrace", "--f32"], records([[1, Number.NaN, 3, 4, Number.NaN]]));
    expect(binary.bytes.equals(records([expected]))).toBe(true);
  });

  test.each([
    ["text", "1,two\n", 'row 1, field 2: "two" is no number; --header skips a first line of names'],
    ["text in a later row", "1,2\n3,x\n", 'row 2, field 2: "x" is no number'],
    ["bytes of a terminal", "1,2\n3,\u001b[2J\n", 'row 2, field 2: "?[2J" is no number'],
    ["a missing field", "1,2\n3\n", "row 2: expected 2 fields, got 1"],
    ["extra fields", "1,2\n3,4,5,6\n", "row 2: expected 2 fields, got 4"],
    ["an empty field", "1,2\n,4\n", "row 2, field 1: it is empty; expected a number"],
    ["an empty line", "1,2\n\n", "row 2: expected 2 fields, got 0"],
    ["a quoted number", '1,2\n"3",4\n', 'row 2, field 1: ""3"" is no number'],
    ["a carriage return inside", "1,2\n3\r,4\n", 'row 2, field 1: "3?" is no number'],
    ["a zero byte", "1,2\n3\0,4\n", 'row 2, field 1: "3?" is no number'],
  ])("%s ends the run with exit code 65, after the predictions so far", async (_, text, message) => {
    const { code, stdout, stderr } = await place.run(["predict", "two.millrace"], text);
    expect(stderr).toBe(`error: ${message}\n`);
    expect(stdout).toBe(text.startsWith("1,2\n") ? "1,2\n" : "");
    expect(code).toBe(65);
  });

  test.each([
    [
      "a class there is not",
      "m.millrace",
      "1,2,3,4,5,3",
      "row 1, field 6: the label 3 is no class; expected a whole number from 0 to 2",
    ],
    [
      "half a class",
      "m.millrace",
      "1,2,3,4,5,0.5",
      "row 1, field 6: the label 0.5 is no class; expected a whole number from 0 to 2",
    ],
    [
      "a probability above 1",
      "one-output.millrace",
      "1,2,1.5",
      "row 1, field 3: 1.5 is no target; the nearest legal value is 1",
    ],
    ["no label", "one-output.millrace", "1,2", "row 1: expected 3 fields, got 2"],
  ])("learn refuses %s", async (_, model, text, message) => {
    expect(await place.run(["learn", model], text)).toMatchObject({ code: 65, stderr: `error: ${message}\n` });
  });

  test("a line of 10 MB is refused, and named", async () => {
    const file = place.path("long.csv");
    writeFileSync(file, `1\n${"1".repeat(10_000_000)}\n`);
    expect(place.shell(`$millrace predict one.millrace < ${file}`)).toMatchObject({
      code: 65,
      stdout: "1\n",
      stderr: "error: row 2: the line is longer than 65536 bytes\n",
    });
  });

  test("a row may be as long as the input buffer", async () => {
    const zeros = "0".repeat(65_000);
    expect(await place.run(["predict", "one.millrace"], `${zeros}7\n0.${zeros}`)).toMatchObject({
      code: 0,
      stdout: "7\n0\n",
    });
  });

  test("a record cut short, and one that holds no number, are refused", async () => {
    const cut = await place.run(
      ["predict", "two.millrace", "--f32"],
      records([
        [1, 2],
        [3, 4],
      ]).subarray(0, 13),
    );
    expect(cut).toMatchObject({ code: 65, stderr: "error: row 2: the record ends after 5 of 8 bytes\n" });
    expect(cut.bytes.equals(records([[1, 2]]))).toBe(true);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1e30]) {
      const { code, stderr } = await place.run(["predict", "two.millrace", "--f32"], records([[1, value]]));
      expect(stderr).toMatch(/^error: row 1, field 2: \S+ is no input; values are finite and smaller than 1(0{18})\n$/);
      expect(code).toBe(65);
    }
  });
});

describe("the command line", () => {
  test("help goes to stdout with exit code 0", async () => {
    expect(await place.run(["help"])).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("--save OUT"),
    });
  });

  test.each([
    [[]],
    [["forget"]],
    [["predict"]],
    [["predict", "m.millrace", "n.millrace"]],
    [["predict", "m.millrace", "--cvs"]],
    [["predict", "m.millrace", "--csv", "--f32"]],
    [["predict", "m.millrace", "--f32", "--header"]],
    [["predict", "m.millrace", "--label"]],
    [["predict", "m.millrace", "--label", "middle"]],
    [["predict", "m.millrace", "--save", "o.millrace"]],
    [["inspect", "m.millrace", "--csv"]],
    [["learn", "m.millrace", "--save"]],
    [["predict", ...Array.from({ length: 70 }, () => "--csv")]],
  ])("%j is refused in one line with exit code 64", async (parameters) => {
    const { code, stdout, stderr } = await place.run(parameters);
    expect(stderr).toMatch(/^error: [^\n]+; --help prints how it is used\n$/);
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
  });

  test("inspect prints what the model is, takes and has learnt, as Node tells it", async () => {
    const model = await Model.load(place.path("m.millrace"));
    for (const [i, x] of rows.entries()) model.learn(x, labels[i] as number);
    await model.save(place.path("grown.millrace"));
    const { code, stdout } = await place.run(["inspect", "grown.millrace"]);
    const { memory, counters, parameters, layers } = model.stats();
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "inputs 5",
      "outputs 3",
      `layers ${layers.length}`,
      ...layers.map(({ type, units }, i) => `layer ${i} ${type} ${units}`),
      `parameters ${parameters}`,
      `memory ${memory.model}`,
      `state ${memory.state}`,
      `learnt ${ROWS}`,
      `updates ${counters.updates}`,
      "skipped 0",
      "waiting 0",
      `checksum ${model.checksum().toString(16).padStart(8, "0")}`,
    ]);
  });
});

describe("replay", () => {
  let trace: Uint8Array;
  beforeAll(async () => {
    const recording = await Recording.start(place.read("m.millrace"));
    for (const [i, x] of rows.entries()) {
      recording.model.predict(x);
      recording.model.learn(x, labels[i] as number, { weight: 0.5 });
    }
    trace = await recording.trace();
  });

  test("of a recorded run prints the checksum of its state", async () => {
    writeFileSync(place.path("run.trace"), trace);
    const checksum = decodeTrace(trace).checksum.toString(16).padStart(8, "0");
    expect(await place.run(["replay", "run.trace"])).toMatchObject({ code: 0, stdout: `checksum ${checksum}\n` });
  });

  test.each([
    [
      "another checksum",
      (bytes: Buffer) => bytes.writeUInt32LE(1, 16),
      /has another checksum .* expected 00000001, got \w{8}$/,
    ],
    [
      "an op there is not",
      (bytes: Buffer) => bytes.writeUInt32LE(9, opening(bytes)),
      /there is no such call in a trace$/,
    ],
    [
      "more calls than there are",
      (bytes: Buffer) => bytes.writeUInt32LE(1e9, 12),
      /the trace ends before its last call$/,
    ],
    ["a larger image than there is", (bytes: Buffer) => bytes.writeUInt32LE(0xfffffff0, 8), /ends inside the image$/],
    ["a damaged image", (bytes: Buffer) => bytes.writeUInt32LE(7, 32 + 100), /the image is damaged/],
    ["another version", (bytes: Buffer) => bytes.writeUInt32LE(2, 4), /this is no trace of version 1$/],
  ])("of %s ends with exit code 65", async (_, spoil, message) => {
    const bytes = Buffer.from(trace);
    spoil(bytes);
    writeFileSync(place.path("bad.trace"), bytes);
    const { code, stderr } = await place.run(["replay", "bad.trace"]);
    expect(stderr.trimEnd()).toMatch(message);
    expect(code).toBe(65);
  });

  test("of a trace that is cut off ends with exit code 65, wherever it is cut", async () => {
    for (const length of [0, 31, 40, opening(trace) + 3, opening(trace) + 10, trace.length - 1]) {
      writeFileSync(place.path("cut.trace"), trace.subarray(0, length));
      expect(await place.run(["replay", "cut.trace"])).toMatchObject({ code: 65, stdout: "" });
    }
  });

  /** Where the first call begins. */
  function opening(bytes: Uint8Array): number {
    return 32 + ((Buffer.from(bytes).readUInt32LE(8) + 3) & ~3);
  }
});

describe("a model file that is none", () => {
  const whole = () => Buffer.from(readFileSync(place.path("m.millrace")));
  const core = () => whole().readUInt32LE(abi.HEADER_LENGTH);
  const resealed = (file: Buffer) => {
    file.writeUInt32LE(imageCrc(file.subarray(0, core())), abi.HEADER_CRC);
    return file;
  };
  const changed = (offset: number) => {
    const file = whole();
    file[offset] = (file[offset] as number) ^ 1;
    return file;
  };
  test.each([
    ["empty", () => Buffer.alloc(0), /not a whole .millrace image/],
    ["foreign", () => Buffer.from("x".repeat(500)), /this is no .millrace file/],
    ["cut off", () => whole().subarray(0, core() - 1), /not a whole .millrace image; at byte 8 expected \d+, got \d+/],
    ["damaged", () => changed(core() - 5), /the image is damaged, its check sum does not fit/],
    ["of another version", () => changed(abi.HEADER_FORMAT), /the image is of another version; at byte 4/],
    ["sealed but illegal", () => resealed(changed(abi.HEADER_LOSS)), /the tables describe no legal model; at byte \d+/],
    ["cut off in the trailer", () => whole().subarray(0, -1), /the trailer behind the model is damaged/],
    ["damaged in the trailer", () => changed(whole().length - 3), /the trailer behind the model is damaged/],
  ])("%s: exit code 65 and one line", async (_, make, message) => {
    writeFileSync(place.path("bad.millrace"), make());
    const { code, stdout, stderr } = await place.run(["predict", "bad.millrace"], "1,2\n");
    expect(stderr).toMatch(/^error: bad.millrace: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 65, stdout: "" });
  });

  test.each([
    ["not there", "none.millrace", "there is no such file"],
    ["in a folder that is not there", "none/m.millrace", "there is no such file"],
    ["below a file", "m.millrace/m.millrace", "a part of the path is no folder"],
  ])("%s: exit code 66", async (_, path, message) => {
    expect(await place.run(["predict", path])).toMatchObject({
      code: 66,
      stderr: `error: cannot read ${path}: ${message}\n`,
    });
  });
});

test("runWasi answers with the exit code, and knows the folders it is given alone", async () => {
  const nowhere = openSync(place.path("nowhere"), "w");
  try {
    const given = { folders: { "/models": place.folder }, stdout: nowhere, stderr: nowhere };
    expect(await runWasi(["inspect", "/models/m.millrace"], given)).toBe(0);
    expect(await runWasi(["inspect", "/models/none.millrace"], given)).toBe(66);
    expect(await runWasi(["inspect", place.path("m.millrace")], given)).toBe(66);
    expect(await runWasi(["inspect", place.path("m.millrace")], { stdout: nowhere })).toBe(0);
  } finally {
    closeSync(nowhere);
  }
  await expect(runWasi(["help"], { folders: { "/": place.path("absent") } })).rejects.toMatchObject({
    code: "E_PROCESS",
  });
});
