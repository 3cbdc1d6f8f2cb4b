import { MillraceError } from "../../errors.ts";
import { likeliest } from "../../model/targets.ts";
import type { Model } from "../../model.ts";
import {
  type DropRecord,
  type FeaturesRecord,
  type JoinedLabel,
  KIND_DROP,
  KIND_LABEL,
  KIND_SYNC,
  type LabelRecord,
  type ModelRecord,
  type SyncRecord,
} from "../records.ts";
import type { Learnt, ModelCounts, ModelFigures, ModelSummary } from "../types.ts";
import { emptyCounts } from "./counts.ts";
import { HASHES_LIMIT } from "./duplicates.ts";
import { FleetPart } from "./fleet-part.ts";
import type { CellPlan } from "./plan.ts";
import { Recent } from "./recent.ts";
import { ScoreSums } from "./scores.ts";
import { labelBytes, SourceState, sampleBytes, type WaitingSample } from "./source.ts";

/** What a features record led to. */
export interface Predicted {
  /** Empty where the model could not answer. */
  readonly output: Float32Array;
  readonly steps: number;
}

/** What a record led to. */
export interface Applied {
  readonly predicted: Predicted | undefined;
  readonly learnt: readonly Learnt[];
}

/** What a cell goes on from. */
export interface CellState {
  appliedSeq: number;
  /** Records so far. */
  turn: number;
  counts: ModelCounts;
  scores: ScoreSums;
  sources: Map<string, SourceState>;
  fleet: FleetPart | undefined;
}

/**
 * One model with all that belongs to it: its sources' duplicates, windows and waiting samples. `apply` is the one way
 * it changes, and takes everything from the record: the state is a function of the records in their order.
 */
export class Cell {
  readonly plan: CellPlan;
  readonly key: string;
  readonly model: Model;
  readonly counts: ModelCounts;
  readonly scores: ScoreSums;
  readonly sources: Map<string, SourceState>;
  #appliedSeq: number;
  #turn: number;
  #fleet: FleetPart | undefined;
  #pendingBytes = 0;
  // Samples of a gathered block are learnt when the block is behind: predictions inside it do not know them.
  #block = 0;
  #deferred: Sample[] = [];
  #workingSeq = 0;

  constructor(plan: CellPlan, key: string, model: Model, state: CellState) {
    this.plan = plan;
    this.key = key;
    this.model = model;
    this.#appliedSeq = state.appliedSeq;
    this.#turn = state.turn;
    this.counts = state.counts;
    this.scores = state.scores;
    this.sources = state.sources;
    this.#fleet = state.fleet;
    for (const { waiting, early, windows } of this.sources.values()) {
      this.#pendingBytes += windows?.bytes ?? 0;
      for (const { x, output } of waiting.values()) this.#pendingBytes += sampleBytes(x.length, output.length);
      for (const { y } of early.values()) this.#pendingBytes += labelBytes(y.length);
    }
  }

  static fresh(plan: CellPlan, key: string, model: Model): Cell {
    const scores = new ScoreSums(plan.targets.classCount > 0);
    const none = { appliedSeq: 0, turn: 0, counts: emptyCounts(), fleet: undefined };
    return new Cell(plan, key, model, { ...none, scores, sources: new Map() });
  }

  get appliedSeq(): number {
    return this.#appliedSeq;
  }

  /** The record at work, or last at work: what to blame where the core traps. */
  get workingSeq(): number {
    return this.#workingSeq;
  }

  get turn(): number {
    return this.#turn;
  }

  /** Undefined: it is its gateway's own. */
  get fleet(): FleetPart | undefined {
    return this.#fleet;
  }

  /** Bytes of waiting samples, early labels and feature windows, about. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** @throws what a trap of the core throws: the cell is of no use then. Refused samples are counted, not thrown */
  apply(record: ModelRecord, seq: number, arrivalMs: number): Applied {
    const before = this.#enterBlock(record, seq);
    this.#count(record, seq);
    if (record.kind === KIND_SYNC) {
      this.#takeStep(record, seq);
      return { predicted: undefined, learnt: before };
    }
    const source = this.#source(record.source);
    let predicted: Predicted | undefined;
    let sample: Sample | undefined;
    if (record.kind === KIND_DROP) {
      this.#drop(source, record);
    } else if (record.kind === KIND_LABEL) {
      sample = this.#takeLabel(source, record, seq, arrivalMs);
    } else {
      predicted = this.#takeFeatures(source, record, seq, arrivalMs);
      if (record.label) sample = this.#labelled(source, record, record.label, seq, predicted);
    }
    return { predicted, learnt: sample ? this.#learn(sample, before) : before };
  }

  /** Takes a record that is set aside as if it held nothing. */
  skip(record: ModelRecord, seq: number): readonly Learnt[] {
    const learnt = this.#enterBlock(record, seq);
    this.#count(record, seq);
    if (record.kind === KIND_SYNC) this.#fleet?.forget();
    this.counts.setAside++;
    return learnt;
  }

  /** Learns what a gathered block has left to learn. */
  learnDeferred(): readonly Learnt[] {
    this.#block = 0;
    if (this.#deferred.length === 0) return NONE;
    const samples = this.#deferred;
    this.#deferred = [];
    return samples.map((sample) => this.#learnNow(sample));
  }

  summary(): ModelSummary {
    return { ...this.figures(), checksum: this.model.checksum() };
  }

  figures(): ModelFigures {
    let [pending, early] = [0, 0];
    for (const source of this.sources.values()) {
      pending += source.waiting.size;
      early += source.early.size;
    }
    return {
      stream: this.plan.stream,
      key: this.key,
      appliedSeq: this.#appliedSeq,
      steps: this.model.steps,
      counts: { ...this.counts },
      scores: this.scores.figures(),
      pending,
      early,
      sources: this.sources.size,
      ...(this.#fleet ? { fleet: this.#fleet.figures() } : {}),
    };
  }

  /** The likeliest class of an output; undefined for values. */
  classOf(output: Float32Array): { label: string; index: number; probability: number } | undefined {
    if (this.plan.targets.classCount === 0 || output.length === 0) return undefined;
    const { index, probability } = likeliest(output);
    return { label: this.plan.targets.labelOf(index), index, probability };
  }

  /** Undefined where the model cannot answer. */
  predict(x: Float32Array): Float32Array | undefined {
    try {
      return this.model.predict(x);
    } catch (error) {
      if (error instanceof MillraceError) return undefined;
      throw error;
    }
  }

  #enterBlock({ back }: ModelRecord, seq: number): readonly Learnt[] {
    const block = back === 0 ? 0 : seq - back + 1;
    const learnt = block === this.#block ? NONE : this.learnDeferred();
    this.#block = block;
    return learnt;
  }

  #count({ turn }: ModelRecord, seq: number): void {
    if (turn <= this.#turn || seq <= this.#appliedSeq) {
      throw new MillraceError("E_STATE", "a record of the journal is older than the model", {
        where: `${this.plan.stream}/${this.key}, record ${seq}`,
        expected: `turn ${this.#turn + 1}, above record ${this.#appliedSeq}`,
        actual: `turn ${turn}`,
      });
    }
    const lost = turn - this.#turn - 1;
    this.counts.lostRecords += lost;
    if (lost > 0) this.#fleet?.forget();
    this.#turn = turn;
    this.#appliedSeq = seq;
    this.#workingSeq = seq;
    this.counts.records++;
  }

  #takeStep({ step }: SyncRecord, seq: number): void {
    if (step.decided === "left") this.#fleet = undefined;
    else if (step.decided !== "joined") this.#fleet?.apply(step, seq);
    else this.#fleet = FleetPart.join(step, this.model, this.plan.fleet, this.#fleet);
  }

  #source(name: string): SourceState {
    let source = this.sources.get(name);
    if (source === undefined) {
      source = new SourceState(name, this.plan.order, this.plan.features);
      this.sources.set(name, source);
      this.#pendingBytes += source.windows?.bytes ?? 0;
    }
    return source;
  }

  #takeFeatures(source: SourceState, record: FeaturesRecord, seq: number, arrivalMs: number): Predicted | undefined {
    const { order, packetId, hash, timeMs, x } = record;
    this.counts.missingOrders += source.duplicates.add({ order, packetId, hash, arrivalMs }, record.isNewSession);
    if (record.isNewSession) {
      this.counts.newSessions++;
      source.beginSession();
    }
    if (source.windows) {
      const before = source.windows.bytes;
      source.windows.push(record.windowInputs);
      this.#pendingBytes += source.windows.bytes - before;
    }
    source.position++;
    if (x === undefined) {
      this.counts.warmingUp++;
      return undefined;
    }
    this.counts.predicted++;
    const predicted = { output: this.predict(x) ?? NOTHING, steps: this.model.steps };
    if (record.waits) {
      const id = order ?? seq;
      // A sample of the session before with the same order: its label could not be told from this one's.
      if (this.#remove(source, id)) this.counts.unlabelled++;
      source.waiting.set(id, {
        id,
        seq,
        position: source.position,
        timeMs,
        arrivalMs,
        x,
        output: predicted.output,
        ...(record.heldBack ? { heldBack: true } : {}),
      });
      this.#pendingBytes += sampleBytes(x.length, predicted.output.length);
    }
    return predicted;
  }

  /** What the label that came with a features record makes a sample of. */
  #labelled(
    source: SourceState,
    { order, timeMs, x, heldBack }: FeaturesRecord,
    { from, id: labelId, y, weight, sample }: JoinedLabel,
    seq: number,
    predicted: Predicted | undefined,
  ): Sample | undefined {
    if (from === "older") {
      const older = this.#remove(source, labelId);
      return older && sampleOf(seq, source, { ...older, heldBack: sample?.heldBack }, { y, weight });
    }
    const id = order ?? seq;
    if (from === "early") this.#settle(source, id, timeMs, this.#removeEarly(source, labelId)?.hash ?? 0);
    if (x === undefined || predicted === undefined) return undefined;
    return { seq, source, id, x, y, weight, heldBack: heldBack === true, output: predicted.output };
  }

  #takeLabel(source: SourceState, record: LabelRecord, seq: number, arrivalMs: number): Sample | undefined {
    const { joins, order, packetId, timeMs, hash, y, weight } = record;
    if (packetId !== undefined) {
      source.labelPackets ??= new Recent(HASHES_LIMIT);
      source.labelPackets.add(packetId, hash);
    }
    if (joins === undefined) {
      source.early.set(seq, { seq, order, timeMs, arrivalMs, hash, y, weight });
      this.#pendingBytes += labelBytes(y.length);
      return undefined;
    }
    const sample = this.#remove(source, joins);
    if (sample) this.#settle(source, joins, sample.timeMs, hash);
    return sample && sampleOf(seq, source, { ...sample, heldBack: record.sample?.heldBack }, { y, weight });
  }

  /** Keeps in mind that a sample is labelled. */
  #settle(source: SourceState, id: number, timeMs: number, hash: number): void {
    source.labelled.add(id, hash);
    if (this.plan.byTime) source.moments.add(timeMs);
  }

  #drop(source: SourceState, { reason, samples, labels }: DropRecord): void {
    const counter = reason === "budget" ? "dropped" : reason;
    for (const id of samples) if (this.#remove(source, id)) this.counts[counter]++;
    for (const seq of labels) {
      if (this.#removeEarly(source, seq)) this.counts[reason === "budget" ? "dropped" : "orphaned"]++;
    }
  }

  #remove(source: SourceState, id: number): WaitingSample | undefined {
    const sample = source.waiting.get(id);
    if (sample === undefined) return undefined;
    source.waiting.delete(id);
    this.#pendingBytes -= sampleBytes(sample.x.length, sample.output.length);
    return sample;
  }

  #removeEarly(source: SourceState, seq: number): { hash: number } | undefined {
    const label = source.early.get(seq);
    if (label === undefined) return undefined;
    source.early.delete(seq);
    this.#pendingBytes -= labelBytes(label.y.length);
    return label;
  }

  /** @param before what was learnt before it */
  #learn(sample: Sample, before: readonly Learnt[]): readonly Learnt[] {
    if (this.#block === 0) return [...before, this.#learnNow(sample)];
    this.#deferred.push(sample);
    return before;
  }

  #learnNow({ seq, source, id, x, y, weight, heldBack, output }: Sample): Learnt {
    this.#workingSeq = seq;
    let loss: number | null = null;
    try {
      loss = this.#fleet
        ? this.#fleet.member.learn({ x, y, weight: Math.fround(weight ?? 1), heldBack })
        : this.model.learn(x, y, weight === undefined ? undefined : { weight });
      this.counts[this.#fleet && heldBack ? "heldBack" : "learnt"]++;
      if (output.length === y.length) this.scores.add(output, y, loss);
    } catch (error) {
      if (!(error instanceof MillraceError)) throw error;
      this.counts.refused++;
    }
    const { stream, order } = this.plan;
    const ticket = source.tickets(stream).text(id, order === "none");
    return { stream, key: this.key, source: source.name, ticket, loss };
  }
}

// ---

interface Sample {
  /** Of the record that brought the label. */
  readonly seq: number;
  readonly source: SourceState;
  readonly id: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly weight: number | undefined;
  readonly heldBack: boolean;
  readonly output: Float32Array;
}

const NOTHING: Float32Array = new Float32Array(0);
const NONE: readonly never[] = [];

function sampleOf(
  seq: number,
  source: SourceState,
  { id, x, output, heldBack = false }: Pick<WaitingSample, "id" | "x" | "output"> & { heldBack: boolean | undefined },
  { y, weight }: Pick<Sample, "y" | "weight">,
): Sample {
  return { seq, source, id, x, y, weight, heldBack, output };
}
