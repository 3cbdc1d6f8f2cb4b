import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { keepDamaged } from "./damaged.ts";
import { journalError, writeWhole } from "./files.ts";
import type { Findings } from "./findings.ts";
import { recordBytes, SEGMENT_HEADER_BYTES, segmentHeader, writeRecord } from "./format.ts";
import { type GapPiece, gapEntry } from "./pieces.ts";
import { type Scan, scanSegment } from "./scan.ts";
import type { Segment } from "./segment.ts";

export interface RepairContext {
  readonly id: number;
  /** Undefined: nothing is written, damage is skipped when reading. */
  readonly damagedFolder: string | undefined;
  readonly findings: Findings;
  readonly now: () => number;
}

/**
 * Reads a segment whole and puts it right: bad bytes are copied to `damaged/` first, then the file is replaced by one
 * of whole records with a gap where records are gone. Interrupted anywhere, it begins again and comes to the same end.
 * @param below first seq of the next segment; undefined for the last one
 */
export function checkSegment(segment: Segment, below: number | undefined, context: RepairContext): Scan {
  const { id, damagedFolder, findings } = context;
  const bytes = readFileSync(segment.path);
  const scan = scanSegment(bytes, { id, firstSeq: segment.firstSeq, below });
  segment.lastSeq = scan.lastSeq;
  segment.bytes = bytes.length - scan.tornBytes;
  if (!scan.headerWhole) segment.startedMs = scan.firstArrivalMs ?? context.now();
  if (damagedFolder === undefined) {
    segment.pieces = scan.pieces;
  } else {
    try {
      repair(segment, bytes, scan, damagedFolder, context);
    } catch (cause) {
      throw journalError(
        "a damaged segment cannot be repaired",
        segment.path,
        cause,
        "Nothing is lost by trying again.",
      );
    }
  }
  segment.checked = true;
  findings.add(scan);
  return scan;
}

function repair(segment: Segment, bytes: Buffer, scan: Scan, damagedFolder: string, context: RepairContext): void {
  const name = basename(segment.path, ".journal");
  const kept = scan.bad.map(({ start, end }) =>
    keepDamaged(damagedFolder, `${name}-at-${start}`, bytes.subarray(start, end)),
  );
  if (scan.bad.length > 0 || scan.newGaps.length > 0 || !scan.headerWhole) {
    const whole = rebuilt(segment, bytes, scan, context.id);
    writeWhole(segment.path, whole);
    segment.bytes = whole.length;
  } else if (scan.tornBytes > 0) {
    truncate(segment.path, segment.bytes);
  }
  context.findings.movedTo.push(...kept);
}

function rebuilt({ firstSeq, startedMs }: Segment, bytes: Buffer, scan: Scan, id: number): Buffer {
  const header = scan.headerWhole
    ? bytes.subarray(0, SEGMENT_HEADER_BYTES)
    : segmentHeader({ id, firstSeq, startedMs });
  const parts = scan.pieces.map((piece) =>
    "gap" in piece ? gapRecord(id, piece) : bytes.subarray(piece.whole.start, piece.whole.end),
  );
  return Buffer.concat([header, ...parts]);
}

function gapRecord(id: number, piece: GapPiece): Buffer {
  const entry = gapEntry(piece);
  const bytes = Buffer.alloc(recordBytes(entry.body));
  writeRecord(bytes, 0, id, piece.gap.from, entry);
  return bytes;
}

function truncate(path: string, length: number): void {
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
