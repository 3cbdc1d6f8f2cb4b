/**
 * Health of a network while it learns, in a fixed record a layer; it decides no weight and is no state.
 *
 *   gradient norm  root of the fading mean (.99) of the squared norm of the layer's gradient, before clipping
 *   stuck units    units that had next to no slope in every sample of a window: dead (relu), saturated (sigmoid, tanh);
 *                  a bit a unit is set when it moves, and the clear ones are counted when the window is full
 */
import { ACTIVATION, DENSE, HEADER_LAYERS, HEALTH_WINDOW, LAYER_L1, LAYER_L2 } from "../src/abi";
import {
  activation, control, firstIndex, health, index, isLast, kind, layer, n, parameters, rows, toFirst, toFirstLayer,
  toNextLayer, units, up, y,
} from "./cursor";
import { canStick, movesAbove, movesBelow } from "./activations";
import { image } from "./image";
import { at, dot } from "./kernels";
import { CONTROL_FRESH_LOSS, CONTROL_REPLAY_LOSS, CONTROL_WINDOW } from "./memory";

/** Samples of the window that fills now, and the bits of the layer at hand. */
let window: u32 = 0;
let bits: usize = 0;

/** Takes the squared gradient norm of the layer at hand into its fading mean, and passes it on. */
export function recordGradient(squared: f32): f32 {
  const mean = load<f32>(record());
  fade(record(), mean, squared);
  return squared;
}

/** Takes the loss of a member that replays into the fading mean for new or for replayed samples. */
export function recordLoss(isNew: bool, loss: f32): void {
  const place = control + (isNew ? CONTROL_FRESH_LOSS : CONTROL_REPLAY_LOSS);
  const mean = load<f32>(place);
  fade(place, mean == 0 ? loss : mean, loss);
}

// --- Figures of the layer at hand ---

export function gradientNorm(): f32 {
  return sqrt<f32>(load<f32>(record()));
}

export function stuckUnits(): f32 {
  return <f32>load<u32>(record(), 4);
}

/** Norm of a dense layer's weights; 0 for other layers. */
export function weightNorm(): f32 {
  return kind == DENSE ? sqrt<f32>(dot(parameters(), parameters(), units * n)) : 0;
}

/** l1 sum |w| + l2 sum w^2 over the weights of all dense layers. */
export function penalty(): f32 {
  let sum: f32 = 0;
  toFirstLayer();
  do {
    if (kind != DENSE) continue;
    for (let i = 0; i < units * n; i++) {
      const magnitude = abs(at(parameters(), i));
      sum += magnitude * (load<f32>(layer, LAYER_L1) + magnitude * load<f32>(layer, LAYER_L2));
    }
  } while (toNextLayer());
  return sum;
}

// --- Stuck units ---

/** Whether the units of the layer at hand are watched for being stuck. */
export function sticks(): bool {
  return (kind == DENSE || kind == ACTIVATION) && canStick(activation());
}

/**
 * Notes which units of the member at hand moved in the samples whose outputs lie there now. The last layer is left out.
 * Members must come in order: their bits lie one behind another.
 */
export function watch(): void {
  if (!firstIndex) {
    window = load<u32>(control, CONTROL_WINDOW) + rows;
    bits = health + (<usize>load<u16>(image, HEADER_LAYERS) << 3);
    store<u32>(control, window >= <u32>HEALTH_WINDOW ? 0 : window, CONTROL_WINDOW);
  }
  for (toFirst(); !isLast(); up()) {
    if (!sticks()) continue;
    watchLayer();
    const words = (units + 31) >>> 5;
    if (window >= <u32>HEALTH_WINDOW) store<u32>(record(), units - takeBits(words), 4);
    bits += <usize>words << 2;
  }
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

// --- Records ---

/** Of the layer at hand: fading squared gradient norm f32, stuck units u32. */
function record(): usize {
  return health + (<usize>(firstIndex + index) << 3);
}

function fade(place: usize, mean: f32, value: f32): void {
  const next: f32 = mean + 0.01 * (value - mean);
  // An overflow is the business of the step's guard; the mean goes on from where it was.
  if (next - next == 0) store<f32>(place, next);
}
