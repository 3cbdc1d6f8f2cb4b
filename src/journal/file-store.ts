import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MillraceError, show } from "../errors.ts";
import { moveDamaged } from "./damaged.ts";
import { makeFolder, removeQuietly, syncFolder, UNFINISHED, writeWhole } from "./files.ts";

/** 0: the newest; 1: the one before it. */
export type FileGeneration = 0 | 1;

export interface StoredFile {
  /** Undefined where no generation is whole. */
  readonly bytes: Uint8Array | undefined;
  readonly generation: FileGeneration | undefined;
  /** The files of `damaged/` that hold what was not whole. */
  readonly movedTo: readonly string[];
}

export interface FileStoreOptions {
  /** Where files that are not whole are moved to; default `damaged` in the store's folder. */
  readonly damagedFolder?: string;
  /** Changes nothing on the disk: what is not whole stays where it is. */
  readonly readOnly?: boolean;
  /** Called before each step of a write; what it throws ends the write there, as a power cut would. */
  readonly beforeStep?: (step: StoreStep) => void;
}

export type StoreStep = "create" | "fill" | "sync" | "keep" | "replace" | "sync folder";

/** Ending of the generation before. */
const PREVIOUS = ".previous";
const DAMAGED = "damaged";

/**
 * Files by name, each written whole or not at all, with the generation before it kept. Names may have folders in them,
 * parted by "/", which are made. Whoever writes holds the lock of the folder.
 */
export class FileStore {
  readonly directory: string;
  readonly #damagedFolder: string;
  readonly #isReadOnly: boolean;
  readonly #beforeStep: (step: StoreStep) => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(directory: string, { damagedFolder, readOnly = false, beforeStep }: FileStoreOptions = {}) {
    this.directory = directory;
    this.#damagedFolder = damagedFolder ?? join(directory, DAMAGED);
    this.#isReadOnly = readOnly;
    this.#beforeStep = beforeStep ?? (() => undefined);
  }

  /**
   * Stores a file: written beside its place and synced; the newest becomes the previous one, the new one the newest; the
   * folder is synced. Calls are served one after the other. At every moment one whole generation is on the disk.
   * @throws MillraceError `E_FILE`; what was stored before is still there
   */
  write(name: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(name);
    const done = this.#last.then(() => this.#store(path, bytes));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /**
   * The newest generation that `isWhole` accepts. One it refuses is moved to `damaged/`, and not met again. Where it
   * throws, as for a newer version, the error passes through and nothing is moved.
   */
  read(name: string, isWhole: (bytes: Uint8Array) => boolean): StoredFile {
    const movedTo: string[] = [];
    for (const generation of [0, 1] as const) {
      const ending = generation === 0 ? "" : PREVIOUS;
      const path = this.#pathOf(name) + ending;
      if (!existsSync(path)) continue;
      const bytes = new Uint8Array(readFileSync(path));
      if (isWhole(bytes)) return { bytes, generation, movedTo };
      if (this.#isReadOnly) continue;
      movedTo.push(moveDamaged(this.#damagedFolder, name + ending, path, bytes));
    }
    return { bytes: undefined, generation: undefined, movedTo };
  }

  has(name: string): boolean {
    const path = this.#pathOf(name);
    return existsSync(path) || existsSync(path + PREVIOUS);
  }

  /** Gives the newest generation a second name that stays when it is replaced; a copy where the disk has no hard links. */
  link(name: string, to: string): void {
    const [path, second] = [this.#pathOf(name), this.#pathOf(to)];
    this.#refuseReadOnly();
    try {
      makeFolder(dirname(second));
      rmSync(second, { force: true });
      try {
        linkSync(path, second);
        syncFolder(dirname(second));
      } catch {
        writeWhole(second, readFileSync(path));
      }
    } catch (cause) {
      throw fileError("cannot keep the file", path, cause);
    }
  }

  /** Deletes a file with both generations; nothing happens where there is none. */
  remove(name: string): void {
    const path = this.#pathOf(name);
    this.#refuseReadOnly();
    for (const ending of ["", PREVIOUS, UNFINISHED]) rmSync(path + ending, { force: true });
    if (existsSync(dirname(path))) syncFolder(dirname(path));
  }

  /** All names in a folder of the store and below it, sorted, with the bytes of both generations. */
  list(folder = ""): { name: string; bytes: number }[] {
    const sizes = new Map<string, number>();
    const visit = (below: string): void => {
      const place = join(this.directory, below);
      if (place === this.#damagedFolder || !existsSync(place)) return;
      for (const entry of readdirSync(place, { withFileTypes: true })) {
        const name = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) visit(name);
        else if (entry.isFile() && !name.endsWith(UNFINISHED)) {
          const base = name.endsWith(PREVIOUS) ? name.slice(0, -PREVIOUS.length) : name;
          sizes.set(base, (sizes.get(base) ?? 0) + statSync(join(this.directory, name)).size);
        }
      }
    };
    visit(folder);
    return [...sizes].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async #store(path: string, bytes: Uint8Array): Promise<void> {
    this.#refuseReadOnly();
    const beside = path + UNFINISHED;
    const step = async (name: StoreStep, work: () => Promise<unknown>): Promise<void> => {
      this.#beforeStep(name);
      try {
        await work();
      } catch (cause) {
        removeQuietly(beside);
        throw fileError("cannot store the file", path, cause);
      }
    };
    let file: Awaited<ReturnType<typeof open>> | undefined;
    try {
      await step("create", async () => {
        makeFolder(dirname(path));
        file = await open(beside, "w");
      });
      await step("fill", async () => file?.writeFile(bytes));
      await step("sync", async () => file?.sync());
    } finally {
      await file?.close();
    }
    if (existsSync(path)) await step("keep", () => rename(path, path + PREVIOUS));
    await step("replace", () => rename(beside, path));
    await step("sync folder", async () => syncFolder(dirname(path)));
  }

  #pathOf(name: string): string {
    const parts = name.split("/");
    const isLegal = parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\\0]/.test(part));
    const isOwn = name.endsWith(PREVIOUS) || name.endsWith(UNFINISHED) || parts[0] === DAMAGED;
    if (isLegal && !isOwn) return join(this.directory, ...parts);
    const expected = `a name inside the folder, not ending in ${PREVIOUS} or ${UNFINISHED}`;
    throw new MillraceError("E_VALUE", "no name of a stored file", { where: show(name), expected });
  }

  #refuseReadOnly(): void {
    if (!this.#isReadOnly) return;
    throw new MillraceError("E_FILE", "the store was opened to be read only", { where: this.directory });
  }
}

function fileError(what: string, where: string, cause: unknown): MillraceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new MillraceError("E_FILE", `${what}: ${reason}`, { where, cause });
}
