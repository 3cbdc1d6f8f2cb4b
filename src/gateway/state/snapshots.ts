import { join } from "node:path";
import { type FileStore, fileNameOf, type Journal } from "../../journal.ts";
import type { Cell } from "./cell.ts";
import { confirmed, isSnapshot, readSnapshot, type Snapshot, snapshotOf } from "./snapshot.ts";

/** A snapshot that was found, and whether it is what was saved last. */
export interface Found {
  readonly snapshot: Snapshot | undefined;
  /** False: a later one was damaged or missing, so the journal must be read from this one on. */
  readonly isNewest: boolean;
  /** Whether there is, or was, any file of this model. */
  readonly isKnown: boolean;
}

/** The models' files: two generations each, and one for each segment of the journal that is still there. */
export class Snapshots {
  readonly #store: FileStore;
  readonly #journal: Journal;
  /** What both generations of a file hold; of files this process has read or written. */
  readonly #generations: Map<string, { newest: number; previous: number }> = new Map();
  /** The segment a model was last kept for. */
  readonly #kept: Map<string, number> = new Map();
  #syncedSeq = 0;

  constructor(store: FileStore, journal: Journal) {
    this.#store = store;
    this.#journal = journal;
  }

  /** File names of a stream's models, without their ending. */
  names(stream: string): string[] {
    const folder = `models/${fileNameOf(stream)}`;
    return this.#store.list(folder).map(({ name }) => name.slice(folder.length + 1, -ENDING.length));
  }

  /** The newest whole snapshot: of two generations, then of those kept. Damaged ones are moved away. */
  find(stream: string, key: string): Found {
    const name = nameOf(stream, key);
    const kept = this.kept(stream, key);
    const isKnown = this.#store.has(name) || kept.length > 0;
    let snapshot: Snapshot | undefined;
    const take = (bytes: Uint8Array): boolean => {
      if (!isSnapshot(bytes)) return false;
      snapshot = readSnapshot(bytes);
      return true;
    };
    const { generation } = this.#store.read(name, take);
    const isNewest = generation === 0;
    for (const { name: other } of kept) {
      if (snapshot !== undefined) break;
      this.#store.read(other, take);
    }
    if (snapshot !== undefined) {
      const { appliedSeq, previousSeq } = snapshot.head;
      // A generation that is gone counts as if it held nothing.
      this.#generations.set(name, { newest: appliedSeq, previous: isNewest ? previousSeq : 0 });
    }
    return { snapshot, isNewest, isKnown };
  }

  /** Of the snapshots of a model that are kept beside its file, the newest first. */
  kept(stream: string, key: string): { name: string; seq: number }[] {
    const folder = keptFolder(stream, key);
    return this.#store
      .list(folder)
      .map(({ name }) => ({ name, seq: Number(name.slice(folder.length + 1, -ENDING.length)) }))
      .filter(({ seq }) => Number.isSafeInteger(seq))
      .sort((a, b) => b.seq - a.seq);
  }

  /**
   * Saves a model as it is at the call; what it learns meanwhile is not in it. The journal is on the disk before.
   * @returns its `appliedSeq`
   * @throws MillraceError `E_FILE`, `E_JOURNAL`; what was saved before is still there
   */
  async save(cell: Cell, fingerprint: string): Promise<number> {
    const { stream } = cell.plan;
    const name = nameOf(stream, cell.key);
    const previous = this.#generations.get(name)?.newest ?? 0;
    const bytes = snapshotOf(cell, fingerprint, previous);
    const { appliedSeq } = cell;
    if (appliedSeq > this.#syncedSeq) {
      const last = this.#journal.nextSeq - 1;
      this.#journal.sync();
      this.#syncedSeq = last;
    }
    await this.#store.write(name, bytes);
    this.#generations.set(name, { newest: appliedSeq, previous });
    this.#keep(stream, cell.key, name, appliedSeq);
    return appliedSeq;
  }

  /**
   * Makes sure that both generations of a file hold all up to a record, so that the journal before it is not needed.
   * @param save saves the model anew where it is in memory and has changed; false where it has not
   */
  async secure(stream: string, file: string, seq: number, save: () => Promise<boolean>): Promise<void> {
    const name = `models/${fileNameOf(stream)}/${file}${ENDING}`;
    // Each saving pushes the generations on by one; a file cannot need more than two.
    for (let times = 0; times < 2; times++) {
      const generations = this.#generations.get(name) ?? this.#look(name);
      if (generations === undefined || generations.previous >= Math.min(seq, generations.newest)) return;
      if (!(await save())) await this.#confirm(name);
    }
  }

  /** Deletes the kept snapshots that no moment within the journal needs any more. */
  dropKept(firstSeq: number): void {
    const newest = new Map<string, number>();
    const files = this.#store.list("kept").map(({ name }) => {
      const slash = name.lastIndexOf("/");
      return { name, folder: name.slice(0, slash), seq: Number(name.slice(slash + 1, -ENDING.length)) };
    });
    for (const { folder, seq } of files) {
      if (seq < firstSeq) newest.set(folder, Math.max(seq, newest.get(folder) ?? 0));
    }
    for (const { name, folder, seq } of files) {
      if (seq < firstSeq && seq < (newest.get(folder) ?? 0)) this.#store.remove(name);
    }
  }

  /** Bytes of the kept snapshots. Those that are the models' own files as well count too. */
  keptBytes(): number {
    return this.#store.list("kept").reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #look(name: string): { newest: number; previous: number } | undefined {
    let found: Snapshot | undefined;
    const { generation } = this.#store.read(name, (bytes) => {
      if (!isSnapshot(bytes)) return false;
      found = readSnapshot(bytes);
      return true;
    });
    if (found === undefined) return undefined;
    const generations = { newest: found.head.appliedSeq, previous: generation === 0 ? found.head.previousSeq : 0 };
    this.#generations.set(name, generations);
    return generations;
  }

  async #confirm(name: string): Promise<void> {
    let found: Snapshot | undefined;
    this.#store.read(name, (bytes) => {
      if (!isSnapshot(bytes)) return false;
      found = readSnapshot(bytes);
      return true;
    });
    if (found === undefined) return;
    await this.#store.write(name, confirmed(found));
    this.#generations.set(name, { newest: found.head.appliedSeq, previous: found.head.appliedSeq });
  }

  #keep(stream: string, key: string, name: string, appliedSeq: number): void {
    const segment = this.#journal.segments().at(-1)?.firstSeq ?? 0;
    const last = this.#kept.get(name) ?? this.kept(stream, key)[0]?.seq ?? -1;
    this.#kept.set(name, Math.max(last, appliedSeq));
    if (last >= segment || last === appliedSeq) {
      this.#kept.set(name, last);
      return;
    }
    this.#store.link(name, `${keptFolder(stream, key)}/${appliedSeq}${ENDING}`);
  }
}

/** Name of a model's file, without folder and ending. No key is written `~`. */
export function fileOf(key: string): string {
  return key === "" ? "~" : fileNameOf(key);
}

/** Where the file of a model lies, for people. */
export function pathOf(directory: string, stream: string, key: string): string {
  return join(directory, nameOf(stream, key));
}

// ---

const ENDING = ".millrace";

function nameOf(stream: string, key: string): string {
  return `models/${fileNameOf(stream)}/${fileOf(key)}${ENDING}`;
}

function keptFolder(stream: string, key: string): string {
  return `kept/${fileNameOf(stream)}/${fileOf(key)}`;
}
