/**
 * The .millrace image: where its parts lie, whether it is one, and what it will take.
 * An image is an untrusted file: every field is checked before it is used, sizes in 64 bits.
 * The layout itself is drawn in src/abi.ts.
 */
import {
  ABI_VERSION, DRIFT_BYTES, E_CRC, E_FORMAT, E_MEMORY, E_VERSION, FLAG_ANOMALY, FLAG_FRESH, FLAG_MISSING, FLAG_TARGETS,
  FORMAT_VERSION, HEADER_ABI, HEADER_BATCH, HEADER_BYTES, HEADER_CRC, HEADER_DRIFTS, HEADER_FLAGS, HEADER_FORMAT,
  HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_MAGIC, HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_REPLAYS,
  HEADER_STATE, HEADER_STATE_BYTES, LAYER_BYTES, LAYER_KIND, LAYER_PARAMETERS, LAYER_UNITS, MAGIC, MEMBER_BYTES,
  MEMBER_LAYERS, MEMBER_STATE_BYTES, MIXTURE_BYTES, MIXTURE_STATE, OK, REPLAY_BYTES, REPLAY_ROWS, STANDARDIZE,
  STATE_BYTES,
} from "../src/abi";
import { crc32 } from "./crc";
import { fail } from "./errors";
import { scalerBytes } from "./layers/standardize";
import { CONTROL_BYTES, isReadable } from "./memory";
import { checkTables, deltaBytes, experts, expertsOf, gradientBytes, healthBytes, outputBytes } from "./tables";

/**
 * Checks that [image, image + length) begins with a whole core part whose tables are legal, and works out its sizes.
 * `sealed`: the CRC must hold too. Afterwards `imageBytes` and `blockBytes` are set.
 */
export function check(image: usize, length: u32, sealed: bool): i32 {
  if (!isReadable(image, length)) return fail(E_MEMORY, image, length, 0);
  if (length < <u32>HEADER_BYTES) return fail(E_FORMAT, HEADER_LENGTH, HEADER_BYTES, length);
  const magic = load<u32>(image, HEADER_MAGIC);
  if (magic != MAGIC) return fail(E_FORMAT, HEADER_MAGIC, MAGIC, magic);
  const format = load<u16>(image, HEADER_FORMAT);
  if (format != FORMAT_VERSION) return fail(E_VERSION, HEADER_FORMAT, FORMAT_VERSION, format);
  const abi = load<u16>(image, HEADER_ABI);
  if (abi != ABI_VERSION) return fail(E_VERSION, HEADER_ABI, ABI_VERSION, abi);
  const own = load<u32>(image, HEADER_LENGTH);
  if (own < <u32>HEADER_BYTES || own > length) return fail(E_FORMAT, HEADER_LENGTH, own, length);
  if (sealed) {
    const crc = crcOf(image, own);
    if (load<u32>(image, HEADER_CRC) != crc) return fail(E_CRC, HEADER_CRC, load<u32>(image, HEADER_CRC), crc);
  }
  const refused = checkTables(image, own);
  if (refused < 0) return refused;
  return plan(image, own);
}

/** Of the image checked last: bytes of its core part with its state, and of the whole block. */
export let imageBytes: u64 = 0;
export let blockBytes: u64 = 0;
/** Of the answer and the experts' answers; 0 where one network answers. */
export let expertBytes: u64 = 0;

/** Refreshes length and CRC: the core part is then a valid file. */
export function seal(image: usize): void {
  const length = load<u32>(image, HEADER_STATE) + load<u32>(image, HEADER_STATE_BYTES);
  store<u32>(image, length, HEADER_LENGTH);
  store<u32>(image, crcOf(image, length), HEADER_CRC);
}

// --- Where things lie in a checked image ---

export function membersOf(image: usize): usize {
  return image + HEADER_BYTES;
}

export function layersOf(image: usize): usize {
  return image + HEADER_BYTES + <usize>load<u16>(image, HEADER_MEMBERS) * MEMBER_BYTES;
}

export function stateOf(image: usize): usize {
  return image + load<u32>(image, HEADER_STATE);
}

/** The mixture's record; there is one where there are experts to mix. */
export function mixtureOf(image: usize): usize {
  return layersOf(image) + <usize>load<u16>(image, HEADER_LAYERS) * LAYER_BYTES;
}

export function mixtureStateOf(image: usize): usize {
  return image + load<u32>(mixtureOf(image), MIXTURE_STATE);
}

/** The replay's record, or 0. */
export function replayOf(image: usize): usize {
  return load<u16>(image, HEADER_REPLAYS) ? behindMixture(image) : 0;
}

/** The first detector's record. */
export function driftsOf(image: usize): usize {
  return behindMixture(image) + <usize>load<u16>(image, HEADER_REPLAYS) * REPLAY_BYTES;
}

/** The class weights of the tables. */
export function classWeightsOf(image: usize): usize {
  return driftsOf(image) + <usize>load<u16>(image, HEADER_DRIFTS) * DRIFT_BYTES;
}

function behindMixture(image: usize): usize {
  return mixtureOf(image) + (expertsOf(image) > 1 ? <usize>MIXTURE_BYTES : 0);
}

export function memberStatesOf(image: usize): usize {
  return stateOf(image) + STATE_BYTES;
}

export function trainableOf(image: usize): usize {
  return memberStatesOf(image) + <usize>load<u16>(image, HEADER_MEMBERS) * MEMBER_STATE_BYTES;
}

/** The scaler of the targets: behind those of the inputs; 0 where targets are learnt as they are. */
export function targetScalerOf(image: usize): usize {
  const flags = load<u32>(image, HEADER_FLAGS);
  if (!(flags & FLAG_TARGETS)) return 0;
  const layerCount = <usize>load<u16>(image, HEADER_LAYERS);
  let end = trainableOf(image) + (layerCount << 2);
  const layers = layersOf(image);
  for (let l: usize = 0; l < layerCount; l++) {
    const layer = layers + l * LAYER_BYTES;
    if (load<u8>(layer, LAYER_KIND) != STANDARDIZE) continue;
    const scaler = image + load<u32>(layer, LAYER_PARAMETERS);
    const bytes = <usize>scalerBytes(load<u32>(layer, LAYER_UNITS), (flags & FLAG_MISSING) != 0);
    end = max<usize>(end, scaler + bytes);
  }
  return end;
}

/** Bytes of a sample that waits in batch or replay: inputs, target, sample weight. */
export function rowBytesOf(image: usize): usize {
  return (<usize>load<u32>(image, HEADER_INPUTS) + targetsOf(image) + 1) << 2;
}

/** Numbers of a target: an anomaly model's is its input. */
export function targetsOf(image: usize): i32 {
  return load<u32>(image, HEADER_FLAGS) & FLAG_ANOMALY ? 0 : load<u32>(image, HEADER_OUTPUTS);
}

/** The end of what lies before the rows of batch or replay: class counts, or the quantile of the scores. */
export function beforeRows(image: usize): usize {
  const replay = replayOf(image);
  if (replay) return image + load<u32>(replay, REPLAY_ROWS);
  const end = stateOf(image) + load<u32>(image, HEADER_STATE_BYTES);
  return load<u32>(image, HEADER_BATCH) > 1 ? pendingOf(image) : end;
}

/** The waiting samples: the last thing in the state. */
export function pendingOf(image: usize): usize {
  const end = stateOf(image) + load<u32>(image, HEADER_STATE_BYTES);
  return end - rowBytesOf(image) * load<u32>(image, HEADER_BATCH);
}

/** Inputs of layer l. */
export function widthBelow(image: usize, l: i32): usize {
  let first = 0;
  for (let member = membersOf(image); first < l; member += MEMBER_BYTES) first += load<u16>(member, MEMBER_LAYERS);
  const isFirst = first == l;
  return isFirst ? load<u32>(image, HEADER_INPUTS) : load<u32>(layersOf(image) + <usize>(l - 1) * LAYER_BYTES, LAYER_UNITS);
}

// --- Sizes ---

/** CRC-32 of the core part without the four bytes of the CRC itself. */
function crcOf(image: usize, length: u32): u32 {
  const head = crc32(0, image, HEADER_CRC);
  return crc32(head, image + HEADER_CRC + 4, length - HEADER_CRC - 4);
}

function plan(image: usize, own: u32): i32 {
  const stateOffset = load<u32>(image, HEADER_STATE);
  const stateBytes = load<u32>(image, HEADER_STATE_BYTES);
  const inputs = <u64>load<u32>(image, HEADER_INPUTS);
  const outputs = <u64>load<u32>(image, HEADER_OUTPUTS);
  imageBytes = <u64>stateOffset + stateBytes;
  if (!(load<u32>(image, HEADER_FLAGS) & FLAG_FRESH) && own != imageBytes) {
    return fail(E_FORMAT, HEADER_LENGTH, <u32>imageBytes, own);
  }
  const buffers = (inputs + outputs) << 2;
  expertBytes = experts > 1 ? (outputs * (<u64>experts + 3)) << 2 : 0;
  const workspace = <u64>CONTROL_BYTES + buffers + outputBytes + deltaBytes + gradientBytes + healthBytes + expertBytes;
  blockBytes = ((imageBytes + 15) & ~15) + ((workspace + 15) & ~15);
  // Past 2^31 nothing fits: said before any arithmetic on 32-bit addresses.
  return blockBytes > 0x7fffffff ? fail(E_MEMORY, 0, <u32>min<u64>(blockBytes, u32.MAX_VALUE), 0x7fff0000) : OK;
}
