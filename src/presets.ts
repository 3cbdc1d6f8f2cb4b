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

const TASKS: Codes<TaskName> = { classification: 0, regression: 1, anomaly: 2 };
const PRESETS: Codes<PresetName> = { light: 0, standard: 1, thorough: 2 };
const PASSED = ["inputs", "classes", "missing", "drift", "classWeights", "seed"];
const KEYS = [...PASSED, "task", "preset", "outputs", "anomaly"];

/** A network of a committee: what the tables of the presets vary. */
interface Entry {
  /** Units of the hidden layers; of an anomaly model's, of its inputs' number. */
  hidden: readonly number[];
  activation: "linear" | "relu" | "tanh";
  optimizer?: "adam";
  rate: number;
  clip: number;
  /** Decay of its scaler. */
  scaler: number;
  /** Of the scaled inputs, in standard deviations; 10 where it is left out. */
  cap?: number;
  /** Share of the inputs that are dropped in learning. */
  dropout?: number;
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
  const shared = { ...Object.fromEntries(passed(fields)), ...ends(task, fields) } as Omit<NetworkSpec, "layers">;
  const last = { type: "dense", units: outputs, activation: task === "classification" ? "softmax" : "linear" } as const;
  const scale = task === "anomaly" ? outputs : 1;
  const isThorough = preset === "thorough";
  if (preset === "light") {
    const { layers, optimizer } = memberOf(LIGHT[task], last, 0, scale);
    return { ...shared, layers, ...(optimizer && { optimizer }) };
  }
  const entries = isThorough ? [...STANDARD[task], ...EXTRA[task]] : STANDARD[task];
  const { rows, steps } = REPLAYS[task][preset];
  return {
    ...shared,
    members: entries.map((entry) => memberOf(entry, last, steps, scale)),
    replay: { capacity: rows, policy: "ring" },
  };
}

function* passed(fields: Fields): Generator<[string, unknown]> {
  for (const key of PASSED) if (fields.has(key)) yield [key, fields.get(key)];
}

/** What a task asks of loss, targets and scores. */
function ends(task: TaskName, fields: Fields): Partial<NetworkSpec> {
  if (task === "classification") return { loss: "crossEntropy" };
  if (task === "anomaly") return { loss: "mse", anomaly: (fields.get("anomaly") ?? {}) as object };
  return { loss: "mse", standardizeTargets: { decay: "all", clip: 0, epsilon: EPSILON } };
}

/** Below this variance a column counts as constant, whatever its units are. */
const EPSILON = 1e-12;

const LIGHT: Readonly<Record<TaskName, Entry>> = {
  classification: { hidden: [32], activation: "relu", rate: 0.03, clip: 5, scaler: 0.99 },
  regression: { hidden: [32], activation: "relu", rate: 0.01, clip: 1, scaler: 0.999 },
  anomaly: { hidden: [0.4], activation: "linear", rate: 0.1, clip: 2.75, scaler: 0.9998, cap: 2.75, dropout: 0.1 },
};

const slow = (decay: number, both = false): Pick<Entry, "replaySteps" | "average"> => ({
  replaySteps: 1,
  average: { decay, both },
});

/** It learns a new state of things in a few rows: what scores high is news. */
const NOVELTY: Entry = { ...LIGHT.anomaly, rate: 0.3, dropout: 0.35, replaySteps: 1 };

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
  // Alike but for what they begin with and what they drop: together they are steadier than one.
  anomaly: new Array<Entry>(5).fill(NOVELTY),
};

const DEEP = { hidden: [32, 32], activation: "relu", optimizer: "adam", rate: 0.003, scaler: 0.999 } as const;
/** What `thorough` has besides. */
const EXTRA: Readonly<Record<TaskName, readonly Entry[]>> = {
  classification: [{ ...DEEP, clip: 5, ...slow(0.99) }],
  regression: [{ ...DEEP, clip: 1, ...slow(0.999) }],
  anomaly: [NOVELTY, NOVELTY],
};

/** Rows of the ring, and steps of a member that replays. */
const REPLAYS: Readonly<Record<TaskName, Record<"standard" | "thorough", { rows: number; steps: number }>>> = {
  classification: { standard: { rows: 256, steps: 8 }, thorough: { rows: 1000, steps: 16 } },
  regression: { standard: { rows: 256, steps: 8 }, thorough: { rows: 1000, steps: 16 } },
  anomaly: { standard: { rows: 256, steps: 2 }, thorough: { rows: 256, steps: 2 } },
};

function memberOf(entry: Entry, last: LayerSpec, replaySteps: number, scale: number): MemberSpec {
  return {
    layers: [
      { type: "standardize", decay: entry.scaler, clip: entry.cap ?? 10, epsilon: EPSILON },
      ...(entry.dropout ? [{ type: "dropout", rate: entry.dropout } as const] : []),
      ...entry.hidden.map(
        (share): LayerSpec => ({ type: "dense", units: Math.ceil(share * scale), activation: entry.activation }),
      ),
      last,
    ],
    optimizer: { type: entry.optimizer ?? "sgd", learningRate: entry.rate, clipNorm: entry.clip },
    ...(entry.replaySteps && { replaySteps }),
    ...(entry.average && { average: entry.average }),
  };
}

function outputsOf(fields: Fields, task: TaskName): number {
  const classes = fields.get("classes");
  if (task !== "anomaly" && fields.has("anomaly")) {
    throw refusal("anomaly", `a ${task} has no scores`, { expected: 'it with the task "anomaly"' });
  }
  if (task === "anomaly") {
    const inputs = fields.get("inputs");
    const count = Array.isArray(inputs) ? inputs.length : fields.integer("inputs", 1, UNITS_LIMIT);
    if (classes === undefined) return fields.integer("outputs", count, count, count);
    throw refusal("classes", "an anomaly model has none", { expected: "classes with a classification" });
  }
  if (task === "regression") {
    if (classes === undefined) return fields.integer("outputs", 1, UNITS_LIMIT, 1);
    throw refusal("classes", "a regression has none", { expected: "classes with a classification" });
  }
  if (classes === undefined) return fields.integer("outputs", 2, UNITS_LIMIT);
  if (Array.isArray(classes) && classes.length >= 2)
    return fields.integer("outputs", classes.length, classes.length, classes.length);
  throw refusal("classes", "not a list of classes", { expected: "at least two names", actual: show(classes) });
}
