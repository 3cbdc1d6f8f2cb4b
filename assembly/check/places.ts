/** Where the tensors of a state lie: one behind another, in the order that src/abi.ts draws. */
import { derived } from "./fields";

/** Offset from the start of the image at which the next one lies. */
export let offset: u64 = 0;

export function placeFrom(start: u64): void {
  offset = start;
}

/** The offset field of the record at hand must name the next free place; 0 where there is nothing to place. */
export function place(field: usize, bytes: u64): void {
  // An offset past 2^32 is told as a lack of memory later on: here it would only wrap.
  if (offset <= u32.MAX_VALUE) derived(field, bytes ? <u32>offset : 0);
  skip(bytes);
}

/** Takes room that no field names. */
export function skip(bytes: u64): void {
  // 65,535 layers of 2^50 bytes would wrap 64 bits: past 2^52 it only matters that it is too much.
  offset = min<u64>(offset + bytes, <u64>1 << 52);
}
