/**
 * Whether bytes are a .millrace image, and what it will take. An image is an untrusted file: every field is checked
 * before it is used, and sizes are reckoned in 64 bits.
 */
import {
  ABI_VERSION, E_CRC, E_FORMAT, E_MEMORY, E_VERSION, FLAG_FRESH, FORMAT_VERSION, HEADER_ABI, HEADER_BYTES, HEADER_CRC,
  HEADER_FORMAT, HEADER_LENGTH, HEADER_MAGIC, MAGIC,
} from "../../src/abi";
import { fail } from "../errors";
import { crc, experts, flags, image, inputs, look, outputs, stateEnd } from "../image";
import { CONTROL_BYTES, isReadable } from "../memory";
import { beginChecks, half, integer, refused, refuseMemory, refuseWith, word } from "./fields";
import { deltaBytes, gradientBytes, healthBytes, outputBytes } from "./layers";
import { checkTables } from "./tables";

/** Of the image checked last: bytes of the whole block. */
export let blockBytes: u64 = 0;
/** Of the answer and the experts' answers; 0 where one network answers. */
export let expertBytes: u64 = 0;

/**
 * Checks that [address, address + length) begins with a whole core part whose tables are legal, and works out its
 * sizes. `sealed`: the CRC must hold too. The image is the one at hand afterwards.
 */
export function check(address: usize, length: u32, sealed: bool): i32 {
  if (!isReadable(address, length)) return fail(E_MEMORY, address, length, 0);
  if (length < <u32>HEADER_BYTES) return fail(E_FORMAT, HEADER_LENGTH, HEADER_BYTES, length);
  look(address);
  const own = load<u32>(image, HEADER_LENGTH);
  beginChecks(E_FORMAT, image);
  word(HEADER_MAGIC, MAGIC, MAGIC);
  refuseWith(E_VERSION);
  half(HEADER_FORMAT, FORMAT_VERSION, FORMAT_VERSION);
  half(HEADER_ABI, ABI_VERSION, ABI_VERSION);
  refuseWith(E_FORMAT);
  integer(HEADER_LENGTH, length, own, own < <u32>HEADER_BYTES ? own : u32.MAX_VALUE);
  if (sealed && !refused) {
    refuseWith(E_CRC);
    const sum = load<u32>(image, HEADER_CRC);
    integer(HEADER_CRC, crc(), sum, sum);
  }
  if (!refused) checkTables(own);
  if (!refused) plan(own);
  return refused;
}

/** The picture in memory.ts. */
function plan(own: u32): void {
  // Tables are legal: state and tables together stay below 2^31.
  const imageBytes = <u32>(stateEnd() - image);
  refuseWith(E_FORMAT);
  if (!(flags & FLAG_FRESH)) integer(HEADER_LENGTH, own, imageBytes, imageBytes);
  const buffers = <u64>(<u32>inputs + <u32>outputs) << 2;
  expertBytes = experts > 1 ? (<u64>outputs * <u64>(experts + 3)) << 2 : 0;
  const workspace = <u64>CONTROL_BYTES + buffers + outputBytes + deltaBytes + gradientBytes + healthBytes + expertBytes;
  blockBytes = <u64>((imageBytes + 15) & ~15) + ((workspace + 15) & ~15);
  // Past 2^31 nothing fits: said before any arithmetic on 32-bit addresses.
  if (blockBytes > 0x7fffffff) refuseMemory(blockBytes);
}
