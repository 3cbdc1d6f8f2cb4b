import { HEADER_INPUTS, HEADER_OUTPUTS } from "../abi.ts";
import { MillraceError } from "../errors.ts";
import { splitFile } from "../image.ts";

/**
 * A trace: an image, the calls that followed, and the check sum of the state behind them. Little-endian words of 32
 * bits throughout, so that a host in C reads it with a pointer.
 *
 *   ┌────────┬───────────────────┬────────────────────────────┐
 *   │ header │ image, padded to 4│ calls: op, then its words  │
 *   │ 32     │                   │ see OP_*                   │
 *   └────────┴───────────────────┴────────────────────────────┘
 */
export interface Trace {
  /** As `open` took it. */
  image: Uint8Array;
  inputs: number;
  outputs: number;
  /** How many calls `words` holds. */
  calls: number;
  words: Uint32Array;
  /** FNV-1a of the state behind the last call, u32. */
  checksum: number;
}

/** The bytes "MRTR". */
export const TRACE_MAGIC = 0x5254524d;
export const TRACE_VERSION = 1;
/** Magic, version, bytes of the image, number of calls, check sum, three words of 0. */
export const TRACE_HEADER_BYTES = 32;

export const OP_PREDICT = 1; // inputs f32[n]
export const OP_LEARN = 2; // inputs f32[n], target f32[m]
export const OP_LEARN_CLASS = 3; // inputs f32[n], class u32
export const OP_FLUSH = 4;
export const OP_SET = 5; // key u32, value f32

/** Words of a call, the op among them; 0 where there is no such op. */
export function wordsOf(op: number | undefined, { inputs, outputs }: Pick<Trace, "inputs" | "outputs">): number {
  if (op === OP_PREDICT) return 1 + inputs;
  if (op === OP_LEARN) return 1 + inputs + outputs;
  if (op === OP_LEARN_CLASS) return 2 + inputs;
  if (op === OP_FLUSH) return 1;
  return op === OP_SET ? 3 : 0;
}

export function encodeTrace({ image, calls, words, checksum }: Trace): Uint8Array<ArrayBuffer> {
  const begin = TRACE_HEADER_BYTES + padded(image.length);
  const bytes = new Uint8Array(begin + words.byteLength);
  bytes.set(image, TRACE_HEADER_BYTES);
  bytes.set(new Uint8Array(words.buffer, words.byteOffset, words.byteLength), begin);
  const header = new DataView(bytes.buffer);
  [TRACE_MAGIC, TRACE_VERSION, image.length, calls, checksum].forEach((word, i) => {
    header.setUint32(4 * i, word, true);
  });
  return bytes;
}

/**
 * Reads a trace and checks that every call is whole. What the image holds is for the core to check.
 * @throws MillraceError `E_FORMAT`, `E_VERSION`
 */
export function decodeTrace(bytes: Uint8Array): Trace {
  if (bytes.length < TRACE_HEADER_BYTES) {
    throw damaged("the trace ends inside its header", "length", `at least ${TRACE_HEADER_BYTES} bytes`, bytes.length);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [magic, version, length, calls, checksum, ...reserved] = Array.from({ length: 8 }, (_, i) =>
    view.getUint32(4 * i, true),
  ) as [number, number, number, number, number, ...number[]];
  if (magic !== TRACE_MAGIC) throw damaged("this is no trace", "byte 0", hex(TRACE_MAGIC), hex(magic));
  if (version !== TRACE_VERSION) {
    throw new MillraceError("E_VERSION", "the trace is of another version", {
      where: "byte 4",
      expected: TRACE_VERSION,
      actual: version,
    });
  }
  const odd = reserved.findIndex((word) => word !== 0);
  if (odd >= 0) throw damaged("a reserved word is in use", `byte ${20 + 4 * odd}`, "0", hex(reserved[odd] as number));
  const begin = TRACE_HEADER_BYTES + padded(length);
  if (begin > bytes.length) {
    throw damaged("the trace ends inside its image", "length", `at least ${begin} bytes`, bytes.length);
  }
  // Copies, aligned: `bytes` may lie anywhere in a larger buffer.
  const image = new Uint8Array(bytes.subarray(TRACE_HEADER_BYTES, TRACE_HEADER_BYTES + length));
  const shape = shapeOf(image);
  const rest = bytes.length - begin;
  if (rest % 4 !== 0)
    throw damaged("the calls are no whole words", "length", `${bytes.length - (rest % 4)} bytes`, bytes.length);
  const words = new Uint32Array(new Uint8Array(bytes.subarray(begin)).buffer);
  checkCalls(words, calls, shape, begin);
  return { image, ...shape, calls, words, checksum };
}

// ---

function shapeOf(image: Uint8Array): Pick<Trace, "inputs" | "outputs"> {
  const { core, trailer } = splitFile(image);
  if (trailer.length > 0) {
    throw damaged("the trace's image is longer than the model", "image", `${core.length} bytes`, image.length);
  }
  const view = new DataView(image.buffer, image.byteOffset);
  return { inputs: view.getUint32(HEADER_INPUTS, true), outputs: view.getUint32(HEADER_OUTPUTS, true) };
}

function checkCalls(words: Uint32Array, calls: number, shape: Pick<Trace, "inputs" | "outputs">, begin: number): void {
  let at = 0;
  for (let call = 0; call < calls; call++) {
    const place = `call ${call + 1}, byte ${begin + 4 * at}`;
    if (at >= words.length) throw damaged("the trace ends before its calls do", place, `${calls} calls`, call);
    const size = wordsOf(words[at], shape);
    if (size === 0) throw damaged("there is no such call", place, "an op from 1 to 5", words[at] as number);
    if (at + size > words.length) throw damaged("the last call is cut off", place, `${size} words`, words.length - at);
    at += size;
  }
  if (at < words.length) {
    throw damaged("something follows the last call", `byte ${begin + 4 * at}`, `${calls} calls`, "more");
  }
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function damaged(what: string, where: string, expected: string, actual: string | number): MillraceError {
  return new MillraceError("E_FORMAT", what, { where, expected, actual });
}

function hex(word: number): string {
  return `0x${word.toString(16).padStart(8, "0")}`;
}
