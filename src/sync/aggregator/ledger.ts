import { nodeHashOf } from "../certificate.ts";
import { baseOf } from "../envelope.ts";
import { ReplayWindows } from "../replay-window.ts";
import type { Body, Hex, Included, NodeId, Verdict, Version } from "../types.ts";
import { Answers, NOT_YET } from "./answers.ts";
import { Norms } from "./norms.ts";
import type { Checkpoint, GlobalRecord, OperatorStance, UpdateRecord } from "./records.ts";
import { Rejects } from "./rejects.ts";
import { Tallies } from "./tallies.ts";

/** Global models whose updates are still taken. */
const MOST_BASES = 65;

/** An update that waits to be merged. */
export interface Pending extends UpdateRecord {
  readonly nodeHash: Hex;
  readonly payload: Uint8Array;
  /** Of the journal. */
  readonly record: number;
  readonly arrivalMs: number;
}

type Saved = Pick<Checkpoint, "global" | "windows" | "answers" | "rejects" | "norms" | "bases" | "tallies" | "stance">;

/**
 * What an aggregator knows of its nodes and their updates. Records change it and nothing else does: whoever replays them
 * behind a checkpoint comes to the same.
 */
export class Ledger {
  global: GlobalRecord;
  stance: OperatorStance;
  readonly norms: Norms;
  readonly tallies: Tallies;
  readonly answers: Answers;
  readonly #rejects: Rejects;
  readonly #bases: Map<Hex, number>;
  #windows: ReplayWindows;
  #pending: Pending[] = [];

  constructor(saved: Saved) {
    this.global = saved.global;
    this.stance = saved.stance;
    this.norms = new Norms(saved.norms);
    this.tallies = new Tallies(saved.tallies);
    this.answers = new Answers(saved.answers);
    this.#rejects = new Rejects(saved.rejects);
    this.#bases = new Map(saved.bases);
    this.#windows = ReplayWindows.fromBytes(Buffer.from(saved.windows, "base64"));
  }

  /** For a checkpoint. */
  toSaved(): Saved {
    return {
      global: this.global,
      windows: this.#windows.toBytes().toString("base64"),
      answers: this.answers.entries,
      rejects: this.#rejects.entries,
      norms: this.norms.values,
      bases: [...this.#bases],
      tallies: this.tallies.entries,
      stance: this.stance,
    };
  }

  /** In the order they came. */
  get pending(): readonly Pending[] {
    return this.#pending;
  }

  // --- To decide by ---

  freshness(node: Hex, update: Included): ReturnType<ReplayWindows["check"]> {
    return this.#windows.check(node, update);
  }

  newest(node: Hex): Included {
    return this.#windows.newest(node);
  }

  isQuarantined(node: Hex, nowMs: number): boolean {
    return this.#rejects.isQuarantined(node, nowMs);
  }

  /** Version of a global model that updates may be measured against. */
  versionOf(base: Hex): number | undefined {
    return this.#bases.get(base);
  }

  // --- What records do ---

  /** An update that was decided on. @param isReplay of a checkpoint, which knows all of it but its bytes */
  update(record: UpdateRecord, payload: Uint8Array, at: { seq: number; arrivalMs: number }, isReplay = false): void {
    const nodeHash = nodeHashOf(record.node);
    const { verdict } = record;
    if (!isReplay) {
      const { session, seq, payloadHash } = record;
      this.#windows.mark(nodeHash, record);
      this.answers.set(nodeHash, { session, seq, payloadHash, verdict, includedFrom: NOT_YET });
      this.tallies.taken(record, at.arrivalMs);
      if (verdict) this.#answered(record.node, verdict, at.arrivalMs);
    }
    if (verdict !== undefined && verdict !== "ok") return;
    // The journal's reader may use its bytes again.
    const kept = Uint8Array.from(payload);
    this.#pending.push({ ...record, nodeHash, payload: kept, record: at.seq, arrivalMs: at.arrivalMs });
  }

  // --- What a new global model does ---

  /** Updates that were judged in a merge. */
  settle(settled: readonly { update: Pending; verdict: Verdict; isClipped: boolean }[], into: Version): void {
    for (const { update, verdict, isClipped } of settled) {
      const { node, nodeHash, session, seq, payloadHash } = update;
      const includedFrom = verdict === "ok" ? into : NOT_YET;
      this.answers.set(nodeHash, { session, seq, payloadHash, verdict, includedFrom });
      if (update.verdict === undefined) this.#answered(node, verdict, update.arrivalMs);
      if (verdict === "ok") this.tallies.merged(node, update.samples, isClipped);
    }
    const gone = new Set(settled.map(({ update }) => update));
    this.#pending = this.#pending.filter((update) => !gone.has(update));
  }

  become(global: GlobalRecord): void {
    this.global = global;
    const base = baseOf(global.hash);
    // The newest last, also where it has been there before.
    this.#bases.delete(base);
    this.#bases.set(base, global.version);
    for (const [old] of this.#bases) {
      if (this.#bases.size <= MOST_BASES) break;
      this.#bases.delete(old);
    }
  }

  /** Goes on from another aggregator's model: what it does not include, its node sends again. */
  adopt(global: GlobalRecord, included: Body["included"]): void {
    this.#pending = [];
    this.#windows = windowsOf(included);
    this.become(global);
  }

  #answered(node: NodeId, verdict: Verdict, nowMs: number): void {
    this.tallies.answered(node, verdict);
    this.#rejects.note(nodeHashOf(node), verdict, nowMs);
  }
}

/** One in which all up to what is included has been seen. */
function windowsOf(included: Body["included"]): ReplayWindows {
  const bytes = [...included].map(([node, { session, seq }]) => {
    const window = new ReplayWindows();
    window.mark(node, { session, seq });
    const entry = window.toBytes();
    entry.fill(0xff, entry.length - 8);
    return entry;
  });
  return ReplayWindows.fromBytes(Buffer.concat(bytes));
}
