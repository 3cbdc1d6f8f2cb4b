import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { crc32 } from "node:zlib";
import { MillraceError } from "../../errors.ts";

/**
 * A state as one file, little-endian:
 *
 *   ┌──────────┬─────────┬──────────────┬────────────┬───────────┬────────────────────────┐
 *   │ MILRSTAT │ version │ bytes of list│ CRC of list│ list      │ contents, one after    │
 *   │ 8        │ u32     │ u32          │ u32        │ JSON      │ the other, as listed   │
 *   └──────────┴─────────┴──────────────┴────────────┴───────────┴────────────────────────┘
 */
const MAGIC = Buffer.from("MILRSTAT", "latin1");
const VERSION = 1;
const HEAD_BYTES = 20;
const CHUNK_BYTES = 1 << 20;
const LIST_LIMIT = 1 << 28;

export interface Transferred {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes everything of a state folder to one file. Hold the folder's lock meanwhile.
 * @throws MillraceError `E_FILE`; nothing is left of the file then
 */
export function exportState(directory: string, file: string): Transferred {
  return withFile(directory, () => {
    const entries = filesOf(directory).map((name): Entry => {
      const path = join(directory, name);
      return { name, bytes: statSync(path).size, crc: checkSum(path) };
    });
    if (entries.length === 0) throw fileError("there is no state to export", directory);
    const list = Buffer.from(JSON.stringify(entries));
    const head = Buffer.alloc(HEAD_BYTES);
    MAGIC.copy(head);
    head.writeUInt32LE(VERSION, 8);
    head.writeUInt32LE(list.length, 12);
    head.writeUInt32LE(crc32(list), 16);
    const beside = `${file}.unfinished`;
    const target = openSync(beside, "w");
    try {
      writeSync(target, head);
      writeSync(target, list);
      for (const { name, bytes } of entries) {
        const source = openSync(join(directory, name), "r");
        try {
          const copied = copy(source, target, bytes);
          if (copied.bytes !== bytes) throw fileError("a file changed while it was exported", name);
        } finally {
          closeSync(source);
        }
      }
      closeSync(target);
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
    return { files: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
}

/**
 * Makes a state folder from a file of `exportState`: whole or not at all.
 * @param directory must not exist, or be empty
 * @throws MillraceError `E_FILE`, `E_FORMAT`, `E_CRC`, `E_VERSION`
 */
export function importState(file: string, directory: string): Transferred {
  return withFile(file, () => {
    const target = resolve(directory);
    if (existsSync(target) && readdirSync(target).length > 0) {
      throw new MillraceError("E_FILE", "the folder is not empty", {
        where: directory,
        remedy: "Import into a new folder, and move the old one away first",
      });
    }
    const source = openSync(file, "r");
    const beside = `${target}.unfinished`;
    rmSync(beside, { recursive: true, force: true });
    try {
      const entries = readList(source, file);
      for (const { name, bytes, crc } of entries) {
        const path = join(beside, name);
        mkdirSync(dirname(path), { recursive: true });
        const out = openSync(path, "wx");
        try {
          const copied = copy(source, out, bytes);
          if (copied.bytes !== bytes) throw damaged("it ends too soon", name);
          if (copied.crc !== crc)
            throw new MillraceError("E_CRC", "a file in it is damaged", { where: `${file}: ${name}` });
        } finally {
          closeSync(out);
        }
      }
      if (readSync(source, Buffer.alloc(1)) > 0) throw damaged("something follows its end", file);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(beside, target);
      return { files: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
    } finally {
      closeSync(source);
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

// ---

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** What is of this machine or of a moment alone stays here. */
const OWN = /^lock-|\.unfinished$|^applying$|^probe$/;

function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !OWN.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, "/").length).replaceAll("\\", "/"))
    .sort();
}

function readList(file: number, name: string): Entry[] {
  const head = Buffer.alloc(HEAD_BYTES);
  if (readSync(file, head) < HEAD_BYTES || head.compare(MAGIC, 0, 8, 0, 8) !== 0) throw damaged("no magic", name);
  const version = head.readUInt32LE(8);
  if (version !== VERSION) {
    throw new MillraceError("E_VERSION", "the export is of another version", {
      where: name,
      expected: VERSION,
      actual: version,
      remedy: "Import it with the version of this program that wrote it, or a newer one",
    });
  }
  const bytes = head.readUInt32LE(12);
  if (bytes > LIST_LIMIT) throw damaged("its list is too long", name);
  const list = Buffer.alloc(bytes);
  if (readSync(file, list) < bytes) throw damaged("it ends inside its list", name);
  if (crc32(list) !== head.readUInt32LE(16)) throw new MillraceError("E_CRC", "its list is damaged", { where: name });
  const entries = JSON.parse(list.toString("utf8")) as Entry[];
  const bad = entries.find((entry) => !isInside(entry.name));
  if (bad !== undefined) throw damaged("a file in it lies outside of the folder", JSON.stringify(bad.name));
  return entries;
}

function isInside(name: string): boolean {
  return name.split("/").every((part) => /^[^\\\0:]+$/.test(part) && part !== "." && part !== "..");
}

function checkSum(path: string): number {
  const file = openSync(path, "r");
  try {
    return copy(file, undefined, Number.POSITIVE_INFINITY).crc;
  } finally {
    closeSync(file);
  }
}

/** Copies up to so many bytes from where a file stands. */
function copy(source: number, target: number | undefined, most: number): { bytes: number; crc: number } {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let [bytes, crc] = [0, 0];
  while (bytes < most) {
    const read = readSync(source, chunk, 0, Math.min(CHUNK_BYTES, most - bytes), null);
    if (read === 0) break;
    const part = chunk.subarray(0, read);
    crc = crc32(part, crc);
    for (let at = 0; target !== undefined && at < read; ) at += writeSync(target, part, at);
    bytes += read;
  }
  return { bytes, crc };
}

function withFile<Result>(where: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof MillraceError) throw cause;
    throw fileError(cause instanceof Error ? cause.message : String(cause), where, cause);
  }
}

function fileError(what: string, where: string, cause?: unknown): MillraceError {
  return new MillraceError("E_FILE", what, { where, cause });
}

function damaged(what: string, where: string): MillraceError {
  return new MillraceError("E_FORMAT", `this is no exported state: ${what}`, { where });
}
