/** The one line on stderr and the exit code. A line is said piece by piece, then `stop` ends the command. */
import {
  E_CRC, E_FORMAT, E_MEMORY, E_SPEC, E_STATE, E_VERSION, ERROR_ACTUAL, ERROR_CODE, ERROR_EXPECTED, ERROR_WHERE,
  HEADER_MAGIC,
} from "../../src/abi";
import { errorField } from "../errors";
import { lengthOf } from "./bytes";
import { proc_exit, STDERR } from "./imports";
import { abandonSave } from "./save";
import { drain, writeAll } from "./streams";

export const USAGE = 64;
export const DATA = 65;
export const NO_INPUT = 66;
export const IO = 74;

const LINE: usize = memory.data(1024, 16);
const LINE_BYTES: usize = 1024;
let said: usize = 0;

/** Appends an ASCII text to the line. */
export function say(text: string): void {
  const units = changetype<usize>(text);
  const length = text.length;
  for (let i = 0; i < length; i++) sayByte(load<u16>(units + (<usize>i << 1)));
}

export function sayNumber(value: u64): void {
  if (value > 9) sayNumber(value / 10);
  sayByte(48 + <u32>(value % 10));
}

export function sayHexadecimal(value: u32): void {
  for (let shift = 28; shift >= 0; shift -= 4) {
    const digit = (value >>> shift) & 15;
    sayByte(digit < 10 ? 48 + digit : 87 + digit);
  }
}

/** A name from outside: whatever could move a terminal's cursor becomes a question mark. */
export function sayName(text: usize): void {
  sayQuoted(text, lengthOf(text));
}

export function sayQuoted(text: usize, length: usize): void {
  for (const end = text + length; text < end; text++) {
    const byte = <u32>load<u8>(text);
    sayByte(byte < 32 || byte == 127 ? 63 : byte);
  }
}

/** What an errno means, where it is one that people meet. */
export function printError(errno: i32): void {
  if (errno == 44) say("there is no such file");
  else if (errno == 2 || errno == 63) say("this is not permitted");
  else if (errno == 8) say("it is closed");
  else if (errno == 76) say("this is outside the folders that are open to the command");
  else if (errno == 31) say("this is a folder");
  else if (errno == 54) say("a part of the path is no folder");
  else if (errno == 51) say("the disk is full");
  else if (errno == 19) say("the quota is used up");
  else if (errno == 22) say("the file would be larger than is allowed");
  else if (errno == 69) say("the file system is read-only");
  else {
    say("errno ");
    sayNumber(errno);
  }
}

/** Why the core refused an image: the meaning, the byte, what it expected and found. Returns the exit code. */
export function printRefusal(): i32 {
  const code = <i32>errorField(ERROR_CODE);
  if (code == E_MEMORY) {
    say("it takes ");
    sayNumber(errorField(ERROR_EXPECTED));
    say(" bytes of memory, more than there are");
    return IO;
  }
  if (code == E_FORMAT && errorField(ERROR_WHERE) == HEADER_MAGIC) {
    say("this is no .millrace file");
    return DATA;
  }
  if (code == E_FORMAT) say("this is not a whole .millrace image");
  else if (code == E_VERSION) say("the image is of another version");
  else if (code == E_CRC) say("the image is damaged, its check sum does not fit");
  else if (code == E_SPEC) say("the tables describe no legal model");
  else if (code == E_STATE) say("the state does not fit the model");
  else say("the core refuses it");
  say(code == E_STATE ? "; byte " : "; at byte ");
  sayNumber(errorField(ERROR_WHERE));
  if (code == E_STATE) {
    say(" of the state");
    return DATA;
  }
  say(" expected ");
  sayNumber(errorField(ERROR_EXPECTED));
  say(", got ");
  sayNumber(errorField(ERROR_ACTUAL));
  return DATA;
}

/** Sends the predictions so far, drops an unfinished save, prints the line, and ends the command. */
export function stop(code: i32): void {
  drain();
  abandonSave();
  store<u8>(LINE + said, 10);
  writeAll(STDERR, LINE, said + 1);
  proc_exit(code);
  unreachable();
}

// The last byte is for the newline.
function sayByte(byte: u32): void {
  if (!said) {
    said = 7;
    store<u64>(LINE, 0x203a726f727265); // "error: "
  }
  if (said < LINE_BYTES - 1) store<u8>(LINE + said++, byte);
}
