import {
  gapOf,
  isBodyWhole,
  KIND_GAP,
  RECORD_HEAD_BYTES,
  type RecordHead,
  readHead,
  readSegmentHeader,
  readSeq,
  SEGMENT_HEADER_BYTES,
} from "./format.ts";
import { type Piece, recordAt, type Stretch } from "./pieces.ts";
import type { Gap } from "./types.ts";

export interface Scan {
  readonly headerWhole: boolean;
  readonly pieces: readonly Piece[];
  /** Bytes that are neither header nor record nor the beginning of the last record. */
  readonly bad: readonly Stretch[];
  readonly records: number;
  readonly newGaps: readonly Gap[];
  readonly earlierGaps: readonly Gap[];
  /** `firstSeq - 1` where nothing is left. */
  readonly lastSeq: number;
  /** Bytes of a record whose writing was cut short; in the last segment only. */
  readonly tornBytes: number;
  /** Bad bytes reach the end, with no record or segment behind them. */
  readonly isEndBad: boolean;
  /** Highest seq of which a head, if not a record, was seen. */
  readonly highestHead: number;
  readonly firstArrivalMs: number | undefined;
  /** Of the last whole record; 0 where there is none. */
  readonly lastArrivalMs: number;
}

export interface Expected {
  readonly id: number;
  readonly firstSeq: number;
  /** First seq of the next segment; undefined for the last one. */
  readonly below: number | undefined;
}

/** Reads a whole segment file and says what in it holds. Changes nothing. */
export function scanSegment(bytes: Buffer, expected: Expected): Scan {
  const scanner = new Scanner(bytes, expected);
  scanner.run();
  return scanner;
}

class Scanner implements Scan {
  readonly headerWhole: boolean;
  readonly pieces: Piece[] = [];
  readonly bad: Stretch[] = [];
  readonly newGaps: Gap[] = [];
  readonly earlierGaps: Gap[] = [];
  records = 0;
  tornBytes = 0;
  isEndBad = false;
  highestHead = 0;
  firstArrivalMs: number | undefined;
  lastArrivalMs = 0;
  readonly #bytes: Buffer;
  readonly #expected: Expected;
  #next: number;
  /** Where the whole records began that are being passed; -1: none are. */
  #wholeFrom = -1;

  constructor(bytes: Buffer, expected: Expected) {
    this.#bytes = bytes;
    this.#expected = expected;
    this.#next = expected.firstSeq;
    this.headerWhole = readSegmentHeader(bytes) !== undefined;
  }

  get lastSeq(): number {
    return this.#next - 1;
  }

  run(): void {
    const { below } = this.#expected;
    // Without a whole header its length is not known to be there: the search begins with the first byte.
    let offset = this.headerWhole ? SEGMENT_HEADER_BYTES : 0;
    while (offset < this.#bytes.length) {
      const found = this.#recordAt(offset) ?? this.#afterBadBytes(offset);
      if (found === undefined) break;
      offset = this.#take(found);
    }
    this.#endWhole(offset);
    if (below !== undefined && this.#next < below) this.#lose(below - 1, this.lastArrivalMs);
  }

  /** The next whole record behind bytes that are none; undefined where the file ends in them. */
  #afterBadBytes(offset: number): Found | undefined {
    const { id, below } = this.#expected;
    const bytes = this.#bytes;
    this.#endWhole(offset);
    if (below === undefined && isTorn(bytes, offset, id, this.#next)) {
      this.tornBytes = bytes.length - offset;
      return undefined;
    }
    for (let at = offset; at < bytes.length; at++) {
      const candidate = this.#mayBeHead(at) ? readHead(bytes, at, id) : undefined;
      if (candidate === undefined) continue;
      this.highestHead = Math.max(this.highestHead, candidate.seq);
      const found = this.#recordAt(at);
      if (found === undefined) continue;
      this.bad.push({ start: offset, end: at });
      return found;
    }
    this.bad.push({ start: offset, end: bytes.length });
    this.isEndBad = below === undefined;
    return undefined;
  }

  /** @returns the offset behind the record */
  #take({ at, head }: Found): number {
    if (head.seq > this.#next) {
      this.#endWhole(at);
      this.#lose(head.seq - 1, this.lastArrivalMs || head.arrivalMs);
    }
    if (this.#wholeFrom < 0) this.#wholeFrom = at;
    this.lastArrivalMs = head.arrivalMs;
    const gap = head.kind === KIND_GAP ? gapOf(recordAt(this.#bytes, at, head)) : undefined;
    if (gap === undefined) {
      this.records++;
      this.firstArrivalMs ??= head.arrivalMs;
    } else {
      this.earlierGaps.push(gap);
    }
    this.#next = (gap?.to ?? head.seq) + 1;
    return at + RECORD_HEAD_BYTES + head.bodyBytes;
  }

  #lose(to: number, arrivalMs: number): void {
    const gap: Gap = { from: this.#next, to, exact: true };
    this.newGaps.push(gap);
    this.pieces.push({ gap, arrivalMs });
    this.#next = to + 1;
  }

  #endWhole(end: number): void {
    if (this.#wholeFrom >= 0) this.pieces.push({ whole: { start: this.#wholeFrom, end } });
    this.#wholeFrom = -1;
  }

  /** A whole record that belongs here: not below what comes next, not of the next segment. */
  #recordAt(at: number): Found | undefined {
    const head = readHead(this.#bytes, at, this.#expected.id);
    if (head === undefined || !this.#isHere(head.seq) || !isBodyWhole(this.#bytes, at, head)) return undefined;
    return { at, head };
  }

  // A few comparisons before the CRC: the search goes byte by byte.
  #mayBeHead(at: number): boolean {
    const bytes = this.#bytes;
    if (at + RECORD_HEAD_BYTES > bytes.length) return false;
    if (bytes[at + 21] !== 0 || bytes[at + 22] !== 0 || bytes[at + 23] !== 0) return false;
    return this.#isHere(readSeq(bytes, at + 4));
  }

  #isHere(seq: number): boolean {
    return seq >= this.#next && seq < (this.#expected.below ?? Number.POSITIVE_INFINITY);
  }
}

interface Found {
  readonly at: number;
  readonly head: RecordHead;
}

// The end of the last segment is torn when it is the beginning of the record that had to come next.
function isTorn(bytes: Buffer, offset: number, id: number, next: number): boolean {
  if (bytes.length - offset < RECORD_HEAD_BYTES || bytes.length < SEGMENT_HEADER_BYTES) return true;
  const head = readHead(bytes, offset, id);
  return head?.seq === next && offset + RECORD_HEAD_BYTES + head.bodyBytes > bytes.length;
}
