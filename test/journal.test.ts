import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { gapOf, Journal, type JournalEntry, type JournalRecord, KIND_GAP, MAX_BODY_BYTES } from "../src/journal.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";
import { bodyOf, contentsOf, fill, pictureOf, segmentFiles, textOf } from "./support/journals.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-journal-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("appending and reading", () => {
  test("what was appended is read back after closing and opening, byte for byte, and goes on", () => {
    const entries: JournalEntry[] = [
      { kind: 1, arrivalMs: 1_753_000_000_000.25, body: new Uint8Array([0, 255, 1]) },
      { kind: 255, arrivalMs: -1, body: new Uint8Array(0) },
      { kind: 7, arrivalMs: 0, body: new Uint8Array(100_000).fill(9) },
    ];
    const journal = Journal.open(folder);
    expect([journal.firstSeq, journal.nextSeq, journal.writable]).toEqual([1, 1, true]);
    expect(entries.map(({ kind, arrivalMs, body }) => journal.append(kind, arrivalMs, body))).toEqual([1, 2, 3]);
    journal.close();

    using again = Journal.open(folder);
    expect([...again.read(1)]).toEqual(entries.map((entry, index) => ({ seq: index + 1, ...entry })));
    expect(again.recovery).toMatchObject({ records: 3, gaps: [], damagedBytes: 0, movedTo: [], truncatedTail: 0 });
    expect(again.recovery.lost).toEqual({ count: 0, exact: true });
    expect(again.append(1, 5, new Uint8Array(1))).toBe(4);
    expect(again.nextSeq).toBe(5);
  });

  test("gathered records are written together and named by the first", () => {
    using journal = Journal.open(folder);
    journal.append(1, 0, bodyOf(1));
    expect(journal.appendAll([])).toBe(2);
    expect(journal.appendAll([2, 3, 4].map((seq) => ({ kind: 1, arrivalMs: seq, body: bodyOf(seq) })))).toBe(2);
    expect([...contentsOf(journal).bodies]).toEqual([1, 2, 3, 4].map((seq) => [seq, textOf(bodyOf(seq))]));
  });

  test("reading begins where it is asked to, in any segment, and takes along what is appended meanwhile", () => {
    using journal = Journal.open(folder, { segmentBytes: 500 });
    fill(journal, 40);
    expect(journal.segments().length).toBeGreaterThan(4);
    for (const from of [0, 1, 17, 40, 41, 99]) {
      const expected = Array.from({ length: 40 }, (_, i) => i + 1).filter((seq) => seq >= from);
      expect([...contentsOf(journal, from).bodies.keys()]).toEqual(expected);
    }
    const seen: number[] = [];
    for (const { seq } of journal.read(35)) {
      seen.push(seq);
      if (seq % 2 === 0 && seq < 46) fill(journal, 1);
    }
    expect(seen).toEqual([35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45]);
  });

  test("a body may be as long as the limit, and one byte more is refused", async () => {
    using journal = Journal.open(folder);
    journal.append(1, 0, bodyOf(1));
    journal.append(1, 0, new Uint8Array(3_000_000).fill(5));
    journal.append(1, 0, bodyOf(3));
    expect([...journal.read(1)].map(({ body }) => body.length)).toEqual([
      bodyOf(1).length,
      3_000_000,
      bodyOf(3).length,
    ]);
    const tooLong = new Uint8Array(MAX_BODY_BYTES + 1);
    expect((await refusalOf(() => journal.append(1, 0, tooLong))).code).toBe("E_VALUE");
    expect(journal.nextSeq).toBe(4);
  });

  test("what is no record is refused, with everything gathered beside it, before anything is written", async () => {
    using journal = Journal.open(folder);
    const before = pictureOf(folder);
    const good: JournalEntry = { kind: 1, arrivalMs: 0, body: bodyOf(1) };
    const bad: Partial<JournalEntry>[] = [
      { kind: KIND_GAP },
      { kind: 256 },
      { kind: 1.5 },
      { arrivalMs: Number.NaN },
      { arrivalMs: Number.POSITIVE_INFINITY },
      { body: "text" as unknown as Uint8Array },
    ];
    for (const part of bad) {
      expect((await refusalOf(() => journal.appendAll([good, { ...good, ...part }]))).code).toBe("E_VALUE");
    }
    expect(journal.nextSeq).toBe(1);
    expect(pictureOf(folder)).toEqual(before);
    expect(await complaintOf(() => journal.append(300, 0, bodyOf(1)))).toBe(
      "E_VALUE kind: no record of the journal; expected a whole number from 1 to 255, got 300",
    );
  });

  test("a closed journal, and one opened to be read only, refuse to be written", async () => {
    const journal = Journal.open(folder);
    fill(journal, 3);
    const reader = Journal.open(folder, { readOnly: true });
    const before = pictureOf(folder);
    expect(contentsOf(reader).bodies.size).toBe(3);
    expect(reader.writable).toBe(false);
    expect((await refusalOf(() => reader.append(1, 0, bodyOf(4)))).code).toBe("E_JOURNAL");
    reader.close();
    expect(pictureOf(folder)).toEqual(before);
    journal.close();
    journal.close();
    expect(journal.writable).toBe(false);
    expect((await refusalOf(() => journal.append(1, 0, bodyOf(4)))).code).toBe("E_CLOSED");
    expect((await refusalOf(() => [...journal.read(1)])).code).toBe("E_CLOSED");
  });

  test("a folder that is not there is an empty journal to a reader, and is not made", () => {
    using reader = Journal.open(join(folder, "absent"), { readOnly: true });
    expect([reader.firstSeq, reader.nextSeq, [...reader.read(1)]]).toEqual([1, 1, []]);
    expect(existsSync(join(folder, "absent"))).toBe(false);
  });
});

describe("segments and retention", () => {
  test("a segment is closed by its size, by its age and on demand", () => {
    let nowMs = 1000;
    using journal = Journal.open(folder, { segmentBytes: 400, segmentAgeMs: 5000, now: () => nowMs });
    fill(journal, 10);
    const bySize = journal.segments().length;
    expect(bySize).toBeGreaterThan(1);
    for (const { bytes } of journal.segments()) expect(bytes).toBeLessThanOrEqual(400);
    nowMs += 5000;
    fill(journal, 1);
    expect(journal.segments().length).toBe(bySize + 1);
    expect(journal.segments().at(-1)).toMatchObject({ firstSeq: 11, lastSeq: 11, startedMs: 6000 });
    journal.rotate();
    journal.rotate();
    expect(
      journal
        .segments()
        .slice(-2)
        .map(({ firstSeq }) => firstSeq),
    ).toEqual([11, 12]);
    fill(journal, 2);
    expect(contentsOf(journal).bodies.size).toBe(13);
  });

  test("the oldest segment can be dropped, no other, and that is no loss at the next start", async () => {
    const journal = Journal.open(folder, { segmentBytes: 400 });
    fill(journal, 40);
    const [first, second, third] = journal.segments();
    expect((await refusalOf(() => journal.dropSegment(second?.firstSeq ?? 0))).code).toBe("E_VALUE");
    journal.dropSegment(first?.firstSeq ?? 0);
    journal.dropSegment(second?.firstSeq ?? 0);
    expect(journal.firstSeq).toBe(third?.firstSeq);
    journal.close();
    using again = Journal.open(folder, { segmentBytes: 400 });
    expect(again.firstSeq).toBe(third?.firstSeq);
    expect(again.recovery).toMatchObject({ gaps: [], lost: { count: 0, exact: true } });
    expect([...contentsOf(again).bodies.keys()][0]).toBe(third?.firstSeq);
    while (again.segments().length > 1) again.dropSegment(again.firstSeq);
    expect((await refusalOf(() => again.dropSegment(again.firstSeq))).code).toBe("E_VALUE");
  });

  test("a segment whose dropping was interrupted after the mark goes at the next start", () => {
    const journal = Journal.open(folder, { segmentBytes: 400 });
    fill(journal, 20);
    const [oldest] = segmentFiles(folder);
    const bytes = readFileSync(oldest as string);
    journal.dropSegment(1);
    const { firstSeq } = journal;
    journal.close();
    writeFileSync(oldest as string, bytes);
    using again = Journal.open(folder);
    expect(again.firstSeq).toBe(firstSeq);
    expect(existsSync(oldest as string)).toBe(false);
  });
});

describe("the format", () => {
  test("a journal or mark of a newer version is refused and left as it is", async () => {
    const journal = Journal.open(folder);
    fill(journal, 5);
    journal.close();
    const [segment] = segmentFiles(folder);
    const header = readFileSync(segment as string);
    header.writeUInt32LE(2, 8);
    header.writeUInt32LE(crcOf(header.subarray(0, 36)), 36);
    writeFileSync(segment as string, header);
    const before = pictureOf(folder);
    expect(await complaintOf(() => Journal.open(folder))).toBe(
      `E_VERSION ${segment}: a newer program wrote it; expected version 1, got 2. ` +
        "Open it with that program; nothing was changed.",
    );
    expect(pictureOf(folder)).toEqual(before);

    header.writeUInt32LE(1, 8);
    header.writeUInt32LE(crcOf(header.subarray(0, 36)), 36);
    writeFileSync(segment as string, header);
    const mark = readFileSync(join(folder, "mark"));
    mark.writeUInt32LE(2, 4096 + 8);
    mark.writeUInt32LE(crcOf(mark.subarray(4096, 4096 + 60)), 4096 + 60);
    writeFileSync(join(folder, "mark"), mark);
    expect((await refusalOf(() => Journal.open(folder))).code).toBe("E_VERSION");
  });

  test("a renamed segment, and segments of two journals, are refused and left as they are", async () => {
    const journal = Journal.open(folder, { segmentBytes: 400 });
    fill(journal, 20);
    journal.close();
    const [first = ""] = segmentFiles(folder);
    const renamed = first.replace("0000000000000001-", "0000000000000003-");
    renameSync(first, renamed);
    const before = pictureOf(folder);
    expect((await refusalOf(() => Journal.open(folder))).code).toBe("E_FORMAT");
    expect(pictureOf(folder)).toEqual(before);
    renameSync(renamed, first);
    writeFileSync(join(folder, "0000000000000900-00000007.journal"), "");
    expect((await refusalOf(() => Journal.open(folder))).code).toBe("E_JOURNAL");
    rmSync(join(folder, "0000000000000900-00000007.journal"));
    using again = Journal.open(folder);
    expect(contentsOf(again).bodies.size).toBe(20);
  });
});

describe("to the disk", () => {
  test("the mark follows within a second of the journal's clock, and a clean stop is said by it", () => {
    let nowMs = 0;
    const journal = Journal.open(folder, { now: () => nowMs });
    const highest = () => {
      const mark = readFileSync(join(folder, "mark"));
      return Math.max(...[0, 4096].map((slot) => (mark.length > slot + 32 ? mark.readUInt32LE(slot + 24) : 0)));
    };
    fill(journal, 5);
    expect(highest()).toBe(0);
    nowMs = 1000;
    fill(journal, 1);
    expect(highest()).toBe(6);
    fill(journal, 3);
    journal.markCleanStop();
    expect(highest()).toBe(9);
    journal.close();
  });

  test("a journal gone quiet is marked and synced by its timer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      using journal = Journal.open(folder);
      fill(journal, 5);
      vi.advanceTimersByTime(1000);
      expect(readFileSync(join(folder, "mark")).readUInt32LE(24)).toBe(5);
      await journal.syncAside();
    } finally {
      vi.useRealTimers();
    }
  });

  test("with fsync always, and after sync aside, everything stays readable", async () => {
    const journal = Journal.open(folder, { fsync: "always", segmentBytes: 500 });
    fill(journal, 20);
    journal.close();
    const second = Journal.open(folder, { segmentBytes: 500 });
    const syncs: Promise<void>[] = [];
    for (let i = 0; i < 20; i++) {
      fill(second, 3);
      syncs.push(second.syncAside());
    }
    second.close();
    await Promise.all(syncs);
    using third = Journal.open(folder);
    expect(contentsOf(third).bodies.size).toBe(80);
  });
});

test("a gap is told from other records", () => {
  const record: JournalRecord = { seq: 4, arrivalMs: 0, kind: 1, body: new Uint8Array(16) };
  expect(gapOf(record)).toBeUndefined();
  expect(
    gapOf({ ...record, kind: KIND_GAP, body: new Uint8Array([9, ...new Array(7).fill(0), 1, 0, 0, 0, 0, 0, 0, 0]) }),
  ).toEqual({ from: 4, to: 9, exact: true });
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
