import type { Journal } from "../../journal.ts";
import type { Cell } from "./cell.ts";
import type { Cells } from "./cells.ts";
import { fileOf, type Snapshots } from "./snapshots.ts";
import type { StateIndex } from "./state-index.ts";

/** What is to be kept of journal and kept snapshots. */
export interface Keep {
  readonly ageMs: number;
  readonly bytes: number;
}

export interface UpkeepParts {
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly index: StateIndex;
  readonly cells: Cells;
  readonly streams: readonly string[];
  /** Brings to the journal what is gathered: a model in memory is ahead of it by that. */
  flush(): void;
}

/** Saves models one after the other and lets the old end of the journal go. One thing at a time. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  #saving: { stream: string; firstSeq: number } | undefined;
  #saved = 0;
  #indexedMs = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** Saves the model that changed first. @returns false: none has changed */
  saveNext(): Promise<boolean> {
    return this.#inTurn(async () => {
      const [next] = this.#parts.cells.dirty;
      if (next !== undefined) await this.#save(next[0]);
      const isDue = this.#saved++ % SAVES_AN_INDEX === 0 || performance.now() - this.#indexedMs > INDEX_AGE_MS;
      if (isDue || this.#parts.cells.dirty.size === 0) await this.saveIndex();
      return next !== undefined;
    });
  }

  /** Lets segments go that are too old, or too many. Every model that still needs one is saved before. */
  retain(nowMs: number, { ageMs, bytes }: Keep): Promise<void> {
    return this.#inTurn(async () => {
      for (;;) {
        const segments = this.#parts.journal.segments();
        const [oldest, second] = segments;
        if (oldest === undefined || second === undefined) return;
        const journalBytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
        const total = journalBytes + this.#parts.snapshots.keptBytes() + this.#fleetBytes();
        if (nowMs - second.startedMs <= ageMs && total <= bytes) return;
        // What a model of a fleet may have to learn again stays until that is settled.
        if (this.#members().some(({ fleet }) => fleet?.enactor.pins(oldest.lastSeq))) return;
        await this.#drop(oldest.firstSeq, oldest.lastSeq, nowMs);
      }
    });
  }

  /** From where each stream's journal must be read at the next start. */
  async saveIndex(): Promise<void> {
    const { index, cells, journal, streams } = this.#parts;
    let isNew = false;
    this.#indexedMs = performance.now();
    for (const stream of streams) {
      const entry = index.streams.get(stream);
      // A copy of its files may yet be brought back: the records since are still to be found then.
      if ([...cells.lost.values()].some((model) => model.stream === stream)) continue;
      let floorSeq = journal.nextSeq - 1;
      if (this.#saving?.stream === stream) floorSeq = Math.min(floorSeq, this.#saving.firstSeq - 1);
      for (const [cell, firstSeq] of cells.dirty) {
        if (cell.plan.stream === stream) floorSeq = Math.min(floorSeq, firstSeq - 1);
      }
      if (entry === undefined || entry.floorSeq === floorSeq) continue;
      entry.floorSeq = floorSeq;
      isNew = true;
    }
    if (isNew) await index.save();
  }

  async #save(cell: Cell): Promise<void> {
    const { cells, snapshots, index, journal, flush } = this.#parts;
    const { stream } = cell.plan;
    flush();
    const firstSeq = cells.dirty.get(cell) ?? cell.appliedSeq;
    this.#saving = { stream, firstSeq };
    cells.dirty.delete(cell);
    try {
      const { appliedSeq } = cell;
      await snapshots.save(cell, index.streams.get(stream)?.fingerprint ?? "");
      cell.fleet?.mayClean(appliedSeq, journal.firstSeq - 1);
    } catch (error) {
      // Still in memory: it waits on. It may have changed meanwhile.
      if (cells.get(stream, cell.key) === cell) cells.dirty.set(cell, firstSeq);
      throw error;
    } finally {
      this.#saving = undefined;
    }
  }

  async #drop(firstSeq: number, lastSeq: number, nowMs: number): Promise<void> {
    const { journal, snapshots, index, cells, streams } = this.#parts;
    for (const [cell, first] of [...cells.dirty]) if (first <= lastSeq) await this.#save(cell);
    for (const stream of streams) {
      const loaded = new Map(
        [...cells.all()].filter(({ plan }) => plan.stream === stream).map((cell) => [fileOf(cell.key), cell]),
      );
      for (const file of [...cells.files(stream)]) {
        const cell = loaded.get(file);
        const seq = cell?.fleet?.enactor.neededBy(lastSeq) ?? lastSeq;
        await snapshots.secure(stream, file, seq, async () => {
          if (cell === undefined || !cells.dirty.has(cell)) return false;
          await this.#save(cell);
          return true;
        });
      }
      const entry = index.streams.get(stream);
      if (entry !== undefined && entry.seq <= lastSeq) await index.configure(journal, stream, entry, false, nowMs);
    }
    await this.saveIndex();
    journal.dropSegment(firstSeq);
    snapshots.dropKept(journal.firstSeq);
  }

  #members(): Cell[] {
    return [...this.#parts.cells.all()].filter(({ fleet }) => fleet !== undefined);
  }

  #fleetBytes(): number {
    return this.#members().reduce((sum, { fleet }) => sum + (fleet?.files.bytes() ?? 0), 0);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

/** The index is written after so many models, or so much time, and when all are saved. */
const SAVES_AN_INDEX = 16;
const INDEX_AGE_MS = 10_000;
