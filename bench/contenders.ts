import { Core, Model } from "../dist/index.js";
import { LEARNING_RATE, type Stream } from "./nets.ts";
import { PlainNet } from "./rival.ts";

/** What is measured: both calls copy the input in or read it where it lies, and leave the answer in `out`. */
export interface Contender {
  predictInto(x: Float32Array, out: Float32Array): unknown;
  learn(x: Float32Array, y: Float32Array): number | null;
}

export const NAMES = ["plain", "scalar", "simd"] as const;
export type Name = (typeof NAMES)[number];

/**
 * The three contenders for one network, all with the same weights.
 * Throws where they do not compute the same thing: a faster wrong answer is no result.
 */
export async function contendersFor(widths: readonly number[], stream: Stream): Promise<Record<Name, Contender>> {
  const make = async (): Promise<Record<Name, Contender>> => {
    const simd = await modelFor(widths, "simd");
    return { plain: twinOf(simd, widths), scalar: await modelFor(widths, "scalar"), simd };
  };
  checkAgreement(await make(), stream);
  return make();
}

async function modelFor(widths: readonly number[], build: "scalar" | "simd"): Promise<Model> {
  const layers = widths.slice(1).map((units, i) => {
    const activation = i < widths.length - 2 ? ("relu" as const) : ("linear" as const);
    return { type: "dense" as const, units, activation };
  });
  const optimizer = { type: "sgd" as const, learningRate: LEARNING_RATE };
  const core = await Core.load({ build });
  return Model.create({ inputs: widths[0] as number, layers, loss: "mse", optimizer, seed: 1 }, { core });
}

function twinOf(model: Model, widths: readonly number[]): PlainNet {
  const net = new PlainNet(widths, LEARNING_RATE);
  const tensors = model.parameters();
  for (const [i, layer] of net.layers.entries()) {
    for (const name of ["weight", "bias"] as const) {
      const tensor = tensors.find((one) => one.layer === i && one.name === name);
      if (!tensor) throw new Error(`layer ${i} has no ${name}`);
      layer[name].set(tensor.data);
    }
  }
  return net;
}

/** A few hundred steps; the losses may differ by rounding alone. */
function checkAgreement(contenders: Record<Name, Contender>, { inputs, targets }: Stream): void {
  const losses = NAMES.map((name) => {
    let sum = 0;
    for (let epoch = 0; epoch < 4; epoch++) {
      sum = 0;
      for (const [i, x] of inputs.entries()) sum += contenders[name].learn(x, targets[i] as Float32Array) ?? 0;
    }
    return sum / inputs.length;
  });
  const [plain, scalar, simd] = losses as [number, number, number];
  if (scalar !== simd) throw new Error(`the builds disagree: loss ${scalar} scalar, ${simd} SIMD`);
  if (!(Math.abs(plain - simd) <= 1e-3 * plain)) throw new Error(`losses differ: ${plain} plain, ${simd} Millrace`);
}
