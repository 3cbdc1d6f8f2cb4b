import { f32 } from "./encodings/f32.ts";
import { int8 } from "./encodings/int8.ts";
import type { EncodingName } from "./types.ts";
import type { WeightSpace } from "./weights.ts";

/** Weights as bytes. All arithmetic is the core's: every machine comes to the same bits. */
export interface Encoding {
  readonly name: EncodingName;
  bytesOf(count: number): number;
  encode(space: WeightSpace, values: Float32Array): Encoded;
  /**
   * @param into where to, of the same count; left out, a new vector
   * @throws MillraceError `E_SHAPE`, `E_VALUE` for a number that is not finite or is beyond 1e18; `into` is spoilt then
   */
  decode(
    space: WeightSpace,
    bytes: Uint8Array,
    count: number,
    into?: Float32Array<ArrayBuffer>,
  ): Float32Array<ArrayBuffer>;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  /** What the other side will read: what counts as sent. */
  readonly sent: Float32Array<ArrayBuffer>;
  /** Values less what was sent: to be carried into the next one. */
  readonly remainder: Float32Array<ArrayBuffer>;
}

export const ENCODINGS: Readonly<Record<EncodingName, Encoding>> = { f32, int8 };
