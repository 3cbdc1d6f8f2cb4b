/**
 * The arena: one block a model, and the table from handles to blocks.
 *
 *   block   ┌──────────────────────────────┬─────────┬───────┬────────┬─────────┬────────┬──────────┬────────┐
 *           │ image: the .millrace core part│ control │ input │ target │ outputs │ deltas │ gradient │ health │
 *           └──────────────────────────────┴─────────┴───────┴────────┴─────────┴────────┴──────────┴────────┘
 *           16-aligned                      16-aligned └ 4-aligned from here on
 *   outputs   f32[batch][units] of each layer, in order
 *   deltas    f32[batch][units] of each layer but a standardize and the last (whose deltas overwrite its outputs);
 *             during the forward pass the deltas of the layer below a dropout hold its mask
 *   gradient  f32[largest fan-in], batch > 1 only
 *   health    per layer: fading squared gradient norm f32, stuck units u32; then a bit a unit, 0 = stuck so far
 *   behind it, with several experts: the answer, the experts' answers, two mixes, f32[outputs] each
 *
 * A closed block goes into a list of blocks of its size; one at the end of the arena is given back to it.
 * Nothing is zero-initialised by more than WebAssembly's own rule: globals start as literal zeros, so no start section.
 */
import { E_HANDLE, E_MEMORY, HANDLE_SLOT_BITS } from "../src/abi";
import { fail } from "./errors";
import { copyWords } from "./kernels";

export const CONTROL_IMAGE: usize = 0;
export const CONTROL_GENERATION: usize = 4;
export const CONTROL_BLOCK_BYTES: usize = 8;
export const CONTROL_INPUT: usize = 12;
export const CONTROL_TARGET: usize = 16;
export const CONTROL_OUTPUTS: usize = 20;
/** Outputs of the last layer. */
export const CONTROL_ANSWER: usize = 24;
export const CONTROL_DELTAS: usize = 28;
export const CONTROL_GRADIENT: usize = 32;
export const CONTROL_HEALTH: usize = 36;
export const CONTROL_LOSS: usize = 40;
export const CONTROL_SAMPLE_WEIGHT: usize = 44;
export const CONTROL_WINDOW: usize = 48;
export const CONTROL_PREDICTIONS: usize = 56;
export const CONTROL_REFUSED: usize = 64;
export const CONTROL_SCORE: usize = 72;
/** Fading losses of the members that replay: on new samples, on replayed ones. */
export const CONTROL_FRESH_LOSS: usize = 76;
export const CONTROL_REPLAY_LOSS: usize = 80;
export const CONTROL_BYTES: usize = 88;

const PAGE_SHIFT = 16;
/** Addresses stay below 2^31: an i32 result is never an address and a sign. */
const MAXIMUM: usize = 0x7fff0000;
const FIRST_SLOTS: u32 = 8;
const SLOT_MASK: u32 = (1 << HANDLE_SLOT_BITS) - 1;
const GENERATIONS: u32 = 1 << (31 - HANDLE_SLOT_BITS);
/**
 * The statics, in one piece so that nothing lies behind the arena: the first slots, so that one model takes exactly
 * what `measure` says; the tensor that `parameter` found; the arena of microcontrollers. ARENA, given by the build, is
 * its size; 0 on hosts, whose arena grows behind the statics.
 */
const FIRST_TABLE: usize = memory.data(64 + ARENA, 16);
export const FOUND: usize = FIRST_TABLE + 32;
const STATIC_ARENA: usize = FIRST_TABLE + 64;
// Immutable exports by these names let WAMR cut the page down to what is used.
export const DATA_END: usize = STATIC_ARENA;
export const HEAP_BASE: usize = STATIC_ARENA + ARENA;

/**
 * Bytes of the static arena. A global of its own, with its value in the global section: a module for one model is made
 * by writing that model's bytes there.
 */
let room: usize = ARENA;
let top: usize = 0;
let end: usize = 0;
let table: usize = 0;
/** Entries of the table, used ones, and 1 + the index of the first closed one. */
let slots: u32 = 0;
let issued: u32 = 0;
let freeSlot: u32 = 0;
let freeBlocks: usize = 0;
let before: usize = 0;

export function align16(bytes: usize): usize {
  return (bytes + 15) & ~15;
}

/** First free aligned address. */
export function arena(): usize {
  if (!top) {
    top = arenaStart();
    end = ARENA > 0 ? top + room : MAXIMUM;
    table = FIRST_TABLE;
    slots = FIRST_SLOTS;
  }
  return top;
}

/** Bytes the arena may use in all, taken ones included. */
export function capacity(): usize {
  arena();
  return end - arenaStart();
}

/** Shrinks the arena to `bytes`; before the first open. */
export function limit(bytes: u32): i32 {
  const free = capacity();
  if (issued || bytes > <u32>free) return fail(E_MEMORY, 0, bytes, <u32>free);
  room = bytes;
  end = (arenaStart() + bytes) & ~15;
  return 0;
}

/** True where [address, address + length) lies in the arena's memory as it is now. */
export function isReadable(address: usize, length: u32): bool {
  return address >= arenaStart() && <u64>address + length <= <u64>memoryEnd();
}

/**
 * Takes a block: a closed one of this size, else the next at `arena()`.
 * Returns 0 and sets E_MEMORY where it does not fit; nothing is changed then.
 */
export function take(bytes: usize): usize {
  const reused = reuse(bytes);
  if (reused) return reused;
  if (!reserve(bytes)) return 0;
  const start = top;
  top += align16(bytes);
  return start;
}

/** Whether `bytes` are free behind `arena()`, after growing where that is allowed. */
export function reserve(bytes: usize): bool {
  // Both are below 2^31.
  const needed = arena() + bytes;
  return (needed <= end && ensure(needed)) || fail(E_MEMORY, 0, <u32>bytes, <u32>(end - top)) == 0;
}

/** Gives a block back. */
export function release(block: usize, bytes: usize): void {
  bytes = align16(bytes);
  if (block + bytes == top) {
    top = block;
    return;
  }
  const list = listOf(bytes);
  if (list) {
    store<usize>(block, load<usize>(list, 4), 4);
    store<usize>(list, block, 4);
    return;
  }
  store<usize>(block, bytes);
  store<usize>(block, 0, 4);
  store<usize>(block, freeBlocks, 8);
  freeBlocks = block;
}

/** A handle for a control record, or an error code. */
export function issue(control: usize): i32 {
  let slot = freeSlot - 1;
  let generation: u32 = 0;
  if (freeSlot) {
    // A closed entry holds: next closed << 12 | generation << 1 | 1. Open ones are 16-aligned addresses.
    const entry = load<u32>(entryOf(slot));
    generation = (entry >>> 1) & (GENERATIONS - 1);
    freeSlot = entry >>> 12;
  } else {
    if (issued == slots && !growTable()) return E_MEMORY;
    slot = issued++;
  }
  store<u32>(entryOf(slot), control);
  store<u32>(control, generation, CONTROL_GENERATION);
  return (generation << HANDLE_SLOT_BITS) | (slot + 1);
}

/** The control record of a handle, or 0 with E_HANDLE set. */
export function controlOf(handle: i32): usize {
  const slot = (<u32>handle & SLOT_MASK) - 1;
  if (handle > 0 && slot < issued) {
    const control = load<u32>(entryOf(slot));
    if (!(control & 1) && load<u32>(control, CONTROL_GENERATION) == <u32>handle >>> HANDLE_SLOT_BITS) return control;
  }
  fail(E_HANDLE, handle, 0, 0);
  return 0;
}

/** Makes a handle stale: its slot is issued again under the next generation. */
export function revoke(handle: i32): void {
  const slot = (<u32>handle & SLOT_MASK) - 1;
  const generation = ((<u32>handle >>> HANDLE_SLOT_BITS) + 1) & (GENERATIONS - 1);
  store<u32>(entryOf(slot), (freeSlot << 12) | (generation << 1) | 1);
  freeSlot = slot + 1;
}

// --- Where the arena lies ---

function arenaStart(): usize {
  return ARENA > 0 ? STATIC_ARENA : align16(__heap_base);
}

function memoryEnd(): usize {
  return ARENA > 0 ? arenaStart() + room : <usize>memory.size() << PAGE_SHIFT;
}

/** Host builds grow here, inside `open`, by at least 1 MiB and an eighth of what there is. A static arena stays. */
function ensure(address: usize): bool {
  if (ARENA > 0) return true;
  const have = <usize>memory.size() << PAGE_SHIFT;
  if (address <= have) return true;
  const missing = address - have;
  const wanted = max<usize>(missing, max<usize>(have >> 3, 1 << 20));
  const room = MAXIMUM - have;
  if (memory.grow(<i32>((min<usize>(wanted, room) + 0xffff) >> PAGE_SHIFT)) >= 0) return true;
  return memory.grow(<i32>((missing + 0xffff) >> PAGE_SHIFT)) >= 0;
}

function reuse(bytes: usize): usize {
  const list = listOf(align16(bytes));
  if (!list) return 0;
  const second = load<usize>(list, 4);
  if (second) {
    store<usize>(list, load<usize>(second, 4), 4);
    return second;
  }
  if (before) store<usize>(before, load<usize>(list, 8), 8);
  else freeBlocks = load<usize>(list, 8);
  return list;
}

/** The first closed block of this size, or 0; `before` is the list above it. */
function listOf(bytes: usize): usize {
  // The size lists hang below one another by their first blocks: size, next of this size, next size.
  before = 0;
  let list = freeBlocks;
  while (list && load<usize>(list) != bytes) {
    before = list;
    list = load<usize>(list, 8);
  }
  return list;
}

function entryOf(slot: u32): usize {
  return table + (<usize>slot << 2);
}

function growTable(): bool {
  const bytes = <usize>slots << 2;
  if (slots > SLOT_MASK >>> 1) return false;
  const larger = take(bytes << 1);
  if (!larger) return false;
  copyWords(larger, table, bytes);
  if (table != FIRST_TABLE) release(table, bytes);
  table = larger;
  slots <<= 1;
  return true;
}
