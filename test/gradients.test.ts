import { describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import { Core } from "../src/core.ts";
import { ACTIVATIONS, legalLosses, namesOf } from "../src/spec/names.ts";
import type { ActivationName, LossName } from "../src/spec.ts";
import { INPUTS, STRUCTURES, type Structure, specOf } from "./support/nets.ts";
import { RawModel } from "./support/raw.ts";
import { Seeded } from "./support/seeded.ts";

// The step read off the weights: at this rate the rounding of the weight itself does not show in the gradient.
const RATE = 512;
// Widths of the differences, tried in turn: wide ones carry less of the loss's rounding, narrow ones bend less.
const WIDTHS = [2 ** -5, 2 ** -6];
// A loss of 1 carries 1e-7 of rounding, which a difference divides by its width.
const ABSOLUTE = 6e-5;
const RELATIVE = 3e-4;
const TRIES = 300;

interface Case {
  structure: Structure;
  last: ActivationName;
  loss: LossName;
}
interface Probed {
  /** Central differences; a frozen parameter's is 0. */
  numeric: number[];
  analytic: number[];
  /** Rounding of a difference: that of the loss, larger for a larger one. */
  noise: number;
}

const CURVED: ActivationName[] = ["sigmoid", "tanh"];
const HIDDEN = namesOf(ACTIVATIONS).filter((name) => name !== "softmax");
const CASES: Case[] = STRUCTURES.flatMap((structure) =>
  namesOf(ACTIVATIONS).flatMap((last) => legalLosses(last).map((loss) => ({ structure, last, loss }))),
).filter(({ structure, last, loss }) => !structure.standardizeTargets || isRegression(last, loss));

describe.each(["simd", "scalar"] as const)("the %s build", (build) => {
  for (const structure of STRUCTURES) {
    const cases = CASES.filter((one) => one.structure === structure);
    test(`has right gradients: ${structure.name}, every hidden and last activation and loss`, async () => {
      const core = await Core.load({ build });
      for (const one of cases) {
        for (const hidden of HIDDEN) check(core, one, hidden);
      }
    });
  }
});

test("the pairs are those of the registry, each loss and each activation among them", () => {
  expect(new Set(CASES.map(({ last, loss }) => `${loss} on ${last}`)).size).toBe(20);
  expect(HIDDEN.length).toBe(5);
});

function check(core: Core, one: Case, hidden: ActivationName): void {
  const what = `${one.structure.name}: ${hidden} into ${one.last}, ${one.loss}`;
  for (let seed = 1; seed <= TRIES; seed++) {
    const model = new RawModel(core, specOf(one.structure, hidden, one.last, one.loss, seed));
    const probed = probe(model, one, hidden, new Seeded(seed), WIDTHS[seed % WIDTHS.length] as number);
    model.close();
    if (probed === undefined) continue;
    const { numeric, analytic, noise } = probed;
    const norm = Math.hypot(...numeric);
    const { weight = 1, clipNorm } = one.structure;
    const factor = clipNorm === undefined ? weight : clipNorm / norm;
    for (const [i, value] of numeric.entries()) {
      const error = Math.abs((analytic[i] as number) - factor * value);
      const allowed = factor * (noise + RELATIVE * Math.abs(value));
      if (!(error <= allowed))
        expect(analytic[i], `${what}, parameter ${i}, seed ${seed}`).toBeCloseTo(factor * value, 6);
    }
    return;
  }
  expect.fail(`${what}: no smooth point with a gradient in ${TRIES} tries`);
}

/** Undefined where a probe crosses a kink (two widths of the difference disagree) or a whole tensor has no gradient. */
function probe(
  model: RawModel,
  { structure, last, loss }: Case,
  hidden: ActivationName,
  random: Seeded,
  width: number,
): Probed | undefined {
  const { batchSize = 1, weight = 1 } = structure;
  const sample = () => ({ x: random.list(INPUTS, -1, 1), offsets: offsetsOf(loss, random), target: targetOf(loss, random) });
  settle(model, random);
  for (let i = 0; i < 6 * batchSize; i++) model.learn(random.list(INPUTS), targetOf(loss, random) ?? random.list(3));
  const batch = Array.from({ length: batchSize }, () => {
    const { x, offsets, target } = sample();
    return { x, y: target ?? model.predict(x).map((p, i) => p + (offsets[i] as number)) };
  });
  const run = () => {
    for (const { x, y } of batch) model.learn(x, y, weight);
    return model.loss;
  };
  const restore = model.remember();
  const penalized = JSON.stringify(structure.layers("tanh", last)).includes("l2");
  const lossAt = (values: Float32Array, i: number, h: number) => {
    restore();
    values[i] = (values[i] as number) + h;
    const penalty = penalized ? model.get(abi.KEY_PENALTY) : 0;
    return run() + penalty;
  };
  const slope = (values: Float32Array, i: number, h: number) =>
    (lossAt(values, i, h) - lossAt(values, i, -h)) / (2 * h);

  const noise = ABSOLUTE * Math.max(1, run());
  const numeric: number[] = [];
  const learned = model.tensors.filter(({ name }) => ["weight", "bias", "scale", "shift"].includes(name));
  for (const { name, values, trainable } of learned) {
    let largest = 0;
    for (let i = 0; i < values.length; i++) {
      if (!trainable) {
        numeric.push(0);
        continue;
      }
      const [narrow, middle, wide] = [slope(values, i, width / 2), slope(values, i, width), slope(values, i, 2 * width)];
      const fine = (4 * narrow - middle) / 3;
      const coarse = (4 * middle - wide) / 3;
      if (Math.abs(fine - coarse) > (noise + RELATIVE * Math.abs(coarse)) / 3) return undefined;
      numeric.push(coarse);
      largest = Math.max(largest, Math.abs(coarse));
    }
    // A constant in front of a batch's own mean has no gradient, nor has one behind the straight part of an activation.
    const blind = batchSize > 1 && !CURVED.includes(hidden) && (name === "bias" || name === "shift");
    if (trainable && !blind && largest < 1e-3) return undefined;
  }
  restore();
  const before = learned.map(({ values }) => values.slice());
  model.set(abi.KEY_LEARNING_RATE, RATE);
  run();
  const analytic = learned.flatMap(({ values }, t) =>
    Array.from(values, (value, i) => ((before[t]?.[i] as number) - value) / RATE),
  );
  return { numeric, analytic, noise };
}

/** Multiples of 2^-10, so that a probe changes a weight by exactly h; biases away from the kinks of relu. */
function settle(model: RawModel, random: Seeded): void {
  const grid = (value: number) => Math.round(value * 1024) / 1024;
  for (const { name, values } of model.tensors) {
    if (name === "weight") values.forEach((_, i) => (values[i] = grid(random.sign() * random.uniform(0.1, 0.5))));
    if (name === "bias")
      values.forEach((_, i) => (values[i] = grid(random.uniform(0.3, 1.2) * (random.uniform() < 0.3 ? -1 : 1))));
    if (name === "scale") values.forEach((_, i) => (values[i] = grid(random.uniform(0.3, 0.6))));
    if (name === "shift") values.forEach((_, i) => (values[i] = grid(random.uniform(0.6, 1.4))));
  }
}

/** Of the targets from the predictions: away from the kink of mae at 0, on both sides of huber's at 1. */
function offsetsOf(loss: LossName, random: Seeded): number[] {
  if (loss === "mae") return random.list(3, 2.5, 3.5).map((offset) => random.sign() * offset);
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

function isRegression(last: ActivationName, loss: LossName): boolean {
  return !["sigmoid", "softmax"].includes(last) && ["mse", "mae", "huber"].includes(loss);
}
