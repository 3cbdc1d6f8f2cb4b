import { readdirSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import * as abi from "../src/abi.ts";
import type { ModelSpec } from "../src/spec.ts";
import { RawModel } from "./support/raw.ts";

// What test/golden/make.py wrote: each number computed by PyTorch in float64 from the same float32 settings.
type Parameters = Record<string, number[]>;
interface Trace {
  spec: ModelSpec;
  samples: [inputs: (number | null)[], target: number[], weight: number][];
  initial: Parameters;
  steps: [loss: number | null, parameters: Parameters | null][];
  predictions: [inputs: number[], outputs: number[]][];
}
interface Draw {
  seed: number;
  initializer: "torchLinear";
  weight: number[];
  bias: number[];
}

const FOLDER = new URL("golden/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== "initializers.json");
// Float32 against float64 over a few dozen steps; a wrong factor is a thousand times off.
const TOLERANCE = 4e-6;

let model: RawModel | undefined;
afterEach(() => {
  model?.close();
  model = undefined;
});

describe.each(["simd", "scalar"] as const)("the %s build", (build) => {
  for (const file of FILES) {
    describe(file.replace(".json", ""), () => {
      test.each(Object.entries(read<Trace>(file)))("follows PyTorch step by step: %s", async (_name, trace) => {
        model = await RawModel.open(build, trace.spec);
        for (const [key, values] of Object.entries(trace.initial)) model.tensor(key).values.set(values);
        for (const [index, [loss, parameters]] of trace.steps.entries()) {
          const sample = trace.samples[index];
          const status = sample
            ? model.learn(
                sample[0].map((x) => x ?? Number.NaN),
                sample[1],
                sample[2],
              )
            : model.flush();
          expect(status).toBe(loss === null ? abi.LEARN_BUFFERED : abi.LEARN_STEPPED);
          if (loss !== null) expectClose([model.loss], [loss], `loss of step ${index}`);
          for (const [key, values] of Object.entries(parameters ?? {})) {
            expectClose(model.tensor(key).values, values, `${key} behind step ${index}`);
          }
        }
        for (const [inputs, outputs] of trace.predictions)
          expectClose(model.predict(inputs), outputs, `prediction of ${inputs}`);
      });
    });
  }

  test.each(Object.entries(read<Draw>("initializers.json")))(
    "draws the first weights as defined: %s",
    async (_name, draw) => {
      const layers = [{ type: "dense" as const, units: 3, initializer: draw.initializer }];
      model = await RawModel.open(build, { inputs: 5, layers, loss: "mse", seed: draw.seed });
      expectClose(model.tensor("0.weight").values, draw.weight, "weight", 3e-7);
      expectClose(model.tensor("0.bias").values, draw.bias, "bias", 3e-7);
    },
  );
});

test("the l1 traces hold exact zeros, so that the soft threshold is told from a gradient", () => {
  const { steps } = read<Trace>("penalties.json")["l1 makes weights exactly 0"] as Trace;
  const values = steps.flatMap(([, parameters]) => Object.values(parameters ?? {}).flat());
  expect(values.filter((value) => value === 0).length).toBeGreaterThan(3);
});

/** Relative to the size of the number, or of the largest beside it where they cancelled. */
function expectClose(
  actual: ArrayLike<number>,
  expected: readonly number[],
  what: string,
  tolerance = TOLERANCE,
): void {
  expect(actual.length, what).toBe(expected.length);
  const size = Math.max(...expected.map(Math.abs), 1e-3);
  for (const [i, value] of expected.entries()) {
    const error = Math.abs((actual[i] as number) - value) / Math.max(size, 0.1);
    if (value === 0) expect(Math.abs(actual[i] as number), `${what}[${i}]`).toBe(0);
    else expect(error, `${what}[${i}]: ${actual[i]} for ${value}`).toBeLessThanOrEqual(tolerance);
  }
}

function read<Content>(file: string): Record<string, Content> {
  return JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
