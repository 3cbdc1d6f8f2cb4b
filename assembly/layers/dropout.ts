/**
 * Inverted dropout (Srivastava et al. 2014): in training y = m x with m = 1 / (1 - rate) where a uniform draw >= rate,
 * else 0; dL/dx = m dL/dy. `predict` passes x on.
 *
 * The mask waits in the deltas of the layer below until the backward pass overwrites it with the product.
 */
import { LAYER_RATE } from "../../src/abi";
import { uniform } from "../random";

/** `mask` is 0 where no gradient goes below this layer. */
export function forward(layer: usize, generator: usize, x: usize, xStride: usize, y: usize, rows: i32, n: i32, mask: usize): void {
  const rate = load<f32>(layer, LAYER_RATE);
  const kept: f32 = 1.0 / (1.0 - rate);
  for (let b = 0; b < rows; b++, x += xStride) {
    for (let i: usize = 0, end = <usize>n << 2; i < end; i += 4, y += 4) {
      const m: f32 = uniform(generator) >= rate ? kept : 0;
      store<f32>(y, load<f32>(x + i) * m);
      if (mask) {
        store<f32>(mask, m);
        mask += 4;
      }
    }
  }
}

/** `dx` holds the mask and is multiplied by the gradient. */
export function backward(d: usize, dx: usize, rows: i32, n: i32): void {
  const end = d + ((<usize>rows * <usize>n) << 2);
  for (; d < end; d += 4, dx += 4) store<f32>(dx, load<f32>(d) * load<f32>(dx));
}
