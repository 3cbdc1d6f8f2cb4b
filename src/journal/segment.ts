import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { hexadecimal } from "../text.ts";
import { readSegmentHeader, SEGMENT_HEADER_BYTES, type SegmentHeader } from "./format.ts";
import type { Piece } from "./pieces.ts";

/** A file of the journal as it is known now. */
export interface Segment {
  readonly path: string;
  readonly firstSeq: number;
  lastSeq: number;
  bytes: number;
  startedMs: number;
  /** False: its records have not been looked at since the journal was opened. */
  checked: boolean;
  /** Set where damage is skipped instead of repaired. */
  pieces?: readonly Piece[];
}

const NAME = /^(\d{16})-([0-9a-f]{8})\.journal$/;

/** First seq and the journal's id: a file whose header is destroyed still says where it belongs. */
export function segmentName(firstSeq: number, id: number): string {
  return `${String(firstSeq).padStart(16, "0")}-${hexadecimal(id)}.journal`;
}

/** By first seq. */
export function listSegmentFiles(directory: string): { path: string; firstSeq: number; id: number }[] {
  return readdirSync(directory)
    .map((name) => NAME.exec(name))
    .filter((match) => match !== null)
    .map(([name, firstSeq, id]) => ({
      path: join(directory, name),
      firstSeq: Number(firstSeq),
      id: Number.parseInt(id as string, 16),
    }))
    .sort((a, b) => a.firstSeq - b.firstSeq || a.id - b.id);
}

export function readHeaderOf(path: string): SegmentHeader | undefined {
  const bytes = Buffer.alloc(SEGMENT_HEADER_BYTES);
  const file = openSync(path, "r");
  try {
    return readSegmentHeader(bytes.subarray(0, readSync(file, bytes, 0, SEGMENT_HEADER_BYTES, 0)));
  } finally {
    closeSync(file);
  }
}
