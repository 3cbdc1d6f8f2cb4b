/** The target of the sample at hand: numbers or a class, as given or standardised. */
import { HEADER_TARGET_CLIP, HEADER_TARGET_EPSILON, MISSING } from "../src/abi";
import { answer, image, outputs } from "./cursor";
import { targetScalerOf } from "./image";
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

/** From now on targets are standardised as the model at hand says, with its statistics of now. */
export function standardizeTargets(): void {
  const scaler = targetScalerOf(image);
  means = scaler ? scaler + statistics(outputs, false) : 0;
  variances = means + (<usize>outputs << 2);
  clip = load<f32>(image, HEADER_TARGET_CLIP);
  epsilon = load<f32>(image, HEADER_TARGET_EPSILON);
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
  for (let i = 0; i < outputs; i++, row += 4) store<f32>(row, rawTargetAt(i));
  store<f32>(row, weight);
}

/** Target of output i as it is learnt. */
export function targetAt(i: i32): f32 {
  const t = rawTargetAt(i);
  if (!means) return t;
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
