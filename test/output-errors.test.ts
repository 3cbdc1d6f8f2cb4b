import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";

const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
/** A device that is always full; Linux has one. */
const FULL = "/dev/full";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "millrace-output-"));
  using model = await Model.create({ inputs: 1, layers: [{ type: "dense", units: 1 }], loss: "mse" });
  await model.save(join(folder, "model.millrace"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(existsSync(FULL))("a full disk behind stdout is told in one line, and the exit code is 1:", () => {
  test.each([
    ["inspect", "model.millrace"],
    ["demo", "--rows", "100", "--out", "demo.millrace"],
  ])("millrace %s", async (...parameters) => {
    const full = openSync(FULL, "w");
    const child = spawn(process.execPath, [MAIN, ...parameters], { cwd: folder, stdio: ["ignore", full, "pipe"] });
    closeSync(full);
    let stderr = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const [code] = await once(child, "close");
    expect(stderr).toMatch(/^error: cannot write to stdout: ENOSPC: .* \(E_FILE\)\n$/);
    expect(code).toBe(1);
  });
});

test("a reader that has gone is none: nothing is told, and the exit code is 141", async () => {
  const child = spawn(process.execPath, [MAIN, "inspect", "model.millrace"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.destroy();
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, "close");
  expect({ code, stderr }).toEqual({ code: 141, stderr: "" });
});
