/**
 * Health of a network while it learns, in a fixed record a layer; it decides no weight and is no state.
 *
 *   gradient norm  root of the fading mean (.99) of the squared norm of the layer's gradient, before clipping
 *   stuck units    units that had next to no slope in every sample of a window: dead (relu), saturated (sigmoid, tanh);
 *                  a bit a unit is set when it moves, and the clear ones are counted when the window is full
 */
import {
  DENSE, HEADER_LAYERS, HEALTH_WINDOW, LAYER_BYTES, LAYER_KIND, LAYER_L1, LAYER_L2, LAYER_PARAMETERS, LAYER_UNITS,
} from "../src/abi";
import {
  activation, control as entered, firstIndex, health, image as imageAtHand, index, isLast, layer, rows, toFirst, units, up, y,
} from "./cursor";
import { movesAbove, movesBelow } from "./activations";
import { layersOf, widthBelow } from "./image";
import { dot } from "./kernels";
import { CONTROL_FRESH_LOSS, CONTROL_HEALTH, CONTROL_REPLAY_LOSS, CONTROL_WINDOW } from "./memory";
import { sticks } from "./tables";

/** Samples of the window that fills now, and the bits of the layer at hand. */
let window: u32 = 0;
let bits: usize = 0;

/** Takes the squared gradient norm of the layer at hand into its fading mean, and passes it on. */
export function recordGradient(squared: f32): f32 {
  const record = health + (<usize>(firstIndex + index) << 3);
  const mean = load<f32>(record);
  const next: f32 = mean + 0.01 * (squared - mean);
  // An overflow is the business of the step's guard; the mean goes on from where it was.
  if (next - next == 0) store<f32>(record, next);
  return squared;
}

/** Takes the loss of a member that replays into the fading mean for new or for replayed samples. */
export function recordLoss(isNew: bool, loss: f32): void {
  const record = entered + (isNew ? CONTROL_FRESH_LOSS : CONTROL_REPLAY_LOSS);
  const mean = load<f32>(record);
  const next: f32 = mean == 0 ? loss : mean + 0.01 * (loss - mean);
  if (next - next == 0) store<f32>(record, next);
}

export function gradientNorm(control: usize, l: u32): f32 {
  return sqrt<f32>(load<f32>(recordOf(control, l)));
}

export function stuckUnits(control: usize, l: u32): f32 {
  return <f32>load<u32>(recordOf(control, l), 4);
}

/**
 * Notes which units of the member at hand moved in the samples whose outputs lie there now. The last layer is left out.
 * Members must come in order: their bits lie one behind another.
 */
export function watch(): void {
  if (!firstIndex) {
    window = load<u32>(entered, CONTROL_WINDOW) + rows;
    bits = health + (<usize>load<u16>(imageAtHand, HEADER_LAYERS) << 3);
    store<u32>(entered, window >= <u32>HEALTH_WINDOW ? 0 : window, CONTROL_WINDOW);
  }
  for (toFirst(); !isLast(); up()) {
    if (!sticks(layer)) continue;
    watchLayer();
    const words = (units + 31) >>> 5;
    if (window >= <u32>HEALTH_WINDOW) store<u32>(recordOf(entered, firstIndex + index), units - takeBits(words), 4);
    bits += <usize>words << 2;
  }
}

/** l1 sum |w| + l2 sum w^2 over the weights of dense layers. */
export function penalty(image: usize): f32 {
  let sum: f32 = 0;
  for (let l = 0; l < <i32>load<u16>(image, HEADER_LAYERS); l++) {
    const layer = layersOf(image) + <usize>l * LAYER_BYTES;
    if (load<u8>(layer, LAYER_KIND) != DENSE) continue;
    let weight = image + load<u32>(layer, LAYER_PARAMETERS);
    for (const end = weight + (weightCount(image, l) << 2); weight < end; weight += 4) {
      const magnitude = abs(load<f32>(weight));
      sum += magnitude * (load<f32>(layer, LAYER_L1) + magnitude * load<f32>(layer, LAYER_L2));
    }
  }
  return sum;
}

/** Norm of a dense layer's weights; 0 for other layers. */
export function weightNorm(image: usize, l: u32): f32 {
  const layer = layersOf(image) + <usize>l * LAYER_BYTES;
  if (load<u8>(layer, LAYER_KIND) != DENSE) return 0;
  const weight = image + load<u32>(layer, LAYER_PARAMETERS);
  return sqrt<f32>(dot(weight, weight, <i32>weightCount(image, l)));
}

// --- Records and bits ---

function recordOf(control: usize, l: u32): usize {
  return load<usize>(control, CONTROL_HEALTH) + (<usize>l << 3);
}

function weightCount(image: usize, l: i32): usize {
  const layer = layersOf(image) + <usize>l * LAYER_BYTES;
  return <usize>load<u32>(layer, LAYER_UNITS) * widthBelow(image, l);
}

function watchLayer(): void {
  const low = movesAbove(activation());
  const high = movesBelow(activation());
  for (let b = 0; b < rows; b++) {
    const at = y + <usize>b * (<usize>units << 2);
    let i: u32 = 0;
    if (ASC_FEATURE_SIMD) {
      for (; i + 4 <= <u32>units; i += 4) {
        const a = v128.load(at + (i << 2));
        setBits(i, i32x4.bitmask(v128.and(f32x4.ge(a, f32x4.splat(low)), f32x4.le(a, f32x4.splat(high)))));
      }
    }
    for (; i < <u32>units; i++) {
      const a = load<f32>(at + (i << 2));
      setBits(i, a >= low && a <= high ? 1 : 0);
    }
  }
}

/** Four bits never cross a word: i is a multiple of 4 there. */
function setBits(i: u32, moved: u32): void {
  const word = bits + ((i >>> 5) << 2);
  store<u32>(word, load<u32>(word) | (moved << (i & 31)));
}

function takeBits(words: u32): u32 {
  let count: u32 = 0;
  for (let word: usize = 0; word < <usize>words << 2; word += 4) {
    count += popcnt<u32>(load<u32>(bits + word));
    store<u32>(bits + word, 0);
  }
  return count;
}
