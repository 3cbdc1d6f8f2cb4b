import { crc32 as crcOfMany } from "node:zlib";
import { crc32 as crcOfFew } from "../crc.ts";
import type { Gap, JournalEntry, JournalRecord } from "./types.ts";

/** The kind of a record that stands for records that are gone. */
export const KIND_GAP = 0;
/** Longest body of a record. */
export const MAX_BODY_BYTES: number = 64 * 1024 * 1024;

export const FORMAT_VERSION = 1;
export const SEGMENT_HEADER_BYTES = 40;
export const RECORD_HEAD_BYTES = 32;
export const GAP_BODY_BYTES = 16;

const MAGIC = Buffer.from("MILRJRNL", "latin1");
const TWO_32 = 2 ** 32;

/** The fields in front of a record's body; every number little-endian, as `docs/journal.md` draws them. */
export interface RecordHead {
  readonly seq: number;
  readonly arrivalMs: number;
  readonly kind: number;
  readonly bodyBytes: number;
}

export interface SegmentHeader {
  readonly version: number;
  /** Drawn once for a journal; every CRC of a record begins with it. */
  readonly id: number;
  readonly firstSeq: number;
  readonly startedMs: number;
}

export function segmentHeader({ id, firstSeq, startedMs }: Omit<SegmentHeader, "version">): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(FORMAT_VERSION, 8);
  header.writeUInt32LE(id, 12);
  writeSeq(header, firstSeq, 16);
  header.writeDoubleLE(startedMs, 24);
  header.writeUInt32LE(crcOfFew(header.subarray(0, 36)), 36);
  return header;
}

/** Undefined where the bytes are no whole header. The place of version and CRC is the same in every version. */
export function readSegmentHeader(bytes: Buffer): SegmentHeader | undefined {
  if (bytes.length < SEGMENT_HEADER_BYTES || bytes.compare(MAGIC, 0, 8, 0, 8) !== 0) return undefined;
  if (bytes.readUInt32LE(36) !== crcOfFew(bytes.subarray(0, 36))) return undefined;
  return {
    version: bytes.readUInt32LE(8),
    id: bytes.readUInt32LE(12),
    firstSeq: readSeq(bytes, 16),
    startedMs: bytes.readDoubleLE(24),
  };
}

export function recordBytes(body: Uint8Array): number {
  return RECORD_HEAD_BYTES + body.length;
}

/** Writes a record at `offset` and returns the offset behind it. */
export function writeRecord(to: Buffer, offset: number, id: number, seq: number, entry: JournalEntry): number {
  const { kind, arrivalMs, body } = entry;
  to.writeUInt32LE(body.length, offset);
  writeSeq(to, seq, offset + 4);
  to.writeDoubleLE(arrivalMs, offset + 12);
  to.writeUInt32LE(kind, offset + 20);
  const headCrc = crcOfFew(to, id, offset, offset + 24);
  to.writeUInt32LE(headCrc, offset + 24);
  to.writeUInt32LE(crcOf(body, headCrc), offset + 28);
  to.set(body, offset + RECORD_HEAD_BYTES);
  return offset + RECORD_HEAD_BYTES + body.length;
}

/** Undefined where no whole head stands at `offset`; the body may still be cut off or damaged. */
export function readHead(bytes: Buffer, offset: number, id: number): RecordHead | undefined {
  if (offset + RECORD_HEAD_BYTES > bytes.length) return undefined;
  // Three bytes of 0 behind the kind: what makes the search for the next head cheap.
  const kind = bytes.readUInt32LE(offset + 20);
  const bodyBytes = bytes.readUInt32LE(offset);
  if (kind > 255 || bodyBytes > MAX_BODY_BYTES) return undefined;
  if (bytes.readUInt32LE(offset + 24) !== crcOfFew(bytes, id, offset, offset + 24)) return undefined;
  return { seq: readSeq(bytes, offset + 4), arrivalMs: bytes.readDoubleLE(offset + 12), kind, bodyBytes };
}

export function isBodyWhole(bytes: Buffer, offset: number, { bodyBytes }: RecordHead): boolean {
  const start = offset + RECORD_HEAD_BYTES;
  if (start + bodyBytes > bytes.length) return false;
  return (
    bytes.readUInt32LE(offset + 28) === crcOf(bytes.subarray(start, start + bodyBytes), bytes.readUInt32LE(offset + 24))
  );
}

export function gapBody({ to, exact }: Gap): Buffer {
  const body = Buffer.alloc(GAP_BODY_BYTES);
  writeSeq(body, to, 0);
  body.writeUInt32LE(exact ? 1 : 0, 8);
  return body;
}

/** What a record of kind 0 stands for; undefined for any other record. */
export function gapOf({ kind, seq, body }: JournalRecord): Gap | undefined {
  if (kind !== KIND_GAP || body.length < GAP_BODY_BYTES) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return { from: seq, to: readSeq(bytes, 0), exact: (bytes.readUInt32LE(8) & 1) === 1 };
}

/** Seq as u64: a number holds the 53 bits that can ever be reached. */
export function writeSeq(to: Buffer, seq: number, offset: number): void {
  to.writeUInt32LE(seq % TWO_32, offset);
  to.writeUInt32LE(Math.floor(seq / TWO_32), offset + 4);
}

export function readSeq(from: Buffer, offset: number): number {
  return from.readUInt32LE(offset) + TWO_32 * from.readUInt32LE(offset + 4);
}

// A call of zlib costs as much as some 60 bytes by the table.
function crcOf(bytes: Uint8Array, seed: number): number {
  return bytes.length < 64 ? crcOfFew(bytes, seed) : crcOfMany(bytes, seed);
}
