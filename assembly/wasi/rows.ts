/** A row into the buffers of the model: a line of numbers between commas, or a record of float32. */
import { SOFTMAX } from "../../src/abi";
import { activation, control, toLast } from "../cursor";
import { inputs, missing, outputs } from "../image";
import { CONTROL_INPUT, CONTROL_TARGET } from "../memory";
import { copyBytes } from "./bytes";
import { DATA, say, sayNumber, sayQuoted, stop } from "./failure";
import { at, endRow, nextLine, nextRecord, row, sayRow } from "./input";
import { hasHeader, isBinary, label, LABEL_FIRST, LABEL_NONE } from "./options";
import { parsed, parseNumber } from "./parse";

/** The label of a softmax is one number, the index of the class; of every other model the targets themselves. */
export let isClass: bool = false;
/** Fields in front of the inputs, and all of them. */
export let lead: i32 = 0;
let fields: i32 = 0;
let readsLabel: bool = false;

/** What a row is made of. Where `learns` is false a label is passed over, whatever it holds. */
export function beginRows(learns: bool): void {
  toLast();
  isClass = activation() == SOFTMAX;
  const labels = label == LABEL_NONE ? 0 : isClass ? 1 : outputs;
  lead = label == LABEL_FIRST ? labels : 0;
  fields = inputs + labels;
  readsLabel = learns;
  if (hasHeader && nextLine()) {
    let end = at;
    while (load<u8>(end) != 10) end++;
    endRow(end + 1);
  }
}

/** Whether there was another row; its inputs and targets are in the buffers of the model then. */
export function readRow(): bool {
  if (isBinary) return readRecord();
  if (!nextLine()) return false;
  let place = at;
  // Editors of tables put a byte order mark in front.
  if (row == 1 && (load<u32>(place) & 0xffffff) == 0xbfbbef) place += 3;
  const x = load<usize>(control, CONTROL_INPUT);
  const y = load<usize>(control, CONTROL_TARGET);
  for (let i = 0; i < fields; i++) {
    const isInput = <u32>(i - lead) < <u32>inputs;
    const to = isInput ? x + (<usize>(i - lead) << 2) : y + (<usize>(i < lead ? i : i - inputs) << 2);
    const end = isInput || readsLabel ? field(place, to, i + 1, isInput && missing) : behindField(place);
    place = end + 1;
    const byte = <u32>load<u8>(end);
    if (byte == 44) {
      if (i == fields - 1) refuseCount(end, true);
    } else {
      if (byte == 13) place++;
      if (i < fields - 1) refuseCount(i + 1, false);
    }
  }
  endRow(place);
  return true;
}

// --- Text ---

/** Parses a field; where its comma, newline, or carriage return with a newline lies. */
function field(start: usize, to: usize, number: i32, mayBeEmpty: bool): usize {
  let end = parseNumber(start);
  if (end && endsField(end)) {
    store<f32>(to, parsed);
    return end;
  }
  const first = behindBlanks(start);
  end = parseNumber(first);
  if (end) end = behindBlanks(end);
  if (end && endsField(end)) {
    store<f32>(to, parsed);
    return end;
  }
  if (mayBeEmpty && endsField(first)) {
    store<f32>(to, NaN);
    return first;
  }
  // An empty line is a row of no fields, unless one field is all there should be.
  const isEmptyLine = number == 1 && load<u8>(first) != 44 && endsField(first);
  if (isEmptyLine && fields > 1) refuseCount(0, false);
  sayField(number);
  end = behindField(first);
  if (end == first) say("it is empty; expected a number");
  else {
    say('"');
    sayQuoted(first, min<usize>(end - first, 40));
    say('"');
    say(" is no number");
    if (row == 1) say("; --header skips a first line of names");
  }
  stop(DATA);
  return end;
}

function behindBlanks(place: usize): usize {
  while (load<u8>(place) == 32 || load<u8>(place) == 9) place++;
  return place;
}

function behindField(place: usize): usize {
  while (!endsField(place)) place++;
  return place;
}

function endsField(place: usize): bool {
  const byte = <u32>load<u8>(place);
  return byte == 44 || byte == 10 || (byte == 13 && load<u8>(place + 1) == 10);
}

/** `found`: fields there were, or (`more`) the comma behind the last one expected. */
function refuseCount(found: usize, more: bool): void {
  let count = <usize>fields;
  if (more) {
    for (let place = found; ; place = behindField(place + 1)) {
      if (load<u8>(place) != 44) break;
      count++;
    }
  } else count = found;
  sayRow();
  say("expected ");
  sayNumber(fields);
  say(fields == 1 ? " field, got " : " fields, got ");
  sayNumber(count);
  stop(DATA);
}

export function sayField(number: i32): void {
  say("row ");
  sayNumber(row);
  say(", field ");
  sayNumber(number);
  say(": ");
}

// --- Records ---

function readRecord(): bool {
  const bytes = <usize>fields << 2;
  if (!nextRecord(bytes)) return false;
  const labelBytes = <usize>(fields - inputs) << 2;
  const leadBytes = <usize>lead << 2;
  const inputBytes = <usize>inputs << 2;
  copyBytes(load<usize>(control, CONTROL_INPUT), at + leadBytes, inputBytes);
  if (readsLabel) copyBytes(load<usize>(control, CONTROL_TARGET), lead ? at : at + inputBytes, labelBytes);
  endRow(at + bytes);
  return true;
}
