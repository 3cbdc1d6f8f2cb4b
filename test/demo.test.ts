import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HalfHour, readElectricity } from "../src/demo/electricity.ts";
import { SPEC } from "../src/demo/learner.ts";
import { Model } from "../src/model.ts";
import { childrenOf, type Ended, isRunning, startMillrace } from "./support/cli.ts";

const ROWS = 1_500;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-demo-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a run to its end", () => {
  let stream: HalfHour[] = [];
  let dayLate: Ended;
  let atOnce: Ended;
  beforeAll(async () => {
    stream = await readElectricity(ROWS);
    dayLate = await demo("day-late", "--rows", `${ROWS}`);
    atOnce = await demo("at-once", "--rows", `${ROWS}`, "--delay", "0");
  });

  test("tells the story in plain lines and exits 0", () => {
    const { code, stdout, stderr } = dayLate;
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Millrace learns 1,500 half-hours .*\n {2}over MQTT at mqtt:\/\/127\.0\.0\.1:\d+,/);
    expect(stdout).toMatch(/\n {3}1,250 +[\d.]+ % +– +[\d.]+ %\n/);
    expect(stdout).toMatch(/\n {2}last known label +[\d.]+ % +– +0\.000 +–\n/);
    expect(stdout).toMatch(/\n {2}learning net +[\d.]+ % +– +0\.\d{3} +\d\.\d{3}\n/);
    expect(stdout).toMatch(/\n {2}too few rows for the frozen net: .*\n {2}too few rows for a quarter: /);
    expect(stdout).toMatch(/\n {2}Learning was worth \+[\d.]+ points over the last label \(1,500 rows\)\.\n$/);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  test("gives, each time, the bits that learning without MQTT, processes and delay gives, and saves them", async () => {
    const alone = await Model.create(SPEC);
    for (const { features, label } of stream) alone.learn(features, label);
    expect((await Model.load(join(folder, "day-late.millrace"))).checksum()).toBe(alone.checksum());
    expect(checksumIn(dayLate)).toBe(hexadecimal(alone));
    expect(checksumIn(atOnce)).toBe(hexadecimal(alone));
    expect(checksumIn(await demo("again", "--rows", `${ROWS}`))).toBe(hexadecimal(alone));
  });

  test.each([
    [48, 49, "one day later"],
    [0, 1, "right after"],
  ])("with a delay of %i rows the last known label is that of %i rows before", (delay, age, said) => {
    const { stdout } = delay === 0 ? atOnce : dayLate;
    const hits = stream.filter(({ label }, t) => label === stream[t - age]?.label).length;
    expect(stdout).toContain(`The label comes ${said}.`);
    expect(stdout).toContain(`last known label ${`${((100 * hits) / ROWS).toFixed(1)} %`.padStart(16)}`);
  });

  test("holds --rate, and a single row is enough", async () => {
    const { code, stdout } = await demo("slow", "--rows", "50", "--rate", "100");
    expect(code).toBe(0);
    expect(Number(stdout.match(/50 rows in ([\d.]+) s/)?.[1])).toBeGreaterThanOrEqual(0.4);
    const single = await demo("single", "--rows", "1");
    expect(single.code).toBe(0);
    expect(single.stdout).toContain("Learning was worth +0.0 points over the last label (1 row).");
  });

  test("leaves nothing but the model behind", () => {
    expect(readdirSync(folder).filter((file) => !/^[a-z-]+\.millrace$/.test(file))).toEqual([]);
  });
});

describe("a run that is broken off", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "saves the model on %s, exits 130 and leaves no process",
    async (signal) => {
      const running = startDemo(signal, "--rows", "20000", "--rate", "1000");
      await running.printed(/\n {2} *1,000 /);
      const children = childrenOf(running.process);
      running.process.kill(signal);
      const { code, stdout, stderr } = await running.ended;
      expect(stderr).toBe("");
      expect(code).toBe(130);
      const [, labels, checksum] =
        stdout.match(/Stopped after ([\d,]+) labels; the model's checksum is ([0-9a-f]{8})\n {2}saved to .*\n$/) ?? [];
      const saved = await Model.load(join(folder, `${signal}.millrace`));
      expect(hexadecimal(saved)).toBe(checksum);
      expect(saved.steps).toBe(Number(labels?.replace(",", "")));
      expect(children.filter(isRunning)).toEqual([]);
    },
  );

  test("ends in order when the reader of its lines has gone", async () => {
    const running = startDemo("pipe", "--rows", "20000", "--rate", "1000");
    await running.printed(/\n {2} *1,000 /);
    running.process.stdout?.destroy();
    const { code, stderr } = await running.ended;
    expect(stderr).toBe("");
    expect(code).toBe(141);
    expect((await Model.load(join(folder, "pipe.millrace"))).steps).toBeGreaterThan(900);
  });

  test("ends with a clear error when a process dies", async () => {
    const running = startDemo("dying", "--rows", "20000", "--rate", "1000");
    await running.printed(/\n {2} *1,000 /);
    const children = childrenOf(running.process);
    // Where the system does not tell which processes there are, there is nothing to kill.
    if (children.length === 0) return running.process.kill("SIGKILL");
    process.kill(children.at(-1) as number, "SIGKILL");
    const { code, stderr } = await running.ended;
    expect(stderr).toMatch(/^error: the publisher process was killed by SIGKILL\. .*\(E_PROCESS\)\n$/);
    expect(code).toBe(1);
    expect(children.filter(isRunning)).toEqual([]);
    expect((await Model.load(join(folder, "dying.millrace"))).steps).toBeGreaterThan(900);
  });
});

function startDemo(name: string, ...parameters: string[]) {
  return startMillrace("demo", "--out", join(folder, `${name}.millrace`), ...parameters);
}

function demo(name: string, ...parameters: string[]) {
  return startDemo(name, ...parameters).ended;
}

function checksumIn({ stdout }: Ended): string | undefined {
  return stdout.match(/checksum is ([0-9a-f]{8})\n/)?.[1];
}

function hexadecimal(model: Model): string {
  return model.checksum().toString(16).padStart(8, "0");
}
