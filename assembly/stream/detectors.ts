/**
 * The drift detectors: bytes of their state, one value into them, whether a state from outside is one.
 * A detector answers 0, 1 for a warning, 2 for drift. A new one is a file beside this one and a line in each function.
 */
import { ADWIN, DDM, DRIFT_KIND, HDDM_W } from "../../src/abi";
import { adwinBytes, isAdwinLegal, updateAdwin } from "./adwin";
import { DDM_BYTES, updateDdm } from "./ddm";
import { HDDM_W_BYTES, updateHddmW } from "./hddm-w";
import { PAGE_HINKLEY_BYTES, updatePageHinkley } from "./page-hinkley";

/** Before the detector's own state: status, drifts so far, samples the reaction still lasts; u32 each. */
export const DRIFT_HEAD_BYTES: usize = 12;

/** Bytes of a detector's own state. */
export function ownBytes(record: usize): u32 {
  const detector = load<u8>(record, DRIFT_KIND);
  if (detector == DDM) return DDM_BYTES;
  if (detector == HDDM_W) return HDDM_W_BYTES;
  return detector == ADWIN ? adwinBytes(record) : PAGE_HINKLEY_BYTES;
}

/** Bytes in the model's state. */
export function driftBytes(record: usize): u32 {
  return <u32>DRIFT_HEAD_BYTES + ownBytes(record);
}

export function detect(record: usize, state: usize, value: f32): i32 {
  const detector = load<u8>(record, DRIFT_KIND);
  if (detector == DDM) return updateDdm(record, state, value);
  if (detector == HDDM_W) return updateHddmW(record, state, value);
  return detector == ADWIN ? updateAdwin(record, state, value) : updatePageHinkley(record, state, value);
}

/** Of a state whose words are finite already. */
export function isOwnLegal(record: usize, state: usize): bool {
  return load<u8>(record, DRIFT_KIND) != ADWIN || isAdwinLegal(record, state);
}
