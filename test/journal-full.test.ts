import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Journal } from "../src/journal.ts";
import { contentsOf, segmentFiles } from "./support/journals.ts";

const CHILD = fileURLToPath(new URL("support/journal-child.mjs", import.meta.url));
const HAS_LIMITS = existsSync("/usr/bin/prlimit");
const LIMIT_BYTES = 64 * 1024;

const TITLE =
  "where the file may not grow, nothing of a record stays and no seq is used up; with room again, it goes on";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-full-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test.skipIf(!HAS_LIMITS && !process.env.CI)(HAS_LIMITS ? TITLE : `${TITLE} (not run: prlimit absent)`, async () => {
  const child = spawn("prlimit", [`--fsize=${LIMIT_BYTES}:unlimited`, process.execPath, CHILD, "full", folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => String((await lines.next()).value);
    for (let attempt = 0; attempt < 3; attempt++) {
      let last = 0;
      let line = await next();
      for (; !line.startsWith("refused"); line = await next()) last = Number(line);
      const [, code, nextSeq, writable, bytes] = line.split(" ");
      expect([code, writable]).toEqual(["E_JOURNAL", "false"]);
      if (last > 0) expect(Number(nextSeq)).toBe(last + 1);
      // What the limit let through of the refused record was cut off again.
      expect(statSync(segmentFiles(folder)[0] as string).size).toBe(Number(bytes));
      expect(Number(bytes)).toBeLessThanOrEqual(LIMIT_BYTES);
      child.stdin.write("again\n");
    }
    execFileSync("prlimit", ["--pid", String(child.pid), "--fsize=unlimited"]);
    child.stdin.write("again\n");
    const ended = once(child, "exit");
    for (let line = await next(); line !== "done"; ) {
      line = await next();
      if (line.startsWith("refused")) child.stdin.write("again\n");
    }
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }
  using journal = Journal.open(folder);
  expect(journal.recovery).toMatchObject({ records: 2000, gaps: [], truncatedTail: 0, movedTo: [] });
  expect([...contentsOf(journal).bodies.keys()]).toEqual(Array.from({ length: 2000 }, (_, i) => i + 1));
});
