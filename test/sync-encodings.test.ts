import { describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { ENCODINGS } from "../src/sync/encodings.ts";
import { ENCODING_NUMBERS } from "../src/sync/layout.ts";
import type { EncodingName } from "../src/sync/types.ts";
import { WeightSpace } from "../src/sync/weights.ts";
import { Seeded } from "./support/seeded.ts";

const [simd, scalar] = [
  new WeightSpace(await Core.load({ build: "simd" })),
  new WeightSpace(await Core.load({ build: "scalar" })),
];
const NAMES = Object.keys(ENCODINGS) as EncodingName[];

function valuesOf(count: number, seed: number): Float32Array {
  const random = new Seeded(seed);
  return Float32Array.from({ length: count }, () => random.uniform(-1, 1) * 10 ** random.uniform(-6, 2));
}

test("every encoding has a number on the wire, and no two the same", () => {
  expect(NAMES.every((name) => ENCODINGS[name].name === name)).toBe(true);
  expect(Object.keys(ENCODING_NUMBERS).sort()).toEqual([...NAMES].sort());
  expect(new Set(Object.values(ENCODING_NUMBERS)).size).toBe(NAMES.length);
});

describe.each(NAMES)("the encoding %s", (name) => {
  const encoding = ENCODINGS[name];

  test.each([1, 63, 64, 65, 1_000])(
    "of %i values takes the bytes it says, and sent plus remainder is the value",
    (count) => {
      const values = valuesOf(count, count);
      const { bytes, sent, remainder } = encoding.encode(simd, values);
      expect(bytes).toHaveLength(encoding.bytesOf(count));
      expect(encoding.decode(simd, bytes, count)).toEqual(sent);
      expect(simd.sum(sent, remainder)).toEqual(values);
    },
  );

  test("gives the same bits in every build", () => {
    const values = valuesOf(777, 5);
    const [a, b] = [encoding.encode(simd, values), encoding.encode(scalar, values)];
    expect(Buffer.compare(a.bytes, b.bytes)).toBe(0);
    expect([a.sent, a.remainder]).toEqual([b.sent, b.remainder]);
  });

  test("leaves the values it was given alone", () => {
    const values = valuesOf(100, 6);
    const before = values.slice();
    encoding.encode(simd, values);
    expect(values).toEqual(before);
  });

  test("carrying the remainder on, what was sent in all is what was learnt in all", () => {
    let carried = new Float32Array(200);
    let sentInAll = new Float32Array(200);
    let learntInAll = new Float32Array(200);
    for (let cut = 0; cut < 50; cut++) {
      const learnt = Float32Array.from(valuesOf(200, 100 + cut), (value) => Math.fround(value * 2 ** -8));
      learntInAll = simd.sum(learntInAll, learnt);
      const { sent, remainder } = encoding.encode(simd, simd.sum(carried, learnt));
      sentInAll = simd.sum(sentInAll, sent);
      carried = remainder;
    }
    const missing = simd.sum(learntInAll, sentInAll, -1);
    for (let i = 0; i < 200; i++) expect(Math.abs((missing[i] as number) - (carried[i] as number))).toBeLessThan(1e-4);
  });

  test("decodes into a vector that is there already", () => {
    const { bytes, sent } = encoding.encode(simd, valuesOf(100, 8));
    const into = new Float32Array(100).fill(9);
    expect(encoding.decode(simd, bytes, 100, into)).toBe(into);
    expect(into).toEqual(sent);
    for (const size of [99, 101]) {
      const room = new Float32Array(300).subarray(0, size);
      expect(() => encoding.decode(simd, bytes, 100, room)).toThrow(expect.objectContaining({ code: "E_SHAPE" }));
    }
  });

  test("refuses bytes of another length", () => {
    expect(() => encoding.decode(simd, new Uint8Array(encoding.bytesOf(10) + 1), 10)).toThrow(
      expect.objectContaining({ code: "E_SHAPE" }),
    );
  });
});

test("int8 takes 25.4 % of the bytes of f32", () => {
  expect(ENCODINGS.int8.bytesOf(200_000) / ENCODINGS.f32.bytesOf(200_000)).toBeCloseTo(0.254, 3);
});

test("a sum of many is that of one after the other, bit for bit, in every build", () => {
  const parts = [3, 4, 5].map((seed) => [valuesOf(130, seed), seed / 7] as const);
  const sums = [simd, scalar].map((space) => space.weightedSum(130, parts));
  let expected = new Float32Array(130);
  for (const [values, scale] of parts) expected = simd.sum(expected, values, scale);
  expect(sums).toEqual([expected, expected]);
  expect(simd.weightedSum(3, [])).toEqual(new Float32Array(3));
  expect(() => simd.weightedSum(3, parts)).toThrow(expect.objectContaining({ code: "E_SHAPE" }));
});

test("int8 values at and beyond the limit of all numbers are told apart", () => {
  const bytes = simd.encodeInt8(Float32Array.of(1, -127)).bytes;
  for (const [exponent, q, isLegal] of [
    [52, -128, true],
    [53, 100, true],
    [53, 112, false],
    [53, -128, false],
  ] as const) {
    bytes.set([exponent, q & 0xff, 0]);
    const decode = () => ENCODINGS.int8.decode(simd, bytes, 2);
    if (isLegal) expect(decode()[0]).toBe(q * 2 ** exponent);
    else expect(decode).toThrow(expect.objectContaining({ code: "E_VALUE" }));
  }
});
