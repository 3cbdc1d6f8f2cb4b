/**
 * Initial weights for n inputs and m units, row by row, then the biases.
 *
 *   torchLinear    U(+-sqrt(1 / n)), biases too (torch.nn.Linear)    zeros          0
 *   heUniform      U(+-sqrt(6 / n))                                  heNormal       N(0, 2 / n)
 *   glorotUniform  U(+-sqrt(6 / (n + m)))                            glorotNormal   N(0, 2 / (n + m))
 */
import { GLOROT_NORMAL, GLOROT_UNIFORM, HE_NORMAL, TORCH_LINEAR, ZEROS } from "../src/abi";
import { normal, uniform } from "./random";

export function initialize(kind: i32, generator: usize, weight: usize, n: i32, units: i32, hasBias: bool): void {
  const bias = weight + ((<usize>n * <usize>units) << 2);
  const end = bias + (hasBias ? <usize>units << 2 : 0);
  const isNormal = kind == HE_NORMAL || kind == GLOROT_NORMAL;
  const gain: f32 = kind == TORCH_LINEAR ? 1 : isNormal ? 2 : 6;
  const fan: f32 = <f32>n + (kind >= GLOROT_UNIFORM ? <f32>units : 0);
  const scale = sqrt<f32>(gain / fan);
  for (let p = weight; p < end; p += 4) {
    let value: f32 = 0;
    if (kind != ZEROS && (p < bias || kind == TORCH_LINEAR)) {
      value = scale * (isNormal ? normal(generator) : 2.0 * uniform(generator) - 1.0);
    }
    store<f32>(p, value);
  }
}
