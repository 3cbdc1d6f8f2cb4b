import { MillraceError } from "../errors.ts";

/** What the parent says to a worker process, and what it hears back. */
export type Order<Settings> = { type: "start"; settings: Settings } | { type: "stop" };
export type Report<Outcome> =
  | { type: "ready" }
  | { type: "failed"; code: MillraceError["code"]; message: string }
  | { type: "stopped"; outcome: Outcome };

/** A worker's work once it has begun; it ends by `stop`, or by calling `finished`. */
export interface Work<Outcome> {
  stop(): Promise<Outcome>;
}

export interface Calls {
  finished(): void;
  failed(error: unknown): void;
}

/**
 * Runs this process as a worker of the process that forked it. It stops when told, when it fails, and when the parent
 * is gone, so no orphan is left; Ctrl-C reaches the whole process group and is left to the parent, which stops its
 * workers in order.
 */
export function serve<Settings, Outcome>(begin: (settings: Settings, calls: Calls) => Promise<Work<Outcome>>): void {
  let work: Promise<Work<Outcome>> | undefined;
  let ending = false;
  const stop = async (code = 0) => {
    if (ending) return;
    ending = true;
    try {
      if (work) await report({ type: "stopped", outcome: await (await work).stop() });
      process.exit(code);
    } catch (error) {
      await report({ type: "failed", ...describe(error) });
      process.exit(1);
    }
  };
  const failed = (error: unknown) => {
    if (ending) return;
    // The parent hears of it first: stopping a worker whose broker is gone may take as long as the parent lets it.
    report({ type: "failed", ...describe(error) });
    stop(1);
  };
  for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});
  process.on("SIGTERM", () => stop());
  process.on("disconnect", () => stop());
  process.on("uncaughtException", failed);
  process.on("message", (order: Order<Settings>) => {
    if (order.type === "stop") return stop();
    work = begin(order.settings, { failed, finished: () => stop() });
    return work.then(() => report({ type: "ready" }), failed);
  });
}

// ---

/** Resolves when the message has left, or cannot. */
function report(message: Report<unknown>): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(message, () => resolve());
    else resolve();
  });
}

function describe(error: unknown): { code: MillraceError["code"]; message: string } {
  if (error instanceof MillraceError) return { code: error.code, message: error.message };
  return { code: "E_PROCESS", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
