/**
 * The envelope on the wire, little-endian: a fixed head, one chunk of the payload, and the signature over every byte
 * before it. `docs/sync.md` draws it.
 */
import { Refusal } from "./refusal.ts";
import type { EncodingName, Fields, Hex, Kind, Piece } from "./types.ts";

export const MAGIC = "MRW1";
export const CERTIFICATE_BYTES = 144;
export const SIGNATURE_BYTES = 64;
/** Behind this offset nothing is read before the signature is checked. */
export const HEAD_BYTES: number = 148 + CERTIFICATE_BYTES;
/** What an envelope takes besides its chunk. */
export const OVERHEAD_BYTES: number = HEAD_BYTES + SIGNATURE_BYTES;
/** Every chunk of a payload has this length but the last, which is shorter or as long. */
export const CHUNK_BYTES = 65_536;
export const MAX_CHUNKS = 65_535;

export const OFFSETS = {
  magic: 0,
  kind: 4,
  flags: 5,
  encoding: 7,
  fingerprint: 8,
  nodeHash: 24,
  session: 32,
  seq: 36,
  term: 44,
  version: 48,
  baseHash: 56,
  samples: 72,
  weightSum: 76,
  lossBefore: 80,
  lossAfter: 84,
  createdMs: 88,
  expiresMs: 96,
  chunk: 104,
  chunks: 106,
  totalBytes: 108,
  payloadHash: 112,
  crc: 144,
  certificate: 148,
} as const;

/** A receiver that does not know a flag of the upper half refuses the message; unknown ones of the lower half it ignores. */
export const FLAGS = {
  /** Moments of the inputs stand behind the weights. */
  moments: 0x0100,
} as const;
const MUST_UNDERSTAND = 0xff00;
const KNOWN_FLAGS: number = FLAGS.moments;

export const KINDS: readonly (Kind | undefined)[] = [
  undefined,
  "head",
  "body",
  "get",
  "update",
  "acknowledgement",
  "status",
  "leader",
  "command",
];
/** By their numbers on the wire; 1 is f16, 3 is top-k. */
export const ENCODING_NUMBERS: Readonly<Record<EncodingName, number>> = { f32: 0, int8: 2 };

/** What stands in the fixed head, certificate aside. */
export interface HeadFields extends Fields, Piece {
  readonly crc: number;
}

/** Writes the fixed head, certificate included, to the start of `to`. */
export function writeHead(to: Buffer, head: HeadFields, certificate: Uint8Array): void {
  to.write(MAGIC, OFFSETS.magic, "latin1");
  to.writeUInt8(KINDS.indexOf(head.kind), OFFSETS.kind);
  to.writeUInt16LE(head.flags, OFFSETS.flags);
  to.writeUInt8(ENCODING_NUMBERS[head.encoding], OFFSETS.encoding);
  to.write(head.fingerprint, OFFSETS.fingerprint, 16, "hex");
  to.write(head.nodeHash, OFFSETS.nodeHash, 8, "hex");
  to.writeUInt32LE(head.session, OFFSETS.session);
  writeU64(to, head.seq, OFFSETS.seq);
  to.writeUInt32LE(head.term, OFFSETS.term);
  writeU64(to, head.version, OFFSETS.version);
  to.write(head.baseHash, OFFSETS.baseHash, 16, "hex");
  to.writeUInt32LE(head.samples, OFFSETS.samples);
  to.writeFloatLE(head.weightSum, OFFSETS.weightSum);
  to.writeFloatLE(head.lossBefore, OFFSETS.lossBefore);
  to.writeFloatLE(head.lossAfter, OFFSETS.lossAfter);
  writeU64(to, head.createdMs, OFFSETS.createdMs);
  writeU64(to, head.expiresMs, OFFSETS.expiresMs);
  to.writeUInt16LE(head.chunk, OFFSETS.chunk);
  to.writeUInt16LE(head.chunks, OFFSETS.chunks);
  to.writeUInt32LE(head.totalBytes, OFFSETS.totalBytes);
  to.write(head.payloadHash, OFFSETS.payloadHash, 32, "hex");
  to.writeUInt32LE(head.crc, OFFSETS.crc);
  to.set(certificate, OFFSETS.certificate);
}

/**
 * Reads the fixed head of a message of at least `OVERHEAD_BYTES`, and checks all that the bytes alone can tell. @throws Refusal `length`, `format`, `unknown`
 */
export function readHead(bytes: Buffer): HeadFields {
  const magic = bytes.toString("latin1", 0, 4);
  if (magic !== MAGIC) {
    if (magic.startsWith("MRW")) throw new Refusal("unknown", "another version of the envelope", { expected: MAGIC });
    throw new Refusal("format", "no envelope", { where: "byte 0", expected: MAGIC });
  }
  const kind = KINDS[bytes[OFFSETS.kind] as number];
  if (kind === undefined) throw unknown("kind", bytes[OFFSETS.kind] as number);
  const flags = bytes.readUInt16LE(OFFSETS.flags);
  if (flags & MUST_UNDERSTAND & ~KNOWN_FLAGS) throw unknown("flag", flags);
  const encodingNumber = bytes[OFFSETS.encoding] as number;
  const encoding = ENCODINGS.get(encodingNumber);
  if (encoding === undefined) throw unknown("encoding", encodingNumber);
  const head: HeadFields = {
    kind,
    flags,
    encoding,
    fingerprint: hexOf(bytes, OFFSETS.fingerprint, 16),
    nodeHash: hexOf(bytes, OFFSETS.nodeHash, 8),
    session: bytes.readUInt32LE(OFFSETS.session),
    seq: u64(bytes, OFFSETS.seq, "seq"),
    term: bytes.readUInt32LE(OFFSETS.term),
    version: u64(bytes, OFFSETS.version, "version"),
    baseHash: hexOf(bytes, OFFSETS.baseHash, 16),
    samples: bytes.readUInt32LE(OFFSETS.samples),
    weightSum: bytes.readFloatLE(OFFSETS.weightSum),
    lossBefore: bytes.readFloatLE(OFFSETS.lossBefore),
    lossAfter: bytes.readFloatLE(OFFSETS.lossAfter),
    createdMs: u64(bytes, OFFSETS.createdMs, "created"),
    expiresMs: u64(bytes, OFFSETS.expiresMs, "expires"),
    chunk: bytes.readUInt16LE(OFFSETS.chunk),
    chunks: bytes.readUInt16LE(OFFSETS.chunks),
    totalBytes: bytes.readUInt32LE(OFFSETS.totalBytes),
    payloadHash: hexOf(bytes, OFFSETS.payloadHash, 32),
    crc: bytes.readUInt32LE(OFFSETS.crc),
  };
  checkPiece(head, bytes.length - OVERHEAD_BYTES);
  return head;
}

/** How many chunks a payload is cut into; an empty one is one empty chunk. */
export function chunksOf(totalBytes: number): number {
  return Math.max(1, Math.ceil(totalBytes / CHUNK_BYTES));
}

/** Bytes of one chunk of a payload. */
export function chunkBytes(totalBytes: number, chunk: number): number {
  return Math.min(CHUNK_BYTES, totalBytes - chunk * CHUNK_BYTES);
}

/** A whole number below 2^53 as 64 bits. */
export function writeU64(to: Buffer, value: number, offset: number): void {
  to.writeUInt32LE(value % TWO_32, offset);
  to.writeUInt32LE(Math.floor(value / TWO_32), offset + 4);
}

/** @throws Refusal `format` from 2^53 on */
export function u64(bytes: Buffer, offset: number, where: string): number {
  const value = bytes.readUInt32LE(offset + 4) * TWO_32 + bytes.readUInt32LE(offset);
  if (Number.isSafeInteger(value)) return value;
  throw new Refusal("format", "a number is too large", { where, expected: "below 2^53" });
}

// ---

const TWO_32 = 2 ** 32;
const ENCODINGS: ReadonlyMap<number, EncodingName> = new Map(
  Object.entries(ENCODING_NUMBERS).map(([name, number]) => [number, name as EncodingName]),
);

function checkPiece({ chunk, chunks, totalBytes }: Piece, actual: number): void {
  if (chunks !== chunksOf(totalBytes)) {
    throw new Refusal("format", "the count of chunks is not that of the payload", {
      expected: chunksOf(totalBytes),
      actual: chunks,
    });
  }
  if (chunk >= chunks) throw new Refusal("format", "no such chunk", { expected: `below ${chunks}`, actual: chunk });
  const expected = chunkBytes(totalBytes, chunk);
  if (actual !== expected) throw new Refusal("length", `chunk ${chunk} has another length`, { expected, actual });
}

function unknown(what: string, actual: number): Refusal {
  return new Refusal("unknown", `a ${what} this version does not know`, {
    actual,
    remedy: "Update this side of the fleet",
  });
}

function hexOf(bytes: Buffer, offset: number, length: number): Hex {
  return bytes.toString("hex", offset, offset + length);
}
