/**
 * Saving whole or not at all: beside its place first, to the disk, then under its name. The file beside is made before
 * the first row is read, so that a place where nothing can be saved is known at once.
 */
import { HEADER_LENGTH } from "../../src/abi";
import { image, seal } from "../image";
import { copyBytes } from "./bytes";
import { IO, printError, say, sayName, stop } from "./failure";
import {
  CREATE, fd_close, fd_sync, path_open, path_rename, path_unlink_file, RIGHT_SYNC, RIGHT_WRITE, TRUNCATE,
} from "./imports";
import { trailer, trailerBytes } from "./model-file";
import * as paths from "./paths";
import { writeAll } from "./streams";

const PATH_BYTES: usize = 4096;
/** The path inside its folder with ".tmp" behind it. */
const BESIDE: usize = memory.data(4096, 16);
const FD: usize = memory.data(16, 16);

let name: usize = 0;
let folder: i32 = 0;
let length: usize = 0;
let file: i32 = 0;

export function prepareSave(path: usize): void {
  name = path;
  if (!paths.resolve(path) || paths.restLength > PATH_BYTES - 8) return refuse(76);
  folder = paths.folder;
  length = paths.restLength;
  copyBytes(BESIDE, paths.rest, length);
  store<u32>(BESIDE + length, 0x706d742e); // ".tmp"
  const rights = RIGHT_WRITE | RIGHT_SYNC;
  const errno = path_open(folder, 0, BESIDE, length + 4, CREATE | TRUNCATE, rights, 0, 0, FD);
  if (errno) return refuse(errno);
  file = load<i32>(FD);
}

/** Writes the model as it is now, and its trailer. */
export function finishSave(): void {
  if (!file) return;
  seal();
  let errno = writeAll(file, image, load<u32>(image, HEADER_LENGTH));
  if (!errno) errno = writeAll(file, trailer, trailerBytes);
  if (!errno) errno = fd_sync(file);
  if (!errno) errno = fd_close(file);
  if (!errno) errno = path_rename(folder, BESIDE, length + 4, folder, BESIDE, length);
  if (errno) return refuse(errno);
  file = 0;
  // Not every system lets a folder be synced; the rename is done by now.
  fd_sync(folder);
}

/** Removes what is not finished; what was saved before is untouched. */
export function abandonSave(): void {
  if (!file) return;
  fd_close(file);
  path_unlink_file(folder, BESIDE, length + 4);
  file = 0;
}

function refuse(errno: i32): void {
  say("cannot save to ");
  sayName(name);
  say(": ");
  printError(errno);
  stop(IO);
}
