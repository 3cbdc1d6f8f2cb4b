import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Core } from "../../../src/core.ts";
import { CLASSES, FEATURES, readElectricity } from "../../../src/demo/electricity.ts";
import { exportC } from "../../../src/export/c.ts";
import { splitFile } from "../../../src/image.ts";
import { Model } from "../../../src/model.ts";
import type { ModelSpec } from "../../../src/spec.ts";
import { encodeTrace, OP_LEARN_CLASS, OP_PREDICT } from "../../../src/trace/format.ts";
import { buildForBoard, figuresOf, type Processor, runOnBoard } from "./firmware.ts";
import { cacheFolder } from "./report.ts";

/** The network that bench/reference.c has by hand. */
export const MEASURED: ModelSpec = measured("tanh");

/** 32 units on 8 inputs with scaler: a sensor's. */
export const SENSOR: ModelSpec = {
  inputs: 8,
  layers: [
    { type: "standardize" },
    { type: "dense", units: 32, activation: "tanh" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.05 },
  seed: 3,
};

/** Exports a new model as firmware. @returns the folder */
export async function project(name: string, spec: ModelSpec): Promise<string> {
  const folder = cacheFolder(`firmware/projects/${name}`);
  rmSync(folder, { recursive: true, force: true });
  const model = await Model.create(spec);
  for (const [file, bytes] of await exportC(model)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
  model.dispose();
  return folder;
}

/** Instructions of the core and of the reference, of a learn step and of a forward pass; and values that differ in the end. */
export async function measure(
  processor: Processor,
  name: string,
  hidden: "tanh" | "relu" = "tanh",
  options: readonly string[] = [],
): Promise<Record<string, number>> {
  const folder = await project(`${name}-measured`, measured(hidden));
  const file = await buildForBoard(processor, {
    name: `${name}-speed`,
    sources: ["test/runtimes/firmware/speed.c", "bench/reference.c", `${folder}/model.c`],
    options: [...(hidden === "relu" ? ["-DRELU"] : []), ...options],
    core: `${folder}/millrace/generated/core.c`,
    header: join(folder, "model.h"),
  });
  return figuresOf(await runOnBoard(processor, file));
}

/** Of one learn step of the measured network. */
export async function instructionsAStep(processor: Processor, name: string): Promise<number> {
  return (await measure(processor, name)).learn ?? Number.NaN;
}

/** 500 half-hours of the electricity market, with the price and the outcome of the one before: predict, then learn. */
export async function sensorTrace(): Promise<{ file: string; checksum: number }> {
  const model = await Model.create(SENSOR, { core: await Core.load({ build: "scalar" }) });
  const { core: image } = splitFile(model.toBytes());
  const words: number[] = [];
  let before = [0, 0];
  const rows = await readElectricity(500);
  for (const { features, label } of rows) {
    const x = [...FEATURES.map((name) => features[name] as number), ...before];
    const k = CLASSES.indexOf(label as (typeof CLASSES)[number]);
    const bits = new Uint32Array(Float32Array.from(x).buffer);
    words.push(OP_PREDICT, ...bits, OP_LEARN_CLASS, ...bits, k);
    model.predict(x);
    model.learn(x, k);
    before = [features.nswprice as number, k];
  }
  const checksum = model.checksum();
  const trace = { image, inputs: 8, outputs: 2, calls: 2 * rows.length, words: Uint32Array.from(words), checksum };
  const file = join(cacheFolder("firmware"), "sensor.trace");
  writeFileSync(file, encodeTrace(trace));
  model.dispose();
  return { file, checksum };
}

// ---

function measured(hidden: "tanh" | "relu"): ModelSpec {
  return {
    inputs: 16,
    layers: [
      { type: "dense", units: 32, activation: hidden },
      { type: "dense", units: 16, activation: hidden },
      { type: "dense", units: 4, activation: "softmax" },
    ],
    loss: "crossEntropy",
    optimizer: { type: "sgd", learningRate: 0.01 },
    seed: 1,
  };
}
