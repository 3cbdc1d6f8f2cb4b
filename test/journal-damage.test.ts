import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Journal, type Recovery } from "../src/journal.ts";
import { bodyOf, contentsOf, DAMAGES, damaged, fill, pictureOf, segmentFiles, textOf } from "./support/journals.ts";
import { Seeded } from "./support/seeded.ts";

// In memory where there is such a place: thousands of repairs, each of which syncs.
const BASE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const HEADER = 40;
const HEAD = 32;

let folder: string;
let original: Map<string, Buffer>;

beforeEach(() => {
  folder = mkdtempSync(join(BASE, "millrace-damage-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Fills a journal of `count` records, remembers its files, and says where each record's bytes lie. */
function prepare(
  count: number,
  segmentBytes: number,
  isCleanStop: boolean,
): Map<string, { seq: number; start: number; end: number }[]> {
  const journal = Journal.open(folder, { segmentBytes });
  fill(journal, count);
  const extents = new Map<string, { seq: number; start: number; end: number }[]>();
  const files = segmentFiles(folder);
  journal.segments().forEach(({ firstSeq, lastSeq, bytes }, index) => {
    let start = HEADER;
    const list: { seq: number; start: number; end: number }[] = [];
    for (let seq = firstSeq; seq <= lastSeq; seq++) {
      const end = start + HEAD + bodyOf(seq).length;
      list.push({ seq, start, end });
      start = end;
    }
    expect(start).toBe(bytes);
    extents.set(files[index] as string, list);
  });
  if (isCleanStop) journal.markCleanStop();
  journal.close();
  original = new Map(filesOf(folder).map((path) => [path, readFileSync(path)]));
  return extents;
}

/** Puts the journal back as it was prepared. */
function reset(): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [path, bytes] of original) writeFileSync(path, bytes);
}

function filesOf(place: string): string[] {
  return [...segmentFiles(place), join(place, "mark")];
}

/** Opens what was damaged; every record is there as it was or in a gap; a second start finds nothing more. */
function recoverAndGoOn(present: (seq: number) => boolean, appended: number): Recovery {
  const journal = Journal.open(folder);
  const { bodies, gaps } = contentsOf(journal);
  const { recovery, nextSeq } = journal;
  for (const [seq, body] of bodies) if (body !== textOf(bodyOf(seq))) throw new Error(`record ${seq} reads ${body}`);
  let next = 1;
  const spans = [...[...bodies.keys()].map((seq) => [seq, seq] as const), ...gaps].sort(([a], [b]) => a - b);
  for (const [from, to] of spans) {
    if (from !== next) throw new Error(`record ${next} is neither there nor in a gap`);
    next = to + 1;
  }
  expect(next).toBe(nextSeq);
  for (let seq = 1; seq < nextSeq; seq++)
    if (bodies.has(seq) !== present(seq)) throw new Error(`record ${seq} is ${bodies.has(seq) ? "there" : "gone"}`);
  expect(recovery.lost.count).toBe(gaps.reduce((sum, [from, to]) => sum + to - from + 1, 0));
  expect(recovery.gaps.map(({ from, to }) => [from, to])).toEqual(gaps);
  fill(journal, appended);
  journal.close();

  const kept = new Map(pictureOf(folder));
  const again = Journal.open(folder);
  expect(again.recovery).toMatchObject({ gaps: [], damagedBytes: 0, movedTo: [], truncatedTail: 0 });
  expect(again.recovery.earlierGaps.map(({ from, to }) => [from, to])).toEqual(gaps);
  expect(contentsOf(again).bodies.size).toBe(bodies.size + appended);
  again.close();
  kept.delete(join(folder, "mark"));
  const now = pictureOf(folder);
  now.delete(join(folder, "mark"));
  expect(now).toEqual(kept);
  return recovery;
}

describe("damage at every byte of a short journal", () => {
  const COUNT = 8;

  test.each(["truncated", "flipped", "zeroed from there on"])("%s", (damage) => {
    const extents = prepare(COUNT, 250, true);
    expect(extents.size).toBeGreaterThan(2);
    for (const [path, bytes] of original) {
      for (let at = 0; at < bytes.length; at++) {
        if (basename(path) === "mark" && at >= 64 && at < 4096) continue;
        reset();
        const broken = Buffer.from(bytes);
        if (damage === "flipped") broken[at] = (broken[at] as number) ^ (1 << (at % 8));
        else if (damage !== "truncated") broken.fill(0, at);
        const last = damage === "flipped" ? at + 1 : bytes.length;
        writeFileSync(path, damage === "truncated" ? broken.subarray(0, at) : broken);
        const gone = new Set(
          (extents.get(path) ?? []).filter(({ start, end }) => start < last && end > at).map(({ seq }) => seq),
        );
        const recovery = recoverAndGoOn((seq) => !gone.has(seq), 2);
        // The clean stop says how many there were: every count is exact, at the end too, while its mark is whole.
        const isMarkHit = basename(path) === "mark" && (damage === "truncated" || !broken.equals(bytes));
        expect(recovery.lost).toEqual({ count: gone.size, exact: !isMarkHit });
        const isTorn = damage === "truncated" && path === segmentFiles(folder).at(-1);
        if (gone.size > 0 && damage === "flipped") expect(recovery.movedTo.length).toBe(1);
        if (isTorn) expect(recovery.movedTo).toEqual([]);
      }
    }
  });
});

test("damage at random places, five hundred times: what is whole is used, the rest is counted, nothing is moved twice", () => {
  const random = new Seeded(6);
  const count = 120;
  const extents = prepare(count, 2000, true);
  const paths = [...original.keys()];
  const images = [...extents].flatMap(([path, list]) =>
    list.map(({ seq, start, end }) => ({ seq, path, image: (original.get(path) as Buffer).subarray(start, end) })),
  );
  for (let round = 0; round < 500; round++) {
    reset();
    for (let hit = random.index(3); hit >= 0; hit--) {
      const path = paths[random.index(paths.length)] as string;
      const damage = DAMAGES[random.index(DAMAGES.length)] ?? "flipped";
      const bytes = readFileSync(path);
      if (bytes.length > 0) writeFileSync(path, damaged(bytes, damage, random, 600));
    }
    const files = new Map(paths.map((path) => [path, readFileSync(path)]));
    const whole = new Set(images.filter(({ path, image }) => files.get(path)?.includes(image)).map(({ seq }) => seq));
    const appended = round % 50 === 0 ? 1000 : 3;
    const { lost } = recoverAndGoOn((seq) => whole.has(seq), appended);
    if (lost.exact) expect(lost.count).toBe(count - whole.size);
    else expect(lost.count).toBeLessThanOrEqual(count - whole.size);
  }
});

describe("what is gone is counted", () => {
  test("exactly, where a whole record follows", () => {
    const extents = prepare(30, 100_000, false);
    const [[path, list] = ["", []]] = extents;
    const bytes = Buffer.from(original.get(path) as Buffer);
    bytes.fill(0xff, (list[9]?.start ?? 0) + 5, (list[12]?.start ?? 0) + 1);
    writeFileSync(path, bytes);
    const recovery = recoverAndGoOn((seq) => seq < 10 || seq > 13, 1000);
    expect(recovery.lost).toEqual({ count: 4, exact: true });
    expect(recovery.gaps).toEqual([{ from: 10, to: 13, exact: true }]);
    const [kept = ""] = recovery.movedTo;
    expect(readFileSync(kept)).toEqual(bytes.subarray(list[9]?.start, list[12]?.end));
  });

  test("at least, by the mark of the last second, where nothing follows", () => {
    let nowMs = 0;
    const journal = Journal.open(folder, { now: () => nowMs });
    fill(journal, 20);
    nowMs += 1000;
    fill(journal, 1);
    fill(journal, 9);
    journal.close();
    const [path = ""] = segmentFiles(folder);
    writeFileSync(path, readFileSync(path).subarray(0, HEADER + HEAD + bodyOf(1).length + 10));
    using again = Journal.open(folder);
    expect(again.recovery).toMatchObject({ gaps: [{ from: 2, to: 21, exact: false }], truncatedTail: 10 });
    expect(again.recovery.lost).toEqual({ count: 20, exact: false });
    expect(again.nextSeq).toBe(22);
  });

  test("by a head whose body is bad, where the mark knows nothing of it", () => {
    const extents = prepare(8, 100_000, false);
    const [[path, list] = ["", []]] = extents;
    rmSync(join(folder, "mark"));
    const bytes = Buffer.from(original.get(path) as Buffer);
    bytes[(list[7]?.start ?? 0) + HEAD] = 0;
    writeFileSync(path, bytes);
    expect(recoverAndGoOn((seq) => seq < 8, 3).lost).toEqual({ count: 1, exact: false });
  });

  test.each(["no mark", "an old mark"])(
    "as unknown, where bytes at the end are bad and %s says how many they were",
    (mark) => {
      const extents = prepare(8, 100_000, false);
      const [[path, list] = ["", []]] = extents;
      if (mark === "no mark") rmSync(join(folder, "mark"));
      const bytes = Buffer.from(original.get(path) as Buffer);
      bytes.fill(0, list[5]?.start);
      writeFileSync(path, bytes);
      expect(recoverAndGoOn((seq) => seq < 6, 3).lost).toEqual({ count: 0, exact: false });
    },
  );

  test.each([
    { which: "first", missing: 0 },
    { which: "middle", missing: 1 },
    { which: "last", missing: -1 },
  ])("when the $which segment is missing", ({ missing }) => {
    const extents = prepare(30, 800, true);
    const [path, list] = [...extents].at(missing) ?? ["", []];
    rmSync(path);
    const gone = new Set(list.map(({ seq }) => seq));
    expect(recoverAndGoOn((seq) => !gone.has(seq), 1000).lost).toEqual({ count: gone.size, exact: true });
  });

  test("when all segments are missing, and the mark is left", () => {
    prepare(30, 800, true);
    for (const path of segmentFiles(folder)) rmSync(path);
    const { gaps } = recoverAndGoOn(() => false, 1000);
    expect(gaps).toEqual([{ from: 1, to: 30, exact: true }]);
  });

  test("an end lost on a record border beyond the mark is found by what a snapshot has applied", () => {
    const extents = prepare(30, 100_000, false);
    const [[path, list] = ["", []]] = extents;
    writeFileSync(path, (original.get(path) as Buffer).subarray(0, list[19]?.end));
    const journal = Journal.open(folder);
    expect([journal.nextSeq, journal.recovery.lost.count]).toEqual([21, 0]);
    expect(journal.reach(20)).toBeUndefined();
    expect(journal.reach(27)).toEqual({ from: 21, to: 27, exact: false });
    expect(journal.recovery.lost).toEqual({ count: 7, exact: false });
    expect(journal.append(1, 0, bodyOf(28))).toBe(28);
    journal.close();
    using again = Journal.open(folder);
    expect(contentsOf(again).gaps).toEqual([[21, 27]]);
    expect(again.nextSeq).toBe(29);
  });
});

test("a record hidden in the body of another one is not taken for a record when the outer one is damaged", () => {
  const other = mkdtempSync(join(BASE, "millrace-damage-"));
  try {
    const forger = Journal.open(other);
    forger.reach(6);
    forger.append(1, 0, Buffer.from("forged"));
    forger.close();
    const forged = readFileSync(segmentFiles(other)[0] as string).subarray(HEADER + HEAD + 16);
    const journal = Journal.open(folder);
    journal.append(1, 0, bodyOf(1));
    journal.append(1, 0, Buffer.concat([Buffer.from("outer"), forged]));
    for (let seq = 3; seq < 9; seq++) journal.append(1, 0, bodyOf(seq));
    journal.close();
    const [path = ""] = segmentFiles(folder);
    const bytes = readFileSync(path);
    bytes[bytes.indexOf("outer")] = 0;
    writeFileSync(path, bytes);
    using again = Journal.open(folder);
    const { bodies, gaps } = contentsOf(again);
    expect(gaps).toEqual([[2, 2]]);
    expect([...bodies.keys()]).toEqual([1, 3, 4, 5, 6, 7, 8]);
    expect([...bodies.values()]).not.toContain("forged");
  } finally {
    rmSync(other, { recursive: true });
  }
});

test("records that stand in two segments are taken from the one they belong to", () => {
  const extents = prepare(30, 800, true);
  const [[first] = [""], [second] = [""]] = extents;
  const stray = (original.get(second) as Buffer).subarray(HEADER);
  writeFileSync(first, Buffer.concat([original.get(first) as Buffer, stray]));
  const recovery = recoverAndGoOn(() => true, 10);
  expect(recovery).toMatchObject({ gaps: [], damagedBytes: stray.length, lost: { count: 0, exact: true } });
});

test("a record that stands twice counts once", () => {
  const extents = prepare(20, 100_000, true);
  const [[path, list] = ["", []]] = extents;
  const bytes = original.get(path) as Buffer;
  const [from, to] = [list[4]?.start, list[6]?.end];
  writeFileSync(path, Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]));
  expect(recoverAndGoOn(() => true, 10).lost).toEqual({ count: 0, exact: true });
});

test("a repair interrupted before the segment was replaced is begun again and keeps the bad bytes once", () => {
  const extents = prepare(20, 100_000, true);
  const [[path, list] = ["", []]] = extents;
  const bytes = Buffer.from(original.get(path) as Buffer);
  bytes.fill(1, (list[4]?.start ?? 0) + 3, list[5]?.end);
  writeFileSync(path, bytes);
  Journal.open(folder).close();
  const kept = readdirSync(join(folder, "damaged"));
  writeFileSync(path, bytes);
  const unfinished = join(folder, "0000000000000099-00000001.journal.unfinished");
  writeFileSync(unfinished, bytes.subarray(0, 100));
  recoverAndGoOn((seq) => seq < 5 || seq > 6, 10);
  expect(readdirSync(join(folder, "damaged"))).toEqual(kept);
  expect(existsSync(unfinished)).toBe(false);
});

test("a torn record longer than all that comes after it leaves nothing behind", () => {
  const journal = Journal.open(folder);
  journal.append(1, 0, bodyOf(1));
  journal.append(1, 0, new Uint8Array(50_000).fill(7));
  journal.close();
  const [path = ""] = segmentFiles(folder);
  writeFileSync(path, readFileSync(path).subarray(0, -10));
  const { truncatedTail, lost, movedTo } = recoverAndGoOn((seq) => seq < 2, 3);
  expect([truncatedTail, lost.count, movedTo]).toEqual([HEAD + 50_000 - 10, 0, []]);
});

test("reading from inside a gap begins with the gap", () => {
  const extents = prepare(20, 100_000, true);
  const [[path, list] = ["", []]] = extents;
  const bytes = Buffer.from(original.get(path) as Buffer);
  bytes.fill(0, list[5]?.start, list[9]?.end);
  writeFileSync(path, bytes);
  for (const readOnly of [true, false]) {
    using journal = Journal.open(folder, { readOnly });
    expect(contentsOf(journal, 8).gaps).toEqual([[6, 10]]);
    expect([...contentsOf(journal, 8).bodies.keys()][0]).toBe(11);
    expect(contentsOf(journal, 11).gaps).toEqual([]);
  }
});

test("a reader that may not write skips the damage, says the same, and leaves every byte", () => {
  const extents = prepare(30, 800, true);
  const [first, , third] = [...extents];
  for (const [path, list] of [first, third].filter((entry) => entry !== undefined)) {
    const bytes = Buffer.from(original.get(path) as Buffer);
    bytes.fill(3, (list[2]?.start ?? 0) + 3, list[3]?.end);
    writeFileSync(path, bytes);
  }
  const last = segmentFiles(folder).at(-1) as string;
  writeFileSync(last, readFileSync(last).subarray(0, -5));
  const before = pictureOf(folder);
  const reader = Journal.open(folder, { readOnly: true });
  const seen = contentsOf(reader);
  const said = { gaps: reader.recovery.gaps, lost: reader.recovery.lost, next: reader.nextSeq };
  reader.close();
  expect(pictureOf(folder)).toEqual(before);
  using journal = Journal.open(folder);
  expect(contentsOf(journal)).toEqual(seen);
  expect({ gaps: journal.recovery.gaps, lost: journal.recovery.lost, next: journal.nextSeq }).toEqual(said);
  expect(said.lost).toEqual({ count: 5, exact: true });
});

test("trusted segments are not read at the start, and put right when they are", () => {
  const extents = prepare(60, 800, true);
  const [first] = extents;
  const [path, list] = first ?? ["", []];
  const bytes = Buffer.from(original.get(path) as Buffer);
  bytes.fill(0, (list[2]?.start ?? 0) + 3, list[2]?.end);
  writeFileSync(path, bytes);
  const journal = Journal.open(folder, { trustBefore: 50 });
  expect(journal.recovery.lost.count).toBe(0);
  expect(journal.recovery.records).toBeLessThan(30);
  expect([...contentsOf(journal, 50).bodies.keys()][0]).toBe(50);
  expect(journal.recovery.lost.count).toBe(0);
  expect(contentsOf(journal).gaps).toEqual([[3, 3]]);
  expect(journal.recovery.lost).toEqual({ count: 1, exact: true });
  expect(journal.recovery.movedTo.length).toBe(1);
  journal.close();
  using again = Journal.open(folder);
  expect(again.recovery.movedTo).toEqual([]);
});

test("damage done while the journal is open is refused when it is read, not passed on", () => {
  prepare(10, 100_000, false);
  using journal = Journal.open(folder);
  const [path = ""] = segmentFiles(folder);
  const bytes = readFileSync(path);
  bytes[statSync(path).size - 1] = 0xfe;
  writeFileSync(path, bytes);
  expect(() => contentsOf(journal)).toThrow(expect.objectContaining({ code: "E_CRC" }));
});

test("a lost mark, and one of another journal, cost nothing but what only it knew", () => {
  prepare(10, 100_000, true);
  const other = mkdtempSync(join(BASE, "millrace-damage-"));
  const foreign = Journal.open(other);
  foreign.reach(500);
  foreign.markCleanStop();
  foreign.close();
  copyFileSync(join(other, "mark"), join(folder, "mark"));
  rmSync(other, { recursive: true });
  recoverAndGoOn(() => true, 10);
  rmSync(join(folder, "mark"));
  using journal = Journal.open(folder);
  expect(contentsOf(journal).bodies.size).toBe(20);
});

test("records appended after a clean stop are not counted by it", () => {
  const journal = Journal.open(folder);
  fill(journal, 5);
  journal.markCleanStop();
  fill(journal, 5);
  journal.close();
  const [path = ""] = segmentFiles(folder);
  writeFileSync(path, readFileSync(path).subarray(0, HEADER));
  using again = Journal.open(folder);
  expect(again.recovery.lost).toEqual({ count: 5, exact: false });
});
