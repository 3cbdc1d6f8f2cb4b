/** The layers of the member at hand, and what they need of the workspace. */
import {
  ACTIVATION, BATCH_NORM, BINARY_CROSS_ENTROPY, CROSS_ENTROPY, DENSE, FLAG_MISSING, FLAG_TARGETS, HEADER_FLAGS,
  HEADER_OUTPUTS, LAYER_ACTIVATION, LAYER_BYTES, LAYER_FLAG_BIAS, LAYER_FLAG_TRAINABLE, LAYER_FLAGS, LAYER_INITIALIZER,
  LAYER_KIND, LAYER_PARAMETERS, LAYER_UNITS, LAYER_VALUES, LEAKY_RELU, SIGMOID, SOFTMAX, STANDARDIZE, UNITS_LIMIT,
  ZEROS,
} from "../../src/abi";
import { canStick } from "../activations";
import { activation, index, isLast, kind, layer, n, toFirst, units, up } from "../cursor";
import { capacity, flags, image, layersAt, loss, missing } from "../image";
import { scalerBytes } from "../tensors";
import {
  byte, checkRecord, DECAY, derived, FRACTION, integer, NOT_NEGATIVE, POSITIVE, real, refused, SHARE, word,
} from "./fields";
import { place } from "./places";

// Bytes of the workspace that the layers of the tables checked last need: the picture in memory.ts.
export let outputBytes: u64 = 0;
export let deltaBytes: u64 = 0;
export let gradientBytes: u64 = 0;
export let healthBytes: u64 = 0;

export function beginLayers(layerCount: u32): void {
  outputBytes = 0;
  deltaBytes = 0;
  gradientBytes = 0;
  healthBytes = layerCount << 3;
}

/** Fields first, then the scaler's offset; the other tensors are placed when all layers are known to be legal. */
export function checkLayers(): void {
  let outputs: u64 = 0;
  let deltas: u64 = 0;
  let scales = false;
  for (toFirst(); ; up()) {
    checkLayer();
    if (refused) return;
    if (kind == STANDARDIZE) {
      scales = true;
      placeScaler();
    }
    if (kind == DENSE && capacity > 1) gradientBytes = max<u64>(gradientBytes, <u64>n << 2);
    const bytes = (<u64>units * <u64>capacity) << 2;
    outputs += bytes;
    if (isLast()) break;
    if (kind != STANDARDIZE) deltas += bytes;
    if (canStick(activation())) healthBytes += ((<u32>units + 31) >> 5) << 2;
  }
  // Members run one after another in the same room.
  outputBytes = max<u64>(outputBytes, outputs);
  deltaBytes = max<u64>(deltaBytes, deltas);
  checkRecord(image);
  if (missing && !scales) integer(HEADER_FLAGS, FLAG_MISSING, 0, 0);
  word(HEADER_OUTPUTS, units, units);
}

/** A scaler of its own, or that of the first member with the same settings. */
function placeScaler(): void {
  for (let before = layersAt(); before < layer; before += LAYER_BYTES) {
    if (load<u64>(before, LAYER_KIND) != load<u64>(layer, LAYER_KIND)) continue;
    if (load<u64>(before, LAYER_VALUES) != load<u64>(layer, LAYER_VALUES)) continue;
    if (load<u64>(before, LAYER_VALUES + 8) != load<u64>(layer, LAYER_VALUES + 8)) continue;
    return derived(LAYER_PARAMETERS, load<u32>(before, LAYER_PARAMETERS));
  }
  place(LAYER_PARAMETERS, scalerBytes(n, missing));
}

function checkLayer(): void {
  checkRecord(layer);
  const applied = activation();
  const isDense = kind == DENSE;
  const isScaler = kind == STANDARDIZE;
  const normalizes = kind == BATCH_NORM;
  const activates = isDense || kind == ACTIVATION;
  byte(LAYER_KIND, DENSE, ACTIVATION);
  if (index) integer(LAYER_KIND, isScaler ? 1 : 0, 0, 0);
  if (isLast()) integer(LAYER_KIND, activates ? DENSE : kind, DENSE, DENSE);
  byte(LAYER_ACTIVATION, 0, activates ? (isLast() ? SOFTMAX : LEAKY_RELU) : 0);
  byte(LAYER_INITIALIZER, 0, isDense ? ZEROS : 0);
  const legal = isDense ? LAYER_FLAG_BIAS | LAYER_FLAG_TRAINABLE : normalizes ? LAYER_FLAG_TRAINABLE : 0;
  integer(LAYER_FLAGS, load<u8>(layer, LAYER_FLAGS) & ~legal, 0, 0);
  word(LAYER_UNITS, isDense ? 1 : n, isDense ? UNITS_LIMIT : n);
  real(LAYER_VALUES, !activates || applied == LEAKY_RELU, isScaler ? DECAY : FRACTION);
  real(LAYER_VALUES + 4, isDense || isScaler || normalizes, isDense ? SHARE : normalizes ? POSITIVE : NOT_NEGATIVE);
  real(LAYER_VALUES + 8, isDense || isScaler, isDense ? SHARE : NOT_NEGATIVE);
  real(LAYER_VALUES + 12, false, SHARE);
  if (!isLast()) return;
  if (loss == CROSS_ENTROPY) {
    byte(LAYER_ACTIVATION, SOFTMAX, SOFTMAX);
    word(LAYER_UNITS, 2, UNITS_LIMIT);
  }
  if (loss == BINARY_CROSS_ENTROPY) byte(LAYER_ACTIVATION, SIGMOID, SIGMOID);
  if (flags & FLAG_TARGETS && (applied == SIGMOID || applied == SOFTMAX)) byte(LAYER_ACTIVATION, 0, 0);
}
