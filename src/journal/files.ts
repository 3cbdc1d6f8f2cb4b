import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { MillraceError } from "../errors.ts";

/** Ending of files that are being written; whoever opens a folder deletes what a kill left of them. */
export const UNFINISHED = ".unfinished";

/** Writes a file whole or not at all, and to the disk: beside its place, synced, renamed, the folder synced. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = path + UNFINISHED;
  try {
    writeSynced(beside, bytes);
    renameSync(beside, path);
  } catch (cause) {
    removeQuietly(beside);
    throw cause;
  }
  syncFolder(dirname(path));
}

export function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    writeAll(file, bytes, bytes.length, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** One call unless the system writes less than it was given. */
export function writeAll(file: number, bytes: Uint8Array, length: number, position: number): void {
  let done = 0;
  while (done < length) done += writeSync(file, bytes, done, length - done, position + done);
}

/** For what is left of something that has already failed: the first error is the one to tell. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

export function makeFolder(path: string): void {
  if (mkdirSync(path, { recursive: true }) !== undefined) syncFolder(dirname(path));
}

// Not every system lets a folder be opened or synced.
export function syncFolder(path: string): void {
  let folder: number;
  try {
    folder = openSync(path, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(folder);
  } catch {
  } finally {
    closeSync(folder);
  }
}

/** A system's refusal as this library's error. */
export function journalError(what: string, where: string, cause: unknown, remedy?: string): MillraceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MillraceError("E_JOURNAL", `${what}: ${reason}`, { where, remedy, cause });
}
