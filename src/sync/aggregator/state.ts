import type { Model } from "../../model.ts";
import { countOf } from "../../spec.ts";
import { fingerprintOf } from "../fingerprint.ts";
import { momentsOf } from "../scalers.ts";
import type { Strategy } from "../strategies.ts";
import type { Hex, Included, Verdict } from "../types.ts";
import { decodeUpdate } from "../update.ts";
import type { Lengths } from "../vectors.ts";
import { WeightSpace } from "../weights.ts";
import { GlobalModel } from "./global-model.ts";
import { type Decided, Intake } from "./intake.ts";
import { Ledger, type Pending } from "./ledger.ts";
import { merge } from "./merge.ts";
import type { Measure } from "./norms.ts";
import type { AggregatorOptions } from "./options.ts";
import {
  CHECKPOINT_FORMAT,
  type Checkpoint,
  type GlobalRecord,
  RECORD_UPDATE,
  type UpdateRecord,
  unpack,
} from "./records.ts";
import { AggregatorStore } from "./store.ts";

/** What became of an update in a merge. */
export interface Settled {
  readonly update: Pending;
  readonly verdict: Verdict;
  readonly isClipped: boolean;
}

const ZEROS: Hex = "0".repeat(64);

/**
 * An aggregator without a broker: global model, updates, and both on the disk. Updates change it when they are written to
 * the journal; a merge is valid when its global model is renamed in.
 */
export class AggregatorState {
  readonly fingerprint: Hex;
  readonly ledger: Ledger;
  readonly lengths: Lengths;
  /** True where nothing was found on the disk. */
  readonly isNew: boolean;
  readonly #options: AggregatorOptions;
  readonly #strategy: Strategy;
  readonly #space: WeightSpace;
  readonly #store: AggregatorStore;
  readonly #intake: Intake;
  #global: GlobalModel;
  #term: number;
  readonly #epoch: number;
  /** Counted; and how many of them are in the file. */
  #changes = 1;
  #saved = 0;

  /** @throws MillraceError `E_LOCKED`, `E_JOURNAL`, `E_CRC`, `E_VERSION`, `E_SHAPE` */
  constructor(options: AggregatorOptions, strategy: Strategy, now: () => number) {
    const { initial, core = initial.core, directory, fleet, model, shareScaler = false, beforeStep } = options;
    this.#options = options;
    this.#strategy = strategy;
    this.#space = new WeightSpace(core);
    this.fingerprint = fingerprintOf(initial.spec, { fleet, model, shareScaler });
    this.lengths = { values: new WeightSpace(initial.core).sizeOf(initial), inputs: countOf(initial.spec.inputs) };
    this.#store = new AggregatorStore(directory, now, beforeStep);
    try {
      const stored = this.#store.read(this.fingerprint);
      this.isNew = stored === undefined;
      const [space, lengths] = [this.#space, this.lengths];
      this.#global = stored
        ? GlobalModel.decode(stored.checkpoint.global, stored.body, lengths, space)
        : this.#first(initial, now());
      this.#term = stored?.checkpoint.term ?? 0;
      this.#epoch = stored?.checkpoint.epoch ?? 0;
      this.ledger = new Ledger(stored?.checkpoint ?? emptyLedger(this.#global.record));
      if (stored) this.#replay(stored.checkpoint);
      else this.ledger.become(this.#global.record);
      this.#intake = new Intake({ ledger: this.ledger, strategy, lengths, space });
    } catch (error) {
      this.#store.release();
      throw error;
    }
  }

  get global(): GlobalModel {
    return this.#global;
  }

  /** Under which it led last. */
  get term(): number {
    return this.#term;
  }

  /** The highest that was witnessed. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Whether the global model, and what was ordered, is on the disk. */
  get isSaved(): boolean {
    return this.#saved === this.#changes;
  }

  get intake(): Intake {
    return this.#intake;
  }

  /** What the journal had lost when it was opened. */
  get lost(): { readonly count: number; readonly exact: boolean } {
    return this.#store.journal.recovery.lost;
  }

  /** Global models that can be gone back to. */
  get versions(): readonly number[] {
    return this.#store.versions;
  }

  /** Writes an update down, and takes it. @throws MillraceError `E_JOURNAL`: nothing has changed then */
  take({ record, payload }: Decided, arrivalMs: number): UpdateRecord {
    const seq = this.#store.update(record, payload, arrivalMs);
    this.ledger.update(record, payload, { seq, arrivalMs });
    return record;
  }

  /** Resolves when all that was taken before is on the disk. */
  synced(): Promise<void> {
    return this.#store.journal.syncAside();
  }

  lead(term: number): void {
    this.#term = term;
    this.#become(this.#global.under(term));
  }

  /** Merges the oldest update of each node. To be saved, then published. */
  merge(nowMs: number): readonly Settled[] {
    const space = this.#space;
    const { version, hash } = this.#global.record;
    const updates = this.#oldest();
    const read = updates.map((update) => decodeUpdate(update.payload, update, this.lengths, space));
    const norms = read.map(({ delta }) => space.norm(delta));
    const measures = updates.map(({ samples }, i) => ({ norm: norms[i] as number, samples }));
    const limits = this.ledger.norms.limits(measures);
    const settled = updates.map((update, i): Settled => {
      const measure = measures[i] as Measure;
      // What was answered with ok stays so: it is shortened, whatever its length.
      const isRefused = update.verdict === undefined && limits.rejects(measure);
      return { update, verdict: isRefused ? "badNorm" : "ok", isClipped: !isRefused && measure.norm > limits.clip };
    });
    const taken = [...settled.keys()].filter((i) => settled[i]?.verdict === "ok");
    if (taken.length === 0) {
      this.#settle(settled, this.#global);
      return settled;
    }
    const parts = taken.map((i) => {
      const lag = version - (updates[i] as Pending).baseVersion;
      return {
        delta: (read[i] as { delta: Float32Array }).delta,
        norm: norms[i] as number,
        weight: this.#strategy.weightOf(lag),
      };
    });
    const { serverStep = 1, encoding = "f32" } = this.#options;
    const merged = merge(space, this.#global.body.weights, parts, limits, serverStep);
    let { moments } = this.#global.body;
    for (const i of taken) {
      const more = read[i]?.moments;
      if (moments && more) moments = space.joined(moments, more);
    }
    const body = {
      weights: merged.weights,
      moments,
      included: this.#included(taken.map((i) => updates[i] as Pending)),
    };
    const record = { term: this.#term, version: version + 1, parent: hash, mergedMs: nowMs };
    const next = GlobalModel.encode(record, body, encoding, space);
    this.ledger.norms.add(
      taken.map((i, k) => ({ norm: merged.norms[k] as number, samples: (measures[i] as Measure).samples })),
    );
    this.#settle(settled, next);
    return settled;
  }

  /**
   * Goes back to the weights of an older global model, under a new version: what was included since is spent.
   * @returns false where that version is not kept
   */
  rollBack(version: number, nowMs: number): boolean {
    const stored = this.#store.kept(version, this.fingerprint);
    if (!stored) return false;
    const { body } = GlobalModel.decode(stored.checkpoint.global, stored.body, this.lengths, this.#space);
    const { version: current, hash, encoding } = this.#global.record;
    const record = { term: this.#term, version: current + 1, parent: hash, mergedMs: nowMs };
    const { included } = this.#global.body;
    this.ledger.stance = { ...this.ledger.stance, rolledBack: this.ledger.stance.rolledBack + 1 };
    this.#become(GlobalModel.encode(record, { ...body, included }, encoding, this.#space));
    return true;
  }

  /** Takes another leader's global model for its own. @throws Refusal `payload`, `value` */
  adopt(record: GlobalRecord, payload: Uint8Array): void {
    const global = GlobalModel.decode(record, Uint8Array.from(payload), this.lengths, this.#space);
    this.#term = Math.max(this.#term, record.term);
    this.ledger.adopt(record, global.body.included);
    this.#become(global);
  }

  /** An order was given. */
  order(stance: Partial<Ledger["stance"]>): void {
    this.ledger.stance = { ...this.ledger.stance, ...stance };
    this.#changes++;
  }

  /** @throws MillraceError `E_FILE`, `E_JOURNAL`: to be tried again */
  async save(epoch: number): Promise<void> {
    const global = this.#global;
    const checkpoint: Checkpoint = {
      millrace: "aggregator",
      format: CHECKPOINT_FORMAT,
      fingerprint: this.fingerprint,
      term: this.#term,
      epoch,
      ...this.ledger.toSaved(),
      global: global.record,
      appliedSeq: this.#store.journal.nextSeq - 1,
      pending: this.ledger.pending.map(({ record }) => record),
    };
    const changes = this.#changes;
    await this.#store.write(checkpoint, global.payload);
    this.#store.keep(global.record.version);
    this.#saved = changes;
  }

  close(): void {
    this.#store.close();
  }

  /** What is being stored is not stored. */
  cut(): void {
    this.#store.cut();
  }

  /** As a kill would leave it, once nothing is under way. */
  release(): void {
    this.#store.release();
  }

  // ---

  #first(initial: Model, nowMs: number): GlobalModel {
    const { shareScaler = false, encoding = "f32" } = this.#options;
    const moments = shareScaler ? momentsOf(initial) : undefined;
    const weights = new WeightSpace(initial.core).read(initial);
    const record = { term: 0, version: 1, parent: ZEROS, mergedMs: nowMs };
    return GlobalModel.encode(record, { weights, moments, included: new Map() }, encoding, this.#space);
  }

  #replay(checkpoint: Checkpoint): void {
    for (const { record, isReplay } of this.#store.behind(checkpoint)) {
      const update = record.kind === RECORD_UPDATE ? unpack<UpdateRecord>(record.body) : undefined;
      if (update) this.ledger.update(update.head, update.bytes, record, isReplay);
    }
  }

  /** Of each node, by node id. */
  #oldest(): Pending[] {
    const oldest = new Map<string, Pending>();
    for (const update of this.ledger.pending) {
      const other = oldest.get(update.node);
      if (!other || isBefore(update, other)) oldest.set(update.node, update);
    }
    return [...oldest.values()].sort((a, b) => (a.node < b.node ? -1 : 1));
  }

  #included(updates: readonly Pending[]): Map<Hex, Included> {
    const included = new Map(this.#global.body.included);
    for (const update of updates) {
      const { nodeHash, session, seq } = update;
      const before = included.get(nodeHash);
      if (!before || isBefore(before, update)) included.set(nodeHash, { session, seq });
    }
    return included;
  }

  #settle(settled: readonly Settled[], next: GlobalModel): void {
    this.ledger.settle(settled, next.record);
    this.#become(next);
  }

  #become(global: GlobalModel): void {
    this.#global = global;
    this.ledger.become(global.record);
    this.#changes++;
  }
}

function isBefore(a: Included, b: Included): boolean {
  return a.session < b.session || (a.session === b.session && a.seq < b.seq);
}

function emptyLedger(global: GlobalRecord): ConstructorParameters<typeof Ledger>[0] {
  const stance = { paused: false, pinned: false, rolledBack: 0, commandMs: 0 };
  return { global, windows: "", answers: [], rejects: [], norms: [], bases: [], tallies: [], stance };
}
