/** One record as it stands in the journal. A gap comes as `kind` 0: `gapOf` reads it. */
export interface JournalRecord {
  /** From 1, without holes: a gap stands for the records it names. */
  readonly seq: number;
  /** ms since 1970 UTC, as given to `append`. */
  readonly arrivalMs: number;
  /** 0 to 255; 0 is a gap and cannot be appended. */
  readonly kind: number;
  readonly body: Uint8Array;
}

/** What `append` takes. */
export interface JournalEntry {
  readonly kind: number;
  readonly arrivalMs: number;
  readonly body: Uint8Array;
}

/** Records that are gone, both ends included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** False: at least these, perhaps more behind them. */
  readonly exact: boolean;
}

/** What opening found, and what it did about it. */
export interface Recovery {
  /** Whole records in the segments that were checked. */
  readonly records: number;
  /** Gaps found and closed by this opening. */
  readonly gaps: readonly Gap[];
  /** Gaps closed by earlier openings, still in the journal. */
  readonly earlierGaps: readonly Gap[];
  /** Bytes that are no record, copied to `damaged/`. */
  readonly damagedBytes: number;
  /** The files of `damaged/` that hold them. */
  readonly movedTo: readonly string[];
  /** Records gone according to `gaps`; `exact: false` reads "at least". */
  readonly lost: { readonly count: number; readonly exact: boolean };
  /** Bytes of an unfinished record cut off the end: a write that a kill interrupted, never acknowledged. */
  readonly truncatedTail: number;
}

/** A file of the journal. */
export interface SegmentInfo {
  readonly firstSeq: number;
  /** `firstSeq - 1` while it is empty. */
  readonly lastSeq: number;
  readonly bytes: number;
  readonly startedMs: number;
}

export interface JournalOptions {
  /** "interval" (default): to the disk each second; "always": before `append` returns. */
  readonly fsync?: "interval" | "always";
  /** Size a segment is closed at; default 16 MiB. */
  readonly segmentBytes?: number;
  /** Age a segment is closed at when the next record comes; default a day. */
  readonly segmentAgeMs?: number;
  /** ms since 1970 UTC. */
  readonly now?: () => number;
  /**
   * Segments that end before this seq are checked when they are first read, not when the journal is opened:
   * a restart then takes no longer than what it has to replay.
   */
  readonly trustBefore?: number;
  /** Changes nothing on the disk: damage is reported, and skipped when reading. Appending is refused. */
  readonly readOnly?: boolean;
}
