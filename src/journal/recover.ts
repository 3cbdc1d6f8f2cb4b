import { randomInt } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { MillraceError } from "../errors.ts";
import { hexadecimal } from "../text.ts";
import { keepDamaged } from "./damaged.ts";
import { makeFolder, syncFolder, UNFINISHED, writeWhole } from "./files.ts";
import { Findings } from "./findings.ts";
import { FORMAT_VERSION, SEGMENT_HEADER_BYTES, segmentHeader } from "./format.ts";
import { type FoundMark, MARK_FILE, type Mark, newerVersion, readMark } from "./mark.ts";
import type { GapPiece } from "./pieces.ts";
import { checkSegment, type RepairContext } from "./repair.ts";
import type { Scan } from "./scan.ts";
import { listSegmentFiles, readHeaderOf, type Segment, segmentName } from "./segment.ts";
import type { Gap, JournalOptions } from "./types.ts";

/** A journal put right, as it lies on the disk. */
export interface Recovered {
  readonly context: RepairContext;
  /** In order; at least one unless nothing may be written. */
  readonly segments: Segment[];
  /** Records known to be gone behind the last one: to be appended as a gap. */
  readonly endGap: GapPiece | undefined;
  readonly lastArrivalMs: number;
  readonly floorSeq: number;
  readonly markCount: number;
}

const DAMAGED = "damaged";

/** Everything is looked at before anything is changed: a version too new leaves the folder as it was. */
export function recover(directory: string, options: JournalOptions & { now: () => number }): Recovered {
  const { readOnly = false, now } = options;
  const damagedFolder = readOnly ? undefined : join(directory, DAMAGED);
  if (!readOnly) makeFolder(directory);
  const files = existsSync(directory) ? listSegmentFiles(directory) : [];
  const found = readMark(directory);
  const id = idOf(directory, files, found);
  // Never of another journal: a mark copied here by mistake would claim losses.
  const known = found?.mark?.id === id ? found : undefined;
  const segments = files.map(({ path, firstSeq }) => segmentAt(path, firstSeq, id));
  const context: RepairContext = { id, damagedFolder, findings: new Findings(), now };

  if (damagedFolder !== undefined) {
    removeUnfinished(directory);
    if (found !== undefined && (known === undefined || !found.isWhole)) keepMark(found.bytes, damagedFolder, context);
  }
  const floorSeq = known?.mark?.floorSeq ?? segments[0]?.firstSeq ?? 1;
  if (!readOnly) removeDropped(directory, segments, floorSeq);
  if (segments[0] === undefined || segments[0].firstSeq > floorSeq) {
    const front = frontSegment(directory, floorSeq, segments[0], context, known?.mark);
    if (front !== undefined) segments.unshift(front);
  }
  const last = checkAll(segments, context, options.trustBefore ?? 0);
  const endGap = last === undefined ? undefined : gapAtEnd(last, known?.mark, context.findings);
  // A mark is written before the first record: where it is gone, so may be what it knew of the end.
  if (known?.isWhole !== true && (segments.at(-1)?.lastSeq ?? 0) > 0) context.findings.leaveEndUnknown();
  const lastArrivalMs = last?.lastArrivalMs ?? 0;
  return { context, segments, endGap, lastArrivalMs, floorSeq, markCount: known?.count ?? 0 };
}

function idOf(directory: string, files: { path: string; id: number }[], found: FoundMark | undefined): number {
  const ids = [...new Set(files.map(({ id }) => id))];
  if (ids.length > 1) {
    throw new MillraceError("E_JOURNAL", "segments of several journals in one folder", {
      where: directory,
      expected: "one id in the names",
      actual: ids.map(hexadecimal).join(", "),
      remedy: "Move the files of all but one away; nothing was changed.",
    });
  }
  // Never 0: a stretch of zeros must not look like a head.
  return ids[0] ?? found?.mark?.id ?? randomInt(1, 2 ** 32);
}

function segmentAt(path: string, firstSeq: number, id: number): Segment {
  const header = readHeaderOf(path);
  if (header !== undefined && header.version > FORMAT_VERSION) throw newerVersion(path, header.version);
  if (header !== undefined && (header.firstSeq !== firstSeq || header.id !== id)) {
    throw new MillraceError("E_FORMAT", "the segment has another name than it was written with", {
      where: path,
      expected: segmentName(header.firstSeq, header.id),
      remedy: "Give it its name back; nothing was changed.",
    });
  }
  const bytes = statSync(path).size;
  return { path, firstSeq, lastSeq: firstSeq - 1, bytes, startedMs: header?.startedMs ?? 0, checked: false };
}

function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (name.endsWith(UNFINISHED)) rmSync(join(directory, name), { force: true });
  }
}

function keepMark(bytes: Buffer, folder: string, { findings }: RepairContext): void {
  findings.damagedBytes += bytes.length;
  findings.movedTo.push(keepDamaged(folder, MARK_FILE, bytes));
}

// Retention writes the mark first: what lies below it was meant to go.
function removeDropped(directory: string, segments: Segment[], floorSeq: number): void {
  while (segments[1] !== undefined && segments[1].firstSeq <= floorSeq) {
    rmSync((segments.shift() as Segment).path, { force: true });
    syncFolder(directory);
  }
}

/** The first segment of a new journal, or one that says that the first ones are gone. */
function frontSegment(
  directory: string,
  firstSeq: number,
  next: Segment | undefined,
  { id, damagedFolder, findings, now }: RepairContext,
  mark: Mark | undefined,
): Segment | undefined {
  const startedMs = next?.startedMs ?? now();
  const path = join(directory, segmentName(firstSeq, id));
  const segment = { path, firstSeq, lastSeq: firstSeq - 1, bytes: SEGMENT_HEADER_BYTES, startedMs, checked: false };
  if (damagedFolder !== undefined) {
    writeWhole(path, segmentHeader({ id, firstSeq, startedMs }));
    return segment;
  }
  const to = next === undefined ? (mark?.highSeq ?? 0) : next.firstSeq - 1;
  if (to < firstSeq) return undefined;
  const gap: Gap = { from: firstSeq, to, exact: next !== undefined || mark?.isCleanStop === true };
  findings.gaps.push(gap);
  return { ...segment, lastSeq: gap.to, checked: true, pieces: [{ gap, arrivalMs: startedMs }] };
}

function checkAll(segments: Segment[], context: RepairContext, trustBefore: number): Scan | undefined {
  let last: Scan | undefined;
  segments.forEach((segment, index) => {
    const below = segments[index + 1]?.firstSeq;
    // Without a whole header the time it was started is not known, and 0.
    const isTrusted = below !== undefined && below <= trustBefore && segment.startedMs > 0;
    if (isTrusted && !segment.checked) segment.lastSeq = below - 1;
    else if (!segment.checked) last = checkSegment(segment, below, context);
  });
  return last;
}

/** The records that the mark, or a head without its body, knows of and that are not there. */
function gapAtEnd(scan: Scan, mark: Mark | undefined, findings: Findings): GapPiece | undefined {
  const from = scan.lastSeq + 1;
  const to = Math.max(mark?.highSeq ?? 0, scan.highestHead);
  const isCountKnown = mark?.isCleanStop === true && mark.highSeq === to;
  // Bad bytes with nothing whole behind them: there may have been more than anybody wrote down.
  if (scan.isEndBad && mark?.isCleanStop !== true) findings.leaveEndUnknown();
  if (to < from) return undefined;
  return { gap: { from, to, exact: isCountKnown }, arrivalMs: scan.lastArrivalMs };
}
