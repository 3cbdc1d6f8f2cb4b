import { u64, writeU64 } from "./layout.ts";
import { Refusal } from "./refusal.ts";

/** Little-endian fields of a payload, written one behind the other into room of known length. */
export class PayloadWriter {
  readonly bytes: Buffer;
  #at = 0;

  constructor(length: number) {
    this.bytes = Buffer.alloc(length);
  }

  u8(value: number): this {
    this.#at = this.bytes.writeUInt8(value, this.#at);
    return this;
  }

  u16(value: number): this {
    this.#at = this.bytes.writeUInt16LE(value, this.#at);
    return this;
  }

  u32(value: number): this {
    this.#at = this.bytes.writeUInt32LE(value, this.#at);
    return this;
  }

  u64(value: number): this {
    writeU64(this.bytes, value, this.#at);
    this.#at += 8;
    return this;
  }

  hex(digits: string): this {
    this.#at += this.bytes.write(digits, this.#at, digits.length / 2, "hex");
    return this;
  }

  block(bytes: Uint8Array): this {
    this.bytes.set(bytes, this.#at);
    this.#at += bytes.length;
    return this;
  }

  /** Zeros. */
  skip(bytes: number): this {
    this.#at += bytes;
    return this;
  }

  /** Floats lie little-endian in memory wherever the core runs. */
  floats(values: Float32Array): this {
    return this.block(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
}

/** Reads a payload. Whatever the bytes are, it throws nothing but Refusal `payload` or `format`. */
export class PayloadReader {
  readonly #bytes: Buffer;
  readonly #what: string;
  #at = 0;

  /** @param what the payload is called in a message, as "a head" */
  constructor(payload: Uint8Array, what: string) {
    this.#bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
    this.#what = what;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    return this.#bytes.readUInt8(this.#take(1));
  }

  u16(): number {
    return this.#bytes.readUInt16LE(this.#take(2));
  }

  u32(): number {
    return this.#bytes.readUInt32LE(this.#take(4));
  }

  u64(): number {
    const at = this.#take(8);
    return u64(this.#bytes, at, this.#what);
  }

  hex(bytes: number): string {
    const at = this.#take(bytes);
    return this.#bytes.toString("hex", at, at + bytes);
  }

  /** A view. */
  block(bytes: number): Uint8Array {
    const at = this.#take(bytes);
    return this.#bytes.subarray(at, at + bytes);
  }

  /** @param into where to, of so many values; left out, a new vector */
  floats(count: number, into?: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
    const at = this.#take(4 * count);
    const values = into ?? new Float32Array(count);
    new Uint8Array(values.buffer, values.byteOffset, 4 * count).set(this.#bytes.subarray(at, at + 4 * count));
    return values;
  }

  /** Bytes that must be 0. */
  reserved(bytes: number): void {
    const at = this.#take(bytes);
    if (this.#bytes.subarray(at, at + bytes).some((byte) => byte !== 0)) throw this.refused("a reserved byte is not 0");
  }

  text(bytes: number): string {
    try {
      return DECODER.decode(this.block(bytes));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw this.refused("a text is no UTF-8");
    }
  }

  end(): void {
    if (this.left !== 0) throw this.refused("something follows its end", `${this.#at} bytes`);
  }

  refused(what: string, expected?: string): Refusal {
    return new Refusal("payload", `${this.#what} cannot be read: ${what}`, {
      where: `byte ${this.#at}`,
      expected,
      actual: `${this.#bytes.length} bytes in all`,
    });
  }

  #take(bytes: number): number {
    const at = this.#at;
    if (bytes > this.left) throw this.refused("it ends too soon", `${bytes} bytes more`);
    this.#at = at + bytes;
    return at;
  }
}

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
