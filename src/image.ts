import * as abi from "./abi.ts";
import { crc32 } from "./crc.ts";
import { MillraceError } from "./errors.ts";
import { fieldValue, recordsOf, viewOf } from "./image/fields.ts";
import { freshImage } from "./image/write.ts";
import { type FullSpec, fullSpec } from "./spec.ts";

export { specOf } from "./image/read.ts";
export { freshImage } from "./image/write.ts";

/** What a trailer says besides the tables. */
export interface Trailer {
  spec: FullSpec;
  /** Where the model comes from: plain JSON of the writer's choosing. */
  provenance?: unknown;
}

/** A `.millrace` file, taken apart: the core part, which is the model, and the bytes behind it. */
export interface FileParts {
  core: Uint8Array;
  trailer: Uint8Array;
}

/**
 * Takes a file apart. What the core part holds is for the core to check.
 * @throws MillraceError `E_FORMAT`, `E_VERSION`
 */
export function splitFile(bytes: Uint8Array): FileParts {
  if (bytes.length < abi.HEADER_BYTES) {
    throw damaged("the file ends inside the header", "length", `at least ${abi.HEADER_BYTES} bytes`, bytes.length);
  }
  const view = viewOf(bytes);
  const magic = view.getUint32(abi.HEADER_MAGIC, true);
  if (magic !== abi.MAGIC) throw damaged("this is no .millrace file", "header: magic", hex(abi.MAGIC), hex(magic));
  const version = view.getUint16(abi.HEADER_FORMAT, true);
  if (version !== abi.FORMAT_VERSION) {
    throw new MillraceError("E_VERSION", "the file is of another version of the format", {
      where: "header: format version",
      expected: abi.FORMAT_VERSION,
      actual: version,
      remedy: "Read it with the version of this library that wrote it, or a newer one",
    });
  }
  const length = view.getUint32(abi.HEADER_LENGTH, true);
  if (length < abi.HEADER_BYTES || length > bytes.length) {
    throw damaged("the file ends before the model does", "header: length", `${length} bytes`, bytes.length);
  }
  return { core: bytes.subarray(0, length), trailer: bytes.subarray(length) };
}

/**
 * Reads what lies behind the core part and holds it against the tables: they decide.
 * @throws MillraceError `E_FORMAT`, `E_CRC`
 */
export function readTrailer(trailer: Uint8Array, core: Uint8Array): Trailer | undefined {
  if (trailer.length === 0) return undefined;
  const text = trailerText(trailer);
  let content: Partial<Trailer> | null;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  } catch (cause) {
    throw new MillraceError("E_FORMAT", "the trailer is no JSON", { where: "trailer", cause });
  }
  const { spec, image } = compiled(content);
  const difference = firstDifference(core, image);
  if (difference !== undefined) {
    throw new MillraceError("E_FORMAT", "the trailer disagrees with the tables, which decide", {
      ...difference,
      remedy: "Cut the trailer off to open the model as its tables describe it, without names",
    });
  }
  return content?.provenance === undefined ? { spec } : { spec, provenance: content.provenance };
}

/** A whole file from a sealed core part. */
export function writeFile(core: Uint8Array, trailer: Trailer): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(trailer));
  const file = new Uint8Array(core.length + abi.TRAILER_BYTES + text.length);
  const view = new DataView(file.buffer, core.length);
  file.set(core);
  view.setUint32(0, abi.TRAILER_MAGIC, true);
  view.setUint32(abi.TRAILER_LENGTH, text.length, true);
  view.setUint32(abi.TRAILER_CRC, crc32(text), true);
  file.set(text, core.length + abi.TRAILER_BYTES);
  return file;
}

function trailerText(trailer: Uint8Array): Uint8Array {
  const view = viewOf(trailer);
  if (trailer.length < abi.TRAILER_BYTES) {
    throw damaged("the file ends inside the trailer", "trailer", `at least ${abi.TRAILER_BYTES} bytes`, trailer.length);
  }
  const magic = view.getUint32(0, true);
  if (magic !== abi.TRAILER_MAGIC) {
    throw damaged("what follows the model is no trailer", "trailer: magic", hex(abi.TRAILER_MAGIC), hex(magic));
  }
  const length = view.getUint32(abi.TRAILER_LENGTH, true);
  const text = trailer.subarray(abi.TRAILER_BYTES);
  if (length !== text.length) {
    throw damaged("the trailer has another length than it says", "trailer: length", `${length} bytes`, text.length);
  }
  const crc = view.getUint32(abi.TRAILER_CRC, true);
  if (crc !== crc32(text)) {
    throw new MillraceError("E_CRC", "the trailer is damaged, its check sum does not fit", {
      where: "trailer: CRC",
      expected: hex(crc),
      actual: hex(crc32(text)),
      remedy: "Cut the trailer off to open the model without it, or take another copy of the file",
    });
  }
  return text;
}

function compiled(content: Partial<Trailer> | null): { spec: FullSpec; image: Uint8Array } {
  try {
    const spec = fullSpec(content?.spec);
    return { spec, image: freshImage(spec) };
  } catch (cause) {
    const { where, expected, actual } = cause as MillraceError;
    const place = where === undefined ? "trailer" : `trailer: ${where}`;
    throw new MillraceError("E_FORMAT", "the trailer's spec is not legal", { where: place, expected, actual, cause });
  }
}

function firstDifference(
  core: Uint8Array,
  fresh: Uint8Array,
): { where: string; expected: string; actual: string } | undefined {
  const tables = core.slice(0, fresh.length);
  // The flag tells what the file holds, not what the model is.
  tables[abi.HEADER_FLAGS] = (tables[abi.HEADER_FLAGS] as number) | abi.FLAG_FRESH;
  const [stated, described] = [viewOf(tables), viewOf(fresh)];
  // These follow from other fields, which are named instead.
  const follows = [abi.HEADER_LENGTH, abi.HEADER_CRC, abi.HEADER_STATE, abi.HEADER_STATE_BYTES];
  // The header comes first: it tells tables of another shape apart before a record is looked at.
  for (const { prefix, fields, at } of recordsOf(fresh)) {
    for (const field of fields) {
      if (at === 0 && follows.includes(field.offset)) continue;
      const [expected, actual] = [fieldValue(stated, at, field), fieldValue(described, at, field)];
      if (expected === actual) continue;
      return { where: `${prefix}${field.name}`, expected: String(expected), actual: `${actual} in the trailer` };
    }
  }
  return undefined;
}

function damaged(what: string, where: string, expected: string, actual: string | number): MillraceError {
  return new MillraceError("E_FORMAT", what, { where, expected, actual });
}

function hex(word: number): string {
  return `0x${word.toString(16).padStart(8, "0")}`;
}
