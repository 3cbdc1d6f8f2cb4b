import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Model, type NetworkSpec, type Progress, type Row } from "../src/index.ts";
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

  test("refuses epochs that are none", async () => {
    for (const epochs of [0, -1, 1.5, Number.NaN]) {
      expect(await complaintOf(() => all(model.fit(ROWS, { epochs })))).toContain(
        "E_VALUE epochs: not a number of epochs",
      );
    }
  });
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
