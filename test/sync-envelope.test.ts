import { describe, expect, test } from "vitest";
import { nodeHashOf, signatureOf } from "../src/sync/certificate.ts";
import { type Opening, openEnvelope, type SealedFields, seal, sealMessage } from "../src/sync/envelope.ts";
import type { Credentials } from "../src/sync/keys.ts";
import { CHUNK_BYTES, HEAD_BYTES, OFFSETS, OVERHEAD_BYTES, SIGNATURE_BYTES } from "../src/sync/layout.ts";
import { Refusal, type RefusalReason } from "../src/sync/refusal.ts";
import { Topics } from "../src/sync/topics.ts";
import { Trust } from "../src/sync/trust.ts";
import { DAY_MS, issued, NOW_MS, testRoot } from "./support/fleet.ts";

const root = testRoot();
const device = issued(root, "device", "plant-7");
const other = issued(root, "device", "plant-8");
const aggregator = issued(root, "aggregator", "agg-1");
const topics = new Topics("plant", "climate");
const FINGERPRINT = "0123456789abcdef0123456789abcdef";
const UPDATE: SealedFields = {
  kind: "update",
  fingerprint: FINGERPRINT,
  encoding: "int8",
  session: 3,
  seq: 17,
  term: 2,
  version: 40,
  baseHash: "f".repeat(32),
  samples: 120,
  weightSum: 120,
  lossBefore: 0.5,
  lossAfter: 0.25,
  createdMs: NOW_MS,
};
const PAYLOAD = Buffer.from("what a device learnt");
const TOPIC = topics.update("plant-7", 17, 0);

function opened(bytes: Uint8Array, topic: string = TOPIC, more: Partial<Opening> = {}, trust: Trust = device.trust()) {
  return openEnvelope(bytes, trust, { address: topics.parse(topic), nowMs: NOW_MS, fingerprint: FINGERPRINT, ...more });
}

function reasonOf(work: () => unknown): RefusalReason {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  throw new Error("it was not refused");
}

/** The message changed, and signed again where a key is given: what only the sender can do. */
function changed(bytes: Buffer, change: (copy: Buffer) => void, by?: Credentials): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  if (by) copy.set(signatureOf(copy.subarray(0, copy.length - SIGNATURE_BYTES), by.key), copy.length - SIGNATURE_BYTES);
  return copy;
}

describe("an envelope", () => {
  test("carries every field and its payload", () => {
    const envelope = opened(seal(UPDATE, PAYLOAD, device));
    expect(envelope).toMatchObject({ ...UPDATE, nodeHash: nodeHashOf("plant-7"), expiresMs: 0, flags: 0 });
    expect(envelope).toMatchObject({ chunk: 0, chunks: 1, totalBytes: PAYLOAD.length });
    expect(Buffer.from(envelope.payload)).toEqual(PAYLOAD);
    expect(envelope.sender).toMatchObject({ role: "device", id: "plant-7", epoch: 1 });
  });

  test("takes 356 bytes besides its payload, and is the same bytes each time", () => {
    expect(HEAD_BYTES).toBe(292);
    expect(seal(UPDATE, PAYLOAD, device).length).toBe(356 + PAYLOAD.length);
    expect(seal(UPDATE, PAYLOAD, device)).toEqual(seal(UPDATE, PAYLOAD, device));
  });

  test("is cut into chunks of 64 KiB, each signed", () => {
    const payload = Buffer.alloc(2 * CHUNK_BYTES + 5, 7);
    const messages = sealMessage(UPDATE, payload, device);
    expect(messages.map(({ length }) => length - OVERHEAD_BYTES)).toEqual([CHUNK_BYTES, CHUNK_BYTES, 5]);
    for (const [i, bytes] of messages.entries()) {
      expect(opened(bytes, topics.update("plant-7", 17, i))).toMatchObject({
        chunk: i,
        chunks: 3,
        totalBytes: 131_077,
      });
    }
    expect(sealMessage(UPDATE, Buffer.alloc(CHUNK_BYTES), device)).toHaveLength(1);
    expect(sealMessage(UPDATE, Buffer.alloc(0), device)).toHaveLength(1);
  });
});

describe("an envelope is refused", () => {
  const good = seal(UPDATE, PAYLOAD, device);

  test.each<[string, RefusalReason, Buffer]>([
    ["that is shorter than any", "length", good.subarray(0, OVERHEAD_BYTES - 1)],
    ["that is longer than any", "length", Buffer.concat([good, Buffer.alloc(CHUNK_BYTES)])],
    ["that lost a byte of its payload", "length", Buffer.concat([good.subarray(0, 300), good.subarray(301)])],
    ["of something else", "format", changed(good, (b) => b.write("GIF8", 0), device)],
    ["of a later version", "unknown", changed(good, (b) => b.write("MRW2", 0), device)],
    ["of an unknown kind", "unknown", changed(good, (b) => b.writeUInt8(77, OFFSETS.kind), device)],
    ["of an unknown encoding", "unknown", changed(good, (b) => b.writeUInt8(3, OFFSETS.encoding), device)],
    ["with a flag it must understand", "unknown", changed(good, (b) => b.writeUInt16LE(0x8000, OFFSETS.flags), device)],
    ["with a count of chunks not its own", "format", changed(good, (b) => b.writeUInt16LE(2, OFFSETS.chunks), device)],
    ["with a chunk beyond the last", "format", changed(good, (b) => b.writeUInt16LE(1, OFFSETS.chunk), device)],
    ["with a seq beyond 2^53", "format", changed(good, (b) => b.writeUInt32LE(0x200000, OFFSETS.seq + 4), device)],
    ["with a damaged payload", "crc", changed(good, (b) => b.writeUInt8(0, HEAD_BYTES + 3), device)],
  ])("%s", (_, reason, bytes) => {
    expect(reasonOf(() => opened(bytes))).toBe(reason);
  });

  test("cut off at any length", () => {
    for (let length = 0; length < good.length; length++) {
      expect(
        reasonOf(() => opened(good.subarray(0, length))),
        `${length} bytes`,
      ).toBe("length");
    }
  });

  test("with an unknown flag in the lower half it is taken: a later version may say more", () => {
    expect(opened(changed(good, (b) => b.writeUInt16LE(0x0080, OFFSETS.flags), device)).flags).toBe(0x80);
  });

  test("whose certificate another root signed", () => {
    const stranger = issued(testRoot("elsewhere"), "device", "plant-7");
    expect(reasonOf(() => opened(seal(UPDATE, PAYLOAD, stranger)))).toBe("certificate");
  });

  test("whose certificate was changed in any byte", () => {
    for (let i = OFFSETS.certificate; i < HEAD_BYTES; i += 7) {
      const bytes = changed(good, (b) => b.writeUInt8((b[i] as number) ^ 1, i), device);
      expect(
        reasonOf(() => opened(bytes)),
        `byte ${i}`,
      ).toBe("certificate");
    }
  });

  test("whose certificate has expired", () => {
    const old = issued(root, "device", "plant-7", NOW_MS - 1);
    expect(reasonOf(() => opened(seal(UPDATE, PAYLOAD, old)))).toBe("certificate");
    const last = issued(root, "device", "plant-7", NOW_MS);
    expect(opened(seal(UPDATE, PAYLOAD, last)).seq).toBe(17);
  });

  test("of an epoch before the receiver's", () => {
    const later = issued(root.rotated(), "aggregator", "agg-1");
    expect(reasonOf(() => opened(good, TOPIC, {}, later.trust()))).toBe("epoch");
  });

  test("of a role that may not send it", () => {
    const head: SealedFields = { kind: "head", fingerprint: FINGERPRINT, createdMs: NOW_MS };
    expect(reasonOf(() => opened(seal(head, PAYLOAD, device), topics.head))).toBe("role");
    expect(reasonOf(() => opened(seal(UPDATE, PAYLOAD, aggregator)))).toBe("role");
    expect(opened(seal(head, PAYLOAD, aggregator), topics.head).kind).toBe("head");
  });

  test("changed in any byte of head, payload or signature by somebody else", () => {
    for (let i = 0; i < good.length; i += 5) {
      const bytes = changed(good, (b) => b.writeUInt8((b[i] as number) ^ 0x10, i));
      expect(() => opened(bytes), `byte ${i}`).toThrow(Refusal);
    }
    const forged = changed(good, (b) => b.writeUInt32LE(1_000_000, OFFSETS.samples));
    expect(reasonOf(() => opened(forged))).toBe("signature");
  });

  test("signed by another device of the fleet under this one's certificate", () => {
    expect(reasonOf(() => opened(changed(good, () => {}, other)))).toBe("signature");
  });

  test.each([
    ["another node's topic", topics.update("plant-8", 17, 0)],
    ["another seq", topics.update("plant-7", 18, 0)],
    ["another chunk", topics.update("plant-7", 17, 1)],
    ["the topic of another kind", topics.get("plant-7")],
  ])("on %s", (_, topic) => {
    expect(reasonOf(() => opened(good, topic))).toBe("id");
  });

  test("on the topic of another version", () => {
    const body: SealedFields = { kind: "body", fingerprint: FINGERPRINT, createdMs: NOW_MS, version: 40 };
    const bytes = seal(body, PAYLOAD, aggregator);
    expect(opened(bytes, topics.body(40, 0)).version).toBe(40);
    expect(opened(bytes, topics.answer("plant-7", 0)).version).toBe(40);
    expect(reasonOf(() => opened(bytes, topics.body(41, 0)))).toBe("id");
  });

  test("whose hash of the node is not that of its certificate", () => {
    const bytes = seal({ ...UPDATE, nodeHash: nodeHashOf("plant-8") }, PAYLOAD, device);
    expect(reasonOf(() => opened(bytes))).toBe("id");
    expect(reasonOf(() => opened(bytes, topics.update("plant-8", 17, 0)))).toBe("id");
  });

  test("that acknowledges to another device", () => {
    const fields: SealedFields = { kind: "acknowledgement", fingerprint: FINGERPRINT, createdMs: NOW_MS };
    const bytes = seal(fields, PAYLOAD, aggregator, "plant-7");
    expect(opened(bytes, topics.acknowledgement("plant-7")).sender.id).toBe("agg-1");
    expect(reasonOf(() => opened(bytes, topics.acknowledgement("plant-8")))).toBe("id");
  });

  test("after it expires, and taken before", () => {
    const bytes = seal({ ...UPDATE, expiresMs: NOW_MS + DAY_MS }, PAYLOAD, device);
    expect(opened(bytes, TOPIC, { nowMs: NOW_MS + DAY_MS }).seq).toBe(17);
    expect(reasonOf(() => opened(bytes, TOPIC, { nowMs: NOW_MS + DAY_MS + 1 }))).toBe("expired");
  });

  test("for another fleet, model or architecture, with whom to answer", () => {
    const bytes = seal({ ...UPDATE, fingerprint: "f".repeat(32) }, PAYLOAD, device);
    let refusal: unknown;
    try {
      opened(bytes);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ reason: "fingerprint", code: "E_SHAPE", envelope: { seq: 17 } });
  });
});

describe("the checks of an envelope come in order", () => {
  test("length, CRC, certificate, signature, ids, expiry, order, fingerprint", () => {
    const stranger = issued(testRoot("elsewhere"), "device", "plant-8");
    const all: SealedFields = { ...UPDATE, fingerprint: "f".repeat(32), expiresMs: NOW_MS - 1 };
    const order = () => {
      throw new Refusal("replayed", "seen");
    };
    const attempt = (bytes: Buffer, topic: string, more: Partial<Opening> = {}) =>
      reasonOf(() => opened(bytes, topic, more));
    const elsewhere = topics.update("plant-9", 17, 0);
    let bytes = seal(all, PAYLOAD, stranger);
    bytes = changed(bytes, (b) => b.writeUInt8(0, HEAD_BYTES));
    expect(attempt(bytes.subarray(0, -1), elsewhere, { order })).toBe("length");
    expect(attempt(bytes, elsewhere, { order })).toBe("crc");
    bytes = changed(seal(all, PAYLOAD, stranger), (b) => b.writeUInt32LE(9, OFFSETS.samples));
    expect(attempt(bytes, elsewhere, { order })).toBe("certificate");
    bytes = changed(seal(all, PAYLOAD, device), (b) => b.writeUInt32LE(9, OFFSETS.samples));
    expect(attempt(bytes, elsewhere, { order })).toBe("signature");
    bytes = seal(all, PAYLOAD, device);
    expect(attempt(bytes, elsewhere, { order })).toBe("id");
    expect(attempt(bytes, TOPIC, { order })).toBe("expired");
    bytes = seal({ ...all, expiresMs: 0 }, PAYLOAD, device);
    expect(attempt(bytes, TOPIC, { order })).toBe("replayed");
    expect(attempt(bytes, TOPIC)).toBe("fingerprint");
  });

  test("nothing behind the fixed head is read before the signature is right: a payload that is no update gets that far", () => {
    const forged = changed(seal(UPDATE, Buffer.alloc(100, 255), device), (b) => b.writeUInt32LE(1, OFFSETS.samples));
    expect(reasonOf(() => opened(forged))).toBe("signature");
  });
});

test("an aggregator of a new epoch that was heard revokes the epochs before, a device does not", () => {
  const next = root.rotated();
  const trust = new Trust(root.publicKey, 1);
  const fields: SealedFields = { kind: "leader", fingerprint: FINGERPRINT, createdMs: NOW_MS };
  const early = issued(next, "device", "plant-8");
  opened(seal({ ...UPDATE }, PAYLOAD, early), topics.update("plant-8", 17, 0), {}, trust);
  expect(trust.epoch).toBe(1);
  opened(seal(UPDATE, PAYLOAD, device), TOPIC, {}, trust);
  opened(seal(fields, PAYLOAD, issued(next, "aggregator", "agg-1")), topics.leader, {}, trust);
  expect(trust.epoch).toBe(2);
  expect(reasonOf(() => opened(seal(UPDATE, PAYLOAD, device), TOPIC, {}, trust))).toBe("epoch");
  expect(reasonOf(() => opened(seal(fields, PAYLOAD, aggregator), topics.leader, {}, trust))).toBe("epoch");
});

describe("topics", () => {
  test("are built and read back", () => {
    expect(topics.update("plant-7", 17, 2)).toBe("mr/1/plant/climate/u/plant-7/17/2");
    expect(topics.parse("mr/1/plant/climate/u/plant-7/17/2")).toEqual({
      kind: "update",
      node: "plant-7",
      seq: 17,
      chunk: 2,
    });
    expect(topics.parse(topics.body(40, 3))).toEqual({ kind: "body", version: 40, chunk: 3 });
    expect(topics.parse(topics.answer("a", 3))).toEqual({ kind: "body", node: "a", chunk: 3 });
    expect(topics.parse(topics.status("a"))).toEqual({ kind: "status", node: "a" });
    expect(topics.parse(topics.command)).toEqual({ kind: "command" });
  });

  test.each([
    "mr/1/plant/climate",
    "mr/1/plant/climate/",
    "mr/1/plant/other/head",
    "mr/2/plant/climate/head",
    "mr/1/plant/climate/head/x",
    "mr/1/plant/climate/u/a/01/0",
    "mr/1/plant/climate/u/a/1e3/0",
    "mr/1/plant/climate/u/a/9007199254740992/0",
    "mr/1/plant/climate/u/a.b/1/0",
    "mr/1/plant/climate/__proto__",
    "mr/1/plant/climate/constructor/a",
  ])("that are none of a model's are refused: %s", (topic) => {
    expect(reasonOf(() => topics.parse(topic))).toBe("id");
  });

  test.each(["", "a/b", "a+", "x".repeat(33), "ä"])("need names a topic and a certificate can hold: %j", (name) => {
    expect(() => new Topics(name, "m")).toThrow(expect.objectContaining({ code: "E_CONFIG" }));
  });
});
