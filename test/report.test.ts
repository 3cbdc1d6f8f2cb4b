import { beforeAll, describe, expect, test } from "vitest";
import { spread } from "../src/evaluate/report/scale.ts";
import { plain } from "../src/evaluate/report/text.ts";
import { memberNames } from "../src/evaluate/result.ts";
import { evaluate, reportPage, type StreamEvaluation } from "../src/evaluate.ts";
import type { FullSpec, ModelSpec } from "../src/spec.ts";
import { chickWeights, phishing } from "./support/streams.ts";

const NET: ModelSpec = {
  inputs: 9,
  classes: ["fair", "<b>foul</b>"],
  layers: [
    { type: "standardize" },
    { type: "dense", units: 8, activation: "relu" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
};

let evaluation: StreamEvaluation;
beforeAll(async () => {
  const { inputs, targets } = phishing();
  const rows = inputs.map((x, i) => ({ x, y: targets[i] as number }));
  const marks = [{ row: 600, kind: "drift", text: "hddmW & co" }] as const;
  evaluation = await evaluate(rows, {
    models: [
      { name: "net <1>", model: NET },
      { name: "other", model: { ...NET, seed: 2 } },
    ],
    marks,
  });
});

describe("a report", () => {
  test("is one page that needs nothing from elsewhere and runs nothing", () => {
    const page = reportPage(evaluation, { title: "phishing.csv", target: "is_phishing" });
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|\bsrc=|<link|@import|url\((?!#)|https?:/i);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("shows every contender, the curves against the baselines, the marks, loss, health and confusion", () => {
    const page = reportPage(evaluation, { title: "phishing.csv" });
    for (const heading of [
      "Figures over all rows",
      "Accuracy along the stream",
      "Accuracy so far",
      "Loss",
      "Health, layer by layer",
      "What was taken for what",
    ]) {
      expect(page).toContain(`<h2>${heading}</h2>`);
    }
    expect(page.match(/class="line [sb]\d/g)?.length).toBeGreaterThanOrEqual(4 + 4 + 2);
    expect(page.match(/class="line b\d baseline"/g)).toHaveLength(4);
    expect(page.match(/class="mark drift"/g)).toHaveLength(3);
    expect(page).not.toContain("Who answers");
  });

  test("says what was wrong with how a model learnt, from which row to which, and what helps", () => {
    const said = { verdict: "dead", member: 0, layer: 1, figures: "8 of 8 <units>", cure: 'take "leakyRelu"' } as const;
    const models = evaluation.models.map((model, i) =>
      i === 0 ? { ...model, verdicts: [{ ...said, firstRow: 1_000, lastRow: 1_250 }] } : model,
    );
    const page = reportPage({ ...evaluation, models }, { title: "phishing.csv" });
    expect(page).toContain('<b class="drift">dead</b> rows 1,000 to 1,250: 8 of 8 &#60;units&#62;. Cure: take &#34;');
    expect(page).toContain('<b class="good">ok</b> all along');
  });

  test("explains the lines of marks, which have no names where they are many", () => {
    const marks = Array.from({ length: 30 }, (_, i) => ({
      row: 40 * i + 1,
      kind: i % 3 === 0 ? ("drift" as const) : ("warning" as const),
      text: "ddm on error",
      model: "net <1>",
    }));
    const page = reportPage({ ...evaluation, marks }, { title: "phishing.csv" });
    expect(page).toContain('<i class="swatch"></i>10 drifts</span>: ddm on error (net &#60;1&#62;)');
    expect(page).toContain('<i class="swatch"></i>20 warnings</span>');
    expect(page.match(/class="mark drift many"/g)).toHaveLength(30);
    expect(page).not.toMatch(/<g class="mark \w+ many">[^/]*\/><text/);
  });

  test("shows names as text, whatever is in them", () => {
    const page = reportPage(evaluation, { title: "<script>alert(1)</script>.csv" });
    expect(page).not.toContain("<script>");
    expect(page).not.toContain("<b>foul");
    expect(page).not.toContain("net <1>");
    expect(page).not.toContain("hddmW & co");
  });

  test("shows the weight of each member where a model has members", () => {
    const curve = evaluation.curve.map((point, i) => ({
      ...point,
      models: point.models.map((model, k) =>
        k === 0 ? { ...model, members: [0.5, 0.5 - i * 1e-4, i * 1e-4] } : model,
      ),
    }));
    const models = evaluation.models.map((model) => ({ ...model, members: ["relu 32 .97", "linear .99"] }));
    const page = reportPage({ ...evaluation, models, curve }, { title: "phishing.csv" });
    expect(page).toContain("<h2>Who answers</h2>");
    expect(page.match(/<path class="area m\d"/g)).toHaveLength(3);
    expect(page).toMatch(/>relu 32 \.97 <tspan class="value">50 %/);
  });

  test("of a regression has values instead of shares", async () => {
    const { inputs, targets } = chickWeights();
    const spec: ModelSpec = { inputs: 3, layers: [{ type: "standardize" }, { type: "dense", units: 1 }], loss: "mae" };
    const rows = inputs.map((x, i) => ({ x, y: targets[i] as number }));
    const models = [{ name: "line", model: spec }];
    const page = reportPage(await evaluate(rows, { models, window: 100 }), { title: "chicks" });
    expect(page).toContain("<h2>MAE along the stream</h2>");
    expect(reportPage(await evaluate(rows, { models }), { title: "chicks" })).not.toContain("along the stream");
    expect(page).not.toContain("What was taken for what");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("of nothing is a page all the same", async () => {
    const empty = await evaluate([], { models: [{ name: "net", model: NET }] });
    expect(reportPage(empty, { title: "empty.csv" })).toContain("No row has been scored.");
  });
});

test("members are called by what tells them apart", () => {
  const scaler = { type: "standardize", decay: 0.97, clip: 10, epsilon: 1e-12 };
  const dense = (units: number, activation: string) => ({ type: "dense", units, activation });
  const members = [
    { layers: [scaler, dense(2, "softmax")], replaySteps: 0 },
    {
      layers: [{ ...scaler, decay: "all" }, dense(32, "relu"), dense(16, "relu"), dense(2, "softmax")],
      replaySteps: 8,
    },
    { layers: [dense(4, "tanh"), dense(2, "softmax")] },
  ];
  expect(memberNames({ members } as unknown as FullSpec)).toEqual(["linear .97", "relu 32-16 all replay", "tanh 4"]);
  expect(memberNames({ layers: [] } as unknown as FullSpec)).toEqual([]);
});

test("labels keep their order and their distance and stay within the picture", () => {
  expect(spread([50, 52, 10], 17, 10, 200)).toEqual([50, 67, 10]);
  const placed = spread([198, 199, 200], 17, 10, 200);
  expect(placed).toEqual([166, 183, 200]);
});

test.each([
  [0, "0.000"],
  [-0.0001, "0.000"],
  [-1.895, "−1.895"],
  [22.0419, "22.04"],
  [-123.456, "−123.5"],
  [12_345.6, "12,346"],
])("%d is written %s", (value, text) => {
  expect(plain(value)).toBe(text);
});
