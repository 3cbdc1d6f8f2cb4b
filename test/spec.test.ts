import { describe, expect, test } from "vitest";
import { ACTIVATIONS, LOSSES, legalLosses, namesOf, OPTIMIZERS } from "../src/spec/names.ts";
import { fullSpec, type LayerSpec, type NetworkSpec } from "../src/spec.ts";
import { complaintOf } from "./support/errors.ts";

const dense = (units: number, activation = "linear"): LayerSpec => ({ type: "dense", units, activation });
const base: NetworkSpec = { inputs: 2, layers: [dense(3)], loss: "mse" };

describe("a spec in full", () => {
  test("states every default and takes nothing else on itself", () => {
    expect(fullSpec({ inputs: 2, layers: [{ type: "dense", units: 3 }], loss: "mse" })).toEqual({
      inputs: 2,
      outputs: 3,
      missing: "refuse",
      layers: [
        {
          type: "dense",
          units: 3,
          activation: "linear",
          bias: true,
          initializer: "torchLinear",
          l1: 0,
          l2: 0,
          trainable: true,
        },
      ],
      loss: "mse",
      optimizer: { type: "sgd", learningRate: 0.01, schedule: { type: "constant" } },
      batchSize: 1,
      seed: 1,
    });
  });

  test("is legal itself and stays what it is", () => {
    const spec = fullSpec({
      inputs: ["a", "b"],
      classes: ["no", "yes"],
      missing: "mean",
      layers: [
        { type: "standardize" },
        { type: "dense", units: 4, activation: "leakyRelu" },
        { type: "batchNorm" },
        { type: "dropout", rate: 0.2 },
        dense(1, "sigmoid"),
      ],
      loss: "bce",
      optimizer: { type: "adam", clipNorm: 5, schedule: { type: "cosine", steps: 10, final: 0 } },
      batchSize: 4,
    });
    expect(fullSpec(spec)).toEqual(spec);
    expect(fullSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  });

  test.each([
    ["mse", ["meanSquaredError", "mean_squared_error", "MSE", "MeanSquaredError"]],
    ["mae", ["meanAbsoluteError", "mean_absolute_error", "MAE"]],
    ["crossEntropy", ["categoricalCrossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"]],
    ["binaryCrossEntropy", ["binaryCrossentropy", "binary_crossentropy", "BinaryCrossentropy"]],
  ])("prints %s for the spellings of tfjs and Keras", (ours, theirs) => {
    const last = ours === "crossEntropy" ? "softmax" : ours === "binaryCrossEntropy" ? "sigmoid" : "linear";
    for (const loss of theirs) expect(fullSpec({ ...base, layers: [dense(2, last)], loss }).loss).toBe(ours);
  });

  test("prints our activations for the spellings of tfjs, Keras and PyTorch", () => {
    const activations = ["leaky_relu", "LeakyReLU", "leakyReLU", "ReLU", "Tanh", "identity"];
    const { layers } = fullSpec({ ...base, layers: activations.map((activation) => dense(1, activation)) });
    expect(layers.map((layer) => layer.type === "dense" && layer.activation)).toEqual([
      ...["leakyRelu", "leakyRelu", "leakyRelu", "relu", "tanh", "linear"],
    ]);
  });

  test("takes a loss, an optimizer and a schedule by name alone", () => {
    const spec = fullSpec({ ...base, loss: "huber", optimizer: "adam" });
    expect(spec.loss).toEqual({ type: "huber", delta: 1 });
    expect(spec.optimizer).toEqual({
      ...{ type: "adam", learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
      schedule: { type: "constant" },
    });
  });

  test("forgets slower at batch 1 than at a batch's own statistics", () => {
    const layers: LayerSpec[] = [{ type: "batchNorm" }, dense(1)];
    expect(fullSpec({ ...base, layers }).layers[0]).toMatchObject({ decay: 0.99 });
    expect(fullSpec({ ...base, layers, batchSize: 8 }).layers[0]).toMatchObject({ decay: 0.9 });
  });

  test.each(namesOf(OPTIMIZERS))("knows the optimizer %s", (type) => {
    expect(fullSpec({ ...base, optimizer: { type } }).optimizer.type).toBe(type);
  });
});

describe("legal pairs", () => {
  const pairs = namesOf(ACTIVATIONS).flatMap((activation) =>
    namesOf(LOSSES).map((loss) => [activation, loss] as const),
  );
  test.each(pairs)("a last %s with %s is taken or refused with the legal losses", async (activation, loss) => {
    const spec = { ...base, layers: [dense(3, activation)], loss };
    if (legalLosses(activation).includes(loss)) return expect(fullSpec(spec).outputs).toBe(3);
    const complaint = await complaintOf(() => fullSpec(spec));
    expect(complaint).toMatch(/^E_SPEC loss: /);
    expect(complaint).toContain(legalLosses(activation).join(", "));
  });
});

describe("a spec is refused with path, expectation and way out", () => {
  const layer = (value: unknown) => ({ ...base, layers: [value, dense(1)] });
  const cases: [name: string, spec: unknown, complaint: string][] = [
    ["nothing at all", undefined, "E_SPEC spec: not an object; expected an object with inputs"],
    ["a list", [], "E_SPEC spec: not an object"],
    ["an unknown key", { ...base, layer: [] }, "E_SPEC layer: unknown key; expected one of inputs, classes"],
    ["a slip in a key", { ...base, optimiser: "sgd" }, 'got "optimiser". Did you mean "optimizer"?'],
    ["a slip in a layer", layer({ type: "dense", unit: 3 }), "E_SPEC layers[0].unit: unknown key"],
    ["a slip in a layer's name", layer({ type: "dens", units: 3 }), 'got "dens". Did you mean "dense"?'],
    ["a layer without type", layer({ typ: "dense" }), "E_SPEC layers[0].type: missing; expected one of dense"],
    ["a key of another layer", layer({ type: "dropout", rate: 0.1, units: 3 }), "E_SPEC layers[0].units: unknown key"],
    ["an unknown loss", { ...base, loss: "hinge" }, "E_SPEC loss: unknown name; expected one of mse, mae, huber"],
    ["no loss", { inputs: 2, layers: [dense(1)] }, "E_SPEC loss: missing; expected one of mse"],
    [
      "units 0",
      layer(dense(0)),
      "E_SPEC layers[0].units: not a legal number; expected a whole number from 1 to 16777216, got 0",
    ],
    [
      "2^31 units",
      layer(dense(2 ** 31)),
      "layers[0].units: not a legal number; expected a whole number from 1 to 16777216, got 2147483648",
    ],
    ["half a unit", layer(dense(2.5)), "got 2.5"],
    ["units as text", layer({ type: "dense", units: "8" }), 'got "8"'],
    ["units NaN", layer(dense(Number.NaN)), "got NaN"],
    ["no inputs", { layers: [dense(1)], loss: "mse" }, "E_SPEC inputs: missing; expected a whole number from 1"],
    ["0 inputs", { ...base, inputs: 0 }, "E_SPEC inputs: not a number of inputs"],
    [
      "an input twice",
      { ...base, inputs: ["a", "b", "a"] },
      'E_SPEC inputs[2]: a name twice; expected another name than inputs[0], got "a"',
    ],
    ["an empty name", { ...base, inputs: ["a", ""] }, "E_SPEC inputs[1]: not a name"],
    ["no layers", { ...base, layers: [] }, "E_SPEC layers: no layers"],
    [
      "softmax before the last layer",
      layer(dense(3, "softmax")),
      "E_SPEC layers[0].activation: softmax before the last layer",
    ],
    [
      "a last dropout",
      { ...base, layers: [dense(1), { type: "dropout", rate: 0.5 }] },
      "E_SPEC layers[1]: not a last layer",
    ],
    [
      "standardize in the middle",
      { ...base, layers: [dense(1), { type: "standardize" }, dense(1)] },
      "E_SPEC layers[1]: standardize",
    ],
    [
      "one class",
      { ...base, layers: [dense(1, "softmax")], loss: "crossEntropy" },
      "expected at least 2 outputs, got 1",
    ],
    [
      "outputs that disagree",
      { ...base, outputs: 2 },
      "E_SPEC outputs: disagrees with the last layer; expected 3, got 2",
    ],
    [
      "classes of a regression",
      { ...base, classes: ["a", "b", "c"] },
      "E_SPEC classes: this model's outputs are no classes",
    ],
    [
      "too few classes",
      { ...base, layers: [dense(3, "softmax")], loss: "crossEntropy", classes: ["a", "b"] },
      "expected 3 names, got 2",
    ],
    ["missing inputs without scaler", { ...base, missing: "mean" }, "E_SPEC missing: only a scaler knows"],
    ["a word for missing", { ...base, missing: "maen" }, 'Did you mean "mean"?'],
    [
      "standardized targets of classes",
      { ...base, layers: [dense(3, "softmax")], loss: "mse", standardizeTargets: { decay: 0.9 } },
      "E_SPEC standardizeTargets",
    ],
    [
      "dropout of everything",
      layer({ type: "dropout", rate: 1 }),
      "layers[0].rate: not a legal number; expected a number from 0 to below 1, got 1",
    ],
    [
      "a rate that rounds to 1",
      layer({ type: "dropout", rate: 1 - 1e-12 }),
      "layers[0].rate: not a legal number once it is rounded to float32",
    ],
    [
      "an epsilon that rounds to 0",
      { ...base, optimizer: { type: "adam", epsilon: 1e-60 } },
      "optimizer.epsilon: not a legal number once it is rounded",
    ],
    ["a clip beyond the limit", layer({ type: "standardize", clip: 1e18 }), "layers[0].clip: not a legal number"],
    [
      "alpha without leakyRelu",
      layer({ type: "dense", units: 2, activation: "relu", alpha: 0.1 }),
      "layers[0].alpha: relu has no alpha",
    ],
    [
      "a learning rate above 1000",
      { ...base, optimizer: { type: "sgd", learningRate: 1001 } },
      "optimizer.learningRate: not a legal number; expected a number from 0 to 1000",
    ],
    ["momentum for sgd", { ...base, optimizer: { type: "sgd", momentum: 0.9 } }, "optimizer.momentum: unknown key"],
    ["an infinite rate", { ...base, optimizer: { type: "sgd", learningRate: Infinity } }, "got Infinity"],
    [
      "a schedule without steps",
      { ...base, optimizer: { type: "sgd", schedule: "cosine" } },
      "optimizer.schedule.steps: missing",
    ],
    ["a batch of 0", { ...base, batchSize: 0 }, "batchSize: not a legal number"],
    ["a negative seed", { ...base, seed: -1 }, "seed: not a legal number"],
    [
      "null for a number",
      { ...base, seed: null },
      "seed: not a legal number; expected a whole number from 0 to 4294967295, got null",
    ],
    ["a delta of mse", { ...base, loss: { type: "mse", delta: 1 } }, "loss.delta: unknown key"],
    [
      "a prototype for a key",
      JSON.parse('{"inputs":1,"__proto__":{},"layers":[],"loss":"mse"}'),
      "__proto__: unknown key",
    ],
  ];
  const member = { layers: [dense(3)] };
  const committee = { inputs: 2, loss: "mse", members: [member, member] };
  const sigmoid = { layers: [dense(1, "sigmoid")] };
  const classes = { inputs: 2, layers: [dense(3, "softmax")], loss: "crossEntropy" };
  cases.push(
    ["no members", { ...committee, members: [] }, "E_SPEC members: not a list of members; expected 1 to 32 members"],
    ["33 members", { ...committee, members: new Array(33).fill(member) }, "got an array of 33"],
    ["layers beside members", { ...committee, layers: [] }, "E_SPEC layers: belongs to one network"],
    ["an optimizer beside members", { ...committee, optimizer: "sgd" }, "E_SPEC optimizer: belongs to one network"],
    ["replay steps beside members", { ...committee, replay: { steps: 2 } }, "E_SPEC replay.steps: unknown key"],
    [
      "a slip in a member",
      { ...committee, members: [member, { ...member, optimiser: "sgd" }] },
      'E_SPEC members[1].optimiser: unknown key; expected one of layers, optimizer, replaySteps, average, got "optimiser"',
    ],
    [
      "a fault in a member's layer",
      { ...committee, members: [member, { layers: [dense(0)] }] },
      "E_SPEC members[1].layers[0].units: not a legal number",
    ],
    [
      "a fault in a member's optimizer",
      { ...committee, members: [{ ...member, optimizer: { type: "sgd", learningRate: -1 } }] },
      "E_SPEC members[0].optimizer.learningRate: not a legal number",
    ],
    [
      "members of different outputs",
      { ...committee, members: [member, { layers: [dense(2)] }] },
      "E_SPEC members[1].layers: members answer the same question; expected 3 outputs, as members[0] has, got 2",
    ],
    [
      "a member without scaler where inputs may be missing",
      { ...committee, missing: "mean", members: [{ layers: [{ type: "standardize" }, dense(3)] }, member] },
      "or a standardize layer first in members[1]",
    ],
    [
      "a member that does not go with the loss",
      { ...classes, layers: undefined, members: [{ layers: [dense(3, "softmax")] }, member] },
      "E_SPEC loss: crossEntropy does not go with a last linear of members[1]",
    ],
    [
      "a mixture of sigmoids",
      { inputs: 2, loss: "binaryCrossEntropy", members: [sigmoid, sigmoid] },
      "E_SPEC loss: no mixture takes it; expected crossEntropy, mse, mae or huber",
    ],
    ["a mixture of one", { ...base, mixture: {} }, "E_SPEC mixture: there is one answer: nothing to mix"],
    ["a forgetting of nothing", { ...committee, mixture: { decay: 0 } }, "E_SPEC mixture.decay: not a legal number"],
    [
      "a batch of members",
      { ...committee, batchSize: 2 },
      "E_SPEC batchSize: committees, averages, replays, detectors and scores take one sample at a time",
    ],
    ["a batch with replay", { ...base, batchSize: 2, replay: {} }, "E_SPEC batchSize: committees, averages"],
    ["a batch with an average", { ...base, batchSize: 2, average: { decay: 0.9 } }, "E_SPEC batchSize: committees"],
    [
      "replay steps without rows",
      { ...committee, members: [member, { ...member, replaySteps: 1 }] },
      "E_SPEC members[1].replaySteps: there are no rows to replay",
    ],
    ["too many replay steps", { ...base, replay: { steps: 1025 } }, "E_SPEC replay.steps: not a legal number"],
    ["no rows", { ...base, replay: { capacity: 0 } }, "E_SPEC replay.capacity: not a legal number"],
    ["balanced numbers", { ...base, replay: { policy: "balanced" } }, "E_SPEC replay.policy: balanced keeps as many"],
    [
      "rows that do not divide",
      { ...classes, replay: { policy: "balanced", capacity: 256 } },
      "E_SPEC replay.capacity: the rows do not divide among the classes; expected a multiple of 3, got 256. Take 258",
    ],
    ["an average that keeps all", { ...base, average: { decay: 1 } }, "E_SPEC average.decay: not a legal number"],
    ["an average that keeps nothing", { ...base, average: { decay: 0 } }, "expected a number above 0, below 1, got 0"],
    [
      "an average of no weights",
      { ...base, layers: [{ type: "activation", activation: "tanh" }], average: { decay: 0.9 } },
      "E_SPEC average: there are no weights to average",
    ],
  );
  test.each(cases)("%s", async (_name, spec, complaint) => {
    expect(await complaintOf(() => fullSpec(spec))).toContain(complaint);
  });

  test("what is larger than a core can address is a lack of memory, stated in bytes", async () => {
    const { freshImage } = await import("../src/image.ts");
    const spec = fullSpec({ inputs: 2 ** 24, layers: [dense(2 ** 24), dense(1)], loss: "mse" });
    expect(await complaintOf(() => freshImage(spec))).toMatch(/^E_MEMORY .*needed 1\d{15} bytes, available 2147483647/);
  });
});
