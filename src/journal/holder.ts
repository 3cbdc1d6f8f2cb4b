import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a lock: what is needed to tell whether that process still lives. */
export interface Holder {
  readonly pid: number;
  /** Clock ticks after the boot; null where the system does not say. */
  readonly startTime: string | null;
  readonly host: string;
  readonly boot: string | null;
  /** Pids mean something only inside one of these. */
  readonly pidNamespace: string | null;
  /** How often the lock is touched, in ms; 0: never, because everybody who may ask can look the pid up. */
  readonly beatMs: number;
}

/** "unknown": it cannot be looked up from here. */
export type Liveness = "alive" | "dead" | "unknown";

const BEAT_MS = 5000;
// The number the kernel gives the namespace that is not a container's.
const FIRST_PID_NAMESPACE = "pid:[4026531836]";
// Docker calls a container's host by its id, and a container runs once at a time.
const CONTAINER_ID = /^[0-9a-f]{12}$/;

export function thisProcess(): Holder {
  const pidNamespace = attempt(() => readlinkSync("/proc/self/ns/pid"));
  return {
    pid: process.pid,
    startTime: startTimeOf(process.pid) ?? null,
    host: hostname(),
    boot: attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    pidNamespace,
    beatMs: pidNamespace === FIRST_PID_NAMESPACE ? 0 : BEAT_MS,
  };
}

export function livenessOf(holder: Holder, here: Holder = thisProcess()): Liveness {
  if (holder.boot === null || here.boot === null)
    return holder.host === here.host ? livenessByPid(holder.pid) : "unknown";
  if (holder.boot !== here.boot) return holder.host === here.host ? "dead" : "unknown";
  if (holder.pidNamespace === here.pidNamespace) {
    return startTimeOf(holder.pid) === holder.startTime ? "alive" : "dead";
  }
  return holder.host === here.host && CONTAINER_ID.test(here.host) ? "dead" : "unknown";
}

/** Undefined for text that is no holder: what a power cut leaves. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(text);
    if (typeof holder !== "object" || holder === null) return undefined;
    return "pid" in holder && "host" in holder && "beatMs" in holder ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
}

// Undefined for no process, and for one that has died and was not waited for.
function startTimeOf(pid: number): string | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  // The name, in brackets, may hold anything: the fields are counted from behind it.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields === undefined || fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

// A living pid may belong to another process by now: the beats decide.
function livenessByPid(pid: number): Liveness {
  try {
    process.kill(pid, 0);
    return pid === process.pid ? "alive" : "unknown";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH" ? "dead" : "unknown";
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
