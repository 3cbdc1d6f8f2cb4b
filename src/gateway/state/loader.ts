import type { Core } from "../../core.ts";
import { MillraceError } from "../../errors.ts";
import { type Gap, gapOf, type Journal, type JournalRecord, KIND_GAP } from "../../journal.ts";
import { Model } from "../../model.ts";
import {
  decodeRecord,
  encodeRecord,
  KIND_CONFIGURATION,
  KIND_SET_ASIDE,
  type ModelRecord,
  type SetAsideRecord,
} from "../records.ts";
import { Cell } from "./cell.ts";
import type { CellPlan } from "./plan.ts";
import { openSnapshot } from "./snapshot.ts";
import type { Snapshots } from "./snapshots.ts";
import type { StateIndex } from "./state-index.ts";

/** What a model is made from. */
export interface LoaderParts {
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly index: StateIndex;
  readonly core: Core;
  /** The clock, for the records of samples that are set aside. */
  readonly now: () => number;
  /** Told before a record is applied that was not applied by this process yet. */
  readonly beforeApply: (seq: number) => "apply" | "setAside";
  readonly setAside: (record: SetAsideRecord) => void;
}

/** Brings models into memory as the journal has them. */
export class Loader {
  readonly #parts: LoaderParts;

  constructor(parts: LoaderParts) {
    this.#parts = parts;
  }

  /**
   * A model with every record of it up to `seq`, from its newest whole snapshot. What the last block gathered may still
   * have to be learnt.
   * @param mayLag whether records behind the newest snapshot may be in the journal
   * @throws MillraceError `E_STATE` where its files are damaged and the journal does not reach back far enough
   */
  async load(plan: CellPlan, key: string, seq: number, mayLag: boolean): Promise<Cell> {
    const { journal, snapshots, index, core } = this.#parts;
    const { stream } = plan;
    const { snapshot, isNewest, isKnown } = snapshots.find(stream, key);
    const resetSeq = index.streams.get(stream)?.resetSeq ?? 0;
    if (snapshot === undefined) {
      const cell = Cell.fresh(plan, key, await Model.create(plan.model, { core }));
      if (isKnown || mayLag) await this.#catchUp(cell, Math.max(journal.firstSeq, resetSeq + 1), seq);
      if (isKnown && cell.turn === 0) {
        cell.model.dispose();
        throw lostModel(stream, key, "none of its snapshots is whole, and the journal has no record of it");
      }
      return cell;
    }
    checkShape(plan, snapshot.spec, key);
    const cell = await openSnapshot(snapshot, plan, core);
    // A journal that lost its end without a trace must not give those numbers out again.
    journal.reach(cell.appliedSeq);
    if (isNewest && !mayLag) return cell;
    return this.#catchUp(cell, cell.appliedSeq + 1, seq);
  }

  /**
   * Applies a record that stands in the journal.
   * @returns the cell to go on with: another one where the record had to be set aside
   */
  async apply(cell: Cell, record: ModelRecord, { seq, arrivalMs }: JournalRecord): Promise<Cell> {
    if (seq <= cell.appliedSeq) return cell;
    const { journal, index, beforeApply } = this.#parts;
    if (!isExplained(journal, cell, record, seq)) {
      const reason = `record ${seq} is its ${record.turn}th, and its state holds ${cell.turn}`;
      throw lostModel(cell.plan.stream, cell.key, reason);
    }
    if (index.setAside.has(seq)) {
      cell.skip(record, seq);
      return cell;
    }
    if (beforeApply(seq) === "setAside") {
      await this.setAside(cell, seq, "the process ended three times while it was applied");
      cell.skip(record, seq);
      return cell;
    }
    try {
      cell.apply(record, seq, arrivalMs);
      return cell;
    } catch (error) {
      if (error instanceof MillraceError) throw error;
      await this.setAside(cell, seq, error instanceof Error ? error.message : String(error));
      return this.load(cell.plan, cell.key, seq, true);
    }
  }

  /** Notes for ever that a record is not applied. A cell that was in the middle of it is of no use after. */
  async setAside(cell: Cell, seq: number, reason: string): Promise<void> {
    this.noteSetAside(cell, seq, reason);
    await this.#parts.index.save();
  }

  noteSetAside(cell: Cell, seq: number, reason: string): void {
    const { journal, index, now, setAside } = this.#parts;
    const record: SetAsideRecord = { kind: KIND_SET_ASIDE, stream: cell.plan.stream, key: cell.key, seq, reason };
    const nowMs = now();
    journal.append(KIND_SET_ASIDE, nowMs, encodeRecord(record, nowMs));
    index.setAside.set(seq, record);
    setAside(record);
  }

  async #catchUp(cell: Cell, from: number, to: number): Promise<Cell> {
    let current = cell;
    for (const entry of this.#parts.journal.read(from)) {
      if (entry.seq > to) break;
      const record = modelRecordOf(entry);
      if (record?.stream !== cell.plan.stream || record.key !== cell.key) continue;
      current = await this.apply(current, record, entry);
      // It was loaded afresh, up to here.
      if (current !== cell) return current.appliedSeq >= to ? current : this.#catchUp(current, entry.seq + 1, to);
    }
    return current;
  }
}

/** Whether a record is the model's next, or a gap of the journal tells where those between went. */
export function isExplained({ recovery }: Journal, cell: Cell, { turn }: ModelRecord, seq: number): boolean {
  if (turn === cell.turn + 1) return true;
  const between = ({ from, to }: Gap): boolean => to > cell.appliedSeq && from < seq;
  return turn > cell.turn && (recovery.gaps.some(between) || recovery.earlierGaps.some(between));
}

/** The record of a model in a journal entry; undefined for any other. @throws MillraceError `E_FORMAT`, `E_VERSION` */
export function modelRecordOf(entry: JournalRecord): ModelRecord | undefined {
  if (entry.kind === KIND_GAP || entry.kind === KIND_CONFIGURATION || entry.kind === KIND_SET_ASIDE) return undefined;
  return decodeRecord(entry.kind, entry.arrivalMs, entry.body) as ModelRecord;
}

export function lostModel(stream: string, key: string, reason: string): MillraceError {
  return new MillraceError("E_STATE", "the state of a model is lost", {
    where: key === "" ? stream : `${stream}, key ${JSON.stringify(key)}`,
    actual: reason,
    remedy: `Bring its files back from a copy, or begin the stream anew with --reset ${stream}`,
  });
}

/** The last record a gap stands for; the record's own seq for any other. */
export function lastSeqOf(entry: JournalRecord): number {
  return gapOf(entry)?.to ?? entry.seq;
}

// ---

function checkShape({ model, stream }: CellPlan, saved: CellPlan["model"], key: string): void {
  const shape = ({ inputs, outputs, classes }: CellPlan["model"]) =>
    JSON.stringify([typeof inputs === "number" ? inputs : inputs.length, outputs, classes]);
  if (shape(model) === shape(saved)) return;
  throw new MillraceError("E_STATE", "a saved model has other inputs or outputs than the configuration", {
    where: `${stream}, key ${JSON.stringify(key)}`,
    expected: shape(saved),
    actual: shape(model),
    remedy: `Put the configuration back, or begin anew with --reset ${stream}`,
  });
}
