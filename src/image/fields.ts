import * as abi from "../abi.ts";

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
];

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

/** The field at a byte of an image, in words. The number of layers of a damaged header is not trusted further. */
export function fieldAt(image: Uint8Array, offset: number): { place: string; type: FieldType | undefined } {
  const layersAt = abi.HEADER_BYTES + abi.MEMBER_BYTES;
  if (offset < abi.HEADER_BYTES) return named("header: ", HEADER_FIELDS, offset);
  if (offset < layersAt) return named("", MEMBER_FIELDS, offset - abi.HEADER_BYTES);
  const layer = Math.floor((offset - layersAt) / abi.LAYER_BYTES);
  if (image.length < abi.HEADER_BYTES || layer >= viewOf(image).getUint16(abi.HEADER_LAYERS, true)) {
    return { place: `byte ${offset} of the image`, type: undefined };
  }
  return named(`layers[${layer}].`, LAYER_FIELDS, (offset - layersAt) % abi.LAYER_BYTES);
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

function named(
  prefix: string,
  fields: readonly Field[],
  offset: number,
): { place: string; type: FieldType | undefined } {
  const field = fields.find((candidate) => candidate.offset === offset);
  return { place: `${prefix}${field?.name ?? `reserved byte ${offset}`}`, type: field?.type };
}
