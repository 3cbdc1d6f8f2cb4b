/**
 * Inverted dropout (Srivastava et al. 2014): in training y = m x with m = 1 / (1 - rate) where a uniform draw >= rate,
 * else 0; dL/dx = m dL/dy. `predict` passes x on.
 *
 * The mask waits in the deltas of the layer below until the backward pass overwrites it with the product.
 */
import { LAYER_RATE, STATE_GENERATOR } from "../../src/abi";
import { d, dx, layer, n, rows, y } from "../cursor";
import { stateAt } from "../image";
import { at, put } from "../kernels";
import { uniform } from "../random";

/** One sample. `goesOn`: a gradient goes below this layer, so the mask is kept. */
export function forward(sample: usize, to: usize, goesOn: bool): void {
  const rate = load<f32>(layer, LAYER_RATE);
  const kept: f32 = 1.0 / (1.0 - rate);
  for (let i = 0; i < n; i++) {
    const m: f32 = uniform(stateAt() + STATE_GENERATOR) >= rate ? kept : 0;
    put(to, i, at(sample, i) * m);
    if (goesOn) put(to - y + dx, i, m);
  }
}

export function backward(): void {
  for (let i: usize = 0, end = (<usize>rows * <usize>n) << 2; i < end; i += 4) {
    store<f32>(dx + i, load<f32>(d + i) * load<f32>(dx + i));
  }
}
