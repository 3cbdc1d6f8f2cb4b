import { MillraceError } from "../../errors.ts";
import type { StateEvent, StreamPlan } from "../types.ts";
import { Budget } from "./budget.ts";
import type { Cell } from "./cell.ts";
import type { Loader } from "./loader.ts";
import type { CellPlan } from "./plan.ts";
import { fileOf } from "./snapshots.ts";

/** A model that cannot be used. */
export interface LostModel {
  readonly stream: string;
  readonly key: string;
  readonly reason: string;
}

/** The models in memory, and what is known of those that are not. */
export class Cells {
  readonly budget: Budget;
  readonly lost: Map<string, LostModel> = new Map();
  /** Changed models, with the first record that is not in their snapshot. */
  readonly dirty: Map<Cell, number> = new Map();
  readonly #loader: Loader;
  readonly #tell: (event: StateEvent) => void;
  /** By stream, then by key: a name of both would have to be put together for each message. */
  readonly #cells: Map<string, Map<string, Cell>> = new Map();
  readonly #plans: Map<string, CellPlan> = new Map();
  /** Files of each stream's models, in memory or not. */
  readonly #files: Map<string, Set<string>> = new Map();
  /** Models the core has no memory for. */
  readonly #refused: Set<string> = new Set();
  /** Models whose records stand in the journal behind their newest snapshot. */
  readonly #lagging: Set<string> = new Set();
  #pendingBytes = 0;

  constructor(loader: Loader, maxPendingBytes: number, tell: (event: StateEvent) => void) {
    this.#loader = loader;
    this.budget = new Budget(maxPendingBytes);
    this.#tell = tell;
  }

  addStream(plan: CellPlan, files: readonly string[]): void {
    this.#plans.set(plan.stream, plan);
    this.#files.set(plan.stream, new Set(files));
    this.#cells.set(plan.stream, new Map());
  }

  plan(stream: string): CellPlan | undefined {
    return this.#plans.get(stream);
  }

  get size(): number {
    let size = 0;
    for (const cells of this.#cells.values()) size += cells.size;
    return size;
  }

  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  get(stream: string, key: string): Cell | undefined {
    return this.#cells.get(stream)?.get(key);
  }

  *all(): IterableIterator<Cell> {
    for (const cells of this.#cells.values()) yield* cells.values();
  }

  hasStream(stream: string): boolean {
    return this.#plans.has(stream);
  }

  isLost(stream: string, key: string): boolean {
    return this.lost.size > 0 && this.lost.has(nameOf(stream, key));
  }

  /** How many models a stream has, in memory or not. */
  count(stream: string): number {
    return this.#files.get(stream)?.size ?? 0;
  }

  files(stream: string): IterableIterator<string> {
    return (this.#files.get(stream) ?? new Set<string>()).values();
  }

  /** Whether a model has a file or is in memory. */
  isKnown(stream: string, key: string): boolean {
    return this.#files.get(stream)?.has(fileOf(key)) === true;
  }

  /** Whether a model should be brought into memory. */
  wants(stream: StreamPlan, key: string): boolean {
    if (this.get(stream.name, key) !== undefined) return false;
    const name = nameOf(stream.name, key);
    if (this.lost.has(name) || this.#refused.has(name) || !isKey(stream, key)) return false;
    return this.isKnown(stream.name, key) || this.count(stream.name) < stream.maxKeys;
  }

  /**
   * Brings a model into memory with its records up to `upTo`, or notes why that cannot be.
   * @throws MillraceError `E_MEMORY` where it must be there
   */
  async load(stream: string, key: string, upTo: number, must = false): Promise<Cell | undefined> {
    const name = nameOf(stream, key);
    try {
      const cell = await this.#loader.load(this.#plans.get(stream) as CellPlan, key, upTo, this.#lagging.has(name));
      this.#lagging.delete(name);
      this.put(cell);
      return cell;
    } catch (error) {
      if (!(error instanceof MillraceError) || error.code !== "E_MEMORY" || must) this.lose(stream, key, error);
      else this.#refuse(name, stream, key, error);
      return undefined;
    }
  }

  /** Takes a model in, in the place of the one before. */
  put(cell: Cell): void {
    const { stream } = cell.plan;
    const old = this.get(stream, cell.key);
    if (old !== undefined) this.forget(old);
    this.#cells.get(stream)?.set(cell.key, cell);
    this.#files.get(stream)?.add(fileOf(cell.key));
    this.#pendingBytes += cell.pendingBytes;
    for (const source of cell.sources.values()) this.budget.note(cell, source);
  }

  /** To be called behind each record. @param bytesBefore `pendingBytes` of the cell before it */
  changed(cell: Cell, sourceName: string, seq: number, bytesBefore: number): void {
    this.#pendingBytes += cell.pendingBytes - bytesBefore;
    const source = cell.sources.get(sourceName);
    if (source) this.budget.note(cell, source);
    if (!this.dirty.has(cell)) this.dirty.set(cell, seq);
  }

  /** Lets a model go. @param lags whether records of it are in the journal that no snapshot has */
  forget(cell: Cell, lags = false): void {
    const { stream } = cell.plan;
    if (lags) this.#lagging.add(nameOf(stream, cell.key));
    this.#cells.get(stream)?.delete(cell.key);
    this.dirty.delete(cell);
    this.#pendingBytes -= cell.pendingBytes;
    this.budget.forget(cell);
    if (cell.turn === 0) this.#files.get(stream)?.delete(fileOf(cell.key));
    cell.model.dispose();
  }

  /** Notes a model as lost. @throws what is no sign of that */
  lose(stream: string, key: string, error: unknown): void {
    if (!(error instanceof MillraceError) || error.code !== "E_STATE") throw error;
    const cell = this.get(stream, key);
    if (cell) this.forget(cell);
    this.lost.set(nameOf(stream, key), { stream, key, reason: error.message });
    this.#tell({ type: "lostModel", stream, key, detail: error.message });
  }

  clear(): void {
    for (const cell of this.all()) cell.model.dispose();
    for (const cells of this.#cells.values()) cells.clear();
    this.dirty.clear();
  }

  #refuse(name: string, stream: string, key: string, error: MillraceError): void {
    this.#refused.add(name);
    this.#tell({ type: "refusedKey", stream, key, detail: error.message });
  }
}

// ---

const KEY_LIMIT = 128;

/** A key that a model can be kept under. */
function isKey(stream: StreamPlan, key: string): boolean {
  if (stream.key === undefined) return key === "";
  return key !== "" && (key.length <= KEY_LIMIT / 4 || Buffer.byteLength(key) <= KEY_LIMIT);
}

function nameOf(stream: string, key: string): string {
  return `${stream}\n${key}`;
}
