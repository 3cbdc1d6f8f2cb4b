import { join } from "node:path";
import { Core } from "../core.ts";
import { MillraceError } from "../errors.ts";
import { type FolderLock, Journal, lockFolder } from "../journal.ts";
import type { Inputs } from "../model/inputs.ts";
import type { Target } from "../model/targets.ts";
import { Model } from "../model.ts";
import { SyncClient } from "./device/client.ts";
import { DeviceFiles } from "./device/device-files.ts";
import { DeviceLog } from "./device/device-log.ts";
import { lengthsOf } from "./device/enactor.ts";
import type { MessageCounts } from "./device/events.ts";
import { meanLoss } from "./device/gate.ts";
import { FleetMember } from "./device/member.ts";
import type { MemberState } from "./device/member-state.ts";
import { type FullDeviceOptions, fullOptions, type SyncDeviceOptions } from "./device/options.ts";
import { isHeldBack, SampleReader } from "./device/samples.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { Topics } from "./topics.ts";
import type { Trust } from "./trust.ts";
import type { Hex, NodeId, SyncTransport, Will } from "./types.ts";

export type { Decision } from "./device/decisions.ts";
export type { DeviceEvent, MessageCounts } from "./device/events.ts";
export type { MemberState } from "./device/member-state.ts";
export type { SyncDeviceOptions } from "./device/options.ts";

export interface Learnt {
  /** Before the step; null within a batch. */
  readonly loss: number | null;
  /** Set aside: scored, not learnt. */
  readonly heldBack: boolean;
}

export interface LearnSample {
  readonly weight?: number;
  /** What names the sample wherever it is delivered; left out, what it holds does. Decides whether it is held back. */
  readonly name?: string;
}

/**
 * A device of a fleet: a model that learns here, sends what it learnt, and takes in what the others learnt. Its state is
 * a function of its journal; connected or not, it goes on learning. Time passes for it only in `tick`, or after `start`.
 */
export class SyncDevice {
  readonly node: NodeId;
  readonly fingerprint: Hex;
  readonly #options: FullDeviceOptions;
  readonly #member: FleetMember;
  readonly #log: DeviceLog;
  readonly #files: DeviceFiles;
  readonly #lock: FolderLock;
  readonly #reader: SampleReader;
  readonly #trust: Trust;
  readonly #client: SyncClient;
  #waiting: (() => void)[] = [];
  #snapshotSeq: number;
  #snapshotUnderWay = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  private constructor(options: FullDeviceOptions, { member, log, files, lock, epoch, snapshotSeq }: Opened) {
    const { credentials, model, shareScaler } = options;
    this.#options = options;
    this.#member = member;
    this.#log = log;
    this.#files = files;
    this.#lock = lock;
    this.#snapshotSeq = snapshotSeq;
    this.node = credentials.id;
    this.#reader = new SampleReader(this.model.spec);
    this.#trust = credentials.trust(epoch);
    this.fingerprint = fingerprintOf(this.model.spec, { fleet: credentials.fleet, model, shareScaler });
    this.#client = new SyncClient(options, {
      member,
      log,
      files,
      credentials,
      topics: new Topics(credentials.fleet, model),
      trust: this.#trust,
      fingerprint: this.fingerprint,
      lengths: lengthsOf(member),
      onDecision: () => this.#wake(),
      onEpoch: () => this.#snapshot(),
    });
  }

  /**
   * Opens the device of a folder, or begins one; its model is then what its journal makes of it.
   * @throws MillraceError `E_CONFIG`, `E_SPEC`, `E_LOCKED`, `E_JOURNAL`, `E_FILE`, `E_VERSION`
   */
  static async open(given: SyncDeviceOptions): Promise<SyncDevice> {
    const options = fullOptions(given);
    const { directory, now, fsync = "interval", segmentBytes, beforeStep } = options;
    const lock = lockFolder(directory);
    let journal: Journal | undefined;
    try {
      const files = new DeviceFiles(join(directory, "files"), beforeStep ? { beforeStep } : {});
      const { member, epoch, seq } = await openMember(options, files);
      journal = Journal.open(join(directory, "journal"), { fsync, segmentBytes, now });
      if (journal.firstSeq > seq + 1) throw lostSnapshot(directory, journal.firstSeq, seq);
      const log = new DeviceLog(journal, member, files, seq);
      const device = new SyncDevice(options, { member, log, files, lock, epoch, snapshotSeq: seq });
      device.#client.outgoing.recover(log.replay());
      // Later lives of a device that lost its folder have higher numbers: nothing of theirs is taken for an older one's.
      const session = Math.max(1, Math.floor(now() / 1000) % 2 ** 32);
      if (member.state.session === 0) log.decide({ decided: "renumbered", session }, now());
      await device.settled();
      return device;
    } catch (error) {
      journal?.close();
      lock[Symbol.dispose]();
      throw error;
    }
  }

  /** Learn through the device: what is learnt past it is not in its journal. */
  get model(): Model {
    return this.#member.model;
  }

  /** Not to be changed; what holds now, not a copy. */
  get state(): Readonly<MemberState> {
    return this.#member.state;
  }

  get counts(): MessageCounts {
    return this.#client.counts;
  }

  /** Of the last record of the journal. */
  get seq(): number {
    return this.#log.seq;
  }

  /** Mean loss on held-back samples; null where there are none. */
  get heldBackLoss(): number | null {
    return meanLoss(this.model, this.state.rows);
  }

  /** For the connection: what the broker says of this device when it breaks. */
  will(): Will {
    return this.#client.will();
  }

  /** Syncs over a connection from here on; the caller closes it, after the device. @throws MillraceError `E_BROKER` */
  async connect(transport: SyncTransport): Promise<void> {
    this.#open();
    await this.#client.connect(transport);
  }

  // --- Samples ---

  /** Whether the next sample may come: false where a synchronous fleet waits for its round. */
  get ready(): boolean {
    const { waitForRound, everySamples = 0 } = this.#options;
    const { at, kept, labelled } = this.state;
    return !waitForRound || (at.hash !== "" && kept.length === 0 && labelled < everySamples);
  }

  /** Resolves when the next sample may come. @throws MillraceError `E_CLOSED` */
  async whenReady(): Promise<void> {
    while (!this.ready && !this.#isClosed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#open();
  }

  /**
   * Journals a labelled sample, then learns it, or keeps it to judge global models by.
   * @throws MillraceError `E_SHAPE`, `E_VALUE`, `E_CLASS`, `E_JOURNAL`, `E_CLOSED`, and `E_STATE` where the round is waited
   * for: nothing is learnt then
   */
  learn(x: Inputs, y?: Target, { weight = 1, name }: LearnSample = {}): Learnt {
    this.#open();
    if (!this.ready) {
      throw new MillraceError("E_STATE", "the sample belongs to a round that has not begun", {
        where: this.node,
        remedy: "Await whenReady() before each sample",
      });
    }
    const { now, holdBack, everySamples, snapshotEvery } = this.#options;
    const read = this.#reader.read(x, y, weight);
    const heldBack = isHeldBack(holdBack, read, name);
    const loss = this.#log.learn({ ...read, heldBack }, now());
    // The sample is learnt: what does not work from here on is not the caller's.
    if (everySamples !== undefined) this.#client.work.try(() => this.#client.cutIfDue());
    if (this.#log.seq - this.#snapshotSeq >= snapshotEvery) this.#snapshot();
    return { loss, heldBack };
  }

  // --- Time ---

  /** Does what is due. Resolves when what it began is stored; whether it is published is not waited for. */
  async tick(): Promise<void> {
    this.#open();
    await this.#client.tick();
  }

  /** Ticks by itself. */
  start(tickMs = 1_000): void {
    this.#open();
    this.#timer ??= setInterval(() => void this.tick().catch(() => undefined), tickMs).unref();
  }

  /** Resolves when all is stored that was to be. */
  settled(): Promise<void> {
    return this.#client.work.settled();
  }

  /** Stores a snapshot, says good-bye, and frees model and folder. Twice is once. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    clearInterval(this.#timer);
    await this.settled();
    this.#snapshot();
    await this.settled();
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#client.sayGoodBye();
    this.#log.journal.markCleanStop();
    this.#release();
  }

  /** Ends as a kill would: nothing is stored or said any more. */
  async abandon(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#client.close();
    await this.settled().catch(() => undefined);
    this.#release();
  }

  // ---

  #release(): void {
    this.#client.close();
    this.#log.journal.close();
    this.#lock[Symbol.dispose]();
    this.model.dispose();
    this.#wake();
  }

  #snapshot(): void {
    if (this.#snapshotUnderWay || this.#isClosed) return;
    this.#snapshotUnderWay = true;
    this.#client.work.add(async () => {
      try {
        const [seq, previous] = [this.#log.seq, this.#snapshotSeq];
        const [member, model] = [this.#member.toBytes(), this.model.toBytes()];
        await this.#files.writeSnapshot({ seq, epoch: this.#trust.epoch, member, model });
        this.#snapshotSeq = seq;
        if (!this.#isClosed) this.#log.forgetBefore(previous);
      } finally {
        this.#snapshotUnderWay = false;
      }
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #open(): void {
    if (this.#isClosed) throw new MillraceError("E_CLOSED", "the device is closed", { where: this.node });
  }
}

// ---

interface Opened {
  readonly member: FleetMember;
  readonly log: DeviceLog;
  readonly files: DeviceFiles;
  readonly lock: FolderLock;
  readonly epoch: number;
  readonly snapshotSeq: number;
}

/** As the newest snapshot has it, or new. */
async function openMember(
  options: FullDeviceOptions,
  files: DeviceFiles,
): Promise<{ member: FleetMember; epoch: number; seq: number }> {
  const { spec, credentials, encoding, shareScaler } = options;
  const core = options.core ?? (await Core.shared());
  const snapshot = files.readSnapshot();
  const model = snapshot ? await Model.load(snapshot.model, { core }) : await Model.create(spec, { core });
  const member = new FleetMember(model, { node: credentials.id, encoding, shareScaler }, snapshot?.member);
  return { member, epoch: snapshot?.epoch ?? 0, seq: snapshot?.seq ?? 0 };
}

function lostSnapshot(where: string, first: number, seq: number): MillraceError {
  return new MillraceError("E_FILE", "no snapshot is whole, and the journal does not reach back to the beginning", {
    where,
    expected: `a snapshot of record ${first - 1} or later`,
    actual: seq === 0 ? "none" : `one of record ${seq}`,
    remedy: "Bring the folder back from a copy, or begin with an empty one: what is global is pulled again",
  });
}
