import type { ByteReader, ByteWriter } from "./bytes.ts";

/** Most intervals kept: the lowest gap is closed when there would be more. */
export const INTERVALS_LIMIT = 1_024;
/** A gap this old, and this many orders below the highest, is closed: what is missing will not come. */
export const GAP_AGE_MS = 600_000;
export const GAP_ORDERS = 1_024;

/**
 * Which of the whole numbers from 0 on have come: everything up to the floor, then intervals with gaps between.
 * A gap remembers when it opened.
 */
export class Intervals {
  // Parallel and ascending: interval i is first[i] to last[i]; opened[i] is when the gap below it opened.
  readonly #first: number[] = [];
  readonly #last: number[] = [];
  readonly #opened: number[] = [];
  #floor = -1;
  #closed = 0;

  /** Everything up to here counts as come; -1 at first. */
  get floor(): number {
    return this.#floor;
  }

  /** The highest that has come; the floor where there is none above. */
  get highest(): number {
    return this.#last.at(-1) ?? this.#floor;
  }

  /** Bytes this takes, about. */
  get bytes(): number {
    return 24 * this.#first.length + 64;
  }

  has(number: number): boolean {
    if (number <= this.#floor) return true;
    const at = this.#at(number);
    return at >= 0 && number <= (this.#last[at] as number);
  }

  /**
   * Adds a number and closes the gaps whose time is over.
   * @returns how many numbers were missing in the gaps that were closed
   */
  add(number: number, nowMs: number): number {
    if (number === this.#floor + 1 && this.#first.length === 0) {
      this.#floor = number;
      return 0;
    }
    this.#closed = 0;
    if (!this.has(number)) this.#insert(number, nowMs);
    while (this.#first.length > 0 && (this.#joinsFloor() || this.#isOver(nowMs))) this.#closeLowest();
    return this.#closed;
  }

  write(writer: ByteWriter): void {
    writer.signed(this.#floor);
    writer.varint(this.#first.length);
    let before = this.#floor;
    for (let i = 0; i < this.#first.length; i++) {
      writer.varint((this.#first[i] as number) - before);
      writer.varint((this.#last[i] as number) - (this.#first[i] as number));
      writer.f64(this.#opened[i] as number);
      before = this.#last[i] as number;
    }
  }

  static read(reader: ByteReader): Intervals {
    const intervals = new Intervals();
    intervals.#floor = reader.signed();
    let before = intervals.#floor;
    for (let left = reader.count(10); left > 0; left--) {
      const first = before + reader.varint();
      const last = first + reader.varint();
      if (first <= before || last > Number.MAX_SAFE_INTEGER)
        throw reader.damaged("intervals overlap", "ascending ones");
      intervals.#first.push(first);
      intervals.#last.push(last);
      intervals.#opened.push(reader.f64());
      before = last;
    }
    return intervals;
  }

  /** Of the last interval that begins at or below the number; -1 for none. */
  #at(number: number): number {
    let [low, high] = [0, this.#first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#first[middle] as number) <= number) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #insert(number: number, nowMs: number): void {
    const at = this.#at(number);
    const extends_ = at >= 0 && this.#last[at] === number - 1;
    const meets = this.#first[at + 1] === number + 1;
    if (extends_ && meets) {
      this.#last[at] = this.#last[at + 1] as number;
      this.#remove(at + 1);
    } else if (extends_) {
      this.#last[at] = number;
    } else if (meets) {
      this.#first[at + 1] = number;
    } else {
      // Both gaps of a number inside a gap are as old as that gap was.
      const opened = at + 1 < this.#opened.length ? (this.#opened[at + 1] as number) : nowMs;
      this.#first.splice(at + 1, 0, number);
      this.#last.splice(at + 1, 0, number);
      this.#opened.splice(at + 1, 0, opened);
    }
  }

  #joinsFloor(): boolean {
    return this.#first[0] === this.#floor + 1;
  }

  #isOver(nowMs: number): boolean {
    if (this.#first.length > INTERVALS_LIMIT) return true;
    const isOld = nowMs - (this.#opened[0] as number) > GAP_AGE_MS;
    return isOld && this.highest - (this.#first[0] as number) >= GAP_ORDERS;
  }

  #closeLowest(): void {
    const missing = (this.#first[0] as number) - this.#floor - 1;
    // Below the first number that ever came nothing is known to be missing.
    if (this.#floor >= 0) this.#closed += missing;
    this.#floor = this.#last[0] as number;
    this.#remove(0);
  }

  #remove(at: number): void {
    this.#first.splice(at, 1);
    this.#last.splice(at, 1);
    this.#opened.splice(at, 1);
  }
}
