import { type FeaturePlan, FeatureWindows } from "../features.ts";
import type { ByteReader, ByteWriter } from "./bytes.ts";
import { Duplicates, HASHES_LIMIT, type OrderType } from "./duplicates.ts";
import { Moments } from "./moments.ts";
import { Recent } from "./recent.ts";
import { TicketWriter } from "./tickets.ts";

/** Features that wait for their label. */
export interface WaitingSample {
  /** The order, or where there is none the journal number of the record. */
  readonly id: number;
  readonly seq: number;
  /** Which of the source's features records it came with, from 1. */
  readonly position: number;
  readonly timeMs: number;
  readonly arrivalMs: number;
  readonly x: Float32Array;
  /** What the model said of it; empty where it could not. */
  readonly output: Float32Array;
  /** Of a model in a fleet: set aside to judge by. Not part of `write`. */
  readonly heldBack?: boolean;
}

/** A label that waits for its features. */
export interface EarlyLabel {
  readonly seq: number;
  readonly order: number | undefined;
  readonly timeMs: number;
  readonly arrivalMs: number;
  readonly hash: number;
  readonly y: Float32Array;
  readonly weight: number | undefined;
}

/** What is known of one source of a model. It is changed by records alone. */
export class SourceState {
  readonly name: string;
  duplicates: Duplicates;
  /** Undefined in a replay, which needs no features. */
  windows: FeatureWindows | undefined;
  /** By id, in the order they came. */
  readonly waiting: Map<number, WaitingSample> = new Map();
  /** By seq, in the order they came. */
  readonly early: Map<number, EarlyLabel> = new Map();
  /** Ids that have been labelled, with the hashes of their labels; of this session, and of the one before. */
  labelled: Recent = new Recent(HASHES_LIMIT);
  labelledBefore: Recent | undefined;
  /** Packet ids and hashes of labels that go by time: all that tells one that is sent again. */
  labelPackets: Recent | undefined;
  /** When the labelled ones were measured: labels that go by time must not be passed on to older samples. */
  readonly moments: Moments = new Moments();
  /** Features records so far. */
  position = 0;
  #tickets: TicketWriter | undefined;

  constructor(name: string, order: OrderType, features: FeaturePlan | undefined) {
    this.name = name;
    this.duplicates = new Duplicates(order);
    this.windows = features && new FeatureWindows(features);
  }

  tickets(stream: string): TicketWriter {
    this.#tickets ??= new TicketWriter(stream, this.name);
    return this.#tickets;
  }

  /** Bytes of what is neither sample nor label, about. */
  get bytes(): number {
    const recent = [this.labelled, this.labelledBefore, this.labelPackets].reduce(
      (sum, one) => sum + (one?.bytes ?? 0),
      0,
    );
    return SOURCE_BYTES + this.duplicates.bytes + this.moments.bytes + recent + (this.windows?.bytes ?? 0);
  }

  /** A sensor that counts from the start again: its labels do so too. */
  beginSession(): void {
    this.labelledBefore = this.labelled;
    this.labelled = new Recent(HASHES_LIMIT);
  }

  write(writer: ByteWriter): void {
    writer.text(this.name);
    this.duplicates.write(writer);
    writer.block(this.windows?.toBytes() ?? new Uint8Array(0));
    writer.varint(this.position);
    this.labelled.write(writer);
    for (const recent of [this.labelledBefore, this.labelPackets]) {
      writer.u8(recent ? 1 : 0);
      recent?.write(writer);
    }
    this.moments.write(writer);
    writer.varint(this.waiting.size);
    for (const { id, seq, position, timeMs, arrivalMs, x, output } of this.waiting.values()) {
      for (const number of [id, seq, position]) writer.varint(number);
      for (const time of [timeMs, arrivalMs]) writer.f64(time);
      for (const numbers of [x, output]) writer.floats(numbers);
    }
    writer.varint(this.early.size);
    for (const { seq, order, timeMs, arrivalMs, hash, y, weight } of this.early.values()) {
      writer.varint(seq);
      writer.varint(order === undefined ? 0 : order + 1);
      for (const number of [timeMs, arrivalMs, weight ?? Number.NaN]) writer.f64(number);
      writer.u32(hash);
      writer.floats(y);
    }
  }

  static read(reader: ByteReader, features: FeaturePlan | undefined): SourceState {
    const source = new SourceState(reader.text(), "none", undefined);
    source.duplicates = Duplicates.read(reader);
    const windows = reader.block();
    if (features) source.windows = FeatureWindows.restore(features, windows);
    source.position = reader.varint();
    source.labelled = Recent.read(reader, HASHES_LIMIT);
    if (reader.u8() === 1) source.labelledBefore = Recent.read(reader, HASHES_LIMIT);
    if (reader.u8() === 1) source.labelPackets = Recent.read(reader, HASHES_LIMIT);
    source.moments.read(reader);
    for (let left = reader.count(21); left > 0; left--) {
      const [id, seq, position] = [reader.varint(), reader.varint(), reader.varint()];
      const [timeMs, arrivalMs, x, output] = [reader.f64(), reader.f64(), reader.floats(), reader.floats()];
      source.waiting.set(id, { id, seq, position, timeMs, arrivalMs, x, output });
    }
    for (let left = reader.count(31); left > 0; left--) {
      const [seq, place] = [reader.varint(), reader.varint()];
      const [timeMs, arrivalMs, weight, hash] = [reader.f64(), reader.f64(), reader.f64(), reader.u32()];
      const order = place === 0 ? undefined : place - 1;
      const y = reader.floats();
      source.early.set(seq, {
        seq,
        order,
        timeMs,
        arrivalMs,
        hash,
        y,
        weight: Number.isNaN(weight) ? undefined : weight,
      });
    }
    return source;
  }
}

/** Bytes a waiting sample takes, about. */
export function sampleBytes(inputs: number, outputs: number): number {
  return 4 * (inputs + outputs) + 320;
}

export function labelBytes(outputs: number): number {
  return 4 * outputs + 240;
}

// ---

/** An empty source with its maps, about. */
const SOURCE_BYTES = 600;
