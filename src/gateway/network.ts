import { randomBytes } from "node:crypto";
import type { MqttClient } from "mqtt";
import type { GatewayConfiguration } from "./config/types.ts";
import type { EventFeed } from "./events.ts";
import { type Logger, Throttle } from "./log.ts";
import { brokerAccess } from "./mqtt/access.ts";
import type { BrokerAccess } from "./mqtt/connect.ts";
import { borrowedControl, type ControlConnection, ownControl } from "./mqtt/control-connection.ts";
import { DataConnection } from "./mqtt/data-connection.ts";
import type { Handler } from "./mqtt/intake.ts";
import type { OutgoingMessage } from "./mqtt/outbox.ts";
import { type OwnTopics, ownTopics } from "./mqtt/own-topics.ts";
import { Presence } from "./mqtt/presence.ts";

export interface NetworkParts {
  readonly configuration: GatewayConfiguration;
  /** Where the subscriptions are remembered. */
  readonly folder: string;
  readonly client: MqttClient | undefined;
  readonly log: Logger;
  readonly feed: EventFeed;
  readonly message: Handler;
  /** The message handler has thrown. */
  failed(error: unknown): void;
  /** Why nothing is learnt although the broker is there; undefined: all is well. */
  trouble(): string | undefined;
}

/** Both connections, and what the gateway says of itself. */
export class Network {
  readonly access: BrokerAccess;
  readonly topics: OwnTopics;
  readonly presence: Presence;
  readonly control: ControlConnection;
  readonly data: DataConnection;
  readonly #parts: NetworkParts;
  readonly #throttle = new Throttle();
  #started = false;
  #settle: ((refusal: unknown) => void) | undefined;

  /** @throws MillraceError `E_FILE` where a certificate cannot be read */
  constructor(parts: NetworkParts) {
    const { id, broker, subscriptions } = parts.configuration;
    this.#parts = parts;
    this.access = brokerAccess(broker);
    this.topics = ownTopics(id);
    const instance = randomBytes(4).toString("hex");
    this.presence = new Presence(this.topics.status, instance, (message) => this.control.now(message), this.#rival);
    const { messages: capacity, bytes: capacityBytes, overflow } = broker.outbox;
    const options = {
      clientId: id,
      will: { topic: this.topics.status, payload: this.presence.will() },
      filters: [this.topics.status],
      outbox: { capacity, capacityBytes, overflow },
    };
    const handlers = { ...this.#handlers("control"), message: this.#said };
    const { client } = parts;
    this.control = client ? borrowedControl(client, options, handlers) : ownControl(this.access, options, handlers);
    const { folder, message, failed } = parts;
    this.data = new DataConnection(
      this.access,
      { clientId: `${id}-in`, filters: subscriptions, folder, inbox: broker.inbox },
      { ...this.#handlers("data"), message, failed, possibleGap: this.#possibleGap },
    );
  }

  /**
   * Opens both connections and waits until they are up, however long the broker is away.
   * @throws MillraceError `E_BROKER` where the broker refuses; the reason of `signal`
   */
  async start(signal: AbortSignal): Promise<void> {
    const up = new Promise<void>((resolve, reject) => {
      this.#settle = (refusal) => (refusal === undefined ? resolve() : reject(refusal));
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      signal.throwIfAborted();
    });
    this.control.open();
    this.data.open();
    await up;
    this.#settle = undefined;
    this.#started = true;
    this.refresh();
  }

  /** Says `online` or `degraded`, by how things are. */
  refresh(): void {
    if (!this.#started) return;
    const trouble = this.#parts.trouble() ?? (this.data.isUp ? undefined : "the data connection is not subscribed");
    this.#state(trouble === undefined ? "online" : "degraded", trouble);
  }

  /** Sends now or, while the broker is away, later. */
  readonly put = (message: OutgoingMessage): void => this.control.put(message);

  /** Says `offline` and leaves, in at most `ms`. */
  async end(reason: string, ms: number): Promise<void> {
    const wasStarted = this.#started;
    this.#started = false;
    if (wasStarted && this.control.isUp) {
      this.#state("offline", reason);
      // Behind the status in the same connection: when this is acknowledged, so is that.
      await this.control.drained(ms);
    }
    await Promise.all([this.data.close(), this.control.close()]);
  }

  #handlers(connection: "data" | "control") {
    const { log, feed } = this.#parts;
    return {
      up: (sessionPresent: boolean) => {
        log.info({ connection, sessionPresent }, "connected");
        feed.emit({ type: "connected", connection, sessionPresent });
        // The connection counts as up a moment after it has said so.
        setImmediate(() => this.#came(connection));
      },
      down: (cause: unknown, isRefused: boolean) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const held = this.#throttle.admit(`down ${connection} ${reason}`);
        if (held !== undefined) log.warn({ connection, reason, held }, "not connected");
        feed.emit({ type: "disconnected", connection, reason });
        if (isRefused) this.#settle?.(cause);
        this.refresh();
      },
    };
  }

  #came(connection: "data" | "control"): void {
    if (this.data.isUp && this.control.isUp) this.#settle?.(undefined);
    if (!this.#started) return;
    this.refresh();
    // Whatever the broker says of it by now: its will, or what was last heard before.
    if (connection === "control") this.presence.announce();
  }

  #state(state: "online" | "offline" | "degraded", reason: string | undefined): void {
    const before = this.presence.message();
    this.presence.set(state, reason);
    const status = this.presence.message();
    if (before.state === status.state && before.reason === status.reason) return;
    this.#parts.feed.emit({ type: "status", status });
  }

  readonly #said = (topic: string, payload: Uint8Array): void => {
    if (topic === this.topics.status) this.presence.seen(payload);
  };

  readonly #possibleGap = (): void => {
    const since = Date.now();
    const { log, feed } = this.#parts;
    log.warn({}, "the broker has lost the session: what was sent while the gateway was away may be missing");
    this.presence.remark({ possibleGap: { since } });
    feed.emit({ type: "possibleGap", since });
  };

  readonly #rival = (instance: string): void => {
    const held = this.#throttle.admit(`rival ${instance}`);
    if (held === undefined) return;
    this.#parts.log.error({ instance, held }, "another gateway with this id is running: give each an id of its own");
  };
}
