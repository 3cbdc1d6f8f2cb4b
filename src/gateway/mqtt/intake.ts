import type { IPublishPacket } from "mqtt";
import type { Connection } from "./link.ts";

/** What the intake needs to know of a connection. */
export type Line = Pick<Connection, "live">;

/** Handles one message. @returns whether it may be acknowledged; false: the broker is to send it again */
export type Handler = (packet: IPublishPacket, line: Line) => boolean | Promise<boolean>;

export interface InboxOptions {
  /** Most messages at QoS 0 that wait while another is at work. */
  readonly messages: number;
  /** Which of them goes when all places are taken. */
  readonly overflow: "oldest" | "newest";
}

export interface IntakeCounts {
  /** Messages handed in by connections. */
  received: number;
  /** Not handled, since their connection had gone while they waited: the broker sends them again. */
  abandoned: number;
  /** Handled, but too late to acknowledge on the connection they came by. */
  late: number;
  /** At QoS 0, for want of a place. */
  dropped: number;
}

/**
 * One message at a time, across connections: after a reconnect the message of the old connection may still be at work
 * when the broker sends it again on the new one.
 */
export class Intake {
  readonly #handler: Handler;
  readonly #failed: (error: unknown) => void;
  readonly #inbox: InboxOptions;
  readonly #waiting: Arrival[] = [];
  readonly #counts: IntakeCounts = { received: 0, abandoned: 0, late: 0, dropped: 0 };
  #busy = false;
  #stopped = false;
  #idle: (() => void)[] = [];

  /** @param failed what the handler throws; the message is not acknowledged and nothing more is handled */
  constructor(handler: Handler, failed: (error: unknown) => void, inbox: InboxOptions) {
    this.#handler = handler;
    this.#failed = failed;
    this.#inbox = inbox;
  }

  take(packet: IPublishPacket, line: Line, done: (error?: Error) => void): void {
    this.#counts.received++;
    if (!this.#busy) return this.#serve(packet, line, done);
    if (packet.qos > 0) {
      // Not called back until it is done: the socket pauses, and the broker keeps what comes after.
      this.#waiting.push({ packet, line, done });
      return;
    }
    this.#admit({ packet, line, done: nothing });
    done();
  }

  /** Whether a message is at work. */
  get isBusy(): boolean {
    return this.#busy;
  }

  /** Handles nothing more; resolves when the message at work is done. What is left is not acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
    this.#giveUp();
  }

  /** Resolves when no message is at work. */
  async idle(): Promise<void> {
    if (this.#busy) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  counts(): IntakeCounts {
    return { ...this.#counts };
  }

  #serve(packet: IPublishPacket, line: Line, done: (error?: Error) => void): void {
    if (this.#stopped) return done(STOPPED);
    // The broker sends it again on the connection that followed; at QoS 0 it would be lost.
    if (packet.qos > 0 && !line.live) {
      this.#counts.abandoned++;
      done(GONE);
      return;
    }
    this.#busy = true;
    let work: boolean | Promise<boolean>;
    try {
      work = this.#handler(packet, line);
    } catch (error) {
      this.#fail(error, done);
      return;
    }
    if (work instanceof Promise) {
      work.then(
        (handled) => {
          this.#finish(handled, line, done);
          this.#next();
        },
        (error) => this.#fail(error, done),
      );
    } else {
      this.#finish(work, line, done);
      if (this.#waiting.length > 0) this.#next();
    }
  }

  #finish(handled: boolean, line: Line, done: (error?: Error) => void): void {
    this.#busy = false;
    if (!handled) {
      done(UNHANDLED);
    } else if (line.live) {
      done();
    } else {
      this.#counts.late++;
      done(GONE);
    }
    if (this.#idle.length > 0) this.#release();
  }

  #admit(arrival: Arrival): void {
    const { messages, overflow } = this.#inbox;
    if (this.#waiting.length < messages) {
      this.#waiting.push(arrival);
      return;
    }
    this.#counts.dropped++;
    if (overflow === "newest") return;
    const oldest = this.#waiting.findIndex(({ packet }) => packet.qos === 0);
    if (oldest < 0) return;
    this.#waiting.splice(oldest, 1);
    this.#waiting.push(arrival);
  }

  #next(): void {
    while (!this.#busy) {
      const arrival = this.#waiting.shift();
      if (!arrival) return;
      this.#serve(arrival.packet, arrival.line, arrival.done);
    }
  }

  #fail(error: unknown, done: (error?: Error) => void): void {
    this.#stopped = true;
    this.#busy = false;
    this.#failed(error);
    this.#release();
    done(STOPPED);
    this.#giveUp();
  }

  /** Lets the connections read on, up to the end that the broker sends: a socket that is not read to it stays open. */
  #giveUp(): void {
    for (const { done } of this.#waiting.splice(0)) done(STOPPED);
  }

  #release(): void {
    const resolvers = this.#idle;
    this.#idle = [];
    for (const resolve of resolvers) resolve();
  }
}

interface Arrival {
  packet: IPublishPacket;
  line: Line;
  done: (error?: Error) => void;
}

function nothing(): void {}

const UNHANDLED = new Error("not handled");
const STOPPED = new Error("nothing more is handled");
const GONE = new Error("the connection of this message is gone");
