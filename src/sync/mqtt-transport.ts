import type { Socket } from "node:net";
import { connect, type IClientOptions, type MqttClient } from "mqtt";
import { MillraceError } from "../errors.ts";
import { matches } from "./topics.ts";
import type { Delivery, PublishOptions, SyncTransport, Will } from "./types.ts";

export interface MqttTransportOptions {
  /** Several only for one cluster. */
  readonly urls: readonly string[];
  readonly clientId: string;
  /** Made anew for each connection. */
  readonly will?: (() => Will) | undefined;
  /** User, password, certificates, keepalive: what the client of the package mqtt takes. */
  readonly client?: IClientOptions;
  /** False: one connection, and when it is gone the transport is closed. Default true. */
  readonly reconnects?: boolean;
  /** Told why a connection, or an attempt at one, came to an end. */
  readonly onLost?: (reason: string) => void;
  /** Longest silence of the broker while a publish waits for its acknowledgement, before the connection is given up. */
  readonly stallMs?: number;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 4_000;
const STALL_MS = 10_000;
/** Bytes may move for other reasons: so many times as long without any acknowledgement is a stall too. */
const LONGEST_WITHOUT_ANSWER = 6;
/** A broker that stalls again and again is left alone for longer each time. */
const LONGEST_STALL_PAUSE_MS = 300_000;

/**
 * A connection to an MQTT 3.1.1 broker that comes back. Each connection has a client of its own and a clean session:
 * nothing is kept or sent again but by the protocol above.
 */
export class MqttTransport implements SyncTransport {
  readonly #options: MqttTransportOptions;
  readonly #subscriptions: { filters: readonly string[]; handler: (delivery: Delivery) => void }[] = [];
  readonly #onConnect: (() => void)[] = [];
  readonly #waiting = new Set<{ reject: (reason: Error) => void }>();
  #client: MqttClient | undefined;
  #isUp = false;
  #isClosed = false;
  #attempt = 0;
  #stalls = 0;
  #answeredMs = 0;
  #watch: NodeJS.Timeout | undefined;
  #pause: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(options: MqttTransportOptions) {
    this.#options = options;
    this.#open();
  }

  get connected(): boolean {
    return this.#isUp;
  }

  get closed(): boolean {
    return this.#isClosed;
  }

  onConnect(handler: () => void): void {
    this.#onConnect.push(handler);
    if (this.#isUp) handler();
  }

  publish(topic: string, bytes: Uint8Array, { qos, retain }: PublishOptions): Promise<void> {
    const client = this.#client;
    if (!client?.connected) return Promise.reject(notConnected(topic));
    return new Promise((resolve, reject) => {
      const waiting = { reject };
      this.#waiting.add(waiting);
      this.#guard(client);
      client.publish(topic, asBuffer(bytes), { qos, retain }, (error) => {
        this.#waiting.delete(waiting);
        if (!error) {
          this.#stalls = 0;
          this.#answeredMs = performance.now();
        }
        if (error)
          reject(new MillraceError("E_BROKER", `not published: ${error.message}`, { where: topic, cause: error }));
        else resolve();
      });
    });
  }

  async subscribe(filters: readonly string[], handler: (delivery: Delivery) => void): Promise<void> {
    this.#subscriptions.push({ filters, handler });
    if (this.#client?.connected) await granted(this.#client, filters);
  }

  /** Disconnects in good order, so that the broker publishes no will. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    const client = this.#client;
    if (client?.connected) {
      await Promise.race([
        new Promise<void>((resolve) => client.end(false, {}, () => resolve())),
        new Promise<void>((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
    }
    client?.end(true);
    this.#lost("closed");
  }

  #open(): void {
    const { urls, clientId, will: makeWill, client: more } = this.#options;
    const will = makeWill?.();
    const client = connect(urls[this.#attempt++ % urls.length] as string, {
      ...more,
      clientId,
      clean: true,
      protocolVersion: 4,
      reconnectPeriod: 0,
      resubscribe: false,
      queueQoSZero: false,
      log: () => {},
      ...(will ? { will: { topic: will.topic, payload: asBuffer(will.bytes), qos: 1, retain: true } } : {}),
    });
    this.#client = client;
    let reason = "the connection broke";
    client.on("error", (error) => {
      reason = error.message || String((error as { code?: unknown }).code ?? error);
    });
    client.on("message", (topic, payload, packet) => {
      if (client !== this.#client) return;
      for (const { filters, handler } of this.#subscriptions) {
        if (filters.some((filter) => matches(filter, topic)))
          handler({ topic, bytes: payload, retained: packet.retain });
      }
    });
    client.once("connect", () => {
      Promise.all(this.#subscriptions.map(({ filters }) => granted(client, filters))).then(
        () => this.#up(client),
        (error: Error) => {
          reason = error.message;
          client.end(true);
        },
      );
    });
    client.once("close", () => {
      client.end(true);
      if (client === this.#client) this.#lost(this.#isClosed ? "closed" : reason);
    });
  }

  #up(client: MqttClient): void {
    if (client !== this.#client || this.#isClosed) return;
    this.#isUp = true;
    this.#failures = 0;
    for (const handler of this.#onConnect) handler();
  }

  #lost(reason: string): void {
    const wasOpen = this.#client !== undefined;
    this.#client = undefined;
    this.#isUp = false;
    clearTimeout(this.#watch);
    this.#watch = undefined;
    for (const { reject } of this.#waiting) reject(new MillraceError("E_BROKER", `not acknowledged: ${reason}`));
    this.#waiting.clear();
    if (wasOpen) this.#options.onLost?.(reason);
    if (this.#options.reconnects === false) this.#isClosed = true;
    if (this.#isClosed) return;
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures++, LONGEST_PAUSE_MS);
    const stalled = this.#stalls > 1 ? Math.min(STALL_MS * 2 ** (this.#stalls - 2), LONGEST_STALL_PAUSE_MS) : 0;
    this.#pause = setTimeout(() => this.#open(), Math.max(Math.random() * longest, stalled));
  }

  /** While an acknowledgement is awaited, a connection on which nothing moves, or none comes for long, is given up. */
  #guard(client: MqttClient): void {
    if (this.#watch) return;
    const stallMs = this.#options.stallMs ?? STALL_MS;
    const startMs = performance.now();
    let moved = movedOf(client);
    let movedMs = startMs;
    const look = () => {
      this.#watch = undefined;
      if (this.#waiting.size === 0 || client !== this.#client) return;
      const now = performance.now();
      if (movedOf(client) !== moved) movedMs = now;
      moved = movedOf(client);
      const answeredMs = Math.max(startMs, this.#answeredMs);
      if (now - movedMs >= stallMs || now - answeredMs >= LONGEST_WITHOUT_ANSWER * stallMs) {
        this.#stalls++;
        client.end(true);
        this.#lost(`no acknowledgement for ${Math.round(now - answeredMs)} ms`);
        return;
      }
      this.#watch = setTimeout(look, stallMs / 5);
    };
    this.#watch = setTimeout(look, stallMs / 5);
  }
}

// ---

function granted(client: MqttClient, filters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    client.subscribe([...filters], { qos: 1 }, (error, _asked, suback) => {
      const refused = filters.find((_, i) => Number(suback?.granted[i] ?? 128) !== 1);
      if (!error && refused === undefined) return resolve();
      const where = refused ?? filters.join(", ");
      const remedy = `Give this user the right to read it; in mosquitto's acl_file: topic read ${where}`;
      reject(
        new MillraceError("E_BROKER", "the broker does not grant a subscription", { where, remedy, cause: error }),
      );
    });
  });
}

/** Bytes that came and bytes that left, as the operating system took them. */
function movedOf({ stream }: MqttClient): number {
  const { bytesRead = 0, bytesWritten = 0, writableLength = 0 } = stream as Partial<Socket>;
  return bytesRead + bytesWritten - writableLength;
}

function notConnected(where: string): MillraceError {
  return new MillraceError("E_BROKER", "not connected", { where });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
