import type { FleetExports } from "../core/exports.ts";
import type { Core } from "../core.ts";
import { MillraceError } from "../errors.ts";
import { handleOf, type Model } from "../model.ts";

/**
 * Vectors of trained values, and all arithmetic on them, in a core: what decides a weight is computed there, so that every
 * machine comes to the same bits. Vectors are copied in and out; none is kept.
 */
export class WeightSpace {
  readonly #core: Core;
  readonly #exports: FleetExports;

  /** @throws MillraceError `E_SPEC` for a microcontroller build, which has no fleet */
  constructor(core: Core) {
    this.#core = core;
    this.#exports = core.exports as FleetExports;
    if (typeof this.#exports.fleet_size === "function") return;
    throw new MillraceError("E_SPEC", "this core has no arithmetic for fleets", {
      expected: "a simd or scalar build",
      actual: core.build,
    });
  }

  /** How many values a model shares. */
  sizeOf(model: Model): number {
    return this.#core.checked(this.#exports.fleet_size(handleOf(model)), "cannot count the weights");
  }

  /** The trained values of all members, in order; averages, statistics and slots aside. */
  read(model: Model): Float32Array<ArrayBuffer> {
    const size = this.sizeOf(model);
    const address = this.#room([size])[0] as number;
    this.#core.checked(this.#exports.fleet_read(handleOf(model), address), "cannot read the weights");
    return this.#take(address, size);
  }

  /** Sets them; averages move by what the weights move by. @throws MillraceError `E_SHAPE`, `E_VALUE`: nothing is changed then */
  write(model: Model, values: Float32Array): void {
    const size = this.sizeOf(model);
    if (values.length !== size) throw misshaped(size, values.length);
    const [address] = this.#bring([values]) as [number];
    this.#core.checked(this.#exports.fleet_write(handleOf(model), address), "cannot write the weights");
  }

  /** values + scale x added, as the core rounds it. */
  sum(values: Float32Array, added: Float32Array, scale = 1): Float32Array<ArrayBuffer> {
    if (added.length !== values.length) throw misshaped(values.length, added.length);
    const [a, b] = this.#bring([values, added]) as [number, number];
    this.#core.checked(this.#exports.vector_add(a, b, values.length, scale), "cannot add weights");
    return this.#take(a, values.length);
  }

  /**
   * The sum of vectors, each times its scale, added one after the other in the order given: what decides the last bits.
   * @param count of values, for a sum of none
   */
  weightedSum(
    count: number,
    parts: Iterable<readonly [values: Float32Array, scale: number]>,
  ): Float32Array<ArrayBuffer> {
    const [sum, added] = this.#room([count, count]) as [number, number];
    const { memory, vector_add } = this.#exports;
    new Float32Array(memory.buffer, sum, count).fill(0);
    for (const [values, scale] of parts) {
      if (values.length !== count) throw misshaped(count, values.length);
      new Float32Array(memory.buffer, added, count).set(values);
      this.#core.checked(vector_add(sum, added, count, scale), "cannot add weights");
    }
    return this.#take(sum, count);
  }

  /** sum of a[i] b[i]. */
  dot(a: Float32Array, b: Float32Array): number {
    if (a.length !== b.length) throw misshaped(a.length, b.length);
    const [first, second] = this.#bring([a, b]) as [number, number];
    return this.#exports.vector_dot(first, second, a.length);
  }

  norm(values: Float32Array): number {
    const [address] = this.#bring([values]) as [number];
    return Math.fround(Math.sqrt(this.#exports.vector_dot(address, address, values.length)));
  }

  /** Index of the first value that is not finite or is beyond 1e18, or -1. */
  firstIllegal(values: Float32Array): number {
    const [address] = this.#bring([values]) as [number];
    const found = this.#core.checked(this.#exports.vector_check(address, values.length), "cannot check weights");
    return found === values.length ? -1 : found;
  }

  /** int8 blocks of the values, and what they left of them. @throws MillraceError `E_VALUE` */
  encodeInt8(values: Float32Array): { bytes: Uint8Array<ArrayBuffer>; remainder: Float32Array<ArrayBuffer> } {
    const length = this.#exports.int8_bytes(values.length);
    const [address, bytes] = this.#room([values.length, Math.ceil(length / 4)]) as [number, number];
    new Float32Array(this.#exports.memory.buffer, address, values.length).set(values);
    this.#core.checked(this.#exports.int8_encode(address, values.length, bytes), "cannot encode the weights");
    return { bytes: this.#core.copy(bytes, length), remainder: this.#take(address, values.length) };
  }

  /**
   * @param into where to: a vector that is used again and again costs less than a new one
   * @throws MillraceError `E_SHAPE`, `E_VALUE`
   */
  decodeInt8(bytes: Uint8Array, count: number, into?: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
    const length = this.#exports.int8_bytes(count);
    if (bytes.length !== length) throw misshaped(length, bytes.length);
    if (into && into.length !== count) throw misshaped(count, into.length);
    const [address, encoded] = this.#room([count, Math.ceil(length / 4)]) as [number, number];
    new Uint8Array(this.#exports.memory.buffer, encoded, length).set(bytes);
    this.#core.checked(this.#exports.int8_decode(encoded, count, address), "cannot decode the weights");
    if (!into) return this.#take(address, count);
    into.set(new Float32Array(this.#exports.memory.buffer, address, count));
    return into;
  }

  /** Moments (count, mean, variance of each value) with one more sample; NaN moves nothing. */
  withSample(moments: Float32Array, sample: Float32Array): Float32Array<ArrayBuffer> {
    if (moments.length !== 3 * sample.length) throw misshaped(3 * sample.length, moments.length);
    const [a, b] = this.#bring([moments, sample]) as [number, number];
    this.#core.checked(this.#exports.moments_add(a, b, sample.length), "cannot add to moments");
    return this.#take(a, moments.length);
  }

  /** Moments of all samples of both. */
  joined(moments: Float32Array, others: Float32Array): Float32Array<ArrayBuffer> {
    if (moments.length !== others.length) throw misshaped(moments.length, others.length);
    const [a, b] = this.#bring([moments, others]) as [number, number];
    this.#core.checked(this.#exports.moments_join(a, b, moments.length / 3), "cannot join moments");
    return this.#take(a, moments.length);
  }

  /** Brings samples that others saw, as moments of the inputs, to the scalers of a model. */
  learnMoments(model: Model, moments: Float32Array): void {
    const inputs = this.#exports.input_size(handleOf(model));
    if (moments.length !== 3 * inputs) throw misshaped(3 * inputs, moments.length);
    const [address] = this.#bring([moments]) as [number];
    this.#core.checked(this.#exports.moments_learn(handleOf(model), address), "cannot merge the scalers");
  }

  // --- Free memory behind the models ---

  /** Addresses of so many words each, good until the next call. */
  #room(words: readonly number[]): number[] {
    const sizes = words.map((count) => Math.ceil(count / 4) * 16);
    const start = this.#core.reserve(sizes.reduce((sum, bytes) => sum + bytes, 0));
    let at = start;
    return sizes.map((bytes) => {
      const address = at;
      at += bytes;
      return address;
    });
  }

  #bring(vectors: readonly Float32Array[]): number[] {
    const addresses = this.#room(vectors.map(({ length }) => length));
    for (const [i, vector] of vectors.entries()) {
      new Float32Array(this.#exports.memory.buffer, addresses[i], vector.length).set(vector);
    }
    return addresses;
  }

  #take(address: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#exports.memory.buffer, address, length).slice() as Float32Array<ArrayBuffer>;
  }
}

function misshaped(expected: number, actual: number): MillraceError {
  return new MillraceError("E_SHAPE", "the weights are of another model", { expected, actual });
}
