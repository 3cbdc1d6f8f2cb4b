import { describe, expect, test } from "vitest";
import { Assemblies, Assembly } from "../src/sync/chunks.ts";
import { openEnvelope, sealMessage } from "../src/sync/envelope.ts";
import { CHUNK_BYTES } from "../src/sync/layout.ts";
import { Topics } from "../src/sync/topics.ts";
import type { Envelope } from "../src/sync/types.ts";
import { issued, NOW_MS, testRoot } from "./support/fleet.ts";
import { Seeded } from "./support/seeded.ts";

const device = issued(testRoot(), "device", "plant-7");
const topics = new Topics("plant", "climate");
const trust = device.trust();
const NONE = new Uint8Array(0);

function chunksOf(payload: Uint8Array, seq = 1): Envelope[] {
  const messages = sealMessage(
    { kind: "update", fingerprint: "0".repeat(32), createdMs: NOW_MS, seq },
    payload,
    device,
  );
  return messages.map((bytes, i) =>
    openEnvelope(bytes, trust, { address: topics.parse(topics.update("plant-7", seq, i)), nowMs: NOW_MS }),
  );
}

function payloadOf(bytes: number, seed = 1): Buffer {
  const random = new Seeded(seed);
  return Buffer.from(Array.from({ length: bytes }, () => random.index(256)));
}

describe("a payload in chunks", () => {
  const payload = payloadOf(3 * CHUNK_BYTES + 10);
  const chunks = chunksOf(payload) as [Envelope, Envelope, Envelope, Envelope];

  test.each([
    ["in order", [0, 1, 2, 3]],
    ["backwards", [3, 2, 1, 0]],
    ["with each twice", [2, 2, 0, 0, 3, 3, 1]],
  ])("is whole with its last chunk: %s", (_, order) => {
    const assembly = new Assembly(chunks[0], 2 ** 20);
    for (const [i, chunk] of order.entries()) {
      const whole = assembly.add(chunks[chunk] as Envelope);
      if (i < order.length - 1) expect(whole).toBeUndefined();
      else {
        expect(payload.equals(whole?.payload ?? NONE)).toBe(true);
        expect(whole?.envelope.chunk).toBe(0);
      }
    }
  });

  test("says which chunks are missing", () => {
    const assembly = new Assembly(chunks[2], 2 ** 20);
    expect(assembly.missing).toEqual([0, 1, 2, 3]);
    assembly.add(chunks[2]);
    assembly.add(chunks[0]);
    expect(assembly.missing).toEqual([1, 3]);
  });

  test("that is longer than allowed is refused before any room is taken", () => {
    expect(() => new Assembly({ payloadHash: "", totalBytes: 2 ** 31, chunks: 32_768 }, 2 ** 20)).toThrow(
      expect.objectContaining({ reason: "length" }),
    );
  });

  test("whose sender signed another hash than that of the whole is thrown away", () => {
    const lie = { ...chunks[1], payload: Buffer.alloc(CHUNK_BYTES) };
    const assembly = new Assembly(chunks[0], 2 ** 20);
    for (const chunk of [chunks[0], lie, chunks[2]]) assembly.add(chunk);
    expect(() => assembly.add(chunks[3])).toThrow(expect.objectContaining({ reason: "hash", code: "E_CRC" }));
    expect(assembly.missing).toEqual([0, 1, 2, 3]);
    for (const chunk of chunks.slice(0, 3)) expect(assembly.add(chunk)).toBeUndefined();
    expect(payload.equals(assembly.add(chunks[3])?.payload ?? NONE)).toBe(true);
  });

  test("takes no chunk of another one", () => {
    const assembly = new Assembly(chunks[0], 2 ** 20);
    const [other] = chunksOf(payloadOf(3 * CHUNK_BYTES + 10, 2)) as [Envelope];
    expect(() => assembly.add(other)).toThrow(expect.objectContaining({ reason: "id" }));
  });
});

describe("payloads of many senders", () => {
  test("are kept apart", () => {
    const assemblies = new Assemblies(2 ** 20);
    const [a, b] = [payloadOf(CHUNK_BYTES + 1, 3), payloadOf(CHUNK_BYTES + 1, 4)];
    const [a0, a1, b0, b1] = [...chunksOf(a), ...chunksOf(b)] as [Envelope, Envelope, Envelope, Envelope];
    expect(assemblies.add("a", a0)).toBeUndefined();
    expect(assemblies.add("b", b1)).toBeUndefined();
    expect(a.equals(assemblies.add("a", a1)?.payload ?? NONE)).toBe(true);
    expect(b.equals(assemblies.add("b", b0)?.payload ?? NONE)).toBe(true);
    expect(assemblies.bytes).toBe(0);
  });

  test("a sender that begins another one gives up the one before", () => {
    const assemblies = new Assemblies(2 ** 20);
    const [first] = chunksOf(payloadOf(2 * CHUNK_BYTES, 5)) as [Envelope];
    const next = chunksOf(payloadOf(CHUNK_BYTES + 1, 6), 2) as [Envelope, Envelope];
    assemblies.add("a", first);
    assemblies.add("a", next[0]);
    expect(assemblies.bytes).toBe(CHUNK_BYTES + 1);
    expect(assemblies.add("a", next[1])).toBeDefined();
    expect(assemblies.dropped).toBe(0);
  });

  test("take no more room than allowed: the one touched longest ago goes, and is counted", () => {
    const size = CHUNK_BYTES + 1;
    const assemblies = new Assemblies(2 * size);
    const parts = [1, 2, 3].map((seed) => chunksOf(payloadOf(size, seed)) as [Envelope, Envelope]);
    const [a, b, c] = parts as [[Envelope, Envelope], [Envelope, Envelope], [Envelope, Envelope]];
    assemblies.add("a", a[0]);
    assemblies.add("b", b[0]);
    assemblies.add("a", a[0]);
    assemblies.add("c", c[0]);
    expect([assemblies.bytes, assemblies.dropped]).toEqual([2 * size, 1]);
    expect(assemblies.add("a", a[1])).toBeDefined();
    expect(assemblies.add("b", b[1])).toBeUndefined();
  });
});
