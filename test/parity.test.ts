import { describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { Model } from "../src/model.ts";
import {
  ACTIVATIONS,
  DETECTORS,
  INITIALIZERS,
  LAYER_TYPES,
  LOSSES,
  namesOf,
  OPTIMIZERS,
  REACTIONS,
  REPLAY_POLICIES,
  SCHEDULES,
} from "../src/spec/names.ts";
import { type CommitteeSpec, countOf, fullSpec, lossName, membersOf, type NetworkSpec } from "../src/spec.ts";
import { MATRIX } from "./support/matrix.ts";
import { Seeded } from "./support/seeded.ts";

const STEPS = 1000;

interface Outcome {
  checksum: number;
  updates: number;
  /** Of every answer and loss on the way. */
  answers: number;
}

describe("simd, scalar and mcu builds give the same bits", () => {
  test.each(Object.entries(MATRIX))(`after ${STEPS} steps: %s`, async (_name, spec) => {
    const simd = await run("simd", spec);
    expect(simd.updates).toBeGreaterThan(STEPS / 10);
    expect(await run("scalar", spec)).toEqual(simd);
    expect(await run("mcu", spec)).toEqual(simd);
  });

  test("over every layer, activation, initializer, loss, optimizer, schedule, detector and reaction there is", () => {
    const text = JSON.stringify(Object.values(MATRIX).map((spec) => fullSpec(spec)));
    const registries = [LAYER_TYPES, ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS, SCHEDULES, REPLAY_POLICIES];
    for (const names of [...registries, DETECTORS, REACTIONS]) {
      for (const name of namesOf<string>(names)) expect(text).toContain(`"${name}"`);
    }
    const widths = Object.values(MATRIX).flatMap((spec) => [
      countOf(fullSpec(spec).inputs),
      ...membersOf(fullSpec(spec)).flatMap(({ layers }) =>
        layers.flatMap((layer) => ("units" in layer ? [layer.units] : [])),
      ),
    ]);
    for (const width of [1, 3, 5, 7, 33]) expect(widths).toContain(width);
  });
});

/** Everything a life has: answers, weights of samples, gaps, a flush, a frozen layer, another rate. */
async function run(build: "simd" | "scalar" | "mcu", spec: NetworkSpec | CommitteeSpec): Promise<Outcome> {
  const model = await Model.create({ seed: 42, ...spec }, { core: await Core.load({ build }) });
  const random = new Seeded(7);
  const full = model.spec;
  const members = membersOf(full);
  const firstDense = members.at(-1)?.layers.findIndex(({ type }) => type === "dense") ?? 0;
  let answers = 0;
  for (let step = 0; step < STEPS; step++) {
    const jump = full.drift !== undefined && step % 300 >= 150 ? 3 : 0;
    const x = random.list(countOf(full.inputs), -2 + jump, 2 + jump);
    if (full.missing === "mean" && step % 3 === 0) x[random.index(x.length)] = Number.NaN;
    for (const answer of model.predict(x)) answers = mix(answers, answer);
    if (full.anomaly) answers = mix(answers, model.score(x).score);
    const loss = model.learn(
      x,
      full.anomaly ? undefined : target(lossName(full.loss), full.outputs, random),
      step % 5 === 0 ? { weight: random.uniform(0, 2) } : undefined,
    );
    answers = mix(answers, loss ?? 0);
    if (step === 400) model.flush();
    if (step === 500 || step === 600) model.freeze(firstDense, step === 500, members.length - 1);
    if (step === 700 && members.length === 1) model.learningRate = 0.003;
  }
  const outcome = { checksum: model.checksum(), updates: model.steps, answers };
  for (const { drifts } of model.drift()) expect(drifts).toBeGreaterThan(0);
  model.dispose();
  return outcome;
}

function target(loss: string, outputs: number, random: Seeded): number[] {
  if (loss === "crossEntropy") {
    const chosen = random.index(outputs);
    return Array.from({ length: outputs }, (_, i) => (i === chosen ? 1 : 0));
  }
  return random.list(outputs, loss === "binaryCrossEntropy" ? 0 : -3, loss === "binaryCrossEntropy" ? 1 : 3);
}

/** FNV-1a of the bits of a float32. */
function mix(hash: number, value: number): number {
  float[0] = value;
  return Math.imul(hash ^ (bits[0] as number), 0x01000193) >>> 0;
}

const float: Float32Array<ArrayBuffer> = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
