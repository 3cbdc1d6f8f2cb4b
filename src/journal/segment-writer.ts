import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { removeQuietly, syncFolder, writeAll } from "./files.ts";
import { SEGMENT_HEADER_BYTES, type SegmentHeader, segmentHeader } from "./format.ts";
import { segmentName } from "./segment.ts";

/** The file records are appended to. Errors of the system pass through. */
export class SegmentWriter {
  readonly path: string;
  readonly #file: number;
  #end: number;
  #syncedEnd: number;
  #hasLeftovers = false;
  #syncing = 0;
  #isClosed = false;

  private constructor(path: string, file: number, end: number) {
    this.path = path;
    this.#file = file;
    this.#end = end;
    this.#syncedEnd = end;
  }

  /** A new file, on the disk with its name before the first record comes. */
  static create(directory: string, header: Omit<SegmentHeader, "version">): SegmentWriter {
    const path = join(directory, segmentName(header.firstSeq, header.id));
    const file = openSync(path, "wx+");
    try {
      writeAll(file, segmentHeader(header), SEGMENT_HEADER_BYTES, 0);
      fdatasyncSync(file);
    } catch (cause) {
      closeSync(file);
      removeQuietly(path);
      throw cause;
    }
    syncFolder(directory);
    return new SegmentWriter(path, file, SEGMENT_HEADER_BYTES);
  }

  static open(path: string, end: number): SegmentWriter {
    return new SegmentWriter(path, openSync(path, "r+"), end);
  }

  get end(): number {
    return this.#end;
  }

  /** All of it or nothing: what was written of it is cut off again, at the latest by the next call. */
  write(bytes: Buffer, length: number, isSynced: boolean): void {
    this.#cutLeftovers();
    try {
      this.#hasLeftovers = true;
      writeAll(this.#file, bytes, length, this.#end);
      if (isSynced) fdatasyncSync(this.#file);
    } catch (cause) {
      try {
        this.#cutLeftovers();
      } catch {}
      throw cause;
    }
    this.#hasLeftovers = false;
    this.#end += length;
    if (isSynced) this.#syncedEnd = this.#end;
  }

  sync(): void {
    this.#cutLeftovers();
    if (this.#syncedEnd === this.#end) return;
    fdatasyncSync(this.#file);
    this.#syncedEnd = this.#end;
  }

  /** Beside the work; appending goes on meanwhile. */
  syncAside(): Promise<void> {
    const end = this.#end;
    if (this.#syncedEnd === end) return Promise.resolve();
    this.#syncing++;
    return new Promise((resolve, reject) => {
      fdatasync(this.#file, (failure) => {
        this.#syncing--;
        if (this.#isClosed && this.#syncing === 0) closeSync(this.#file);
        if (failure !== null) return reject(failure);
        this.#syncedEnd = Math.max(this.#syncedEnd, end);
        resolve();
      });
    });
  }

  /** Without a sync. A sync that is running ends first. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#syncing === 0) closeSync(this.#file);
  }

  #cutLeftovers(): void {
    if (!this.#hasLeftovers) return;
    ftruncateSync(this.#file, this.#end);
    this.#hasLeftovers = false;
  }
}
