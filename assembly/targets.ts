/** The target of the sample at hand: numbers or a class, as given or standardised. */
import {
  FLAG_ANOMALY, FLAG_BALANCED, FLAG_CLASS_WEIGHTS, HEADER_FLAGS, HEADER_TARGET_CLIP, HEADER_TARGET_EPSILON, LAYER_CLIP,
  LAYER_EPSILON, LIMIT, MISSING,
} from "../src/abi";
import { answer, image, layer, missing, outputs, parameters, toFirst } from "./cursor";
import { beforeRows, classWeightsOf, targetScalerOf, targetsOf } from "./image";
import { deviation, standardized, statistics } from "./layers/standardize";

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
  if (isAnomaly()) {
    toFirst();
    means = parameters() + statistics(outputs, missing);
    clip = load<f32>(layer, LAYER_CLIP);
    epsilon = load<f32>(layer, LAYER_EPSILON);
  } else {
    const scaler = targetScalerOf(image);
    means = scaler ? scaler + statistics(outputs, false) : 0;
    clip = load<f32>(image, HEADER_TARGET_CLIP);
    epsilon = load<f32>(image, HEADER_TARGET_EPSILON);
  }
  variances = means + (<usize>outputs << 2);
}

/** Whether the model at hand learns its own inputs. */
export function isAnomaly(): bool {
  return (load<u32>(image, HEADER_FLAGS) & FLAG_ANOMALY) != 0;
}

/** Target of output i as given. */
export function rawTargetAt(i: i32): f32 {
  return values ? load<f32>(values + (<usize>i << 2)) : i == hot ? 1 : 0;
}

/** Writes a sample with the target at hand as a row. A missing input becomes MISSING: nothing stores a NaN. */
export function keepRow(row: usize, sample: usize, weight: f32, inputs: i32): void {
  for (let i = 0; i < inputs; i++, row += 4, sample += 4) {
    const value = load<f32>(sample);
    store<f32>(row, value == value ? value : <f32>MISSING);
  }
  for (let i = 0, n = targetsOf(image); i < n; i++, row += 4) store<f32>(row, rawTargetAt(i));
  store<f32>(row, weight);
}

/** Target of output i as it is learnt. */
export function targetAt(i: i32): f32 {
  const t = rawTargetAt(i);
  if (!means) return t;
  // A missing input of an anomaly model counts as its mean.
  if (!(abs(t) < <f32>LIMIT)) return 0;
  const offset = <usize>i << 2;
  return standardized(t, load<f32>(means + offset), load<f32>(variances + offset), clip, epsilon);
}

/** Puts the answer back into the units of the targets, in place. */
export function restoreUnits(): void {
  if (!means) return;
  for (let i: usize = 0, end = <usize>outputs << 2; i < end; i += 4) {
    const sd = deviation(load<f32>(variances + i), epsilon);
    store<f32>(answer + i, load<f32>(answer + i) * sd + load<f32>(means + i));
  }
}

// --- Class weights ---

/** Counts the target at hand, where classes are to weigh alike. */
export function countClass(): void {
  if (!(load<u32>(image, HEADER_FLAGS) & FLAG_BALANCED)) return;
  const counter = beforeRows(image) - (<usize>outputs << 2) + (<usize>likeliestClass() << 2);
  const counted = load<u32>(counter) + 1;
  if (counted) store<u32>(counter, counted);
}

/**
 * What the class of the target at hand weighs: the sum of its shares times the weights of the classes. Balanced:
 * samples / (classes x samples of the class), as scikit-learn has it, over the samples so far.
 */
export function classWeight(): f32 {
  const flags = load<u32>(image, HEADER_FLAGS);
  if (!(flags & (FLAG_BALANCED | FLAG_CLASS_WEIGHTS))) return 1;
  const balanced = (flags & FLAG_BALANCED) != 0;
  const bytes = <usize>outputs << 2;
  const weights = balanced ? beforeRows(image) - bytes : classWeightsOf(image);
  let all: f32 = 0;
  if (balanced) for (let i: usize = 0; i < bytes; i += 4) all += <f32>load<u32>(weights + i);
  let sum: f32 = 0;
  for (let i = 0; i < outputs; i++) {
    const entry = weights + (<usize>i << 2);
    // A class that was only ever a lesser share of a soft target counts as seen once.
    sum += targetAt(i) * (balanced ? all / (<f32>outputs * <f32>max<u32>(load<u32>(entry), 1)) : load<f32>(entry));
  }
  return sum;
}

export function likeliestClass(): i32 {
  let best = 0;
  for (let i = 1; i < outputs; i++) if (rawTargetAt(i) > rawTargetAt(best)) best = i;
  return best;
}
