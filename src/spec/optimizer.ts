import { LEARNING_RATE_LIMIT } from "../abi.ts";
import { OPTIMIZERS, SCHEDULES } from "./names.ts";
import { between, Fields, FRACTION, NOT_NEGATIVE, POSITIVE, SHARE, typed } from "./reader.ts";
import type { FullOptimizer, FullSchedule, OptimizerName, ScheduleName } from "./types.ts";

type Setting = "momentum" | "rho" | "beta1" | "beta2" | "epsilon";

/** The settings of each optimizer with their defaults. */
const SETTINGS: Readonly<Record<OptimizerName, Readonly<Partial<Record<Setting, number>>>>> = {
  sgd: {},
  momentum: { momentum: 0.9 },
  nesterov: { momentum: 0.9 },
  adagrad: { epsilon: 1e-10 },
  rmsprop: { rho: 0.99, epsilon: 1e-8 },
  adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

const SCHEDULE_KEYS: Readonly<Record<ScheduleName, readonly string[]>> = {
  constant: [],
  step: ["every", "gamma"],
  inverseTime: ["decay"],
  cosine: ["steps", "final"],
};

const LEARNING_RATE = between(0, LEARNING_RATE_LIMIT);
const STEPS_LIMIT = 0xffffffff;

/** Reads an optimizer, or the name of one, and writes out its defaults. */
export function fullOptimizer(value: unknown, path: string): FullOptimizer {
  const { type, given } = typed(value ?? "sgd", path, OPTIMIZERS);
  const defaults = SETTINGS[type];
  const fields = new Fields(given, path, ["type", "learningRate", ...Object.keys(defaults), "clipNorm", "schedule"]);
  const full: FullOptimizer = {
    type,
    learningRate: fields.number("learningRate", LEARNING_RATE, type === "adam" ? 0.001 : 0.01),
    schedule: fullSchedule(fields.get("schedule"), fields.at("schedule")),
  };
  for (const [key, fallback] of Object.entries(defaults) as [Setting, number][]) {
    full[key] = fields.number(key, key === "epsilon" ? POSITIVE : FRACTION, fallback);
  }
  if (fields.has("clipNorm")) full.clipNorm = fields.number("clipNorm", POSITIVE);
  return full;
}

function fullSchedule(value: unknown, path: string): FullSchedule {
  const { type, given } = typed(value ?? "constant", path, SCHEDULES);
  const fields = new Fields(given, path, ["type", ...SCHEDULE_KEYS[type]]);
  switch (type) {
    case "constant":
      return { type };
    case "step":
      return { type, every: fields.integer("every", 1, STEPS_LIMIT), gamma: fields.number("gamma", SHARE) };
    case "inverseTime":
      return { type, decay: fields.number("decay", NOT_NEGATIVE) };
    case "cosine":
      return { type, steps: fields.integer("steps", 1, STEPS_LIMIT), final: fields.number("final", LEARNING_RATE) };
  }
}
