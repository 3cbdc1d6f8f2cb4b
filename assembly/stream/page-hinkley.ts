/**
 * Page-Hinkley (Page 1954), for a rise of the mean: s = max(0, alpha s + (x - mean - delta)), drift where s passes the
 * threshold. Values: samples 30 before it speaks, delta .005, threshold 50, alpha .9999. State: n u32, mean, s.
 */
import { DRIFT_VALUES } from "../../src/abi";
import { MIN_NORMAL } from "../math";

export const PAGE_HINKLEY_BYTES = 12;

export function updatePageHinkley(record: usize, state: usize, value: f32): i32 {
  // Past 2^24 samples a float32 mean no longer moves by 1 / n: it goes on as a fading one.
  const n = min<u32>(load<u32>(state) + 1, 1 << 24);
  const mean = load<f32>(state, 4) + (value - load<f32>(state, 4)) / <f32>n;
  const excess: f32 = value - mean - load<f32>(record, DRIFT_VALUES + 4);
  const sum: f32 = load<f32>(record, DRIFT_VALUES + 12) * load<f32>(state, 8) + excess;
  store<u32>(state, n);
  store<f32>(state, mean, 4);
  store<f32>(state, sum < MIN_NORMAL ? 0 : sum, 8);
  return n >= <u32>load<f32>(record, DRIFT_VALUES) && sum > load<f32>(record, DRIFT_VALUES + 8) ? 2 : 0;
}
