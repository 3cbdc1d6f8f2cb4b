import type { ByteReader, ByteWriter } from "./bytes.ts";

/** The last so many numbers with the hashes of their messages, in the order they came. Memory grows as they come. */
export class Recent {
  readonly #limit: number;
  #numbers: Float64Array = new Float64Array(8);
  #hashes: Uint32Array = new Uint32Array(8);
  #arrivals: Float64Array | undefined;
  // The oldest stands at `start`; behind the last comes the first.
  #start = 0;
  #size = 0;

  /** @param keepsArrivals whether `dropBefore` is to be called */
  constructor(limit: number, keepsArrivals = false) {
    this.#limit = limit;
    if (keepsArrivals) this.#arrivals = new Float64Array(8);
  }

  get size(): number {
    return this.#size;
  }

  /** Bytes this takes, about. */
  get bytes(): number {
    return this.#numbers.byteLength + this.#hashes.byteLength + (this.#arrivals?.byteLength ?? 0) + 64;
  }

  add(number: number, hash: number, arrivalMs = 0): void {
    if (this.#size === this.#numbers.length && this.#size < this.#limit) this.#grow();
    const at = (this.#start + this.#size) % this.#numbers.length;
    this.#numbers[at] = number;
    this.#hashes[at] = hash;
    if (this.#arrivals) this.#arrivals[at] = arrivalMs;
    if (this.#size < this.#numbers.length) this.#size++;
    else this.#start = (this.#start + 1) % this.#numbers.length;
  }

  /** The hash the number last came with. */
  hashOf(number: number): number | undefined {
    for (let i = this.#size - 1; i >= 0; i--) {
      const at = (this.#start + i) % this.#numbers.length;
      if (this.#numbers[at] === number) return this.#hashes[at];
    }
    return undefined;
  }

  has(number: number, hash: number): boolean {
    for (let i = this.#size - 1; i >= 0; i--) {
      const at = (this.#start + i) % this.#numbers.length;
      if (this.#numbers[at] === number && this.#hashes[at] === hash) return true;
    }
    return false;
  }

  /** Forgets what came before the moment, but for the last `least`. */
  dropBefore(arrivalMs: number, least: number): void {
    while (this.#size > least && (this.#arrivals?.[this.#start] ?? 0) < arrivalMs) {
      this.#start = (this.#start + 1) % this.#numbers.length;
      this.#size--;
    }
  }

  write(writer: ByteWriter): void {
    writer.varint(this.#size);
    let [number, arrival] = [0, 0];
    for (let i = 0; i < this.#size; i++) {
      const at = (this.#start + i) % this.#numbers.length;
      writer.signed((this.#numbers[at] as number) - number);
      writer.u32(this.#hashes[at] as number);
      number = this.#numbers[at] as number;
      if (!this.#arrivals) continue;
      writer.f64((this.#arrivals[at] as number) - arrival);
      arrival = this.#arrivals[at] as number;
    }
  }

  static read(reader: ByteReader, limit: number, keepsArrivals = false): Recent {
    const recent = new Recent(limit, keepsArrivals);
    let [number, arrival] = [0, 0];
    for (let left = reader.count(keepsArrivals ? 13 : 5); left > 0; left--) {
      number += reader.signed();
      const hash = reader.u32();
      if (keepsArrivals) arrival += reader.f64();
      recent.add(number, hash, arrival);
    }
    return recent;
  }

  #grow(): void {
    const places = Math.min(this.#limit, 2 * this.#numbers.length);
    const order = Array.from({ length: this.#size }, (_, i) => (this.#start + i) % this.#numbers.length);
    const larger = <Of extends Float64Array | Uint32Array>(old: Of, fresh: Of): Of => {
      for (const [i, at] of order.entries()) fresh[i] = old[at] as number;
      return fresh;
    };
    this.#numbers = larger(this.#numbers, new Float64Array(places));
    this.#hashes = larger(this.#hashes, new Uint32Array(places));
    if (this.#arrivals) this.#arrivals = larger(this.#arrivals, new Float64Array(places));
    this.#start = 0;
  }
}
