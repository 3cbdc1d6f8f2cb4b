/**
 * The command line:
 * `predict|learn|inspect MODEL [--csv|--f32] [--header] [--label first|last] [--save OUT] [--spin]`, `replay TRACE`,
 * `selftest`, `help`.
 */
import { equals } from "./bytes";
import { say, sayName, stop, USAGE } from "./failure";
import { args_get, args_sizes_get } from "./imports";

export const PREDICT = 1;
export const LEARN = 2;
export const INSPECT = 3;
export const REPLAY = 4;
export const SELFTEST = 5;
export const HELP = 6;

export const LABEL_NONE = 0;
export const LABEL_FIRST = 1;
export const LABEL_LAST = 2;

const TEXT_BYTES: u32 = 16384;
const MOST_ARGUMENTS: u32 = 64;
const POINTERS: usize = memory.data(256, 16);
const TEXT: usize = memory.data(16384, 16);
const SIZES: usize = memory.data(16, 16);

export let command: i32 = 0;
/** Zero-terminated paths; 0 where there is none. */
export let model: usize = 0;
export let output: usize = 0;
export let isBinary: bool = false;
export let hasHeader: bool = false;
export let spins: bool = false;
export let label: i32 = 0;

let count: i32 = 0;
let next: i32 = 1;

/** Reads the command line, or ends the command with exit code 64. */
export function readOptions(): void {
  if (args_sizes_get(SIZES, SIZES + 4) || load<u32>(SIZES) > MOST_ARGUMENTS || load<u32>(SIZES, 4) > TEXT_BYTES) {
    return refuse("the command line is too long", 0);
  }
  args_get(POINTERS, TEXT);
  count = load<i32>(SIZES);
  const first = argument();
  if (!first) return refuse("there is no command", 0);
  if (equals(first, "predict")) command = PREDICT;
  else if (equals(first, "learn")) command = LEARN;
  else if (equals(first, "inspect")) command = INSPECT;
  else if (equals(first, "replay")) command = REPLAY;
  else if (equals(first, "selftest")) command = SELFTEST;
  else if (equals(first, "help") || equals(first, "--help") || equals(first, "-h")) command = HELP;
  else return refuse("there is no command ", first);
  let isText = false;
  for (let text = argument(); text; text = argument()) {
    if (load<u8>(text) != 45) {
      if (model || command >= SELFTEST) return refuse("what is this for: ", text);
      model = text;
      continue;
    }
    if (equals(text, "--help") || equals(text, "-h")) command = HELP;
    else if (command > LEARN) return refuse("this command takes no option ", text);
    else if (equals(text, "--csv")) isText = true;
    else if (equals(text, "--f32")) isBinary = true;
    else if (equals(text, "--header")) hasHeader = true;
    else if (equals(text, "--spin")) spins = true;
    else if (equals(text, "--label")) readLabel();
    else if (equals(text, "--save") && command == LEARN) output = value(text);
    else return refuse("this command takes no option ", text);
  }
  if (!model && command < SELFTEST) refuse("there is no file to read", 0);
  if (isBinary && (isText || hasHeader)) refuse("--f32 goes with neither --csv nor --header", 0);
  if (command == LEARN && label == LABEL_NONE) label = LABEL_LAST;
}

function readLabel(): void {
  const place = value(argumentBefore());
  if (equals(place, "last")) label = LABEL_LAST;
  else if (equals(place, "first")) label = LABEL_FIRST;
  else refuse("--label takes first or last, not ", place);
}

function value(option: usize): usize {
  const text = argument();
  if (!text) refuse("a value is missing behind ", option);
  return text;
}

function argument(): usize {
  return next < count ? load<usize>(POINTERS + (<usize>(next++) << 2)) : 0;
}

function argumentBefore(): usize {
  return load<usize>(POINTERS + (<usize>(next - 1) << 2));
}

function refuse(what: string, text: usize): void {
  say(what);
  if (text) sayName(text);
  say("; --help prints how it is used");
  stop(USAGE);
}
