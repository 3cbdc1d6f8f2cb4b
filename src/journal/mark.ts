import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "../crc.ts";
import { MillraceError } from "../errors.ts";
import { writeAll, writeWhole } from "./files.ts";
import { FORMAT_VERSION, readSeq, writeSeq } from "./format.ts";

/** What the journal knew of itself at most a second ago. */
export interface Mark {
  readonly id: number;
  /** The last seq appended. */
  readonly highSeq: number;
  /** The first seq that retention has not dropped. */
  readonly floorSeq: number;
  readonly atMs: number;
  /** True: the journal was closed in order, and `highSeq` is its last. */
  readonly isCleanStop: boolean;
}

export const MARK_FILE = "mark";
const SLOT_BYTES = 64;
// A page apart: a torn write reaches one slot only.
const SLOTS = [0, 4096] as const;
const FILE_BYTES = SLOTS[1] + SLOT_BYTES;
const MAGIC = Buffer.from("MILRMARK", "latin1");

/** The file of marks as it was found. */
export interface FoundMark {
  /** Of the newer whole slot; undefined where none is. */
  readonly mark: Mark | undefined;
  /** How many marks have been written; 0 where that is not known. */
  readonly count: number;
  /** False: a slot that was written is not whole, and may have been the newer one. */
  readonly isWhole: boolean;
  readonly bytes: Buffer;
}

/** Undefined without a file, and for a blank one: what a kill leaves between making and filling it. */
export function readMark(directory: string): FoundMark | undefined {
  const path = join(directory, MARK_FILE);
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  if (bytes === undefined || isBlank(bytes)) return undefined;
  const places = SLOTS.map((offset) => bytes.subarray(offset, offset + SLOT_BYTES));
  const slots = places.map(readSlot).filter((slot) => slot !== undefined);
  const newer = slots.find(({ version }) => version > FORMAT_VERSION);
  if (newer !== undefined) throw newerVersion(path, newer.version);
  const newest = slots.sort((a, b) => b.count - a.count)[0];
  const isWhole = slots.length === SLOTS.length || (newest?.count === 1 && places.some(isBlank));
  return { mark: newest?.mark, count: newest?.count ?? 0, isWhole, bytes };
}

export function newerVersion(where: string, version: number): MillraceError {
  const details = { where, expected: `version ${FORMAT_VERSION}`, actual: version };
  return new MillraceError("E_VERSION", "a newer program wrote it", {
    ...details,
    remedy: "Open it with that program; nothing was changed.",
  });
}

/** Writes the mark in place, in alternate slots: no space is needed, and a kill leaves the other slot. */
export class MarkWriter {
  readonly #file: number;
  #count: number;

  /** Creates the file where there is none; with a `count` of 0 what stands in it is wiped. */
  constructor(directory: string, count: number) {
    const path = join(directory, MARK_FILE);
    const blank = Buffer.alloc(FILE_BYTES);
    if (!existsSync(path)) writeWhole(path, blank);
    this.#file = openSync(path, "r+");
    this.#count = count;
    if (count === 0) writeAll(this.#file, blank, FILE_BYTES, 0);
  }

  write(mark: Mark): void {
    const slot = Buffer.alloc(SLOT_BYTES);
    const count = this.#count + 1;
    MAGIC.copy(slot);
    slot.writeUInt32LE(FORMAT_VERSION, 8);
    slot.writeUInt32LE(mark.id, 12);
    writeSeq(slot, count, 16);
    writeSeq(slot, mark.highSeq, 24);
    writeSeq(slot, mark.floorSeq, 32);
    slot.writeDoubleLE(mark.atMs, 40);
    slot.writeUInt32LE(mark.isCleanStop ? 1 : 0, 48);
    slot.writeUInt32LE(crc32(slot.subarray(0, 60)), 60);
    writeAll(this.#file, slot, SLOT_BYTES, SLOTS[count % 2] as number);
    this.#count = count;
  }

  sync(): void {
    fdatasyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

function readSlot(slot: Buffer): { mark: Mark; count: number; version: number } | undefined {
  if (slot.length < SLOT_BYTES || slot.compare(MAGIC, 0, 8, 0, 8) !== 0) return undefined;
  if (slot.readUInt32LE(60) !== crc32(slot.subarray(0, 60))) return undefined;
  const mark: Mark = {
    id: slot.readUInt32LE(12),
    highSeq: readSeq(slot, 24),
    floorSeq: readSeq(slot, 32),
    atMs: slot.readDoubleLE(40),
    isCleanStop: (slot.readUInt32LE(48) & 1) === 1,
  };
  return { mark, count: readSeq(slot, 16), version: slot.readUInt32LE(8) };
}
