import { hashOf } from "./envelope.ts";
import { CHUNK_BYTES } from "./layout.ts";
import { Refusal } from "./refusal.ts";
import type { Envelope } from "./types.ts";

/** A message that is whole: the fields of its first chunk, and all of its payload. */
export interface Whole {
  readonly envelope: Envelope;
  readonly payload: Uint8Array;
}

/** Gathers the chunks of one payload, in whatever order and however often they come. */
export class Assembly {
  readonly payloadHash: string;
  readonly totalBytes: number;
  readonly chunks: number;
  readonly #payload: Uint8Array;
  readonly #have: Uint8Array;
  #missing: number;
  #first: Envelope | undefined;

  /**
   * @param sample any chunk; it is not yet added
   * @param mostBytes a longer payload is refused before anything is taken for it
   * @throws Refusal `length`
   */
  constructor(sample: Pick<Envelope, "payloadHash" | "totalBytes" | "chunks">, mostBytes: number) {
    const { payloadHash, totalBytes, chunks } = sample;
    if (totalBytes > mostBytes) {
      throw new Refusal("length", "the payload is too long", {
        expected: `at most ${mostBytes} bytes`,
        actual: totalBytes,
      });
    }
    this.payloadHash = payloadHash;
    this.totalBytes = totalBytes;
    this.chunks = chunks;
    this.#payload = new Uint8Array(totalBytes);
    this.#have = new Uint8Array(chunks);
    this.#missing = chunks;
  }

  /**
   * Takes a chunk that was opened. @returns the message, once the last chunk is there
   * @throws Refusal `id` for a chunk of another payload; `hash` where the whole is not what its head says: all is thrown away
   */
  add(envelope: Envelope): Whole | undefined {
    const { payloadHash, totalBytes, chunk } = envelope;
    if (payloadHash !== this.payloadHash || totalBytes !== this.totalBytes) {
      throw new Refusal("id", "a chunk of another payload", {
        expected: this.payloadHash,
        actual: payloadHash,
        envelope,
      });
    }
    if (this.#have[chunk] === 0) {
      this.#have[chunk] = 1;
      this.#missing--;
      this.#payload.set(envelope.payload, chunk * CHUNK_BYTES);
    }
    if (chunk === 0) this.#first = envelope;
    if (this.#missing > 0 || !this.#first) return undefined;
    const actual = hashOf(this.#payload);
    if (actual === this.payloadHash) return { envelope: this.#first, payload: this.#payload };
    this.#have.fill(0);
    this.#missing = this.chunks;
    throw new Refusal("hash", "the payload is not the one its head names", { expected: payloadHash, actual, envelope });
  }

  /** Chunks that have not come. */
  get missing(): number[] {
    return [...this.#have.keys()].filter((chunk) => this.#have[chunk] === 0);
  }
}

/** Payloads on their way from many senders, in bounded memory: the one that was touched longest ago goes first. */
export class Assemblies {
  readonly #mostBytes: number;
  readonly #mostEach: number;
  readonly #open = new Map<string, Assembly>();
  #bytes = 0;
  #dropped = 0;

  /** @param mostBytes of all together @param mostEach of one payload */
  constructor(mostBytes: number, mostEach: number = mostBytes) {
    this.#mostBytes = mostBytes;
    this.#mostEach = Math.min(mostEach, mostBytes);
  }

  /** Given up unfinished to make room. */
  get dropped(): number {
    return this.#dropped;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @param from whose it is: a sender has one payload on its way, and another one of it takes its place
   * @throws Refusal `length`, `hash`
   */
  add(from: string, envelope: Envelope): Whole | undefined {
    const assembly = this.#assemblyOf(from, envelope);
    try {
      const whole = assembly.add(envelope);
      if (whole) this.forget(from);
      return whole;
    } catch (error) {
      this.forget(from);
      throw error;
    }
  }

  forget(from: string): void {
    const assembly = this.#open.get(from);
    if (!assembly) return;
    this.#open.delete(from);
    this.#bytes -= assembly.totalBytes;
  }

  #assemblyOf(from: string, envelope: Envelope): Assembly {
    let assembly = this.#open.get(from);
    if (assembly?.payloadHash !== envelope.payloadHash || assembly.totalBytes !== envelope.totalBytes) {
      assembly = undefined;
    }
    const next = assembly ?? new Assembly(envelope, this.#mostEach);
    this.forget(from);
    for (const [name] of this.#open) {
      if (this.#bytes + next.totalBytes <= this.#mostBytes) break;
      this.forget(name);
      this.#dropped++;
    }
    // Last in the map: touched last.
    this.#open.set(from, next);
    this.#bytes += next.totalBytes;
    return next;
  }
}
