import { describe, expect, test } from "vitest";
import { readElectricity } from "../src/demo/electricity.ts";
import { Judge } from "../src/demo/judge.ts";
import type { PredictionMessage } from "../src/demo/messages.ts";
import { MOST_UNANSWERED, type Play, Player } from "../src/demo/player.ts";

const ROWS = 120;
const DELAY = 48;

test("a row leaves when the one before is answered, its label when its time has come, and each once", async () => {
  const { player, sent, answer } = await newPlayer();
  player.online(true);
  for (let row = 0; row < ROWS; row++) answer({ order: row, steps: Math.max(0, row - DELAY) });
  const usual = Array.from({ length: ROWS }, (_, row) => [
    ...(row > DELAY ? [`label ${row - DELAY - 1}`] : []),
    `row ${row}`,
  ]);
  expect(sent.slice(0, usual.flat().length)).toEqual(usual.flat());
});

test("the labels still out after the last row follow, at most 20 unanswered, and the end is when all are learnt", async () => {
  const { player, sent, answer } = await newPlayer();
  player.online(true);
  for (let row = 0; row < ROWS; row++) answer({ order: row, steps: Math.max(0, row - DELAY) });
  let over = false;
  for (let asked = 0; !over && asked < 10; asked++) {
    expect(player.unanswered).toBeLessThanOrEqual(MOST_UNANSWERED);
    over = answer({ order: ROWS - 1, steps: player.labels });
  }
  expect(over).toBe(true);
  const labels = sent.filter((one) => one.startsWith("label"));
  expect(labels).toEqual(Array.from({ length: ROWS }, (_, row) => `label ${row}`));
});

describe("while the gateway is away", () => {
  test("nothing is sent; when it is back, what it may not have", async () => {
    const { player, sent, answer } = await newPlayer();
    expect(sent).toEqual([]);
    player.online(true);
    for (let row = 0; row < 60; row++) answer({ order: row, steps: Math.max(0, row - DELAY) });
    player.online(false);
    const before = sent.length;
    player.again();
    answer({ order: 60, steps: 12 });
    expect(sent).toHaveLength(before);
    player.online(true);
    expect(sent.slice(before)).toEqual(["label 12", "row 61"]);
  });

  test("an answer that was lost is asked for again", async () => {
    const { player, sent, answer } = await newPlayer();
    player.online(true);
    answer({ order: 0, steps: 0 });
    player.again();
    expect(sent).toEqual(["row 0", "row 1", "row 1"]);
  });
});

describe("an answer", () => {
  test("of a model that has not learnt every label yet does not count: the row is asked again", async () => {
    const { player, sent, answer, judge } = await newPlayer();
    player.online(true);
    for (let row = 0; row <= DELAY; row++) answer({ order: row, steps: 0 });
    expect(sent.slice(-2)).toEqual(["label 0", "row 49"]);
    expect(answer({ order: 49, steps: 0 })).toBe(false);
    expect([sent.at(-1), judge.answered]).toEqual(["row 49", 49]);
    answer({ order: 49, steps: 1 });
    expect([sent.at(-1), judge.answered]).toEqual(["row 50", 50]);
  });

  test("to another row, or to a question nobody asked, changes nothing", async () => {
    const { player, sent, answer, judge } = await newPlayer();
    answer({ order: 0, steps: 0 });
    player.online(true);
    for (const order of [5, 1, 900]) answer({ order, steps: 7 });
    expect([sent, judge.answered]).toEqual([["row 0"], 0]);
    answer({ order: 0, steps: 0 });
    answer({ order: 0, steps: 0 });
    expect([sent, judge.answered]).toEqual([["row 0", "row 1"], 1]);
  });

  test("of a model that somebody else has taught too counts", async () => {
    const { player, answer, judge } = await newPlayer();
    player.online(true);
    for (let row = 0; row < ROWS; row++) answer({ order: row, steps: 1_000 });
    expect(judge.answered).toBe(ROWS);
    answer({ order: ROWS - 1, steps: 1_000 });
    answer({ order: ROWS - 1, steps: 1_000 });
    expect(answer({ order: ROWS - 1, steps: 1_000 })).toBe(true);
  });
});

async function newPlayer(play: Partial<Play> = {}) {
  const judge = await Judge.create(await readElectricity(ROWS));
  const sent: string[] = [];
  const player = new Player({ rows: ROWS, delay: DELAY, ...play }, judge, {
    sendFeatures: (row) => sent.push(`row ${row}`),
    sendLabel: (row) => sent.push(`label ${row}`),
  });
  const answer = ({ order, steps }: { order: number; steps: number }): boolean => {
    const message: PredictionMessage = {
      order,
      class: "UP",
      probabilities: { DOWN: 0.25, UP: 0.75 },
      version: { steps },
    };
    return player.answered(message);
  };
  return { player, judge, sent, answer };
}
