import * as abi from "../../src/abi.ts";
import type { ActivationName, LossName } from "../../src/spec.ts";
import { INPUTS, OUTPUTS, type Structure } from "./nets.ts";
import type { RawModel, Tensor } from "./raw.ts";
import type { Seeded } from "./seeded.ts";

/** What a gradient is probed with. */
export interface Case {
  structure: Structure;
  hidden: ActivationName;
  last: ActivationName;
  loss: LossName;
}
export interface Probed {
  /** Central differences of the loss; a frozen parameter's is 0. */
  numeric: number[];
  /** What one learnt batch moved each parameter by, over the rate. */
  analytic: number[];
  /** Rounding of a difference: that of the loss, larger for a larger one. */
  noise: number;
}

// A loss of 1 carries 1e-7 of rounding, which a difference divides by its width.
const NOISE = 6e-5;
/** Of a difference against the slope, where the loss bends. */
export const RELATIVE = 3e-4;
// At this rate the rounding of the weight itself does not show in the step read off it.
const RATE = 512;
const CURVED: ActivationName[] = ["sigmoid", "tanh"];
const LEARNED = ["weight", "bias", "scale", "shift"];

/**
 * Probes every parameter of a net with weights of its own choosing. The model's learning rate must be 0.
 * Undefined where a probe crosses a kink (differences of two widths disagree) or a whole tensor has no gradient.
 */
export function probe(model: RawModel, one: Case, random: Seeded, width: number): Probed | undefined {
  const { batchSize = 1, weight = 1 } = one.structure;
  const batch = prepare(model, one, random);
  const restore = model.remember();
  const run = () => {
    for (const { x, y } of batch) model.learn(x, y, weight);
    return model.loss;
  };
  const slope = (values: Float32Array, i: number, h: number) => {
    const [above, below] = [h, -h].map((step) => {
      restore();
      values[i] = (values[i] as number) + step;
      // Read before the batch: an l2 penalty is part of the gradient, not of the loss.
      return model.get(abi.KEY_PENALTY) + run();
    }) as [number, number];
    return (above - below) / (2 * h);
  };

  const noise = NOISE * Math.max(1, run());
  const numeric: number[] = [];
  const tensors = model.tensors.filter(({ name }) => LEARNED.includes(name));
  for (const { name, values, trainable } of tensors) {
    let largest = 0;
    for (let i = 0; i < values.length; i++) {
      if (!trainable) {
        numeric.push(0);
        continue;
      }
      const [narrow, middle, wide] = [0.5, 1, 2].map((share) => slope(values, i, share * width)) as [
        number,
        number,
        number,
      ];
      const fine = (4 * narrow - middle) / 3;
      const coarse = (4 * middle - wide) / 3;
      if (!(Math.abs(fine - coarse) <= (noise + RELATIVE * Math.abs(coarse)) / 3)) return undefined;
      numeric.push(coarse);
      largest = Math.max(largest, Math.abs(coarse));
    }
    // A constant in front of a batch's own mean has no gradient, nor has one behind the straight part of an activation.
    const blind = batchSize > 1 && !CURVED.includes(one.hidden) && (name === "bias" || name === "shift");
    if (trainable && !blind && largest < 1e-3) return undefined;
  }
  restore();
  const before = tensors.map(({ values }) => values.slice());
  model.set(abi.KEY_LEARNING_RATE, RATE);
  run();
  return { numeric, analytic: tensors.flatMap((tensor, t) => movedBy(tensor, before[t] as Float32Array)), noise };
}

function movedBy({ values }: Tensor, before: Float32Array): number[] {
  return Array.from(values, (value, i) => ((before[i] as number) - value) / RATE);
}

/** Settles the weights, warms statistics up, and draws a batch. */
function prepare(model: RawModel, { structure, loss }: Case, random: Seeded): { x: number[]; y: number[] }[] {
  const { batchSize = 1 } = structure;
  settle(model, random);
  for (let i = 0; i < 6 * batchSize; i++)
    model.learn(random.list(INPUTS), targetOf(loss, random) ?? random.list(OUTPUTS));
  return Array.from({ length: batchSize }, () => {
    const x = random.list(INPUTS);
    const offsets = offsetsOf(loss, random);
    return { x, y: targetOf(loss, random) ?? model.predict(x).map((p, i) => p + (offsets[i] as number)) };
  });
}

/** Multiples of 2^-10, so that a probe changes a weight by exactly its width; biases away from the kinks of relu. */
function settle(model: RawModel, random: Seeded): void {
  const drawn: Record<string, () => number> = {
    weight: () => random.sign() * random.uniform(0.1, 0.5),
    bias: () => random.uniform(0.3, 1.2) * (random.uniform() < 0.3 ? -1 : 1),
    scale: () => random.uniform(0.3, 0.6),
    shift: () => random.uniform(0.6, 1.4),
  };
  for (const { name, values } of model.tensors) {
    const draw = drawn[name];
    if (draw) values.set(values.map(() => Math.round(draw() * 1024) / 1024));
  }
}

/** Of the targets from the predictions: away from the kink of mae at 0, on both sides of huber's at 1. */
function offsetsOf(loss: LossName, random: Seeded): number[] {
  if (loss === "mae") return random.list(OUTPUTS, 2.5, 3.5).map((offset) => random.sign() * offset);
  return [random.uniform(0.2, 0.5), -random.uniform(0.2, 0.5), random.sign() * random.uniform(2, 3)];
}

function targetOf(loss: LossName, random: Seeded): number[] | undefined {
  if (loss === "crossEntropy")
    return [
      [0.5, 0.25, 0.25],
      [0, 1, 0],
      [0.125, 0, 0.875],
    ][random.index(3)];
  if (loss === "binaryCrossEntropy") return [random.index(5) / 4, 1, 0];
  return undefined;
}
