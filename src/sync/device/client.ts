import type { Credentials } from "../keys.ts";
import { compareVersions } from "../order.ts";
import { Refusal } from "../refusal.ts";
import type { Topics } from "../topics.ts";
import type { Trust } from "../trust.ts";
import type { Body, Delivery, Hex, SyncTransport, Will } from "../types.ts";
import type { EncodedUpdate } from "../update.ts";
import type { Lengths } from "../vectors.ts";
import type { Cut, Decision, Named } from "./decisions.ts";
import { bodyFile, type DeviceFiles, savedFile } from "./device-files.ts";
import type { DeviceEvent, MessageCounts } from "./events.ts";
import { meanLoss, ROWS_KEPT } from "./gate.ts";
import { type Arrival, type BodyArrival, Inbox, readBody } from "./inbox.ts";
import type { FleetMember, MemberFiles } from "./member.ts";
import type { MemberState } from "./member-state.ts";
import type { ClientOptions } from "./options.ts";
import { Outgoing } from "./outgoing.ts";
import { Postbox } from "./postbox.ts";
import { Schedule } from "./schedule.ts";
import { WorkQueue } from "./work.ts";

/** Where decisions become records, and take effect. */
export interface DecisionLog {
  /** Of the last record: what the model has learnt up to now. */
  readonly seq: number;
  /** @returns of a cut its bytes @throws MillraceError: nothing is decided then */
  decide(decision: Decision, nowMs: number): EncodedUpdate | undefined;
  filesNow(): MemberFiles;
  /** Brings into the model what is to be learnt before anything that is decided now. @throws MillraceError */
  flush(): void;
  /** Brings all records to the disk. */
  sync(): Promise<void>;
}

export interface ClientParts {
  readonly member: FleetMember;
  readonly log: DecisionLog;
  readonly files: DeviceFiles;
  readonly credentials: Credentials;
  readonly topics: Topics;
  readonly trust: Trust;
  readonly fingerprint: Hex;
  readonly lengths: Lengths;
  /** After each decision. */
  readonly onDecision: () => void;
  /** Older epochs are over: to be kept over a restart. */
  readonly onEpoch: () => void;
}

/** What decides for a member of a fleet, and talks for it. All it decides becomes a record first. */
export class SyncClient {
  readonly work: WorkQueue;
  readonly outgoing: Outgoing;
  readonly #options: ClientOptions;
  readonly #parts: ClientParts;
  readonly #inbox: Inbox;
  readonly #postbox: Postbox;
  readonly #schedule: Schedule;
  readonly #counts: Omit<MessageCounts, "resent"> = { refused: {}, ignored: 0, published: 0, failed: 0, asked: 0 };
  #freshUntilMs: number = Number.POSITIVE_INFINITY;
  #newestTerm = 0;
  #isClosed = false;

  constructor(options: ClientOptions, parts: ClientParts) {
    const { member, log, files, credentials, topics, trust, fingerprint, lengths } = parts;
    const { now, software, spreadMs, onEvent } = options;
    this.#options = options;
    this.#parts = parts;
    this.work = new WorkQueue((error) => onEvent({ event: "cannotStore", error }));
    const decided = (): Named => member.state.decided;
    const node = credentials.id;
    this.#inbox = new Inbox({ topics, node, trust, fingerprint, lengths, space: member.space, spreadMs, decided });
    const onFailure = (topic: string, error: Error): void => onEvent({ event: "cannotPublish", topic, error });
    this.#postbox = new Postbox({ credentials, topics, fingerprint, software, counts: this.#counts, onFailure });
    this.#schedule = new Schedule(options, now());
    const [postbox, schedule] = [this.#postbox, this.#schedule];
    const sync = (): Promise<void> => log.sync();
    this.outgoing = new Outgoing({ member, files, postbox, schedule, work: this.work, sync, now });
  }

  get counts(): MessageCounts {
    return { ...this.#counts, resent: this.outgoing.resent };
  }

  will(): Will {
    return this.#postbox.status(this.#state, null, this.#options.now(), "offline");
  }

  /** @throws MillraceError `E_BROKER` */
  async connect(transport: SyncTransport): Promise<void> {
    const { topics, credentials } = this.#parts;
    this.#postbox.transport = transport;
    transport.onConnect(() => {
      if (this.#isClosed || this.#postbox.transport !== transport) return;
      this.#schedule.reconnected(this.#options.now());
      this.outgoing.send();
      this.#sayStatus();
    });
    await transport.subscribe(topics.deviceFilters(credentials.id), (delivery) => this.#take(delivery));
  }

  /** Does what is due. */
  async tick(): Promise<void> {
    const nowMs = this.#options.now();
    this.work.try(() => {
      this.#judgeIfDue(nowMs);
      this.cutIfDue();
    });
    this.outgoing.storeAgain();
    await this.work.settled();
    if (this.#isClosed) return;
    this.outgoing.send();
    this.#askIfDue(nowMs);
    if (nowMs >= this.#schedule.statusMs) this.#sayStatus();
    if (nowMs > this.#freshUntilMs) this.#alarm();
  }

  /** After each sample that counts for it. @throws MillraceError `E_JOURNAL`: no update is cut then */
  cutIfDue(): void {
    const { everySamples } = this.#options;
    const nowMs = this.#options.now();
    const { labelled, samples } = this.#state;
    const due = everySamples === undefined ? nowMs >= this.#schedule.cutMs && samples > 0 : labelled >= everySamples;
    if (!due || this.#parts.member.notCutting !== undefined) return;
    this.#parts.log.flush();
    const cut: Cut = this.#parts.member.planCut(nowMs);
    const update = this.#decide(cut, nowMs);
    this.#schedule.nextCut(nowMs);
    if (update) this.outgoing.add(cut, update);
  }

  async sayGoodBye(): Promise<void> {
    await this.#postbox.sendStatus(this.will());
  }

  /** Nothing is taken, decided or sent from here on. */
  close(): void {
    this.#isClosed = true;
    this.work.close();
    this.outgoing.close();
    this.#postbox.transport = undefined;
  }

  // --- What comes ---

  #take(delivery: Delivery): void {
    if (this.#isClosed) return;
    const { trust, onEpoch } = this.#parts;
    const nowMs = this.#options.now();
    const { epoch } = trust;
    try {
      const arrival = this.#inbox.take(delivery, nowMs);
      if (arrival) this.#handle(arrival, nowMs);
      else this.#counts.ignored++;
    } catch (error) {
      if (error instanceof Refusal) this.#refused(error, delivery.topic);
      else this.work.failed(error);
    }
    if (trust.epoch !== epoch) onEpoch();
  }

  #refused(error: Refusal, topic: string): void {
    const { reason, envelope } = error;
    const { refused } = this.#counts;
    refused[reason] = (refused[reason] ?? 0) + 1;
    if (reason === "expired" && envelope?.kind === "head") this.#alarm();
    this.#tell({ event: "refusedMessage", reason, topic, error });
  }

  #handle(arrival: Arrival, nowMs: number): void {
    if (arrival.came === "answer") return this.#takeAnswer(arrival, nowMs);
    if (arrival.came === "body") return this.#takeBody(arrival);
    const { head, expiresMs, isKnown, body } = arrival;
    this.#freshUntilMs = expiresMs || Number.POSITIVE_INFINITY;
    this.#schedule.window(head.nextWindowMs, head.windowMs);
    // After a reset of the head layer the same global model is a way out of it.
    if (isKnown && this.#state.wantsHead) this.#takeAgain(this.#state.decided);
    if (body) this.#takeBody(body);
  }

  #takeBody({ named, body, content }: BodyArrival): void {
    const isNew = (): boolean => compareVersions(named, this.#state.decided) > 0;
    this.work.add(async () => {
      if (!isNew()) return;
      await this.#parts.files.write(bodyFile(named), content);
      await this.#decideOn(named, body, isNew);
    });
  }

  #takeAgain(named: Named): void {
    this.work.add(async () => {
      const content = this.#parts.files.find(bodyFile(named));
      if (!content) return;
      const body = readBody(content, this.#parts.lengths, this.#parts.member.space);
      await this.#decideOn(named, body, () => this.#state.wantsHead);
    });
  }

  /** Judges a global model, and takes it or not, between two samples. */
  async #decideOn(named: Named, body: Body, isWanted: () => boolean): Promise<void> {
    const { member, log, files } = this.#parts;
    let saved: { file: string; seq: number } | undefined;
    // Samples that come while it is written are learnt again from the journal, should it be needed.
    while (!saved && !this.#state.probation) {
      const [file, seq] = [savedFile(named), log.seq];
      await files.write(file, member.model.state());
      saved = { file, seq };
    }
    if (this.#isClosed || !isWanted()) return;
    const nowMs = this.#options.now();
    log.flush();
    const judgement = member.judgeBody(body);
    if (judgement?.refused) {
      const { loss, lossWithout, allowed } = judgement;
      this.#decide({ decided: "refused", ...named, loss, lossWithout, allowed }, nowMs);
    } else {
      const before = this.#state.probation ? {} : { saved };
      this.#decide({ decided: "accepted", ...named, unproven: !judgement, ...before, atMs: nowMs }, nowMs);
    }
    this.#inbox.forget(named);
    this.#goOn();
    this.#sayStatus();
  }

  #takeAnswer({ envelope, acknowledgement }: Extract<Arrival, { came: "answer" }>, nowMs: number): void {
    const { session, seq, term } = envelope;
    const { verdict, includedFrom, newest } = acknowledgement;
    const kept = this.#parts.member.find({ session, seq });
    const isKnown = verdict === "ok" && kept?.pending === false && kept.term === term;
    const isSame = isKnown && compareVersions(kept.includedFrom, includedFrom) === 0;
    if (!kept || isSame || term < this.#newestTerm) {
      this.#counts.ignored++;
      return;
    }
    this.#newestTerm = term;
    if (newest.session > this.#state.session) {
      this.#decide({ decided: "renumbered", session: newest.session + 1 }, nowMs);
    } else {
      this.#decide({ decided: "answered", session, seq, verdict, includedFrom, term }, nowMs);
    }
    if (verdict !== "ok") this.#tell({ event: "updateRefused", verdict, seq });
    if (verdict === "rebase" || verdict === "stale") this.#ask();
    this.#goOn();
  }

  #goOn(): void {
    this.cutIfDue();
    this.outgoing.send();
  }

  // --- Decisions ---

  #judgeIfDue(nowMs: number): void {
    const { probation } = this.#state;
    if (!probation) return;
    const isOver = nowMs - probation.startedMs >= this.#options.probationMs;
    if (!isOver && probation.rows < ROWS_KEPT) return;
    this.#parts.log.flush();
    const judgement = this.#parts.member.judgeProbation(this.#parts.log.filesNow());
    if (!judgement && !isOver) return;
    const { loss = null, lossWithout = null } = judgement ?? {};
    const outcome = judgement ? (judgement.refused ? "rolledBack" : "kept") : "unjudged";
    this.#decide({ decided: "judged", outcome, loss, lossWithout }, nowMs);
    this.#sayStatus();
  }

  #decide(decision: Decision, nowMs: number): EncodedUpdate | undefined {
    const update = this.#parts.log.decide(decision, nowMs);
    this.#tell({ event: "decision", decision });
    this.#parts.onDecision();
    return update;
  }

  // --- What is said ---

  #askIfDue(nowMs: number): void {
    if (!this.#postbox.connected) return;
    const missing = this.#inbox.ask(nowMs);
    if (missing) void this.#postbox.ask(this.#state, missing.named, missing.chunks, nowMs);
  }

  /** For a head. */
  #ask(): void {
    if (this.#postbox.connected) void this.#postbox.ask(this.#state, NOTHING, [], this.#options.now());
  }

  #sayStatus(): void {
    const nowMs = this.#options.now();
    this.#schedule.statusMs = nowMs + this.#options.statusMs;
    if (!this.#postbox.connected) return;
    const loss = meanLoss(this.#parts.member.model, this.#state.rows);
    void this.#postbox.sendStatus(this.#postbox.status(this.#state, loss, nowMs));
    if (this.#state.wantsHead) this.#ask();
  }

  #alarm(): void {
    this.#freshUntilMs = Number.POSITIVE_INFINITY;
    const { term, version } = this.#state.at;
    this.#tell({ event: "headExpired", at: { term, version } });
  }

  #tell(event: DeviceEvent): void {
    this.#options.onEvent(event);
  }

  get #state(): Readonly<MemberState> {
    return this.#parts.member.state;
  }
}

const NOTHING: Named = { term: 0, version: 0, hash: "" };
