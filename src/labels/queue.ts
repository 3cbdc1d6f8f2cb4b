import { MillraceError, show } from "../errors.ts";
import { countOf, type FullSpec } from "../spec.ts";

export type Overflow = "oldest" | "newest" | "refuse";

export interface Expiry {
  /** A sample is given up when more than this many later ones have been predicted. */
  predictions?: number;
  /** A sample is given up when it has waited longer than this, in whatever units the caller's `time` has. */
  time?: number;
}

export interface Place {
  x: Float32Array;
  output: Float32Array;
}

const CAPACITY_LIMIT = 2 ** 24;
const NONE = -1;

/** Tickets in the order they were given, each with a place for its sample; one may leave from anywhere in O(1). */
export class LabelQueue {
  readonly capacity: number;
  readonly #overflow: Overflow;
  readonly #expiry: Expiry;
  readonly #places: Place[];
  readonly #bytes: number;
  readonly #placeOf: Map<number, number> = new Map();
  readonly #tickets: Float64Array;
  readonly #times: Float64Array;
  // A doubly linked list over the places: those that wait from the oldest on; the free ones by `after` alone.
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  #oldest = NONE;
  #newest = NONE;
  #free = 0;
  #now = Number.NEGATIVE_INFINITY;

  constructor(
    spec: FullSpec,
    options: { capacity?: number; overflow?: Overflow; expiry?: Expiry; remembered?: number },
  ) {
    const { capacity = 1024, overflow = "oldest", expiry = {}, remembered } = options;
    check("capacity", capacity, Number.isInteger(capacity) && capacity > 0 && capacity <= CAPACITY_LIMIT, COUNT);
    check("overflow", overflow, ["oldest", "newest", "refuse"].includes(overflow), '"oldest", "newest" or "refuse"');
    check("remembered", remembered ?? 0, isCount(remembered) && (remembered ?? 0) <= CAPACITY_LIMIT, COUNT);
    check("expiry.predictions", expiry.predictions, isCount(expiry.predictions), "a whole number");
    check("expiry.time", expiry.time, expiry.time === undefined || expiry.time >= 0, "a number from 0");
    const [inputs, outputs] = [countOf(spec.inputs), spec.outputs];
    const memory = new Float32Array(capacity * (inputs + outputs));
    this.capacity = capacity;
    this.#overflow = overflow;
    this.#expiry = expiry;
    this.#places = Array.from({ length: capacity }, (_, i) => {
      const start = i * (inputs + outputs);
      return {
        x: memory.subarray(start, start + inputs),
        output: memory.subarray(start + inputs, start + inputs + outputs),
      };
    });
    this.#tickets = new Float64Array(capacity);
    this.#times = new Float64Array(capacity);
    this.#before = new Int32Array(capacity);
    this.#after = Int32Array.from({ length: capacity }, (_, i) => (i + 1 < capacity ? i + 1 : NONE));
    this.#bytes = memory.byteLength + capacity * 24;
  }

  get size(): number {
    return this.#placeOf.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(ticket: number): Place | undefined {
    const place = this.#placeOf.get(ticket);
    return place === undefined ? undefined : this.#places[place];
  }

  /**
   * Asked before `ticket` is given out.
   * @throws MillraceError `E_FULL` where all places are taken and nobody may be pushed out
   */
  admit(ticket: number): void {
    if (this.#overflow !== "refuse" || this.size < this.capacity) return;
    const age = ticket - (this.#tickets[this.#oldest] as number);
    if (age > (this.#expiry.predictions ?? Number.POSITIVE_INFINITY)) return;
    throw new MillraceError("E_FULL", "too many samples wait for their label", {
      expected: `at most ${this.capacity}`,
      actual: `${this.capacity} and one more`,
      remedy: 'Learn or withdraw some, or take a larger capacity, an expiry, or overflow: "oldest"',
    });
  }

  /** The ticket that must leave before another can enter. */
  room(): number | undefined {
    return this.#free === NONE && this.#overflow === "oldest" ? this.#tickets[this.#oldest] : undefined;
  }

  /** A place for a new ticket; none where all are taken. */
  enter(ticket: number): Place | undefined {
    const place = this.#free;
    if (place === NONE) return undefined;
    this.#free = this.#after[place] as number;
    this.#tickets[place] = ticket;
    this.#times[place] = this.#now;
    this.#before[place] = this.#newest;
    this.#after[place] = NONE;
    if (this.#newest === NONE) this.#oldest = place;
    else this.#after[this.#newest] = place;
    this.#newest = place;
    this.#placeOf.set(ticket, place);
    return this.#places[place];
  }

  leave(ticket: number): void {
    const place = this.#placeOf.get(ticket);
    if (place === undefined) return;
    this.#placeOf.delete(ticket);
    const [before, after] = [this.#before[place] as number, this.#after[place] as number];
    if (before === NONE) this.#oldest = after;
    else this.#after[before] = after;
    if (after === NONE) this.#newest = before;
    else this.#before[after] = before;
    this.#after[place] = this.#free;
    this.#free = place;
  }

  /** Tickets too old when `ticket` is given out; each must leave before the next is asked for. */
  *expiredBy(ticket: number): Generator<number> {
    const { predictions } = this.#expiry;
    if (predictions === undefined) return;
    while (this.#oldest !== NONE && ticket - (this.#tickets[this.#oldest] as number) > predictions) {
      yield this.#tickets[this.#oldest] as number;
    }
  }

  /** Tickets that have waited too long at `time`; each must leave before the next is asked for. */
  *expiredAt(time: number | undefined): Generator<number> {
    const limit = this.#expiry.time;
    if (limit === undefined) return;
    check("time", time, typeof time === "number" && Number.isFinite(time), "the time now, since expiry.time is set");
    this.#now = Math.max(this.#now, time as number);
    while (this.#oldest !== NONE && this.#now - (this.#times[this.#oldest] as number) > limit) {
      yield this.#tickets[this.#oldest] as number;
    }
  }
}

// ---

const COUNT = `a whole number up to ${CAPACITY_LIMIT}`;

function isCount(value: number | undefined): boolean {
  return value === undefined || (Number.isInteger(value) && value >= 0);
}

function check(where: string, value: unknown, isLegal: boolean, expected: string): void {
  if (!isLegal) throw new MillraceError("E_VALUE", "not what it can be", { where, expected, actual: show(value) });
}
