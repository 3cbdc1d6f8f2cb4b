import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { MillraceError } from "../../errors.ts";

/** A line of the file, cut into cells. */
export interface Line {
  cells: string[];
  /** Of the file, from 1; of several it spans, the first. */
  number: number;
}

const SEPARATORS = [",", ";", "\t", "|"] as const;

/**
 * The lines of a CSV file that hold anything, with quoted cells as RFC 4180 has them; unpacked where it is gzip.
 * @param separator left out, the one of `,` `;` tab `|` that the first line has most of, else blanks
 * @throws MillraceError `E_FILE`, `E_FORMAT`
 */
export async function* readLines(path: string, separator?: string): AsyncGenerator<Line, void, undefined> {
  let by = separator;
  let number = 0;
  let quoted: { text: string; number: number } | undefined;
  for await (const text of readText(path)) {
    number++;
    if (quoted === undefined && text.trim() === "") continue;
    const whole = quoted === undefined ? text : `${quoted.text}\n${text}`;
    // An odd number of quotes: a cell goes on in the next line.
    if (whole.includes('"') && (whole.split('"').length & 1) === 0) {
      quoted = { text: whole, number: quoted?.number ?? number };
      if (whole.length > LONGEST) break;
      continue;
    }
    by ??= separatorOf(whole);
    yield { cells: cellsOf(whole, by), number: quoted?.number ?? number };
    quoted = undefined;
  }
  if (quoted === undefined) return;
  throw new MillraceError("E_FORMAT", "a quoted cell does not end", {
    where: `${path}, line ${quoted.number}`,
    expected: 'a closing "',
    actual: "none",
  });
}

/** The cells of one line. */
export function cellsOf(line: string, separator: string): string[] {
  if (separator === " ") return line.trim().split(/\s+/);
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i] as string;
    if (inQuotes && letter === '"' && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"') {
      inQuotes = !inQuotes;
    } else if (letter === separator && !inQuotes) {
      cells.push(cell.trim());
      cell = "";
    } else {
      cell += letter;
    }
  }
  cells.push(cell.trim());
  return cells;
}

// ---

const LONGEST = 1_000_000;

function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? " " : (SEPARATORS[counts.indexOf(most)] as string);
}

async function* readText(path: string): AsyncGenerator<string, void, undefined> {
  let rest = "";
  let isFirst = true;
  try {
    const packed = await isGzip(path);
    const bytes = createReadStream(path);
    const unpacked: Readable = packed ? bytes.pipe(passingErrors(bytes)) : bytes;
    unpacked.setEncoding("utf8");
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const text = isFirst ? chunk.replace(/^\uFEFF/, "") : chunk;
      isFirst = false;
      const lines = (rest + text).split("\n");
      rest = lines.pop() as string;
      for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
    }
  } catch (cause) {
    throw new MillraceError("E_FILE", "the file cannot be read", {
      where: path,
      actual: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
  if (rest !== "") yield rest;
}

function passingErrors(source: Readable): ReturnType<typeof createGunzip> {
  const gunzip = createGunzip();
  source.once("error", (error) => gunzip.destroy(error));
  gunzip.once("close", () => source.destroy());
  return gunzip;
}

/** By its first bytes: a name may say anything. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
