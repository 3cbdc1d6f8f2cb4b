import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Core } from "../../src/core.ts";
import { Model } from "../../src/model.ts";
import { testRoute } from "./support/harness.ts";
import { buildWasm3Host, WASM3 } from "./support/native.ts";
import { runProgram } from "./support/native-program.ts";
import { programHost } from "./support/program.ts";
import { build, missingCommand, missingFile } from "./support/tools.ts";
import { SMALL } from "./support/traces.ts";

let program = "";

testRoute(
  {
    name: "wasm3, C host",
    lacks: () => missingCommand("gcc", "make") ?? missingFile(`${WASM3}/m3_env.h`),
    async start() {
      program = await buildWasm3Host();
      return programHost([program], build("core.mcu"));
    },
  },
  () => {
    const core = build("core.mcu");
    let folder = "";
    const file = (name: string) => join(folder, name);
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "millrace-wasm3-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    test("predicts, learns and saves like Node, and keeps the trailer of the file", async () => {
      const rows = Array.from({ length: 40 }, (_, i) => [i / 40, (i * 7) % 11, ((i * 7) % 11) - i / 20]);
      const scalar = await Core.load({ build: "scalar" });
      const model = await Model.create(
        {
          inputs: ["load", "hour"],
          layers: [
            { type: "standardize" },
            { type: "dense", units: 8, activation: "tanh" },
            { type: "dense", units: 1 },
          ],
          loss: "mse",
          seed: 3,
        },
        { core: scalar },
      );
      writeFileSync(file("model.millrace"), model.toBytes());
      const expected = rows.map(([x = 0, y = 0, target = 0]) => {
        const [answer] = model.predict([x, y]);
        model.learn([x, y], [target]);
        return answer;
      });
      const text = rows.map((row) => `${row.join(" ")}\n`).join("");
      const run = await runProgram(program, [core, "learn", file("model.millrace"), file("saved.millrace")], text);
      expect(run.code).toBe(0);
      expect(
        run.stdout
          .trim()
          .split("\n")
          .map((line) => Math.fround(Number(line))),
      ).toEqual(expected);
      expect(readFileSync(file("saved.millrace")).equals(model.toBytes())).toBe(true);
      model.dispose();
    });

    test.each([
      ["text in a row", "1 2 3\n1 many 3\n", 65, "there is something that is no number"],
      ["half a row", "1 2 3\n1 2\n", 65, "the last row is incomplete"],
      ["a number that is none", "1 nan 3\n", 65, "the core refused a row"],
    ])("refuses %s and leaves the saved model as it was", async (_what, rows, code, message) => {
      const model = await Model.create({ inputs: 2, layers: [{ type: "dense", units: 1 }], loss: "mse" });
      writeFileSync(file("model.millrace"), model.toBytes());
      model.dispose();
      writeFileSync(file("saved.millrace"), "older");
      const run = await runProgram(program, [core, "learn", file("model.millrace"), file("saved.millrace")], rows);
      expect(run.stderr).toContain(message);
      expect(run.code).toBe(code);
      expect(readFileSync(file("saved.millrace"), "utf8")).toBe("older");
    });

    const small = () => readFileSync(SMALL.file);
    const changed = (at: number, value: number) => {
      const bytes = Buffer.from(small());
      bytes.writeUInt32LE(value, at);
      return bytes;
    };
    test.each([
      ["another magic", () => changed(0, 1), 65, "this is no trace"],
      ["another version", () => changed(4, 9), 65, "the trace has another version"],
      ["an image longer than itself", () => changed(8, 0xfffffffd), 65, "the trace ends within its model"],
      ["more calls than it holds", () => changed(12, 0xffffffff), 65, "the trace ends within a call"],
      ["fewer calls than it holds", () => changed(12, 1), 65, "the trace goes on behind its last call"],
      ["a damaged model", () => changed(60, 0x12345678), 65, "the core refused the model"],
      ["another checksum", () => changed(16, 1), 1, "ended with another state than was recorded"],
      ["half of its bytes", () => small().subarray(0, small().length >> 1), 65, "the trace ends within a call"],
    ])("refuses a trace with %s in one line", async (_what, bytes, code, message) => {
      writeFileSync(file("bad.trace"), bytes());
      const run = await runProgram(program, [core, file("bad.trace")]);
      expect(run.stderr).toContain(message);
      expect(run.stderr.trim().split("\n")).toHaveLength(1);
      expect(run.code).toBe(code);
    });
  },
);
