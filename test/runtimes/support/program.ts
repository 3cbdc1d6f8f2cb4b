import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host, Played } from "./harness.ts";
import { hexadecimal } from "./report.ts";
import { hostReport, output, type RunOptions } from "./tools.ts";
import { SMALL } from "./traces.ts";

/**
 * A host program: `PROGRAM CORE` prints the self test, `PROGRAM CORE RUN.trace STATE` replays and writes the state.
 * @param command the program and what stands before the core
 */
export async function programHost(command: readonly string[], core: string, options: RunOptions = {}): Promise<Host> {
  const [program = "", ...first] = command;
  const run = async (...last: string[]) => hostReport(await output(program, [...first, core, ...last], options));
  const { version = "unknown", selftest = Number.NaN } = await run();
  const replay = async (file: string): Promise<Played> => {
    const folder = mkdtempSync(join(tmpdir(), "millrace-replay-"));
    try {
      const played = await run(file, join(folder, "state"));
      return { ...played, state: readFileSync(join(folder, "state")) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return { version, selftest: () => selftest, replay };
}

/** Declares the test that a program fails where the state does not end as recorded. */
export function refusesForgery(command: readonly string[], core: string): void {
  test("fails where the recorded check sum is another", async () => {
    const [program = "", ...first] = command;
    const folder = mkdtempSync(join(tmpdir(), "millrace-forged-"));
    try {
      const trace = readFileSync(SMALL.file);
      trace.writeUInt32LE((SMALL.checksum ^ 1) >>> 0, 16);
      writeFileSync(join(folder, "forged.trace"), trace);
      const run = output(program, [...first, core, join(folder, "forged.trace")]);
      await expect(run).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`ended as ${hexadecimal(SMALL.checksum)}`),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
