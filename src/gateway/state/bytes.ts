import { MillraceError } from "../../errors.ts";

/** Little-endian bytes, written one behind the other; the buffer is kept from one use to the next. */
export class ByteWriter {
  readonly #leastBytes: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  // What was written since the last `take` or `cut` stands from start to length.
  #start = 0;
  #length = 0;

  /** @param leastBytes of its buffer */
  constructor(leastBytes = 256) {
    this.#leastBytes = leastBytes;
    this.#bytes = new Uint8Array(leastBytes);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** A copy of what was written; the writer starts afresh. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(this.#start, this.#length);
    this.#length = this.#start;
    return bytes;
  }

  /** What was written, where it lies: for what is short and soon forgotten. It keeps the buffer it shares. */
  cut(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.subarray(this.#start, this.#length);
    this.#start = this.#length;
    return bytes;
  }

  u8(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  u32(value: number): void {
    const at = this.#room(4);
    this.#view.setUint32(at, value, true);
  }

  f64(value: number): void {
    const at = this.#room(8);
    this.#view.setFloat64(at, value, true);
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the lowest first. */
  varint(value: number): void {
    let at = this.#room(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[at++] = rest;
    this.#length = at;
  }

  /** A whole number of either sign, below 2^52. */
  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(value: string): void {
    if (value.length <= SHORT && this.#plain(value)) return;
    const length = Buffer.byteLength(value);
    this.varint(length);
    const at = this.#room(length);
    Buffer.from(this.#bytes.buffer).write(value, at, "utf8");
  }

  floats(values: Float32Array): void {
    this.varint(values.length);
    const at = this.#room(4 * values.length);
    for (let i = 0; i < values.length; i++) this.#view.setFloat32(at + 4 * i, values[i] as number, true);
  }

  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** A short text of plain letters: calls of the encoder would cost more than they do. */
  #plain(value: string): boolean {
    const start = this.#room(1 + value.length);
    this.#bytes[start] = value.length;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code > 0x7f) {
        this.#length = start;
        return false;
      }
      this.#bytes[start + 1 + i] = code;
    }
    return true;
  }

  #room(bytes: number): number {
    const at = this.#length;
    if (at + bytes <= this.#bytes.length) {
      this.#length = at + bytes;
      return at;
    }
    const written = this.#bytes.subarray(this.#start, at);
    const larger = new Uint8Array(Math.max(this.#leastBytes, 2 * (written.length + bytes)));
    larger.set(written);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
    this.#start = 0;
    this.#length = written.length + bytes;
    return written.length;
  }
}

/** Reads what `ByteWriter` wrote. Whatever the bytes are, it throws nothing but MillraceError `E_FORMAT`. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #what: string;
  #at = 0;

  /** @param what the bytes are called in a message, as "the record" */
  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#what = what;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.#take(8), true);
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) break;
      scale *= 128;
      if (scale > 2 ** 49) break;
    }
    if (value <= Number.MAX_SAFE_INTEGER && scale <= 2 ** 49) return value;
    throw this.damaged("a number is too large", `at most ${Number.MAX_SAFE_INTEGER}`);
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const length = this.varint();
    const at = this.#take(length);
    const bytes = this.#bytes;
    // Most texts are short and plain; a decoder's call costs more than they do.
    if (length <= SHORT) {
      let text = "";
      let i = at;
      for (; i < at + length; i++) {
        const byte = bytes[i] as number;
        if (byte > 0x7f) break;
        text += String.fromCharCode(byte);
      }
      if (i === at + length) return text;
    }
    try {
      return DECODER.decode(bytes.subarray(at, at + length));
    } catch {
      throw this.damaged("a text is no UTF-8", "UTF-8");
    }
  }

  floats(): Float32Array {
    const count = this.count(4);
    const at = this.#take(4 * count);
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.#view.getFloat32(at + 4 * i, true);
    return values;
  }

  /** A copy. */
  block(): Uint8Array<ArrayBuffer> {
    const length = this.varint();
    const at = this.#take(length);
    return this.#bytes.slice(at, at + length) as Uint8Array<ArrayBuffer>;
  }

  /** How many things follow, of at least so many bytes each: more than there is room for is refused before it is taken. */
  count(leastBytes: number): number {
    const count = this.varint();
    if (count * leastBytes <= this.#bytes.length - this.#at) return count;
    throw this.damaged("it ends before it says", `${count} things of at least ${leastBytes} bytes`);
  }

  /** @throws MillraceError `E_FORMAT` where something is left */
  end(): void {
    if (this.#at === this.#bytes.length) return;
    throw this.damaged("something follows its end", `${this.#at} bytes`);
  }

  damaged(what: string, expected: string): MillraceError {
    return new MillraceError("E_FORMAT", `${this.#what} cannot be read: ${what}`, {
      where: `byte ${this.#at}`,
      expected,
      actual: `${this.#bytes.length} bytes in all`,
    });
  }

  #take(bytes: number): number {
    const at = this.#at;
    if (bytes > this.#bytes.length - at) throw this.damaged("it ends too soon", `${bytes} bytes more`);
    this.#at = at + bytes;
    return at;
  }
}

/** Characters; below 128, so that its length is one byte. */
const SHORT = 32;

// The byte order mark is text like any other.
const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
