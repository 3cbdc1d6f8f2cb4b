/**
 * Inverted dropout (Srivastava et al. 2014): in training y = m x with m = 1 / (1 - rate) where a uniform draw >= rate,
 * else 0; dL/dx = m dL/dy. `predict` passes x on.
 *
 * The mask waits in the deltas of the layer below until the backward pass overwrites it with the product.
 */
import { LAYER_RATE, STATE_GENERATOR } from "../../src/abi";
import { d, dx, image, layer, n, rows, x, xStride, y } from "../cursor";
import { stateOf } from "../image";
import { uniform } from "../random";

/** `goesOn`: a gradient goes below this layer, so the mask is kept. */
export function forward(goesOn: bool): void {
  const rate = load<f32>(layer, LAYER_RATE);
  const kept: f32 = 1.0 / (1.0 - rate);
  const generator = stateOf(image) + STATE_GENERATOR;
  const bytes = <usize>n << 2;
  let at: usize = 0;
  for (let b: usize = 0; b < <usize>rows; b++) {
    for (let i: usize = 0; i < bytes; i += 4, at += 4) {
      const m: f32 = uniform(generator) >= rate ? kept : 0;
      store<f32>(y + at, load<f32>(x + b * xStride + i) * m);
      if (goesOn) store<f32>(dx + at, m);
    }
  }
}

export function backward(): void {
  for (let i: usize = 0, end = (<usize>rows * <usize>n) << 2; i < end; i += 4) {
    store<f32>(dx + i, load<f32>(d + i) * load<f32>(dx + i));
  }
}
