import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Holder, livenessOf, thisProcess } from "../src/journal/holder.ts";
import { lockFolder, lockFolderWithin } from "../src/journal.ts";
import { complaintOf, refusalOf } from "./support/errors.ts";

const HOLDER = `
  import { lockFolder } from ${JSON.stringify(new URL("../dist/journal.js", import.meta.url).href)};
  lockFolder(process.argv[1]);
  process.stdout.write("held");
  setInterval(() => {}, 1000);
`;

let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-lock-"));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** A second process that holds the folder. */
async function holder(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** The lock of somebody else, as it would lie in the folder. */
function foreignLock(holder: Partial<Holder>, ageMs: number): string {
  const path = join(folder, "lock-1-0123456789abcdef");
  writeFileSync(path, JSON.stringify({ ...thisProcess(), ...holder }));
  const time = new Date(Date.now() - ageMs);
  utimesSync(path, time, time);
  return path;
}

test("a folder is held once, by its own process too, and is free again when it is released", async () => {
  const lock = lockFolder(join(folder, "new", "state"));
  expect(lock.isHeld).toBe(true);
  const { code, message } = await refusalOf(() => lockFolder(join(folder, "new", "state")));
  expect(code).toBe("E_LOCKED");
  expect(message).toMatch(
    new RegExp(`in use; expected no other process, got process ${process.pid} on ${hostname()}. Stop it, or take`),
  );
  lock.release();
  lock.release();
  expect(lock.isHeld).toBe(false);
  expect(readdirSync(join(folder, "new", "state"))).toEqual([]);
  lockFolder(join(folder, "new", "state")).release();
});

test("another process that lives keeps the folder; killed, it loses it at once", async () => {
  const child = await holder();
  expect(await complaintOf(() => lockFolder(folder))).toContain(`process ${child.pid} on ${hostname()}`);
  await expect(lockFolderWithin(folder, 60_000)).rejects.toMatchObject({ code: "E_LOCKED" });
  child.kill("SIGKILL");
  await once(child, "exit");
  using lock = lockFolder(folder);
  expect(lock.isHeld).toBe(true);
  expect(readdirSync(folder).length).toBe(1);
});

test("of many that come at once, at most one gets it, and somebody does in the end", async () => {
  const holders = await Promise.allSettled(Array.from({ length: 4 }, () => raced()));
  expect(holders.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const child of children.splice(0)) {
    if (child.exitCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  lockFolder(folder).release();
  expect(readdirSync(folder)).toEqual([]);

  async function raced(): Promise<void> {
    const child = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, folder], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    children.push(child);
    const ended = once(child, "exit").then(() => Promise.reject(new Error("refused")));
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), ended]);
  }
});

describe("a holder", () => {
  const here: Holder = { pid: 1, startTime: "5", host: "a", boot: "b1", pidNamespace: "pid:[1]", beatMs: 0 };
  const self = thisProcess();

  test.each([
    ["of another start of the same machine is dead", { ...here, boot: "b0" }, here, "dead"],
    ["on another machine cannot be looked up", { ...here, boot: "b0", host: "z" }, here, "unknown"],
    ["in another container cannot be looked up", { ...here, pidNamespace: "pid:[2]" }, here, "unknown"],
    ["with the pid and start time of a living process is alive", self, self, "alive"],
    ["whose pid was given to another process is dead", { ...self, startTime: "1" }, self, "dead"],
    ["whose pid nobody has is dead", { ...self, pid: 4_194_304 }, self, "dead"],
  ] as const)("%s", (_, holder, seenFrom, expected) => {
    expect(livenessOf(holder, seenFrom)).toBe(expected);
  });

  test("in the same container, started again, is dead: the container's id is its host name", () => {
    const container = { ...here, host: "0123456789ab" };
    expect(livenessOf({ ...container, pidNamespace: "pid:[2]" }, container)).toBe("dead");
  });
});

test("a holder that has died and was not waited for by its parent is dead", async () => {
  const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(parent);
  const [line] = await once(parent.stdout as NodeJS.ReadableStream, "data");
  const stat = () => readFileSync(`/proc/${Number(line)}/stat`, "latin1").split(" ");
  await vi.waitUntil(() => stat()[2] === "Z");
  expect(livenessOf({ ...thisProcess(), pid: Number(line), startTime: stat()[21] ?? "" })).toBe("dead");
});

test("one that cannot be looked up holds the folder while its lock is touched, and loses it after three missed beats", async () => {
  foreignLock({ pidNamespace: "pid:[2]", beatMs: 1000 }, 2000);
  const { code, message } = await refusalOf(() => lockFolder(folder));
  expect([code, message.includes("wait some seconds")]).toEqual(["E_LOCKED", true]);
  const waited = lockFolderWithin(folder, 10_000);
  foreignLock({ pidNamespace: "pid:[2]", beatMs: 1000 }, 4000);
  (await waited).release();
});

test("one on another machine that never beats is never taken for dead", async () => {
  foreignLock({ boot: "another", host: "another", beatMs: 0 }, 86_400_000);
  await expect(lockFolderWithin(folder, 60_000)).rejects.toThrow("delete this file");
});

test("a lock that a power cut emptied frees the folder once it is old", async () => {
  const path = foreignLock({}, 0);
  writeFileSync(path, "");
  expect((await refusalOf(() => lockFolder(folder))).code).toBe("E_LOCKED");
  foreignLock({}, 10_000);
  writeFileSync(path, "");
  const old = new Date(Date.now() - 10_000);
  utimesSync(path, old, old);
  lockFolder(folder).release();
});
