/** The last numbers of a field, float32. Its memory grows with what it holds, up to its length. */
export class Ring {
  readonly #length: number;
  #values: Float32Array<ArrayBuffer> = new Float32Array(0);
  #next = 0;
  #size = 0;

  constructor(length: number) {
    this.#length = length;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#values.byteLength;
  }

  push(value: number): void {
    if (this.#length === 0) return;
    if (this.#size === this.#values.length && this.#size < this.#length) this.#grow();
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % this.#values.length;
    if (this.#size < this.#values.length) this.#size++;
  }

  /** The value `back` pushes ago, 1 the last; NaN where there is none. */
  at(back: number): number {
    if (back > this.#size) return Number.NaN;
    return this.#values[(this.#next - back + this.#values.length) % this.#values.length] as number;
  }

  /** From oldest to newest. */
  values(): Float32Array<ArrayBuffer> {
    return Float32Array.from({ length: this.#size }, (_, i) => this.at(this.#size - i));
  }

  #grow(): void {
    const before = this.values();
    this.#values = new Float32Array(Math.min(this.#length, Math.max(8, 2 * before.length)));
    this.#values.set(before);
    this.#next = before.length;
  }
}
