import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Core } from "../core.ts";
import { type FolderLock, lockFolderWithin } from "../journal.ts";
import type { GatewayConfiguration } from "./config/types.ts";
import { readSeats, type Seat } from "./fleet/seats.ts";
import type { Remarks } from "./mqtt/presence.ts";
import { GatewayState } from "./state.ts";

export interface OpenOptions {
  readonly reset?: readonly string[];
  readonly fork?: readonly string[];
}

/** The state folder of a gateway, held by this process, with the state machine on it. */
export class OpenState {
  /** @throws MillraceError `E_CONFIG`, `E_TRUST`, `E_LOCKED`, `E_STATE`, `E_JOURNAL`, `E_FILE`, `E_VERSION`, `E_MEMORY` */
  static async open(configuration: GatewayConfiguration, options: OpenOptions, onLost: () => void): Promise<OpenState> {
    const { state, streams, pending, memoryBytes } = configuration;
    const { reset = [], fork = [] } = options;
    // All of the state is one partition.
    const folder = join(state.directory, "p0");
    mkdirSync(folder, { recursive: true });
    const lock = await lockFolderWithin(state.directory, LOCK_MS, { onLost });
    try {
      const seats = readSeats(streams, Date.now());
      const opened = await GatewayState.open({
        directory: folder,
        streams,
        seats: new Map(seats.map(({ stream, identity }) => [stream, identity])),
        maxPendingBytes: pending.maxBytes,
        core: await Core.load(memoryBytes === undefined ? {} : { memoryBytes }),
        journal: { fsync: state.fsync },
        keep: state.keep,
        reset,
        fork,
      });
      return new OpenState(folder, opened, seats, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  readonly folder: string;
  readonly state: GatewayState;
  readonly seats: readonly Seat[];
  readonly #lock: FolderLock;
  #isClosed = false;

  private constructor(folder: string, state: GatewayState, seats: readonly Seat[], lock: FolderLock) {
    this.folder = folder;
    this.state = state;
    this.seats = seats;
    this.#lock = lock;
  }

  /** What status is to name. */
  remarks(): Remarks {
    const { dataLoss, setAside, lost } = this.state;
    return {
      ...(dataLoss ? { dataLoss } : {}),
      ...(setAside.length > 0 ? { setAside: { count: setAside.length } } : {}),
      ...(lost.length > 0 ? { lost: lost.slice(0, NAMED).map(({ stream, key }) => ({ stream, key })) } : {}),
    };
  }

  /** For the log. */
  summary(): object {
    const { recovery, journal } = this.state;
    const { records, lost, damagedBytes, movedTo, truncatedTail } = recovery;
    const damage = damagedBytes > 0 || lost.count > 0 ? { lost, damagedBytes, movedTo } : {};
    return { folder: this.folder, nextSeq: journal.nextSeq, records, truncatedTail, ...damage, ...this.remarks() };
  }

  /** Saves every model, as far as that goes in `ms`; what is left comes back from the journal. */
  async save(ms: number): Promise<void> {
    const deadlineMs = performance.now() + ms;
    while (performance.now() < deadlineMs) {
      if (await this.state.snapshotNext()) continue;
      this.state.journal.markCleanStop();
      return;
    }
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.state.close();
    this.#lock.release();
  }
}

/** A container's process that was killed cannot be looked up: its lock counts as dead after some missed beats. */
const LOCK_MS = 15_000;
const NAMED = 20;
