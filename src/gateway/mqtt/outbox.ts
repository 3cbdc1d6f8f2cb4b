import type { Writable } from "node:stream";
import type { MqttClient } from "mqtt";
import { PublishBatch } from "./publish-batch.ts";
import { TurnCork } from "./turn-cork.ts";

export interface OutgoingMessage {
  readonly topic: string;
  readonly payload: string | Uint8Array;
  readonly qos: 0 | 1;
  readonly retain?: boolean;
}

export interface OutboxOptions {
  /** Most messages that wait or are unacknowledged; 10,000 where it is left out. */
  capacity?: number;
  /** Most bytes of their payloads; 16 MiB where it is left out. */
  capacityBytes?: number;
  /** Which message goes when all places are taken: the one that waits longest, or the new one. */
  overflow?: "oldest" | "newest";
}

export interface OutboxCounts {
  sent: number;
  /** Acknowledged, of those sent at QoS 1. */
  acknowledged: number;
  /** Of those sent at QoS 1, by the broker: MQTT 5 says so. */
  refused: number;
  /** For want of a place. */
  dropped: number;
  waiting: number;
}

/**
 * Messages on their way out: sent at once while the broker takes them, kept in a queue of bounded size while it is away
 * or slow. A message at QoS 1 is kept until it is acknowledged and sent again on the next connection.
 */
export class Outbox {
  readonly #capacity: number;
  readonly #capacityBytes: number;
  readonly #overflow: "oldest" | "newest";
  readonly #counts = { sent: 0, acknowledged: 0, refused: 0, dropped: 0 };
  #waiting: OutgoingMessage[] = [];
  #head = 0;
  #bytes = 0;
  readonly #unacknowledged: Set<OutgoingMessage> = new Set();
  #client: MqttClient | undefined;
  #batch: PublishBatch | undefined;
  readonly #cork = new TurnCork();
  #drained: (() => void)[] = [];

  constructor({ capacity = 10_000, capacityBytes = 16 * 2 ** 20, overflow = "oldest" }: OutboxOptions = {}) {
    this.#capacity = capacity;
    this.#capacityBytes = capacityBytes;
    this.#overflow = overflow;
  }

  /** The connection in use. */
  get client(): MqttClient | undefined {
    return this.#client;
  }

  /**
   * Sends what waits on this connection, in order, and from now on what is put.
   * @param protocol of a client that is the gateway's own: messages at QoS 0 go straight to its socket then
   */
  attach(client: MqttClient, protocol?: 4 | 5): void {
    this.detach();
    this.#client = client;
    this.#batch = protocol && new PublishBatch(client.stream as Writable, protocol);
    client.stream.on("drain", this.#flush);
    this.#flush();
  }

  /** The connection is gone: what was not acknowledged goes back to the front. */
  detach(): void {
    if (!this.#client) return;
    this.#client.stream.off("drain", this.#flush);
    this.#client = undefined;
    this.#batch = undefined;
    if (this.#unacknowledged.size === 0) return;
    this.#waiting = [...this.#unacknowledged, ...this.#waiting.slice(this.#head)];
    this.#head = 0;
    this.#unacknowledged.clear();
  }

  put(message: OutgoingMessage): void {
    const size = sizeOf(message);
    if (this.#full(size) && !this.#makeRoom(size)) {
      this.#counts.dropped++;
      return;
    }
    this.#bytes += size;
    if (this.#head === this.#waiting.length && this.#ready(message)) {
      this.#send(message);
    } else {
      this.#waiting.push(message);
      this.#flush();
    }
  }

  /** Resolves when nothing waits any more, or when `signal` aborts. */
  async drained(signal: AbortSignal): Promise<void> {
    this.#batch?.flush();
    if (this.#count === 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#drained.push(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  counts(): OutboxCounts {
    return { ...this.#counts, waiting: this.#count };
  }

  get #count(): number {
    return this.#waiting.length - this.#head + this.#unacknowledged.size;
  }

  #full(size: number): boolean {
    return this.#count >= this.#capacity || this.#bytes + size > this.#capacityBytes;
  }

  #makeRoom(size: number): boolean {
    if (this.#overflow === "newest") return false;
    while (this.#full(size)) {
      const oldest = this.#shift();
      // What is unacknowledged is on the wire and cannot be taken back.
      if (!oldest) return false;
      this.#bytes -= sizeOf(oldest);
      this.#counts.dropped++;
    }
    return true;
  }

  readonly #flush = (): void => {
    for (let next = this.#waiting[this.#head]; next && this.#ready(next); next = this.#waiting[this.#head]) {
      this.#shift();
      this.#send(next);
    }
    if (this.#count === 0) this.#settle();
  };

  #ready({ qos }: OutgoingMessage): boolean {
    const client = this.#client;
    if (!client?.connected || client.disconnecting) return false;
    if (qos === 1) return this.#unacknowledged.size < IN_FLIGHT;
    return (
      (client.stream as Partial<Writable>).writableLength === undefined || client.stream.writableLength < BACKLOG_BYTES
    );
  }

  #send(message: OutgoingMessage): void {
    const client = this.#client as MqttClient;
    this.#counts.sent++;
    const { topic, qos, retain = false } = message;
    const payload = message.payload as string | Buffer;
    if (qos === 0 && this.#batch) {
      this.#bytes -= sizeOf(message);
      this.#batch.publish(topic, payload, retain);
      return;
    }
    this.#batch?.flush();
    this.#cork.gather(client.stream as Writable);
    if (qos === 0) {
      this.#bytes -= sizeOf(message);
      // Without a callback: with one, each message would wait for the socket to drain by a listener of its own.
      client.publish(topic, payload, { qos, retain });
      return;
    }
    this.#unacknowledged.add(message);
    client.publish(topic, payload, { qos, retain }, (error) => {
      // An error on a connection that is gone: the message goes out again on the next one.
      if (client !== this.#client || (error && !client.connected) || !this.#unacknowledged.delete(message)) return;
      this.#bytes -= sizeOf(message);
      if (error) this.#counts.refused++;
      else this.#counts.acknowledged++;
      this.#flush();
    });
  }

  #shift(): OutgoingMessage | undefined {
    const message = this.#waiting[this.#head];
    if (!message) return undefined;
    this.#head++;
    if (this.#head >= 1_024 && 2 * this.#head >= this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    return message;
  }

  #settle(): void {
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}

/** QoS 1 messages sent and not acknowledged; half of what brokers take at the least. */
const IN_FLIGHT = 32;
const BACKLOG_BYTES = 2 ** 20;

function sizeOf({ payload }: OutgoingMessage): number {
  return payload.length;
}
