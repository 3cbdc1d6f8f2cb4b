import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Core, type Inputs, Model, type Target } from "../src/index.ts";
import { complaintOf } from "./support/errors.ts";

// What a caller in JavaScript may hand over, whatever the types say.
const inputs = (x: unknown): Inputs => x as Inputs;
const target = (y: unknown): Target => y as Target;

let core: Core;
let named: Model;
let patient: Model;
let sigmoid: Model;
let regression: Model;
let models: Model[];

beforeAll(async () => {
  core = await Core.load();
  const layers = [
    { type: "dense", units: 4, activation: "relu" },
    { type: "dense", units: 3, activation: "softmax" },
  ] as const;
  named = await Model.create(
    { inputs: ["temperature", "humidity"], classes: ["empty", "half", "full"], layers, loss: "crossEntropy" },
    { core },
  );
  patient = await Model.create(
    { inputs: 2, missing: "mean", layers: [{ type: "standardize" }, ...layers], loss: "crossEntropy", batchSize: 3 },
    { core },
  );
  sigmoid = await Model.create(
    { inputs: 2, layers: [{ type: "dense", units: 1, activation: "sigmoid" }], loss: "binaryCrossEntropy" },
    { core },
  );
  regression = await Model.create(
    { inputs: 2, layers: [{ type: "dense", units: 2 }], loss: "mse", standardizeTargets: { decay: 0.9 } },
    { core },
  );
  models = [named, patient, sigmoid, regression];
  patient.learn([1, 2], 0);
});

afterAll(() => {
  for (const model of models) model.dispose();
});

const INPUTS: [name: string, x: unknown, complaint: string][] = [
  ["too short", [1], "E_SHAPE inputs: the inputs do not fit the model; expected 2 numbers, got 1"],
  ["too long", new Float32Array(3), "E_SHAPE inputs: the inputs do not fit the model; expected 2 numbers, got 3"],
  ["empty", [], "E_SHAPE inputs: the inputs do not fit the model; expected 2 numbers, got 0"],
  [
    "NaN",
    [1, Number.NaN],
    "E_VALUE input 1: not a legal input; expected a finite number of magnitude below 1e18, got NaN",
  ],
  ["infinity", [Infinity, 1], "E_VALUE input 0: not a legal input"],
  ["minus infinity", Float64Array.of(1, -Infinity), "got -Infinity"],
  [
    "1e18",
    [1e18, 0],
    "E_VALUE input 0: not a legal input; expected a finite number of magnitude below 1e18, got 1000000000000000000",
  ],
  ["-1e39, which float32 cannot hold", [0, -1e39], "got -1e+39"],
  ["a number that rounds to the limit", [1e18 - 1, 0], "E_VALUE input 0"],
  ["a string", "12", 'E_SHAPE inputs: the inputs do not fit the model; expected 2 numbers, got "12"'],
  ["a number", 3, "E_SHAPE inputs"],
  ["null", null, "E_SHAPE inputs"],
  ["undefined", undefined, "E_SHAPE inputs"],
  ["a function", () => 1, "E_SHAPE inputs"],
  ["an object without names in the spec", { a: 1, b: 2 }, "E_SHAPE this model's inputs have no names"],
  ["text among the numbers", ["1", 2], 'E_VALUE input 0: not a number; expected a finite number, got "1"'],
  ["null among the numbers", [1, null], "E_VALUE input 1: not a number; expected a finite number, got null"],
  ["holes", new Array(2), "E_VALUE input 0: not a number; expected a finite number, got undefined"],
  ["big integers", BigInt64Array.of(1n, 2n), "E_VALUE input 0: not a number; expected a finite number, got 1n"],
  ["a data view", new DataView(new ArrayBuffer(2)), "E_SHAPE inputs"],
];

describe.each(["predict", "predictInto", "predictClass", "learn"] as const)("%s refuses inputs that are", (method) => {
  test.each(INPUTS)("%s", async (_name, x, complaint) => {
    await unchanged(async () => expect(await complaintOf(() => call(method, sigmoid, inputs(x)))).toContain(complaint));
  });
});

describe("features by name", () => {
  const both = { temperature: 1, humidity: 2 };

  test("are the inputs in the order of the spec", () => {
    expect(named.predict({ humidity: 2, temperature: 1 })).toEqual(named.predict([1, 2]));
  });

  test.each([
    [
      "a missing one",
      { temperature: 1 },
      'E_SHAPE input "humidity": a feature is missing; expected a number under this name, got only "temperature"',
    ],
    [
      "an empty object",
      {},
      'E_SHAPE input "temperature": a feature is missing; expected a number under this name, got an empty object',
    ],
    [
      "an unknown one",
      { ...both, humidty: 3 },
      'E_SHAPE input "humidty": the model has no such feature; expected one of "temperature", "humidity", got "humidty". Did you mean "humidity"?',
    ],
    [
      "NaN",
      { ...both, humidity: Number.NaN },
      'E_VALUE input "humidity": not a legal input; expected a finite number of magnitude below 1e18, got NaN',
    ],
    [
      "1e39",
      { ...both, humidity: 1e39 },
      'E_VALUE input "humidity": not a legal input; expected a finite number of magnitude below 1e18, got 1e+39',
    ],
    [
      "text",
      { ...both, humidity: "wet" },
      'E_VALUE input "humidity": not a number; expected a finite number, got "wet"',
    ],
    ["an inherited one", Object.create(both), 'E_SHAPE input "temperature": a feature is missing'],
    [
      "an array that is too long",
      [1, 2, 3],
      "E_SHAPE inputs: the inputs do not fit the model; expected 2 numbers, or an object keyed by feature name, got 3",
    ],
  ])("%s is refused by name", async (_name, x, complaint) => {
    await unchanged(async () => {
      expect(await complaintOf(() => named.predict(inputs(x)))).toContain(complaint);
    });
  });

  test("a feature may be called length", async () => {
    const model = await Model.create(
      { inputs: ["length", "width"], layers: [{ type: "dense", units: 1 }], loss: "mse" },
      { core },
    );
    expect(model.predict({ width: 2, length: 5 })).toEqual(model.predict([5, 2]));
    model.dispose();
  });
});

describe("missing inputs", () => {
  test("NaN, null and undefined mean the same where the model takes missing ones", () => {
    const x = patient.predict([Number.NaN, 3]);
    expect(patient.predict([null, 3])).toEqual(x);
    expect(patient.predict([undefined, 3])).toEqual(x);
    expect(patient.predict(Float64Array.of(Number.NaN, 3))).toEqual(x);
  });

  test("infinity and text stay refused there", async () => {
    await unchanged(async () => {
      expect(await complaintOf(() => patient.learn([Number.NaN, Infinity], 0))).toContain("E_VALUE input 1");
      expect(await complaintOf(() => patient.learn(inputs([null, "3"]), 0))).toContain(
        'or null where it is missing, got "3"',
      );
      expect(await complaintOf(() => patient.learn([3e38, 1], 0))).toContain("E_VALUE input 0");
    });
  });
});

describe("labels", () => {
  const cases: [name: string, model: () => Model, y: unknown, complaint: string][] = [
    [
      "an unknown name",
      () => named,
      "ful",
      'E_CLASS target: there is no such class; expected one of "empty", "half", "full", got "ful". Did you mean "full"?',
    ],
    ["a name where there are none", () => sigmoid, "full", "E_CLASS target: this model's classes have no names"],
    ["a class too high", () => named, 3, "E_CLASS target: there is no such class; expected a class from 0 to 2, got 3"],
    [
      "a class below 0",
      () => patient,
      -1,
      "E_CLASS target: there is no such class; expected a class from 0 to 2, got -1",
    ],
    ["half a class", () => named, 0.5, "got 0.5"],
    [
      "a probability as a plain number",
      () => sigmoid,
      0.5,
      "expected class 0 or 1, got 0.5. A probability is given as [probability]",
    ],
    ["NaN for a class", () => named, Number.NaN, "E_CLASS target: there is no such class"],
    [
      "too few probabilities",
      () => named,
      [1, 0],
      "E_SHAPE target: the label does not fit the model; expected 3 numbers, or a class, got 2",
    ],
    ["no probabilities", () => named, [], "E_SHAPE target"],
    [
      "probabilities of sum 2",
      () => named,
      [1, 1, 0],
      "E_VALUE target: not the probabilities of the classes; expected a sum of 1, got 2",
    ],
    ["a negative probability", () => named, [1.5, -0.5, 0], "E_VALUE target"],
    [
      "a probability above 1",
      () => sigmoid,
      [1.5],
      "E_VALUE target 0: not a legal target; expected a probability from 0 to 1, got 1.5",
    ],
    ["NaN for a probability", () => sigmoid, [Number.NaN], "E_VALUE target 0"],
    [
      "NaN for a value",
      () => regression,
      [0, Number.NaN],
      "E_VALUE target 1: not a legal target; expected a finite number of magnitude below 1e18, got NaN",
    ],
    ["1e18 for a value", () => regression, [1e18, 0], "E_VALUE target 0"],
    ["1e39 for a value", () => regression, [1, -1e39], "got -1e+39"],
    [
      "one number for two outputs",
      () => regression,
      1,
      "E_SHAPE target: the label does not fit the model; expected 2 numbers, got 1",
    ],
    ["null", () => regression, null, "E_SHAPE target"],
    ["nothing", () => named, undefined, "E_SHAPE target"],
    [
      "text among numbers",
      () => regression,
      [1, "2"],
      'E_VALUE target 1: not a number; expected a finite number, got "2"',
    ],
  ];
  test.each(cases)("%s is refused", async (_name, model, y, complaint) => {
    await unchanged(async () => expect(await complaintOf(() => model().learn([1, 2], target(y)))).toContain(complaint));
  });

  test.each([-1, Number.NaN, Infinity, 1e18, "2", null])("a sample weight of %s is refused", async (weight) => {
    await unchanged(async () => {
      const options = { weight: weight as number };
      expect(await complaintOf(() => sigmoid.learn([1, 2], 1, options))).toContain(
        "E_VALUE weight: not a sample weight",
      );
    });
  });

  test("the weight of a refused sample is not the next one's", async () => {
    const [one, other] = [sigmoid.clone(), sigmoid.clone()];
    await complaintOf(() => one.learn([1, Number.NaN], 1, { weight: 100 }));
    await complaintOf(() => one.learn([1, 2], [7], { weight: 100 }));
    one.learn([1, 2], 1);
    other.learn([1, 2], 1);
    expect(one.checksum()).toBe(other.checksum());
    one.dispose();
    other.dispose();
  });
});

describe("other arguments", () => {
  test.each([[new Float32Array(2)], [[]], [undefined]])("predictInto refuses %s for one output", async (out) => {
    expect(await complaintOf(() => sigmoid.predictInto([1, 2], out as Float32Array))).toContain("E_SHAPE out: ");
  });

  test.each([-1, 1001, Number.NaN, "fast"])("a learning rate of %s is refused", async (rate) => {
    await unchanged(async () => {
      const change = () => {
        sigmoid.learningRate = rate as number;
      };
      expect(await complaintOf(change)).toContain(
        "E_VALUE learningRate: not a learning rate; expected a number from 0 to 1000",
      );
    });
  });

  test.each([-1, 3, 0.5, "0", undefined])("layer %s cannot be frozen", async (layer) => {
    await unchanged(async () =>
      expect(await complaintOf(() => sigmoid.freeze(layer as number))).toContain("E_KEY layer: "),
    );
  });

  test("a standardize layer cannot be frozen", async () => {
    expect(await complaintOf(() => patient.freeze(0))).toContain("got 0, a standardize layer");
  });

  test("classes cannot be asked of a regression", async () => {
    expect(await complaintOf(() => regression.predictClass([1, 2]))).toContain(
      "E_CLASS this model's outputs are no classes",
    );
  });

  test.each([0, -5, 1.5, 2 ** 31, Number.NaN])("a core of %s bytes is refused", async (memoryBytes) => {
    expect(await complaintOf(() => Core.load({ memoryBytes }))).toContain("E_VALUE memoryBytes: not a size");
  });

  test("a build that does not exist is refused", async () => {
    expect(await complaintOf(() => Core.load({ build: "gpu" as "simd" }))).toContain(
      'E_VALUE build: no such build; expected "auto", "simd", "scalar" or "mcu", got "gpu"',
    );
  });

  test("a module that is no core is refused", async () => {
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    expect(await complaintOf(() => Core.load({ bytes: empty }))).toContain(
      "E_FORMAT abi: the module is not a Millrace core",
    );
    expect(await complaintOf(() => Core.load({ bytes: Uint8Array.of(1, 2, 3) }))).toContain(
      "E_FORMAT the core is no WebAssembly module",
    );
  });
});

function call(method: "predict" | "predictInto" | "predictClass" | "learn", model: Model, x: Inputs): unknown {
  if (method === "predictInto") return model.predictInto(x, new Float32Array(1));
  return method === "learn" ? model.learn(x, 1) : model[method](x);
}

/** Runs something that must not change a byte of any model's state. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = models.map((model) => model.state());
  await work();
  expect(models.map((model) => model.state())).toEqual(before);
}

beforeEach(() => {
  expect(patient.stats().counters.pending).toBe(1);
});
