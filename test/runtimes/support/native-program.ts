import { spawn } from "node:child_process";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever its exit code, with `input` on stdin. It is killed after a minute. */
export function runProgram(program: string, parameters: readonly string[], input = ""): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { timeout: 60_000 });
    const printed = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        printed[stream] += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...printed }));
    // A program that refuses its arguments ends before it reads.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
