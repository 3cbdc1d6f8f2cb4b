import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Core } from "../../../src/core.ts";
import { readElectricity } from "../../../src/demo/electricity.ts";
import { Model } from "../../../src/model.ts";
import type { ModelSpec } from "../../../src/spec.ts";
import { decodeTrace, Recording, replay } from "../../../src/trace.ts";
import { Seeded } from "../../support/seeded.ts";
import { chickWeights } from "../../support/streams.ts";
import { TRACE_FOLDER, TRACE_INDEX, type Trace } from "./trace-files.ts";

/** Records the traces that all routes replay. */
export async function setup(): Promise<void> {
  mkdirSync(TRACE_FOLDER, { recursive: true });
  const traces = [
    await record("small", "50 rows in batches", BATCHES, (recording) => electricity(recording, 0, 50)),
    await record("electricity", "500 rows of the electricity market in batches", BATCHES, (recording) =>
      electricity(recording, 0, 500),
    ),
    await record("layers", "500 rows through adam, dropout and batch normalisation", LAYERS, (recording) =>
      electricity(recording, 500, 1000),
    ),
    await record("chick-weights", "400 rows of a regression with missing inputs", REGRESSION, regression),
    await record("speed", "20,000 drawn rows", SPEED_SPEC, drawn),
  ];
  replace(TRACE_INDEX, JSON.stringify(traces, null, 2));
}

// ---

const BATCHES: ModelSpec = {
  inputs: 6,
  layers: [
    { type: "standardize" },
    { type: "dense", units: 16, activation: "relu" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "momentum", learningRate: 0.05 },
  batchSize: 8,
  seed: 4,
};

const LAYERS: ModelSpec = {
  inputs: 6,
  layers: [
    { type: "standardize", decay: "all" },
    { type: "dense", units: 16, activation: "leakyRelu", l2: 1e-4 },
    { type: "batchNorm" },
    { type: "dropout", rate: 0.2 },
    { type: "dense", units: 8, activation: "tanh", initializer: "glorotNormal", l1: 1e-5 },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: {
    type: "adam",
    learningRate: 0.01,
    clipNorm: 5,
    schedule: { type: "cosine", steps: 400, final: 0.001 },
  },
  seed: 5,
};

const REGRESSION: ModelSpec = {
  inputs: 2,
  missing: "mean",
  layers: [{ type: "standardize" }, { type: "dense", units: 12, activation: "tanh" }, { type: "dense", units: 1 }],
  loss: { type: "huber", delta: 1 },
  standardizeTargets: { decay: 0.99 },
  optimizer: { type: "rmsprop", learningRate: 0.005 },
  seed: 6,
};

const SPEED_SPEC: ModelSpec = {
  inputs: 16,
  layers: [
    { type: "dense", units: 32, activation: "relu" },
    { type: "dense", units: 16, activation: "relu" },
    { type: "dense", units: 4, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.05 },
  seed: 7,
};

async function record(
  name: string,
  title: string,
  spec: ModelSpec,
  run: (recording: Recording) => void | Promise<void>,
): Promise<Trace> {
  const model = await Model.create(spec);
  // The scalar build is what the others are held against.
  const recording = await Recording.start(model.toBytes(), { build: "scalar" });
  await run(recording);
  const bytes = await recording.trace();
  const { state, checksum, answers, calls } = replay(decodeTrace(bytes), await Core.load({ build: "scalar" }));
  const [file, stateFile] = [join(TRACE_FOLDER, `${name}.trace`), join(TRACE_FOLDER, `${name}.state`)];
  replace(file, bytes);
  replace(stateFile, state);
  return { title, file, stateFile, checksum, answers, calls };
}

/** In one go: another run may be reading it. */
function replace(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/** Predicts and learns each row; every tenth one counts for more, and half-way the rate falls and a layer is frozen. */
async function electricity({ model }: Recording, begin: number, end: number): Promise<void> {
  const rows = (await readElectricity(end)).slice(begin);
  for (const [i, { features, label }] of rows.entries()) {
    const x = Object.values(features);
    model.predict(x);
    model.learn(x, label === "UP" ? 1 : 0, i % 10 === 9 ? { weight: 2.5 } : {});
    if (i !== rows.length >> 1) continue;
    model.learningRate = 0.02;
    model.freeze(1);
  }
  model.flush();
}

function regression({ model }: Recording): void {
  const { inputs, targets } = chickWeights();
  for (const [i, row] of inputs.slice(0, 400).entries()) {
    const [time = 0, , diet = 0] = row;
    const x = [i % 7 === 3 ? null : time, diet];
    model.predict(x);
    model.learn(x, [targets[i] as number]);
  }
}

/** The class is the largest of four sums. */
function drawn({ model }: Recording): void {
  const random = new Seeded(1);
  for (let i = 0; i < 20_000; i++) {
    const x = random.list(16);
    const sums = [0, 4, 8, 12].map((k) => x.slice(k, k + 4).reduce((sum, value) => sum + value, 0));
    model.learn(x, sums.indexOf(Math.max(...sums)));
  }
}
