import type { ByteReader, ByteWriter } from "./bytes.ts";

const LIMIT = 1_024;

/** When the samples that are labelled were measured: the latest of them, and the latest of those forgotten. */
export class Moments {
  readonly #times: number[] = [];
  #floorMs = Number.NEGATIVE_INFINITY;

  /** Whatever was measured up to here may have been labelled. */
  get floorMs(): number {
    return this.#floorMs;
  }

  get bytes(): number {
    return 8 * this.#times.length + 64;
  }

  add(timeMs: number): void {
    this.#times.push(timeMs);
    if (this.#times.length <= LIMIT) return;
    this.#floorMs = Math.max(this.#floorMs, this.#times.shift() as number);
  }

  /** The latest labelled moment not above this one; the floor where it is above none that is remembered. */
  latestUpTo(timeMs: number): number {
    let latest = this.#floorMs <= timeMs ? this.#floorMs : Number.NEGATIVE_INFINITY;
    for (const time of this.#times) if (time <= timeMs && time > latest) latest = time;
    return latest;
  }

  write(writer: ByteWriter): void {
    writer.f64(this.#floorMs);
    writer.varint(this.#times.length);
    for (const time of this.#times) writer.f64(time);
  }

  read(reader: ByteReader): void {
    this.#floorMs = reader.f64();
    for (let left = reader.count(8); left > 0; left--) this.#times.push(reader.f64());
  }
}
