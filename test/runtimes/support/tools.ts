import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Played } from "./harness.ts";

export const ROOT: string = fileURLToPath(new URL("../../..", import.meta.url));

/** A build of the core, as a path. */
export function build(name: "core.simd" | "core" | "core.mcu" | "millrace.wasi"): string {
  return `${ROOT}dist/${name}.wasm`;
}

/** The first of the commands that is not on the path, as a reason for `lacks`. */
export function missingCommand(...commands: string[]): string | undefined {
  const absent = commands.find((command) => !onPath(command));
  return absent === undefined ? undefined : `${absent} is not installed`;
}

/** The first of the files that does not exist, as a reason for `lacks`. */
export function missingFile(...files: string[]): string | undefined {
  const absent = files.find((file) => !existsSync(file));
  return absent === undefined ? undefined : `there is no ${absent.replace(ROOT, "")}`;
}

/** What a command prints on stdout. It is killed after five minutes; anything but exit code 0 is an error with its stderr. */
export async function output(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { timeout: 300_000, maxBuffer: 2 ** 27, ...options });
  return stdout;
}

/**
 * Reads the report of a host: lines of a name, a space and a value. `selftest`, `checksum`, `state` and `answers` are
 * eight hexadecimal digits, `seconds` is a decimal number; other lines are left alone.
 */
export function hostReport(text: string): Played & { version?: string; selftest?: number } {
  const lines = new Map(
    text.split("\n").map((line) => line.trim().split(/\s+(.*)/, 2) as [string, string | undefined]),
  );
  const word = (name: string) =>
    lines.get(name) === undefined ? {} : { [name]: Number.parseInt(`${lines.get(name)}`, 16) };
  const { version, seconds } = Object.fromEntries(lines);
  return {
    checksum: Number.NaN,
    ...word("selftest"),
    ...word("checksum"),
    ...word("state"),
    ...word("answers"),
    ...(version === undefined ? {} : { version }),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
  };
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
}

function onPath(command: string): boolean {
  try {
    execFileSync("/bin/sh", ["-c", 'command -v "$1"', "sh", command], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
