import { join } from "node:path";
import { MillraceError } from "../../errors.ts";
import {
  FileStore,
  type FolderLock,
  gapOf,
  Journal,
  type JournalRecord,
  lockFolder,
  type StoreStep,
} from "../../journal.ts";
import type { Hex } from "../types.ts";
import { type Checkpoint, checkCheckpoint, pack, RECORD_UPDATE, type UpdateRecord, unpack } from "./records.ts";

const GLOBAL = "global";
const KEPT = "kept";
/** Global models that can be gone back to. */
const MOST_KEPT = 8;

export interface Stored {
  readonly checkpoint: Checkpoint;
  readonly body: Uint8Array;
}

/** The aggregator's folder: updates in a journal, global models in files. */
export class AggregatorStore {
  readonly journal: Journal;
  readonly #directory: string;
  readonly #files: FileStore;
  readonly #lock: FolderLock;
  /** First record that a generation on the disk needs: of the newest, and of the one before. */
  #needed: [number, number] = [1, 1];
  #isCut = false;

  /** @throws MillraceError `E_LOCKED`, `E_JOURNAL`, `E_VERSION` */
  constructor(directory: string, now: () => number, beforeStep?: (step: StoreStep) => void) {
    this.#directory = directory;
    this.#lock = lockFolder(directory);
    try {
      this.journal = Journal.open(join(directory, "journal"), { now });
    } catch (error) {
      this.#lock.release();
      throw error;
    }
    this.#files = new FileStore(join(directory, "models"), {
      beforeStep: (step) => {
        if (this.#isCut) throw new MillraceError("E_CLOSED", "the aggregator is gone", { where: directory });
        beforeStep?.(step);
      },
    });
  }

  /** The newest global model that is whole. @throws MillraceError `E_VERSION`, `E_SHAPE` */
  read(fingerprint: Hex): Stored | undefined {
    const { bytes, movedTo } = this.#files.read(GLOBAL, (file) => unpack(file) !== undefined);
    if (!bytes && movedTo.length > 0) {
      throw new MillraceError("E_CRC", "no global model is whole", {
        where: this.#directory,
        remedy: `What there was lies in ${movedTo.join(", ")}. Move the folder away to begin anew`,
      });
    }
    return bytes && this.#stored(bytes, fingerprint);
  }

  /** What came behind a checkpoint, and what was pending then. */
  *behind({ appliedSeq, pending }: Checkpoint): Generator<{ record: JournalRecord; isReplay: boolean }> {
    this.journal.reach(appliedSeq);
    const still = new Set(pending);
    for (const record of this.journal.read(Math.min(appliedSeq + 1, ...pending))) {
      if (gapOf(record)) continue;
      const isReplay = record.seq <= appliedSeq;
      if (!isReplay || still.has(record.seq)) yield { record, isReplay };
    }
  }

  /**
   * Brings journal and global model to the disk: the journal first, or the model would know of updates that are lost.
   * @throws MillraceError `E_FILE`, `E_JOURNAL`; what was there before is still whole
   */
  async write(checkpoint: Checkpoint, body: Uint8Array): Promise<void> {
    this.journal.sync();
    const bytes = pack(checkpoint, body);
    await this.#files.write(GLOBAL, bytes);
    this.#needed = [Math.min(checkpoint.appliedSeq + 1, ...checkpoint.pending), this.#needed[0]];
    this.#dropSegments();
  }

  /** Keeps the newest global model under its version. */
  keep(version: number): void {
    this.#files.link(GLOBAL, nameOf(version));
    const names = this.#files.list(KEPT).map(({ name }) => name);
    for (const name of names.slice(0, -MOST_KEPT)) this.#files.remove(name);
  }

  /** One that was kept. */
  kept(version: number, fingerprint: Hex): Stored | undefined {
    const { bytes } = this.#files.read(nameOf(version), (file) => unpack(file) !== undefined);
    return bytes && this.#stored(bytes, fingerprint);
  }

  /** Versions that can be gone back to. */
  get versions(): number[] {
    return this.#files.list(KEPT).map(({ name }) => Number(name.slice(KEPT.length + 1)));
  }

  update(record: UpdateRecord, payload: Uint8Array, arrivalMs: number): number {
    return this.journal.append(RECORD_UPDATE, arrivalMs, pack(record, payload));
  }

  close(): void {
    try {
      this.journal.markCleanStop();
    } finally {
      this.journal.close();
      this.#lock.release();
    }
  }

  /** Files that are being written stay as they are. */
  cut(): void {
    this.#isCut = true;
  }

  /** Nothing may be under way. */
  release(): void {
    this.journal.close();
    this.#lock.release();
  }

  #stored(bytes: Uint8Array, fingerprint: Hex): Stored | undefined {
    const { head, bytes: body } = unpack<Checkpoint>(bytes) as { head: Checkpoint; bytes: Uint8Array };
    checkCheckpoint(head, fingerprint, this.#directory);
    return { checkpoint: head, body };
  }

  /** Both generations can be gone back to. */
  #dropSegments(): void {
    const least = Math.min(...this.#needed);
    for (const { firstSeq, lastSeq } of this.journal.segments().slice(0, -1)) {
      if (lastSeq >= least) return;
      this.journal.dropSegment(firstSeq);
    }
  }
}

// ---

/** In the order of versions as text too. */
function nameOf(version: number): string {
  return `${KEPT}/${String(version).padStart(16, "0")}`;
}
