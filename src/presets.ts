/**
 * Presets: one setting for every stream, with no learning rate to choose. docs/learning.md has what they reach.
 * A preset is only a way to write a spec: `expandPreset` writes it out, and nothing else knows of presets.
 */
import { UNITS_LIMIT } from "./abi.ts";
import { show } from "./errors.ts";
import type { AverageSpec, CommitteeSpec, MemberSpec, NetworkSpec, PresetName, TaskName } from "./spec/models.ts";
import type { Codes } from "./spec/names.ts";
import { Fields, refusal } from "./spec/reader.ts";
import type { LayerSpec } from "./spec/types.ts";

const TASKS: Codes<TaskName> = { classification: 0, regression: 1 };
const PRESETS: Codes<PresetName> = { light: 0, standard: 1, thorough: 2 };
const KEYS = ["inputs", "task", "preset", "classes", "outputs", "missing", "seed"];

/** A network of a committee: what the tables of the presets vary. */
interface Entry {
  hidden: readonly number[];
  activation: "relu" | "tanh";
  optimizer?: "adam";
  rate: number;
  clip: number;
  /** Decay of its scaler. */
  scaler: number;
  replaySteps?: number;
  average?: AverageSpec;
}

/** Whether it is written as a task and not as layers. */
export function isPreset(spec: unknown): spec is object {
  if (typeof spec !== "object" || spec === null) return false;
  const { task, preset } = spec as { task?: unknown; preset?: unknown };
  return task !== undefined || preset !== undefined;
}

/**
 * The spec a task and preset stand for.
 * @throws MillraceError `E_SPEC` with the path of the field
 */
export function expandPreset(spec: object): NetworkSpec | CommitteeSpec {
  const fields = new Fields(spec, "", KEYS);
  const task = fields.name("task", TASKS);
  const preset = fields.name<PresetName>("preset", PRESETS, "standard");
  const outputs = outputsOf(fields, task);
  const shared = {
    inputs: fields.get("inputs") as number | string[],
    ...(fields.has("classes") && { classes: fields.get("classes") as string[] }),
    ...(fields.has("missing") && { missing: fields.get("missing") as "mean" }),
    ...(task === "classification"
      ? { loss: "crossEntropy" }
      : { loss: "mse", standardizeTargets: { decay: "all" as const, clip: 0, epsilon: EPSILON } }),
    ...(fields.has("seed") && { seed: fields.get("seed") as number }),
  };
  const last = { type: "dense", units: outputs, activation: task === "classification" ? "softmax" : "linear" } as const;
  const isThorough = preset === "thorough";
  if (preset === "light") {
    const { layers, optimizer } = memberOf(LIGHT[task], last, 0);
    return { ...shared, layers, ...(optimizer && { optimizer }) };
  }
  const entries = isThorough ? [...STANDARD[task], EXTRA[task]] : STANDARD[task];
  return {
    ...shared,
    members: entries.map((entry) => memberOf(entry, last, isThorough ? 16 : 8)),
    replay: { capacity: isThorough ? 1000 : 256, policy: "ring" },
  };
}

/** Below this variance a column counts as constant, whatever its units are. */
const EPSILON = 1e-12;

const LIGHT: Readonly<Record<TaskName, Entry>> = {
  classification: { hidden: [32], activation: "relu", rate: 0.03, clip: 5, scaler: 0.99 },
  regression: { hidden: [32], activation: "relu", rate: 0.01, clip: 1, scaler: 0.999 },
};

const slow = (decay: number, both = false): Pick<Entry, "replaySteps" | "average"> => ({
  replaySteps: 1,
  average: { decay, both },
});

const STANDARD: Readonly<Record<TaskName, readonly Entry[]>> = {
  classification: [
    { hidden: [], activation: "relu", rate: 0.1, clip: 5, scaler: 0.97 },
    { hidden: [], activation: "relu", rate: 0.1, clip: 5, scaler: 0.99 },
    { hidden: [32], activation: "relu", rate: 0.1, clip: 5, scaler: 0.97 },
    { hidden: [32], activation: "tanh", rate: 0.3, clip: 5, scaler: 0.97 },
    { hidden: [32], activation: "tanh", rate: 0.3, clip: 5, scaler: 0.999 },
    { hidden: [32], activation: "relu", rate: 0.1, clip: 5, scaler: 0.999, ...slow(0.99) },
    { hidden: [32], activation: "tanh", rate: 0.1, clip: 5, scaler: 0.999, ...slow(0.999) },
  ],
  regression: [
    { hidden: [32], activation: "tanh", rate: 0.1, clip: 1, scaler: 0.99 },
    { hidden: [32], activation: "relu", rate: 0.3, clip: 1, scaler: 0.999 },
    { hidden: [32], activation: "relu", rate: 0.1, clip: 1, scaler: 0.999 },
    { hidden: [32, 16], activation: "relu", rate: 0.03, clip: 5, scaler: 0.999, ...slow(0.999, true) },
    { hidden: [32], activation: "tanh", rate: 0.03, clip: 1, scaler: 0.999, ...slow(0.99, true) },
  ],
};

const DEEP = { hidden: [32, 32], activation: "relu", optimizer: "adam", rate: 0.003, scaler: 0.999 } as const;
const EXTRA: Readonly<Record<TaskName, Entry>> = {
  classification: { ...DEEP, clip: 5, ...slow(0.99) },
  regression: { ...DEEP, clip: 1, ...slow(0.999) },
};

function memberOf(entry: Entry, last: LayerSpec, replaySteps: number): MemberSpec {
  return {
    layers: [
      { type: "standardize", decay: entry.scaler, clip: 10, epsilon: EPSILON },
      ...entry.hidden.map((units): LayerSpec => ({ type: "dense", units, activation: entry.activation })),
      last,
    ],
    optimizer: { type: entry.optimizer ?? "sgd", learningRate: entry.rate, clipNorm: entry.clip },
    ...(entry.replaySteps && { replaySteps }),
    ...(entry.average && { average: entry.average }),
  };
}

function outputsOf(fields: Fields, task: TaskName): number {
  const classes = fields.get("classes");
  if (task === "regression") {
    if (classes === undefined) return fields.integer("outputs", 1, UNITS_LIMIT, 1);
    throw refusal("classes", "a regression has none", { expected: "classes with a classification" });
  }
  if (classes === undefined) return fields.integer("outputs", 2, UNITS_LIMIT);
  if (Array.isArray(classes) && classes.length >= 2)
    return fields.integer("outputs", classes.length, classes.length, classes.length);
  throw refusal("classes", "not a list of classes", { expected: "at least two names", actual: show(classes) });
}
