import { matches } from "../../src/sync/topics.ts";
import type { Delivery, PublishOptions, SyncTransport, Will } from "../../src/sync/types.ts";

/** What becomes of one message on its way to one receiver. */
export type Fate = "deliver" | "drop" | "twice" | "late";

export interface NetworkOptions {
  /** Decides for each message and receiver; left out, all are delivered. "late": behind all that is on its way now. */
  readonly fate?: (message: Delivery, receiver: string) => Fate;
  /** Whether the broker acknowledges a message it took; false: the publish rejects, and the message still goes its way. */
  readonly acknowledges?: (topic: string, sender: string) => boolean;
}

/** A broker in memory: retained messages, wills, wildcards; nothing moves until `settle`. */
export class MemoryNetwork {
  readonly retained: Map<string, Uint8Array> = new Map();
  /** Bytes and messages published so far, by the level of the topic behind the model. */
  readonly traffic: Map<string, { messages: number; bytes: number }> = new Map();
  fate: NonNullable<NetworkOptions["fate"]>;
  acknowledges: NonNullable<NetworkOptions["acknowledges"]>;
  readonly #lines = new Set<MemoryTransport>();
  readonly #onTheWay: { delivery: Delivery; to: MemoryTransport; isLate?: true }[] = [];

  constructor({ fate = () => "deliver", acknowledges = () => true }: NetworkOptions = {}) {
    this.fate = fate;
    this.acknowledges = acknowledges;
  }

  connect(name: string, will?: () => Will): MemoryTransport {
    const line = new MemoryTransport(this, name, will);
    this.#lines.add(line);
    return line;
  }

  /** Delivers until nothing is on its way, handlers' own publishes and promises included. @returns how many messages */
  async settle(most = 1_000_000): Promise<number> {
    for (let count = 0; ; count++) {
      // What receivers do may go through several promises before they publish.
      if (this.#onTheWay.length === 0) await new Promise((resolve) => setImmediate(resolve));
      const next = this.#onTheWay.shift();
      if (!next) return count;
      if (count >= most) throw new Error(`still busy after ${most} messages`);
      this.#deliver(next);
    }
  }

  send(topic: string, bytes: Uint8Array, { retain }: Pick<PublishOptions, "retain">): void {
    const kept = Uint8Array.from(bytes);
    const level = topic.split("/")[4] ?? topic;
    const { messages = 0, bytes: before = 0 } = this.traffic.get(level) ?? {};
    this.traffic.set(level, { messages: messages + 1, bytes: before + bytes.length });
    if (retain && bytes.length > 0) this.retained.set(topic, kept);
    else if (retain) this.retained.delete(topic);
    for (const to of this.#lines) {
      if (to.listens(topic)) this.#onTheWay.push({ delivery: { topic, bytes: kept, retained: false }, to });
    }
  }

  /** Retained messages for a line that has just subscribed. */
  greet(to: MemoryTransport, filters: readonly string[]): void {
    for (const [topic, bytes] of this.retained) {
      if (filters.some((filter) => matches(filter, topic))) {
        this.#onTheWay.push({ delivery: { topic, bytes, retained: true }, to });
      }
    }
  }

  #deliver({ delivery, to, isLate }: { delivery: Delivery; to: MemoryTransport; isLate?: true }): void {
    const fate = isLate ? "deliver" : this.fate(delivery, to.name);
    if (fate === "late") this.#onTheWay.push({ delivery, to, isLate: true });
    else for (let n = fate === "drop" ? 0 : fate === "twice" ? 2 : 1; n > 0; n--) to.take(delivery);
  }
}

/** One client of it. */
export class MemoryTransport implements SyncTransport {
  readonly name: string;
  readonly #network: MemoryNetwork;
  readonly #makeWill: (() => Will) | undefined;
  readonly #subscriptions: { filters: readonly string[]; handler: (delivery: Delivery) => void }[] = [];
  readonly #onConnect: (() => void)[] = [];
  #will: Will | undefined;
  #isConnected = true;

  constructor(network: MemoryNetwork, name: string, will?: () => Will) {
    this.#network = network;
    this.name = name;
    this.#makeWill = will;
    this.#will = will?.();
  }

  get connected(): boolean {
    return this.#isConnected;
  }

  onConnect(handler: () => void): void {
    this.#onConnect.push(handler);
    if (this.#isConnected) handler();
  }

  async publish(topic: string, bytes: Uint8Array, options: PublishOptions): Promise<void> {
    if (!this.#isConnected) throw new Error("not connected");
    this.#network.send(topic, bytes, options);
    if (!this.#network.acknowledges(topic, this.name)) throw new Error("no PUBACK");
  }

  async subscribe(filters: readonly string[], handler: (delivery: Delivery) => void): Promise<void> {
    this.#subscriptions.push({ filters, handler });
    if (this.#isConnected) this.#network.greet(this, filters);
  }

  async close(): Promise<void> {
    this.#isConnected = false;
  }

  /** The connection is gone, and the broker publishes the will. */
  break(): void {
    if (!this.#isConnected) return;
    this.#isConnected = false;
    if (this.#will) this.#network.send(this.#will.topic, this.#will.bytes, { retain: true });
  }

  /** Connects again: a clean session, the subscriptions of before. */
  restore(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#will = this.#makeWill?.();
    for (const { filters } of this.#subscriptions) this.#network.greet(this, filters);
    for (const handler of this.#onConnect) handler();
  }

  listens(topic: string): boolean {
    return this.#isConnected && this.#subscriptions.some(({ filters }) => filters.some((f) => matches(f, topic)));
  }

  take(delivery: Delivery): void {
    if (!this.#isConnected) return;
    for (const { filters, handler } of this.#subscriptions) {
      if (filters.some((filter) => matches(filter, delivery.topic))) handler(delivery);
    }
  }
}
