import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startAedes } from "./support/brokers.ts";
import { millrace } from "./support/cli.ts";
import { until } from "./support/waiting.ts";

const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder = "";
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-examples-"));
});
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

describe("the room-occupancy example", () => {
  const MINUTES = 300;
  let calm = "";
  beforeAll(async () => {
    calm = (await run("calm", MINUTES).ended).stdout;
  });

  test("runs on the embedded broker, learns every label that has come, and each model is what its journal leads to", async () => {
    expect(calm).toMatch(/\n900 predicted, 870 learnt, labels 10 minutes late\n/);
    expect(calm.match(/ {2}(lab|kitchen|office) +290 steps, checksum [0-9a-f]{8}\n/g)).toHaveLength(3);
    const { code, stdout } = await millrace("state", "verify", join(folder, "calm"), "--json");
    expect(code).toBe(0);
    const models: { key: string; result: string }[] = JSON.parse(stdout).models;
    expect(models.map(({ key, result }) => [key, result]).sort()).toEqual([
      ["kitchen", "same"],
      ["lab", "same"],
      ["office", "same"],
    ]);
  });

  test("killed on its way and run again it ends where it would have ended", async () => {
    const first = run("killed", MINUTES, "--rate", "400");
    const memory = join(folder, "killed", "sensor.json");
    await until("the first hundred minutes", () => existsSync(memory), 60_000);
    first.process.kill("SIGKILL");
    await first.ended;
    const { minute } = JSON.parse(readFileSync(memory, "utf8"));
    expect(minute).toBeLessThan(MINUTES - 10);
    const { stdout } = await run("killed", MINUTES - minute).ended;
    expect(resultOf(stdout)).toEqual(resultOf(calm));
  });

  test("with --broker it runs on that one", async () => {
    const seen = new Set<string>();
    await using broker = await startAedes((client) => seen.add(client));
    const { code, stderr } = await run("own", 20, "--broker", broker.url).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect([...seen]).toEqual(expect.arrayContaining(["room-occupancy", "room-occupancy-in"]));
  });

  test("the sensors give the same numbers from whatever minute on", async () => {
    const { minutes } = await import(join(EXAMPLES, "room-occupancy/sensor.mjs"));
    const all = take(minutes(), 200);
    expect(take(minutes(150), 50)).toEqual(all.slice(150));
    expect(all[0]).toMatchObject({ minute: 0, messages: [{ topic: "site/lab/climate" }, {}, {}] });
  });

  /** @param name of the state folder */
  function run(name: string, minutes: number, ...parameters: string[]) {
    const days = `${minutes / 1_440}`;
    const program = join(EXAMPLES, "room-occupancy/run.mjs");
    const child = spawn(process.execPath, [program, "--days", days, "--state", join(folder, name), ...parameters]);
    started.push(child);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text) => {
      stdout += text;
    });
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
      child.once("close", (code) => resolve({ code, stdout, stderr }));
    });
    return { process: child, ended };
  }

  function resultOf(stdout: string): string[] | null {
    return stdout.match(/(\d+ predicted, .*|\w+ +\d+ steps, .*)/g);
  }

  function take(minutes: Iterable<unknown>, count: number): unknown[] {
    const taken: unknown[] = [];
    for (const one of minutes) if (taken.push(one) === count) break;
    return taken;
  }
});
