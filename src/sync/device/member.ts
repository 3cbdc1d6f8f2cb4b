import { MillraceError } from "../../errors.ts";
import type { Model } from "../../model.ts";
import { includes } from "../body.ts";
import { nodeHashOf } from "../certificate.ts";
import { hashOf } from "../envelope.ts";
import { adoptMoments, emptyMoments } from "../scalers.ts";
import type { Body, EncodingName, Hex, Included, NodeId } from "../types.ts";
import { type EncodedUpdate, encodeUpdate } from "../update.ts";
import { WeightSpace } from "../weights.ts";
import type { Accepted, Answered, Cut, Decision, Judged, Named } from "./decisions.ts";
import { canJudge, classCountOf, type Judgement, judge, lossOf, meanLoss, ROWS_KEPT } from "./gate.ts";
import { decodeState, encodeState, type Kept, type MemberState, NO_MODEL, newState } from "./member-state.ts";
import { isLost, median, named, relearn } from "./rules.ts";
import type { Sample } from "./samples.ts";

/** Acknowledged updates that no head includes; with so many nothing more is sent. */
export const MOST_KEPT = 4;
/** Own updates whose norms say what is usual. */
const NORMS_KEPT = 16;

export interface MemberOptions {
  readonly node: NodeId;
  readonly encoding: EncodingName;
  readonly shareScaler: boolean;
}

/** Where a member finds what decisions name. */
export interface MemberFiles {
  /** @throws MillraceError `E_FILE` */
  body(named: Named): Body;
  /** The state block of a model that was saved. @throws MillraceError `E_FILE` */
  saved(file: string): Uint8Array;
  /** Samples behind record `seq`, up to the decision that asks for them. */
  samplesSince(seq: number): Iterable<Sample>;
}

/**
 * One model's part in a fleet, as a state machine: samples and decisions change it and nothing else does, so that whoever
 * replays them comes to the same bits. Which decision to take and when is for others to say; here is what it does.
 */
export class FleetMember {
  readonly model: Model;
  readonly space: WeightSpace;
  readonly nodeHash: Hex;
  readonly #options: MemberOptions;
  readonly #classCount: number;
  readonly #resettable: readonly number[];
  #state: MemberState;

  /** @param state of `toBytes`; the model is as it was then */
  constructor(model: Model, options: MemberOptions, state?: Uint8Array) {
    this.model = model;
    this.space = new WeightSpace(model.core);
    this.nodeHash = nodeHashOf(options.node);
    this.#options = options;
    this.#classCount = classCountOf(model.spec);
    this.#resettable = (model.spec.drift ?? []).flatMap(({ reaction }, i) =>
      reaction.type === "resetHead" ? [i] : [],
    );
    const moments = options.shareScaler ? emptyMoments(model) : undefined;
    this.#state = state ? decodeState(state) : newState(this.space.read(model), moments);
    if (this.#state.base.length === this.space.sizeOf(model)) return;
    throw new MillraceError("E_SHAPE", "the stored state is of another model", {
      expected: this.space.sizeOf(model),
      actual: this.#state.base.length,
    });
  }

  get state(): Readonly<MemberState> {
    return this.#state;
  }

  toBytes(): Buffer {
    return encodeState(this.#state);
  }

  // --- Samples ---

  /** Learns a sample, or scores one that is held back. @returns its loss, before the step; null within a batch */
  learn(sample: Sample): number | null {
    const state = this.#state;
    if (sample.heldBack) {
      const loss = lossOf(this.model, sample);
      state.labelled++;
      state.counts.heldBack++;
      state.rows.push(sample);
      if (state.rows.length > ROWS_KEPT) state.rows.shift();
      if (state.probation) state.probation.rows++;
      return loss;
    }
    const loss = this.#learn(sample);
    state.labelled++;
    state.counts.learnt++;
    state.weightSum += sample.weight;
    this.#count(sample.x, loss !== null);
    if (loss === null) state.buffered++;
    else {
      state.samples += state.buffered + 1;
      state.buffered = 0;
    }
    const resets = this.#resets();
    if (resets !== state.resets) this.#afterReset(resets);
    return loss;
  }

  // --- What is to be decided ---

  /** Why nothing is cut now; undefined where an update may be. */
  get notCutting(): "no head" | "outstanding" | "kept" | undefined {
    const { at, kept, wantsHead } = this.#state;
    if (at.hash === "" || wantsHead) return "no head";
    if (kept.some(({ pending }) => pending)) return "outstanding";
    return kept.length >= MOST_KEPT ? "kept" : undefined;
  }

  /** What goes out next, and again until it is answered. */
  get outstanding(): Kept | undefined {
    return this.#state.kept.find(({ pending }) => pending);
  }

  find({ session, seq }: Included): Kept | undefined {
    return this.#state.kept.find((one) => one.session === session && one.seq === seq);
  }

  /** The cut that would be made now. */
  planCut(createdMs: number): Cut {
    const { session, seq, at, samples, weightSum, rows } = this.#state;
    const update = this.#encoded();
    const without = rows.length > 0 ? this.#with(this.#state.base) : undefined;
    try {
      const lossBefore = without ? meanLoss(without, rows) : null;
      const lossAfter = meanLoss(this.model, rows);
      const payloadHash = hashOf(update.payload);
      const numbers = { samples, weightSum: Math.fround(weightSum), lossBefore, lossAfter, createdMs };
      return { decided: "cut", session, seq: seq + 1, base: at, ...numbers, payloadHash };
    } finally {
      without?.dispose();
    }
  }

  /** Judges what the model would be with a head; undefined where there is too little to judge by. */
  judgeBody(body: Body): Judgement | undefined {
    const { rows } = this.#state;
    if (!canJudge(rows, this.#classCount)) return undefined;
    const candidate = this.model.clone();
    try {
      const { weights, kept } = this.#merged(body);
      this.space.write(candidate, weights);
      if (body.moments) this.#adoptMoments(candidate, body.moments, kept);
      return judge(candidate, this.model, rows);
    } finally {
      candidate.dispose();
    }
  }

  /** Judges the model against what a rollback would make of it; undefined where there is too little to judge by. */
  judgeProbation(files: MemberFiles): Judgement | undefined {
    const { probation, rows } = this.#state;
    const since = rows.slice(-Math.min(ROWS_KEPT, probation?.rows ?? 0));
    if (!probation || since.length === 0 || !canJudge(since, this.#classCount)) return undefined;
    const without = this.model.clone();
    try {
      relearn(without, files, probation);
      return judge(this.model, without, since);
    } finally {
      without.dispose();
    }
  }

  // --- Decisions ---

  /** @returns of a cut its bytes */
  apply(decision: Decision, files: MemberFiles): EncodedUpdate | undefined {
    switch (decision.decided) {
      case "cut":
        return this.#cut(decision);
      case "answered":
        this.#answered(decision);
        return undefined;
      case "renumbered":
        for (const kept of this.#state.kept) this.#void(kept);
        this.#state.kept = [];
        this.#state.session = decision.session;
        this.#state.seq = 0;
        return undefined;
      case "accepted":
        this.#accept(decision, files.body(decision));
        return undefined;
      case "refused":
        this.#state.decided = named(decision);
        this.#state.stance = "refused";
        this.#state.wantsHead = false;
        this.#state.counts.refused++;
        return undefined;
      case "judged":
        this.#judged(decision, files);
        return undefined;
    }
  }

  /**
   * Records are gone: what was cut, answered or accepted in them nobody knows. What was learnt stays here, and is not
   * sent, lest it be counted twice; updates are numbered anew.
   */
  forget(): void {
    const state = this.#state;
    const weights = this.space.read(this.model);
    this.#keepLocal(this.space.sum(weights, state.base, -1), 1);
    state.counts.local++;
    state.counts.localSamples += state.samples;
    state.base = weights;
    state.session = 0;
    state.kept = [];
    state.samples = 0;
    state.weightSum = 0;
    state.probation = undefined;
    state.moments = state.moments && emptyMoments(this.model);
  }

  #cut(cut: Cut): EncodedUpdate {
    const state = this.#state;
    const update = this.#encoded();
    if (hashOf(update.payload) !== cut.payloadHash) {
      throw new MillraceError("E_STATE", "the weights are not those that an update was cut from", {
        where: `update ${cut.session}/${cut.seq}`,
        expected: cut.payloadHash,
        actual: hashOf(update.payload),
      });
    }
    const { sent: delta } = update;
    const { session, seq, samples, weightSum, payloadHash } = cut;
    const answer = { pending: true, includedFrom: NO_MODEL, term: 0 };
    state.kept.push({ session, seq, delta, moments: state.moments, samples, weightSum, payloadHash, ...answer });
    this.#moveBase(delta, 1);
    state.norms = [...state.norms, this.space.norm(delta)].slice(-NORMS_KEPT);
    state.seq = seq;
    state.samples = 0;
    state.weightSum = 0;
    state.labelled = 0;
    state.moments = state.moments && emptyMoments(this.model);
    state.counts.cuts++;
    return update;
  }

  #answered({ session, seq, verdict, includedFrom, term }: Answered): void {
    const state = this.#state;
    const kept = this.find({ session, seq });
    if (!kept) return;
    if (verdict === "ok") {
      kept.pending = false;
      kept.includedFrom = includedFrom;
      kept.term = term;
      return;
    }
    state.kept = state.kept.filter((one) => one !== kept);
    if (verdict === "stale" || verdict === "rebase") this.#void(kept);
    else {
      this.#keepLocal(kept.delta, 1);
      state.counts.local++;
      state.counts.localSamples += kept.samples;
    }
  }

  /** Its learning goes into the next update, clipped to what is usual; what is beyond stays here. */
  #void({ delta, moments, samples, weightSum }: Kept): void {
    const state = this.#state;
    const norm = this.space.norm(delta);
    const usual = median(state.norms);
    const share = norm > usual ? Math.fround(usual / norm) : 1;
    this.#moveBase(delta, -share);
    // All of it stays in the base at first: what was not taken out is local.
    if (share < 1) this.#keepLocal(delta, Math.fround(1 - share));
    state.samples += samples;
    state.weightSum += weightSum;
    if (state.moments && moments) state.moments = this.space.joined(state.moments, moments);
    state.counts.voided++;
  }

  #keepLocal(delta: Float32Array, share: number): void {
    const { local } = this.#state;
    this.#state.local = this.space.sum(local ?? new Float32Array(delta.length), delta, share);
  }

  #moveBase(delta: Float32Array, scale: number): void {
    const state = this.#state;
    state.base = this.space.sum(state.base, delta, scale);
    if (state.probation) state.probation.base = this.space.sum(state.probation.base, delta, scale);
  }

  #accept(decision: Accepted, body: Body): void {
    const state = this.#state;
    const { weights, base, kept } = this.#merged(body);
    if (decision.saved) {
      const { at: version, stance } = state;
      const saved = { ...decision.saved, version, stance, startedMs: decision.atMs };
      state.probation = { ...saved, base: state.base, rows: 0, reset: false };
    }
    for (const one of state.kept) if (!kept.includes(one)) state.counts.included += one.samples;
    this.space.write(this.model, weights);
    if (body.moments) this.#adoptMoments(this.model, body.moments, kept);
    state.base = base;
    state.kept = kept;
    for (const one of kept) if (isLost(one, decision)) one.pending = true;
    state.at = named(decision);
    state.decided = state.at;
    state.stance = decision.unproven ? "unproven" : "accepted";
    state.wantsHead = false;
    state.counts.accepted++;
    if (decision.unproven) state.counts.unproven++;
  }

  /** New weights are the head's, own updates that are not in it, and what was learnt since the last cut. */
  #merged(body: Body): { weights: Float32Array; base: Float32Array; kept: Kept[] } {
    const { base: before, local, kept: all } = this.#state;
    const kept = all.filter((one) => !includes(body.included, this.nodeHash, one));
    const own = this.space.sum(this.space.read(this.model), before, -1);
    let base = body.weights;
    for (const { delta } of kept) base = this.space.sum(base, delta);
    if (local) base = this.space.sum(base, local);
    return { weights: this.space.sum(base, own), base, kept };
  }

  #judged({ outcome }: Judged, files: MemberFiles): void {
    const state = this.#state;
    const { probation } = state;
    if (!probation) return;
    state.probation = undefined;
    if (outcome !== "rolledBack") {
      if (outcome === "kept") state.stance = "accepted";
      return;
    }
    relearn(this.model, files, probation);
    state.base = probation.reset ? this.space.read(this.model) : probation.base;
    state.at = probation.version;
    state.stance = "rolledBack";
    state.resets = this.#resets();
    state.counts.rolledBack++;
  }

  // ---

  #encoded(): EncodedUpdate {
    const { base, moments } = this.#state;
    const delta = this.space.sum(this.space.read(this.model), base, -1);
    return encodeUpdate({ delta, moments }, this.#options.encoding, this.space);
  }

  #learn({ x, y, weight }: Sample): number | null {
    return this.model.learn(x, y, { weight });
  }

  #with(weights: Float32Array): Model {
    const model = this.model.clone();
    this.space.write(model, weights);
    return model;
  }

  #adoptMoments(model: Model, fleet: Float32Array, kept: readonly Kept[]): void {
    if (!this.#options.shareScaler) return;
    const own = [...kept.map(({ moments }) => moments), this.#state.moments, this.#state.waiting];
    adoptMoments(this.space, model, fleet, own);
  }

  /** Moments go with the samples that are stepped: those of a batch that is not full wait with it. */
  #count(x: Float32Array, isStepped: boolean): void {
    const state = this.#state;
    if (!state.moments) return;
    if (!isStepped) {
      state.waiting = this.space.withSample(state.waiting ?? emptyMoments(this.model), x);
      return;
    }
    state.moments = this.space.withSample(state.moments, x);
    if (state.waiting) state.moments = this.space.joined(state.moments, state.waiting);
    state.waiting = undefined;
  }

  /** Drifts that reset the head layer, so far. */
  #resets(): number {
    if (this.#resettable.length === 0) return 0;
    const drift = this.model.drift();
    return this.#resettable.reduce((sum, i) => sum + (drift[i]?.drifts ?? 0), 0);
  }

  /** Of what was learnt before nothing is sent any more. */
  #afterReset(resets: number): void {
    const state = this.#state;
    state.resets = resets;
    state.base = this.space.read(this.model);
    state.local = undefined;
    state.samples = 0;
    state.weightSum = 0;
    state.moments = state.moments && emptyMoments(this.model);
    state.wantsHead = state.at.hash !== "";
    if (state.probation) state.probation.reset = true;
  }
}
