import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gapOf, Journal } from "../src/journal.ts";
import { fill, pictureOf, segmentFiles, textOf } from "./support/journals.ts";

/** Written by version 1 of the format, with a repaired gap at 6 and a clean stop; read for ever. */
const STORED = fileURLToPath(new URL("data/journal-1/", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-format-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A reader written from docs/journal.md alone: the product's own code is not used. */
function readByThePage(place: string): { seq: number; arrival: number; kind: number; body: string }[] {
  const records: { seq: number; arrival: number; kind: number; body: string }[] = [];
  for (const name of readdirSync(place)
    .filter((file) => file.endsWith(".journal"))
    .sort()) {
    const bytes = readFileSync(join(place, name));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const id = view.getUint32(12, true);
    expect(bytes.toString("latin1", 0, 8)).toBe("MILRJRNL");
    expect([view.getUint32(8, true), view.getUint32(32, true)]).toEqual([1, 0]);
    expect(view.getUint32(36, true)).toBe(crc(bytes.subarray(0, 36), 0));
    const first = view.getBigUint64(16, true);
    expect(name).toBe(`${String(first).padStart(16, "0")}-${id.toString(16).padStart(8, "0")}.journal`);
    for (let at = 40; at < bytes.length; ) {
      const length = view.getUint32(at, true);
      const headCrc = view.getUint32(at + 24, true);
      const body = bytes.subarray(at + 32, at + 32 + length);
      expect([headCrc, view.getUint32(at + 28, true)]).toEqual([
        crc(bytes.subarray(at, at + 24), id),
        crc(body, headCrc),
      ]);
      expect([...bytes.subarray(at + 21, at + 24)]).toEqual([0, 0, 0]);
      records.push({
        seq: Number(view.getBigUint64(at + 4, true)),
        arrival: view.getFloat64(at + 12, true),
        kind: view.getUint8(at + 20),
        body: textOf(body),
      });
      at += 32 + length;
    }
  }
  return records;
}

/** The mark, read in the same way: last seq, first seq kept, clean stop. */
function markByThePage(place: string): number[] | undefined {
  const bytes = readFileSync(join(place, "mark"));
  const slots = [0, 4096].map((at) => new DataView(bytes.buffer, bytes.byteOffset + at, 64));
  const whole = slots.filter((slot, i) => {
    const own = bytes.subarray(i * 4096, i * 4096 + 60);
    return own.toString("latin1", 0, 8) === "MILRMARK" && slot.getUint32(60, true) === crc(own, 0);
  });
  const newest = whole.sort((a, b) => Number(b.getBigUint64(16, true) - a.getBigUint64(16, true)))[0];
  return (
    newest && [Number(newest.getBigUint64(24, true)), Number(newest.getBigUint64(32, true)), newest.getUint32(48, true)]
  );
}

function crc(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

describe("docs/journal.md", () => {
  test("is enough to read what the journal writes", () => {
    const journal = Journal.open(folder, { segmentBytes: 2000 });
    fill(journal, 50);
    const records = [...journal.read(1)];
    while (journal.segments().length > 2) journal.dropSegment(journal.firstSeq);
    const { firstSeq } = journal;
    journal.markCleanStop();
    journal.close();
    expect(readByThePage(folder)).toEqual(
      records
        .slice(firstSeq - 1)
        .map(({ seq, arrivalMs, kind, body }) => ({ seq, arrival: arrivalMs, kind, body: textOf(body) })),
    );
    expect(markByThePage(folder)).toEqual([50, firstSeq, 1]);
  });

  test("is enough to read a stored journal of version 1", () => {
    const records = readByThePage(STORED);
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(records[5]).toEqual({
      seq: 6,
      arrival: 1753000000003.5,
      kind: 0,
      body: `\x06${"\0".repeat(7)}\x01${"\0".repeat(7)}`,
    });
    expect(markByThePage(STORED)).toEqual([10, 1, 1]);
  });
});

describe("a stored journal of version 1", () => {
  test("is read as it was written, and not changed by reading", () => {
    const before = pictureOf(STORED);
    const reader = Journal.open(STORED, { readOnly: true });
    const records = [...reader.read(1)];
    reader.close();
    expect(pictureOf(STORED)).toEqual(before);
    expect(records.map(gapOf).filter((gap) => gap !== undefined)).toEqual([{ from: 6, to: 6, exact: true }]);
    for (const { seq, arrivalMs, kind, body } of records) {
      if (kind === 0) continue;
      const isLast = seq === 10;
      expect([kind, arrivalMs]).toEqual(isLast ? [200, 1753000009999] : [seq, 1753000000000 + seq / 2]);
      expect(textOf(body)).toBe(isLast ? "" : `body ${seq}`.repeat(seq));
    }
  });

  test("goes on", () => {
    cpSync(STORED, folder, { recursive: true });
    using journal = Journal.open(folder);
    expect(journal.recovery).toMatchObject({ records: 9, gaps: [], movedTo: [], lost: { count: 0, exact: true } });
    expect(journal.append(1, 0, new Uint8Array(3))).toBe(11);
    expect(segmentFiles(folder).length).toBe(4);
  });
});
