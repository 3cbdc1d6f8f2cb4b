import { matches } from "../../src/sync/topics.ts";
import type { Delivery, PublishOptions, SyncTransport, Will } from "../../src/sync/types.ts";

/** Sits between: what it returns goes on, nothing, one or several times. */
export type Tamper = (topic: string, bytes: Uint8Array) => Uint8Array[];

/** A broker in this process: retained messages, wildcards, delivery in order a turn later. */
export class MemoryBroker {
  /** All that was published, in order. */
  readonly log: { topic: string; bytes: Uint8Array }[] = [];
  tamper: Tamper = (_topic, bytes) => [bytes];
  readonly #retained = new Map<string, Uint8Array>();
  readonly #links = new Set<MemoryLink>();

  /** One with the client id of another takes its place: the other's will is published. */
  connect({ clientId, will, onLost }: MemoryClient = {}): MemoryLink {
    for (const other of this.#links) if (clientId !== undefined && other.client.clientId === clientId) this.cut(other);
    const link = new MemoryLink(this, { clientId, will, onLost });
    this.#links.add(link);
    return link;
  }

  /** As a network that breaks. */
  cut(link: MemoryLink): void {
    link.connected = false;
    this.leave(link);
    const will = link.client.will?.();
    if (will) this.publish(will.topic, will.bytes, { qos: 1, retain: true });
    link.client.onLost?.("cut");
  }

  leave(link: MemoryLink): void {
    this.#links.delete(link);
  }

  publish(topic: string, bytes: Uint8Array, { retain }: PublishOptions): void {
    this.log.push({ topic, bytes });
    for (const one of this.tamper(topic, bytes)) {
      if (retain) this.#retained.set(topic, one);
      for (const link of this.#links) link.deliver({ topic, bytes: one, retained: false });
    }
  }

  retained(filters: readonly string[]): Delivery[] {
    const fitting = [...this.#retained].filter(([topic]) => filters.some((filter) => matches(filter, topic)));
    return fitting.map(([topic, bytes]) => ({ topic, bytes, retained: true }));
  }

  /** Messages on topics that end so. */
  said(part: string): Uint8Array[] {
    return this.log.filter(({ topic }) => topic.includes(part)).map(({ bytes }) => bytes);
  }
}

export interface MemoryClient {
  readonly clientId?: string | undefined;
  readonly will?: (() => Will) | undefined;
  readonly onLost?: ((reason: string) => void) | undefined;
}

export class MemoryLink implements SyncTransport {
  connected = true;
  readonly client: MemoryClient;
  readonly #broker: MemoryBroker;
  readonly #subscriptions: { filters: readonly string[]; handler: (delivery: Delivery) => void }[] = [];

  constructor(broker: MemoryBroker, client: MemoryClient = {}) {
    this.client = client;
    this.#broker = broker;
  }

  onConnect(handler: () => void): void {
    handler();
  }

  async publish(topic: string, bytes: Uint8Array, options: PublishOptions): Promise<void> {
    if (!this.connected) throw new Error("not connected");
    this.#broker.publish(topic, bytes, options);
  }

  async subscribe(filters: readonly string[], handler: (delivery: Delivery) => void): Promise<void> {
    this.#subscriptions.push({ filters, handler });
    for (const delivery of this.#broker.retained(filters)) handler(delivery);
  }

  deliver(delivery: Delivery): void {
    for (const { filters, handler } of this.#subscriptions) {
      if (filters.some((filter) => matches(filter, delivery.topic)))
        queueMicrotask(() => this.connected && handler(delivery));
    }
  }

  async close(): Promise<void> {
    if (!this.connected) return;
    this.connected = false;
    this.#broker.leave(this);
  }
}
