import { MillraceError } from "../errors.ts";
import { journalError } from "./files.ts";
import { recordBytes, SEGMENT_HEADER_BYTES, writeRecord } from "./format.ts";
import { MarkWriter } from "./mark.ts";
import type { Recovered } from "./recover.ts";
import type { Segment } from "./segment.ts";
import { SegmentWriter } from "./segment-writer.ts";
import type { JournalEntry, JournalOptions } from "./types.ts";

/** How often the mark is written and, with fsync "interval", the journal brought to the disk. */
const TICK_MS = 1000;
const KEPT_BUFFER_BYTES = 1024 * 1024;

export type EndOptions = Required<Pick<JournalOptions, "fsync" | "segmentBytes" | "segmentAgeMs" | "now">>;

/** Where the journal grows: the open segment, the mark, and the clock that drives both to the disk. */
export class JournalEnd {
  readonly #directory: string;
  readonly #options: EndOptions;
  readonly #id: number;
  readonly #segments: Segment[];
  readonly #mark: MarkWriter;
  #writer: SegmentWriter;
  #floorSeq: number;
  #buffer: Buffer = Buffer.allocUnsafe(64 * 1024);
  #tickedMs: number;
  #timer: NodeJS.Timeout | undefined;
  #failure: unknown;
  #lastArrivalMs: number;
  #isMarkedClean = false;

  /** @param recovered its `segments` are shared: the last one grows here */
  constructor(directory: string, recovered: Recovered, options: EndOptions) {
    this.#directory = directory;
    this.#options = options;
    this.#id = recovered.context.id;
    this.#segments = recovered.segments;
    this.#floorSeq = recovered.floorSeq;
    this.#lastArrivalMs = recovered.lastArrivalMs;
    this.#tickedMs = options.now();
    try {
      const { path, bytes } = this.#segment;
      this.#mark = new MarkWriter(directory, recovered.markCount);
      this.#writer = SegmentWriter.open(path, bytes);
    } catch (cause) {
      throw this.#unwritable(cause);
    }
  }

  get nextSeq(): number {
    return this.#segment.lastSeq + 1;
  }

  get lastArrivalMs(): number {
    return this.#lastArrivalMs;
  }

  get isWritable(): boolean {
    return this.#failure === undefined;
  }

  /** @param lastSeq of the last entry, where it stands for more than one */
  append(entries: readonly JournalEntry[], lastSeq: number = this.nextSeq + entries.length - 1): void {
    const length = entries.reduce((sum, { body }) => sum + recordBytes(body), 0);
    const buffer = this.#bufferOf(length);
    this.#attempt(() => {
      // After a failed sync nothing new is taken until the disk answers again.
      if (this.#failure !== undefined) this.#writer.sync();
      if (this.#isFull(length)) this.#beginSegment();
      if (this.#isMarkedClean) this.#writeMark(false);
      let offset = 0;
      let seq = this.nextSeq;
      for (const entry of entries) offset = writeRecord(buffer, offset, this.#id, seq++, entry);
      this.#writer.write(buffer, length, this.#options.fsync === "always");
    });
    this.#failure = undefined;
    this.#segment.lastSeq = lastSeq;
    this.#segment.bytes = this.#writer.end;
    this.#lastArrivalMs = entries.at(-1)?.arrivalMs ?? this.#lastArrivalMs;
    this.#keepTime();
  }

  sync(): void {
    this.#attempt(() => this.#writer.sync());
    this.#failure = undefined;
  }

  async syncAside(): Promise<void> {
    try {
      await this.#writer.syncAside();
    } catch (cause) {
      throw this.#unwritable(cause);
    }
  }

  rotate(): void {
    if (this.#isEmpty()) return;
    this.#attempt(() => this.#beginSegment());
  }

  /** On the disk before it returns: a segment missing above the floor is a loss. */
  raiseFloor(floorSeq: number): void {
    this.#floorSeq = floorSeq;
    this.mark(false);
  }

  mark(isCleanStop: boolean): void {
    this.#attempt(() => {
      this.#writeMark(isCleanStop);
      this.#mark.sync();
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    try {
      this.#attempt(() => this.#writer.sync());
    } finally {
      this.#writer.close();
      this.#mark.close();
    }
  }

  get #segment(): Segment {
    return this.#segments.at(-1) as Segment;
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (cause) {
      throw this.#unwritable(cause);
    }
  }

  #isEmpty(): boolean {
    return this.#writer.end === SEGMENT_HEADER_BYTES;
  }

  #isFull(length: number): boolean {
    const { segmentBytes, segmentAgeMs, now } = this.#options;
    if (this.#isEmpty()) return false;
    return this.#writer.end + length > segmentBytes || now() - this.#segment.startedMs >= segmentAgeMs;
  }

  #beginSegment(): void {
    this.#writer.sync();
    const header = { id: this.#id, firstSeq: this.nextSeq, startedMs: this.#options.now() };
    const writer = SegmentWriter.create(this.#directory, header);
    this.#writer.close();
    this.#writer = writer;
    const { path, end: bytes } = writer;
    const { firstSeq, startedMs } = header;
    this.#segments.push({ path, firstSeq, lastSeq: firstSeq - 1, bytes, startedMs, checked: true });
  }

  // The timer serves a journal that has gone quiet; a loop that never lets it run is served here.
  #keepTime(): void {
    if (Math.abs(this.#options.now() - this.#tickedMs) >= TICK_MS) this.#tick();
    else this.#timer ??= setTimeout(() => this.#tick(), TICK_MS).unref();
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tickedMs = this.#options.now();
    try {
      this.#writeMark(false);
    } catch (cause) {
      this.#failure = cause;
    }
    this.#writer.syncAside().catch((cause: unknown) => {
      this.#failure = cause;
    });
  }

  #writeMark(isCleanStop: boolean): void {
    const { now } = this.#options;
    const [id, floorSeq, highSeq] = [this.#id, this.#floorSeq, this.nextSeq - 1];
    this.#mark.write({ id, highSeq, floorSeq, atMs: now(), isCleanStop });
    this.#isMarkedClean = isCleanStop;
  }

  #bufferOf(length: number): Buffer {
    if (length <= this.#buffer.length) return this.#buffer;
    const buffer = Buffer.allocUnsafe(length);
    if (length <= KEPT_BUFFER_BYTES) this.#buffer = buffer;
    return buffer;
  }

  #unwritable(cause: unknown): MillraceError {
    if (cause instanceof MillraceError) return cause;
    this.#failure = cause;
    const remedy = "Nothing of it was kept; make room or mend the disk, and the next call goes on.";
    return journalError("the journal cannot be written", this.#directory, cause, remedy);
  }
}
