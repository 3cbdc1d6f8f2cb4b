import { describe, expect, test } from "vitest";
import { Core, Model } from "../src/index.ts";
import { expandPreset } from "../src/presets.ts";
import { type CommitteeSpec, type FullCommittee, fullSpec } from "../src/spec.ts";
import { PlainCommittee } from "./support/plain-committee.ts";
import { electricityTiny, type Stream } from "./support/streams.ts";

/** How far two committees were apart at most, over all rows. */
interface Distance {
  answer: number;
  loss: number;
  /** Rows on which both name the same class. */
  agreed: number;
}

describe("the standard committee agrees row by row with a plain one in double precision", () => {
  test("on 2,000 rows of classes: probabilities, losses and every decision", async () => {
    const spec = fullSpec({ inputs: 6, task: "classification", outputs: 2, seed: 5 }) as FullCommittee;
    const { answer, loss, agreed } = await compare(spec, electricityTiny());
    expect(agreed).toBe(2000);
    expect(answer).toBeLessThan(2e-3);
    expect(loss).toBeLessThan(1e-2);
  });

  // At its own rates rounding grows from row to row until the paths part; the formulas are the same at any.
  test("on 2,000 rows of numbers, at a tenth of its learning rates", async () => {
    const preset = expandPreset({ inputs: 6, task: "regression", seed: 5 }) as CommitteeSpec;
    const spec = fullSpec(preset) as FullCommittee;
    for (const { optimizer } of spec.members) optimizer.learningRate /= 10;
    const { answer, loss } = await compare(spec, demand());
    expect(answer).toBeLessThan(1e-5);
    expect(loss).toBeLessThan(3e-4);
  });
});

async function compare(spec: FullCommittee, { inputs, targets }: Stream): Promise<Distance> {
  using model = await Model.create(spec, { core: await Core.load() });
  const plain = new PlainCommittee(spec);
  const distance: Distance = { answer: 0, loss: 0, agreed: 0 };
  for (const [i, row] of inputs.entries()) {
    const [x, y] = [row.map(Math.fround), Math.fround(targets[i] as number)];
    const [found, wanted] = [Array.from(model.predict(x)), plain.predict(x)];
    distance.answer = Math.max(distance.answer, ...found.map((p, c) => Math.abs(p - (wanted[c] as number))));
    if (largest(found) === largest(wanted)) distance.agreed++;
    distance.loss = Math.max(distance.loss, Math.abs((model.learn(x, y) as number) - plain.learn(x, y)));
  }
  return distance;
}

/** The demand for electricity from the other columns and its class. */
function demand(): Stream {
  const { inputs, targets } = electricityTiny();
  return {
    inputs: inputs.map((x, i) => [...x.filter((_, column) => column !== 2), targets[i] as number]),
    targets: inputs.map((x) => x[2] as number),
  };
}

function largest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}
