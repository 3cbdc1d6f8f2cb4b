import { MillraceError } from "../../errors.ts";
import { type Journal, type JournalRecord, KIND_GAP } from "../../journal.ts";
import type { EncodedUpdate } from "../update.ts";
import type { DecisionLog } from "./client.ts";
import { type Decision, decodeDecision, encodeDecision, RECORD_DECISION, RECORD_SAMPLE } from "./decisions.ts";
import type { DeviceFiles } from "./device-files.ts";
import { type Cutting, Enactor } from "./enactor.ts";
import type { FleetMember, MemberFiles } from "./member.ts";
import { decodeSample, encodeSample, type Sample } from "./samples.ts";

/** The journal of a device and the state machine it drives: a record is written, then done. */
export class DeviceLog implements DecisionLog {
  readonly journal: Journal;
  readonly #enactor: Enactor;
  readonly #snapshotSeq: number;

  /** @param seq the last record that the member has applied */
  constructor(journal: Journal, member: FleetMember, files: DeviceFiles, seq: number) {
    this.journal = journal;
    this.#enactor = new Enactor(member, files, (after, before) => samplesBetween(journal, after, before));
    this.#snapshotSeq = seq;
    journal.reach(seq);
  }

  /** The last record written. */
  get seq(): number {
    return this.journal.nextSeq - 1;
  }

  /** @returns the updates cut on the way */
  replay(): Cutting[] {
    const cuttings: Cutting[] = [];
    for (const record of this.journal.read(this.#snapshotSeq + 1)) {
      const cutting = this.#apply(record);
      if (cutting) cuttings.push(cutting);
    }
    return cuttings;
  }

  /** @throws MillraceError `E_JOURNAL`: nothing is learnt then; what the model itself refuses */
  learn(sample: Sample, nowMs: number): number | null {
    this.journal.append(RECORD_SAMPLE, nowMs, encodeSample(sample));
    return this.#enactor.member.learn(sample);
  }

  /** @throws MillraceError `E_JOURNAL`: nothing is decided then */
  decide(decision: Decision, nowMs: number): EncodedUpdate | undefined {
    const seq = this.journal.append(RECORD_DECISION, nowMs, encodeDecision(decision));
    return this.#enactor.enact(decision, seq);
  }

  sync(): Promise<void> {
    return this.journal.syncAside();
  }

  /** Every sample is learnt when it is in the journal. */
  flush(): void {}

  filesNow(): MemberFiles {
    return this.#enactor.filesBefore(this.journal.nextSeq);
  }

  /** A snapshot of all up to `seq` is stored, and the one before it, of `previous`, is kept: what neither needs goes. */
  forgetBefore(previous: number): void {
    const from = this.#enactor.neededFrom(previous);
    this.#enactor.clean(previous);
    for (const { firstSeq, lastSeq } of this.journal.segments().slice(0, -1)) {
      if (lastSeq >= from) break;
      this.journal.dropSegment(firstSeq);
    }
  }

  // ---

  #apply(record: JournalRecord): Cutting | undefined {
    if (record.kind === RECORD_SAMPLE) {
      const sample = decodeSample(record.body);
      try {
        this.#enactor.member.learn(sample);
      } catch (error) {
        // What the model refused when it came, it refuses again: neither time it changed anything.
        if (!(error instanceof MillraceError)) throw error;
      }
      return undefined;
    }
    if (record.kind === KIND_GAP) {
      this.#enactor.member.forget();
      return undefined;
    }
    if (record.kind !== RECORD_DECISION) return undefined;
    const decision = decodeDecision(record.body);
    const update = this.#enactor.enact(decision, record.seq);
    return decision.decided === "cut" && update ? { cut: decision, update } : undefined;
  }
}

function* samplesBetween(journal: Journal, after: number, before: number): Generator<Sample> {
  for (const { seq, kind, body } of journal.read(after + 1)) {
    if (seq >= before) return;
    if (kind === RECORD_SAMPLE) yield decodeSample(body);
  }
}
