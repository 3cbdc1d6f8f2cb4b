/**
 * `replay`: a recorded run once more, call by call; the state must come out the same.
 * The trace is words: 8 of a header, the image padded to whole words, then the calls, each an operation and what it
 * takes.
 */
import {
  checksum, flush, input, input_size, learn, learn_class, open, predict, set, target, target_size,
} from "../index";
import { align16, arena, take } from "../memory";
import { copyBytes } from "./bytes";
import { DATA, printRefusal, say, sayHexadecimal, sayName, stop } from "./failure";
import { putHexadecimal } from "./inspect";
import { readFile } from "./model-file";
import { putText } from "./streams";

/** The bytes "MRTR". */
const TRACE_MAGIC: u32 = 0x5254524d;
const TRACE_VERSION: u32 = 1;
const TRACE_IMAGE_BYTES = 8;
const TRACE_CALLS = 12;
const TRACE_CHECKSUM = 16;
const TRACE_BYTES: usize = 32;

const PREDICT = 1;
const LEARN = 2;
const LEARN_CLASS = 3;
const FLUSH = 4;
const SET = 5;

/** Prints the checksum of the state, or ends the command where it is not the recorded one. */
export function replayTrace(path: usize): void {
  const bytes = readFile(path);
  const trace = arena();
  if (bytes < TRACE_BYTES || load<u32>(trace) != TRACE_MAGIC || load<u32>(trace, 4) != TRACE_VERSION) {
    return refuse(path, "this is no trace of version 1");
  }
  // The model is opened behind the trace.
  take(align16(bytes));
  const imageBytes = load<u32>(trace, TRACE_IMAGE_BYTES);
  if (imageBytes > <u32>(bytes - TRACE_BYTES)) return refuse(path, "the trace ends inside the image");
  const handle = open(trace + TRACE_BYTES, imageBytes);
  if (handle < 0) {
    sayName(path);
    say(": ");
    return stop(printRefusal());
  }
  const inputs = <usize>input_size(handle) << 2;
  const targets = <usize>target_size(handle) << 2;
  const end = trace + bytes;
  let at = trace + TRACE_BYTES + ((<usize>imageBytes + 3) & ~3);
  for (let left = load<u32>(trace, TRACE_CALLS); left; left--) {
    if (at + 4 > end) return refuse(path, "the trace ends before its last call");
    const operation = load<i32>(at);
    const isSample = operation >= PREDICT && operation <= LEARN_CLASS;
    const length = operation == LEARN ? inputs + targets : operation == PREDICT ? inputs
      : operation == LEARN_CLASS ? inputs + 4 : operation == SET ? 8 : 0;
    if (operation < PREDICT || operation > SET) return refuse(path, "there is no such call in a trace");
    if (at + 4 + length > end) return refuse(path, "the trace ends inside a call");
    at += 4;
    if (isSample) copyBytes(input(handle), at, inputs);
    if (operation == PREDICT) predict(handle);
    else if (operation == LEARN_CLASS) learn_class(handle, load<i32>(at + inputs));
    else if (operation == FLUSH) flush(handle);
    else if (operation == SET) set(handle, load<i32>(at), load<f32>(at, 4));
    else {
      copyBytes(target(handle), at + inputs, targets);
      learn(handle);
    }
    at += length;
  }
  const found = checksum(handle);
  putText("checksum ");
  putHexadecimal(found);
  if (found == load<u32>(trace, TRACE_CHECKSUM)) return;
  sayName(path);
  say(": the state has another checksum than was recorded: expected ");
  sayHexadecimal(load<u32>(trace, TRACE_CHECKSUM));
  say(", got ");
  sayHexadecimal(found);
  stop(DATA);
}

function refuse(path: usize, why: string): void {
  sayName(path);
  say(": ");
  say(why);
  stop(DATA);
}
