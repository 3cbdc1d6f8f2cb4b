import { closeSync, openSync, readSync } from "node:fs";
import { MillraceError } from "../errors.ts";
import { gapOf, isBodyWhole, KIND_GAP, RECORD_HEAD_BYTES, readHead, SEGMENT_HEADER_BYTES } from "./format.ts";
import { gapEntry, recordAt, type Stretch } from "./pieces.ts";
import type { Segment } from "./segment.ts";
import type { JournalRecord } from "./types.ts";

const CHUNK_BYTES = 256 * 1024;

/**
 * The records of a checked segment from `fromSeq` on, in order. One chunk of the file is held at a time.
 * @throws MillraceError `E_CRC` where the file changed since it was checked
 */
export function* readSegment(segment: Segment, id: number, fromSeq: number): Generator<JournalRecord> {
  const pieces = segment.pieces ?? [{ whole: { start: SEGMENT_HEADER_BYTES, end: segment.bytes } }];
  const file = pieces.some((piece) => "whole" in piece) ? openSync(segment.path, "r") : undefined;
  try {
    for (const piece of pieces) {
      if (!("gap" in piece)) yield* readStretch(file as number, segment.path, id, piece.whole, fromSeq);
      else if (piece.gap.to >= fromSeq) yield { seq: piece.gap.from, ...gapEntry(piece) };
    }
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function* readStretch(
  file: number,
  path: string,
  id: number,
  { start, end }: Stretch,
  fromSeq: number,
): Generator<JournalRecord> {
  let chunk = Buffer.alloc(0);
  let chunkStart = start;
  // Brings `length` bytes from `offset` on into the chunk, where they are not there yet.
  const reach = (offset: number, length: number): number => {
    if (offset + length > chunkStart + chunk.length) {
      const bytes = Buffer.allocUnsafe(Math.min(Math.max(CHUNK_BYTES, length), end - offset));
      let done = 0;
      while (done < bytes.length) {
        const count = readSync(file, bytes, done, bytes.length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
      chunk = bytes.subarray(0, done);
      chunkStart = offset;
    }
    return offset - chunkStart;
  };

  for (let offset = start; offset < end; ) {
    const headAt = reach(offset, Math.min(RECORD_HEAD_BYTES, end - offset));
    const head = readHead(chunk, headAt, id);
    const length = RECORD_HEAD_BYTES + (head?.bodyBytes ?? 0);
    if (head === undefined || offset + length > end) throw changed(path, offset);
    if (head.seq >= fromSeq || head.kind === KIND_GAP) {
      const at = reach(offset, length);
      if (!isBodyWhole(chunk, at, head)) throw changed(path, offset);
      const record = recordAt(chunk, at, head);
      if (head.seq >= fromSeq || (gapOf(record)?.to ?? 0) >= fromSeq) yield record;
    }
    offset += length;
  }
}

function changed(path: string, offset: number): MillraceError {
  return new MillraceError("E_CRC", "the journal was damaged while it was open", {
    where: `${path}, byte ${offset}`,
    remedy: "Open the journal again: it copies the bad bytes away and says what is gone.",
  });
}
