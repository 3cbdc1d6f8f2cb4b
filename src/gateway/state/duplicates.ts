import type { ByteReader, ByteWriter } from "./bytes.ts";
import { Intervals } from "./intervals.ts";
import { Recent } from "./recent.ts";

/** How messages of a source are told apart: by a counter, by their time, or by the broker's packet ids alone. */
export type OrderType = "counter" | "time" | "none";

/** Hashes kept of the latest messages. */
export const HASHES_LIMIT = 1_024;
/** An order below this that is too old to be compared is a sensor that counts from the start again. */
export const REBOOT_ORDERS = 16;
/** How long the orders of the session before are kept. */
export const SESSION_MEMORY_MS = 600_000;
/** Moments kept for order type "time": those of the last 120 s of arrival, at least 64, at most 8,192. */
export const MOMENTS = { spanMs: 120_000, least: 64, most: 8_192 } as const;

export type Freshness = "new" | "newSession" | "duplicate" | "late";

/** What a message is known by. */
export interface Identity {
  readonly order: number | undefined;
  readonly packetId: number | undefined;
  readonly hash: number;
  readonly arrivalMs: number;
}

/** What has come from a source: `check` asks, `add` takes in what `check` let through. */
export class Duplicates {
  readonly type: OrderType;
  #orders: Intervals = new Intervals();
  #recent: Recent;
  /** Of moments: nothing after it has come. */
  #latest = -1;
  /** Of counters: what came before the sensor counted from the start again. */
  #previous: { recent: Recent; untilMs: number } | undefined;

  constructor(type: OrderType) {
    this.type = type;
    this.#recent = freshRecent(type);
  }

  /** Bytes this takes, about. */
  get bytes(): number {
    return this.#orders.bytes + this.#recent.bytes + (this.#previous?.recent.bytes ?? 0);
  }

  /** Changes nothing. */
  check({ order, packetId, hash, arrivalMs }: Identity, dup: boolean): Freshness {
    if (this.type === "none" || order === undefined) {
      const isKnown = dup && packetId !== undefined && this.#recent.hashOf(packetId) === hash;
      return isKnown ? "duplicate" : "new";
    }
    if (this.type === "time") {
      return order <= this.#latest && this.#recent.has(order, hash) ? "duplicate" : "new";
    }
    const isOfPrevious =
      this.#previous !== undefined &&
      arrivalMs <= this.#previous.untilMs &&
      this.#previous.recent.hashOf(order) === hash;
    if (!this.#orders.has(order)) return isOfPrevious ? "duplicate" : "new";
    const known = this.#recent.hashOf(order);
    if (known === hash || isOfPrevious) return "duplicate";
    return known !== undefined || order < REBOOT_ORDERS ? "newSession" : "late";
  }

  /** Whether an order has come, of a counter in this session. */
  came(order: number): boolean {
    if (this.type === "counter") return this.#orders.has(order);
    return this.type === "time" && order <= this.#latest && this.#recent.hashOf(order) !== undefined;
  }

  /** @returns how many orders were missing in gaps that are closed now */
  add({ order, packetId, hash, arrivalMs }: Identity, isNewSession: boolean): number {
    if (this.#previous && arrivalMs > this.#previous.untilMs) this.#previous = undefined;
    if (this.type === "none" || order === undefined) {
      if (packetId !== undefined) this.#recent.add(packetId, hash);
      return 0;
    }
    if (this.type === "time") {
      if (order > this.#latest) this.#latest = order;
      this.#recent.add(order, hash, arrivalMs);
      this.#recent.dropBefore(arrivalMs - MOMENTS.spanMs, MOMENTS.least);
      return 0;
    }
    if (isNewSession) {
      this.#previous = { recent: this.#recent, untilMs: arrivalMs + SESSION_MEMORY_MS };
      this.#orders = new Intervals();
      this.#recent = freshRecent(this.type);
    }
    this.#recent.add(order, hash);
    return this.#orders.add(order, arrivalMs);
  }

  write(writer: ByteWriter): void {
    writer.u8(ORDER_TYPES.indexOf(this.type));
    this.#orders.write(writer);
    this.#recent.write(writer);
    writer.signed(this.#latest);
    writer.u8(this.#previous ? 1 : 0);
    if (!this.#previous) return;
    this.#previous.recent.write(writer);
    writer.f64(this.#previous.untilMs);
  }

  static read(reader: ByteReader): Duplicates {
    const type = ORDER_TYPES[reader.u8()];
    if (type === undefined) throw reader.damaged("there is no such type of order", ORDER_TYPES.join(", "));
    const duplicates = new Duplicates(type);
    duplicates.#orders = Intervals.read(reader);
    duplicates.#recent = readRecent(reader, type);
    duplicates.#latest = reader.signed();
    if (reader.u8() === 1) duplicates.#previous = { recent: readRecent(reader, type), untilMs: reader.f64() };
    return duplicates;
  }
}

// ---

const ORDER_TYPES: readonly OrderType[] = ["counter", "time", "none"];

function freshRecent(type: OrderType): Recent {
  return type === "time" ? new Recent(MOMENTS.most, true) : new Recent(HASHES_LIMIT);
}

function readRecent(reader: ByteReader, type: OrderType): Recent {
  return type === "time" ? Recent.read(reader, MOMENTS.most, true) : Recent.read(reader, HASHES_LIMIT);
}
