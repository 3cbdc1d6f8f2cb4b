import * as abi from "../abi.ts";
import { DETECTOR_SETTINGS } from "../spec/drift.ts";
import {
  ACTIVATIONS,
  DETECTORS,
  INITIALIZERS,
  LAYER_TYPES,
  nameOf,
  OPTIMIZERS,
  REACTIONS,
  SCHEDULES,
} from "../spec/names.ts";
import type { Decay, FullDetector, FullLayer, FullMember, FullOptimizer, FullReaction, FullSchedule } from "../spec.ts";

/** The shortest decimal number that rounds to this float32. */
export function shortestDecimal(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}

/** A member but for its layers. */
export function readMember(record: DataView): Omit<FullMember, "layers"> {
  const decay = decimal(record, abi.MEMBER_AVERAGE_DECAY);
  return {
    optimizer: readOptimizer(record),
    replaySteps: record.getUint32(abi.MEMBER_REPLAY_STEPS, true),
    ...(decay > 0 && { average: { decay, both: record.getUint32(abi.MEMBER_AVERAGE_BOTH, true) === 1 } }),
  };
}

function readOptimizer(record: DataView): FullOptimizer {
  const type = nameOf(OPTIMIZERS, record.getUint8(abi.MEMBER_OPTIMIZER));
  const optimizer: FullOptimizer = {
    type,
    learningRate: decimal(record, abi.MEMBER_RATE),
    schedule: readSchedule(record),
  };
  const first = decimal(record, abi.MEMBER_BETA1);
  if (type === "momentum" || type === "nesterov") optimizer.momentum = first;
  if (type === "rmsprop") optimizer.rho = first;
  if (type === "adam") {
    optimizer.beta1 = first;
    optimizer.beta2 = decimal(record, abi.MEMBER_BETA2);
  }
  if (type === "adagrad" || type === "rmsprop" || type === "adam") {
    optimizer.epsilon = decimal(record, abi.MEMBER_EPSILON);
  }
  const clipNorm = decimal(record, abi.MEMBER_CLIP);
  if (clipNorm > 0) optimizer.clipNorm = clipNorm;
  return optimizer;
}

function readSchedule(record: DataView): FullSchedule {
  const type = nameOf(SCHEDULES, record.getUint8(abi.MEMBER_SCHEDULE));
  const value = decimal(record, abi.MEMBER_SCHEDULE_VALUE);
  const steps = record.getUint32(abi.MEMBER_SCHEDULE_STEPS, true);
  switch (type) {
    case "constant":
      return { type };
    case "step":
      return { type, every: steps, gamma: value };
    case "inverseTime":
      return { type, decay: value };
    case "cosine":
      return { type, steps, final: value };
  }
}

export function readDetector(record: DataView): FullDetector {
  const type = nameOf(DETECTORS, record.getUint8(abi.DRIFT_KIND));
  const on = record.getUint8(abi.DRIFT_ON);
  const input = record.getUint32(abi.DRIFT_INPUT, true);
  const settings = DETECTOR_SETTINGS[type].map(({ name, place }) => {
    const isRows = place === "rows";
    return [name, isRows ? record.getUint32(abi.DRIFT_ROWS, true) : decimal(record, abi.DRIFT_VALUES + 4 * place)];
  });
  return {
    type,
    on: on === abi.ON_ERROR ? "error" : on === abi.ON_LOSS ? "loss" : { input },
    ...Object.fromEntries(settings),
    reaction: readReaction(record),
  };
}

function readReaction(record: DataView): FullReaction {
  const type = nameOf(REACTIONS, record.getUint8(abi.DRIFT_REACTION));
  const [value, samples] = [decimal(record, abi.DRIFT_FACTOR), record.getUint32(abi.DRIFT_SAMPLES, true)];
  if (type === "raiseLearningRate") return { type, factor: value, samples };
  return type === "reopenScaler" ? { type, decay: value, samples } : { type };
}

export function readLayer(record: DataView): FullLayer {
  const type = nameOf(LAYER_TYPES, record.getUint8(abi.LAYER_KIND));
  const flags = record.getUint8(abi.LAYER_FLAGS);
  const trainable = (flags & abi.LAYER_FLAG_TRAINABLE) !== 0;
  switch (type) {
    case "dense":
      return {
        type,
        units: record.getUint32(abi.LAYER_UNITS, true),
        ...readActivation(record),
        bias: (flags & abi.LAYER_FLAG_BIAS) !== 0,
        initializer: nameOf(INITIALIZERS, record.getUint8(abi.LAYER_INITIALIZER)),
        l1: decimal(record, abi.LAYER_L1),
        l2: decimal(record, abi.LAYER_L2),
        trainable,
      };
    case "dropout":
      return { type, rate: decimal(record, abi.LAYER_RATE) };
    case "batchNorm":
      return { type, decay: decimal(record, abi.LAYER_DECAY), epsilon: decimal(record, abi.LAYER_EPSILON), trainable };
    case "standardize":
      return {
        type,
        decay: readDecay(record, abi.LAYER_DECAY),
        clip: decimal(record, abi.LAYER_CLIP),
        epsilon: decimal(record, abi.LAYER_EPSILON),
      };
    case "activation":
      return { type, ...readActivation(record) };
  }
}

function readActivation(record: DataView): Pick<FullLayer & { type: "activation" }, "activation" | "alpha"> {
  const activation = nameOf(ACTIVATIONS, record.getUint8(abi.LAYER_ACTIVATION));
  return activation === "leakyRelu" ? { activation, alpha: decimal(record, abi.LAYER_ALPHA) } : { activation };
}

export function readDecay(record: DataView, offset: number): Decay {
  const value = decimal(record, offset);
  return value === 1 ? "all" : value;
}

export function decimal(record: DataView, offset: number): number {
  return shortestDecimal(record.getFloat32(offset, true));
}
