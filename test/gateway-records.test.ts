import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ConfigurationRecord,
  DROP_REASONS,
  decodeRecord,
  encodeRecord,
  KIND_CONFIGURATION,
  KIND_DROP,
  KIND_FEATURES,
  KIND_LABEL,
  KIND_SAMPLE,
  KIND_SET_ASIDE,
  type StateRecord,
} from "../src/gateway/records.ts";
import { MillraceError } from "../src/index.ts";
import { refusalOf } from "./support/errors.ts";

const RUNS = Number(process.env.MILLRACE_FUZZ ?? 2_000);

const whole = fc.maxSafeNat();
const text = fc.string({ unit: "grapheme", maxLength: 40 });
const time = fc.double({ min: 0, max: 8.64e15, noNaN: true });
const floats = fc.float32Array({ maxLength: 20 });
const maybe = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(of, { nil: undefined });
const head = { stream: text, key: text, source: text, turn: whole, back: whole };
const u32 = fc.integer({ min: 0, max: 0xffffffff });
const label = fc.record({
  from: fc.constantFrom("own" as const, "early" as const, "older" as const),
  id: whole,
  y: floats,
  weight: maybe(time),
});
const features = {
  ...head,
  timeMs: time,
  order: maybe(whole),
  packetId: maybe(whole),
  hash: u32,
  isNewSession: fc.boolean(),
  windowInputs: floats,
  x: maybe(floats),
  waits: fc.boolean(),
};

const records: fc.Arbitrary<StateRecord> = fc.oneof(
  fc.record({ ...features, kind: fc.constant<1>(KIND_FEATURES), label: fc.constant(undefined) }),
  fc.record({
    ...features,
    kind: fc.constant<3>(KIND_SAMPLE),
    label: label.map((one) => (one.from === "own" ? { ...one, id: 0 } : one)),
  }),
  fc.record({
    ...head,
    kind: fc.constant<2>(KIND_LABEL),
    timeMs: time,
    joins: maybe(whole),
    order: maybe(whole),
    packetId: maybe(whole),
    hash: u32,
    y: floats,
    weight: maybe(time),
  }),
  fc.record({
    ...head,
    kind: fc.constant<4>(KIND_DROP),
    reason: fc.constantFrom(...DROP_REASONS),
    samples: fc.array(whole),
    labels: fc.array(whole),
  }),
  fc.record<ConfigurationRecord>({
    kind: fc.constant(KIND_CONFIGURATION),
    stream: text,
    fingerprint: text,
    plan: text,
    isReset: fc.boolean(),
  }),
  fc.record({ kind: fc.constant<6>(KIND_SET_ASIDE), stream: text, key: text, seq: whole, reason: text }),
);

test("every record comes back from its bytes", () => {
  fc.assert(
    fc.property(records, time, (record, arrivalMs) => {
      expect(decodeRecord(record.kind, arrivalMs, encodeRecord(record, arrivalMs))).toEqual(record);
    }),
    { numRuns: Math.min(RUNS, 20_000), seed: 1 },
  );
});

test("bytes that are no record, or a damaged one, are refused with a typed error", () => {
  const bytes = records.map((record) => ({ kind: record.kind, body: encodeRecord(record, 0) }));
  const mutation = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }), cut: fc.nat({ max: 3 }) });
  const read = (kind: number, body: Uint8Array): void => {
    try {
      decodeRecord(kind, 0, body);
    } catch (error) {
      if (!(error instanceof MillraceError) || !["E_FORMAT", "E_VERSION"].includes(error.code)) throw error;
    }
  };
  fc.assert(
    fc.property(bytes, fc.array(mutation, { minLength: 1, maxLength: 4 }), ({ kind, body }, mutations) => {
      let damaged = body;
      for (const { at, to, cut } of mutations) {
        damaged = damaged.slice(0, Math.max(0, damaged.length - cut));
        if (damaged.length > 0) damaged[at % damaged.length] = to;
      }
      read(kind, damaged);
    }),
    { numRuns: RUNS, seed: 2 },
  );
  fc.assert(
    fc.property(fc.nat({ max: 255 }), fc.uint8Array({ maxLength: 60 }), (kind, body) => read(kind, body)),
    { numRuns: RUNS, seed: 3 },
  );
});

test("a record cut off at any byte is refused", async () => {
  const record: StateRecord = {
    kind: KIND_SAMPLE,
    stream: "climate",
    key: "hall",
    source: "site/hall/climate",
    turn: 300,
    back: 0,
    timeMs: 5,
    order: 70_000,
    packetId: undefined,
    hash: 1,
    isNewSession: false,
    windowInputs: Float32Array.of(1, Number.NaN),
    x: Float32Array.of(1, 2, 3),
    waits: false,
    label: { from: "own", id: 0, y: Float32Array.of(0, 1), weight: 2 },
  };
  const body = encodeRecord(record, 7);
  for (let length = 0; length < body.length; length++) {
    const { code } = await refusalOf(() => decodeRecord(record.kind, 7, body.subarray(0, length)));
    expect(code).toBe("E_FORMAT");
  }
});

test("a record of a later version is refused by name", async () => {
  const body = encodeRecord({ kind: KIND_SET_ASIDE, stream: "s", key: "", seq: 1, reason: "" }, 0);
  body[0] = 2;
  expect((await refusalOf(() => decodeRecord(KIND_SET_ASIDE, 0, body))).code).toBe("E_VERSION");
});

test("a record asks for no more memory than its bytes can fill", async () => {
  // 2^40 floats, in a body of a few bytes.
  const body = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20);
  expect((await refusalOf(() => decodeRecord(KIND_LABEL, 0, body))).code).toBe("E_FORMAT");
});
