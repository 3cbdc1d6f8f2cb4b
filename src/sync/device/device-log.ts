import { MillraceError } from "../../errors.ts";
import { type Journal, type JournalRecord, KIND_GAP } from "../../journal.ts";
import { countOf } from "../../spec.ts";
import type { EncodedUpdate } from "../update.ts";
import type { Lengths } from "../vectors.ts";
import type { DecisionLog } from "./client.ts";
import {
  type Cut,
  type Decision,
  decodeDecision,
  encodeDecision,
  type Named,
  RECORD_DECISION,
  RECORD_SAMPLE,
} from "./decisions.ts";
import { bodyFile, type DeviceFiles, updateFile } from "./device-files.ts";
import { readBody } from "./inbox.ts";
import type { FleetMember, MemberFiles } from "./member.ts";
import { decodeSample, encodeSample, type Sample } from "./samples.ts";

export interface Cutting {
  readonly cut: Cut;
  readonly update: EncodedUpdate;
}

/** The journal of a device and the state machine it drives: a record is written, then done. */
export class DeviceLog implements DecisionLog {
  readonly journal: Journal;
  readonly #member: FleetMember;
  readonly #files: DeviceFiles;
  readonly #lengths: Lengths;
  /** Files that records name, with the last such record: what a replay from there needs. */
  readonly #named = new Map<string, number>();
  #dropped: number;

  /** @param seq the last record that the member has applied */
  constructor(journal: Journal, member: FleetMember, files: DeviceFiles, seq: number) {
    this.journal = journal;
    this.#member = member;
    this.#files = files;
    this.#lengths = lengthsOf(member);
    this.#dropped = seq;
    journal.reach(seq);
  }

  /** The last record written. */
  get seq(): number {
    return this.journal.nextSeq - 1;
  }

  /** @returns the updates cut on the way */
  replay(): Cutting[] {
    const cuttings: Cutting[] = [];
    for (const record of this.journal.read(this.#dropped + 1)) {
      const cutting = this.#apply(record);
      if (cutting) cuttings.push(cutting);
    }
    return cuttings;
  }

  /** @throws MillraceError `E_JOURNAL`: nothing is learnt then; what the model itself refuses */
  learn(sample: Sample, nowMs: number): number | null {
    this.journal.append(RECORD_SAMPLE, nowMs, encodeSample(sample));
    return this.#member.learn(sample);
  }

  /** @throws MillraceError `E_JOURNAL`: nothing is decided then */
  decide(decision: Decision, nowMs: number): EncodedUpdate | undefined {
    const seq = this.journal.append(RECORD_DECISION, nowMs, encodeDecision(decision));
    return this.#decided(decision, seq);
  }

  sync(): Promise<void> {
    return this.journal.syncAside();
  }

  /** What a decision made now may read. */
  filesNow(): MemberFiles {
    return this.#filesBefore(this.journal.nextSeq);
  }

  /** A snapshot of all up to `seq` is stored, and the one before it, of `previous`, is kept: what neither needs goes. */
  forgetBefore(previous: number): void {
    const { kept, probation, at } = this.#member.state;
    const inUse = new Set(kept.map(updateFile));
    if (probation) inUse.add(probation.file);
    if (at.hash !== "") inUse.add(bodyFile(at));
    this.#files.clean((name) => inUse.has(name) || (this.#named.get(name) ?? 0) > previous);
    for (const [name, seq] of this.#named) if (seq <= previous) this.#named.delete(name);
    const from = Math.min(previous, probation?.seq ?? previous);
    for (const { firstSeq, lastSeq } of this.journal.segments().slice(0, -1)) {
      if (lastSeq > from) break;
      this.journal.dropSegment(firstSeq);
    }
  }

  // ---

  #apply(record: JournalRecord): Cutting | undefined {
    if (record.kind === RECORD_SAMPLE) {
      const sample = decodeSample(record.body);
      try {
        this.#member.learn(sample);
      } catch (error) {
        // What the model refused when it came, it refuses again: neither time it changed anything.
        if (!(error instanceof MillraceError)) throw error;
      }
      return undefined;
    }
    if (record.kind === KIND_GAP) {
      this.#member.forget();
      return undefined;
    }
    if (record.kind !== RECORD_DECISION) return undefined;
    const decision = decodeDecision(record.body);
    // Behind a gap decisions speak of what is forgotten, until the device has begun anew.
    if (this.#member.state.session === 0 && decision.decided !== "renumbered") return undefined;
    const update = this.#decided(decision, record.seq);
    return decision.decided === "cut" && update ? { cut: decision, update } : undefined;
  }

  #decided(decision: Decision, seq: number): EncodedUpdate | undefined {
    if (decision.decided === "accepted") {
      this.#named.set(bodyFile(decision), seq);
      if (decision.saved) this.#named.set(decision.saved.file, seq);
    }
    if (decision.decided === "cut") this.#named.set(updateFile(decision), seq);
    const { probation } = this.#member.state;
    if (decision.decided === "judged" && probation) this.#named.set(probation.file, seq);
    return this.#member.apply(decision, this.#filesBefore(seq));
  }

  #filesBefore(before: number): MemberFiles {
    return {
      body: (named: Named) => readBody(this.#files.read(bodyFile(named)), this.#lengths, this.#member.space),
      saved: (file) => this.#files.read(file),
      samplesSince: (seq) => samplesBetween(this.journal, seq, before),
    };
  }
}

function* samplesBetween(journal: Journal, after: number, before: number): Generator<Sample> {
  for (const { seq, kind, body } of journal.read(after + 1)) {
    if (seq >= before) return;
    if (kind === RECORD_SAMPLE) yield decodeSample(body);
  }
}

export function lengthsOf({ space, model }: FleetMember): Lengths {
  return { values: space.sizeOf(model), inputs: countOf(model.spec.inputs) };
}
