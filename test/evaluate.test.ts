import { describe, expect, test } from "vitest";
import { type EvaluateOptions, evaluate, type StreamEvaluation } from "../src/evaluate.ts";
import type { Row } from "../src/model/fit.ts";
import { Model } from "../src/model.ts";
import type { ModelSpec } from "../src/spec.ts";
import { named, readTrace, specOf, standardize } from "./support/golden.ts";
import { Seeded } from "./support/seeded.ts";
import { chickWeights, imageSegments, phishing, type Stream } from "./support/streams.ts";

const NET: ModelSpec = {
  inputs: 9,
  layers: [
    { type: "standardize" },
    { type: "dense", units: 8, activation: "relu" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate: 0.05 },
};

function rowsOf({ inputs, targets }: Stream): Row[] {
  return inputs.map((x, i) => ({ x, y: targets[i] as number }));
}

function figures({ standings }: StreamEvaluation, name: string) {
  return standings.find((standing) => standing.name === name)?.figures.cumulative;
}

describe("agrees with the recorded running accuracy of PyTorch's runs:", () => {
  test.each([
    ["phishing_mlp16_sgd", phishing],
    ["phishing_mlp16_adam", phishing],
    ["imagesegments_mlp32_16_sgd", imageSegments],
  ])("%s", async (file, stream) => {
    const trace = readTrace(file);
    const { inputs, targets } = stream();
    const model = await Model.create(specOf(trace));
    model.setParameters(named(trace.initial));
    const rows = rowsOf({ inputs: standardize(inputs), targets });
    const evaluation = await evaluate(rows, { models: [{ name: "net", model }], points: 4_096 });
    const recorded = Object.entries(trace.accuracy_every_100);
    expect(recorded.length).toBeGreaterThan(10);
    for (const [row, accuracy] of recorded)
      expect(evaluation.curve[Number(row) - 1]?.cumulative[0]).toBeCloseTo(accuracy, 12);
    expect(figures(evaluation, "net")?.accuracy).toBe(trace.correct / rows.length);
    model.dispose();
  });
});

describe.each([0, 1, 7, 100])("with labels %d rows late", (delay) => {
  test("figures are those of a loop written by hand", async () => {
    const rows = rowsOf(phishing());
    const byHand = await Model.create(NET);
    const answers: number[] = [];
    const last: number[] = [];
    for (const [t, { x }] of rows.entries()) {
      answers.push(byHand.predictClass(x).index);
      last.push(t - delay > 0 ? (rows[t - delay - 1]?.y as number) : 0);
      const due = rows[t - delay];
      if (due) byHand.learn(due.x, due.y);
    }
    for (const { x, y } of delay === 0 ? [] : rows.slice(-delay)) byHand.learn(x, y);

    const evaluation = await evaluate(rows, { models: [{ name: "net", model: NET }], delay });
    const hits = (list: number[]) => list.filter((answer, i) => answer === rows[i]?.y).length / rows.length;
    expect(evaluation).toMatchObject({ task: "classification", rows: 1_250, delay, skipped: 0 });
    expect(figures(evaluation, "net")?.accuracy).toBe(hits(answers));
    expect(figures(evaluation, "last label")?.accuracy).toBe(hits(last));
    expect(figures(evaluation, "net")?.kappaTemporal).toBeCloseTo((hits(answers) - hits(last)) / (1 - hits(last)), 12);
    expect(figures(evaluation, "last label")?.kappaTemporal).toBe(0);
    expect(figures(evaluation, "majority class")?.kappaM).toBe(0);
    expect(evaluation.models[0]?.checksum).toBe(byHand.checksum());
  });
});

test("a regression is scored in the target's own units, late labels and all", async () => {
  const rows = rowsOf(chickWeights());
  const spec: ModelSpec = {
    inputs: 3,
    layers: [
      { type: "standardize", decay: 0.999 },
      { type: "dense", units: 8, activation: "relu" },
      { type: "dense", units: 1 },
    ],
    loss: "mse",
    optimizer: { type: "sgd", learningRate: 0.01, clipNorm: 1 },
    standardizeTargets: { decay: "all" },
  };
  const byHand = await Model.create(spec);
  const errors = rows.map(({ x, y }, t) => {
    const error = (byHand.predict(x)[0] as number) - (y as number);
    const due = rows[t - 3];
    if (due) byHand.learn(due.x, due.y);
    return error;
  });
  const evaluation = await evaluate(rows, { models: [{ name: "net", model: spec }], delay: 3 });
  const net = figures(evaluation, "net");
  expect(evaluation.task).toBe("regression");
  expect(net?.mae).toBeCloseTo(mean(errors.map(Math.abs)), 9);
  expect(net?.rmse).toBeCloseTo(Math.sqrt(mean(errors.map((error) => error * error))), 9);
  const lastErrors = rows.map(({ y }, t) => Math.abs((y as number) - ((rows[t - 4]?.y as number | undefined) ?? 0)));
  expect(figures(evaluation, "last value")?.mae).toBeCloseTo(mean(lastErrors), 9);
});

test("several models in one pass are what each is alone", async () => {
  const rows = rowsOf(phishing());
  const models = [
    { name: "a", model: NET },
    { name: "b", model: { ...NET, seed: 9 } },
  ];
  const together = await evaluate(rows, { models, delay: 5 });
  for (const one of models) {
    const alone = await evaluate(rows, { models: [one], delay: 5 });
    expect(figures(together, one.name)).toEqual(figures(alone, one.name));
    expect(together.models.find(({ name }) => name === one.name)?.checksum).toBe(alone.models[0]?.checksum);
  }
  expect(together.standings.map(({ name, kind }) => [name, kind])).toEqual([
    ["a", "model"],
    ["b", "model"],
    ["majority class", "baseline"],
    ["last label", "baseline"],
  ]);
});

test("classes go by their names: a model that has them in another order is judged by what it means", async () => {
  const rows = rowsOf(phishing()).map(({ x, y }) => ({ x, y: y === 1 ? "bad" : "good" }));
  const run = (classes: string[], options: Partial<EvaluateOptions> = {}) =>
    evaluate(rows, { models: [{ name: "net", model: { ...NET, classes } }], ...options });
  const own = await run(["bad", "good"]);
  const told = await run(["bad", "good"], { classes: ["good", "bad"] });
  expect(figures(told, "net")?.accuracy).toBe(figures(own, "net")?.accuracy);
  expect(told.models[0]?.checksum).toBe(own.models[0]?.checksum);
  expect(own.positive).toBe("good");
  expect(told.positive).toBe("bad");
  const chosen = await run(["bad", "good"], { positive: "bad" });
  expect(figures(chosen, "net")?.f1).toBe(figures(told, "net")?.f1);
  const [first, second] = [own.standings[0]?.confusion, told.standings[0]?.confusion];
  expect(second).toEqual(first?.map((_, t) => first.map((__, a) => first[1 - t]?.[1 - a])));
});

test("a model that names its inputs takes the columns it names, in its own order", async () => {
  const rows = rowsOf(phishing());
  const names = Array.from({ length: 9 }, (_, i) => `c${i}`);
  const spec = { ...NET, inputs: ["c3", "c0"] };
  const evaluation = await evaluate(rows, { models: [{ name: "two", model: spec }], inputs: names });
  const picked = rows.map(({ x, y }) => ({ x: [(x as number[])[3] as number, (x as number[])[0] as number], y }));
  const alone = await evaluate(picked, { models: [{ name: "two", model: { ...NET, inputs: 2 } }] });
  expect(evaluation.models[0]?.checksum).toBe(alone.models[0]?.checksum);
  const wrong = evaluate(rows, { models: [{ name: "two", model: { ...NET, inputs: ["c3", "c00"] } }], inputs: names });
  await expect(wrong).rejects.toMatchObject({
    code: "E_SHAPE",
    message: expect.stringMatching(/"c00".*Did you mean "c0"/),
  });
});

describe("a row that is refused", () => {
  const rows = rowsOf(phishing()).slice(0, 200);
  const broken = rows.map((row, i) => (i === 50 ? { ...row, x: [...(row.x as number[]).slice(1), Number.NaN] } : row));
  broken[60] = { ...(broken[60] as Row), y: 7 };
  const clean = rows.filter((_, i) => i !== 50 && i !== 60);

  test("ends the evaluation with its number, counted from 1", async () => {
    const wrong = evaluate(broken, { models: [{ name: "net", model: NET }], delay: 3 });
    await expect(wrong).rejects.toMatchObject({ code: "E_VALUE", message: expect.stringMatching(/^row 51: input 8/) });
  });

  test("or is left out for all models and counted", async () => {
    const models = [
      { name: "strict", model: NET },
      { name: "lenient", model: { ...NET, missing: "mean" as const } },
    ];
    const evaluation = await evaluate(broken, { models, delay: 3, refused: "skip" });
    expect(evaluation).toMatchObject({ rows: 198, skipped: 2 });
    const without = await evaluate(clean, { models, delay: 3 });
    expect(evaluation.models.map(({ checksum }) => checksum)).toEqual(without.models.map(({ checksum }) => checksum));
    expect(figures(evaluation, "lenient")).toEqual(figures(without, "lenient"));
  });
});

test("marks known beforehand and events of a detector are kept with their rows, up to a limit", async () => {
  const rows = rowsOf(phishing());
  const seen = { count: 0 };
  const evaluation = await evaluate(rows, {
    models: [{ name: "net", model: NET }],
    marks: [{ row: 700, kind: "note", text: "new sensor" }],
    events: (model) => {
      seen.count++;
      return model.steps === 300 ? [{ kind: "drift", text: "hddmW" }] : [];
    },
  });
  expect(seen.count).toBe(rows.length);
  expect(evaluation.marks).toEqual([
    { row: 300, kind: "drift", text: "hddmW", model: "net" },
    { row: 700, kind: "note", text: "new sensor" },
  ]);
  const flood = await evaluate(rows, {
    models: [{ name: "net", model: NET }],
    events: () => [{ kind: "warning", text: "ddm" }],
  });
  expect([flood.marks.length, flood.marksLeftOut]).toEqual([1_000, 250]);
});

test("what a model's own detectors see is marked: every drift, and the first of a run of warnings", async () => {
  const { inputs } = phishing();
  // From row 600 on the labels mean the opposite.
  const rows = inputs.map((x, i) => ({ x, y: Number((x[0] as number) > 0.4 !== i >= 600) }));
  const drift = [{ type: "ddm", on: "error", reaction: "report" }] as const;
  const byHand = await Model.create({ ...NET, drift });
  const expected: object[] = [];
  let before = "none";
  for (const [i, { x, y }] of rows.entries()) {
    byHand.learn(x, y);
    const status = byHand.drift()[0]?.status ?? "none";
    if (status === "drift" || (status === "warning" && before === "none"))
      expected.push({ row: i + 1, kind: status, text: "ddm on error", model: "watched" });
    before = status;
  }
  const models = [
    { name: "watched", model: { ...NET, drift } },
    { name: "plain", model: NET },
  ];
  const evaluation = await evaluate(rows, { models });
  expect(expected.some((mark) => "kind" in mark && mark.kind === "drift")).toBe(true);
  expect(evaluation.marks).toEqual(expected);
  expect(evaluation.models.map(({ drifts }) => drifts.length)).toEqual([1, 0]);
  expect(evaluation.models[0]?.drifts[0]).toBe(byHand.drift()[0]?.drifts);
});

test("verdicts are kept with the rows they were said after, and nothing is where nothing was wrong", async () => {
  const rows = rowsOf(phishing());
  const layers = [...Array.from({ length: 8 }, () => ({ type: "dense", units: 8, activation: "sigmoid" }) as const)];
  const last = { type: "dense", units: 2, activation: "softmax" } as const;
  const deep: ModelSpec = { inputs: 9, layers: [...layers, last], loss: "crossEntropy" };
  const evaluation = await evaluate(rows, {
    models: [
      { name: "deep", model: deep },
      { name: "net", model: NET },
    ],
  });
  const [ill, well] = evaluation.models;
  expect(well?.verdicts).toEqual([]);
  expect(ill?.verdicts.map(({ verdict }) => verdict)).toEqual(["vanishing", "underfitting"]);
  expect(ill?.verdicts[0]).toMatchObject({
    member: 0,
    layer: 0,
    lastRow: 1_250,
    cure: expect.stringContaining("fewer"),
  });
  expect(ill?.verdicts[0]?.firstRow).toBeGreaterThanOrEqual(1_000);
});

test("the weights of a committee's members are kept along the stream, and sum to 1", async () => {
  const rows = rowsOf(phishing());
  const evaluation = await evaluate(rows, {
    models: [{ name: "standard", model: { inputs: 9, task: "classification", outputs: 2 } }],
    points: 50,
  });
  expect(evaluation.models[0]?.members).toHaveLength(7);
  for (const { models } of evaluation.curve) {
    expect(models[0]?.members).toHaveLength(7);
    expect(models[0]?.members.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  }
  expect(evaluation.curve.at(-1)?.models[0]?.layers[0]?.name).toMatch(/^member 0 · 1 dense 2$/);
});

test("an aborted evaluation gives what there was by then, and closes its source", async () => {
  const stop = new AbortController();
  let closed = false;
  async function* endless(): AsyncGenerator<Row> {
    const seeded = new Seeded(2);
    try {
      for (let row = 0; ; row++) {
        if (row === 500) stop.abort();
        yield { x: seeded.list(9), y: row % 2 };
      }
    } finally {
      closed = true;
    }
  }
  const evaluation = await evaluate(endless(), {
    models: [{ name: "net", model: NET }],
    delay: 10,
    signal: stop.signal,
  });
  expect(evaluation.rows).toBe(500);
  expect(closed).toBe(true);
});

test("models that answer different questions are refused", async () => {
  const rows = rowsOf(phishing());
  const value: ModelSpec = { inputs: 9, layers: [{ type: "dense", units: 1 }], loss: "mse" };
  const mixed = evaluate(rows, {
    models: [
      { name: "a", model: NET },
      { name: "b", model: value },
    ],
  });
  await expect(mixed).rejects.toMatchObject({ code: "E_SHAPE" });
  const wide = evaluate(rows, { models: [{ name: "a", model: { ...value, layers: [{ type: "dense", units: 2 }] } }] });
  await expect(wide).rejects.toMatchObject({ code: "E_SHAPE", expected: "one output" });
  const anomaly = evaluate(rows, { models: [{ name: "a", model: { inputs: 9, task: "anomaly" } }] });
  await expect(anomaly).rejects.toMatchObject({ code: "E_SPEC", expected: "a classification or a regression" });
  const named = evaluate(rows, {
    models: [
      { name: "a", model: { ...NET, classes: ["x", "y"] } },
      { name: "b", model: { ...NET, classes: ["x", "z"] } },
    ],
  });
  await expect(named).rejects.toMatchObject({ code: "E_CLASS" });
});

test.each([
  ["models", { models: [] }],
  [
    "models",
    {
      models: [
        { name: "a", model: NET },
        { name: "a", model: NET },
      ],
    },
  ],
  ["delay", { delay: -1 }],
  ["window", { window: 0 }],
  ["fading", { fading: 1 }],
  ["points", { points: 1.5 }],
])("impossible %s are refused by name", async (where, options) => {
  const wrong = evaluate([], { models: [{ name: "net", model: NET }], ...options });
  await expect(wrong).rejects.toMatchObject({ code: "E_VALUE", where });
});

test("an evaluation without rows has no figures", async () => {
  const evaluation = await evaluate([], { models: [{ name: "net", model: NET }] });
  expect(evaluation).toMatchObject({ rows: 0, curve: [] });
  expect(figures(evaluation, "net")?.accuracy).toBeNull();
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
