/**
 * Rows kept for replay, as they came: inputs, target, sample weight. Scaled when they are learnt again.
 *
 *   ring      the last `capacity` rows
 *   balanced  for each class a reservoir (Vitter 1985) of capacity / classes rows: every row of a class has the same
 *             chance to be in it, and a rare class has as much room as a common one
 *
 * Draws are uniform with replacement over the rows held.
 */
import { BALANCED, REPLAY_CAPACITY, REPLAY_POLICY, REPLAY_ROWS, STATE_GENERATOR } from "../../src/abi";
import { hasReplay, image, outputs, replayAt, rowBytes, stateAt } from "../image";
import { next } from "../random";
import { keepRow, likeliestClass } from "../targets";

let balanced: bool = false;
let classes: i32 = 0;
let share: u32 = 0;
/** Two words a class: rows seen (ring: the next place), rows held. */
let counts: usize = 0;

/** Makes the replay of the model at hand the one of the calls below; false where it has none. */
export function enterReplay(): bool {
  if (!hasReplay()) return false;
  const record = replayAt();
  balanced = load<u32>(record, REPLAY_POLICY) == BALANCED;
  classes = balanced ? outputs : 1;
  share = load<u32>(record, REPLAY_CAPACITY) / classes;
  counts = image + load<u32>(record, REPLAY_ROWS);
  return true;
}

/** A row drawn from those held, or 0 where none is. */
export function drawRow(): usize {
  let held: u32 = 0;
  for (let c = 0; c < classes; c++) held += heldOf(c);
  if (!held) return 0;
  let at = below(held);
  let c = 0;
  while (at >= heldOf(c)) at -= heldOf(c++);
  return rowOf(c, at);
}

/** Takes the sample at hand, with its target and weight. */
export function remember(sample: usize, weight: f32): void {
  const c = balanced ? likeliestClass() : 0;
  const entry = counts + (<usize>c << 3);
  const seen = load<u32>(entry);
  let place = heldOf(c);
  if (place < share) {
    store<u32>(entry, place + 1, 4);
  } else {
    place = balanced ? below(seen + 1) : seen;
  }
  const after = balanced ? seen + 1 : (place + 1) % share;
  // A count that would wrap stays: from 4 billion rows on the reservoir keeps a minute share of the newest.
  if (after || !balanced) store<u32>(entry, after);
  if (place < share) keepRow(rowOf(c, place), sample, weight);
}

// --- Places ---

function heldOf(c: i32): u32 {
  return load<u32>(counts + (<usize>c << 3), 4);
}

function rowOf(c: i32, at: u32): usize {
  return counts + (<usize>classes << 3) + (<usize>c * share + at) * rowBytes();
}

/** Uniform in [0, n): the high word of a draw times n. */
function below(n: u32): u32 {
  return <u32>((<u64>next(stateAt() + STATE_GENERATOR) * n) >> 32);
}
