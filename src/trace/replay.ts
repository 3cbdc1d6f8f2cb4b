import type { Core } from "../core.ts";
import { MillraceError } from "../errors.ts";
import { OP_FLUSH, OP_LEARN, OP_LEARN_CLASS, OP_PREDICT, type Trace, wordsOf } from "./format.ts";

export interface Replay {
  /** Whether the state ended with the check sum that was recorded. */
  same: boolean;
  /** Of the state behind the last call, u32. */
  checksum: number;
  expected: number;
  calls: number;
  /** The state block behind the last call. */
  state: Uint8Array<ArrayBuffer>;
  /** FNV-1a over the output bytes of every predict, in order. */
  answers: number;
  /** Time of the calls, opening aside. */
  seconds: number;
}

/**
 * Opens the image of a trace in `core` and makes its calls.
 * @throws MillraceError what opening throws; `E_FORMAT` with the number of the call where the core refuses one
 */
export function replay(trace: Trace, core: Core): Replay {
  const { exports } = core;
  const handle = core.checked(
    exports.open(core.bring(trace.image), trace.image.length),
    "cannot open the trace's image",
  );
  try {
    const begin = performance.now();
    const answers = makeCalls(trace, core, handle);
    const seconds = (performance.now() - begin) / 1000;
    const checksum = exports.checksum(handle) >>> 0;
    const state = core.copy(exports.state(handle), exports.state_size(handle));
    const { calls, checksum: expected } = trace;
    return { same: checksum === expected, checksum, expected, calls, state, answers, seconds };
  } finally {
    exports.close(handle);
  }
}

// ---

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const NAMES = ["", "predict", "learn", "learn_class", "flush", "set"];

function makeCalls(trace: Trace, core: Core, handle: number): number {
  const { exports } = core;
  const { words, inputs, outputs } = trace;
  // No call grows memory, so the views stay good.
  const memory = new Uint32Array(exports.memory.buffer);
  const [input, target, output] = [exports.input(handle), exports.target(handle), exports.output(handle)];
  const answer = new Uint8Array(exports.memory.buffer, output, 4 * outputs);
  const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
  let answers = FNV_START;
  let at = 0;
  for (let call = 1; call <= trace.calls; call++) {
    const op = words[at] as number;
    const size = wordsOf(op, trace);
    let status: number;
    if (op === OP_FLUSH) {
      status = exports.flush(handle);
    } else if (op === OP_PREDICT || op === OP_LEARN || op === OP_LEARN_CLASS) {
      for (let i = 0; i < inputs; i++) memory[(input >> 2) + i] = words[at + 1 + i] as number;
      if (op === OP_LEARN) {
        for (let i = 0; i < outputs; i++) memory[(target >> 2) + i] = words[at + 1 + inputs + i] as number;
        status = exports.learn(handle);
      } else if (op === OP_LEARN_CLASS) {
        status = exports.learn_class(handle, words[at + 1 + inputs] as number);
      } else {
        status = exports.predict(handle);
        for (const byte of answer) answers = Math.imul(answers ^ byte, FNV_PRIME);
      }
    } else {
      status = exports.set(handle, words[at + 1] as number, floats[at + 2] as number);
    }
    if (status < 0) throw refused(core, status, call, op);
    at += size;
  }
  return answers >>> 0;
}

function refused(core: Core, status: number, call: number, op: number): MillraceError {
  try {
    core.checked(status, `call ${call}, ${NAMES[op]}`);
  } catch (cause) {
    return new MillraceError("E_FORMAT", `the trace cannot be replayed; ${(cause as Error).message}`, { cause });
  }
  return new MillraceError("E_FORMAT", "the trace cannot be replayed");
}
