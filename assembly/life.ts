/** Opening and closing: from an untrusted image to a block with a handle, and back. */
import {
  FLAG_FRESH, HEADER_BATCH, HEADER_FLAGS, HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_OUTPUTS, HEADER_STATE,
  HEADER_STATE_BYTES, LAYER_BYTES, LAYER_KIND, LAYER_UNITS, STANDARDIZE,
} from "../src/abi";
import { blockBytes, check, layersOf, widthBelow } from "./image";
import {
  align16, CONTROL_ANSWER, CONTROL_BLOCK_BYTES, CONTROL_BYTES, CONTROL_DELTAS, CONTROL_GRADIENT, CONTROL_HEALTH,
  CONTROL_IMAGE, CONTROL_INPUT, CONTROL_OUTPUTS, CONTROL_SAMPLE_WEIGHT, CONTROL_TARGET, issue, release, revoke, take,
} from "./memory";
import { checkState, draw } from "./state";
import { stateOf } from "./image";

/** A handle for the image, which is adopted where it lies if that is `arena()`, else copied; or what is wrong with it. */
export function openModel(image: usize, length: u32): i32 {
  let refused = check(image, length, true);
  if (refused < 0) return refused;
  const fresh = (load<u32>(image, HEADER_FLAGS) & FLAG_FRESH) != 0;
  if (!fresh) {
    refused = checkState(image, stateOf(image));
    if (refused < 0) return refused;
  }
  const bytes = <usize>blockBytes;
  const block = take(bytes);
  if (!block) return -2;
  if (block != image) memory.copy(block, image, load<u32>(image, HEADER_LENGTH));
  if (fresh) draw(block);
  const control = block + align16(load<u32>(block, HEADER_STATE) + load<u32>(block, HEADER_STATE_BYTES));
  layOut(control, block, bytes);
  const handle = issue(control);
  if (handle < 0) release(block, bytes);
  return handle;
}

export function closeModel(handle: i32, control: usize): i32 {
  const block = load<usize>(control, CONTROL_IMAGE);
  const bytes = load<usize>(control, CONTROL_BLOCK_BYTES);
  revoke(handle);
  release(block, bytes);
  return 0;
}

/** Zeroes the workspace and writes where its parts lie: the picture in memory.ts. */
function layOut(control: usize, image: usize, bytes: usize): void {
  memory.fill(control, 0, image + align16(bytes) - control);
  const inputs = <usize>load<u32>(image, HEADER_INPUTS);
  const outputs = <usize>load<u32>(image, HEADER_OUTPUTS);
  const batch = <usize>load<u32>(image, HEADER_BATCH);
  const layerCount = <i32>load<u16>(image, HEADER_LAYERS);
  let units: usize = 0;
  let slopes: usize = 0;
  let widest: usize = 0;
  for (let l = 0; l < layerCount; l++) {
    const layer = layersOf(image) + <usize>l * LAYER_BYTES;
    const kind = load<u8>(layer, LAYER_KIND);
    const width = <usize>load<u32>(layer, LAYER_UNITS);
    units += width;
    if (kind != STANDARDIZE && l < layerCount - 1) slopes += width;
    if (kind == 1) widest = max<usize>(widest, widthBelow(image, l));
  }
  const input = control + CONTROL_BYTES;
  const target = input + (inputs << 2);
  const outputsAt = target + (outputs << 2);
  const deltas = outputsAt + ((units * batch) << 2);
  const gradient = deltas + ((slopes * batch) << 2);
  const health = gradient + (batch > 1 ? widest << 2 : 0);
  store<usize>(control, image, CONTROL_IMAGE);
  store<usize>(control, bytes, CONTROL_BLOCK_BYTES);
  store<usize>(control, input, CONTROL_INPUT);
  store<usize>(control, target, CONTROL_TARGET);
  store<usize>(control, outputsAt, CONTROL_OUTPUTS);
  store<usize>(control, outputsAt + (((units - outputs) * batch) << 2), CONTROL_ANSWER);
  store<usize>(control, deltas, CONTROL_DELTAS);
  store<usize>(control, gradient, CONTROL_GRADIENT);
  store<usize>(control, health, CONTROL_HEALTH);
  store<f32>(control, 1, CONTROL_SAMPLE_WEIGHT);
}
