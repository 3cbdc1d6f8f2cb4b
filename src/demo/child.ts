import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MillraceError } from "../errors.ts";
import type { Order, Report } from "./worker.ts";

/** A worker process, seen from its parent. */
export interface Child<Answer> {
  /** Resolves when the worker is at work; never, where that does not come about. */
  readonly ready: Promise<void>;
  /** Resolves when the process has ended by itself, by `stop` or by `kill`; never rejects. */
  readonly ended: Promise<void>;
  /** Resolves with the answer; undefined where the worker ends before. One question at a time. */
  ask(): Promise<Answer | undefined>;
  /** Lets it finish in order, and kills it after a grace period. */
  stop(): Promise<void>;
  /** Ends it by SIGKILL. */
  kill(): Promise<void>;
}

export interface Hearing<News> {
  news?(news: News): void;
  /**
   * Told once when the worker fails or dies before it was asked to stop.
   * @param signal what killed it, where something did
   */
  broken(error: MillraceError, signal: NodeJS.Signals | null): void;
}

/** Above what a gateway takes to end in order. */
const GRACE_MS = 12_000;

/** Forks `name` beside this file and gives it its settings. */
export function startChild<Settings, News = void, Answer = void>(
  name: "gateway" | "publisher",
  settings: Settings,
  hearing: Hearing<News>,
): Child<Answer> {
  const file = fileURLToPath(new URL(`./${name}${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url));
  // Settings go through the channel, not the command line: a broker's URL may hold a password.
  const child = fork(file, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: [] });
  let stopping = false;
  let failed = false;
  let begun = () => {};
  let answered: (answer: Answer | undefined) => void = () => {};
  const fail = (error: MillraceError, signal: NodeJS.Signals | null = null) => {
    if (!failed && !stopping) hearing.broken(error, signal);
    failed = true;
  };
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });
  child.on("message", (report: Report<News, Answer>) => {
    if (report.type === "ready") begun();
    else if (report.type === "news") hearing.news?.(report.news);
    else if (report.type === "answer") answered(report.answer);
    else fail(new MillraceError(report.code, `${name}: ${report.message}`));
  });
  child.on("error", (cause) => {
    fail(new MillraceError("E_PROCESS", `the ${name} process cannot be run: ${cause.message}`, { cause }));
  });
  // For an end that leaves no time: before the folders go that it writes to.
  const abandon = () => child.kill("SIGKILL");
  process.prependOnceListener("exit", abandon);
  const ended = new Promise<void>((resolve) => {
    child.once("close", (code, signal) => {
      process.off("exit", abandon);
      if (code !== 0) fail(died(name, code, signal), signal);
      answered(undefined);
      resolve();
    });
  });
  send(child, { type: "start", settings });
  return {
    ready,
    ended,
    ask() {
      return new Promise((resolve) => {
        answered = resolve;
        if (!child.connected) resolve(undefined);
        send(child, { type: "ask" });
      });
    },
    async stop() {
      stopping = true;
      send(child, { type: "stop" });
      const kill = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(kill);
    },
    async kill() {
      stopping = true;
      child.kill("SIGKILL");
      await ended;
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
