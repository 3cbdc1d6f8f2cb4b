import { describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { decodeAcknowledgement, encodeAcknowledgement, VERDICTS } from "../src/sync/acknowledgement.ts";
import { decodeBody, encodeBody, includes } from "../src/sync/body.ts";
import { nodeHashOf } from "../src/sync/certificate.ts";
import { seal } from "../src/sync/envelope.ts";
import { decodeGet, encodeGet, getDelayMs } from "../src/sync/get.ts";
import { ALL_DEVICES, decodeHead, encodeHead, HEAD_PAYLOAD_BYTES, isInCohort } from "../src/sync/head.ts";
import { FLAGS } from "../src/sync/layout.ts";
import { Refusal } from "../src/sync/refusal.ts";
import {
  decodeCommand,
  decodeLeader,
  decodeStatus,
  encodeCommand,
  encodeLeader,
  encodeStatus,
} from "../src/sync/status.ts";
import type { Command, Head, Leader, Status } from "../src/sync/types.ts";
import { decodeUpdate, encodeUpdate } from "../src/sync/update.ts";
import { WeightSpace } from "../src/sync/weights.ts";
import { issued, NOW_MS, testRoot } from "./support/fleet.ts";
import { Seeded } from "./support/seeded.ts";

const space = new WeightSpace(await Core.load({ build: "scalar" }));
const LENGTHS = { values: 150, inputs: 3 };
const random = new Seeded(1);
const WEIGHTS = Float32Array.from(random.list(LENGTHS.values));
const MOMENTS = Float32Array.of(10, 10, 9, 0.5, -2, 1, 1, 4, 0);

const HEAD: Head = {
  hash: "ab".repeat(32),
  parent: "cd".repeat(32),
  bytes: 70_000,
  chunks: 2,
  cohort: ALL_DEVICES,
  nextWindowMs: NOW_MS,
  windowMs: 60_000,
  round: 7,
};
const STATUS: Status = {
  presence: "online",
  stance: "unproven",
  unproven: 3,
  refused: 2,
  rolledBack: 1,
  kept: 4,
  software: "millrace 0.1.0",
};
const LEADER: Leader = { state: "leading", instance: "0123456789abcdef".repeat(2), software: "millrace 0.1.0" };
const COMMAND: Command = { order: "rollBack", target: { term: 2, version: 2 ** 40 } };

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  throw new Error("it was not refused");
}

const SMALL: readonly [string, () => Buffer, (bytes: Uint8Array) => unknown, unknown][] = [
  ["a head", () => encodeHead(HEAD), decodeHead, HEAD],
  ["a status", () => encodeStatus(STATUS), decodeStatus, STATUS],
  ["an aggregator's word", () => encodeLeader(LEADER), decodeLeader, LEADER],
  ["an order", () => encodeCommand(COMMAND), decodeCommand, COMMAND],
  ...VERDICTS.map((verdict) => {
    const value = { verdict, includedFrom: { term: 1, version: 2 ** 33 }, newest: { session: 4, seq: 2 ** 45 } };
    return [`the verdict ${verdict}`, () => encodeAcknowledgement(value), decodeAcknowledgement, value] as const;
  }).map((row) => [...row] as [string, () => Buffer, (bytes: Uint8Array) => unknown, unknown]),
  [
    "a request",
    () => encodeGet({ wanted: { term: 1, version: 9 }, chunks: [0, 4, 65_535] }),
    decodeGet,
    { wanted: { term: 1, version: 9 }, chunks: [0, 4, 65_535] },
  ],
];

describe.each(SMALL)("%s", (_, encode, decode, value) => {
  test("is read as it was written", () => {
    expect(decode(encode())).toEqual(value);
  });

  test("is refused when a byte is missing or follows", () => {
    const bytes = encode();
    for (let length = 0; length < bytes.length; length++)
      expect(() => decode(bytes.subarray(0, length))).toThrow(Refusal);
    expect(reasonOf(() => decode(Buffer.concat([bytes, Buffer.of(0)])))).toBe("payload");
  });
});

describe("small payloads", () => {
  test("a head's whole envelope is below 512 bytes", () => {
    const aggregator = issued(testRoot(), "aggregator", "agg-1");
    const fields = { kind: "head", fingerprint: "0".repeat(32), createdMs: NOW_MS } as const;
    expect(encodeHead(HEAD)).toHaveLength(HEAD_PAYLOAD_BYTES);
    expect(seal(fields, encodeHead(HEAD), aggregator).length).toBeLessThan(512);
  });

  test.each([
    ["a head with a wrong count of chunks", () => decodeHead(encodeHead({ ...HEAD, chunks: 3 }))],
    ["a cohort larger than all", () => decodeHead(encodeHead({ ...HEAD, cohort: ALL_DEVICES + 1 }))],
    ["a verdict nobody knows", () => decodeAcknowledgement(Buffer.alloc(28, 7))],
    ["a presence nobody knows", () => decodeStatus(Buffer.alloc(21, 9))],
    ["chunks that are not ascending", () => decodeGet(encodeGet({ wanted: { term: 1, version: 1 }, chunks: [4, 4] }))],
    ["a name that is no UTF-8", () => decodeStatus(Buffer.concat([Buffer.alloc(20), Buffer.of(1, 255)]))],
    ["a name that is too long", () => decodeStatus(Buffer.concat([Buffer.alloc(20), Buffer.of(33), Buffer.alloc(33)]))],
  ])("refused: %s", (_, work) => {
    expect(reasonOf(work)).toBe("payload");
  });

  test("a long name of the software is cut at a whole character", () => {
    expect(decodeStatus(encodeStatus({ ...STATUS, software: "ü".repeat(40) })).software).toBe("ü".repeat(16));
  });
});

describe.each(["f32", "int8"] as const)("weights as %s", (encoding) => {
  test("of an update are read as the sender counts them, and nothing is lost between sent and remainder", () => {
    const encoded = encodeUpdate({ delta: WEIGHTS, moments: MOMENTS }, encoding, space);
    expect(encoded.flags).toBe(FLAGS.moments);
    const update = decodeUpdate(encoded.payload, { ...encoded, samples: 10 }, LENGTHS, space);
    expect(update.delta).toEqual(encoded.sent);
    expect(update.moments).toEqual(MOMENTS);
    expect(space.sum(encoded.sent, encoded.remainder)).toEqual(WEIGHTS);
  });

  test("of a body go with a table that is sorted, so that equal bodies are equal bytes", () => {
    const included = new Map([
      ["00000000000000ff", { session: 2, seq: 5 }],
      ["00000000000000aa", { session: 1, seq: 2 ** 40 }],
    ]);
    const encoded = encodeBody({ weights: WEIGHTS, included }, encoding, space);
    const turned = encodeBody({ weights: WEIGHTS, included: new Map([...included].reverse()) }, encoding, space);
    expect(turned.payload).toEqual(encoded.payload);
    const body = decodeBody(encoded.payload, encoded, LENGTHS, space);
    expect(body.weights).toEqual(encoded.sent);
    expect([...body.included]).toEqual([...included].reverse());
    expect(body.moments).toBeUndefined();
    expect(
      decodeBody(
        encodeBody({ weights: WEIGHTS, moments: MOMENTS, included }, encoding, space).payload,
        { encoding, flags: FLAGS.moments },
        LENGTHS,
        space,
      ).moments,
    ).toEqual(MOMENTS);
  });

  test("of another count are refused", () => {
    const { payload, flags } = encodeUpdate({ delta: WEIGHTS }, encoding, space);
    const fields = { flags, encoding, samples: 1 };
    expect(reasonOf(() => decodeUpdate(payload, fields, { values: 149, inputs: 3 }, space))).toBe("payload");
    expect(reasonOf(() => decodeUpdate(payload.subarray(0, -1), fields, LENGTHS, space))).toBe("payload");
    expect(reasonOf(() => decodeUpdate(Buffer.concat([payload, Buffer.of(0)]), fields, LENGTHS, space))).toBe(
      "payload",
    );
  });
});

describe("illegal numbers", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1e18, 1e30])("%d among f32 weights is refused", (illegal) => {
    const { payload, flags } = encodeUpdate({ delta: WEIGHTS }, "f32", space);
    payload.writeFloatLE(illegal, 4 + 4 * 149);
    expect(reasonOf(() => decodeUpdate(payload, { flags, encoding: "f32", samples: 1 }, LENGTHS, space))).toBe("value");
    expect(() => encodeUpdate({ delta: Float32Array.of(illegal) }, "f32", space)).toThrow(
      expect.objectContaining({ code: "E_VALUE" }),
    );
  });

  test.each([127, 60, -127])(
    "an int8 exponent of %i, with which a weight is too large or none, is refused",
    (exponent) => {
      const { payload, flags } = encodeUpdate({ delta: WEIGHTS.map(() => 1) }, "int8", space);
      payload.writeInt8(exponent, 4);
      expect(reasonOf(() => decodeUpdate(payload, { flags, encoding: "int8", samples: 1 }, LENGTHS, space))).toBe(
        "value",
      );
    },
  );

  test.each([
    ["a negative count", 0, -1],
    ["a negative variance", 6, -1],
    ["NaN", 4, Number.NaN],
    ["more samples than the update has", 0, 11],
  ])("moments with %s are refused", (_, index, value) => {
    const moments = MOMENTS.slice();
    moments[index] = value;
    const { payload, flags } = encodeUpdate({ delta: WEIGHTS, moments }, "f32", space);
    expect(reasonOf(() => decodeUpdate(payload, { flags, encoding: "f32", samples: 10 }, LENGTHS, space))).toBe(
      "value",
    );
  });

  test("a table that is cut off, or followed by something, is refused", () => {
    const { payload, flags } = encodeBody(
      { weights: WEIGHTS, included: new Map([["00000000000000aa", { session: 1, seq: 1 }]]) },
      "f32",
      space,
    );
    const decode = (bytes: Uint8Array) => () => decodeBody(bytes, { flags, encoding: "f32" }, LENGTHS, space);
    for (const bytes of [
      payload.subarray(0, -1),
      payload.subarray(0, -20),
      Buffer.concat([payload, Buffer.alloc(20)]),
    ]) {
      expect(reasonOf(decode(bytes))).toBe("payload");
    }
    payload.writeUInt32LE(0xffffffff, 4 + 600);
    expect(reasonOf(decode(payload))).toBe("payload");
  });

  test("a table that is not sorted, or names a node twice, is refused", () => {
    const included = new Map([
      ["00000000000000aa", { session: 1, seq: 1 }],
      ["00000000000000bb", { session: 1, seq: 1 }],
    ]);
    const { payload, flags } = encodeBody({ weights: WEIGHTS, included }, "f32", space);
    payload.writeUInt8(0xbb, 4 + 600 + 4 + 7);
    expect(reasonOf(() => decodeBody(payload, { flags, encoding: "f32" }, LENGTHS, space))).toBe("payload");
  });
});

test("a table includes what is of the same session and not beyond its seq", () => {
  const table = new Map([["aa", { session: 3, seq: 7 }]]);
  expect(includes(table, "aa", { session: 3, seq: 7 })).toBe(true);
  expect(includes(table, "aa", { session: 3, seq: 8 })).toBe(false);
  expect(includes(table, "aa", { session: 2, seq: 1 })).toBe(false);
  expect(includes(table, "aa", { session: 4, seq: 1 })).toBe(false);
  expect(includes(table, "bb", { session: 3, seq: 1 })).toBe(false);
});

test("a cohort is a share of the devices, another one for each version, and all of them at its largest", () => {
  const ids = Array.from({ length: 2_000 }, (_, i) => `plant-${i}`);
  const first = ids.filter((id) => isInCohort(ALL_DEVICES / 4, id, 1));
  expect(first.length / ids.length).toBeCloseTo(0.25, 1);
  expect(ids.filter((id) => isInCohort(ALL_DEVICES / 4, id, 2))).not.toEqual(first);
  expect(ids.every((id) => isInCohort(ALL_DEVICES, id, 1))).toBe(true);
  expect(ids.some((id) => isInCohort(0, id, 1))).toBe(false);
});

test("devices ask at different times within a minute", () => {
  const delays = Array.from({ length: 100 }, (_, i) => getDelayMs(nodeHashOf(`plant-${i}`)));
  expect(new Set(delays).size).toBeGreaterThan(95);
  expect(Math.max(...delays)).toBeLessThan(60_000);
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(45_000);
});
