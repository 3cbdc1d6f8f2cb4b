/** The target of the sample at hand: numbers or a class, as given or standardised. */
import {
  FLAG_ANOMALY, FLAG_BALANCED, FLAG_CLASS_WEIGHTS, HEADER_TARGET_CLIP, HEADER_TARGET_EPSILON, LAYER_CLIP, LAYER_EPSILON,
  MISSING,
} from "../src/abi";
import { answer, layer, parameters, targetScaler, toFirst } from "./cursor";
import { isLegal } from "./guard";
import { beforeRows, classWeightsAt, flags, image, inputs, missing, outputs, targets } from "./image";
import { at, put } from "./kernels";
import { deviation, standardized } from "./layers/standardize";
import { statistics } from "./tensors";

let values: usize = 0;
let hot: i32 = 0;
/** 0 where targets are learnt as they are. */
let means: usize = 0;
let variances: usize = 0;
let clip: f32 = 0;
let epsilon: f32 = 0;

/** What `targetsFrom` takes to come back to the target at hand. */
export function targetAtHand(): usize {
  return values;
}

/** Targets are the numbers at `address`; 0: the class of the last `targetClass`. */
export function targetsFrom(address: usize): void {
  values = address;
}

/** The target is class k: a vector with a one at k. With a single sigmoid output class 1 is a one, class 0 a zero. */
export function targetClass(k: i32): void {
  values = 0;
  hot = outputs == 1 ? 1 - k : k;
}

/**
 * From now on targets are standardised as the model at hand says, with its statistics of now: by the scaler of the
 * targets, or those of an anomaly model, which are inputs, by that of the inputs.
 */
export function standardizeTargets(): void {
  if (flags & FLAG_ANOMALY) {
    toFirst();
    means = parameters() + statistics(outputs, missing);
    clip = load<f32>(layer, LAYER_CLIP);
    epsilon = load<f32>(layer, LAYER_EPSILON);
  } else {
    means = targetScaler ? targetScaler + statistics(outputs, false) : 0;
    clip = load<f32>(image, HEADER_TARGET_CLIP);
    epsilon = load<f32>(image, HEADER_TARGET_EPSILON);
  }
  variances = means + (<usize>outputs << 2);
}

/** Target of output i as given. */
export function rawTargetAt(i: i32): f32 {
  return values ? at(values, i) : i == hot ? 1 : 0;
}

/** Writes a sample with the target at hand as a row. A missing input becomes MISSING: nothing stores a NaN. */
export function keepRow(row: usize, sample: usize, weight: f32): void {
  for (let i = 0; i < inputs; i++) {
    const value = at(sample, i);
    put(row, i, value == value ? value : <f32>MISSING);
  }
  row += <usize>inputs << 2;
  for (let i = 0; i < targets(); i++) put(row, i, rawTargetAt(i));
  put(row, targets(), weight);
}

/** Target of output i as it is learnt. */
export function targetAt(i: i32): f32 {
  const t = rawTargetAt(i);
  if (!means) return t;
  // A missing input of an anomaly model counts as its mean.
  return isLegal(t) ? standardized(t, at(means, i), at(variances, i), clip, epsilon) : 0;
}

/** Puts the answer back into the units of the targets, in place. */
export function restoreUnits(): void {
  if (!means) return;
  for (let i = 0; i < outputs; i++) {
    put(answer, i, at(answer, i) * deviation(at(variances, i), epsilon) + at(means, i));
  }
}

// --- Class weights ---

/** Counts the target at hand, where classes are to weigh alike. */
export function countClass(): void {
  if (!(flags & FLAG_BALANCED)) return;
  const counter = classCounts() + (<usize>likeliestClass() << 2);
  const counted = load<u32>(counter) + 1;
  if (counted) store<u32>(counter, counted);
}

/**
 * What the class of the target at hand weighs: the sum of its shares times the weights of the classes. Balanced:
 * samples / (classes x samples of the class), as scikit-learn has it, over the samples so far.
 */
export function classWeight(): f32 {
  if (!(flags & (FLAG_BALANCED | FLAG_CLASS_WEIGHTS))) return 1;
  let all: f32 = 0;
  let sum: f32 = 0;
  if (flags & FLAG_BALANCED) {
    for (let i = 0; i < outputs; i++) all += <f32>countOf(i);
    // A class that was only ever a lesser share of a soft target counts as seen once.
    for (let i = 0; i < outputs; i++) sum += targetAt(i) * (all / (<f32>outputs * <f32>max<u32>(countOf(i), 1)));
  } else {
    for (let i = 0; i < outputs; i++) sum += targetAt(i) * at(classWeightsAt(), i);
  }
  return sum;
}

function classCounts(): usize {
  return beforeRows() - (<usize>outputs << 2);
}

function countOf(i: i32): u32 {
  return load<u32>(classCounts() + (<usize>i << 2));
}

export function likeliestClass(): i32 {
  let best = 0;
  for (let i = 1; i < outputs; i++) if (rawTargetAt(i) > rawTargetAt(best)) best = i;
  return best;
}
