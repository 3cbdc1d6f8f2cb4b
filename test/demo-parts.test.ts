import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gatewayOptions, SPEC } from "../src/demo/configuration.ts";
import { CLASSES, type HalfHour, QUARTER, ROWS, readElectricity, TRAINING_ROWS } from "../src/demo/electricity.ts";
import { Judge } from "../src/demo/judge.ts";
import { topicsOf } from "../src/demo/messages.ts";
import { PlainView } from "../src/demo/plain.ts";
import { checkProof, type Proof, type Saved } from "../src/demo/proof.ts";
import { report, worth } from "../src/demo/report.ts";
import type { Result } from "../src/demo/run.ts";
import { styleOf } from "../src/demo/style.ts";
import { checkConfiguration } from "../src/gateway/config.ts";
import { Model } from "../src/model.ts";

const DELAY = 48;
const LENGTH = TRAINING_ROWS + QUARTER + 50;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-parts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the judge", () => {
  test("makes of the three contenders what a plain loop over the stream makes of them", async () => {
    const stream = await readElectricity(LENGTH);
    const judge = await Judge.create(stream);
    await play(stream, judge);

    const model = await Model.create(SPEC);
    let frozen = model;
    const hits: boolean[][] = [];
    stream.forEach(({ features, label }, t) => {
      if (t === TRAINING_ROWS) frozen = model.clone();
      const known = stream[t - DELAY - 1]?.label;
      const hit = [known === label, ...[frozen, model].map((net) => net.predictClass(features).label === label)];
      if (t >= TRAINING_ROWS) hits.push(hit);
      if (t >= DELAY) model.learn(stream[t - DELAY]?.features ?? [], stream[t - DELAY]?.label ?? "");
    });
    const share = (contender: number, to?: number) => {
      const counted = hits.slice(0, to);
      return counted.filter((hit) => hit[contender]).length / counted.length;
    };
    const base = share(0);
    const scores = judge.scores();
    expect(scores.map(({ accuracy }) => accuracy)).toEqual([base, share(1), share(2)]);
    expect(scores.map(({ worstQuarter }) => worstQuarter)).toEqual([0, 1, 2].map((i) => share(i, QUARTER)));
    expect(scores.map(({ kappaTemporal }) => kappaTemporal)).toEqual(
      [base, share(1), share(2)].map((accuracy) => (accuracy - base) / (1 - base)),
    );
    expect(judge.countedFrom).toBe(TRAINING_ROWS);
    // By now the stream has drifted: a learner worth its name is ahead of both.
    expect(share(2)).toBeGreaterThan(base);
  });

  test("has figures of the frozen net that are its own: rows answered before it was frozen are none of them", async () => {
    const stream = await readElectricity(TRAINING_ROWS + 60);
    const judge = await Judge.create(stream);
    const frozen: (number | null | undefined)[] = [];
    await play(stream, judge, () => frozen.push(judge.standings()[1]?.accuracy));
    expect(frozen.findIndex((accuracy) => accuracy !== null)).toBe(TRAINING_ROWS + DELAY);
  });
});

test("the gateway's configuration is legal, with the net's inputs as they are named in the file, and keeps secrets apart", () => {
  const own = { id: "demo-1", topics: topicsOf("1"), answers: true, state: join(folder, `$${"{HOME}"}`) };
  const url = "ssl://some%40body:open%2Fse$%7Bsame%7D@broker.example:8883/";
  const { broker, streams, state } = checkConfiguration(gatewayOptions({ ...own, url }));
  expect(broker).toMatchObject({ urls: ["mqtts://broker.example:8883"], username: "some@body" });
  expect(broker.password?.reveal()).toBe(`open/se$${"{same}"}`);
  expect(streams[0]?.features.names).toEqual(SPEC.inputs);
  expect(state.directory).toBe(own.state);
});

describe("plain lines", () => {
  const written = (rows: number): string => {
    const output = new PassThrough();
    const view = new PlainView(output, rows, undefined);
    view.progress({ scored: rows, seconds: 1, standings: [] });
    view.kill({ row: 22_656, seconds: undefined });
    view.kill({ row: 22_656, seconds: 0.449 });
    return String(output.read());
  };

  test("say how many rows each figure covers, in 80 columns", () => {
    expect(written(ROWS)).toMatch(
      /^ {2}share right over the last 1,440 rows \(30 days\), fewer at first;\n {2}the frozen net's begin at row 8,832,/,
    );
    expect(written(1_000)).toMatch(/^ {2}share right over the last 1,440 rows \(30 days\), fewer at first\n {5}row /);
    for (const line of written(ROWS).split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  test("tell of a kill once, when the gateway is back", () => {
    expect(written(ROWS).match(/killed/g)).toHaveLength(1);
    expect(written(ROWS)).toMatch(/\n {2}22,656 {2}the gateway is killed .* back after 0\.4 s\n$/);
  });
});

describe("the stream", () => {
  test("is whole and as it was published", async () => {
    const stream = await readElectricity(ROWS);
    expect(stream.filter(({ label }) => label === CLASSES[1])).toHaveLength(19_237);
    expect(stream[0]?.features).toEqual({
      period: 0,
      nswprice: 0.056443,
      nswdemand: 0.439155,
      vicprice: 0.003467,
      vicdemand: 0.422915,
      transfer: 0.414912,
    });
  });

  test("is named where it is missing or another file", async () => {
    const missing = join(folder, "missing.csv.gz");
    await expect(readElectricity(1, missing)).rejects.toMatchObject({ code: "E_FILE", where: missing });
    const other = join(folder, "other.csv.gz");
    writeFileSync(other, "a,b\n1,2\n");
    await expect(readElectricity(1, other)).rejects.toMatchObject({ code: "E_FILE", where: other });
    await expect(readElectricity(ROWS + 1)).rejects.toMatchObject({ code: "E_FORMAT" });
  });
});

describe("the report", () => {
  const score = { rows: 36_480, worstQuarter: 0.6, kappaTemporal: 0, loss: null };
  const proof: Proof = { checksum: 0xabc, replayed: 0xabc, unkilled: 0xabc, lost: 0, doubled: 0 };
  const saved: Saved = {
    rows: ROWS,
    modelBytes: 1_952,
    fileBytes: 2_118,
    checksum: 0xabc,
    path: join(process.cwd(), "electricity.millrace"),
  };
  const result: Result = {
    played: {
      rows: ROWS,
      countedFrom: TRAINING_ROWS,
      scores: [
        { ...score, contender: "last known label", accuracy: 0.64 },
        { ...score, contender: "frozen net", accuracy: 0.731, kappaTemporal: -0.1 },
        { ...score, contender: "learning net", accuracy: 0.798 },
      ],
      seconds: 150.04,
    },
    kills: [{ row: 22_656, seconds: 0.6 }],
    proof,
    saved,
  };

  test("fits a terminal of 80 columns and ends with what learning was worth", () => {
    const lines = report(result, styleOf(new PassThrough()));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines.at(-1)).toBe("  Learning was worth +6.7 points over the frozen net, +15.8 over the last label.");
    expect(lines).toContain("  killed with SIGKILL at row 22,656: 0 rows lost, 0 learnt twice");
    expect(lines.filter((line) => line.startsWith("    00000abc  in "))).toHaveLength(3);
    expect(lines).toContain("  the model takes 1,952 bytes");
    expect(lines).toContain("  saved to ./electricity.millrace (2,118 bytes)");
    expect(lines.join("\n")).toMatch(/From row 8,832 on \(36,480 rows\)\n.*\n.*\n.*\n.*frozen net.* −0\.100 /);
  });

  test("says nothing of kills where there were none", () => {
    const unkilled = { ...result, kills: [], proof: { ...proof, unkilled: undefined } };
    expect(report(unkilled, styleOf(new PassThrough())).join("\n")).not.toMatch(/kill/i);
  });

  test("says so when learning cost points, and when nothing was counted", () => {
    const scores = result.played.scores.map((own, i) => ({ ...own, accuracy: [0.9, 0.8, 0.85][i] as number }));
    expect(worth(scores, ROWS, 0)).toBe(
      "Learning was worth +5.0 points over the frozen net, −5.0 over the last label.",
    );
    expect(worth([], 0, 0)).toBe("Learning cannot be judged: no row has been counted.");
  });

  test.each<[string, Partial<Proof>]>([
    ["its journal leads elsewhere", { replayed: 1 }],
    ["the run without a kill ends elsewhere", { unkilled: 1 }],
    ["a row is lost", { lost: 1 }],
    ["a row is learnt twice", { doubled: 1 }],
  ])("is followed by an error where %s", (_what, broken) => {
    expect(() => checkProof(proof, saved)).not.toThrow();
    expect(() => checkProof({ ...proof, ...broken }, saved)).toThrow(/not those of a learner that was never killed/);
    expect(() => checkProof(proof, { ...saved, checksum: 1 })).toThrow(/never killed/);
  });
});

/** Plays a stream whose labels are a day late to a judge, the answers coming from a model in this process. */
async function play(stream: readonly HalfHour[], judge: Judge, labelled: () => void = () => {}): Promise<void> {
  const model = await Model.create(SPEC);
  const label = (row: number) => {
    const { features, label: name } = stream[row] as HalfHour;
    judge.label();
    model.learn(features, name);
  };
  stream.forEach(({ features }, row) => {
    const probabilities = model.predict(features);
    judge.answer({ index: probabilities.indexOf(Math.max(...probabilities)), probabilities });
    if (row >= DELAY) label(row - DELAY);
    labelled();
  });
  for (let row = stream.length - DELAY; row < stream.length; row++) label(row);
}
