/**
 * Initial weights for n inputs and m units, row by row, then the biases.
 *
 *   torchLinear    U(+-1 / sqrt n), biases too (torch.nn.Linear)    zeros          0
 *   heUniform      U(+-sqrt(6 / n))                                  heNormal       N(0, 2 / n)
 *   glorotUniform  U(+-sqrt(6 / (n + m)))                            glorotNormal   N(0, 2 / (n + m))
 */
import { GLOROT_NORMAL, GLOROT_UNIFORM, HE_NORMAL, HE_UNIFORM, TORCH_LINEAR, ZEROS } from "../src/abi";
import { normal, uniform } from "./random";

export function initialize(kind: i32, generator: usize, weight: usize, n: i32, units: i32, hasBias: bool): void {
  const bias = weight + ((<usize>n * <usize>units) << 2);
  const end = bias + (hasBias ? <usize>units << 2 : 0);
  const inputs = <f32>n;
  const both: f32 = inputs + <f32>units;
  let scale: f32 = 0;
  if (kind == TORCH_LINEAR) scale = 1.0 / sqrt<f32>(inputs);
  else if (kind == HE_UNIFORM) scale = sqrt<f32>(6.0 / inputs);
  else if (kind == HE_NORMAL) scale = sqrt<f32>(2.0 / inputs);
  else if (kind == GLOROT_UNIFORM) scale = sqrt<f32>(6.0 / both);
  else if (kind == GLOROT_NORMAL) scale = sqrt<f32>(2.0 / both);
  const isNormal = kind == HE_NORMAL || kind == GLOROT_NORMAL;
  for (let p = weight; p < end; p += 4) {
    let value: f32 = 0;
    if (kind != ZEROS && (p < bias || kind == TORCH_LINEAR)) {
      value = scale * (isNormal ? normal(generator) : 2.0 * uniform(generator) - 1.0);
    }
    store<f32>(p, value);
  }
}
