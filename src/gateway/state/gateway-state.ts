import { join } from "node:path";
import { Core } from "../../core.ts";
import { MillraceError } from "../../errors.ts";
import { FileStore, Journal, type Recovery } from "../../journal.ts";
import { KIND_DROP } from "../records.ts";
import type {
  DataLoss,
  Decision,
  MessageCounts,
  ModelFigures,
  ModelSummary,
  Outcome,
  Prediction,
  Received,
  StateEvent,
  Verdict,
} from "../types.ts";
import type { Applied, Cell } from "./cell.ts";
import { Cells, type LostModel } from "./cells.ts";
import { dataLossOf } from "./data-loss.ts";
import { DeathMark } from "./death-mark.ts";
import { type Draft, decideFeatures, decideLabel, expiryDrafts, type Plan, type Whose, whoseLabel } from "./decide.ts";
import { FleetDesk } from "./fleet-desk.ts";
import { Ledger, type Placed } from "./ledger.ts";
import { Loader } from "./loader.ts";
import type { Flushed, StateOptions } from "./options.ts";
import { predictionOf } from "./prediction.ts";
import { roomFor } from "./room.ts";
import { Snapshots } from "./snapshots.ts";
import { start } from "./start.ts";
import { StateIndex } from "./state-index.ts";
import { Tally } from "./tally.ts";
import { Upkeep } from "./upkeep.ts";

/**
 * The state of a gateway as a function of its journal: `receive` decides what a message is, `commit` journals the
 * decision and applies it. No MQTT and no clock but the messages' own.
 */
export class GatewayState {
  /**
   * Opens the state of a folder, or begins one, and applies what the journal holds behind the snapshots.
   * @throws MillraceError `E_STATE` where the saved models are of another configuration, `E_JOURNAL`, `E_FILE`,
   * `E_VERSION`
   */
  static async open(options: StateOptions): Promise<GatewayState> {
    const { directory, streams, seats, reset = [], fork = [], now = Date.now } = options;
    const store = new FileStore(directory, { damagedFolder: join(directory, "damaged") });
    const index = StateIndex.open(store);
    const trustBefore = index.floorSeq(streams.map(({ name }) => name)) + 1;
    const journal = Journal.open(join(directory, "journal"), { ...options.journal, now, trustBefore });
    try {
      const core = options.core ?? (await Core.shared());
      const state = new GatewayState(options, { journal, store, index, core, now });
      const { cells, loader, snapshots } = state.#parts;
      await start({ journal, index, snapshots, loader, cells, streams, directory, reset, fork, now });
      state.#isStarting = false;
      state.#mark.clear();
      await state.fleets.settle(now(), seats);
      state.#startEvents = state.#tally.take().events;
      return state;
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  readonly journal: Journal;
  /** Parts of shared models in their fleets. */
  readonly fleets: FleetDesk;
  readonly #options: StateOptions;
  readonly #parts: { cells: Cells; loader: Loader; snapshots: Snapshots; index: StateIndex };
  readonly #cells: Cells;
  readonly #loader: Loader;
  readonly #ledger: Ledger;
  readonly #upkeep: Upkeep;
  readonly #mark: DeathMark;
  readonly #tally: Tally = new Tally();
  readonly #gatheredCells: Set<Cell> = new Set();
  #startEvents: readonly StateEvent[] = [];
  #isStarting = true;
  #quiet: Iterator<Cell> | undefined;

  private constructor(
    options: StateOptions,
    parts: { journal: Journal; store: FileStore; index: StateIndex; core: Core; now: () => number },
  ) {
    const { journal, store, index, core, now } = parts;
    const { directory, maxPendingBytes = 64 * 2 ** 20 } = options;
    const snapshots = new Snapshots(store, journal);
    this.#options = options;
    this.journal = journal;
    this.#mark = new DeathMark(join(directory, "applying"));
    this.#ledger = new Ledger(journal);
    this.#loader = new Loader({
      journal,
      snapshots,
      index,
      core,
      now,
      beforeApply: (seq) => (this.#isStarting ? this.#mark.next(seq) : "apply"),
      setAside: ({ stream, key, seq, reason }) =>
        this.#tally.tell({ type: "setAside", stream, key, detail: `record ${seq} is set aside: ${reason}` }),
    });
    this.#cells = new Cells(this.#loader, maxPendingBytes, (event) => this.#tally.tell(event));
    this.#parts = { cells: this.#cells, loader: this.#loader, snapshots, index };
    const names = options.streams.map(({ name }) => name);
    const flush = (): void => this.#flush();
    this.fleets = new FleetDesk({
      journal,
      streams: names,
      cells: this.#cells,
      ledger: this.#ledger,
      flush,
      apply: (placed, nowMs) => this.#apply(placed, nowMs),
    });
    this.#upkeep = new Upkeep({ journal, snapshots, index, cells: this.#cells, streams: names, flush });
  }

  /** What the start had to tell: records set aside, models lost. */
  get startEvents(): readonly StateEvent[] {
    return this.#startEvents;
  }

  /** How many models have changed since they were saved. */
  get dirty(): number {
    return this.#cells.dirty.size;
  }

  /** Records of messages at QoS 0 that wait to be written. */
  get gathered(): number {
    return this.#ledger.gathered;
  }

  /** Of waiting samples, early labels and feature windows, about. */
  get pendingBytes(): number {
    return this.#cells.pendingBytes;
  }

  get recovery(): Recovery {
    return this.journal.recovery;
  }

  /** What is gone of the records the journal would still have; undefined: nothing. */
  get dataLoss(): DataLoss | undefined {
    return dataLossOf(this.journal.recovery);
  }

  /** Models that cannot be used: their messages are counted, and taught to nobody. */
  get lost(): LostModel[] {
    return [...this.#cells.lost.values()];
  }

  /** Records that are never applied. */
  get setAside(): { seq: number; stream: string; key: string; reason: string }[] {
    return [...this.#parts.index.setAside].map(([seq, { stream, key, reason }]) => ({ seq, stream, key, reason }));
  }

  /** Messages of a stream that were no records, since the start. */
  counts(stream: string): Readonly<MessageCounts> {
    return this.#tally.counts(stream);
  }

  /** How many models a stream has, in memory or not. */
  models(stream: string): number {
    return this.#cells.count(stream);
  }

  /** Of the models in memory, with a checksum of each. */
  summaries(): ModelSummary[] {
    return Array.from(this.#cells.all(), (cell) => cell.summary());
  }

  /** The same without the checksums, which read every weight. */
  figures(): ModelFigures[] {
    return Array.from(this.#cells.all(), (cell) => cell.figures());
  }

  /** Of one model; undefined where it is not in memory. */
  summary(stream: string, key = ""): ModelSummary | undefined {
    return this.#cells.get(stream, key)?.summary();
  }

  /**
   * Brings the model of a message into memory.
   * @returns undefined where there is nothing to wait for
   * @throws MillraceError `E_FILE`, and `E_JOURNAL` where loading has to close a gap
   */
  prepare(received: Received): Promise<unknown> | undefined {
    // Before a record at QoS 1, and before loading, which may have to close a gap in the journal: the numbers of what is
    // gathered are given out already.
    if (received.qos === 1) this.#tryFlush();
    const { stream, message } = received;
    const whose = message.kind === "label" ? whoseLabel(stream, message) : undefined;
    const key = message.kind === "features" ? message.key : whose?.key;
    if (key === undefined || !this.#cells.wants(stream, key)) return undefined;
    // A number of the journal was given out by a model that is there.
    if (whose?.isSeq && !this.#cells.isKnown(stream.name, key)) return undefined;
    this.#tryFlush();
    return this.load(stream.name, key);
  }

  /** Brings a model into memory, to look at it. @returns undefined where it is lost or the core has no memory for it */
  async load(stream: string, key = ""): Promise<ModelSummary | undefined> {
    const cell = this.#cells.get(stream, key) ?? (await this.#cells.load(stream, key, this.journal.nextSeq - 1));
    if (cell) this.#tally.learnt(cell.learnDeferred());
    return cell?.summary();
  }

  /** Decides what a message is. Changes nothing but the counters of messages that are no records. */
  receive(received: Received): Decision {
    const { stream, message } = received;
    const whose = message.kind === "label" ? whoseLabel(stream, message) : undefined;
    const key = message.kind === "features" ? message.key : whose?.key;
    if (key === undefined) return this.#refuse(received, "unknownTicket");
    if (this.#cells.isLost(stream.name, key)) return this.#refuse(received, "lostModel");
    const cell = this.#cells.get(stream.name, key);
    const source = whose?.source ?? message.source ?? "";
    if (cell === undefined && whose?.isSeq) return this.#refuse(received, "unknownTicket");
    if (cell === undefined || (cell.sources.size >= stream.maxKeys && !cell.sources.has(source))) {
      return this.#refuse(received, "refusedKey", key);
    }
    const plan =
      message.kind === "features"
        ? decideFeatures(cell, received, message)
        : decideLabel(cell, received, message, whose as Whose, this.#ledger.nextSeq);
    this.#tally.count(stream.name, plan.verdict);
    const room = roomFor(this.#cells, cell, plan);
    const drafts = room.length > 0 ? [...room, ...plan.drafts] : plan.drafts;
    const work = { plan, drafts, cell, basis: this.#ledger.writes };
    const decision: Planned = { verdict: plan.verdict, received, writes: drafts.length > 0, work };
    return decision;
  }

  /**
   * Journals a decision, then applies it.
   * @throws MillraceError `E_JOURNAL`: nothing is applied then; `E_STATE` for a decision of before another commit
   */
  commit(decision: Decision): Outcome {
    const { verdict, received, work } = decision as Planned;
    if (work === undefined) return this.#outcome(verdict, undefined, undefined);
    const { plan, drafts, cell, basis } = work;
    if (drafts.length === 0) {
      const output = plan.x && cell.predict(plan.x);
      const steps = cell.model.steps;
      const seq = undefined;
      const prediction = output && predictionOf(cell, received, { output, steps }, seq, verdict === "duplicate");
      this.#tally.tellOf(received, cell.key, verdict, plan.isNewSession, drafts);
      // Nothing of it would come back after a kill.
      if (cell.turn === 0) this.#forget(cell, false);
      return this.#outcome(verdict, seq, prediction);
    }
    if (basis !== this.#ledger.writes) {
      throw new MillraceError("E_STATE", "the decision is of before another one", { remedy: "Call receive again" });
    }
    const placed = this.#write(drafts, received);
    const own = placed.at(-1) as Placed;
    let applied: Applied | undefined;
    for (const one of placed) applied = this.#apply(one, received.arrivalMs);
    if (applied === undefined) return this.#outcome("setAside", own.seq, undefined);
    this.#tally.tellOf(received, cell.key, verdict, plan.isNewSession, drafts);
    if (own.record.kind === KIND_DROP) return this.#outcome(verdict, undefined, undefined);
    const prediction = applied.predicted && predictionOf(cell, received, applied.predicted, own.seq, false);
    return this.#outcome(verdict, own.seq, prediction);
  }

  /**
   * Writes what was gathered at QoS 0, in one block, and learns from it.
   * @throws MillraceError `E_JOURNAL`: it stays gathered then
   */
  flush(): Flushed {
    this.#flush();
    return this.#tally.take();
  }

  /**
   * Gives up samples and labels of quiet sources whose time is over, of some models at a call.
   * @throws MillraceError `E_JOURNAL`
   */
  expire(nowMs: number, models = 100): Flushed {
    this.#flush();
    for (let left = Math.min(models, this.#cells.size); left > 0; left--) {
      this.#quiet ??= this.#cells.all();
      const { value: cell, done } = this.#quiet.next();
      if (done) this.#quiet = undefined;
      else this.#expireIn(cell, nowMs);
    }
    return this.flush();
  }

  /**
   * Saves the model that changed first.
   * @returns false: none has changed
   * @throws MillraceError `E_FILE`, `E_JOURNAL`: it waits on then
   */
  snapshotNext(): Promise<boolean> {
    return this.#upkeep.saveNext();
  }

  /** Drops what is older, or more, than is to be kept; what needs it is saved before. @throws as `snapshotNext` */
  retain(nowMs: number): Promise<void> {
    return this.#upkeep.retain(nowMs, this.#options.keep ?? { ageMs: 7 * 86_400_000, bytes: 2 ** 30 });
  }

  /** Writes what is gathered, saves every model and says that the stop was in order; then `close`. */
  async stop(): Promise<void> {
    this.#flush();
    while (await this.snapshotNext());
    this.journal.markCleanStop();
  }

  /** Frees the models and closes the journal. What was not saved comes back from the journal. */
  close(): void {
    this.#cells.clear();
    this.journal.close();
  }

  #write(drafts: readonly Draft[], { qos, arrivalMs }: Received): Placed[] {
    const cellOf = (draft: Draft): Cell => this.#cells.get(draft.stream, draft.key) as Cell;
    if (qos === 0) {
      const placed = this.#ledger.gather(drafts, arrivalMs, cellOf);
      for (const { cell } of placed) this.#gatheredCells.add(cell);
      return placed;
    }
    this.#flush();
    return this.#ledger.write(drafts, arrivalMs, cellOf);
  }

  /** Undefined where the core trapped: the record is set aside then. */
  #apply({ cell, record, seq }: Placed, arrivalMs: number): Applied | undefined {
    const before = cell.pendingBytes;
    try {
      const applied = cell.apply(record, seq, arrivalMs);
      this.#tally.learnt(applied.learnt);
      this.#cells.changed(cell, record.source, seq, before);
      return applied;
    } catch (error) {
      this.#trapped(cell, error);
      return undefined;
    }
  }

  /** A journal that cannot be written is told by the commit that follows. */
  #tryFlush(): void {
    try {
      this.#flush();
    } catch (error) {
      if (!(error instanceof MillraceError) || error.code !== "E_JOURNAL") throw error;
    }
  }

  #flush(): void {
    if (this.#ledger.gathered === 0 && this.#gatheredCells.size === 0) return;
    this.#ledger.flush();
    const cells = [...this.#gatheredCells];
    this.#gatheredCells.clear();
    for (const cell of cells) {
      try {
        this.#tally.learnt(cell.learnDeferred());
      } catch (error) {
        this.#trapped(cell, error);
      }
    }
  }

  /** What the core was at is never applied again; the model comes back from its snapshot and the journal. */
  #trapped(cell: Cell, error: unknown): void {
    if (error instanceof MillraceError) throw error;
    this.#gatheredCells.delete(cell);
    this.#ledger.flush();
    this.#loader.noteSetAside(cell, cell.workingSeq, error instanceof Error ? error.message : String(error));
    this.#forget(cell, true);
  }

  #forget(cell: Cell, lags: boolean): void {
    this.#quiet = undefined;
    this.#gatheredCells.delete(cell);
    this.#cells.forget(cell, lags);
  }

  #expireIn(cell: Cell, nowMs: number): void {
    const plan = this.#options.streams.find(({ name }) => name === cell.plan.stream)?.label;
    const drafts = expiryDrafts(cell, plan, nowMs);
    if (drafts.length === 0) return;
    for (const one of this.#ledger.write(drafts, nowMs, () => cell)) this.#apply(one, nowMs);
  }

  #outcome(verdict: Outcome["verdict"], seq: number | undefined, prediction: Prediction | undefined): Outcome {
    const { learnt, events } = this.#tally.take();
    return { verdict, seq, prediction, learnt, events };
  }

  #refuse(received: Received, verdict: Verdict, key = ""): Decision {
    this.#tally.count(received.stream.name, verdict);
    this.#tally.tellOf(received, key, verdict, false, []);
    return { verdict, received, writes: false };
  }
}

// ---

/** A decision with what `commit` needs. */
interface Planned extends Decision {
  readonly work?: { plan: Plan; drafts: readonly Draft[]; cell: Cell; basis: number };
}
