import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The built command at work. */
export interface Running {
  process: ChildProcess;
  stdout(): string;
  /** Resolves when `pattern` has been printed on stdout; rejects when the command ends before. */
  printed(pattern: RegExp): Promise<RegExpMatchArray>;
  ended: Promise<Ended>;
}

/** Starts `millrace` with `parameters`, without a terminal. */
export function startMillrace(...parameters: string[]): Running {
  const child = spawn(process.execPath, [MAIN, ...parameters], { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const printed = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = stdout.match(pattern);
        if (!found) return;
        child.stdout.off("data", look);
        resolve(found);
      };
      child.stdout.on("data", look);
      look();
      ended.then(({ code }) => reject(new Error(`ended with ${code} before ${pattern}:\n${stdout}${stderr}`)));
    });
  return { process: child, stdout: () => stdout, printed, ended };
}

/** Runs `millrace` to its end. */
export function millrace(...parameters: string[]): Promise<Ended> {
  return startMillrace(...parameters).ended;
}

/** Processes that `parent` started and that still run; none where the system does not tell. */
export function childrenOf(parent: ChildProcess): number[] {
  const file = `/proc/${parent.pid}/task/${parent.pid}/children`;
  return existsSync(file) ? readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number) : [];
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
