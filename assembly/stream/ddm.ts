/**
 * DDM (Gama et al. 2004), River's form. p is the error rate since the last reset, s = sqrt(p (1 - p) / n).
 * Where p + s is least, it is kept as p_min, s_min; p + s above p_min + 2 s_min warns, above p_min + 3 s_min is drift.
 * Values: warning 2, drift 3, samples 30 before it speaks. State: n u32, p, p_min, s_min.
 */
import { DRIFT_VALUES } from "../../src/abi";
import { moveMean } from "./mean";

export const DDM_BYTES = 16;

/** `value` is 1 for an error, else 0. */
export function updateDdm(record: usize, state: usize, value: f32): i32 {
  const n = moveMean(state, value);
  const p = load<f32>(state, 4);
  const s = sqrt<f32>((p * (1.0 - p)) / <f32>n);
  const quiet = <u32>load<f32>(record, DRIFT_VALUES + 8);
  if (n <= quiet) return 0;
  if (n == quiet + 1 || p + s <= load<f32>(state, 8) + load<f32>(state, 12)) {
    store<f32>(state, p, 8);
    store<f32>(state, s, 12);
  }
  const least = load<f32>(state, 8);
  const spread = load<f32>(state, 12);
  if (p + s > least + load<f32>(record, DRIFT_VALUES + 4) * spread) return 2;
  return p + s > least + load<f32>(record, DRIFT_VALUES) * spread ? 1 : 0;
}
