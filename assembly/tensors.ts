/** Sizes of what the layer at hand keeps. */
import { BATCH_NORM, DENSE, LAYER_FLAG_BIAS, LAYER_FLAGS } from "../src/abi";
import { kind, layer, n, units } from "./cursor";

/** Bytes of the tensors of a layer, a scaler aside, or of the trained ones alone: those have slots. */
export function tensorBytes(trained: bool): u64 {
  if (kind == BATCH_NORM) return <u64>(<u32>units) << (trained ? 3 : 4);
  return kind == DENSE ? (<u64>(<u32>units) * (<u32>n + <u32>hasBias())) << 2 : 0;
}

/** Whether the dense layer at hand has biases. */
export function hasBias(): bool {
  return (load<u8>(layer, LAYER_FLAGS) & LAYER_FLAG_BIAS) != 0;
}

/** Bytes of a scaler of `count` values, each with a weight of its `own`, or one for all. */
export function scalerBytes(count: i32, own: bool): usize {
  return statistics(count, own) + (<usize>count << 3);
}

/** Offset of the means in a scaler; the variances follow them. */
export function statistics(count: i32, own: bool): usize {
  return own ? <usize>count << 3 : 8;
}
