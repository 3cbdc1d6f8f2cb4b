import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CLASSES, readElectricity } from "../../src/demo/electricity.ts";
import { Model } from "../../src/model.ts";
import { testRoute } from "./support/harness.ts";
import { CACHE, note } from "./support/report.ts";
import { build, hostReport, missingFile } from "./support/tools.ts";

const COMMAND = build("millrace.wasi");
const PYTHON = `${CACHE}/python/bin/python`;
const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const ROUTES = [
  {
    name: "node:wasi",
    program: [process.execPath, "--no-warnings", pathOf("hosts/wasi.mjs")],
    version: [process.execPath, "-p", "'Node ' + process.versions.node"],
    lacks: () => missingFile(COMMAND),
  },
  {
    name: "wasmtime, WASI command",
    program: [PYTHON, "-B", pathOf("../../examples/python/wasmtime_wasi.py")],
    version: [PYTHON, "-c", "from importlib.metadata import version; print('wasmtime', version('wasmtime'))"],
    lacks: () => missingFile(COMMAND, PYTHON),
  },
];
const ROWS = 20_000;

for (const { name, program, version, lacks } of ROUTES) {
  /** The command in a folder with the rows of a file on stdin: all it printed. */
  const run = (folder: string, parameters: string[], rows = "/dev/null") => {
    const stdin = openSync(rows, "r");
    try {
      return finished([...program, COMMAND, folder, ...parameters], stdin);
    } finally {
      closeSync(stdin);
    }
  };

  testRoute(
    {
      name,
      lacks,
      // The command counts its own start: rows a second stand in the table instead.
      takesSpeed: false,
      start: () => ({
        version: finished(version).trim(),
        selftest: () => hostReport(run(".", ["selftest"])).selftest ?? Number.NaN,
        replay: (file) =>
          inFolder((folder) => {
            copyFileSync(file, join(folder, basename(file)));
            return hostReport(run(folder, ["replay", basename(file)]));
          }),
      }),
    },
    () => {
      test("learns rows of CSV from stdin to the very model that Node comes to", async () => {
        const rows = await readElectricity(ROWS);
        const model = await Model.create({
          inputs: 6,
          layers: [
            { type: "standardize" },
            { type: "dense", units: 16, activation: "relu" },
            { type: "dense", units: 2, activation: "softmax" },
          ],
          loss: "crossEntropy",
          seed: 8,
        });
        await inFolder(async (folder) => {
          await model.save(join(folder, "before.millrace"));
          const lines = rows.map(({ features, label }) => {
            const x = Object.values(features);
            const index = CLASSES.indexOf(label as "UP");
            model.learn(x, index);
            return `${x},${index}\n`;
          });
          writeFileSync(join(folder, "rows.csv"), lines.join(""));
          const begin = performance.now();
          const printed = run(
            folder,
            ["learn", "before.millrace", "--save", "after.millrace"],
            join(folder, "rows.csv"),
          );
          const seconds = (performance.now() - begin) / 1000;
          expect(printed.trim().split("\n")).toHaveLength(ROWS);
          const learnt = await Model.load(join(folder, "after.millrace"));
          expect(Buffer.compare(learnt.toBytes(), model.toBytes())).toBe(0);
          note(name, { speed: `${Math.round(ROWS / seconds).toLocaleString("en-GB")} rows of CSV/s` });
        });
      });
    },
  );
}

async function inFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "millrace-wasi-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a command printed on stdout; anything but exit code 0 is an error with its stderr. */
function finished([command = "", ...parameters]: string[], stdin: number | "ignore" = "ignore"): string {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    stdio: [stdin, "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return stdout;
}
