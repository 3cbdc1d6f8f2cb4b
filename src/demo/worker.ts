import { MillraceError } from "../errors.ts";

/** What the parent says to a worker process, and what it hears back. */
export type Order<Settings> = { type: "start"; settings: Settings } | { type: "ask" } | { type: "stop" };
export type Report<News, Answer> =
  | { type: "ready" }
  | { type: "news"; news: News }
  | { type: "answer"; answer: Answer }
  | { type: "failed"; code: MillraceError["code"]; message: string };

/** A worker's work once it has begun; it ends by `stop`, or by calling `finished`. */
export interface Work<News = void, Answer = void> {
  /** Answers a question of the parent; there is one alone. */
  ask?(): Answer;
  stop(): Promise<void>;
  /** Only to say what `Calls.tell` tells. */
  readonly news?: News;
}

export interface Calls<News = void> {
  /** Aborts when the worker is to stop, even before its work has begun. */
  readonly signal: AbortSignal;
  tell(news: News): void;
  finished(): void;
  failed(error: unknown): void;
}

/**
 * Runs this process as a worker of the process that forked it. It stops when told, when it fails, and when the parent
 * is gone, so no orphan is left; Ctrl-C reaches the whole process group and is left to the parent, which stops its
 * workers in order.
 */
export function serve<Settings, News, Answer>(
  begin: (settings: Settings, calls: Calls<News>) => Promise<Work<News, Answer>>,
): void {
  let work: Promise<Work<News, Answer>> | undefined;
  let ending = false;
  let told: Promise<void> | undefined;
  const stopping = new AbortController();
  const stop = async (code = 0) => {
    if (ending) return;
    ending = true;
    stopping.abort();
    try {
      // Work that never began has failed, or been aborted, and said so.
      await (await work?.catch(() => undefined))?.stop();
      await told;
      process.exit(code);
    } catch (error) {
      await report({ type: "failed", ...describe(error) });
      process.exit(1);
    }
  };
  const failed = (error: unknown) => {
    if (ending) return;
    // The parent hears of it first: stopping a worker whose broker is gone may take as long as the parent lets it.
    told = report({ type: "failed", ...describe(error) });
    stop(1);
  };
  const calls: Calls<News> = {
    signal: stopping.signal,
    failed,
    finished: () => stop(),
    tell(news) {
      told = report({ type: "news", news });
    },
  };
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
  process.on("SIGTERM", () => stop());
  process.on("disconnect", () => stop());
  process.on("uncaughtException", failed);
  process.on("message", async (order: Order<Settings>) => {
    if (order.type === "stop") return stop();
    if (order.type === "ask") return report({ type: "answer", answer: (await work)?.ask?.() });
    work = begin(order.settings, calls);
    return work.then(() => report({ type: "ready" }), failed);
  });
}

// ---

/** Resolves when the message has left, or cannot. */
function report(message: Report<unknown, unknown>): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(message, () => resolve());
    else resolve();
  });
}

function describe(error: unknown): { code: MillraceError["code"]; message: string } {
  if (error instanceof MillraceError) return { code: error.code, message: error.message };
  return { code: "E_PROCESS", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
