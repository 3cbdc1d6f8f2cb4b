/**
 * Average of a member's weights (Polyak & Ruppert, forgetting): after a sample's steps E += (1 - e)(W - E) with
 * e = min(decay, (s + 1) / (s + 10)), s samples learnt before. It covers every tensor of the member's layers, scalers
 * aside.
 */
import { LAYER_PARAMETERS, MEMBER_AVERAGE_DECAY, MEMBER_AVERAGES, STATE_LEARNT } from "../src/abi";
import { isLast, layer, member, toFirst, up } from "./cursor";
import { image, stateAt } from "./image";
import { tensorBytes } from "./tensors";

/** Moves the average of the member at hand towards its weights. The sample is counted already. */
export function moveAverage(): void {
  const samples = <f32>(load<u64>(stateAt(), STATE_LEARNT) - 1);
  const kept = min<f32>(load<f32>(member, MEMBER_AVERAGE_DECAY), (samples + 1.0) / (samples + 10.0));
  const moved: f32 = 1.0 - kept;
  let average = image + load<u32>(member, MEMBER_AVERAGES);
  for (toFirst(); ; up()) {
    let weight = image + load<u32>(layer, LAYER_PARAMETERS);
    const end = weight + <usize>tensorBytes(false);
    if (ASC_FEATURE_SIMD) {
      const share = f32x4.splat(moved);
      for (; weight + 16 <= end; weight += 16, average += 16) {
        const values = v128.load(average);
        v128.store(average, f32x4.add(values, f32x4.mul(share, f32x4.sub(v128.load(weight), values))));
      }
    }
    for (; weight < end; weight += 4, average += 4) {
      const value = load<f32>(average);
      store<f32>(average, value + moved * (load<f32>(weight) - value));
    }
    if (isLast()) return;
  }
}
