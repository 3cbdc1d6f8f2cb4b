/**
 * Bytes in and out: partial reads and writes, interruptions, descriptors that do not block.
 * Predictions gather in one buffer, which goes out before the command waits for input: nothing known is held back.
 */
import { copyBytes } from "./bytes";
import { printError, say, stop } from "./failure";
import {
  E_AGAIN, E_INTR, E_IO, E_PIPE, EVENT_BYTES, fd_read, fd_write, poll_oneoff, STDOUT, SUBSCRIPTION_BYTES,
  SUBSCRIPTION_FD, SUBSCRIPTION_KIND, WAIT_READ, WAIT_WRITE,
} from "./imports";

const OUT_BYTES: usize = 16384;
const OUT: usize = memory.data(16384, 16);
/** address and length of one vector, then the count that came of it. */
const VECTOR: usize = memory.data(16, 16);
const SUBSCRIPTION: usize = memory.data(SUBSCRIPTION_BYTES, 16);
const EVENT: usize = memory.data(EVENT_BYTES + 16, 16);

let filled: usize = 0;
/** The reader of the predictions has gone: they are dropped. */
export let isReaderGone: bool = false;
let spins: bool = false;

/** For runtimes without `poll_oneoff`: ask again and again instead. */
export function spinInsteadOfWaiting(): void {
  spins = true;
}

/** Reads what there is, at least a byte; 0 at the end. Minus the errno where it fails. */
export function readSome(fd: i32, address: usize, length: usize): i32 {
  store<usize>(VECTOR, address);
  store<usize>(VECTOR, length, 4);
  while (true) {
    const errno = fd_read(fd, VECTOR, 1, VECTOR + 8);
    if (!errno) return load<i32>(VECTOR, 8);
    if (errno == E_AGAIN) wait(fd, WAIT_READ);
    else if (errno != E_INTR) return -errno;
  }
}

/** Writes all of it; the errno where that fails. */
export function writeAll(fd: i32, address: usize, length: usize): i32 {
  while (length) {
    store<usize>(VECTOR, address);
    store<usize>(VECTOR, length, 4);
    const errno = fd_write(fd, VECTOR, 1, VECTOR + 8);
    if (errno == E_AGAIN) wait(fd, WAIT_WRITE);
    else if (errno && errno != E_INTR) return errno;
    else if (!errno) {
      const written = load<usize>(VECTOR, 8);
      if (!written || written > length) return E_IO;
      address += written;
      length -= written;
    }
  }
  return 0;
}

// --- Predictions ---

/** Room for `bytes` (at most 64) at the address it returns; `advance` tells how many were written. */
export function room(bytes: usize): usize {
  if (filled + bytes > OUT_BYTES) flush();
  return OUT + filled;
}

export function advance(to: usize): void {
  filled = to - OUT;
}

export function putByte(byte: u32): void {
  const at = room(1);
  store<u8>(at, byte);
  advance(at + 1);
}

export function putBytes(address: usize, length: usize): void {
  while (length) {
    const at = room(1);
    const some = min<usize>(length, OUT + OUT_BYTES - at);
    copyBytes(at, address, some);
    advance(at + some);
    address += some;
    length -= some;
  }
}

export function putText(text: string): void {
  const units = changetype<usize>(text);
  const length = text.length;
  for (let i = 0; i < length; i++) putByte(load<u16>(units + (<usize>i << 1)));
}

/** Sends what has gathered. */
export function flush(): void {
  const errno = drain();
  if (!errno) return;
  say("cannot write the predictions: ");
  printError(errno);
  stop(74);
}

/** `flush` for the way out after a failure: what cannot be written is lost. */
export function drain(): i32 {
  const length = filled;
  filled = 0;
  if (isReaderGone) return 0;
  const errno = writeAll(STDOUT, OUT, length);
  isReaderGone = errno == E_PIPE;
  return isReaderGone ? 0 : errno;
}

// A runtime without the call fails here, on the first descriptor that does not block, and not before.
function wait(fd: i32, kind: i32): void {
  if (spins) return;
  store<u64>(SUBSCRIPTION, 0);
  store<u64>(SUBSCRIPTION, <u64>kind, SUBSCRIPTION_KIND);
  store<u64>(SUBSCRIPTION, <u64>fd, SUBSCRIPTION_FD);
  if (poll_oneoff(SUBSCRIPTION, EVENT, 1, EVENT + EVENT_BYTES)) spins = true;
}
