/**
 * One member: its layers walked forwards and backwards.
 *
 *   forward   layers first to last
 *   backward  layers last to first, all deltas with the old weights; returns the squared gradient norm
 *   update    layers last to first, weights, then running statistics
 *
 * `backward` and `update` are apart so that nothing is changed before loss and norm are known to be finite.
 */
import { BATCH_NORM, DENSE, DROPOUT, LINEAR, STANDARDIZE } from "../src/abi";
import { activate, slopes } from "./activations";
import {
  activation, alpha, d, down, dx, index, isLast, kind, learns, lowestThatLearns, n, rows, toFirst, toLast, units, up,
  walkFrom, x, xStride, y,
} from "./cursor";
import { beginWatch, recordGradient, watch } from "./health";
import { copyWords } from "./kernels";
import * as batchNorm from "./layers/batch-norm";
import * as dense from "./layers/dense";
import * as dropout from "./layers/dropout";
import * as standardize from "./layers/standardize";

/** Not finite after a training pass whose running statistics would not be. */
export let spread: f32 = 0;

let lowest: i32 = 0;

/**
 * Answers for `sampleCount` samples. In training dropout draws, batch normalisation uses the batch; with `logits` the
 * last activation is left out: the loss wants what is before it; `isNew` ones are watched for stuck units. The walk
 * stays at the last layer.
 */
export function forward(
  samples: usize, stride: usize, sampleCount: i32, training: bool, logits: bool, isNew: bool,
): void {
  spread = 0;
  lowest = lowestThatLearns();
  walkFrom(samples, stride, sampleCount);
  if (isNew) beginWatch();
  toFirst();
  while (true) {
    if (kind == BATCH_NORM) spread += batchNorm.forward(training);
    else {
      let from = x;
      let to = y;
      for (let b = rows; b > 0; b--, from += xStride, to += <usize>units << 2) {
        if (kind == DENSE) dense.forward(from, to);
        else if (kind == STANDARDIZE) standardize.forward(from, to);
        else if (kind == DROPOUT && training) dropout.forward(from, to, index > lowest);
        else copyWords(to, from, <usize>n << 2);
      }
    }
    const last = isLast();
    if (!(logits && last)) activateRows();
    if (last) return;
    if (isNew) watch();
    up();
  }
}

/** The activation of the layer at hand, in place. */
export function activateRows(): void {
  const end = y + (<usize>(rows * units) << 2);
  for (let row = y; row < end; row += <usize>units << 2) activate(activation(), alpha(), row, units);
}

/**
 * From the last layer, where the walk stands, with the errors at its pre-activations in its outputs, down to the lowest
 * that learns.
 */
export function backward(): f32 {
  let norm: f32 = 0;
  while (index >= lowest) {
    const goesOn = index > lowest;
    // The last layer's errors are at its pre-activations already.
    if (kind == DENSE && !isLast()) slopeRows(d);
    if (learns()) norm += recordGradient(kind == DENSE ? dense.squaredNorm() : batchNorm.squaredNorm());
    if (!goesOn) break;
    if (kind == DENSE) dense.backward();
    else if (kind == BATCH_NORM) batchNorm.backward();
    else if (kind == DROPOUT) dropout.backward();
    else {
      copyWords(dx, d, <usize>(rows * n) << 2);
      if (!isLast()) slopeRows(dx);
    }
    down();
  }
  return norm;
}

/** One update of every layer that learns, with the gradients times `scale`. */
export function update(scale: f32): void {
  toLast();
  while (index >= lowest) {
    if (learns()) {
      if (kind == DENSE) dense.update(scale);
      else batchNorm.update(scale);
    }
    if (index == lowest) break;
    down();
  }
}

// --- Rows of the layer at hand ---

/** Deltas at the pre-activations from those at y, in place. */
function slopeRows(deltas: usize): void {
  if (activation() != LINEAR) slopes(activation(), alpha(), y, deltas, rows * units);
}
