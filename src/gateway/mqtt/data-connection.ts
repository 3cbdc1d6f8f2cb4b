import { type BrokerAccess, isRefusal } from "./connect.ts";
import { type Handler, type InboxOptions, Intake, type IntakeCounts } from "./intake.ts";
import { type Connection, Link } from "./link.ts";
import { SessionMemory } from "./session-memory.ts";
import { type Filter, subscribeAll } from "./subscribe.ts";
import { TurnCork } from "./turn-cork.ts";

export interface DataHandlers {
  readonly message: Handler;
  /** The message handler has thrown: nothing more is handled. */
  failed(error: unknown): void;
  up(sessionPresent: boolean): void;
  /** @param isRefused the broker said no: another attempt is made, but will not help */
  down(reason: unknown, isRefused: boolean): void;
  /** The broker has lost a session that was there before. */
  possibleGap(): void;
}

export interface DataOptions {
  /** `<gateway>-in`. */
  readonly clientId: string;
  readonly filters: readonly Filter[];
  /** A folder of the state, where the subscriptions are remembered. */
  readonly folder: string;
  readonly inbox: InboxOptions;
}

/** The persistent connection by which samples and labels come; the only one that is ever paused. */
export class DataConnection {
  readonly #access: BrokerAccess;
  readonly #options: DataOptions;
  readonly #handlers: DataHandlers;
  readonly #intake: Intake;
  readonly #memory: SessionMemory;
  readonly #link: Link;
  readonly #cork = new TurnCork();

  constructor(access: BrokerAccess, options: DataOptions, handlers: DataHandlers) {
    this.#access = access;
    this.#options = options;
    this.#handlers = handlers;
    this.#memory = new SessionMemory(options.folder);
    this.#intake = new Intake(handlers.message, handlers.failed, options.inbox);
    this.#link = new Link(
      access,
      { clientId: options.clientId, clean: false },
      {
        receive: (packet, connection, done) => {
          // Acknowledgements go out together.
          if (packet.qos > 0 && connection.stream) this.#cork.gather(connection.stream);
          this.#intake.take(packet, connection, done);
        },
        up: (connection) => this.#up(connection),
        down: (reason) => handlers.down(reason, isRefusal(reason)),
      },
    );
  }

  open(): void {
    this.#link.open();
  }

  get isUp(): boolean {
    return this.#link.connection !== undefined;
  }

  counts(): IntakeCounts {
    return this.#intake.counts();
  }

  /** Gives the connection up until `until` resolves; the broker keeps what comes meanwhile. */
  leave(until: Promise<void>): void {
    this.#link.leave(until);
  }

  /** Handles nothing more; resolves when the message at work is done. */
  stopReading(): Promise<void> {
    return this.#intake.stop();
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  async #up({ client, sessionPresent }: Connection): Promise<void> {
    const { filters } = this.#options;
    const wanted = filters.map(({ filter }) => filter);
    const gone = sessionPresent ? this.#memory.without(wanted) : [];
    if (!sessionPresent && this.#memory.isKnown) this.#handlers.possibleGap();
    await subscribeAll(client, filters, this.#access.connectTimeoutMs, () => this.#intake.isBusy);
    if (gone.length > 0) {
      // Remembered until they are unsubscribed: a kill in between must not forget them.
      await this.#memory.set([...wanted, ...gone]);
      await client.unsubscribeAsync(gone);
    }
    await this.#memory.set(wanted);
    this.#handlers.up(sessionPresent);
  }
}
