import * as abi from "../abi.ts";
import { tablesOf } from "./layout.ts";

/** How a field lies in the image. */
export type FieldType = "u8" | "u16" | "u32" | "f32";
export interface Field {
  name: string;
  offset: number;
  type: FieldType;
}

const field = (name: string, offset: number, type: FieldType): Field => ({ name, offset, type });

export const HEADER_FIELDS: readonly Field[] = [
  field("magic", abi.HEADER_MAGIC, "u32"),
  field("format version", abi.HEADER_FORMAT, "u16"),
  field("ABI version", abi.HEADER_ABI, "u16"),
  field("length", abi.HEADER_LENGTH, "u32"),
  field("CRC", abi.HEADER_CRC, "u32"),
  field("flags", abi.HEADER_FLAGS, "u32"),
  field("inputs", abi.HEADER_INPUTS, "u32"),
  field("outputs", abi.HEADER_OUTPUTS, "u32"),
  field("state offset", abi.HEADER_STATE, "u32"),
  field("state bytes", abi.HEADER_STATE_BYTES, "u32"),
  field("members", abi.HEADER_MEMBERS, "u16"),
  field("replays", abi.HEADER_REPLAYS, "u16"),
  field("drifts", abi.HEADER_DRIFTS, "u16"),
  field("layers", abi.HEADER_LAYERS, "u16"),
  field("loss", abi.HEADER_LOSS, "u8"),
  field("loss.delta", abi.HEADER_DELTA, "f32"),
  field("batchSize", abi.HEADER_BATCH, "u32"),
  field("seed", abi.HEADER_SEED, "u32"),
  field("standardizeTargets.decay", abi.HEADER_TARGET_DECAY, "f32"),
  field("standardizeTargets.clip", abi.HEADER_TARGET_CLIP, "f32"),
  field("standardizeTargets.epsilon", abi.HEADER_TARGET_EPSILON, "f32"),
  field("anomaly.quantile", abi.HEADER_QUANTILE, "f32"),
  field("anomaly.warmUp", abi.HEADER_WARM_UP, "u32"),
];

export const MEMBER_FIELDS: readonly Field[] = [
  field("layers", abi.MEMBER_LAYERS, "u16"),
  field("optimizer.type", abi.MEMBER_OPTIMIZER, "u8"),
  field("optimizer.schedule.type", abi.MEMBER_SCHEDULE, "u8"),
  field("optimizer.learningRate", abi.MEMBER_RATE, "f32"),
  field("optimizer.clipNorm", abi.MEMBER_CLIP, "f32"),
  field("optimizer momentum, rho or beta1", abi.MEMBER_BETA1, "f32"),
  field("optimizer.beta2", abi.MEMBER_BETA2, "f32"),
  field("optimizer.epsilon", abi.MEMBER_EPSILON, "f32"),
  field("optimizer.schedule gamma, decay or final", abi.MEMBER_SCHEDULE_VALUE, "f32"),
  field("optimizer.schedule every or steps", abi.MEMBER_SCHEDULE_STEPS, "u32"),
  field("replaySteps", abi.MEMBER_REPLAY_STEPS, "u32"),
  field("average.decay", abi.MEMBER_AVERAGE_DECAY, "f32"),
  field("average.both", abi.MEMBER_AVERAGE_BOTH, "u32"),
  field("offset of the average", abi.MEMBER_AVERAGES, "u32"),
];

export const MIXTURE_FIELDS: readonly Field[] = [
  field("eta", abi.MIXTURE_ETA, "f32"),
  field("decay", abi.MIXTURE_DECAY, "f32"),
  field("cap", abi.MIXTURE_CAP, "f32"),
  field("logisticRate", abi.MIXTURE_LOGISTIC_RATE, "f32"),
  field("offset of its state", abi.MIXTURE_STATE, "u32"),
];

export const REPLAY_FIELDS: readonly Field[] = [
  field("capacity", abi.REPLAY_CAPACITY, "u32"),
  field("policy", abi.REPLAY_POLICY, "u32"),
  field("offset of its rows", abi.REPLAY_ROWS, "u32"),
];

export const DRIFT_FIELDS: readonly Field[] = [
  field("type", abi.DRIFT_KIND, "u8"),
  field("on", abi.DRIFT_ON, "u8"),
  field("reaction.type", abi.DRIFT_REACTION, "u8"),
  field("on.input", abi.DRIFT_INPUT, "u32"),
  ...[0, 1, 2, 3].map((i) => field(`setting ${i + 1}`, abi.DRIFT_VALUES + 4 * i, "f32")),
  field("rows", abi.DRIFT_ROWS, "u32"),
  field("reaction factor or decay", abi.DRIFT_FACTOR, "f32"),
  field("reaction.samples", abi.DRIFT_SAMPLES, "u32"),
  field("offset of its state", abi.DRIFT_STATE, "u32"),
];

const WEIGHT_FIELD: readonly Field[] = [{ name: "", offset: 0, type: "f32" }];

export const LAYER_FIELDS: readonly Field[] = [
  field("type", abi.LAYER_KIND, "u8"),
  field("activation", abi.LAYER_ACTIVATION, "u8"),
  field("initializer", abi.LAYER_INITIALIZER, "u8"),
  field("flags", abi.LAYER_FLAGS, "u8"),
  field("units", abi.LAYER_UNITS, "u32"),
  field("offset of parameters", abi.LAYER_PARAMETERS, "u32"),
  field("offset of slots", abi.LAYER_SLOTS, "u32"),
  field("alpha, rate or decay", abi.LAYER_ALPHA, "f32"),
  field("l1 or epsilon", abi.LAYER_L1, "f32"),
  field("l2 or clip", abi.LAYER_L2, "f32"),
];

/** One record of an image, and how its fields are called in front of their names. */
export interface TableRecord {
  prefix: string;
  fields: readonly Field[];
  at: number;
  bytes: number;
}

/**
 * The records of an image in their order, as far as its tables reach. Counts of a damaged image are only followed
 * within its bytes.
 */
export function recordsOf(image: Uint8Array): TableRecord[] {
  const records: TableRecord[] = [{ prefix: "header: ", fields: HEADER_FIELDS, at: 0, bytes: abi.HEADER_BYTES }];
  if (image.length < abi.HEADER_BYTES) return records;
  const view = viewOf(image);
  const memberCount = view.getUint16(abi.HEADER_MEMBERS, true);
  const layerCount = view.getUint16(abi.HEADER_LAYERS, true);
  let at = tablesOf({ members: memberCount }).layers;
  if (image.length < at) return records;
  const prefixOf = (m: number): string => (memberCount > 1 ? `members[${m}].` : "");
  const layers: TableRecord[] = [];
  let experts = memberCount;
  for (let m = 0; m < memberCount; m++) {
    const member = abi.HEADER_BYTES + m * abi.MEMBER_BYTES;
    records.push({ prefix: prefixOf(m), fields: MEMBER_FIELDS, at: member, bytes: abi.MEMBER_BYTES });
    if (view.getUint32(member + abi.MEMBER_AVERAGE_BOTH, true) !== 0) experts++;
    const own = Math.min(view.getUint16(member + abi.MEMBER_LAYERS, true), layerCount - layers.length);
    for (let i = 0; i < own; i++, at += abi.LAYER_BYTES) {
      layers.push({ prefix: `${prefixOf(m)}layers[${i}].`, fields: LAYER_FIELDS, at, bytes: abi.LAYER_BYTES });
    }
  }
  records.push(...layers);
  const flags = view.getUint32(abi.HEADER_FLAGS, true);
  const drifts = view.getUint16(abi.HEADER_DRIFTS, true);
  const tables = tablesOf({
    members: memberCount,
    layers: layerCount,
    experts,
    replays: view.getUint16(abi.HEADER_REPLAYS, true),
    drifts,
    weights: flags & abi.FLAG_CLASS_WEIGHTS ? view.getUint32(abi.HEADER_OUTPUTS, true) : 0,
  });
  if (tables.mixture > 0) {
    records.push({ prefix: "mixture.", fields: MIXTURE_FIELDS, at: tables.mixture, bytes: abi.MIXTURE_BYTES });
  }
  if (tables.replay > 0) {
    records.push({ prefix: "replay.", fields: REPLAY_FIELDS, at: tables.replay, bytes: abi.REPLAY_BYTES });
  }
  for (let i = 0; i < Math.min(drifts, abi.DRIFTS_LIMIT); i++) {
    const record = tables.drift + i * abi.DRIFT_BYTES;
    records.push({ prefix: `drift[${i}].`, fields: DRIFT_FIELDS, at: record, bytes: abi.DRIFT_BYTES });
  }
  for (let c = 0, weight = tables.weights; weight < Math.min(tables.end, image.length); c++, weight += 4) {
    records.push({ prefix: `classWeights[${c}]`, fields: WEIGHT_FIELD, at: weight, bytes: 4 });
  }
  return records.filter((record) => record.at + record.bytes <= image.length);
}

/** The field at a byte of an image, in words. */
export function fieldAt(image: Uint8Array, offset: number): { place: string; type: FieldType | undefined } {
  const record = recordsOf(image).find(({ at, bytes }) => offset >= at && offset < at + bytes);
  if (record === undefined) return { place: `byte ${offset} of the image`, type: undefined };
  const found = record.fields.find((candidate) => candidate.offset === offset - record.at);
  const name = found?.name ?? `reserved byte ${offset - record.at}`;
  return { place: `${record.prefix}${name}`, type: found?.type };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The value of a field in the record that begins at `record`. */
export function fieldValue(view: DataView, record: number, { offset, type }: Field): number {
  if (type === "u8") return view.getUint8(record + offset);
  if (type === "u16") return view.getUint16(record + offset, true);
  return type === "u32" ? view.getUint32(record + offset, true) : view.getFloat32(record + offset, true);
}
