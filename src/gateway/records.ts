/** The records of the journal: all that ever changes the state. docs/state.md has them byte by byte. */
import { MillraceError } from "../errors.ts";
import { ByteReader, ByteWriter } from "./state/bytes.ts";
import { decodeStep, type FleetStep } from "./state/fleet-step.ts";

/** Kinds as the journal stores them; 0 is its own. Kept free for later: 7 command, 8 pause, 9 flush. */
export const KIND_FEATURES = 1;
export const KIND_LABEL = 2;
/** Features and the label of these or of earlier ones. */
export const KIND_SAMPLE = 3;
/** Samples and labels that wait no longer: expired, or dropped for the budget. */
export const KIND_DROP = 4;
export const KIND_CONFIGURATION = 5;
export const KIND_SET_ASIDE = 6;
export const KIND_SYNC = 10;

/** Of the body of each record. A reader takes its own version and those before. */
export const RECORD_VERSION = 1;

/** What a record of one model begins with. */
interface OfModel {
  readonly stream: string;
  /** "" where the stream has one shared model. */
  readonly key: string;
  /** From 1: which of the model's records this is. A hole in the turns is a record that is gone. */
  readonly turn: number;
  /** 0, or 1 and how many records before this one the block it was gathered in begins. */
  readonly back: number;
}

export interface FeaturesRecord extends OfModel {
  readonly kind: typeof KIND_FEATURES | typeof KIND_SAMPLE;
  readonly source: string;
  readonly timeMs: number;
  readonly order: number | undefined;
  readonly packetId: number | undefined;
  readonly hash: number;
  readonly isNewSession: boolean;
  /** What the windows take. */
  readonly windowInputs: Float32Array;
  /** Inputs of the model; undefined while the windows fill. */
  readonly x: Float32Array | undefined;
  /** Whether x waits for a label. */
  readonly waits: boolean;
  /** Of a sample alone. */
  readonly label: JoinedLabel | undefined;
  /** x is set aside, to judge models of the fleet by. */
  readonly heldBack?: true;
}

export interface JoinedLabel {
  /** `own`: of the same message; `early`: of the waiting label `id`; `older`: for the waiting sample `id`. */
  readonly from: "own" | "early" | "older";
  readonly id: number;
  readonly y: Float32Array;
  readonly weight: number | undefined;
  /** Of `older`, in a fleet: what is learnt stands in one record then, to be learnt again after a roll-back. */
  readonly sample?: SampleInputs;
}

/** A sample that waited for its label. */
export interface SampleInputs {
  readonly x: Float32Array;
  readonly heldBack: boolean;
}

export interface LabelRecord extends OfModel {
  readonly kind: typeof KIND_LABEL;
  readonly source: string;
  readonly timeMs: number;
  /** The waiting sample it was joined to; undefined: it came first and waits. */
  readonly joins: number | undefined;
  /** Of one that waits: the order of its features; undefined: they are found by time. */
  readonly order: number | undefined;
  /** Of one that goes by time: what it is known by when it is sent again. */
  readonly packetId: number | undefined;
  readonly hash: number;
  readonly y: Float32Array;
  readonly weight: number | undefined;
  /** Of one that is joined, in a fleet. */
  readonly sample?: SampleInputs;
}

export const DROP_REASONS = ["expired", "budget", "unlabelled"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export interface DropRecord extends OfModel {
  readonly kind: typeof KIND_DROP;
  readonly source: string;
  readonly reason: DropReason;
  readonly samples: readonly number[];
  /** Labels that came first, by the seq of their record. */
  readonly labels: readonly number[];
}

export interface ConfigurationRecord {
  readonly kind: typeof KIND_CONFIGURATION;
  readonly stream: string;
  readonly fingerprint: string;
  /** JSON of `ReplayPlan`: what a replay must know of the stream. */
  readonly plan: string;
  /** The stream begins anew: records before this one are no longer part of it. */
  readonly isReset: boolean;
}

export interface SetAsideRecord {
  readonly kind: typeof KIND_SET_ASIDE;
  readonly stream: string;
  readonly key: string;
  /** The record that is never applied. */
  readonly seq: number;
  readonly reason: string;
}

/** A step of a shared model's part in its fleet. */
export interface SyncRecord extends OfModel {
  readonly kind: typeof KIND_SYNC;
  /** None. */
  readonly source: "";
  readonly step: FleetStep;
}

export type ModelRecord = FeaturesRecord | LabelRecord | DropRecord | SyncRecord;
export type StateRecord = ModelRecord | ConfigurationRecord | SetAsideRecord;

/**
 * @param arrivalMs the record's own, which the journal stores
 * @returns bytes that share a buffer with those of other records: to be copied where they are to be kept
 */
export function encodeRecord(record: StateRecord, arrivalMs: number): Uint8Array<ArrayBuffer> {
  WRITER.u8(RECORD_VERSION);
  WRITER.text(record.stream);
  if (record.kind === KIND_CONFIGURATION) {
    WRITER.u8(record.isReset ? 1 : 0);
    WRITER.text(record.fingerprint);
    WRITER.text(record.plan);
    return WRITER.cut();
  }
  WRITER.text(record.key);
  if (record.kind === KIND_SET_ASIDE) {
    WRITER.varint(record.seq);
    WRITER.text(record.reason);
    return WRITER.cut();
  }
  WRITER.text(record.source);
  WRITER.varint(record.turn);
  WRITER.varint(record.back);
  if (record.kind === KIND_SYNC) WRITER.text(JSON.stringify(record.step));
  else if (record.kind === KIND_DROP) writeDrop(record);
  else if (record.kind === KIND_LABEL) writeLabel(record, arrivalMs);
  else writeFeatures(record, arrivalMs);
  return WRITER.cut();
}

/**
 * Reads what `encodeRecord` wrote.
 * @throws MillraceError `E_FORMAT`, and `E_VERSION` for a record of a later version
 */
export function decodeRecord(kind: number, arrivalMs: number, body: Uint8Array): StateRecord {
  const reader = new ByteReader(body, "the record");
  const version = reader.u8();
  if (version !== RECORD_VERSION) {
    throw new MillraceError("E_VERSION", "the record is of another version", {
      expected: RECORD_VERSION,
      actual: version,
      remedy: "Open the state with the version of this program that wrote it, or a newer one",
    });
  }
  const record = readBody(kind, arrivalMs, reader);
  reader.end();
  return record;
}

// ---

const WRITER = new ByteWriter(2 ** 14);

const HAS_ORDER = 1;
const HAS_PACKET = 2;
const NEW_SESSION = 4;
const HAS_X = 8;
const WAITS = 16;
const HAS_TIME = 32;
const HAS_WEIGHT = 64;
const JOINS = 128;
const LABEL_EARLY = 256;
const LABEL_OLDER = 512;
const HELD_BACK = 1_024;
/** A label brings the sample it is of, which may be held back. */
const HAS_SAMPLE = 2_048;
const SAMPLE_HELD_BACK = 4_096;

function writeFeatures(record: FeaturesRecord, arrivalMs: number): void {
  const { order, packetId, x, label, timeMs } = record;
  let flags = 0;
  if (order !== undefined) flags |= HAS_ORDER;
  if (packetId !== undefined) flags |= HAS_PACKET;
  if (record.isNewSession) flags |= NEW_SESSION;
  if (x !== undefined) flags |= HAS_X;
  if (record.waits) flags |= WAITS;
  if (timeMs !== arrivalMs) flags |= HAS_TIME;
  if (label?.weight !== undefined) flags |= HAS_WEIGHT;
  if (label?.from === "early") flags |= LABEL_EARLY;
  if (label?.from === "older") flags |= LABEL_OLDER;
  if (record.heldBack) flags |= HELD_BACK;
  flags |= sampleFlags(label?.sample);
  WRITER.varint(flags);
  WRITER.u32(record.hash);
  if (order !== undefined) WRITER.varint(order);
  if (packetId !== undefined) WRITER.varint(packetId);
  if (timeMs !== arrivalMs) WRITER.f64(timeMs);
  WRITER.floats(record.windowInputs);
  if (x !== undefined) WRITER.floats(x);
  if (label === undefined) return;
  if (label.from !== "own") WRITER.varint(label.id);
  WRITER.floats(label.y);
  if (label.weight !== undefined) WRITER.f64(label.weight);
  if (label.sample) WRITER.floats(label.sample.x);
}

function sampleFlags(sample: SampleInputs | undefined): number {
  return sample ? HAS_SAMPLE | (sample.heldBack ? SAMPLE_HELD_BACK : 0) : 0;
}

function writeLabel({ sample, ...record }: LabelRecord, arrivalMs: number): void {
  const { joins, order, packetId, timeMs, hash, y, weight } = record;
  let flags = sampleFlags(sample);
  if (order !== undefined) flags |= HAS_ORDER;
  if (joins !== undefined) flags |= JOINS;
  if (packetId !== undefined) flags |= HAS_PACKET;
  if (timeMs !== arrivalMs) flags |= HAS_TIME;
  if (weight !== undefined) flags |= HAS_WEIGHT;
  WRITER.varint(flags);
  WRITER.u32(hash);
  if (order !== undefined) WRITER.varint(order);
  if (joins !== undefined) WRITER.varint(joins);
  if (packetId !== undefined) WRITER.varint(packetId);
  if (timeMs !== arrivalMs) WRITER.f64(timeMs);
  WRITER.floats(y);
  if (weight !== undefined) WRITER.f64(weight);
  if (sample) WRITER.floats(sample.x);
}

function writeDrop({ reason, samples, labels }: DropRecord): void {
  WRITER.u8(DROP_REASONS.indexOf(reason));
  for (const ids of [samples, labels]) {
    WRITER.varint(ids.length);
    for (const id of ids) WRITER.varint(id);
  }
}

function readBody(kind: number, arrivalMs: number, reader: ByteReader): StateRecord {
  const stream = reader.text();
  if (kind === KIND_CONFIGURATION) {
    const isReset = reader.u8() === 1;
    return { kind, stream, fingerprint: reader.text(), plan: reader.text(), isReset };
  }
  const key = reader.text();
  if (kind === KIND_SET_ASIDE) return { kind, stream, key, seq: reader.varint(), reason: reader.text() };
  const head = { stream, key, source: reader.text(), turn: reader.varint(), back: reader.varint() };
  if (kind === KIND_SYNC) return { kind, ...head, source: "", step: decodeStep(reader.text()) };
  if (kind === KIND_DROP) {
    const reason = DROP_REASONS[reader.u8()];
    if (reason === undefined) throw reader.damaged("there is no such reason", DROP_REASONS.join(", "));
    return { kind, ...head, reason, samples: readIds(reader), labels: readIds(reader) };
  }
  if (kind === KIND_LABEL) return readLabel(head, arrivalMs, reader);
  if (kind === KIND_FEATURES || kind === KIND_SAMPLE) return readFeatures(kind, head, arrivalMs, reader);
  throw reader.damaged(`there is no record of kind ${kind}`, "a kind from 1 to 6, or 10");
}

type Head = OfModel & { readonly source: string };

function readFeatures(kind: FeaturesRecord["kind"], head: Head, arrivalMs: number, reader: ByteReader): FeaturesRecord {
  const flags = reader.varint();
  const hash = reader.u32();
  const order = flags & HAS_ORDER ? reader.varint() : undefined;
  const packetId = flags & HAS_PACKET ? reader.varint() : undefined;
  const timeMs = flags & HAS_TIME ? reader.f64() : arrivalMs;
  const windowInputs = reader.floats();
  const x = flags & HAS_X ? reader.floats() : undefined;
  let label: JoinedLabel | undefined;
  if (kind === KIND_SAMPLE) {
    const from = flags & LABEL_EARLY ? "early" : flags & LABEL_OLDER ? "older" : "own";
    const id = from === "own" ? 0 : reader.varint();
    const y = reader.floats();
    const weight = flags & HAS_WEIGHT ? reader.f64() : undefined;
    label = { from, id, y, weight, ...readSample(flags, reader) };
  }
  return {
    kind,
    ...head,
    timeMs,
    order,
    packetId,
    hash,
    isNewSession: (flags & NEW_SESSION) !== 0,
    windowInputs,
    x,
    waits: (flags & WAITS) !== 0,
    label,
    ...(flags & HELD_BACK ? { heldBack: true } : {}),
  };
}

function readLabel(head: Head, arrivalMs: number, reader: ByteReader): LabelRecord {
  const flags = reader.varint();
  const hash = reader.u32();
  const order = flags & HAS_ORDER ? reader.varint() : undefined;
  const joins = flags & JOINS ? reader.varint() : undefined;
  const packetId = flags & HAS_PACKET ? reader.varint() : undefined;
  const timeMs = flags & HAS_TIME ? reader.f64() : arrivalMs;
  const y = reader.floats();
  const weight = flags & HAS_WEIGHT ? reader.f64() : undefined;
  const sample = readSample(flags, reader);
  return { kind: KIND_LABEL, ...head, timeMs, joins, order, packetId, hash, y, weight, ...sample };
}

function readSample(flags: number, reader: ByteReader): { sample?: SampleInputs } {
  if (!(flags & HAS_SAMPLE)) return {};
  return { sample: { x: reader.floats(), heldBack: (flags & SAMPLE_HELD_BACK) !== 0 } };
}

function readIds(reader: ByteReader): number[] {
  return Array.from({ length: reader.count(1) }, () => reader.varint());
}
