import { matches } from "../../src/sync/topics.ts";
import type { Delivery, PublishOptions, SyncTransport } from "../../src/sync/types.ts";

type Handler = (delivery: Delivery) => void;

/** A broker in memory that does what it is told to: loses, repeats, holds back. Delivers while `publish` runs. */
export class Hub {
  /** What came, in order. */
  readonly log: { topic: string; bytes: Uint8Array; retain: boolean; delivered: boolean }[] = [];
  readonly retained: Map<string, Uint8Array> = new Map();
  /** How often a message is delivered. */
  copies: (topic: string, bytes: Uint8Array) => number = () => 1;
  readonly #lines = new Set<Line>();

  connect(): Line {
    const line = new Line(this);
    this.#lines.add(line);
    return line;
  }

  leave(line: Line): void {
    this.#lines.delete(line);
  }

  publish(topic: string, bytes: Uint8Array, retain = false): void {
    const copies = this.copies(topic, bytes);
    this.log.push({ topic, bytes, retain, delivered: copies > 0 });
    if (retain) this.retained.set(topic, bytes);
    for (let i = 0; i < copies; i++) for (const line of this.#lines) line.deliver({ topic, bytes, retained: false });
  }

  /** Messages on topics that a filter takes. */
  sent(filter: string): Uint8Array[] {
    return this.log.filter(({ topic }) => matches(filter, topic)).map(({ bytes }) => bytes);
  }
}

export class Line implements SyncTransport {
  connected: boolean = true;
  readonly #hub: Hub;
  readonly #subscriptions: { filters: readonly string[]; handler: Handler }[] = [];
  readonly #onConnect: (() => void)[] = [];

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  onConnect(handler: () => void): void {
    this.#onConnect.push(handler);
    if (this.connected) handler();
  }

  async publish(topic: string, bytes: Uint8Array, { retain }: PublishOptions): Promise<void> {
    if (!this.connected) throw new Error("not connected");
    this.#hub.publish(topic, Uint8Array.from(bytes), retain);
  }

  async subscribe(filters: readonly string[], handler: Handler): Promise<void> {
    const subscription = { filters, handler };
    this.#subscriptions.push(subscription);
    if (this.connected) this.#retained(subscription);
  }

  /** As a cable that is pulled, and plugged in again: a clean session, so nothing is kept meanwhile. */
  cut(): void {
    this.connected = false;
  }

  restore(): void {
    this.connected = true;
    for (const subscription of this.#subscriptions) this.#retained(subscription);
    for (const handler of this.#onConnect) handler();
  }

  deliver(delivery: Delivery): void {
    if (!this.connected) return;
    for (const { filters, handler } of this.#subscriptions) {
      if (filters.some((filter) => matches(filter, delivery.topic))) handler(delivery);
    }
  }

  async close(): Promise<void> {
    this.connected = false;
    this.#hub.leave(this);
  }

  #retained({ filters, handler }: { filters: readonly string[]; handler: Handler }): void {
    for (const [topic, bytes] of this.#hub.retained) {
      if (filters.some((filter) => matches(filter, topic))) handler({ topic, bytes, retained: true });
    }
  }
}
