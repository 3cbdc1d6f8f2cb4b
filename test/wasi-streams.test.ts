import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Seeded } from "./support/seeded.ts";
import { CHILD, csv, ended, records, saveIdentity, Workplace } from "./support/wasi.ts";

const place = new Workplace();
beforeAll(async () => {
  await saveIdentity(place, "two.millrace", 2);
  await place.save("learner.millrace", {
    inputs: 2,
    layers: [
      { type: "dense", units: 3, activation: "tanh" },
      { type: "dense", units: 1 },
    ],
    loss: "mse",
  });
});
afterAll(() => place.remove());

/** Reads that bring the model in. */
const MODEL_READS = 1;
const random = new Seeded(9);
const rows = Array.from({ length: 400 }, () => random.list(2, -100, 100));

describe("rows that come in pieces", () => {
  test.each([
    ["lines", ["predict", "two.millrace"], Buffer.from(csv(rows)), Buffer.from(csv(rows))],
    ["records", ["predict", "two.millrace", "--f32"], records(rows), records(rows)],
  ])("%s by 37 bytes: the answers are those to rows that come at once", async (_, parameters, input, expected) => {
    const child = place.start(...parameters);
    const outcome = ended(child);
    for (let at = 0; at < input.length; at += 37) await write(child.stdin, input.subarray(at, at + 37));
    child.stdin?.end();
    const { code, bytes, stderr } = await outcome;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const values = (text: Uint8Array) =>
      String(text)
        .split(/[\n,]/)
        .map((part) => Math.fround(Number(part)));
    if (parameters.includes("--f32")) expect(bytes.equals(expected)).toBe(true);
    else expect(values(bytes)).toEqual(values(expected));
  });

  test("an answer comes before the next row is waited for", async () => {
    const child = place.start("predict", "two.millrace");
    const outcome = ended(child);
    for (const line of ["1,2\n", "3,4\n", "5,6\n"]) {
      const answer = once(child.stdout as Readable, "data");
      await write(child.stdin, line);
      expect(String((await answer)[0])).toBe(line);
    }
    child.stdin?.end();
    expect(await outcome).toMatchObject({ code: 0, stdout: "1,2\n3,4\n5,6\n" });
  });
});

describe("a stdin that does not block", () => {
  const answers = { code: 0, stdout: "1,2\n3,4\n5,6\n", stderr: "" };

  test("is waited for, not asked again and again", async () => {
    const { outcome, calls } = await talk(["predict", "two.millrace"]);
    expect(outcome).toEqual(answers);
    // Five waits: before each of four pieces, and before the end; each is one read that finds nothing and one that does.
    expect(calls.poll_oneoff).toBe(5);
    expect(calls.fd_read).toBe(MODEL_READS + 2 * 5);
  });

  test("--spin never calls poll_oneoff", async () => {
    const { outcome, calls } = await talk(["predict", "two.millrace", "--spin"]);
    expect(outcome).toEqual(answers);
    expect(calls.poll_oneoff).toBeUndefined();
  });
});

test("poll_oneoff is never called where stdin blocks", () => {
  const settings = JSON.stringify({ parameters: ["predict", "two.millrace"], folders: { ".": place.folder } });
  const script = `printf '1,2\n3,4' | ${process.execPath} --no-warnings ${CHILD} '${settings}'`;
  const withoutPoll = script.replace('"parameters"', '"without":"poll_oneoff","parameters"');
  expect(place.shell(withoutPoll)).toMatchObject({ code: 0, stdout: "1,2\n3,4\n", stderr: "" });
});

test("memory does not grow once the first row is asked for", async () => {
  const parameters = ["learn", "learner.millrace", "--save", "grown.millrace"];
  const { outcome, calls } = await talk(parameters, ["1,2,3\n".repeat(500), "4,5,6\n".repeat(500)]);
  expect(outcome).toMatchObject({ code: 0, stderr: "" });
  expect(calls.bytesGrown).toBe(0);
});

describe("a reader that has gone", () => {
  const many = place.path("many.csv");
  beforeAll(() => writeFileSync(many, "1,2\n".repeat(200_000)));

  test("is a quiet end", () => {
    expect(place.shell(`{ $millrace predict two.millrace < ${many}; echo code $? >&2; } | head -n 1`)).toMatchObject({
      stdout: "1,2\n",
      stderr: "code 0\n",
    });
  });

  test("does not change what learn saves", async () => {
    const labelled = place.path("labelled.csv");
    writeFileSync(labelled, "0.1,0.2,0.3\n".repeat(50_000));
    const learn = (out: string) => `$millrace learn learner.millrace --save ${out} < ${labelled}`;
    expect(place.shell(`{ ${learn("cut.millrace")}; echo code $? >&2; } | head -n 1`).stderr).toBe("code 0\n");
    expect(place.shell(`${learn("whole.millrace")} > /dev/null`).code).toBe(0);
    expect(place.read("cut.millrace").equals(place.read("whole.millrace"))).toBe(true);
  });

  test("stdout that is full is an error, with exit code 74", () => {
    expect(place.shell(`$millrace predict two.millrace < ${many} > /dev/full`)).toMatchObject({
      code: 74,
      stderr: "error: cannot write the predictions: the disk is full\n",
    });
  });
});

test("a closed stdin is the end of the rows, or exit code 74", () => {
  const { code, stdout } = place.shell("$millrace predict two.millrace <&-");
  expect([0, 74]).toContain(code);
  expect(stdout).toBe("");
});

test("a stdin that is a folder is refused with exit code 74", () => {
  const { code, stderr } = place.shell("$millrace predict two.millrace < .");
  // The error number is the runtime's own choice.
  expect(stderr).toMatch(/^error: row 1: cannot read the rows: .+\n$/);
  expect(code).toBe(74);
});

/** Sends rows over a fifo that the child reads without blocking, piece by piece, each when the child waits for it. */
async function talk(parameters: string[], pieces = ["1,2\n", "3,", "4\n5", ",6\n"]) {
  const fifo = join(mkdtempSync(place.path("fifo-")), "fifo");
  execFileSync("mkfifo", [fifo]);
  // Open for both, so that the child finds a writer whenever it looks.
  const writer = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const settings = JSON.stringify({ parameters, folders: { ".": place.folder }, fifo });
  const child = spawn(process.execPath, ["--no-warnings", CHILD, settings], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const outcome = ended(child);
  const reports = child.stdio[3] as Readable;
  let told = "";
  reports.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  try {
    for (const [i, piece] of pieces.entries()) {
      while (told.length <= i) await once(reports, "data");
      writeSync(writer, piece);
    }
    while (told.length <= pieces.length) await once(reports, "data");
  } finally {
    closeSync(writer);
  }
  const { code, stdout, stderr } = await outcome;
  return { outcome: { code, stdout, stderr }, calls: JSON.parse(told.replace(/^w+/, "")) as Record<string, number> };
}

async function write(stream: Writable | null, chunk: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => stream?.write(chunk, (error) => (error ? reject(error) : resolve())));
}
