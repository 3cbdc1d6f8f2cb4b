import type { Journal, JournalEntry } from "../../journal.ts";
import { encodeRecord, type ModelRecord } from "../records.ts";
import type { Cell } from "./cell.ts";
import type { Draft } from "./decide.ts";

/** A record that has its number. */
export interface Placed {
  readonly cell: Cell;
  readonly record: ModelRecord;
  readonly seq: number;
  readonly entry: JournalEntry;
}

/** Gives records their numbers and brings them to the journal, at once or gathered. */
export class Ledger {
  readonly #journal: Journal;
  #gathered: JournalEntry[] = [];
  #writes = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** What the next record will be called, behind those that are gathered. */
  get nextSeq(): number {
    return this.#journal.nextSeq + this.#gathered.length;
  }

  get gathered(): number {
    return this.#gathered.length;
  }

  /** Another number after each write: what was decided before it is no longer good. */
  get writes(): number {
    return this.#writes;
  }

  /**
   * Writes records, each model's in its turn.
   * @param cellOf the model of a draft
   * @throws MillraceError `E_JOURNAL`: none of them is written then
   */
  write(drafts: readonly Draft[], arrivalMs: number, cellOf: (draft: Draft) => Cell): Placed[] {
    const placed = this.#place(drafts, arrivalMs, false, cellOf);
    this.#journal.appendAll(placed.map(({ entry }) => entry));
    this.#writes++;
    return placed;
  }

  /** Takes records into the block that `flush` writes. */
  gather(drafts: readonly Draft[], arrivalMs: number, cellOf: (draft: Draft) => Cell): Placed[] {
    const placed = this.#place(drafts, arrivalMs, true, cellOf);
    for (const { entry } of placed) this.#gathered.push(entry);
    this.#writes++;
    return placed;
  }

  /** @throws MillraceError `E_JOURNAL`: all of it stays gathered then */
  flush(): void {
    if (this.#gathered.length === 0) return;
    this.#journal.appendAll(this.#gathered);
    this.#gathered = [];
    this.#writes++;
  }

  #place(drafts: readonly Draft[], arrivalMs: number, gathers: boolean, cellOf: (draft: Draft) => Cell): Placed[] {
    if (drafts.length === 1) {
      const [draft] = drafts as readonly [Draft];
      const cell = cellOf(draft);
      return [this.#placeOne(draft, cell, cell.turn + 1, 0, arrivalMs, gathers)];
    }
    const turns = new Map<Cell, number>();
    return drafts.map((draft, i) => {
      const cell = cellOf(draft);
      const turn = (turns.get(cell) ?? cell.turn) + 1;
      turns.set(cell, turn);
      return this.#placeOne(draft, cell, turn, i, arrivalMs, gathers);
    });
  }

  #placeOne(draft: Draft, cell: Cell, turn: number, i: number, arrivalMs: number, gathers: boolean): Placed {
    const back = gathers ? this.#gathered.length + i + 1 : 0;
    draft.turn = turn;
    draft.back = back;
    const entry = { kind: draft.kind, arrivalMs, body: encodeRecord(draft, arrivalMs) };
    return { cell, record: draft, seq: this.nextSeq + i, entry };
  }
}
