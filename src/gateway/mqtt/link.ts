import type { Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { IPublishPacket, MqttClient } from "mqtt";
import { BackOff } from "./back-off.ts";
import { type BrokerAccess, type Connected, type ConnectOptions, connectOnce } from "./connect.ts";

/** One connection of a link, from CONNACK to its end. */
export interface Connection {
  readonly client: MqttClient;
  readonly sessionPresent: boolean;
  /** Its socket; undefined for the first messages, which may come before the connection is told of. */
  readonly stream: Writable | undefined;
  /** False from the moment the socket is gone or given up. */
  readonly live: boolean;
}

export interface LinkHandlers {
  /** Connected; the link counts as up when this resolves, and tries again when it rejects. */
  up?(connection: Connection): Promise<void> | void;
  /** The connection, or an attempt at one, came to an end. */
  down?(reason: unknown, attempt: number): void;
  receive?(packet: IPublishPacket, connection: Connection, done: (error?: Error) => void): void;
}

/**
 * A connection that comes back: after each end, and each failed attempt, it waits and connects again, with an MQTT
 * client of its own each time.
 */
export class Link {
  readonly #access: BrokerAccess;
  readonly #options: Omit<ConnectOptions, "receive" | "signal">;
  readonly #handlers: LinkHandlers;
  readonly #backOff: BackOff;
  readonly #closing = new AbortController();
  #current: LiveConnection | undefined;
  #isUp = false;
  #upSinceMs: number | undefined;
  #held: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(access: BrokerAccess, options: Omit<ConnectOptions, "receive" | "signal">, handlers: LinkHandlers) {
    this.#access = access;
    this.#options = options;
    this.#handlers = handlers;
    this.#backOff = new BackOff(access.maxBackoffMs);
  }

  open(): void {
    this.#running ??= this.#run();
  }

  /** The connection, while it is up. */
  get connection(): Connection | undefined {
    return this.#isUp ? this.#current : undefined;
  }

  /** Gives the connection up, and stays away until `until` resolves; then it is tried again as usual. */
  leave(until: Promise<void> = Promise.resolve()): void {
    this.#held = until;
    this.#current?.end();
  }

  /** Disconnects in good order, so that the broker publishes no will, and stays away. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    const { client } = this.#current ?? {};
    if (client?.connected) {
      const patience = AbortSignal.timeout(CLOSE_MS);
      const ended = new Promise<void>((resolve) => client.end(false, {}, () => resolve()));
      const late = new Promise((resolve) => patience.addEventListener("abort", resolve, { once: true }));
      await Promise.race([ended, late]);
    }
    this.#current?.end();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let attempt = 0; !this.#closing.signal.aborted; attempt++) {
      this.#upSinceMs = undefined;
      const reason = await this.#once(attempt);
      this.#isUp = false;
      if (this.#closing.signal.aborted) return;
      this.#handlers.down?.(reason, attempt);
      // One that breaks at once again and again (two programs with one client id) is not retried faster for that.
      if (Date.now() - (this.#upSinceMs ?? Number.POSITIVE_INFINITY) > this.#access.maxBackoffMs) this.#backOff.reset();
      await this.#hold();
      await wait(this.#backOff.nextMs(), undefined, { signal: this.#closing.signal }).catch(() => {});
    }
  }

  /** @returns why it ended */
  async #once(attempt: number): Promise<unknown> {
    const { urls } = this.#access;
    const connection = new LiveConnection();
    const receive = (packet: IPublishPacket, done: (error?: Error) => void) =>
      this.#handlers.receive?.(packet, connection, done);
    try {
      const url = urls[attempt % urls.length] as string;
      const { signal } = this.#closing;
      connection.connected = await connectOnce(url, this.#access, { ...this.#options, receive, signal });
      const { gone } = connection.connected;
      gone.then(() => connection.end());
      this.#current = connection;
      await Promise.race([this.#handlers.up?.(connection), gone.then((reason) => Promise.reject(new Error(reason)))]);
      this.#isUp = connection.live;
      this.#upSinceMs = Date.now();
      return await gone;
    } catch (error) {
      return error;
    } finally {
      connection.end();
    }
  }

  async #hold(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    const closed = new Promise((resolve) => this.#closing.signal.addEventListener("abort", resolve, { once: true }));
    await Promise.race([held, closed]);
  }
}

/** A broker that does not close its side must not hold up the end. */
const CLOSE_MS = 2_000;

class LiveConnection implements Connection {
  connected: Connected | undefined;
  #ended = false;

  get live(): boolean {
    // The socket may be gone a turn before anybody is told.
    return !this.#ended && this.connected?.client.connected !== false;
  }

  get client(): MqttClient {
    return (this.connected as Connected).client;
  }

  get stream(): Writable | undefined {
    return this.connected?.client.stream as Writable | undefined;
  }

  get sessionPresent(): boolean {
    return this.connected?.sessionPresent === true;
  }

  end(): void {
    this.#ended = true;
    this.connected?.client.end(true);
    // A client that is ending already does nothing more, though its socket may be paused and never come to its end.
    this.connected?.client.stream.destroy();
  }
}
