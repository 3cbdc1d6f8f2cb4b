/** Opening and closing: from an untrusted image to a block with a handle, and back. */
import {
  E_MEMORY, FLAG_FRESH, HEADER_BATCH, HEADER_FLAGS, HEADER_INPUTS, HEADER_LENGTH, HEADER_OUTPUTS, OK,
} from "../src/abi";
import { fail } from "./errors";
import { blockBytes, check, expertBytes, stateOf } from "./image";
import { copyWords, zeroWords } from "./kernels";
import {
  align16, CONTROL_ANSWER, CONTROL_BLOCK_BYTES, CONTROL_BYTES, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH,
  CONTROL_IMAGE, CONTROL_INPUT, CONTROL_OUTPUTS, CONTROL_SAMPLE_WEIGHT, CONTROL_TARGET, issue, release, revoke, take,
} from "./memory";
import { checkState, draw } from "./state";
import { deltaBytes, gradientBytes, healthBytes, outputBytes } from "./tables";

/** A handle for the image, adopted where it lies if that is `arena()`, else copied; or what is wrong with it. */
export function openModel(image: usize, length: u32): i32 {
  let refused = check(image, length, true);
  if (refused < 0) return refused;
  if (!(load<u32>(image, HEADER_FLAGS) & FLAG_FRESH)) {
    refused = checkState(image, stateOf(image));
    if (refused < 0) return refused;
  }
  const control = settle(image);
  if (!control) return E_MEMORY;
  const handle = issue(control);
  if (handle < 0) vacate(control);
  return handle;
}

export function closeModel(handle: i32, control: usize): i32 {
  revoke(handle);
  vacate(control);
  return OK;
}

/** A block with the model of the image checked last; its control record, or 0 with E_MEMORY set. */
export function settle(image: usize): usize {
  const bytes = <usize>blockBytes;
  const block = take(bytes);
  if (!block) return 0;
  // Copied upwards it would read what it wrote: an image that runs from taken memory into the block is nobody's.
  if (image < block && image + load<u32>(image, HEADER_LENGTH) > block) {
    release(block, bytes);
    return fail(E_MEMORY, image, 0, 0) & 0;
  }
  if (block != image) copyWords(block, image, load<u32>(image, HEADER_LENGTH));
  if (load<u32>(block, HEADER_FLAGS) & FLAG_FRESH) draw(block);
  const control = block + align16(load<u32>(block, HEADER_LENGTH));
  layOut(control, block, bytes);
  return control;
}

export function vacate(control: usize): void {
  release(load<usize>(control, CONTROL_IMAGE), load<usize>(control, CONTROL_BLOCK_BYTES));
}

/** Zeroes the workspace of the image checked last and writes where its parts lie: the picture in memory.ts. */
function layOut(control: usize, image: usize, bytes: usize): void {
  zeroWords(control, image + bytes - control);
  const answerBytes = load<u32>(image, HEADER_OUTPUTS) << 2;
  const input = control + CONTROL_BYTES;
  const target = input + (load<u32>(image, HEADER_INPUTS) << 2);
  const outputs = target + answerBytes;
  const deltas = outputs + <usize>outputBytes;
  const gradient = deltas + <usize>deltaBytes;
  store<usize>(control, image, CONTROL_IMAGE);
  store<usize>(control, bytes, CONTROL_BLOCK_BYTES);
  store<usize>(control, input, CONTROL_INPUT);
  store<usize>(control, target, CONTROL_TARGET);
  store<usize>(control, outputs, CONTROL_OUTPUTS);
  const experts = gradient + <usize>gradientBytes + <usize>healthBytes;
  const last = deltas - answerBytes * load<u32>(image, HEADER_BATCH);
  store<usize>(control, expertBytes ? experts : last, CONTROL_ANSWER);
  store<usize>(control, deltas, CONTROL_DELTAS);
  store<usize>(control, gradient, CONTROL_GRADIENT);
  store<usize>(control, gradient + <usize>gradientBytes, CONTROL_HEALTH);
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
}
