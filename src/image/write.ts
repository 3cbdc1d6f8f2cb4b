import * as abi from "../abi.ts";
import { crc32 } from "../crc.ts";
import { DETECTOR_SETTINGS, watchedOf } from "../spec/drift.ts";
import {
  ACTIVATIONS,
  DETECTORS,
  INITIALIZERS,
  LAYER_TYPES,
  LOSSES,
  OPTIMIZERS,
  REACTIONS,
  REPLAY_POLICIES,
  SCHEDULES,
} from "../spec/names.ts";
import {
  countOf,
  type Decay,
  type FullDetector,
  type FullLayer,
  type FullMember,
  type FullOptimizer,
  type FullSpec,
  lossName,
  membersOf,
  widthsOf,
} from "../spec.ts";
import { viewOf } from "./fields.ts";
import { countsOf, layoutOf, tablesOf } from "./layout.ts";

/** The fresh image of a spec: header and tables; the core draws the state when it opens it. */
export function freshImage(spec: FullSpec): Uint8Array<ArrayBuffer> {
  const layout = layoutOf(spec);
  const image = new Uint8Array(layout.tableBytes);
  const view = viewOf(image);
  const members = membersOf(spec);
  const counts = countsOf(spec);
  view.setUint32(abi.HEADER_STATE, layout.stateOffset, true);
  view.setUint32(abi.HEADER_STATE_BYTES, layout.stateBytes, true);
  view.setUint16(abi.HEADER_MEMBERS, members.length, true);
  view.setUint16(abi.HEADER_LAYERS, counts.layers, true);
  view.setUint16(abi.HEADER_DRIFTS, counts.drifts, true);
  writeHeader(view, spec);
  const tables = tablesOf(counts);
  let at = tables.layers;
  for (const [m, member] of members.entries()) {
    const record = new DataView(image.buffer, abi.HEADER_BYTES + m * abi.MEMBER_BYTES, abi.MEMBER_BYTES);
    writeMember(record, member);
    record.setUint32(abi.MEMBER_AVERAGES, layout.members[m]?.averages ?? 0, true);
    const widths = widthsOf(countOf(spec.inputs), member.layers);
    for (const [i, layer] of member.layers.entries()) {
      const layerRecord = new DataView(image.buffer, at, abi.LAYER_BYTES);
      layerRecord.setUint32(abi.LAYER_UNITS, widths[i + 1] as number, true);
      layerRecord.setUint32(abi.LAYER_PARAMETERS, layout.members[m]?.layers[i]?.parameters ?? 0, true);
      layerRecord.setUint32(abi.LAYER_SLOTS, layout.members[m]?.layers[i]?.slots ?? 0, true);
      writeLayer(layerRecord, layer);
      at += abi.LAYER_BYTES;
    }
  }
  if (spec.mixture) {
    const record = new DataView(image.buffer, tables.mixture, abi.MIXTURE_BYTES);
    record.setFloat32(abi.MIXTURE_ETA, spec.mixture.eta, true);
    record.setFloat32(abi.MIXTURE_DECAY, spec.mixture.decay, true);
    record.setFloat32(abi.MIXTURE_CAP, spec.mixture.cap, true);
    record.setFloat32(abi.MIXTURE_LOGISTIC_RATE, spec.mixture.logisticRate, true);
    record.setUint32(abi.MIXTURE_STATE, layout.mixture, true);
  }
  if (spec.replay) {
    const record = new DataView(image.buffer, tables.replay, abi.REPLAY_BYTES);
    record.setUint32(abi.REPLAY_CAPACITY, spec.replay.capacity, true);
    record.setUint32(abi.REPLAY_POLICY, REPLAY_POLICIES[spec.replay.policy], true);
    record.setUint32(abi.REPLAY_ROWS, layout.replay, true);
  }
  for (const [i, detector] of (spec.drift ?? []).entries()) {
    const record = new DataView(image.buffer, tables.drift + i * abi.DRIFT_BYTES, abi.DRIFT_BYTES);
    writeDetector(record, detector, spec);
    record.setUint32(abi.DRIFT_STATE, layout.drift[i] ?? 0, true);
  }
  if (Array.isArray(spec.classWeights)) {
    for (const [c, weight] of spec.classWeights.entries()) view.setFloat32(tables.weights + 4 * c, weight, true);
  }
  view.setUint32(abi.HEADER_CRC, imageCrc(image), true);
  return image;
}

/** CRC-32 of a core part, its own four bytes left out. */
export function imageCrc(image: Uint8Array): number {
  return crc32(image.subarray(abi.HEADER_CRC + 4), crc32(image.subarray(0, abi.HEADER_CRC)));
}

function writeHeader(view: DataView, spec: FullSpec): void {
  const targets = spec.standardizeTargets;
  const weights = spec.classWeights;
  const flags =
    (spec.missing === "mean" ? abi.FLAG_MISSING : 0) |
    (targets ? abi.FLAG_TARGETS : 0) |
    (spec.anomaly ? abi.FLAG_ANOMALY : 0) |
    (Array.isArray(weights) ? abi.FLAG_CLASS_WEIGHTS : 0) |
    (weights === "balanced" ? abi.FLAG_BALANCED : 0);
  view.setUint32(abi.HEADER_MAGIC, abi.MAGIC, true);
  view.setUint16(abi.HEADER_FORMAT, abi.FORMAT_VERSION, true);
  view.setUint16(abi.HEADER_ABI, abi.ABI_VERSION, true);
  view.setUint32(abi.HEADER_LENGTH, view.byteLength, true);
  view.setUint32(abi.HEADER_FLAGS, abi.FLAG_FRESH | flags, true);
  view.setUint32(abi.HEADER_INPUTS, countOf(spec.inputs), true);
  view.setUint32(abi.HEADER_OUTPUTS, spec.outputs, true);
  view.setUint16(abi.HEADER_REPLAYS, spec.replay ? 1 : 0, true);
  view.setUint8(abi.HEADER_LOSS, LOSSES[lossName(spec.loss)]);
  view.setFloat32(abi.HEADER_DELTA, typeof spec.loss === "string" ? 0 : spec.loss.delta, true);
  view.setUint32(abi.HEADER_BATCH, spec.batchSize, true);
  view.setUint32(abi.HEADER_SEED, spec.seed, true);
  if (spec.anomaly) {
    view.setFloat32(abi.HEADER_QUANTILE, spec.anomaly.quantile, true);
    view.setUint32(abi.HEADER_WARM_UP, spec.anomaly.warmUp, true);
  }
  if (targets) {
    view.setFloat32(abi.HEADER_TARGET_DECAY, decayValue(targets.decay), true);
    view.setFloat32(abi.HEADER_TARGET_CLIP, targets.clip, true);
    view.setFloat32(abi.HEADER_TARGET_EPSILON, targets.epsilon, true);
  }
}

function writeMember(record: DataView, { layers, optimizer, replaySteps, average }: FullMember): void {
  record.setUint16(abi.MEMBER_LAYERS, layers.length, true);
  record.setUint8(abi.MEMBER_OPTIMIZER, OPTIMIZERS[optimizer.type]);
  record.setFloat32(abi.MEMBER_RATE, optimizer.learningRate, true);
  record.setFloat32(abi.MEMBER_CLIP, optimizer.clipNorm ?? 0, true);
  record.setFloat32(abi.MEMBER_BETA1, optimizer.momentum ?? optimizer.rho ?? optimizer.beta1 ?? 0, true);
  record.setFloat32(abi.MEMBER_BETA2, optimizer.beta2 ?? 0, true);
  record.setFloat32(abi.MEMBER_EPSILON, optimizer.epsilon ?? 0, true);
  writeSchedule(record, optimizer.schedule);
  record.setUint32(abi.MEMBER_REPLAY_STEPS, replaySteps, true);
  record.setFloat32(abi.MEMBER_AVERAGE_DECAY, average?.decay ?? 0, true);
  record.setUint32(abi.MEMBER_AVERAGE_BOTH, average?.both ? 1 : 0, true);
}

function writeDetector(record: DataView, detector: FullDetector, { inputs }: FullSpec): void {
  const { on, input } = watchedOf(detector.on, inputs);
  record.setUint8(abi.DRIFT_KIND, DETECTORS[detector.type]);
  record.setUint8(abi.DRIFT_ON, on);
  record.setUint8(abi.DRIFT_REACTION, REACTIONS[detector.reaction.type]);
  record.setUint32(abi.DRIFT_INPUT, input, true);
  const values = detector as unknown as Readonly<Record<string, number>>;
  for (const { name, place } of DETECTOR_SETTINGS[detector.type]) {
    const value = values[name] as number;
    if (place === "rows") record.setUint32(abi.DRIFT_ROWS, value, true);
    else record.setFloat32(abi.DRIFT_VALUES + 4 * place, value, true);
  }
  const { reaction } = detector;
  if (reaction.type === "raiseLearningRate") record.setFloat32(abi.DRIFT_FACTOR, reaction.factor, true);
  if (reaction.type === "reopenScaler") record.setFloat32(abi.DRIFT_FACTOR, reaction.decay, true);
  if ("samples" in reaction) record.setUint32(abi.DRIFT_SAMPLES, reaction.samples, true);
}

function writeSchedule(record: DataView, schedule: FullOptimizer["schedule"]): void {
  record.setUint8(abi.MEMBER_SCHEDULE, SCHEDULES[schedule.type]);
  switch (schedule.type) {
    case "constant":
      return;
    case "step":
      record.setFloat32(abi.MEMBER_SCHEDULE_VALUE, schedule.gamma, true);
      return record.setUint32(abi.MEMBER_SCHEDULE_STEPS, schedule.every, true);
    case "inverseTime":
      return record.setFloat32(abi.MEMBER_SCHEDULE_VALUE, schedule.decay, true);
    case "cosine":
      record.setFloat32(abi.MEMBER_SCHEDULE_VALUE, schedule.final, true);
      return record.setUint32(abi.MEMBER_SCHEDULE_STEPS, schedule.steps, true);
  }
}

function writeLayer(record: DataView, layer: FullLayer): void {
  const trainable = "trainable" in layer && layer.trainable ? abi.LAYER_FLAG_TRAINABLE : 0;
  record.setUint8(abi.LAYER_KIND, LAYER_TYPES[layer.type]);
  record.setUint8(abi.LAYER_FLAGS, trainable);
  switch (layer.type) {
    case "dense":
      record.setUint8(abi.LAYER_ACTIVATION, ACTIVATIONS[layer.activation]);
      record.setUint8(abi.LAYER_INITIALIZER, INITIALIZERS[layer.initializer]);
      record.setUint8(abi.LAYER_FLAGS, trainable | (layer.bias ? abi.LAYER_FLAG_BIAS : 0));
      record.setFloat32(abi.LAYER_ALPHA, layer.alpha ?? 0, true);
      record.setFloat32(abi.LAYER_L1, layer.l1, true);
      return record.setFloat32(abi.LAYER_L2, layer.l2, true);
    case "activation":
      record.setUint8(abi.LAYER_ACTIVATION, ACTIVATIONS[layer.activation]);
      return record.setFloat32(abi.LAYER_ALPHA, layer.alpha ?? 0, true);
    case "dropout":
      return record.setFloat32(abi.LAYER_RATE, layer.rate, true);
    case "batchNorm":
      record.setFloat32(abi.LAYER_DECAY, layer.decay, true);
      return record.setFloat32(abi.LAYER_EPSILON, layer.epsilon, true);
    case "standardize":
      record.setFloat32(abi.LAYER_DECAY, decayValue(layer.decay), true);
      record.setFloat32(abi.LAYER_EPSILON, layer.epsilon, true);
      return record.setFloat32(abi.LAYER_CLIP, layer.clip, true);
  }
}

function decayValue(decay: Decay): number {
  return decay === "all" ? 1 : decay;
}
