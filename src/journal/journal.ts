import { rmSync } from "node:fs";
import { MillraceError, show } from "../errors.ts";
import { JournalEnd } from "./end.ts";
import { journalError, syncFolder } from "./files.ts";
import { gapOf, MAX_BODY_BYTES } from "./format.ts";
import { type GapPiece, gapEntry } from "./pieces.ts";
import { readSegment } from "./reader.ts";
import { type Recovered, recover } from "./recover.ts";
import { checkSegment } from "./repair.ts";
import type { Gap, JournalEntry, JournalOptions, JournalRecord, Recovery, SegmentInfo } from "./types.ts";

const SEGMENT_BYTES = 16 * 1024 * 1024;
const SEGMENT_AGE_MS = 86_400_000;

/**
 * An append-only journal in a folder: contiguous records in segment files, each with its length, seq and CRC-32.
 * What `append` has returned survives a kill; a power cut may cost the last second unless `fsync` is "always".
 * Hold the lock of the folder (`lockFolder`) while it is open for writing.
 */
export class Journal implements Disposable {
  readonly #directory: string;
  readonly #recovered: Recovered;
  /** Undefined when read only. */
  readonly #end: JournalEnd | undefined;
  #isClosed = false;

  private constructor(directory: string, options: JournalOptions) {
    const { fsync = "interval", segmentBytes = SEGMENT_BYTES, segmentAgeMs = SEGMENT_AGE_MS } = options;
    const { now = Date.now, readOnly = false } = options;
    this.#directory = directory;
    this.#recovered = recovered(directory, { ...options, now });
    const { endGap } = this.#recovered;
    if (!readOnly) this.#end = new JournalEnd(directory, this.#recovered, { fsync, segmentBytes, segmentAgeMs, now });
    try {
      if (endGap !== undefined) this.#closeGap(endGap);
      this.#end?.mark(false);
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /**
   * Opens the journal of a folder, or begins one, and puts right what a kill or a bad disk left: `recovery` tells.
   * @throws MillraceError `E_VERSION` where a newer program wrote it, `E_FORMAT` where a segment was renamed: nothing is
   * changed then; `E_JOURNAL` where it cannot be repaired or written, which can be tried again
   */
  static open(directory: string, options: JournalOptions = {}): Journal {
    return new Journal(directory, options);
  }

  /** Grows when a segment before `trustBefore` is first read and found damaged. */
  get recovery(): Recovery {
    return this.#recovered.context.findings;
  }

  /** The first record that retention has left. */
  get firstSeq(): number {
    return this.#recovered.segments[0]?.firstSeq ?? 1;
  }

  /** What the next record will be called. */
  get nextSeq(): number {
    return (this.#recovered.segments.at(-1)?.lastSeq ?? 0) + 1;
  }

  /** False after a write or a sync failed, until one works again; false when read only or closed. */
  get writable(): boolean {
    return this.#end !== undefined && !this.#isClosed && this.#end.isWritable;
  }

  /**
   * Writes one record, in one call of the system, and returns its seq.
   * @throws MillraceError `E_JOURNAL` where it cannot be written: nothing of it stays, and the next call tries again;
   * `E_VALUE` where kind, time or length is out of range; `E_CLOSED`
   */
  append(kind: number, arrivalMs: number, body: Uint8Array): number {
    return this.appendAll([{ kind, arrivalMs, body }]);
  }

  /**
   * Writes records that were gathered, in one call of the system: all of them or none.
   * @returns the seq of the first, or `nextSeq` for an empty list
   * @throws MillraceError as `append`
   */
  appendAll(entries: readonly JournalEntry[]): number {
    for (const entry of entries) checkEntry(entry);
    const end = this.#open();
    const first = end.nextSeq;
    if (entries.length > 0) end.append(entries);
    return first;
  }

  /**
   * Makes sure that `seq` is behind: whoever holds a snapshot knows by it which records have existed, and a journal that
   * has lost its end without a trace must not give their numbers out again.
   * @returns the gap that was closed, if there was one
   */
  reach(seq: number): Gap | undefined {
    if (seq < this.nextSeq) return undefined;
    const gap: Gap = { from: this.nextSeq, to: seq, exact: false };
    this.#closeGap({ gap, arrivalMs: this.#end?.lastArrivalMs ?? this.#recovered.lastArrivalMs });
    return gap;
  }

  /**
   * The records from `fromSeq` on, or from `firstSeq` where that is higher; records appended meanwhile come too.
   * A gap comes as kind 0, also where `fromSeq` lies inside it.
   * @throws MillraceError `E_CRC` where a segment was damaged after it was checked
   */
  *read(fromSeq: number): Generator<JournalRecord> {
    if (this.#isClosed) throw closed(this.#directory);
    const { segments, context } = this.#recovered;
    let next = Math.max(fromSeq, this.firstSeq);
    while (next < this.nextSeq) {
      const index = segments.findLastIndex(({ firstSeq }) => firstSeq <= next);
      const segment = segments[index];
      if (segment === undefined) return;
      if (!segment.checked) checkSegment(segment, segments[index + 1]?.firstSeq, context);
      for (const record of readSegment(segment, context.id, next)) {
        next = (gapOf(record)?.to ?? record.seq) + 1;
        yield record;
      }
    }
  }

  /** Brings everything appended to the disk, whatever `fsync` says. */
  sync(): void {
    this.#open().sync();
  }

  /** As `sync`, beside the work: what was appended before the call is on the disk when it is done. */
  async syncAside(): Promise<void> {
    await this.#open().syncAside();
  }

  /** Closes the segment and begins the next one; nothing happens while it holds no record. */
  rotate(): void {
    this.#open().rotate();
  }

  /** By first seq; the last one is being written. */
  segments(): readonly SegmentInfo[] {
    return this.#recovered.segments.map(({ firstSeq, lastSeq, bytes, startedMs }) => {
      return { firstSeq, lastSeq, bytes, startedMs };
    });
  }

  /**
   * Deletes the oldest segment. Its records are gone: the caller has made sure that nobody needs them.
   * @throws MillraceError `E_VALUE` for any but the oldest, and for the one being written
   */
  dropSegment(firstSeq: number): void {
    const end = this.#open();
    const [oldest, next] = this.#recovered.segments;
    if (oldest?.firstSeq !== firstSeq || next === undefined) {
      throw new MillraceError("E_VALUE", "only the oldest segment can be dropped, and not the one being written", {
        where: "dropSegment",
        expected: next === undefined ? "more than one segment" : `firstSeq ${oldest?.firstSeq}`,
        actual: firstSeq,
      });
    }
    end.raiseFloor(next.firstSeq);
    try {
      rmSync(oldest.path, { force: true });
    } catch (cause) {
      throw journalError("a segment cannot be deleted", oldest.path, cause);
    }
    syncFolder(this.#directory);
    this.#recovered.segments.shift();
  }

  /** Syncs, and says that nothing more is to come: a loss found at the next start is then counted exactly. */
  markCleanStop(): void {
    this.#open().sync();
    this.#open().mark(true);
  }

  /** Syncs and closes the files; a clean stop only where `markCleanStop` came last. Twice does nothing. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#end?.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #open(): JournalEnd {
    if (this.#isClosed) throw closed(this.#directory);
    if (this.#end !== undefined) return this.#end;
    throw new MillraceError("E_JOURNAL", "the journal was opened to be read only", { where: this.#directory });
  }

  #closeGap(piece: GapPiece): void {
    const { segments, context } = this.#recovered;
    const last = segments.at(-1);
    if (this.#end !== undefined) {
      this.#end.append([gapEntry(piece)], piece.gap.to);
    } else if (last !== undefined) {
      last.pieces = [...(last.pieces ?? []), piece];
      last.lastSeq = piece.gap.to;
    }
    context.findings.gaps.push(piece.gap);
  }
}

function recovered(directory: string, options: Parameters<typeof recover>[1]): Recovered {
  try {
    return recover(directory, options);
  } catch (cause) {
    if (cause instanceof MillraceError) throw cause;
    throw journalError("the journal cannot be opened", directory, cause);
  }
}

function closed(directory: string): MillraceError {
  return new MillraceError("E_CLOSED", "the journal is closed", { where: directory });
}

function checkEntry({ kind, arrivalMs, body }: JournalEntry): void {
  const refuse = (where: string, expected: string, actual: unknown): never => {
    throw new MillraceError("E_VALUE", "no record of the journal", { where, expected, actual: show(actual) });
  };
  if (!Number.isInteger(kind) || kind < 1 || kind > 255) refuse("kind", "a whole number from 1 to 255", kind);
  if (!Number.isFinite(arrivalMs)) refuse("arrivalMs", "ms since 1970 UTC", arrivalMs);
  if (!(body instanceof Uint8Array)) refuse("body", "a Uint8Array", body);
  if (body.length > MAX_BODY_BYTES) refuse("body", `at most ${MAX_BODY_BYTES} bytes`, body.length);
}
