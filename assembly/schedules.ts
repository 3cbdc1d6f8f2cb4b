/**
 * The learning rate of the next update of the member at hand, t updates after the start (replay steps do not count).
 *
 *   constant     rate                          inverseTime  rate / (1 + decay t)
 *   step         rate gamma^floor(t / every)   cosine       final + (rate - final)(1 + cos(pi t / steps)) / 2; final
 */
import {
  COSINE, INVERSE_TIME, MEMBER_SCHEDULE, MEMBER_SCHEDULE_STEPS, MEMBER_SCHEDULE_VALUE, MEMBER_STATE_FACTOR,
  MEMBER_STATE_RATE, MEMBER_STATE_UPDATES, STEP,
} from "../src/abi";
import { member, memberState } from "./cursor";
import { cos, PI } from "./math";

export function nextRate(): f32 {
  const rate = load<f32>(memberState, MEMBER_STATE_RATE);
  const value = load<f32>(member, MEMBER_SCHEDULE_VALUE);
  const updates = load<u64>(memberState, MEMBER_STATE_UPDATES);
  const schedule = load<u8>(member, MEMBER_SCHEDULE);
  if (schedule == STEP) return rate * load<f32>(memberState, MEMBER_STATE_FACTOR);
  if (schedule == INVERSE_TIME) return rate / (1.0 + value * <f32>updates);
  if (schedule == COSINE) {
    const steps = load<u32>(member, MEMBER_SCHEDULE_STEPS);
    if (updates >= <u64>steps) return value;
    const phase: f32 = <f32>(<u32>updates) / <f32>steps;
    return value + (rate - value) * (0.5 * (1.0 + cos(PI * phase)));
  }
  return rate;
}

/** Counts an update; gamma enters by repeated products, so no power function decides a weight. */
export function countUpdate(): void {
  const updates = load<u64>(memberState, MEMBER_STATE_UPDATES) + 1;
  store<u64>(memberState, updates, MEMBER_STATE_UPDATES);
  if (load<u8>(member, MEMBER_SCHEDULE) != STEP) return;
  if (updates % load<u32>(member, MEMBER_SCHEDULE_STEPS)) return;
  const factor: f32 = load<f32>(memberState, MEMBER_STATE_FACTOR) * load<f32>(member, MEMBER_SCHEDULE_VALUE);
  store<f32>(memberState, factor, MEMBER_STATE_FACTOR);
}
