/**
 * `test/sync/vectors` against this library, and against a reader that was written from docs/sync.md alone and shares no
 * code with it. `vitest run test/sync-vectors.test.ts --update` writes the files anew.
 */
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openEnvelope } from "../src/sync/envelope.ts";
import { Refusal } from "../src/sync/refusal.ts";
import { Topics } from "../src/sync/topics.ts";
import { Trust } from "../src/sync/trust.ts";
import { vectorFiles } from "./support/sync-vectors.ts";

const files = await vectorFiles();

test.each(Object.keys(files))("the vectors of %s are those written down", async (name) => {
  await expect(files[name]).toMatchFileSnapshot(`sync/vectors/${name}.json`);
});

const keys = read("keys");
const messages = read("messages");
const refused = read("refused");
const encodings = read("encodings");
const fingerprint = read("fingerprint");
const NOW_MS = messages[0].fields.createdMs;

describe("a reader written from the page", () => {
  test("recomputes the fingerprint", () => {
    expect(sha256(Buffer.from(fingerprint.text)).subarray(0, 16).toString("hex")).toBe(fingerprint.fingerprint);
  });

  test.each(keys.parties as Party[])(
    "reads the certificate of $id",
    ({ id, role, epoch, expiresMs, nodeHash, certificate }) => {
      const bytes = Buffer.from(certificate, "hex");
      expect(isSigned(bytes, Buffer.from(keys.root.publicKey, "hex"))).toBe(true);
      expect(bytes[0]).toBe(role === "device" ? 1 : 2);
      expect(bytes.subarray(1, 33).toString("latin1")).toBe(id.padEnd(32, "\0"));
      expect([bytes.readUInt32LE(65), Number(bytes.readBigUInt64LE(72))]).toEqual([epoch, expiresMs]);
      expect(sha256(Buffer.from(id)).subarray(0, 8).toString("hex")).toBe(nodeHash);
    },
  );

  test.each(messages as Message[])("reads $name", ({ fields, payload, says, topics, messages: chunks, kind }) => {
    const pieces = chunks.map((hex, i) => {
      const bytes = Buffer.from(hex, "hex");
      const piece = bytes.subarray(292, bytes.length - 64);
      expect(bytes.toString("latin1", 0, 4)).toBe("MRW1");
      expect(bytes.readUInt32LE(144)).toBe(crc32(piece));
      expect(isSigned(bytes.subarray(148, 292), Buffer.from(keys.root.publicKey, "hex"))).toBe(true);
      expect(isSigned(bytes, bytes.subarray(148 + 33, 148 + 65))).toBe(true);
      expect([bytes.readUInt16LE(104), bytes.readUInt16LE(106)]).toEqual([i, chunks.length]);
      expect([KINDS[bytes[4] as number], bytes.readUInt16LE(5), bytes[7]]).toEqual([
        kind,
        fields.flags ?? 0,
        fields.encoding === "int8" ? 2 : 0,
      ]);
      expect(bytes.toString("hex", 8, 24)).toBe(fields.fingerprint);
      expect(bytes.readUInt32LE(32)).toBe(fields.session ?? 0);
      expect(Number(bytes.readBigUInt64LE(36))).toBe(fields.seq ?? 0);
      expect(bytes.readUInt32LE(44)).toBe(fields.term ?? 0);
      expect(Number(bytes.readBigUInt64LE(48))).toBe(fields.version ?? 0);
      expect(bytes.toString("hex", 56, 72)).toBe(fields.baseHash ?? "0".repeat(32));
      expect(bytes.readUInt32LE(72)).toBe(fields.samples ?? 0);
      expect([bytes.readFloatLE(76), bytes.readFloatLE(80), bytes.readFloatLE(84)]).toEqual([
        fields.weightSum ?? 0,
        fields.lossBefore ?? Number.NaN,
        fields.lossAfter ?? Number.NaN,
      ]);
      expect([Number(bytes.readBigUInt64LE(88)), Number(bytes.readBigUInt64LE(96))]).toEqual([
        fields.createdMs,
        fields.expiresMs ?? 0,
      ]);
      const node =
        kind === "acknowledgement"
          ? topics[i]?.split("/").at(-1)
          : bytes.subarray(149, 181).toString().replace(/\0+$/, "");
      expect(bytes.toString("hex", 24, 32)).toBe(
        sha256(Buffer.from(node as string))
          .subarray(0, 8)
          .toString("hex"),
      );
      return piece;
    });
    const whole = Buffer.concat(pieces);
    const first = Buffer.from(chunks[0] as string, "hex");
    expect(first.readUInt32LE(108)).toBe(whole.length);
    expect(first.toString("hex", 112, 144)).toBe(sha256(whole).toString("hex"));
    if (payload !== "") expect(whole.toString("hex")).toBe(payload);
    if (says !== null) expect(READERS[kind]?.(whole, fields)).toEqual(says);
  });

  test.each(encodings as EncodingVector[])("decodes int8: $name", ({ values, int8, decoded, remainder }) => {
    const [given, rest] = [floatsOf(values), floatsOf(remainder)];
    const bytes = Buffer.from(int8, "hex");
    expect(hexOf(decodeInt8(bytes, given.length))).toBe(decoded);
    const exact = decodeInt8(bytes, given.length).map((value, i) => Math.fround(value + (rest[i] as number)));
    expect(hexOf(exact)).toBe(values);
    expect(encodeInt8(given).toString("hex")).toBe(int8);
  });
});

describe("this library", () => {
  const trust = new Trust(Buffer.from(keys.root.publicKey, "hex"));
  const topics = new Topics("plant", "climate");

  test.each(messages as Message[])("opens $name", ({ fields, topics: on, messages: chunks }) => {
    for (const [i, hex] of chunks.entries()) {
      const opening = { address: topics.parse(on[i] as string), nowMs: NOW_MS, fingerprint: fingerprint.fingerprint };
      expect(openEnvelope(Buffer.from(hex, "hex"), trust, opening)).toMatchObject(fields);
    }
  });

  test.each(refused as RefusedVector[])("refuses with $reason: $name", ({ topic, message, reason, nowMs }) => {
    const opening = { address: topics.parse(topic), nowMs, fingerprint: fingerprint.fingerprint };
    let actual: unknown;
    try {
      openEnvelope(Buffer.from(message, "hex"), trust, opening);
    } catch (error) {
      actual = error;
    }
    expect(actual).toBeInstanceOf(Refusal);
    expect((actual as Refusal).reason).toBe(reason);
  });
});

// --- The reader ---

interface Party {
  id: string;
  role: string;
  epoch: number;
  expiresMs: number;
  nodeHash: string;
  certificate: string;
}
interface Message {
  name: string;
  kind: string;
  topics: string[];
  fields: Record<string, number | string> & { flags?: number; expiresMs?: number };
  payload: string;
  says: unknown;
  messages: string[];
}
interface RefusedVector {
  name: string;
  reason: string;
  nowMs: number;
  topic: string;
  message: string;
}
interface EncodingVector {
  name: string;
  values: string;
  int8: string;
  decoded: string;
  remainder: string;
}

const KINDS = ["", "head", "body", "get", "update", "acknowledgement", "status", "leader", "command"];

const READERS: Record<string, (payload: Buffer, fields: Message["fields"]) => unknown> = {
  update: (payload, fields) => vectorsOf(payload, fields).said,
  body: (payload, fields) => {
    const { said, end } = vectorsOf(payload, fields);
    const included = Array.from({ length: payload.readUInt32LE(end) }, (_, i) => {
      const at = end + 4 + 20 * i;
      return {
        node: payload.toString("hex", at, at + 8),
        session: payload.readUInt32LE(at + 8),
        seq: Number(payload.readBigUInt64LE(at + 12)),
      };
    });
    return { ...said, included };
  },
  head: (payload) => ({
    hash: payload.toString("hex", 0, 32),
    parent: payload.toString("hex", 32, 64),
    bytes: payload.readUInt32LE(64),
    chunks: payload.readUInt16LE(68),
    cohort: payload.readUInt32LE(72),
    nextWindowMs: Number(payload.readBigUInt64LE(76)),
    windowMs: payload.readUInt32LE(84),
    round: Number(payload.readBigUInt64LE(88)),
  }),
  get: (payload) => ({
    wanted: versionAt(payload, 0),
    chunks: Array.from({ length: payload.readUInt32LE(12) }, (_, i) => payload.readUInt16LE(16 + 2 * i)),
  }),
  acknowledgement: (payload) => ({
    verdict: ["ok", "stale", "rebase", "badNorm", "badArchitecture", "badSignature", "quarantined"][
      payload[0] as number
    ],
    includedFrom: versionAt(payload, 4),
    newest: { session: payload.readUInt32LE(16), seq: Number(payload.readBigUInt64LE(20)) },
  }),
  status: (payload) => ({
    presence: ["offline", "online"][payload[0] as number],
    stance: ["none", "accepted", "unproven", "refused", "rolledBack"][payload[1] as number],
    unproven: payload.readUInt32LE(4),
    refused: payload.readUInt32LE(8),
    rolledBack: payload.readUInt32LE(12),
    kept: payload.readUInt32LE(16),
    software: payload.toString("utf8", 21, 21 + (payload[20] as number)),
  }),
  leader: (payload) => ({
    state: ["offline", "standby", "leading"][payload[0] as number],
    instance: payload.toString("hex", 4, 20),
    software: payload.toString("utf8", 21, 21 + (payload[20] as number)),
  }),
  command: (payload) => ({
    order: ["pin", "unpin", "rollBack", "pause", "resume"][payload[0] as number],
    target: versionAt(payload, 4),
  }),
};

function versionAt(payload: Buffer, at: number): { term: number; version: number } {
  return { term: payload.readUInt32LE(at), version: Number(payload.readBigUInt64LE(at + 4)) };
}

function vectorsOf(payload: Buffer, { flags = 0, encoding }: Message["fields"]): { said: object; end: number } {
  const count = payload.readUInt32LE(0);
  const length = encoding === "int8" ? count + Math.ceil(count / 64) : 4 * count;
  const encoded = payload.subarray(4, 4 + length);
  const values = encoding === "int8" ? hexOf(decodeInt8(encoded, count)) : encoded.toString("hex");
  let end = 4 + length;
  if (!(flags & 0x0100)) return { said: { values }, end };
  const start = end + 4;
  end = start + 12 * payload.readUInt32LE(end);
  return { said: { values, moments: payload.toString("hex", start, end) }, end };
}

function decodeInt8(bytes: Buffer, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    const block = Math.floor(i / 64);
    return bytes.readInt8(65 * block + 1 + (i % 64)) * 2 ** bytes.readInt8(65 * block);
  });
}

function encodeInt8(values: Float32Array): Buffer {
  const out: number[] = [];
  for (let start = 0; start < values.length; start += 64) {
    const block = values.subarray(start, start + 64);
    const largest = Math.max(...block.map(Math.abs));
    let exponent = -126;
    while (largest > 127 * 2 ** exponent) exponent++;
    out.push(exponent & 0xff, ...[...block].map((value) => toEven(value / 2 ** exponent) & 0xff));
  }
  return Buffer.from(out);
}

function toEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
}

/** Whether the last 64 bytes sign all before them. */
function isSigned(bytes: Buffer, publicKey: Buffer): boolean {
  const key = createPublicKey({
    key: { kty: "OKP", crv: "Ed25519", x: publicKey.toString("base64url") },
    format: "jwk",
  });
  return verify(null, bytes.subarray(0, -64), key, bytes.subarray(-64));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function floatsOf(hex: string): Float32Array {
  const bytes = Buffer.from(hex, "hex");
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

function hexOf(values: Float32Array): string {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeFloatLE(value, 4 * i);
  return bytes.toString("hex");
}

// biome-ignore lint/suspicious/noExplicitAny: the files are read as a stranger reads them.
function read(name: string): any {
  return JSON.parse(readFileSync(new URL(`sync/vectors/${name}.json`, import.meta.url), "utf8"));
}
