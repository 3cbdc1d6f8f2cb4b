/**
 * Rows of stdin through one fixed buffer. What there is of a row that is not whole yet moves to the front, the rest is
 * read behind it; a row longer than the buffer is refused.
 *
 *   buffer  ┌─────────┬──────────────┬──────────┬──────┬──────┐
 *           │ done    │ whole rows   │ a part   │ free │ spare│
 *           └─────────┴──────────────┴──────────┴──────┴──────┘
 *                     at             whole      end
 */
import { copyBytes } from "./bytes";
import { DATA, IO, printError, say, sayNumber, stop } from "./failure";
import { STDIN } from "./imports";
import { buffer, bufferBytes } from "./model-file";
import { flush, readSome } from "./streams";

const NEWLINE: u8 = 10;

/** Where the next row begins, and where the whole ones end. */
export let at: usize = 0;
let whole: usize = 0;
let end: usize = 0;
let isOver: bool = false;
/** Number of the row at hand, from 1; in text the line. */
export let row: u64 = 0;

export function beginInput(): void {
  at = whole = end = buffer;
}

/** Goes on behind the row at hand. */
export function endRow(behind: usize): void {
  at = behind;
}

/** Whether there is another line; it ends with a newline then, given one at the end of the input where it has none. */
export function nextLine(): bool {
  row++;
  while (at == whole) {
    if (isOver) return false;
    const from = refill();
    if (isOver) {
      if (at == end) return false;
      store<u8>(end++, NEWLINE);
      whole = end;
      return true;
    }
    let last = end;
    while (last > from && load<u8>(last - 1) != NEWLINE) last--;
    if (last > from) whole = last;
    else if (end == buffer + bufferBytes && at == buffer) refuseLength("the line", bufferBytes);
  }
  return true;
}

/** Whether there is another record of so many bytes. */
export function nextRecord(bytes: usize): bool {
  row++;
  if (whole - at >= bytes) return true;
  while (end - at < bytes && !isOver) refill();
  if (end == at) return false;
  if (end - at < bytes) {
    sayRow();
    say("the record ends after ");
    sayNumber(end - at);
    say(" of ");
    sayNumber(bytes);
    say(" bytes");
    stop(DATA);
  }
  whole = end;
  return true;
}

/** "row 7: ", at the start of a message. */
export function sayRow(): void {
  say("row ");
  sayNumber(row);
  say(": ");
}

/** Reads what there is, behind what is left; where the new bytes begin. Sets `isOver` at the end of the input. */
function refill(): usize {
  flush();
  if (at > buffer) {
    copyBytes(buffer, at, end - at);
    end -= at - buffer;
    at = whole = buffer;
  }
  const from = end;
  const some = readSome(STDIN, end, buffer + bufferBytes - end);
  if (some < 0) {
    sayRow();
    say("cannot read the rows: ");
    printError(-some);
    stop(IO);
  }
  isOver = some == 0;
  end += some;
  return from;
}

function refuseLength(what: string, most: usize): void {
  sayRow();
  say(what);
  say(" is longer than ");
  sayNumber(most);
  say(" bytes");
  stop(DATA);
}
