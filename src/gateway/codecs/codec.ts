import type { Rejection, RejectionReason } from "../config/types.ts";

/** How a stream's messages are written, beside the name of the codec. */
export interface CodecOptions {
  /** Names of the positions of a message that is a list. */
  readonly fields?: readonly string[] | undefined;
  /** Of `csv`: one character; a comma where it is left out. */
  readonly separator?: string | undefined;
  /** Of `float32`: little where it is left out. */
  readonly byteOrder?: "little" | "big" | undefined;
}

/**
 * One value of a message as it stands there. Undefined and null are missing; objects and lists are whatever is neither
 * a number, a text nor a truth value.
 */
export type Cell = number | string | boolean | null | undefined | object;

/** Finds the fields asked for in a message. */
export interface Reader {
  /** Whether its numbers are texts too, so that a text that looks like a number is one. */
  readonly isTextual: boolean;
  /** Writes the value of the i-th path to `cells[i]`. Never throws. @returns why the message cannot be read */
  read(payload: Uint8Array, cells: Cell[]): Rejection | undefined;
}

/** A codec is one file and one line in `../codecs.ts`; the conformance suite takes it from there. */
export interface Codec {
  readonly name: string;
  /** The options it takes; `fields` among `required` must be given. */
  readonly options: readonly (keyof CodecOptions)[];
  readonly required: readonly (keyof CodecOptions)[];
  /**
   * A reader of the values at `paths`, of which "" is the whole message.
   * @throws MillraceError `E_CONFIG` for a path that can lead nowhere
   */
  reader(paths: readonly string[], options: CodecOptions): Reader;
  /** A message with a value at each path: what an example is printed with. Paths are those `reader` takes. */
  write(values: ReadonlyMap<string, number | string>, options: CodecOptions): Uint8Array;
}

export function rejection(reason: RejectionReason, detail: string, field?: string): Rejection {
  return { kind: "rejection", reason, field, detail };
}
