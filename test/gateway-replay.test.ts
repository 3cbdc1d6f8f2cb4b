import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { replayUntil } from "../src/gateway/state/replay.ts";
import { verifyState } from "../src/gateway/state/verify.ts";
import { GatewayState } from "../src/gateway/state.ts";
import type { ModelSummary } from "../src/gateway/types.ts";
import { Model } from "../src/index.ts";
import { refusalOf } from "./support/errors.ts";
import { scenes, steps } from "./support/gateway-story.ts";
import { featuresOf, folder, labelOf, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";
import { Seeded } from "./support/seeded.ts";

const STREAM = streamPlan();

/** Serves so many samples of two rooms, and tells what the models were behind each record. */
async function run(state: GatewayState, samples: number, from = 0): Promise<Map<number, ModelSummary[]>> {
  const seeded = new Seeded(from + 1);
  const moments = new Map<number, ModelSummary[]>();
  for (let i = from; i < from + samples; i++) {
    const room = i % 3 === 0 ? "loft" : "hall";
    const values = [seeded.uniform(-1, 1), seeded.uniform(-1, 1)];
    const delivery = { arrivalMs: 1_000 + 10 * i };
    await serve(state, featuresOf(STREAM, room, { order: i, values }, delivery));
    await serve(state, labelOf(STREAM, room, { order: i, y: seeded.index(2) }, delivery));
    if (i % 7 === 0) await state.snapshotNext();
    moments.set(state.journal.nextSeq - 1, sorted(state.summaries()));
  }
  return moments;
}

function sorted(summaries: readonly ModelSummary[]): ModelSummary[] {
  return [...summaries].sort((a, b) => (a.key < b.key ? -1 : 1));
}

test("a replay until any record has the weights and metrics of that moment", async () => {
  const directory = folder();
  const state = await GatewayState.open(stateOptions(directory, [STREAM], { journal: { segmentBytes: 4_096 } }));
  const moments = await run(state, 60);
  for (const [seq, models] of moments) {
    const replay = await replayUntil(directory, { until: { seq } });
    expect(replay.models.map(({ summary }) => summary)).toEqual(models);
  }
  const last = await replayUntil(directory, { until: { timeMs: 1_000 + 10 * 40 }, key: "hall" });
  expect(last.models.map(({ summary }) => summary)).toEqual(moments.get(last.seq)?.filter(({ key }) => key === "hall"));
  const [model] = last.models;
  const opened = await Model.load(model?.toBytes() ?? new Uint8Array(0));
  expect(opened.checksum()).toBe(model?.summary.checksum);
  state.close();
});

test("a replay says which models it cannot bring back, and refuses a moment outside the journal", async () => {
  const directory = folder();
  const options = stateOptions(directory, [STREAM], {
    journal: { segmentBytes: 4_096 },
    keep: { ageMs: 1e12, bytes: 12_000 },
  });
  const state = await GatewayState.open(options);
  const moments = await run(state, 60);
  await state.retain(2_000);
  const first = state.journal.firstSeq;
  expect(first).toBeGreaterThan(20);
  for (const seq of [0, 1e9]) {
    expect((await refusalOf(() => replayUntil(directory, { until: { seq } }))).code).toBe("E_VALUE");
  }
  for (const [seq, models] of moments) {
    if (seq < first) continue;
    const { models: replayed, unavailable } = await replayUntil(directory, { until: { seq } });
    const keys = replayed.map(({ summary }) => summary.key);
    expect(replayed.map(({ summary }) => summary)).toEqual(models.filter(({ key }) => keys.includes(key)));
    expect([...keys, ...unavailable.map(({ key }) => key)].sort()).toEqual(["hall", "loft"]);
  }
  const { unavailable } = await replayUntil(directory, { until: { seq: state.journal.nextSeq - 1 } });
  expect(unavailable).toEqual([]);
  state.close();
});

test("a replay of a time before a reset has the models of that time", async () => {
  const directory = folder();
  let state = await GatewayState.open(stateOptions(directory, [STREAM]));
  const before = await run(state, 20);
  await state.stop();
  state.close();
  const other = { ...STREAM, fingerprint: "00000002" };
  state = await GatewayState.open(stateOptions(directory, [other], { reset: ["climate"] }));
  const after = await run(state, 5, 100);
  state.close();
  for (const [seq, models] of [...before, ...after]) {
    const replay = await replayUntil(directory, { until: { seq } });
    expect(replay.models.map(({ summary }) => summary)).toEqual(models);
  }
});

test("whatever happens to the messages, a replay to the end has what ran", async () => {
  await fc.assert(
    fc.asyncProperty(steps(40, true), async (script) => {
      const directory = folder();
      const state = await GatewayState.open(stateOptions(directory, [STREAM]));
      for (const { step, message } of scenes(STREAM, script)) {
        if (step.do === "snapshot") await state.snapshotNext();
        if (message) await serve(state, message);
      }
      state.flush();
      const { models } = await replayUntil(directory, { until: { seq: state.journal.nextSeq - 1 } });
      expect(models.map(({ summary }) => summary)).toEqual(sorted(state.summaries()));
      state.close();
    }),
    { numRuns: 20, seed: 3 },
  );
});

test("verify feeds the journal to fresh learners, and names a snapshot that is not what they come to", async () => {
  const directory = folder();
  const state = await GatewayState.open(stateOptions(directory, [STREAM]));
  await run(state, 30);
  await state.stop();
  state.close();
  const good = await verifyState(directory);
  expect(good.models.map(({ key, result }) => [key, result])).toEqual([
    ["hall", "same"],
    ["loft", "same"],
  ]);
  expect(good).toMatchObject({ damaged: [], journal: { damagedBytes: 0, gaps: [] } });
  const kept = join(directory, "kept", "climate", "hall");
  const [name] = readdirSync(kept);
  writeFileSync(join(kept, name as string), readFileSync(join(kept, name as string)).subarray(0, 100));
  expect((await verifyState(directory)).damaged).toEqual([`kept/climate/hall/${name}`]);
});
