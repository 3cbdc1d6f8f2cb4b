/**
 * The model file: read into the arena and opened where it lies. Memory grows here, for the file and then for what its
 * tables ask for, and never again.
 *
 *   arena   ┌─────────────────┬─────────┬──────────────┐
 *           │ block of a model│ trailer │ input buffer │
 *           └─────────────────┴─────────┴──────────────┘
 *   Before the model is opened the trailer lies where its state or workspace will be, so it moves up first.
 */
import {
  HEADER_INPUTS, HEADER_LENGTH, HEADER_OUTPUTS, TRAILER_BYTES, TRAILER_CRC, TRAILER_LENGTH, TRAILER_MAGIC,
} from "../../src/abi";
import { crc32 } from "../crc";
import { blockBytes, check } from "../check/image";
import { enter } from "../cursor";
import { openModel } from "../life";
import { align16, arena, controlOf, reserve, take } from "../memory";
import { copyBytesUpwards } from "./bytes";
import { DATA, NO_INPUT, printError, printRefusal, say, sayName, stop } from "./failure";
import { fd_close, fd_seek, FROM_END, FROM_START, path_open, RIGHT_READ, RIGHT_SEEK, RIGHT_TELL } from "./imports";
import * as paths from "./paths";
import { readSome } from "./streams";

/** Input buffer of the smallest models; a row of any other has 32 bytes a field. */
const LEAST_BUFFER: usize = 65536;
const BYTES_A_FIELD: usize = 32;
const RESULT: usize = memory.data(16, 16);

export let trailer: usize = 0;
export let trailerBytes: usize = 0;
/** The input buffer, with one byte to spare behind it. */
export let buffer: usize = 0;
export let bufferBytes: usize = 0;

/** Opens the model at the zero-terminated path, the one at hand from then on, or ends the command. */
export function openFile(path: usize): void {
  const size = readFile(path);
  const file = arena();
  if (check(file, <u32>size, true) < 0) return refuse(path);
  const own = load<u32>(file, HEADER_LENGTH);
  trailerBytes = size - own;
  checkTrailer(path, file + own);
  const fields = <u64>load<u32>(file, HEADER_INPUTS) + load<u32>(file, HEADER_OUTPUTS);
  bufferBytes = <usize>max<u64>(LEAST_BUFFER, fields * BYTES_A_FIELD);
  const behind = align16(trailerBytes) + bufferBytes + 16;
  const needed = blockBytes + 16 + behind;
  if (needed > 0x7fffffff || !reserve(<usize>needed)) return refuse(path);
  trailer = file + align16(<usize>blockBytes);
  copyBytesUpwards(trailer, file + own, trailerBytes);
  const handle = openModel(file, own);
  if (handle < 0) return refuse(path);
  take(behind);
  buffer = trailer + align16(trailerBytes);
  enter(controlOf(handle));
}

/** Reads the whole file to `arena()`; its bytes. */
export function readFile(path: usize): usize {
  if (!paths.resolve(path)) return fail(path, 76);
  const rights = RIGHT_READ | RIGHT_SEEK | RIGHT_TELL;
  let errno = path_open(paths.folder, 0, paths.rest, paths.restLength, 0, rights, 0, 0, RESULT);
  if (errno) return fail(path, errno);
  const fd = load<i32>(RESULT);
  errno = fd_seek(fd, 0, FROM_END, RESULT + 8);
  const size = load<u64>(RESULT, 8);
  if (!errno) errno = fd_seek(fd, 0, FROM_START, RESULT + 8);
  if (errno) return fail(path, errno);
  if (size > 0x7fffffff || !reserve(<usize>size)) {
    refuse(path);
    return 0;
  }
  const start = arena();
  let length: usize = 0;
  while (length < <usize>size) {
    const some = readSome(fd, start + length, <usize>size - length);
    if (some < 0) return fail(path, -some);
    if (!some) break;
    length += some;
  }
  fd_close(fd);
  return length;
}

function checkTrailer(path: usize, at: usize): void {
  if (!trailerBytes) return;
  if (trailerBytes >= <usize>TRAILER_BYTES && load<u32>(at) == TRAILER_MAGIC) {
    const length = load<u32>(at, TRAILER_LENGTH);
    const isWhole = length == <u32>(trailerBytes - TRAILER_BYTES);
    if (isWhole && crc32(0, at + TRAILER_BYTES, length) == load<u32>(at, TRAILER_CRC)) return;
  }
  sayName(path);
  say(": the trailer behind the model is damaged; cut it off to use the model without names");
  stop(DATA);
}

function fail(path: usize, errno: i32): usize {
  say("cannot read ");
  sayName(path);
  say(": ");
  printError(errno);
  stop(NO_INPUT);
  return 0;
}

function refuse(path: usize): void {
  sayName(path);
  say(": ");
  stop(printRefusal());
}
