import { describe, expect, test } from "vitest";
import { type Cell, CODECS, type Codec, type CodecOptions } from "../src/gateway/codecs.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const FIELDS = ["a", "b", "c"];
const OPTIONS: CodecOptions = { fields: FIELDS };

/** Numbers as the codec can write them, read back. */
function readAll(
  codec: Codec,
  payload: Uint8Array,
  paths: readonly string[] = FIELDS,
  options = OPTIONS,
): Cell[] | string {
  const cells: Cell[] = [];
  const refused = codec.reader(paths, options).read(payload, cells);
  return refused ? refused.reason : cells;
}

// --- The conformance suite: every codec there is, and every one to come ---
describe.each(Object.entries(CODECS))("codec %s", (name, codec) => {
  const asNumbers = (cells: Cell[] | string) => (typeof cells === "string" ? cells : cells.map(Number));
  const payload = codec.write(
    new Map([
      ["a", 1.5],
      ["b", -2],
      ["c", 1024],
    ]),
    OPTIONS,
  );

  test("is registered by its name", () => {
    expect(codec.name).toBe(name);
    for (const option of codec.required) expect(codec.options).toContain(option);
  });

  test("reads what it writes, to the last bit of a float32", () => {
    const random = new Seeded(5);
    for (let i = 0; i < 300; i++) {
      const values = FIELDS.map(() => Math.fround(random.uniform(-1, 1) * 10 ** (random.index(30) - 15)));
      const written = codec.write(new Map(FIELDS.map((field, k) => [field, values[k] as number])), OPTIONS);
      expect(asNumbers(readAll(codec, written))).toEqual(values);
    }
  });

  test("finds fields in any order, and one twice", () => {
    expect(asNumbers(readAll(codec, payload, ["c", "a", "c"]))).toEqual([1024, 1.5, 1024]);
  });

  test("reads from the middle of a buffer, wherever it lies", () => {
    const around = new Uint8Array(payload.length + 7).fill(0x41);
    for (let at = 0; at < 7; at++) {
      around.set(payload, at);
      expect(asNumbers(readAll(codec, around.subarray(at, at + payload.length)))).toEqual([1.5, -2, 1024]);
    }
  });

  test("leaves the payload as it is", () => {
    const before = payload.slice();
    readAll(codec, payload);
    expect(payload).toEqual(before);
  });

  test("keeps nothing of the message before", () => {
    const reader = codec.reader(FIELDS, OPTIONS);
    const cells: Cell[] = [];
    reader.read(payload, cells);
    expect(reader.read(new Uint8Array(0), cells)).toBeDefined();
    expect(
      reader.read(
        codec.write(
          new Map([
            ["a", 7],
            ["b", 8],
            ["c", 9],
          ]),
          OPTIONS,
        ),
        cells,
      ),
    ).toBeUndefined();
    expect(cells.map(Number)).toEqual([7, 8, 9]);
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["one byte too few", payload.subarray(0, -1)],
    ["a value too many", codec.write(new Map([["d", 1]]), { fields: [...FIELDS, "d"] })],
    ["a value too few", codec.write(new Map([["a", 1]]), { fields: ["a", "b"] })],
  ])("%s is a value less or a rejection, never an error", (_, bytes) => {
    const cells = readAll(codec, bytes);
    // One byte less of a text may still be a shorter number.
    if (typeof cells !== "string") expect(cells.map(Number)).not.toEqual([1.5, -2, 1024]);
    else expect(["malformed", "wrongLength"]).toContain(cells);
  });

  test("every payload of up to two bytes is read or refused", () => {
    for (let i = 0; i < 65_536; i++) readAll(codec, Uint8Array.of(i >> 8, i & 255));
    for (let i = 0; i < 256; i++) readAll(codec, Uint8Array.of(i));
  });

  test("a path that leads nowhere is refused before the first message", async () => {
    expect(await complaintOf(() => codec.reader(["z"], OPTIONS))).toMatch(/^E_CONFIG .*expected one of a, b, c/);
    expect(await complaintOf(() => codec.reader(["A1"], { fields: ["a1"] }))).toMatch(/Did you mean "a1"\?$/);
  });
});

describe("json", () => {
  const read = (text: string | Uint8Array, paths: string[], options: CodecOptions = {}) =>
    readAll(CODECS.json, typeof text === "string" ? Buffer.from(text) : text, paths, options);

  test.each([
    ['{"a":{"b":[1,{"c":2}]}}', "a.b[1].c", 2],
    ["[[1,2],[3]]", "[1][0]", 3],
    ['{"a.b":1}', '["a.b"]', 1],
    ['{"a":{"x y":4}}', "a.x y", 4],
    ['{"0":5}', "[0]", 5],
    ['{"a":[1]}', "a.length", undefined],
    ['{"a":"text"}', "a[0]", undefined],
    ['{"a":"text"}', "a.length", undefined],
    ['{"a":1}', "constructor", undefined],
    ['{"a":1}', "__proto__", undefined],
    ['{"__proto__":1}', "__proto__", 1],
    ['{"a":null}', "a.b", undefined],
    ['{"a":null}', "a", null],
    ['\ufeff{"a":1}', "a", 1],
    ['{"a":1,"a":2}', "a", 2],
    ["3", "", 3],
    ['"x"', "", "x"],
  ])("in %s the path %j leads to %j", (text, path, value) => {
    expect(read(text, [path])).toEqual([value]);
  });

  test.each([
    ["", "malformed"],
    ["  ", "malformed"],
    ["{", "malformed"],
    ["{'a':1}", "malformed"],
    ['{"a":NaN}', "malformed"],
    ['{"a":Infinity}', "malformed"],
    ['{"a":01}', "malformed"],
    ["5", "malformed"],
    ["null", "malformed"],
    ['"a"', "malformed"],
  ])("%j is refused as %s", (text, reason) => {
    expect(read(text, ["a"])).toBe(reason);
  });

  test("invalid UTF-8 is refused, not mended", () => {
    expect(read(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), ["a"])).toBe("notUtf8");
  });

  test("64 levels are read, 65 are too deep, brackets in texts do not count", () => {
    const nested = (levels: number) => `{"a":1,"x":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    expect(read(nested(64), ["a"])).toEqual([1]);
    expect(read(nested(65), ["a"])).toBe("tooDeep");
    expect(read(`{"a":1,"x":"${"[".repeat(99)}\\"${"[".repeat(99)}"}`, ["a"])).toEqual([1]);
    expect(read("[".repeat(200_000), ["a"])).toBe("tooDeep");
  });

  test("writes what fits of paths that cannot all be in one message", () => {
    const written = CODECS.json.write(
      new Map([
        ["a", 1],
        ["a.b", 2],
        ["c[0]", 3],
        ["c.d", 4],
      ]),
      {},
    );
    expect(JSON.parse(Buffer.from(written).toString())).toEqual({ a: 1, c: [3] });
  });

  test("with fields a message is a list of exactly that length", () => {
    expect(read("[1,2]", ["y", "x"], { fields: ["x", "y"] })).toEqual([2, 1]);
    expect(read("[1,2,3]", ["x"], { fields: ["x", "y"] })).toBe("wrongLength");
    expect(read('{"x":1}', ["x"], { fields: ["x", "y"] })).toBe("malformed");
  });

  test.each([
    "a..b",
    ".a",
    "a.",
    "a[",
    "a[]",
    "a[-1]",
    "a[x]",
    "[0]a",
    "a]",
    'a["b',
    "a".repeat(300),
    "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q",
  ])("%.30s is no path", async (path) => {
    expect(await complaintOf(() => CODECS.json.reader([path], {}))).toMatch(/^E_CONFIG .*not a path to a field/);
  });
});

describe("csv", () => {
  const read = (text: string, options: CodecOptions = {}) =>
    readAll(CODECS.csv, Buffer.from(text), FIELDS, { ...OPTIONS, ...options });

  test.each([
    ["1,2,3", ["1", "2", "3"]],
    [" 1 , 2,3\r\n", ["1", "2", "3"]],
    ["1,,3", ["1", undefined, "3"]],
    [",,", [undefined, undefined, undefined]],
    ['"x,""y""", "z" ,3', ['x,"y"', "z", "3"]],
    ['"",2,3', ["", "2", "3"]],
  ])("%j has the values %j", (text, values) => {
    expect(read(text)).toEqual(values);
  });

  test.each([
    ["1;2;3", ";"],
    ["1|2|3", "|"],
    ["1\t2\t3", "\t"],
    ["1 2 3", " "],
  ])("%j is cut at %j", (text, separator) => {
    expect(read(text, { separator })).toEqual(["1", "2", "3"]);
  });

  test.each([
    ["", "malformed"],
    ["\n", "malformed"],
    ["1,2,3\n4,5,6", "malformed"],
    ['"1,2,3', "malformed"],
    ['1"2,3,4', "malformed"],
    ['"1"2,3,4', "malformed"],
    ["1,2", "wrongLength"],
    ["1,2,3,4", "wrongLength"],
    ["1,2,3,", "wrongLength"],
  ])("%j is refused as %s", (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  test("a quote that is never closed in a long message costs no more than its length", () => {
    for (const text of [
      `"${'""'.repeat(2 ** 20)}`,
      '"a",'.repeat(2 ** 19),
      ",".repeat(2 ** 21),
      "\r\n".repeat(2 ** 20),
    ]) {
      const started = process.cpuUsage();
      expect(typeof read(text)).toBe("string");
      expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
    }
  });
});

describe("float32", () => {
  test("reads both byte orders", () => {
    for (const byteOrder of ["little", "big"] as const) {
      const options: CodecOptions = { ...OPTIONS, byteOrder };
      const bytes = CODECS.float32.write(
        new Map([
          ["a", 1],
          ["b", 2],
          ["c", 3],
        ]),
        options,
      );
      expect(readAll(CODECS.float32, bytes, FIELDS, options)).toEqual([1, 2, 3]);
      expect(bytes[byteOrder === "little" ? 3 : 0]).toBe(0x3f);
    }
  });

  test("has NaN for a value that is missing, and hands infinity on", () => {
    const bytes = CODECS.float32.write(
      new Map([
        ["a", Number.NaN],
        ["b", Number.POSITIVE_INFINITY],
      ]),
      OPTIONS,
    );
    expect(readAll(CODECS.float32, bytes)).toEqual([undefined, Number.POSITIVE_INFINITY, 0]);
  });
});
