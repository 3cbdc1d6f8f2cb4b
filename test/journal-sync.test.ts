import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SegmentWriter } from "../src/journal/segment-writer.ts";
import { Journal } from "../src/journal.ts";
import { refusalOf } from "./support/errors.ts";
import { bodyOf, contentsOf, fill, segmentFiles } from "./support/journals.ts";

// A disk that answers with errors cannot be had: only its answer is played, and only where a test asks for it.
const disk = vi.hoisted(() => ({ failing: new Set<string>(), synced: 0 }));
vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  const failed = (call: string) => Object.assign(new Error(`EIO: i/o error, ${call}`), { code: "EIO" });
  return {
    ...fs,
    fdatasyncSync(file: number) {
      if (disk.failing.has("sync")) throw failed("fdatasync");
      disk.synced++;
      fs.fdatasyncSync(file);
    },
    fdatasync(file: number, done: (error: Error | null) => void) {
      if (disk.failing.has("sync")) setImmediate(() => done(failed("fdatasync")));
      else {
        disk.synced++;
        fs.fdatasync(file, done);
      }
    },
    writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position: number) {
      const isRecord = disk.failing.has("write") && length > 100;
      const written = fs.writeSync(file, bytes, offset, isRecord ? length - 50 : length, position);
      if (isRecord) throw failed("write");
      return written;
    },
    ftruncateSync(file: number, length: number) {
      if (disk.failing.has("truncate")) throw failed("ftruncate");
      fs.ftruncateSync(file, length);
    },
  };
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-sync-"));
  disk.failing.clear();
});

afterEach(() => rmSync(folder, { recursive: true }));

test("with fsync always a record that does not reach the disk is taken back, and nothing is acknowledged", async () => {
  using journal = Journal.open(folder, { fsync: "always" });
  fill(journal, 3);
  const { size } = statSync(segmentFiles(folder)[0] as string);
  disk.failing.add("sync");
  expect((await refusalOf(() => fill(journal, 1))).code).toBe("E_JOURNAL");
  expect([journal.nextSeq, journal.writable]).toEqual([4, false]);
  expect(statSync(segmentFiles(folder)[0] as string).size).toBe(size);
  disk.failing.clear();
  const before = disk.synced;
  fill(journal, 2);
  expect(disk.synced).toBeGreaterThan(before);
  expect([journal.nextSeq, journal.writable]).toEqual([6, true]);
  expect(contentsOf(journal).bodies.size).toBe(5);
});

test("with fsync interval a failed sync stops the next append until the disk answers again", async () => {
  let nowMs = 0;
  using journal = Journal.open(folder, { now: () => nowMs });
  disk.failing.add("sync");
  nowMs = 1000;
  fill(journal, 1);
  await vi.waitUntil(() => !journal.writable);
  expect((await refusalOf(() => fill(journal, 1))).message).toContain("EIO");
  expect(journal.nextSeq).toBe(2);
  await expect(journal.syncAside()).rejects.toMatchObject({ code: "E_JOURNAL" });
  disk.failing.clear();
  fill(journal, 1);
  expect([journal.nextSeq, journal.writable]).toEqual([3, true]);
});

test("a half written record that could not be cut off at once is cut off before the next one", async () => {
  const journal = Journal.open(folder);
  fill(journal, 2);
  disk.failing.add("write").add("truncate");
  await refusalOf(() => journal.append(1, 0, new Uint8Array(5000).fill(1)));
  expect(journal.nextSeq).toBe(3);
  disk.failing.delete("write");
  expect((await refusalOf(() => journal.append(1, 0, bodyOf(3)))).code).toBe("E_JOURNAL");
  disk.failing.clear();
  journal.append(1, 0, bodyOf(3));
  journal.close();
  expect(readFileSync(segmentFiles(folder)[0] as string).length).toBeLessThan(1000);
  using again = Journal.open(folder);
  expect(again.recovery).toMatchObject({ records: 3, truncatedTail: 0, damagedBytes: 0 });
});

test("the segment itself cuts off what was left of a record before it writes the next one", () => {
  const writer = SegmentWriter.create(folder, { id: 7, firstSeq: 1, startedMs: 0 });
  disk.failing.add("write").add("truncate");
  expect(() => writer.write(Buffer.alloc(5000, 1), 5000, false)).toThrow("EIO");
  disk.failing.clear();
  writer.write(Buffer.alloc(60, 2), 60, false);
  writer.close();
  expect(statSync(writer.path).size).toBe(40 + 60);
});

test("a quiet journal is synced once, not each second", async () => {
  using journal = Journal.open(folder);
  fill(journal, 5);
  await journal.syncAside();
  const before = disk.synced;
  await journal.syncAside();
  journal.sync();
  expect(disk.synced).toBe(before);
});

test("closing syncs what is not on the disk yet", () => {
  const journal = Journal.open(folder);
  fill(journal, 5);
  const before = disk.synced;
  journal.close();
  expect(disk.synced).toBe(before + 1);
});
