import { MillraceError } from "../errors.ts";

/** Exit codes of every command. */
export const EXIT = { ok: 0, failure: 1, usage: 2, interrupted: 130, brokenPipe: 141 } as const;

/** Prints an error as one line on stderr, with what it concerns in front, and makes the command fail. */
export function explain(error: unknown, concerning?: string): void {
  const known = error instanceof MillraceError;
  const text = known ? `${error.message} (${error.code})` : error instanceof Error ? (error.stack ?? error.message) : error;
  process.stderr.write(`error: ${concerning ? `${concerning}: ` : ""}${text}\n`);
  process.exitCode = EXIT.failure;
}
