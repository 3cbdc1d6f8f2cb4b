import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { MillraceError } from "../errors.ts";
import { journalError, makeFolder, removeQuietly, UNFINISHED } from "./files.ts";
import { type Holder, livenessOf, parseHolder, thisProcess } from "./holder.ts";

/** A folder held by this process, until it is released or the process is gone. */
export interface FolderLock extends Disposable {
  /** False once released, or taken by somebody who had to believe this process dead. */
  readonly isHeld: boolean;
  /** Twice does nothing. */
  release(): void;
}

export interface LockOptions {
  /** Somebody took the folder over: stop writing to it. Only where pids cannot be looked up (containers, shared disks). */
  readonly onLost?: () => void;
}

const NAME = /^lock-\d+-[0-9a-f]{16}$/;
/** Beats that must be missing before a holder that cannot be looked up counts as dead. */
const MISSED_BEATS = 3;
const RETRY_MS = 250;

/**
 * Takes a folder for this process alone. Each holder has a file `lock-<pid>-<random>` with its pid, start time and host;
 * one whose process is gone is removed at once.
 * @throws MillraceError `E_LOCKED` naming the holder, `E_JOURNAL` where the folder cannot be written
 */
export function lockFolder(directory: string, options: LockOptions = {}): FolderLock {
  const attempt = tryLock(directory, options);
  if ("refusal" in attempt) throw attempt.refusal;
  return attempt.lock;
}

/**
 * As `lockFolder`, but waits up to `waitMs` for a holder that cannot be looked up from here (the process of a container
 * that was killed) to miss its beats. A holder known to be alive is not waited for.
 */
export async function lockFolderWithin(
  directory: string,
  waitMs: number,
  options: LockOptions = {},
): Promise<FolderLock> {
  const until = performance.now() + waitMs;
  for (;;) {
    const attempt = tryLock(directory, options);
    if ("lock" in attempt) return attempt.lock;
    if (!attempt.mayPass || performance.now() >= until) throw attempt.refusal;
    await delay(RETRY_MS);
  }
}

type Attempt = { lock: FolderLock } | { refusal: MillraceError; mayPass: boolean };

// The names are never used twice: a dead holder's file can be deleted without hitting the next one's. Of two that come
// at once the later sees the earlier, and at least one goes back.
function tryLock(directory: string, options: LockOptions): Attempt {
  const own = `lock-${process.pid}-${randomBytes(8).toString("hex")}`;
  const path = join(directory, own);
  const here = thisProcess();
  try {
    makeFolder(directory);
    writeFileSync(path + UNFINISHED, `${JSON.stringify(here)}\n`, { flag: "wx" });
    renameSync(path + UNFINISHED, path);
    const nowMs = statSync(path).mtimeMs;
    for (const name of readdirSync(directory).filter((other) => NAME.test(other) && other !== own)) {
      const other = look(join(directory, name), here, nowMs);
      if (other === undefined) continue;
      rmSync(path, { force: true });
      return other;
    }
  } catch (cause) {
    removeQuietly(path + UNFINISHED);
    removeQuietly(path);
    throw journalError("the folder cannot be locked", directory, cause);
  }
  return { lock: new HeldLock(path, here, options) };
}

/** Removes a dead holder's lock. */
function look(path: string, here: Holder, nowMs: number): (Attempt & { refusal: MillraceError }) | undefined {
  let text: string;
  let ageMs: number;
  try {
    text = readFileSync(path, "utf8");
    ageMs = nowMs - statSync(path).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const holder = parseHolder(text);
  const liveness = holder === undefined ? "unknown" : livenessOf(holder, here);
  // Text that is no holder was left by a power cut: it will not beat.
  const beatMs = holder?.beatMs ?? 1000;
  const isMissed = beatMs > 0 && ageMs > MISSED_BEATS * beatMs;
  if (liveness === "dead" || (liveness === "unknown" && isMissed)) {
    rmSync(path, { force: true });
    return undefined;
  }
  const who = holder === undefined ? "an unreadable lock" : `process ${holder.pid} on ${holder.host}`;
  const refusal = new MillraceError("E_LOCKED", "the folder is in use", {
    where: path,
    expected: "no other process",
    actual: who,
    remedy:
      liveness === "alive"
        ? "Stop it, or take another folder."
        : `Stop it there; if it is known to be gone, ${beatMs > 0 ? "wait some seconds" : "delete this file"}.`,
  });
  return { refusal, mayPass: liveness === "unknown" && beatMs > 0 };
}

class HeldLock implements FolderLock {
  readonly #path: string;
  readonly #options: LockOptions;
  readonly #timer: NodeJS.Timeout | undefined;
  #isHeld = true;

  constructor(path: string, { beatMs }: Holder, options: LockOptions) {
    this.#path = path;
    this.#options = options;
    if (beatMs > 0) this.#timer = setInterval(() => this.#beat(), beatMs).unref();
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    clearInterval(this.#timer);
    rmSync(this.#path, { force: true });
  }

  [Symbol.dispose](): void {
    this.release();
  }

  #beat(): void {
    const now = new Date();
    try {
      utimesSync(this.#path, now, now);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") return;
      this.#isHeld = false;
      clearInterval(this.#timer);
      this.#options.onLost?.();
    }
  }
}
