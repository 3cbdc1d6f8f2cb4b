import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { SPEC } from "../src/demo/configuration.ts";
import { type HalfHour, readElectricity } from "../src/demo/electricity.ts";
import { Model } from "../src/model.ts";
import { childrenOf, type Ended, isRunning, startMillrace } from "./support/cli.ts";

const ROWS = 700;

// Each run starts several processes, perhaps on two cores that others use too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder = "";
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-demo-"));
});
afterAll(() => {
  for (const process of started) process.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("a run to its end", () => {
  let stream: HalfHour[] = [];
  let dayLate: Ended;
  let atOnce: Ended;
  beforeAll(async () => {
    stream = await readElectricity(ROWS);
    dayLate = await demo("day-late", "--rows", `${ROWS}`);
    atOnce = await demo("at-once", "--rows", `${ROWS}`, "--delay", "0", "--no-kill");
  });

  test("tells the story in plain lines and exits 0", () => {
    const { code, stdout, stderr } = dayLate;
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Millrace learns 700 half-hours .*\n {2}over MQTT at mqtt:\/\/127\.0\.0\.1:\d+,/);
    expect(stdout).toMatch(/\n {5}350 {2}the gateway is killed with SIGKILL and started again: back after \d+\.\d s\n/);
    expect(stdout).toMatch(/\n {5}500 +[\d.]+ % +– +[\d.]+ %\n/);
    expect(stdout).toMatch(/\n {2}last known label +[\d.]+ % +– +0\.000 +–\n/);
    expect(stdout).toMatch(/\n {2}learning net +[\d.]+ % +– +0\.\d{3} +\d\.\d{3}\n/);
    expect(stdout).toMatch(/\n {2}too few rows for the frozen net: .*\n {2}too few rows for a quarter: /);
    expect(stdout).toMatch(/\n {2}killed with SIGKILL at row 350: 0 rows lost, 0 learnt twice\n/);
    expect(stdout).toMatch(/\n {2}Learning was worth \+[\d.]+ points over the last label \(700 rows\)\.\n$/);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
  });

  test("gives the bits that learning without MQTT, processes, kill and delay gives, by three ways, and saves them", async () => {
    const alone = await Model.create(SPEC);
    for (const { features, label } of stream) alone.learn(features, label);
    const bits = hexadecimal(alone);
    expect(checksumsIn(dayLate)).toEqual([bits, bits, bits]);
    expect(checksumsIn(atOnce)).toEqual([bits, bits]);
    for (const name of ["day-late", "at-once"]) {
      expect(hexadecimal(await Model.load(join(folder, `${name}.millrace`)))).toBe(bits);
    }
  });

  test("has the same figures with and without a kill", async () => {
    const figures = ({ stdout }: Ended) => stdout.match(/^ {2}(last known label|learning net) .*$/gm);
    const calm = await demo("calm", "--rows", `${ROWS}`, "--no-kill");
    expect(calm.stdout).not.toMatch(/kill/i);
    expect(figures(calm)).toEqual(figures(dayLate));
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
    expect(single).toMatchObject({ code: 0, stderr: "" });
    expect(single.stdout).toContain("Learning was worth +0.0 points over the last label (1 row).");
  });

  test("leaves nothing but the model behind", () => {
    expect(readdirSync(folder).filter((file) => !/^[a-z-]+\.millrace$/.test(file))).toEqual([]);
    for (const one of [dayLate, atOnce]) expect(foldersOf(one)).toEqual([]);
  });
});

test("a gateway that somebody else kills, again and again, comes back, and nothing is lost", async () => {
  const running = startDemo("murdered", "--rows", `${ROWS}`, "--rate", "300", "--no-kill");
  for (const row of [250, 500]) {
    await running.printed(new RegExp(`\n {2} *${row} .*\n`));
    // The publisher is started after it, the one that takes its place after the publisher.
    const gateway = childrenOf(running.process).at(row === 250 ? 0 : -1);
    if (gateway === undefined) return running.process.kill("SIGKILL");
    process.kill(gateway, "SIGKILL");
    await running.printed(new RegExp(`(started again: back after[^]*){${row / 250}}\n`));
  }
  const { code, stdout, stderr } = await running.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const alone = await Model.create(SPEC);
  for (const { features, label } of await readElectricity(ROWS)) alone.learn(features, label);
  expect(checksumsIn({ stdout })).toEqual([hexadecimal(alone), hexadecimal(alone)]);
  expect(stdout).toMatch(/killed with SIGKILL at row \d+, row \d+: 0 rows lost, 0 learnt twice/);
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
      expect(foldersOf({ stdout })).toEqual([]);
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
  const running = startMillrace("demo", "--out", join(folder, `${name}.millrace`), ...parameters);
  started.push(running.process);
  return running;
}

function demo(name: string, ...parameters: string[]) {
  return startDemo(name, ...parameters).ended;
}

function checksumsIn({ stdout }: Pick<Ended, "stdout">): (string | undefined)[] {
  return [...stdout.matchAll(/\n {4}([0-9a-f]{8}) {2}in /g)].map(([, checksum]) => checksum);
}

/** What is left of its temporary folder. */
function foldersOf({ stdout }: Pick<Ended, "stdout">): string[] {
  const [, run] = stdout.match(/topics millrace-demo\/([0-9a-f]{8})\//) ?? [];
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`millrace-demo-${run}`));
}

function hexadecimal(model: Model): string {
  return model.checksum().toString(16).padStart(8, "0");
}
