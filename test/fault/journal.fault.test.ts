import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileStore, Journal, lockFolder } from "../../src/journal.ts";
import { refusalOf } from "../support/errors.ts";
import { bodyOf, contentsOf, fill, pictureOf, segmentFiles, textOf } from "../support/journals.ts";
import { Seeded } from "../support/seeded.ts";

/** SIGKILLs: `MILLRACE_JOURNAL_KILLS`, 50 where it is not set, 10 in CI. */
const KILLS = Number(process.env.MILLRACE_JOURNAL_KILLS ?? (process.env.CI ? 10 : 50));
const CHILD = fileURLToPath(new URL("../support/journal-child.mjs", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-fault-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test(
  `SIGKILL at ${KILLS} random moments of appending: every seq that append returned is there, and nothing else`,
  async () => {
    const random = new Seeded(20);
    let returned = 0;
    let floor = 1;
    let longest = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, [CHILD, "kill", folder], { stdio: ["ignore", "pipe", "inherit"] });
      const output = text(child.stdout);
      // Every fifth is hit while it starts, the others at work.
      if (kill % 5 !== 0) await once(child.stdout, "data");
      await delay(random.uniform(0, kill % 5 === 0 ? 120 : 60));
      child.kill("SIGKILL");
      const before = returned;
      for (const line of (await output).split("\n").slice(0, -1)) {
        const [word = "", ...numbers] = line.split(" ");
        if (word === "open") expect(numbers.slice(1)).toEqual(["0", "0"]);
        else if (word === "floor") floor = Number(numbers[0]);
        else returned = Number(word);
      }
      longest = Math.max(longest, returned - before);

      const reader = Journal.open(folder, { readOnly: true });
      expect(reader.recovery).toMatchObject({
        gaps: [],
        earlierGaps: [],
        damagedBytes: 0,
        lost: { count: 0, exact: true },
      });
      // A block of the write that was hit may stand there in full or in part: at most 17 records.
      expect(reader.nextSeq - 1 - returned).toBeGreaterThanOrEqual(0);
      expect(reader.nextSeq - 1 - returned).toBeLessThanOrEqual(17);
      let seq = reader.firstSeq;
      expect(seq).toBeLessThanOrEqual(floor);
      for (const record of reader.read(0)) {
        if (record.seq !== seq || textOf(record.body) !== expectedBody(seq)) throw new Error(`record ${seq} is wrong`);
        seq++;
      }
      expect(seq).toBe(reader.nextSeq);
      returned = reader.nextSeq - 1;
      reader.close();
    }
    expect(longest).toBeGreaterThan(100);
    expect(existsSync(join(folder, "damaged"))).toBe(false);
  },
  60_000 + 5000 * KILLS,
);

describe("a full disk", () => {
  const disk = () => join(folder, "disk");
  const mount = () => {
    mkdirSync(disk());
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk()], { stdio: "pipe" });
  };
  const unmount = () => execFileSync("umount", ["-l", disk()]);

  test.skipIf(process.getuid?.() !== 0)(
    "keeps what it has, refuses the rest whole, and goes on with room again",
    async () => {
      mount();
      try {
        const ballast = join(disk(), "ballast");
        writeFileSync(ballast, Buffer.alloc(20 * 1024));
        const place = join(disk(), "journal");
        let journal = Journal.open(place, { segmentBytes: 12 * 1024 });
        const store = new FileStore(join(disk(), "models"));
        await store.write("a.millrace", new Uint8Array(2000).fill(1));
        for (let round = 0; round < 3; round++) {
          const refusal = await refusalOf(() => fill(journal, 1000, 1500));
          expect([refusal.code, journal.writable]).toEqual(["E_JOURNAL", false]);
          expect(refusal.message).toContain("ENOSPC");
          const { nextSeq } = journal;
          await refusalOf(() => journal.append(1, 0, new Uint8Array(30_000)));
          expect(journal.nextSeq).toBe(nextSeq);
          expect(statSync(segmentFiles(place).at(-1) as string).size).toBe(journal.segments().at(-1)?.bytes);
          expect((await refusalOf(() => store.write("a.millrace", new Uint8Array(40_000)))).code).toBe("E_FILE");
          expect(store.read("a.millrace", () => true).bytes).toEqual(new Uint8Array(2000).fill(1));
          expect(readdirSync(join(disk(), "models"))).toEqual(["a.millrace"]);

          // A start on the full disk, after a kill in the middle of a write, needs no room either.
          journal.close();
          journal = Journal.open(place, { segmentBytes: 12 * 1024 });
          expect(journal.recovery.lost).toEqual({ count: 0, exact: true });
          rmSync(ballast, { force: true });
          fill(journal, 3, 1500);
          expect(journal.writable).toBe(true);
          while (journal.segments().length > 1) journal.dropSegment(journal.firstSeq);
          writeFileSync(ballast, Buffer.alloc(20 * 1024));
        }
        const { bodies, gaps } = contentsOf(journal);
        expect(gaps).toEqual([]);
        for (const [seq, body] of bodies) expect(body).toBe(textOf(bodyOf(seq, 1500)));
        expect([...bodies.keys()].at(-1)).toBe(journal.nextSeq - 1);
        journal.close();
      } finally {
        unmount();
      }
    },
  );

  test.skipIf(process.getuid?.() !== 0)(
    "that has no room for the repair changes nothing, and is repaired later",
    async () => {
      mount();
      try {
        const place = join(disk(), "journal");
        const journal = Journal.open(place);
        fill(journal, 60, 300);
        journal.close();
        const [segment = ""] = segmentFiles(place);
        const bytes = readFileSync(segment);
        bytes.fill(0, 3000, 3500);
        writeFileSync(segment, bytes);
        const ballast = join(disk(), "ballast");
        let size = 64 * 1024;
        for (; size > 0; size -= 4096) {
          try {
            writeFileSync(ballast, Buffer.alloc(size));
            break;
          } catch {}
        }
        expect((await refusalOf(() => Journal.open(place))).code).toBe("E_JOURNAL");
        expect(readFileSync(segment)).toEqual(bytes);
        rmSync(ballast);
        using again = Journal.open(place);
        expect(again.recovery.lost.exact).toBe(true);
        expect(contentsOf(again).bodies.size).toBe(60 - again.recovery.lost.count);
      } finally {
        unmount();
      }
    },
  );
});

describe("a lock of another container", () => {
  const HOLDER = `
    import { lockFolder } from ${JSON.stringify(new URL("../../dist/journal.js", import.meta.url).href)};
    lockFolder(process.argv[1], { onLost: () => process.stdout.write("lost") });
    process.stdout.write("held");
    setInterval(() => {}, 1000);
  `;

  test.skipIf(process.getuid?.() !== 0)(
    "is kept alive by its beats, goes with them, and its taking is told",
    async () => {
      const parameters = [
        "-pf",
        "--kill-child",
        "--mount-proc",
        process.execPath,
        "--input-type=module",
        "-e",
        HOLDER,
        folder,
      ];
      const child = spawn("unshare", parameters, { stdio: ["ignore", "pipe", "inherit"] });
      try {
        const [held] = await once(child.stdout, "data");
        expect(String(held)).toBe("held");
        const [name = ""] = readdirSync(folder);
        const place = join(folder, name);
        expect((await refusalOf(() => lockFolder(folder))).message).toContain("wait some seconds");
        const old = new Date(Date.now() - 60_000);
        utimesSync(place, old, old);
        const started = statSync(place).mtimeMs;
        while (statSync(place).mtimeMs === started) await delay(100);
        expect((await refusalOf(() => lockFolder(folder))).code).toBe("E_LOCKED");
        utimesSync(place, old, old);
        lockFolder(folder).release();
        expect(pictureOf(folder).size).toBe(0);
        const [lost] = await once(child.stdout, "data");
        expect(String(lost)).toBe("lost");
      } finally {
        child.kill("SIGKILL");
      }
    },
    30_000,
  );
});

/** As the child writes them. */
function expectedBody(seq: number): string {
  return `${seq} ${"0123456789".repeat((seq * 7919) % 300)}`;
}
