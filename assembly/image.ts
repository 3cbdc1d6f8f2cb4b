/**
 * The image at hand: what its header says, and where its parts lie. The layout itself is drawn in src/abi.ts.
 * An image from outside is at hand while it is checked: the fields of a header may be anything then, and the addresses
 * below are told only as far as the tables they are computed from have been found legal.
 */
import {
  DRIFT_BYTES, FLAG_ANOMALY, FLAG_MISSING, HEADER_BATCH, HEADER_BYTES, HEADER_CRC, HEADER_DRIFTS, HEADER_FLAGS,
  HEADER_INPUTS, HEADER_LAYERS, HEADER_LENGTH, HEADER_LOSS, HEADER_MEMBERS, HEADER_OUTPUTS, HEADER_REPLAYS,
  HEADER_STATE, HEADER_STATE_BYTES, LAYER_BYTES, MEMBER_AVERAGE_BOTH, MEMBER_BYTES, MEMBER_STATE_BYTES, MIXTURE_BYTES,
  MIXTURE_STATE, REPLAY_BYTES, REPLAY_ROWS, STATE_BYTES,
} from "../src/abi";
import { crc32 } from "./crc";
import { HASH_START, hashBytes } from "./hash";

export let image: usize = 0;
export let flags: u32 = 0;
export let inputs: i32 = 0;
export let outputs: i32 = 0;
export let loss: i32 = 0;
/** Samples that make a step. */
export let capacity: i32 = 0;
/** Inputs may be missing. */
export let missing: bool = false;
/** Answers that are mixed: one a member, two of one that answers with its average too. */
export let experts: i32 = 0;

/** Makes the image at this address the one at hand. Its header must be readable; `countExperts` comes later. */
export function look(address: usize): void {
  image = address;
  flags = load<u32>(image, HEADER_FLAGS);
  inputs = load<u32>(image, HEADER_INPUTS);
  outputs = load<u32>(image, HEADER_OUTPUTS);
  loss = load<u8>(image, HEADER_LOSS);
  capacity = load<u32>(image, HEADER_BATCH);
  missing = (flags & FLAG_MISSING) != 0;
}

/** The members' records must be readable. */
export function countExperts(): void {
  experts = load<u16>(image, HEADER_MEMBERS);
  for (let member = membersAt(); member < layersAt(); member += MEMBER_BYTES) {
    if (load<u32>(member, MEMBER_AVERAGE_BOTH)) experts++;
  }
}

/** Refreshes length and CRC: the core part is then a valid file. */
export function seal(): void {
  store<u32>(image, <u32>(stateEnd() - image), HEADER_LENGTH);
  store<u32>(image, crc(), HEADER_CRC);
}

/** CRC-32 of the core part without the four bytes of the CRC itself. */
export function crc(): u32 {
  const head = crc32(0, image, HEADER_CRC);
  return crc32(head, image + HEADER_CRC + 4, load<u32>(image, HEADER_LENGTH) - HEADER_CRC - 4);
}

/** FNV-1a of the state. */
export function checksumOfState(): u32 {
  return hashBytes(HASH_START, stateAt(), stateEnd() - stateAt());
}

// --- Tables ---

export function membersAt(): usize {
  return image + HEADER_BYTES;
}

export function layersAt(): usize {
  return membersAt() + <usize>load<u16>(image, HEADER_MEMBERS) * MEMBER_BYTES;
}

/** The mixture's record; there is one where there are experts to mix. */
export function mixtureAt(): usize {
  return layersAt() + <usize>load<u16>(image, HEADER_LAYERS) * LAYER_BYTES;
}

/** Where the replay's record lies, or would lie. */
export function replayAt(): usize {
  return mixtureAt() + (experts > 1 ? <usize>MIXTURE_BYTES : 0);
}

export function hasReplay(): bool {
  return load<u16>(image, HEADER_REPLAYS) != 0;
}

export function hasDrifts(): bool {
  return load<u16>(image, HEADER_DRIFTS) != 0;
}

/** The first detector's record. */
export function driftsAt(): usize {
  return replayAt() + <usize>load<u16>(image, HEADER_REPLAYS) * REPLAY_BYTES;
}

/** The class weights of the tables. */
export function classWeightsAt(): usize {
  return driftsAt() + <usize>load<u16>(image, HEADER_DRIFTS) * DRIFT_BYTES;
}

// --- State ---

export function stateAt(): usize {
  return image + load<u32>(image, HEADER_STATE);
}

export function stateEnd(): usize {
  return stateAt() + load<u32>(image, HEADER_STATE_BYTES);
}

export function memberStatesAt(): usize {
  return stateAt() + STATE_BYTES;
}

/** A word a layer: 1 where it learns. */
export function trainableAt(): usize {
  return memberStatesAt() + <usize>load<u16>(image, HEADER_MEMBERS) * MEMBER_STATE_BYTES;
}

export function mixtureStateAt(): usize {
  return image + load<u32>(mixtureAt(), MIXTURE_STATE);
}

/** The end of what lies before the rows of batch or replay: class counts, or the quantile of the scores. */
export function beforeRows(): usize {
  if (hasReplay()) return image + load<u32>(replayAt(), REPLAY_ROWS);
  return capacity > 1 ? pendingAt() : stateEnd();
}

/** The waiting samples: the last thing in the state. */
export function pendingAt(): usize {
  return stateEnd() - rowBytes() * capacity;
}

/** Bytes of a sample that waits in batch or replay: inputs, target, sample weight. */
export function rowBytes(): usize {
  return (<usize>inputs + targets() + 1) << 2;
}

/** Numbers of a target in a row: an anomaly model's target is its input. */
export function targets(): i32 {
  return flags & FLAG_ANOMALY ? 0 : outputs;
}
