import { MillraceError } from "../errors.ts";

/** Exit codes of every command. */
export const EXIT = { ok: 0, failure: 1, usage: 2, interrupted: 130, brokenPipe: 141 } as const;

/** Prints an error as one line on stderr, with what it concerns in front, and makes the command fail. */
export function explain(error: unknown, concerning?: string): void {
  process.stderr.write(`error: ${concerning ? `${concerning}: ` : ""}${textOf(error)}\n`);
  process.exitCode = EXIT.failure;
}

/**
 * For errors of stdout. A reader that has gone (`| head`) is no fault of the run and ends it quietly; anything else, as
 * a full disk, is told once.
 */
export function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE" && !isTold) {
    isTold = true;
    explain(new MillraceError("E_FILE", `cannot write to stdout: ${error.message}`, { cause: error }));
  }
  process.exitCode ??= EXIT.brokenPipe;
}

// ---

let isTold = false;

function textOf(error: unknown): string {
  if (error instanceof MillraceError) return `${error.message} (${error.code})`;
  // Anything else that is thrown is a fault of this program: its stack is what helps.
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
