/** `predict` and `learn`: row by row, a prediction a row, made before the row is learnt. */
import { E_CLASS, E_STATE, E_VALUE, ERROR_ACTUAL, ERROR_CODE, ERROR_EXPECTED, ERROR_WHERE } from "../../src/abi";
import { answer as answerAt, control } from "../cursor";
import { errorField } from "../errors";
import { inputs, outputs } from "../image";
import { at } from "../kernels";
import { CONTROL_TARGET } from "../memory";
import { learnClass, learnTarget, predictSample } from "../model";
import { DATA, say, sayNumber, sayQuoted, stop } from "./failure";
import { beginInput, sayRow } from "./input";
import { isBinary } from "./options";
import { FLOAT_BYTES, printFloat } from "./print";
import { beginRows, isClass, lead, readRow, sayField } from "./rows";
import { advance, flush, isReaderGone, putByte, putBytes, room } from "./streams";

const NUMBER: usize = memory.data(FLOAT_BYTES + 16, 16);

/** Predicts every row; a reader that has gone ends it. */
export function predictRows(): void {
  beginInput();
  beginRows(false);
  while (!isReaderGone && readRow()) answer();
  flush();
}

/** Predicts and learns every row. Without a reader it goes on where `saves` says that something comes of it. */
export function learnRows(saves: bool): void {
  beginInput();
  beginRows(true);
  while ((saves || !isReaderGone) && readRow()) {
    answer();
    const status = isClass ? learnClass(classOf()) : learnTarget();
    if (status < 0) refuse();
  }
  flush();
}

function answer(): void {
  if (predictSample() < 0) refuse();
  if (isBinary) return putBytes(answerAt, <usize>outputs << 2);
  for (let i = 0; i < outputs; i++) {
    if (i) putByte(44);
    advance(printFloat(room(FLOAT_BYTES), at(answerAt, i)));
  }
  putByte(10);
}

/** The class in the target buffer, or -1 for what is no index. */
function classOf(): i32 {
  const value = load<f32>(load<usize>(control, CONTROL_TARGET));
  return value >= 0 && value < 16777216 && floor<f32>(value) == value ? <i32>value : -1;
}

/** Says what the core refused about the row at hand. */
function refuse(): void {
  const code = <i32>errorField(ERROR_CODE);
  const where = errorField(ERROR_WHERE);
  if (code == E_CLASS) {
    sayField(lead ? 1 : inputs + 1);
    say("the label ");
    sayFloat(load<f32>(load<usize>(control, CONTROL_TARGET)));
    say(" is no class; expected a whole number from 0 to ");
    sayNumber(errorField(ERROR_EXPECTED) - 1);
  } else if (code == E_VALUE && where < <u32>(inputs + outputs)) {
    const isInput = where < <u32>inputs;
    sayField((isInput ? where + lead : lead ? where - inputs : where) + 1);
    const value = reinterpret<f32>(errorField(ERROR_ACTUAL));
    sayFloat(value);
    say(isInput ? " is no input" : " is no target");
    say(abs(value) < 1e18 ? "; the nearest legal value is " : "; values are finite and smaller than ");
    sayFloat(reinterpret<f32>(errorField(ERROR_EXPECTED)));
  } else {
    sayRow();
    if (code == E_STATE) say("the answer is not finite: the weights have diverged");
    else if (code == E_VALUE) {
      say("the targets sum to ");
      sayFloat(reinterpret<f32>(errorField(ERROR_ACTUAL)));
      say("; expected 1");
    } else say("the core refuses it");
  }
  stop(DATA);
}

function sayFloat(value: f32): void {
  if (value != value) return say("nan");
  if (abs(value) == Infinity) return say(value > 0 ? "infinity" : "-infinity");
  sayQuoted(NUMBER, printFloat(NUMBER, value) - NUMBER);
}
