import { describe, expect, test } from "vitest";
import { PendingLabels } from "../src/labels.ts";
import { Model } from "../src/model.ts";
import type { ModelSpec } from "../src/spec.ts";
import { Seeded } from "./support/seeded.ts";

const SPEC: ModelSpec = {
  inputs: ["a", "b"],
  classes: ["no", "yes"],
  layers: [
    { type: "standardize", decay: 0.9 },
    { type: "dense", units: 4, activation: "tanh" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
};

test("a sample is learnt with the inputs of its own time, whatever became of the caller's array", async () => {
  const [late, prompt] = [await Model.create(SPEC), await Model.create(SPEC)];
  const pending = new PendingLabels(late);
  const x = [1, 2];
  const { output, ticket } = pending.predict(x);
  expect(output).toEqual(prompt.predict([1, 2]));
  x.fill(99);
  expect(pending.learn(ticket, "yes")).toEqual({ status: "learnt", loss: prompt.learn([1, 2], "yes"), output });
  expect(late.checksum()).toBe(prompt.checksum());
});

test("labels in any order teach what the same calls in that order teach", async () => {
  const [late, prompt] = [await Model.create(SPEC), await Model.create(SPEC)];
  const pending = new PendingLabels(late, { capacity: 50 });
  const seeded = new Seeded(3);
  const waiting: { ticket: number; x: number[] }[] = [];
  for (let row = 0; row < 500; row++) {
    const x = [seeded.uniform(-1, 1), seeded.uniform(-1, 1)];
    waiting.push({ ticket: pending.predict({ a: x[0], b: x[1] }).ticket, x });
    if (waiting.length < 50 && seeded.uniform() < 0.5) continue;
    const [one] = waiting.splice(Math.floor(seeded.uniform() * waiting.length), 1);
    const y = (one?.x[0] ?? 0) > 0 ? 1 : 0;
    expect(pending.learn(one?.ticket ?? -1, y).status).toBe("learnt");
    prompt.learn(one?.x ?? [], y);
  }
  expect(late.checksum()).toBe(prompt.checksum());
  expect(pending.counts()).toMatchObject({ waiting: waiting.length, predicted: 500, dropped: 0, expired: 0 });
});

test("a missing value waits as a missing value", async () => {
  const spec: ModelSpec = { ...SPEC, missing: "mean" };
  const [late, prompt] = [await Model.create(spec), await Model.create(spec)];
  const pending = new PendingLabels(late);
  const { ticket } = pending.predict([null, 2]);
  pending.learn(ticket, 1);
  prompt.learn([null, 2], 1);
  expect(late.checksum()).toBe(prompt.checksum());
});

describe("a ticket that does not wait changes nothing, is named for what it is, and counted:", () => {
  test("a second label is a duplicate, a ticket never given unknown", async () => {
    const pending = new PendingLabels(await Model.create(SPEC));
    const { ticket } = pending.predict([1, 2]);
    pending.learn(ticket, 1);
    const before = pending.model.checksum();
    expect(pending.learn(ticket, 1)).toEqual({ status: "duplicate" });
    for (const unknown of [ticket + 1, -1, 0.5, Number.NaN]) {
      expect(pending.learn(unknown, 1)).toEqual({ status: "unknown" });
    }
    expect(pending.model.checksum()).toBe(before);
    expect(pending.counts()).toMatchObject({ learnt: 1, duplicateLabels: 1, unknownLabels: 4, lateLabels: 0 });
  });

  test("the fate of a ticket is forgotten after as many others as were asked for", async () => {
    const pending = new PendingLabels(await Model.create(SPEC), { remembered: 2 });
    const tickets = [0, 1, 2].map((x) => pending.predict([x, x]).ticket);
    for (const ticket of tickets) pending.learn(ticket, 0);
    expect(tickets.map((ticket) => pending.learn(ticket, 0).status)).toEqual(["unknown", "duplicate", "duplicate"]);
  });

  test("a ticket taken back is withdrawn", async () => {
    const pending = new PendingLabels(await Model.create(SPEC));
    const { ticket } = pending.predict([1, 2]);
    expect(pending.withdraw(ticket)).toBe(true);
    expect(pending.withdraw(ticket)).toBe(false);
    expect(pending.learn(ticket, 1)).toEqual({ status: "withdrawn" });
    expect(pending.counts()).toMatchObject({ waiting: 0, withdrawn: 1, lateLabels: 1 });
  });
});

describe("when all places are taken", () => {
  const fill = async (overflow: "oldest" | "newest" | "refuse") => {
    const pending = new PendingLabels(await Model.create(SPEC), { capacity: 3, overflow });
    for (let i = 0; i < 3; i++) pending.predict([i, i]);
    return pending;
  };

  test("the oldest is dropped", async () => {
    const pending = await fill("oldest");
    pending.learn(1, 0);
    pending.predict([3, 3]);
    expect(pending.counts().dropped).toBe(0);
    pending.predict([4, 4]);
    expect([0, 1, 2, 3, 4].map((ticket) => pending.learn(ticket, 1).status)).toEqual([
      "dropped",
      "duplicate",
      "learnt",
      "learnt",
      "learnt",
    ]);
    expect(pending.counts()).toMatchObject({ waiting: 0, dropped: 1, lateLabels: 1 });
  });

  test("the newest is predicted and dropped", async () => {
    const pending = await fill("newest");
    const { output, ticket } = pending.predict([3, 3]);
    expect(output).toHaveLength(2);
    expect(pending.learn(ticket, 1)).toEqual({ status: "dropped" });
    expect(pending.learn(0, 1).status).toBe("learnt");
    expect(pending.counts()).toMatchObject({ waiting: 2, predicted: 4, dropped: 1 });
  });

  test("the newest is refused, and nothing has happened", async () => {
    const pending = await fill("refuse");
    expect(() => pending.predict([3, 3])).toThrow(expect.objectContaining({ code: "E_FULL", expected: "at most 3" }));
    expect(pending.counts()).toMatchObject({ waiting: 3, predicted: 3, dropped: 0 });
    pending.learn(2, 0);
    expect(pending.predict([3, 3]).ticket).toBe(3);
  });
});

describe("a sample is given up", () => {
  test("after as many later predictions as were allowed, and one more", async () => {
    const pending = new PendingLabels(await Model.create(SPEC), { expiry: { predictions: 2 } });
    for (let i = 0; i < 3; i++) pending.predict([i, i]);
    expect(pending.waiting).toBe(3);
    pending.predict([3, 3]);
    expect(pending.learn(0, 1)).toEqual({ status: "expired" });
    expect(pending.learn(1, 1).status).toBe("learnt");
    expect(pending.counts()).toMatchObject({ waiting: 2, expired: 1, lateLabels: 1 });
  });

  test("after a time, by the caller's clock alone, which does not go back", async () => {
    const pending = new PendingLabels(await Model.create(SPEC), { expiry: { time: 10 } });
    pending.predict([0, 0], { time: 100 });
    pending.predict([1, 1], { time: 105 });
    pending.predict([2, 2], { time: 50 });
    expect(pending.expire(110)).toBe(0);
    expect(pending.learn(0, 1, { time: 111 })).toEqual({ status: "expired" });
    expect(pending.expire(116)).toBe(2);
    expect(pending.counts()).toMatchObject({ waiting: 0, expired: 3 });
    expect(() => pending.predict([0, 0])).toThrow(expect.objectContaining({ code: "E_VALUE", where: "time" }));
  });

  test("to make room where the newest would be refused", async () => {
    const options = { capacity: 2, overflow: "refuse", expiry: { predictions: 1 } } as const;
    const pending = new PendingLabels(await Model.create(SPEC), options);
    for (let i = 0; i < 5; i++) pending.predict([i, i]);
    expect(pending.counts()).toMatchObject({ waiting: 2, expired: 3 });
  });
});

test("a label the model refuses leaves the sample waiting; inputs it refuses leave nothing", async () => {
  const pending = new PendingLabels(await Model.create(SPEC));
  const { ticket } = pending.predict([1, 2]);
  expect(() => pending.learn(ticket, "maybe")).toThrow(expect.objectContaining({ code: "E_CLASS" }));
  expect(() => pending.predict([1, Number.NaN])).toThrow(expect.objectContaining({ code: "E_VALUE" }));
  expect(pending.counts()).toMatchObject({ waiting: 1, predicted: 1, refusedLabels: 1 });
  expect(pending.learn(ticket, "yes").status).toBe("learnt");
});

test("a weight goes to the step", async () => {
  const [late, prompt] = [await Model.create(SPEC), await Model.create(SPEC)];
  const pending = new PendingLabels(late);
  pending.learn(pending.predict([1, 2]).ticket, 1, { weight: 3 });
  prompt.learn([1, 2], 1, { weight: 3 });
  expect(late.checksum()).toBe(prompt.checksum());
});

test.each([
  ["capacity", { capacity: 0 }],
  ["capacity", { capacity: 1.5 }],
  ["overflow", { overflow: "latest" as never }],
  ["remembered", { remembered: -1 }],
  ["expiry.predictions", { expiry: { predictions: -1 } }],
  ["expiry.time", { expiry: { time: Number.NaN } }],
])("an impossible %s is refused by its name", async (where, options) => {
  const model = await Model.create(SPEC);
  expect(() => new PendingLabels(model, options)).toThrow(expect.objectContaining({ code: "E_VALUE", where }));
});

test("the bytes are fixed from the start, whatever labels never come", async () => {
  const pending = new PendingLabels(await Model.create(SPEC), { capacity: 8 });
  const before = pending.bytes;
  for (let i = 0; i < 10_000; i++) pending.predict([i, -i]);
  expect(pending.bytes).toBe(before);
  expect(pending.counts()).toMatchObject({ waiting: 8, dropped: 9_992 });
});
