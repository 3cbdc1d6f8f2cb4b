import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Model, type ModelSpec, type NetworkSpec, type Progress, type Row, type Sample } from "../src/index.ts";
import { evaluate } from "../src/model/validation.ts";
import { COMMITTEES } from "./support/committees.ts";
import { complaintOf } from "./support/errors.ts";
import { Seeded } from "./support/seeded.ts";

const SPEC: NetworkSpec = {
  inputs: 2,
  layers: [
    { type: "dense", units: 8, activation: "tanh" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "adam", learningRate: 0.02 },
  batchSize: 4,
};
const random = new Seeded(3);
// Inside or outside a circle.
const ROWS: Row[] = Array.from({ length: 202 }, () => {
  const x = random.list(2);
  return { x, y: Math.hypot(...x) < 0.75 ? 1 : 0 };
});

let model: Model;
beforeEach(async () => {
  model = await Model.create(SPEC);
});
afterEach(() => model.dispose());

async function all(progress: AsyncIterable<Progress>): Promise<Progress[]> {
  const list: Progress[] = [];
  for await (const step of progress) list.push(step);
  return list;
}

describe("fit", () => {
  test("learns rows epoch by epoch and tells how it does on others, which change nothing", async () => {
    const [train, validation] = [ROWS.slice(0, 150), ROWS.slice(150)];
    const progress = await all(model.fit(train, { epochs: 30, validation }));
    expect(progress.map(({ epoch, epochs, rows }) => [epoch, epochs, rows])).toEqual(
      Array.from({ length: 30 }, (_, i) => [i + 1, 30, 150]),
    );
    const last = progress.at(-1) as Progress;
    expect(last.loss).toBeLessThan((progress[0] as Progress).loss / 2);
    expect(last.validation).toMatchObject({ rows: 52 });
    expect(last.validation?.accuracy).toBeGreaterThan(0.85);

    using other = await Model.create(SPEC);
    await all(other.fit(train, { epochs: 30 }));
    expect(other.checksum()).toBe(model.checksum());
  });

  test("is learn, row by row, with a flush at the end of each epoch", async () => {
    using twin = await Model.create(SPEC);
    const [progress] = await all(model.fit(ROWS));
    let sum = 0;
    for (const { x, y } of ROWS) sum += 4 * (twin.learn(x, y) ?? 0);
    sum += 2 * (twin.flush() ?? 0);
    expect(model.checksum()).toBe(twin.checksum());
    expect(progress?.loss).toBeCloseTo(sum / 202, 6);
  });

  test("applies what waits in the batch first: the loss of an epoch is that of its rows", async () => {
    const waiting = ROWS.slice(0, 3);
    const rows = ROWS.slice(3, 9);
    using twin = await Model.create(SPEC);
    for (const { x, y } of waiting) for (const one of [model, twin]) one.learn(x, y);
    const [progress] = await all(model.fit(rows));
    twin.flush();
    let sum = 0;
    for (const { x, y } of rows) sum += 4 * (twin.learn(x, y) ?? 0);
    sum += 2 * (twin.flush() ?? 0);
    expect(progress?.rows).toBe(6);
    expect(progress?.loss).toBeCloseTo(sum / 6, 6);
    expect(model.checksum()).toBe(twin.checksum());
  });

  test("takes streams, names, weights, and a function that opens a stream anew", async () => {
    using twin = await Model.create(SPEC);
    const rows = ROWS.slice(0, 20).map((row) => ({ ...row, weight: 2 }));
    async function* stream(): AsyncGenerator<Row> {
      yield* rows;
    }
    await all(model.fit(stream, { epochs: 2 }));
    await all(twin.fit(rows, { epochs: 2 }));
    expect(model.checksum()).toBe(twin.checksum());
    expect(await complaintOf(() => all(model.fit(stream(), { epochs: 2 })))).toContain(
      "E_SHAPE epoch 2: there are no rows; expected at least one row, got 0. A stream can be read once",
    );
  });

  test("names the row it cannot learn, and keeps what was learnt before it", async () => {
    const rows: Row[] = [...ROWS.slice(0, 8), { x: [1, Number.NaN], y: 0 }];
    const complaint = await complaintOf(() => all(model.fit(rows)));
    expect(complaint).toContain("E_VALUE cannot learn row 8 of epoch 1: input 1: not a legal input");
    expect(model.stats().counters.learnt).toBe(8);
  });

  test("stops at the signal between two rows", async () => {
    const stop = new AbortController();
    function* rows(): Generator<Row> {
      for (const [i, row] of ROWS.entries()) {
        if (i === 10) stop.abort(new Error("enough"));
        yield row;
      }
    }
    await expect(all(model.fit(rows(), { signal: stop.signal }))).rejects.toThrow("enough");
    expect(model.stats().counters.learnt).toBe(10);
    await expect(all(model.fit(ROWS, { signal: stop.signal }))).rejects.toThrow("enough");
  });

  test("lets other work of the process go first now and then", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    function* rows(): Generator<Row> {
      const end = performance.now() + 100;
      while (performance.now() < end) yield* ROWS;
    }
    await all(model.fit(rows()));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  const refused: [name: string, rows: unknown, options: unknown, complaint: string][] = [
    ["null for rows", null, {}, "E_SHAPE rows: nothing that gives rows; expected a list or a stream of { x, y }"],
    ["nothing for rows", undefined, {}, "E_SHAPE rows: nothing that gives rows"],
    ["a number for rows", 5, {}, "E_SHAPE rows: nothing that gives rows"],
    ["an object for rows", {}, {}, "E_SHAPE rows: nothing that gives rows"],
    ["text for rows", "ab", {}, "E_SHAPE rows: nothing that gives rows; expected a list or a stream of { x, y }, or a"],
    ["no rows", [], {}, "E_SHAPE rows: there are no rows"],
    ["a function that gives nothing", () => undefined, {}, "E_SHAPE rows: nothing that gives rows"],
    ["null for a row", [null], {}, "E_SHAPE cannot learn row 0 of epoch 1: not a row; expected { x, y }, got null"],
    ["a number for a row", [5], {}, "E_SHAPE cannot learn row 0 of epoch 1: not a row; expected { x, y }, got 5"],
    ["a row without label", [{ x: [1, 2] }], {}, "E_SHAPE cannot learn row 0 of epoch 1: target: "],
    [
      "null for options",
      ROWS,
      null,
      "E_VALUE options: no options; expected an object with epochs, validation or signal",
    ],
    ["a number for options", ROWS, 5, "E_VALUE options: no options"],
    [
      "text for epochs",
      ROWS,
      { epochs: "2" },
      'E_VALUE epochs: not a number of epochs; expected a whole number from 1, got "2"',
    ],
    ["a number for a signal", ROWS, { signal: 5 }, "E_VALUE signal: not a signal"],
    ["null for a signal", ROWS, { signal: null }, "E_VALUE signal: not a signal"],
    ["a number for validation", ROWS, { validation: 5 }, "E_SHAPE validation: nothing that gives rows"],
    ["null for validation", ROWS, { validation: null }, "E_SHAPE validation: nothing that gives rows"],
    ["an empty validation", ROWS, { validation: [] }, "E_SHAPE validation: there are no rows"],
  ];
  test.each(refused)("refuses %s and learns nothing", async (_name, rows, options, complaint) => {
    expect(await complaintOf(() => all(model.fit(rows as Row[], options as object)))).toContain(complaint);
    expect(model.stats().counters.learnt).toBe(0);
  });

  test("refuses epochs that are none", async () => {
    for (const epochs of [0, -1, 1.5, Number.NaN]) {
      expect(await complaintOf(() => all(model.fit(ROWS, { epochs })))).toContain(
        "E_VALUE epochs: not a number of epochs",
      );
    }
  });
});

describe("validation refuses", () => {
  const regression: NetworkSpec = { inputs: 2, layers: [{ type: "dense", units: 2 }], loss: "mse" };
  const sigmoid: NetworkSpec = {
    inputs: 2,
    layers: [{ type: "dense", units: 2, activation: "sigmoid" }],
    loss: "binaryCrossEntropy",
  };
  const scaled: NetworkSpec = { ...regression, standardizeTargets: { decay: "all" } };
  const good: Row = { x: [1, 2], y: [0.5, 0.5] };
  const cases: [name: string, spec: NetworkSpec, row: unknown, complaint: string][] = [
    [
      "a label that is NaN",
      regression,
      { x: [1, 2], y: [1, Number.NaN] },
      "E_VALUE # target 1: not a legal target; expected a finite number of magnitude below 1e18, got NaN",
    ],
    ["an infinite label", scaled, { x: [1, 2], y: [Infinity, 0] }, "E_VALUE # target 0: not a legal target"],
    ["a label of 1e18", regression, { x: [1, 2], y: [1e18, 0] }, "E_VALUE # target 0: not a legal target"],
    [
      "a probability above 1",
      sigmoid,
      { x: [1, 2], y: [0, 1.5] },
      "E_VALUE # target 1: not a legal target; expected a probability from 0 to 1, got 1.5",
    ],
    [
      "probabilities of sum 2",
      SPEC,
      { x: [1, 2], y: [1, 1] },
      "E_VALUE # target: not the probabilities of the classes; expected a sum of 1, got 2",
    ],
    ["a probability that is NaN", SPEC, { x: [1, 2], y: [Number.NaN, 1] }, "E_VALUE # target 0: not a legal target"],
    ["a class there is not", SPEC, { x: [1, 2], y: 2 }, "E_CLASS # target: there is no such class"],
    ["a label of another length", regression, { x: [1, 2], y: [1] }, "E_SHAPE # target: "],
    ["an input that is NaN", regression, { x: [1, Number.NaN], y: [1, 2] }, "E_VALUE # input 1: not a legal input"],
    ["a row that is none", regression, null, "E_SHAPE # not a row"],
  ];
  test.each(cases)("%s, by its row", async (_name, spec, row, complaint) => {
    using probe = await Model.create(spec);
    const validation = [good, good, row as Row];
    const free = probe.core.freeBytes;
    expect(await complaintOf(() => all(probe.fit([good], { validation })))).toContain(
      complaint.replace("#", "cannot evaluate row 2 of the validation of epoch 1:"),
    );
    expect(probe.core.freeBytes).toBe(free);
  });

  test("a stream without rows, and one that has been read", async () => {
    function* rows(): Generator<Row> {
      yield* ROWS.slice(0, 4);
    }
    function* none(): Generator<Row> {}
    expect(await complaintOf(() => all(model.fit(ROWS, { validation: none() })))).toContain(
      "E_SHAPE validation: there are no rows",
    );
    expect(await complaintOf(() => all(model.fit(ROWS, { epochs: 2, validation: rows() })))).toContain(
      "A stream can be read once: give a function that opens it anew",
    );
  });
});

describe("the loss on a validation row is what learning it tells", () => {
  const layers = [
    { type: "dense", units: 5, activation: "tanh" },
    { type: "dense", units: 2 },
  ] as const;
  const targets = { standardizeTargets: { decay: "all", clip: 1 } } as const;
  const cases: [name: string, spec: ModelSpec][] = [
    ["mse", { inputs: 3, layers, loss: "mse", ...targets }],
    ["mae", { inputs: 3, layers, loss: "mae", ...targets }],
    ["huber", { inputs: 3, layers, loss: { type: "huber", delta: 0.5 }, ...targets }],
    ["a large epsilon", { inputs: 3, layers, loss: "mse", standardizeTargets: { decay: 0.9, epsilon: 4 } }],
    ["a committee", COMMITTEES["committee of 3, numbers, ring, target scaler"] as ModelSpec],
  ];
  test.each(cases)("of standardised targets, clipped or far off: %s", async (_name, spec) => {
    using probe = await Model.create(spec);
    const sample = (): Row => ({ x: random.list(3), y: random.list(2, -30, 90) });
    for (let i = 0; i < 60; i++) probe.learn(sample().x, sample().y);
    holdScalers(probe);
    const before = probe.checksum();
    for (let i = 0; i < 20; i++) {
      const row: Row = i % 4 === 0 ? { ...sample(), y: [1e6, -1e6] } : sample();
      const { loss } = await evaluate(probe, [row], 1);
      using twin = probe.clone();
      expect(loss / (twin.learn(row.x, row.y) ?? 0)).toBeCloseTo(1, 4);
    }
    expect(probe.checksum()).toBe(before);
  });

  test("of targets that never differed", async () => {
    using probe = await Model.create({ inputs: 3, layers, loss: "mse", ...targets });
    const row: Row = { x: [1, 2, 3], y: [1e6, 3] };
    for (let i = 0; i < 5; i++) probe.learn(row.x, row.y);
    const { loss } = await evaluate(probe, [row], 1);
    expect(loss).toBeGreaterThan(0);
    using twin = probe.clone();
    expect(loss).toBeCloseTo(twin.learn(row.x, row.y) as number, 6);
    expect((await evaluate(probe, [{ x: row.x, y: [5, 6] }], 1)).loss).toBe(loss);
  });

  test("of an anomaly model, whose rows have no labels", async () => {
    using probe = await Model.create({ inputs: 3, task: "anomaly", preset: "light" });
    const rows = Array.from({ length: 40 }, (): Sample => ({ x: random.list(3) }));
    const [progress] = await all(probe.fit(rows, { validation: rows.slice(0, 5) }));
    const scores = rows.slice(0, 5).map(({ x }) => probe.score(x).score);
    expect(progress).toMatchObject({ rows: 40, validation: { rows: 5 } });
    expect(progress?.validation?.loss).toBeCloseTo(scores.reduce((sum, score) => sum + score, 0) / 5, 6);
    expect(progress?.validation).not.toHaveProperty("accuracy");
  });

  /** As after so many samples that one more moves nothing. */
  function holdScalers(probe: Model): void {
    const sums = probe.parameters().filter(({ name }) => name === "weightSum");
    probe.setParameters(sums.map((sum) => ({ ...sum, data: sum.data.fill(1e17) })));
  }
});

describe("the loss on validation rows is the loss that learning at rate 0 tells", () => {
  const dense = (units: number, activation: string) => ({ type: "dense", units, activation }) as const;
  const cases: NetworkSpec[] = [
    { inputs: 2, layers: [dense(3, "tanh"), dense(2, "linear")], loss: "mse" },
    { inputs: 2, layers: [dense(3, "tanh"), dense(2, "linear")], loss: "mae" },
    { inputs: 2, layers: [dense(2, "linear")], loss: { type: "huber", delta: 0.5 } },
    { inputs: 2, layers: [dense(3, "softmax")], loss: "crossEntropy" },
    { inputs: 2, layers: [dense(2, "sigmoid")], loss: "binaryCrossEntropy" },
    { inputs: 2, layers: [dense(1, "sigmoid")], loss: "binaryCrossEntropy" },
  ];
  test.each(cases)("$loss of $layers", async (spec) => {
    using probe = await Model.create({ ...spec, optimizer: { type: "sgd", learningRate: 0 } });
    const outputs = probe.spec.outputs;
    const rows: Row[] = Array.from({ length: 20 }, (_, i) => {
      const y =
        spec.loss === "crossEntropy"
          ? i % outputs
          : spec.loss === "binaryCrossEntropy"
            ? random.list(outputs, 0, 1)
            : random.list(outputs);
      return { x: random.list(2), y };
    });
    const [progress] = await all(probe.fit(rows, { validation: rows }));
    expect(progress?.validation?.loss).toBeCloseTo(progress?.loss as number, 6);
  });
});
