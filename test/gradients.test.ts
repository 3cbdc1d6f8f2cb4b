import { describe, expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { ACTIVATIONS, legalLosses, namesOf } from "../src/spec/names.ts";
import type { ActivationName, LossName } from "../src/spec.ts";
import { type Case, probe, RELATIVE } from "./support/differences.ts";
import { STRUCTURES, type Structure, specOf } from "./support/nets.ts";
import { RawModel } from "./support/raw.ts";
import { Seeded } from "./support/seeded.ts";

const TRIES = 300;
// Of the differences, tried in turn: wide ones carry less of the loss's rounding, narrow ones bend less.
const WIDTHS = [2 ** -5, 2 ** -6];
const HIDDEN = namesOf(ACTIVATIONS).filter((name) => name !== "softmax");
const PAIRS = namesOf(ACTIVATIONS).flatMap((last) => legalLosses(last).map((loss) => ({ last, loss })));

describe.each(["simd", "scalar"] as const)("the %s build", (build) => {
  test.each(STRUCTURES.map((structure) => [structure.name, structure] as const))(
    "has right gradients for every hidden activation, last activation and loss: %s",
    async (_name, structure) => {
      const core = await Core.load({ build });
      for (const { last, loss } of PAIRS) {
        if (structure.standardizeTargets && !takesStandardizedTargets(last, loss)) continue;
        for (const hidden of HIDDEN) check(core, { structure, hidden, last, loss });
      }
    },
  );
});

test("the pairs are those of the registry", () => {
  expect(PAIRS.length).toBe(3 * namesOf(ACTIVATIONS).length + 2);
  expect(PAIRS).toContainEqual({ last: "softmax", loss: "crossEntropy" });
  expect(PAIRS).toContainEqual({ last: "sigmoid", loss: "binaryCrossEntropy" });
  expect(PAIRS).toContainEqual({ last: "softmax", loss: "huber" });
});

/** Each parameter against central differences, at the first point drawn where the loss is smooth. */
function check(core: Core, one: Case): void {
  const { structure } = one;
  const what = `${structure.name}: ${one.hidden} into ${one.last}, ${one.loss}`;
  for (let seed = 1; seed <= TRIES; seed++) {
    const model = new RawModel(core, specOf(structure, one.hidden, one.last, one.loss, seed));
    const probed = probe(model, one, new Seeded(seed), WIDTHS[seed % WIDTHS.length] as number);
    model.close();
    if (probed === undefined) continue;
    const { numeric, analytic, noise } = probed;
    const factor = factorOf(structure, numeric);
    for (const [i, value] of numeric.entries()) {
      const error = Math.abs((analytic[i] as number) - factor * value);
      const allowed = factor * (noise + RELATIVE * Math.abs(value));
      if (!(error <= allowed))
        expect.fail(`${what}, parameter ${i}, seed ${seed}: ${analytic[i]} for ${factor * value}`);
    }
    return;
  }
  expect.fail(`${what}: no smooth point with a gradient in ${TRIES} tries`);
}

/** What stands between the gradient of the loss and the step: the sample weight, or the clipping to a norm all exceed. */
function factorOf({ weight = 1, clipNorm }: Structure, gradient: number[]): number {
  return clipNorm === undefined ? weight : clipNorm / Math.hypot(...gradient);
}

function takesStandardizedTargets(last: ActivationName, loss: LossName): boolean {
  return !["sigmoid", "softmax"].includes(last) && ["mse", "mae", "huber"].includes(loss);
}
