import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MillraceError } from "../errors.ts";
import type { Order, Report } from "./worker.ts";

/** A worker process, seen from its parent. */
export interface Child<Outcome> {
  /** Resolves when the worker is at work. */
  ready: Promise<void>;
  /** Resolves when the process has ended by itself or by `stop`; never rejects. */
  ended: Promise<void>;
  /** Lets it finish in order, kills it after a grace period, and gives what it left behind. */
  stop(): Promise<Outcome | undefined>;
}

const GRACE_MS = 6_000;

/**
 * Forks `name` beside this file and gives it its settings.
 * @param broken told once when the worker fails or dies before it was asked to stop
 */
export function startChild<Settings, Outcome = void>(
  name: "gateway" | "publisher",
  settings: Settings,
  broken: (error: MillraceError) => void,
): Child<Outcome> {
  const file = fileURLToPath(new URL(`./${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url));
  // Settings go through the channel, not the command line: a broker's URL may hold a password.
  const child = fork(file, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  let stopping = false;
  let outcome: Outcome | undefined;
  let failed = false;
  let begun = () => {};
  const fail = (error: MillraceError) => {
    if (!failed) broken(error);
    failed = true;
  };
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });
  child.on("message", (report: Report<Outcome>) => {
    if (report.type === "ready") begun();
    else if (report.type === "stopped") outcome = report.outcome;
    else fail(new MillraceError(report.code, `${name}: ${report.message}`));
  });
  child.on("error", (cause) => {
    fail(new MillraceError("E_PROCESS", `the ${name} process cannot be run: ${cause.message}`, { cause }));
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", (code, signal) => {
      if (code !== 0 && !stopping) fail(died(name, code, signal));
      resolve();
    });
  });
  send(child, { type: "start", settings });
  return {
    ready,
    ended,
    async stop() {
      stopping = true;
      send(child, { type: "stop" });
      const kill = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(kill);
      return outcome;
    },
  };
}

// ---

function send<Settings>(child: ChildProcess, order: Order<Settings>): void {
  // A worker that has just ended cannot be told anything: its end is noticed by itself.
  if (child.connected) child.send(order, () => {});
}

function died(name: string, code: number | null, signal: NodeJS.Signals | null): MillraceError {
  const how = signal ? `was killed by ${signal}` : `ended with exit code ${code}`;
  return new MillraceError("E_PROCESS", `the ${name} process ${how}`, { remedy: "Run the command again." });
}
