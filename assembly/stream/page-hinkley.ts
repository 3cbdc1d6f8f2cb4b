/**
 * Page-Hinkley (Page 1954): s = max(0, alpha s + (x - mean - delta)), drift where s passes the threshold: a rise of the
 * mean. An input may fall as well: there the same sum of mean - x is kept beside it. An error that falls is no drift.
 * Values: samples 30 before it speaks, delta .005, threshold 50, alpha .9999. State: n u32, mean, rise, fall.
 */
import { DRIFT_ON, DRIFT_VALUES, ON_INPUT } from "../../src/abi";
import { flushed } from "../math";
import { moveMean } from "./mean";

export const PAGE_HINKLEY_BYTES = 16;

export function updatePageHinkley(record: usize, state: usize, value: f32): i32 {
  const n = moveMean(state, value);
  const mean = load<f32>(state, 4);
  let largest = accumulate(record, state + 8, value - mean);
  if (load<u8>(record, DRIFT_ON) == ON_INPUT) largest = max<f32>(largest, accumulate(record, state + 12, mean - value));
  return n >= <u32>load<f32>(record, DRIFT_VALUES) && largest > load<f32>(record, DRIFT_VALUES + 8) ? 2 : 0;
}

function accumulate(record: usize, sum: usize, excess: f32): f32 {
  const kept: f32 = load<f32>(record, DRIFT_VALUES + 12) * load<f32>(sum);
  const next: f32 = kept + (excess - load<f32>(record, DRIFT_VALUES + 4));
  store<f32>(sum, flushed(next));
  return next;
}
