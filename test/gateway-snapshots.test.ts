import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Core } from "../src/core.ts";
import { GatewayState, type StateOptions } from "../src/gateway/state.ts";
import type { StreamPlan } from "../src/gateway/types.ts";
import { Model } from "../src/index.ts";
import { refusalOf } from "./support/errors.ts";
import { featuresOf, folder, labelOf, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";
import { Seeded } from "./support/seeded.ts";

const STREAM = streamPlan();

/** Serves so many samples of a room, each with its label. */
async function learn(state: GatewayState, room: string, orders: number, from = 0, stream = STREAM): Promise<void> {
  const seeded = new Seeded(from + 1);
  for (let order = from; order < from + orders; order++) {
    const values = [seeded.uniform(-1, 1), seeded.uniform(-1, 1)];
    await serve(state, featuresOf(stream, room, { order, values, timeMs: order }));
    await serve(state, labelOf(stream, room, { order, y: seeded.index(2) }));
  }
}

const open = (directory: string, stream: StreamPlan = STREAM, more: Partial<StateOptions> = {}) =>
  GatewayState.open(stateOptions(directory, [stream], more));

const modelFile = (directory: string, room = "hall", ending = "") =>
  join(directory, "models", "climate", `${room}.millrace${ending}`);

function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 20);
  writeFileSync(path, bytes);
}

test("a snapshot is a .millrace file that opens as any other, with the same weights", async () => {
  const directory = folder();
  const state = await open(directory);
  await learn(state, "hall", 5);
  const { checksum } = state.summary("climate", "hall") ?? {};
  await state.stop();
  state.close();
  const model = await Model.load(modelFile(directory));
  expect(model.checksum()).toBe(checksum);
  expect(model.spec.inputs).toEqual(STREAM.model.inputs);
  model.dispose();
});

test("a restart loads only the models whose records it needs, and the others with their first message", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 3);
  await learn(state, "loft", 3);
  while (await state.snapshotNext());
  const loft = state.summary("climate", "loft");
  await learn(state, "hall", 1, 3);
  state.close();
  state = await open(directory);
  expect(state.summaries().map(({ key }) => key)).toEqual(["hall"]);
  await serve(state, labelOf(STREAM, "loft", { order: 2 }));
  expect(state.summary("climate", "loft")).toEqual(loft);
  state.close();
});

test("with the newest snapshot damaged it goes on from the one before, and comes to the same", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 4);
  await state.snapshotNext();
  await learn(state, "hall", 4, 4);
  await state.snapshotNext();
  const expected = state.summary("climate", "hall");
  await state.stop();
  state.close();
  damage(modelFile(directory));
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(expected);
  expect(readdirSync(join(directory, "damaged")).length).toBeGreaterThan(0);
  await learn(state, "hall", 2, 8);
  await state.stop();
  state.close();
});

test("with both generations damaged it goes on from a kept one; with all of them, from a journal that is whole", async () => {
  const directory = folder();
  let state = await open(directory);
  for (let round = 0; round < 3; round++) {
    await learn(state, "hall", 4, 4 * round);
    await state.snapshotNext();
  }
  const expected = state.summary("climate", "hall");
  state.close();
  damage(modelFile(directory));
  damage(modelFile(directory, "hall", ".previous"));
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(expected);
  state.close();
  rmSync(join(directory, "kept"), { recursive: true });
  writeFileSync(modelFile(directory), "no model");
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(expected);
  expect(state.lost).toEqual([]);
  state.close();
});

test("a model that cannot be brought back is named lost, harms no other, and begins anew only with a reset", async () => {
  const directory = folder();
  const small = { journal: { segmentBytes: 4_096 }, keep: { ageMs: 1e12, bytes: 20_000 } };
  let state = await open(directory, STREAM, small);
  await learn(state, "loft", 5);
  await learn(state, "hall", 100);
  await state.retain(1_000);
  expect(state.journal.firstSeq).toBeGreaterThan(1);
  while (await state.snapshotNext());
  const loft = await state.load("climate", "loft");
  state.close();
  for (const ending of ["", ".previous"]) {
    if (existsSync(modelFile(directory, "hall", ending))) damage(modelFile(directory, "hall", ending));
  }
  rmSync(join(directory, "kept"), { recursive: true, force: true });
  state = await open(directory);
  const outcome = await serve(state, featuresOf(STREAM, "hall", { order: 100 }));
  expect(outcome).toMatchObject({ verdict: "lostModel", seq: undefined, events: [{ type: "lostModel", key: "hall" }] });
  expect(state.lost).toMatchObject([{ stream: "climate", key: "hall" }]);
  expect(state.counts("climate").lostModels).toBe(1);
  expect(await state.load("climate", "loft")).toEqual(loft);
  state.close();
  state = await open(directory, STREAM, { reset: ["climate"] });
  expect((await serve(state, featuresOf(STREAM, "hall", { order: 100 }))).verdict).toBe("predict");
  expect(state.lost).toEqual([]);
  state.close();
});

test("a segment goes when all models are saved twice without it; either generation then is enough", async () => {
  const directory = folder();
  const small = { journal: { segmentBytes: 4_096 }, keep: { ageMs: 1e12, bytes: 30_000 } };
  let state = await open(directory, STREAM, small);
  for (let round = 0; round < 20; round++) {
    await learn(state, ["hall", "loft", "attic"][round % 3] as string, 10, 10 * Math.floor(round / 3));
    if (round % 4 === 0) await state.snapshotNext();
    await state.retain(1_000);
  }
  expect(state.journal.firstSeq).toBeGreaterThan(100);
  while (await state.snapshotNext());
  const expected = await Promise.all(["attic", "hall", "loft"].map((room) => state.load("climate", room)));
  state.close();
  for (const room of ["attic", "hall", "loft"]) damage(modelFile(directory, room));
  state = await open(directory, STREAM, small);
  expect(await Promise.all(["attic", "hall", "loft"].map((room) => state.load("climate", room)))).toEqual(expected);
  expect(state.lost).toEqual([]);
  state.close();
});

test("another configuration is refused; with a reset it begins anew and the old models are put aside", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 3);
  await state.stop();
  state.close();
  const other = streamPlan({ fingerprint: "00000002", seed: 9 });
  const { code, message } = await refusalOf(() => open(directory, other));
  expect([code, message]).toEqual(["E_STATE", expect.stringContaining("--reset climate")]);
  state = await open(directory, other, { reset: ["climate"] });
  expect(state.models("climate")).toBe(0);
  await learn(state, "hall", 1, 0, other);
  const fresh = state.summary("climate", "hall");
  expect(fresh).toMatchObject({ steps: 1, counts: { records: 2 } });
  expect(readdirSync(join(directory, "reset"))).toHaveLength(1);
  state.close();
  // Killed at once: nothing of the time before the reset comes back.
  state = await open(directory, other);
  expect(await state.load("climate", "hall")).toEqual(fresh);
  state.close();
  rmSync(join(directory, "state.json"), { force: true });
  rmSync(join(directory, "state.json.previous"), { force: true });
  state = await open(directory, other);
  expect(await state.load("climate", "hall")).toEqual(fresh);
  state.close();
});

test("a journal that cannot be written changes nothing, and goes on when it can", async () => {
  const state = await open(folder());
  await learn(state, "hall", 2);
  const before = state.summaries();
  const message = featuresOf(STREAM, "hall", { order: 2 });
  const { appendAll } = state.journal;
  state.journal.appendAll = () => {
    throw Object.assign(new Error("no space"), { code: "E_JOURNAL" });
  };
  await expect(serve(state, message)).rejects.toThrow("no space");
  expect(state.summaries()).toEqual(before);
  state.journal.appendAll = appendAll;
  expect((await serve(state, message)).verdict).toBe("predict");
  state.close();
});

test("at QoS 0 a sample is predicted at once and learnt when its block is written", async () => {
  const stream = streamPlan({ label: { from: "message" } });
  const directory = folder();
  const state = await open(directory, stream);
  const one = await serve(state, featuresOf(stream, "hall", { order: 0, y: 1 }, { qos: 0 }));
  expect(one).toMatchObject({ verdict: "predictAndLearn", prediction: { steps: 0 }, learnt: [] });
  const two = await serve(state, featuresOf(stream, "hall", { order: 1, y: 0 }, { qos: 0 }));
  expect([two.prediction?.steps, state.gathered, state.journal.nextSeq]).toEqual([0, 2, 2]);
  expect(state.flush().learnt).toHaveLength(2);
  expect([state.gathered, state.journal.nextSeq]).toEqual([0, 4]);
  // What is gathered is written before a record at QoS 1.
  await serve(state, featuresOf(stream, "hall", { order: 2, y: 0 }, { qos: 0 }));
  const three = await serve(state, featuresOf(stream, "hall", { order: 3, y: 0 }));
  expect(three).toMatchObject({
    seq: 5,
    learnt: [{ ticket: expect.stringMatching(/2$/) }, { ticket: expect.stringMatching(/3$/) }],
  });
  state.close();
});

test("a record the core traps at is set aside, for ever; the model goes on without it", async () => {
  const core = await Core.load();
  const directory = folder();
  let state = await open(directory, STREAM, { core });
  await learn(state, "hall", 3);
  const exports = { ...core.exports, memory: core.exports.memory };
  const { learn: learns } = core.exports;
  (core as { exports: object }).exports = exports;
  exports.learn = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  await serve(state, featuresOf(STREAM, "hall", { order: 3 }));
  const poison = await serve(state, labelOf(STREAM, "hall", { order: 3 }));
  expect(poison).toMatchObject({ verdict: "setAside", learnt: [], events: [{ type: "setAside", key: "hall" }] });
  exports.learn = learns;
  // Sent again, it is a label like another.
  await learn(state, "hall", 2, 4);
  const expected = state.summary("climate", "hall");
  expect(expected?.counts).toMatchObject({ learnt: 5, setAside: 1, records: 12 });
  expect(state.setAside).toEqual([expect.objectContaining({ seq: poison.seq, key: "hall" })]);
  state.close();
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(expected);
  state.close();
});

test("a record at which the process ended three times while starting is set aside", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 3);
  state.close();
  const mark = new DataView(new ArrayBuffer(16));
  mark.setFloat64(0, 4, true);
  mark.setFloat64(8, 2, true);
  writeFileSync(join(directory, "applying"), new Uint8Array(mark.buffer));
  state = await open(directory);
  expect([state.setAside, existsSync(join(directory, "applying"))]).toEqual([[], false]);
  state.close();
  mark.setFloat64(8, 3, true);
  writeFileSync(join(directory, "applying"), new Uint8Array(mark.buffer));
  state = await open(directory);
  expect(state.startEvents).toMatchObject([{ type: "setAside", key: "hall" }]);
  expect(state.summary("climate", "hall")?.counts).toMatchObject({ records: 6, setAside: 1 });
  state.close();
});

test("a journal that lost its end without a trace gives no number out twice", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 5);
  await state.stop();
  const expected = state.summary("climate", "hall");
  state.close();
  rmSync(join(directory, "journal"), { recursive: true });
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(expected);
  expect(state.journal.nextSeq).toBeGreaterThan(expected?.appliedSeq ?? 0);
  await learn(state, "hall", 2, 5);
  const more = state.summary("climate", "hall");
  state.close();
  state = await open(directory);
  expect(await state.load("climate", "hall")).toEqual(more);
  state.close();
});

test("an older copy of a model's file, brought back, is led on by the journal", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 3);
  await state.snapshotNext();
  const old = readFileSync(modelFile(directory));
  await learn(state, "hall", 3, 3);
  while (await state.snapshotNext());
  await learn(state, "hall", 1, 6);
  const expected = state.summary("climate", "hall");
  state.close();
  writeFileSync(modelFile(directory), old);
  rmSync(modelFile(directory, "hall", ".previous"), { force: true });
  state = await open(directory);
  expect(state.summary("climate", "hall")).toEqual(expected);
  state.close();
});

test("every byte of a snapshot counts: whichever is changed, it is not taken for a whole one", async () => {
  const directory = folder();
  let state = await open(directory);
  await learn(state, "hall", 2);
  await state.stop();
  const expected = state.summary("climate", "hall");
  state.close();
  const whole = readFileSync(modelFile(directory));
  const seeded = new Seeded(8);
  for (let i = 0; i < 40; i++) {
    const bytes = Buffer.from(whole);
    const at = seeded.index(bytes.length);
    bytes[at] = (bytes[at] as number) ^ (1 + seeded.index(255));
    writeFileSync(modelFile(directory), i % 4 === 3 ? bytes.subarray(0, at) : bytes);
    state = await open(directory);
    expect(await state.load("climate", "hall")).toEqual(expected);
    state.close();
  }
});
