import { MillraceError } from "../errors.ts";
import { type Answered, Answering } from "./aggregator/answering.ts";
import { Devices } from "./aggregator/devices.ts";
import { refused } from "./aggregator/intake.ts";
import type { AggregatorCounts, AggregatorEvent, AggregatorOptions } from "./aggregator/options.ts";
import { newInstance, Publisher, type Voice } from "./aggregator/publisher.ts";
import { type AggregatorReport, reportOf } from "./aggregator/report.ts";
import { AggregatorState } from "./aggregator/state.ts";
import { openEnvelope } from "./envelope.ts";
import { decodeGet } from "./get.ts";
import { compareVersions } from "./order.ts";
import { Refusal } from "./refusal.ts";
import { decodeCommand, decodeStatus } from "./status.ts";
import { STRATEGIES, type Strategy } from "./strategies.ts";
import { Topics } from "./topics.ts";
import type { Trust } from "./trust.ts";
import type { Command, Delivery, Envelope, Hex, SyncTransport, Version } from "./types.ts";
import type { Lengths } from "./vectors.ts";

export type { DeviceView } from "./aggregator/devices.ts";
export type { ServerStep } from "./aggregator/merge.ts";
export type { AggregatorCounts, AggregatorEvent, AggregatorOptions } from "./aggregator/options.ts";
export type { OperatorStance } from "./aggregator/records.ts";
export type { AggregatorReport, NodeReport } from "./aggregator/report.ts";
export type { Tally } from "./aggregator/tallies.ts";

/** A head is signed again so often. */
const SIGN_AGAIN_MS = 3_600_000;
const HEARTBEAT_MS = 10_000;
/** An order that was longer on its way is not followed. */
const ORDER_LIFE_MS = 300_000;
const INTERVAL_MS = 300_000;

/**
 * Merges what the devices of a fleet have learnt. Nothing is acknowledged before it is on the disk, nothing is published
 * before it is renamed in. It has no timer and no connection of its own: somebody calls `tick`, and says by `lead` over
 * which transport and under which term it leads.
 */
export class Aggregator {
  readonly topics: Topics;
  /** Counted since the start. */
  readonly counts: AggregatorCounts = { received: 0, repeated: 0, merges: 0, refused: {}, unwritten: 0, unsent: 0 };
  readonly voice: Voice;
  readonly #options: AggregatorOptions;
  readonly #strategy: Strategy;
  readonly #now: () => number;
  readonly #trust: Trust;
  readonly #state: AggregatorState;
  readonly #answering: Answering;
  readonly #devices = new Devices();
  readonly #work = new Set<Promise<void>>();
  #publisher: Publisher | undefined;
  #isMerging = false;
  #saving = 0;
  #bufferSinceMs = 0;
  #signedMs = 0;
  #beatMs = 0;

  private constructor(options: AggregatorOptions) {
    const { fleet, model, strategy = "fedBuff", intervalMs = INTERVAL_MS, credentials, now = Date.now } = options;
    if (credentials.role !== "aggregator" || credentials.fleet !== fleet) {
      throw new MillraceError("E_TRUST", "these credentials are not for an aggregator of this fleet", {
        expected: `aggregator of ${fleet}`,
        actual: `${credentials.role} of ${credentials.fleet}`,
        remedy: "`millrace keys aggregator` makes some",
      });
    }
    this.#options = options;
    this.#strategy = STRATEGIES[strategy]({ ...options, intervalMs });
    this.#now = now;
    this.topics = new Topics(fleet, model);
    this.#state = new AggregatorState(options, this.#strategy, now);
    this.#answering = new Answering(this.#state);
    this.#trust = credentials.trust(this.#state.epoch);
    const { fingerprint } = this.#state;
    this.voice = { topics: this.topics, fingerprint, credentials, instance: options.instance ?? newInstance(), now };
    this.#bufferSinceMs = this.#state.ledger.pending[0]?.arrivalMs ?? 0;
    const { lost } = this.#state;
    if (lost.count > 0)
      this.#tell("warn", "updates are gone from the journal: their devices send them again", { ...lost });
  }

  /**
   * Opens the folder and goes on from what is there, in mid-buffer where need be.
   * @throws MillraceError `E_LOCKED`, `E_JOURNAL`, `E_CRC`, `E_VERSION`, `E_SHAPE`, `E_CONFIG`, `E_TRUST`
   */
  static open(options: AggregatorOptions): Aggregator {
    return new Aggregator(options);
  }

  get trust(): Trust {
    return this.#trust;
  }

  /** Under which it led last, or followed. */
  get term(): number {
    return this.#state.term;
  }

  get version(): Version & { readonly hash: Hex } {
    return this.#state.global.record;
  }

  /** Of its model. */
  get lengths(): Lengths {
    return this.#state.lengths;
  }

  get isLeading(): boolean {
    return this.#publisher !== undefined;
  }

  /** Nothing was on the disk: it has the weights it was given. */
  get isNew(): boolean {
    return this.#state.isNew;
  }

  /** Weights of the global model, as devices read them. */
  get weights(): Float32Array {
    return this.#state.global.body.weights.slice();
  }

  /** Count, mean and variance of each input over all samples merged; undefined where scalers are not shared. */
  get moments(): Float32Array | undefined {
    return this.#state.global.body.moments?.slice();
  }

  /**
   * Leads over a transport. The topics must not be subscribed to yet.
   * @param term above every one that was seen
   * @throws MillraceError `E_FILE`, `E_JOURNAL`, `E_BROKER`: it does not lead then
   */
  async lead(transport: SyncTransport, term: number = this.term + 1): Promise<void> {
    this.#state.lead(term);
    // A leader that forgets its term could use it twice.
    await this.#state.save(this.#trust.epoch);
    const publisher = new Publisher(this.voice, transport, term, this.#unsent);
    this.#publisher = publisher;
    try {
      await transport.subscribe(this.topics.aggregatorFilters(), (delivery) => {
        if (publisher === this.#publisher) this.receive(delivery);
      });
    } catch (error) {
      this.demote();
      throw error;
    }
    this.#beatMs = this.#now();
    await publisher.leader("leading");
    await this.#publish();
    this.#tell("info", "leading", { term, version: this.version.version });
    this.#mergeIfDue();
  }

  /** Says nothing more, and listens no more. */
  demote(): void {
    this.#publisher?.close();
    this.#publisher = undefined;
    this.#answering.clear();
  }

  /** Takes a message as a leader. What is wrong with it is counted; it throws nothing. */
  receive(delivery: Delivery): void {
    this.counts.received++;
    try {
      const address = this.topics.parse(delivery.topic);
      // Those of other leaders: whoever watches the term looks at them.
      if (address.kind === "head" || address.kind === "leader") return;
      const order = address.kind === "update" ? { order: this.#state.intake.order } : {};
      const { fingerprint } = this.#state;
      const nowMs = this.#now();
      const envelope = openEnvelope(delivery.bytes, this.#trust, { address, nowMs, fingerprint, ...order });
      if (address.kind === "update") this.#update(envelope, nowMs);
      else if (address.kind === "get") this.#get(envelope);
      else if (address.kind === "status") this.#devices.note(envelope, decodeStatus(envelope.payload));
      else if (address.kind === "command") this.#command(envelope, delivery.retained);
    } catch (error) {
      if (error instanceof Refusal) this.#refused(error);
      else if (error instanceof MillraceError && error.code === "E_JOURNAL") this.#unwritten(error);
      else throw error;
    }
  }

  /** Does what is due by the clock: to be called about once a second. */
  tick(): void {
    const publisher = this.#publisher;
    if (!publisher) return;
    const nowMs = this.#now();
    if (nowMs - this.#beatMs >= (this.#options.heartbeatMs ?? HEARTBEAT_MS)) {
      this.#beatMs = nowMs;
      this.#do(publisher.leader("leading"));
    }
    if (!this.#state.isSaved && this.#saving === 0) this.#do(this.#saveAndPublish());
    else if (this.#state.isSaved && nowMs - this.#signedMs >= SIGN_AGAIN_MS) this.#do(this.#publishHead());
    this.#mergeIfDue();
  }

  /** Follows an order. @throws MillraceError `E_VALUE` where a version is not kept */
  async order({ order, target }: Command, createdMs: number = this.#now()): Promise<void> {
    const { ledger } = this.#state;
    const goesBack = order === "rollBack" || (order === "pin" && target.version !== 0);
    if (goesBack && target.version !== this.version.version && !this.#state.rollBack(target.version, this.#now())) {
      throw new MillraceError("E_VALUE", "this global model is not kept", {
        expected: this.#state.versions.join(", "),
        actual: target.version,
      });
    }
    const paused = order === "pause" || (ledger.stance.paused && order !== "resume");
    const pinned = order === "pin" || (ledger.stance.pinned && order !== "unpin");
    this.#state.order({ paused, pinned, commandMs: Math.max(createdMs, ledger.stance.commandMs) });
    this.#tell("info", "order", { order, version: target.version });
    await this.#saveAndPublish();
    this.#mergeIfDue();
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }

  /** Another leader's global model, while it does not lead. @throws Refusal; MillraceError `E_FILE`, `E_JOURNAL` */
  async adopt(...[record, payload]: Parameters<AggregatorState["adopt"]>): Promise<void> {
    this.#state.adopt(record, payload);
    await this.#state.save(this.#trust.epoch);
  }

  report(): AggregatorReport {
    const { fleet, model } = this.topics;
    const known = { fleet, model, strategy: this.#strategy.name, leading: this.isLeading, counts: this.counts };
    return reportOf(this.#state, this.#devices, known, this.#now());
  }

  /** Ends what is under way, says that nobody leads, and closes the folder. The transport stays open. */
  async close(): Promise<void> {
    await this.settled();
    await this.#publisher?.leader("offline");
    this.demote();
    this.#state.close();
  }

  /** Ends as a kill would: nothing is stored or said any more. */
  async abandon(): Promise<void> {
    this.demote();
    this.#state.cut();
    await this.settled();
    this.#state.release();
  }

  // --- Messages ---

  #update(envelope: Envelope, nowMs: number): void {
    const decided = this.#state.intake.add(envelope, nowMs);
    if (decided) this.#take(decided, nowMs);
  }

  #take(decided: ReturnType<typeof refused>, nowMs: number): void {
    const { ledger } = this.#state;
    const wasEmpty = ledger.pending.length === 0;
    const record = this.#state.take(decided, nowMs);
    const { node, seq, verdict } = record;
    if (wasEmpty) this.#bufferSinceMs = nowMs;
    this.#answer(record);
    if (verdict !== undefined && verdict !== "ok") this.#tell("warn", "an update is refused", { node, seq, verdict });
    this.#mergeIfDue();
  }

  #refused(refusal: Refusal): void {
    const { reason, envelope } = refusal;
    this.counts.refused[reason] = (this.counts.refused[reason] ?? 0) + 1;
    // Only somebody whose signature is right is answered: a forger could talk a device out of its update else.
    if (envelope?.kind === "update" && reason === "replayed") {
      this.counts.repeated++;
      if (envelope.chunk === 0) this.#answer({ ...envelope, node: envelope.sender.id });
      return;
    }
    this.#tell("debug", "a message is refused", { reason, why: refusal.message });
    if (envelope?.kind !== "update" || reason !== "fingerprint") return;
    try {
      this.#take(refused(envelope, "badArchitecture"), this.#now());
    } catch (error) {
      this.#unwritten(error);
    }
  }

  #get(envelope: Envelope): void {
    const { wanted, chunks } = decodeGet(envelope.payload);
    const { global } = this.#state;
    const isCurrent = this.#state.isSaved && compareVersions(wanted, global.record) === 0;
    const publisher = this.#publisher;
    if (isCurrent && publisher) this.#do(publisher.answer(envelope.sender.id, global, chunks));
    else if (this.#state.isSaved) this.#do(this.#publishHead());
  }

  #command(envelope: Envelope, retained: boolean): void {
    const { createdMs, sender } = envelope;
    const command = decodeCommand(envelope.payload);
    const isLate = Math.abs(this.#now() - createdMs) > ORDER_LIFE_MS;
    if (retained || isLate || createdMs <= this.#state.ledger.stance.commandMs) {
      throw new Refusal("expired", "an order of before", { where: sender.id, envelope });
    }
    this.#do(this.order(command, createdMs));
  }

  #answer(answered: Answered): void {
    if (!this.#publisher || !this.#answering.add(answered)) return;
    this.#do(this.#answering.send(() => this.#publisher).catch((error: unknown) => this.#unwritten(error)));
  }

  // --- Merging ---

  #mergeIfDue(): void {
    const { ledger, isSaved } = this.#state;
    const { paused, pinned } = ledger.stance;
    if (!this.isLeading || this.#isMerging || !isSaved || paused || pinned) return;
    const nodes = new Set(ledger.pending.map(({ node }) => node));
    const ageMs = this.#now() - this.#bufferSinceMs;
    if (!this.#strategy.isDue({ nodes, active: this.#devices.active(nodes), ageMs })) return;
    this.#isMerging = true;
    this.#do(
      this.#merge().finally(() => {
        this.#isMerging = false;
        this.#mergeIfDue();
      }),
    );
  }

  async #merge(): Promise<void> {
    const nowMs = this.#now();
    const settled = this.#state.merge(nowMs);
    this.#bufferSinceMs = nowMs;
    this.counts.merges++;
    await this.#saveAndPublish();
    for (const { update } of settled) if (update.verdict === undefined) this.#answer(update);
  }

  async #saveAndPublish(): Promise<void> {
    const { global } = this.#state;
    this.#saving++;
    try {
      await this.#state.save(this.#trust.epoch);
    } catch (error) {
      // `tick` tries again; until then nothing of it is published.
      this.#tell("error", "the global model cannot be stored", { error: String(error) });
      return;
    } finally {
      this.#saving--;
    }
    // Overtaken: whoever did it publishes the newer one.
    if (this.#state.isSaved && this.#state.global === global) await this.#publish();
  }

  async #publish(): Promise<void> {
    const { global } = this.#state;
    await this.#publishHead();
    await this.#publisher?.body(global);
  }

  async #publishHead(): Promise<void> {
    const { global } = this.#state;
    this.#signedMs = this.#now();
    const round = this.#strategy.answersAtOnce ? 0 : global.record.version;
    await this.#publisher?.head(global, round);
  }

  // ---

  readonly #unsent = (topic: string, error: unknown): void => {
    this.counts.unsent++;
    this.#tell("debug", "a message could not be published", { topic, error: String(error) });
  };

  #unwritten(error: unknown): void {
    this.counts.unwritten++;
    this.#tell("error", "an update cannot be written down, and is not answered", { error: String(error) });
  }

  #do(work: Promise<void>): void {
    const guarded = work
      .catch((error: unknown) => this.#tell("error", "failed", { error: String(error) }))
      .finally(() => this.#work.delete(guarded));
    this.#work.add(guarded);
  }

  #tell(level: AggregatorEvent["level"], message: string, details: object = {}): void {
    this.#options.onEvent?.({ level, message, ...details });
  }
}
