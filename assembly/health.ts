/**
 * Health of a network while it learns, in a fixed record a layer; it decides no weight and is no state.
 *
 *   gradient norm  root of the fading mean (.99) of the squared norm of the layer's gradient, before clipping
 *   stuck units    units that had next to no slope in every sample of a window: dead (relu), saturated (sigmoid, tanh);
 *                  a bit a unit is set when it moves, and the clear ones are counted when the window is full
 */
import { DENSE, HEADER_LAYERS, HEALTH_WINDOW, LAYER_L1, LAYER_L2 } from "../src/abi";
import {
  activation, control, firstIndex, health, index, kind, layer, n, parameters, rows, toFirstLayer, toNextLayer, units, y,
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

/** Before the watched layers of a member. Members must come in order: their bits lie one behind another. */
export function beginWatch(): void {
  if (firstIndex) return;
  window = load<u32>(control, CONTROL_WINDOW) + rows;
  bits = health + (<usize>load<u16>(image, HEADER_LAYERS) << 3);
  store<u32>(control, window >= <u32>HEALTH_WINDOW ? 0 : window, CONTROL_WINDOW);
}

/** Notes which units of the layer at hand move in the samples whose outputs lie there now; not of the last layer. */
export function watch(): void {
  if (!canStick(activation())) return;
  const isFull = window >= <u32>HEALTH_WINDOW;
  let stuck = 0;
  for (let first = 0; first < units; first += 32, bits += 4) {
    const count = min<i32>(units - first, 32);
    let moved = load<u32>(bits);
    moved |= movedNow(y + (<usize>first << 2), (u32.MAX_VALUE >>> (32 - count)) & ~moved);
    stuck += count - popcnt<u32>(moved);
    store<u32>(bits, isFull ? 0 : moved);
  }
  if (isFull) store<u32>(record(), stuck, 4);
}

/** Which of the `asked` units, of up to 32 whose outputs begin at `from`, move in one of the samples: a bit each. */
function movedNow(from: usize, asked: u32): u32 {
  const low = movesAbove(activation());
  const high = movesBelow(activation());
  let moved: u32 = 0;
  for (let b = 0; b < rows; b++, from += <usize>units << 2) {
    // Most units move within a few samples: what is left is little.
    for (let left = asked & ~moved; left; left &= left - 1) {
      const a = at(from, ctz<u32>(left));
      if (a >= low && a <= high) moved |= left & -left;
    }
  }
  return moved;
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
