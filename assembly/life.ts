/** Opening and closing: from an untrusted image to a block with a handle, and back. */
import { E_MEMORY, E_SHAPE, FLAG_FRESH, HEADER_LENGTH, OK } from "../src/abi";
import { blockBytes, check, expertBytes } from "./check/image";
import { deltaBytes, gradientBytes, healthBytes, outputBytes } from "./check/layers";
import { checkState } from "./check/state";
import { control } from "./cursor";
import { draw } from "./draw";
import { fail } from "./errors";
import { capacity, flags, image, inputs, look, outputs, stateAt, stateEnd } from "./image";
import { copyWords, zeroWords } from "./kernels";
import {
  align16, CONTROL_ANSWER, CONTROL_BLOCK_BYTES, CONTROL_BYTES, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH,
  CONTROL_IMAGE, CONTROL_INPUT, CONTROL_OUTPUTS, CONTROL_SAMPLE_WEIGHT, CONTROL_TARGET, isReadable, issue, release,
  revoke, take,
} from "./memory";

/** A handle for the image, adopted where it lies if that is `arena()`, else copied; or what is wrong with it. */
export function openModel(address: usize, length: u32): i32 {
  let refused = check(address, length, true);
  if (!refused && !(flags & FLAG_FRESH)) refused = checkState(stateAt());
  if (refused) return refused;
  const settled = settle();
  if (!settled) return E_MEMORY;
  const handle = issue(settled);
  if (handle < 0) vacate(settled);
  return handle;
}

/** Closes the model at hand, whose handle this is. */
export function closeModel(handle: i32): i32 {
  revoke(handle);
  vacate(control);
  return OK;
}

/** Takes a state block that lies outside the model at hand; refused, it changes nothing. */
export function restoreState(address: usize, length: u32): i32 {
  const bytes = <u32>(stateEnd() - stateAt());
  if (length != bytes) return fail(E_SHAPE, 0, bytes, length);
  const overlaps = address < image + load<usize>(control, CONTROL_BLOCK_BYTES) && address + length > image;
  if (!isReadable(address, length) || overlaps) return fail(E_MEMORY, address, bytes, 0);
  const refused = checkState(address);
  if (!refused) copyWords(stateAt(), address, bytes);
  return refused;
}

/** A block with the model of the image at hand, which was checked last; its control record, or 0 with E_MEMORY set. */
export function settle(): usize {
  const from = image;
  const own = <usize>load<u32>(from, HEADER_LENGTH);
  const bytes = <usize>blockBytes;
  const block = take(bytes);
  if (!block) return 0;
  // Copied upwards it would read what it wrote: an image that runs from taken memory into the block is nobody's.
  if (from < block && from + own > block) {
    release(block, bytes);
    return fail(E_MEMORY, from, 0, 0) & 0;
  }
  if (block != from) copyWords(block, from, own);
  look(block);
  if (flags & FLAG_FRESH) draw();
  return layOut(bytes);
}

export function vacate(controlRecord: usize): void {
  release(load<usize>(controlRecord, CONTROL_IMAGE), load<usize>(controlRecord, CONTROL_BLOCK_BYTES));
}

/** Zeroes the workspace behind the image at hand and writes where its parts lie: the picture in memory.ts. */
function layOut(bytes: usize): usize {
  const record = image + align16(load<u32>(image, HEADER_LENGTH));
  zeroWords(record, image + bytes - record);
  const input = record + CONTROL_BYTES;
  const target = input + (<usize>inputs << 2);
  const answerBytes = <usize>outputs << 2;
  const layers = target + answerBytes;
  const deltas = layers + <usize>outputBytes;
  const gradient = deltas + <usize>deltaBytes;
  const health = gradient + <usize>gradientBytes;
  store<usize>(record, image, CONTROL_IMAGE);
  store<usize>(record, bytes, CONTROL_BLOCK_BYTES);
  store<usize>(record, input, CONTROL_INPUT);
  store<usize>(record, target, CONTROL_TARGET);
  store<usize>(record, layers, CONTROL_OUTPUTS);
  const experts = health + <usize>healthBytes;
  store<usize>(record, expertBytes ? experts : deltas - answerBytes * capacity, CONTROL_ANSWER);
  store<usize>(record, deltas, CONTROL_DELTAS);
  store<usize>(record, gradient, CONTROL_GRADIENT);
  store<usize>(record, health, CONTROL_HEALTH);
  store<f32>(record, 1, CONTROL_SAMPLE_WEIGHT);
  return record;
}
