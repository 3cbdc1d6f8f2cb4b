import type { DeviceEvent } from "../sync/device/events.ts";
import type { StatusMessage } from "./mqtt/presence.ts";
import type { SelfTestReport } from "./mqtt/self-test.ts";
import type { Learnt, Prediction, StateEvent } from "./types.ts";

/** What `for await (const event of gateway)` gives. */
export type GatewayEvent =
  | { readonly type: "status"; readonly status: StatusMessage }
  | { readonly type: "connected"; readonly connection: "data" | "control"; readonly sessionPresent: boolean }
  | { readonly type: "disconnected"; readonly connection: "data" | "control"; readonly reason: string }
  /** The broker did not keep the session although the gateway has been here before. */
  | { readonly type: "possibleGap"; readonly since: number }
  | { readonly type: "selfTest"; readonly report: SelfTestReport }
  | { readonly type: "prediction"; readonly prediction: Prediction }
  | { readonly type: "learnt"; readonly learnt: Learnt }
  | {
      readonly type: "rejected";
      readonly stream: string;
      readonly topic: string;
      readonly reason: string;
      readonly detail: string;
    }
  | { readonly type: "event"; readonly event: StateEvent }
  /** Of a stream's model in its fleet. */
  | { readonly type: "sync"; readonly stream: string; readonly event: DeviceEvent }
  /** The reader was too slow: so many events were dropped, the oldest first. */
  | { readonly type: "missed"; readonly count: number };

/** Hands events to any number of readers, each with a queue of bounded length. */
export class EventFeed {
  readonly #readers: Set<Reader> = new Set();
  #ended = false;

  /** Whether anybody reads: making an event is not worth it otherwise. */
  get isRead(): boolean {
    return this.#readers.size > 0;
  }

  emit(event: GatewayEvent): void {
    for (const reader of this.#readers) reader.push(event);
  }

  /** Readers get what they have not read yet, then end. */
  end(): void {
    this.#ended = true;
    for (const reader of this.#readers) reader.end();
  }

  /** Reads from now on; what came before is not told. */
  read(): AsyncIterableIterator<GatewayEvent> {
    const reader = new Reader(() => this.#readers.delete(reader));
    if (this.#ended) reader.end();
    else this.#readers.add(reader);
    return reader;
  }
}

const QUEUE_LENGTH = 1_024;
const DONE = { done: true, value: undefined } as const;

class Reader implements AsyncIterableIterator<GatewayEvent> {
  readonly #leave: () => void;
  #queue: GatewayEvent[] = [];
  #head = 0;
  #missed = 0;
  #ended = false;
  #waiting: ((result: IteratorResult<GatewayEvent, undefined>) => void)[] = [];

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  push(event: GatewayEvent): void {
    const waiting = this.#waiting.shift();
    if (waiting) return waiting({ done: false, value: event });
    this.#queue.push(event);
    if (this.#queue.length - this.#head <= QUEUE_LENGTH) return;
    this.#missed++;
    this.#take();
  }

  end(): void {
    this.#ended = true;
    for (const waiting of this.#waiting.splice(0)) waiting(DONE);
  }

  async next(): Promise<IteratorResult<GatewayEvent, undefined>> {
    if (this.#missed > 0) {
      const count = this.#missed;
      this.#missed = 0;
      return { done: false, value: { type: "missed", count } };
    }
    const event = this.#take();
    if (event) return { done: false, value: event };
    if (this.#ended) return DONE;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async return(): Promise<IteratorResult<GatewayEvent, undefined>> {
    this.#leave();
    this.#queue = [];
    this.#head = 0;
    this.#missed = 0;
    this.end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #take(): GatewayEvent | undefined {
    const event = this.#queue[this.#head];
    if (!event) return undefined;
    this.#head++;
    if (this.#head >= QUEUE_LENGTH) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return event;
  }
}
