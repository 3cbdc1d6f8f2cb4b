import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Core } from "../../src/core.ts";
import { decodeAcknowledgement, encodeAcknowledgement } from "../../src/sync/acknowledgement.ts";
import { decodeBody, encodeBody } from "../../src/sync/body.ts";
import { signatureOf } from "../../src/sync/certificate.ts";
import { Assembly } from "../../src/sync/chunks.ts";
import { openEnvelope, type SealedFields, seal } from "../../src/sync/envelope.ts";
import { decodeGet, encodeGet } from "../../src/sync/get.ts";
import { ALL_DEVICES, decodeHead, encodeHead } from "../../src/sync/head.ts";
import type { Credentials } from "../../src/sync/keys.ts";
import { CHUNK_BYTES, FLAGS, HEAD_BYTES, OFFSETS, OVERHEAD_BYTES, SIGNATURE_BYTES } from "../../src/sync/layout.ts";
import { Refusal } from "../../src/sync/refusal.ts";
import {
  decodeCommand,
  decodeLeader,
  decodeStatus,
  encodeCommand,
  encodeLeader,
  encodeStatus,
} from "../../src/sync/status.ts";
import { Topics } from "../../src/sync/topics.ts";
import type { Envelope, Kind } from "../../src/sync/types.ts";
import { decodeUpdate, encodeUpdate } from "../../src/sync/update.ts";
import { WeightSpace } from "../../src/sync/weights.ts";
import { issued, NOW_MS, testRoot } from "../support/fleet.ts";
import { Seeded } from "../support/seeded.ts";
import { cases, Spoiler } from "./support.ts";

const FULL = 1_000_000;
const root = testRoot();
const device = issued(root, "device", "plant-7");
const aggregator = issued(root, "aggregator", "agg-1");
const topics = new Topics("plant", "climate");
const trust = device.trust();
const space = new WeightSpace(await Core.load());
const LENGTHS = { values: 150, inputs: 3 };
const WEIGHTS = Float32Array.from(new Seeded(1).list(LENGTHS.values));
const MOMENTS = Float32Array.of(10, 10, 9, 0.5, -2, 1, 1, 4, 0);
const ZERO = { term: 0, version: 0 };
const TABLE = new Map([
  ["00000000000000aa", { session: 1, seq: 1 }],
  ["00000000000000bb", { session: 2, seq: 2 ** 40 }],
]);

interface Sample {
  readonly bytes: Buffer;
  readonly by: Credentials;
  readonly topic: string;
  readonly read: (payload: Uint8Array, envelope: Envelope) => unknown;
}

function sample(
  kind: Kind,
  topic: string,
  by: Credentials,
  payload: Buffer,
  read: Sample["read"],
  more: Partial<SealedFields> = {},
): Sample {
  const fields = { kind, fingerprint: "ab".repeat(16), createdMs: NOW_MS, seq: 1, version: 4, samples: 20, ...more };
  const addressee = kind === "acknowledgement" ? "plant-7" : undefined;
  return { bytes: seal(fields, payload, by, addressee), by, topic, read };
}

/** A good message of each kind, each encoding. */
const GOOD: readonly Sample[] = [
  ...(["f32", "int8"] as const).flatMap((encoding) => {
    const update = encodeUpdate({ delta: WEIGHTS, moments: MOMENTS }, encoding, space).payload;
    const body = encodeBody({ weights: WEIGHTS, moments: MOMENTS, included: TABLE }, encoding, space).payload;
    const fields = { encoding, flags: FLAGS.moments };
    return [
      sample(
        "update",
        topics.update("plant-7", 1, 0),
        device,
        update,
        (p, e) => decodeUpdate(p, e, LENGTHS, space),
        fields,
      ),
      sample("body", topics.body(4, 0), aggregator, body, (p, e) => decodeBody(p, e, LENGTHS, space), fields),
    ];
  }),
  sample(
    "head",
    topics.head,
    aggregator,
    encodeHead({
      hash: "ab".repeat(32),
      parent: "cd".repeat(32),
      bytes: 70_000,
      chunks: 2,
      cohort: ALL_DEVICES,
      nextWindowMs: NOW_MS,
      windowMs: 60_000,
      round: 7,
    }),
    decodeHead,
  ),
  sample("get", topics.get("plant-7"), device, encodeGet({ wanted: ZERO, chunks: [0, 5, 9] }), decodeGet),
  sample(
    "acknowledgement",
    topics.acknowledgement("plant-7"),
    aggregator,
    encodeAcknowledgement({ verdict: "ok", includedFrom: ZERO, newest: { session: 1, seq: 1 } }),
    decodeAcknowledgement,
  ),
  sample(
    "status",
    topics.status("plant-7"),
    device,
    encodeStatus({
      presence: "online",
      stance: "none",
      unproven: 0,
      refused: 0,
      rolledBack: 0,
      kept: 1,
      software: "ü 1",
    }),
    decodeStatus,
  ),
  sample(
    "leader",
    topics.leader,
    aggregator,
    encodeLeader({ state: "leading", instance: "0f".repeat(16), software: "millrace" }),
    decodeLeader,
  ),
  sample("command", topics.command, aggregator, encodeCommand({ order: "pin", target: ZERO }), decodeCommand),
];

const WORDS = [
  Buffer.alloc(8, 255),
  Buffer.alloc(8),
  "MRW1",
  Buffer.from("0000c07f", "hex"),
  device.certificate,
  Buffer.from("ffffffffffff1f00", "hex"),
];

/** Opens, gathers and reads as a receiver does. @returns the reason of a refusal */
function received({ topic, read }: Sample, bytes: Uint8Array): string {
  try {
    const opening = { address: topics.parse(topic), nowMs: NOW_MS };
    const envelope = openEnvelope(bytes, trust, opening);
    const whole = new Assembly(envelope, 2 ** 20).add(envelope);
    if (whole) read(whole.payload, whole.envelope);
    return "taken";
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

describe("envelopes that were spoilt", () => {
  test("are refused by a typed error, and one that is taken is byte for byte what was sent", () => {
    const spoiler = new Spoiler(1, WORDS);
    const reasons = new Map<string, number>();
    for (let n = cases(FULL); n > 0; n--) {
      const good = spoiler.pick(GOOD);
      const spoilt = spoiler.spoil(good.bytes);
      const reason = received(good, spoilt);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      if (reason === "taken") expect(good.bytes.equals(spoilt)).toBe(true);
    }
    for (const reason of ["length", "format", "unknown", "crc"]) expect(reasons.get(reason), reason).toBeGreaterThan(0);
  });

  test("with length and CRC mended, get no further than certificate and signature", () => {
    const random = new Seeded(2);
    const allowed = new Set(["format", "unknown", "length", "certificate", "role", "signature"]);
    for (let n = cases(FULL / 10); n > 0; n--) {
      const good = GOOD[random.index(GOOD.length)] as Sample;
      const bytes = Buffer.from(good.bytes);
      for (let flips = 1 + random.index(3); flips > 0; flips--) {
        const at = random.index(bytes.length);
        bytes.writeUInt8((bytes[at] as number) ^ (1 << random.index(8)), at);
      }
      mend(bytes);
      if (bytes.equals(good.bytes)) continue;
      const reason = received(good, bytes);
      if (!allowed.has(reason)) expect.fail(`${reason}: ${bytes.toString("hex")}`);
    }
  });

  test("and signed again by their sender are still refused by a typed error, or harmless", () => {
    const spoiler = new Spoiler(3, WORDS);
    const random = new Seeded(4);
    const reasons = new Map<string, number>();
    for (let n = cases(FULL / 10); n > 0; n--) {
      const good = spoiler.pick(GOOD);
      const payload = spoiler.spoil(good.bytes.subarray(HEAD_BYTES, -SIGNATURE_BYTES)).subarray(0, CHUNK_BYTES);
      const bytes = Buffer.alloc(OVERHEAD_BYTES + payload.length);
      bytes.set(good.bytes.subarray(0, HEAD_BYTES));
      bytes.set(payload, HEAD_BYTES);
      bytes.writeUInt32LE(payload.length, OFFSETS.totalBytes);
      if (random.index(2) === 0) bytes.writeUInt8(random.index(256), random.index(OFFSETS.certificate));
      mend(bytes);
      const end = bytes.length - SIGNATURE_BYTES;
      bytes.set(signatureOf(bytes.subarray(0, end), good.by.key), end);
      const reason = received(good, bytes);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    for (const reason of ["hash", "id"]) expect(reasons.get(reason), reason).toBeGreaterThan(0);
  });
});

test("payloads that were spoilt are read whole or refused by a typed error", () => {
  const spoiler = new Spoiler(5, WORDS);
  const opening = (topic: string) => ({ address: topics.parse(topic), nowMs: NOW_MS });
  const envelopes = GOOD.map(({ bytes, topic }) => openEnvelope(bytes, trust, opening(topic)));
  let taken = 0;
  for (let n = cases(FULL); n > 0; n--) {
    const index = spoiler.pick([...GOOD.keys()]);
    const envelope = envelopes[index] as Envelope;
    try {
      GOOD[index]?.read(spoiler.spoil(envelope.payload), envelope);
      taken++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  expect(taken).toBeGreaterThan(0);
});

test("topics that were spoilt are read or refused by a typed error", () => {
  const spoiler = new Spoiler(6, ["/", "u", "+", "#", "\0", "-1", "9007199254740993", "__proto__", "ä"]);
  const known = GOOD.map(({ topic }) => topic);
  for (let n = cases(FULL / 10); n > 0; n--) {
    const topic = Buffer.from(spoiler.spoil(Buffer.from(spoiler.pick(known)))).toString();
    try {
      const { kind, node, seq, chunk, version } = topics.parse(topic);
      expect(kind).toBeTypeOf("string");
      if (node !== undefined) expect(node).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
      for (const number of [seq, chunk, version]) if (number !== undefined) expect(number).toBeGreaterThanOrEqual(0);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
});

function mend(bytes: Buffer): void {
  bytes.writeUInt32LE(crc32(bytes.subarray(HEAD_BYTES, bytes.length - SIGNATURE_BYTES)), OFFSETS.crc);
}
