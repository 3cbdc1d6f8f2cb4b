import { gapBody, KIND_GAP, RECORD_HEAD_BYTES, type RecordHead } from "./format.ts";
import type { Gap, JournalEntry, JournalRecord } from "./types.ts";

/** Bytes of a segment file, `end` excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Records that are gone, with the time of their neighbour: whoever reads up to a moment reads on behind them. */
export interface GapPiece {
  readonly gap: Gap;
  readonly arrivalMs: number;
}

/** What a segment is made of, in order: whole records side by side, or records that are gone. */
export type Piece = { readonly whole: Stretch } | GapPiece;

/** A gap as it is appended. */
export function gapEntry({ gap, arrivalMs }: GapPiece): JournalEntry {
  return { kind: KIND_GAP, arrivalMs, body: new Uint8Array(gapBody(gap)) };
}

/** A record with a body of its own: the bytes it came from may go. */
export function recordAt(
  bytes: Buffer,
  offset: number,
  { seq, arrivalMs, kind, bodyBytes }: RecordHead,
): JournalRecord {
  const start = offset + RECORD_HEAD_BYTES;
  const body = new Uint8Array(bodyBytes);
  bytes.copy(body, 0, start, start + bodyBytes);
  return { seq, arrivalMs, kind, body };
}
