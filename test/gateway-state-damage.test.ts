import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GatewayState } from "../src/gateway/state.ts";
import type { ModelSummary } from "../src/gateway/types.ts";
import { featuresOf, folder, labelOf, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";
import { Seeded } from "./support/seeded.ts";

/** `npm run test:fault` takes 500. */
const TIMES = Number(process.env.MILLRACE_DAMAGE ?? 25);
const STREAM = streamPlan();
const ROOMS = ["attic", "hall", "loft"];

const open = (directory: string) =>
  GatewayState.open(stateOptions(directory, [STREAM], { journal: { segmentBytes: 4_096 } }));

async function learn(state: GatewayState, samples: number, from: number): Promise<void> {
  for (let i = from; i < from + samples; i++) {
    const room = ROOMS[i % 3] as string;
    await serve(state, featuresOf(STREAM, room, { order: i, values: [Math.sin(i), i % 7] }));
    await serve(state, labelOf(STREAM, room, { order: i, y: i % 2 }));
  }
}

async function all(state: GatewayState): Promise<(ModelSummary | undefined)[]> {
  const summaries = [];
  for (const room of ROOMS) summaries.push(await state.load("climate", room));
  return summaries;
}

function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Truncates, zeroes or flips a stretch of a file. */
function damage(path: string, seeded: Seeded): void {
  const bytes = readFileSync(path);
  if (bytes.length === 0) return;
  const at = seeded.index(bytes.length);
  const end = Math.min(bytes.length, at + 1 + seeded.index(300));
  const how = seeded.index(3);
  if (how === 1) bytes.fill(0, at, end);
  if (how === 2) for (let i = at; i < end; i += 7) bytes[i] = (bytes[i] as number) ^ (1 + seeded.index(255));
  const whole = how === 0 ? bytes.subarray(0, at) : bytes;
  // A file of its own: hard links to it are other files on a disk that has gone bad in one place.
  rmSync(path);
  writeFileSync(path, whole);
}

/** A state with some models saved and some not, as a kill leaves it. */
async function killed(): Promise<string> {
  const directory = folder();
  const state = await open(directory);
  for (let round = 0; round < 6; round++) {
    await learn(state, 20, 20 * round);
    await state.snapshotNext();
    if (round === 2) while (await state.snapshotNext());
  }
  state.close();
  return directory;
}

test(
  "whatever is damaged, it starts, uses what is whole, says what is gone, and moves nothing more the next time",
  async () => {
    const original = await killed();
    const untouched = await open(original);
    const expected = await all(untouched);
    untouched.close();
    for (let i = 0; i < TIMES; i++) {
      const seeded = new Seeded(100 + i);
      const directory = folder();
      cpSync(original, directory, { recursive: true });
      const files = filesOf(directory);
      for (let k = 0; k <= seeded.index(3); k++) {
        const file = files[seeded.index(files.length)] as string;
        if (existsSync(file)) damage(file, seeded);
      }
      let state = await open(directory);
      const found = await all(state);
      for (const [room, model] of found.entries()) {
        if (JSON.stringify(model) === JSON.stringify(expected[room])) continue;
        // A difference has a name: the model is lost, or the journal has a gap.
        const isTold = state.lost.some(({ key }) => key === ROOMS[room]) || state.dataLoss !== undefined;
        expect([i, isTold]).toEqual([i, true]);
      }
      await learn(state, 30, 1_000);
      while (await state.snapshotNext());
      const after = await all(state);
      const lost = state.lost;
      state.close();
      const moved = filesOf(directory).filter((name) => name.includes("damaged"));
      state = await open(directory);
      expect(await all(state)).toEqual(after);
      expect(state.lost).toEqual(lost);
      expect(filesOf(directory).filter((name) => name.includes("damaged"))).toEqual(moved);
      state.close();
      rmSync(directory, { recursive: true, force: true });
    }
  },
  30_000 + 400 * TIMES,
);

test("a gap leaves a model untouched whose snapshot is behind it; another one counts what it lost and goes on", async () => {
  const directory = folder();
  let state = await GatewayState.open(stateOptions(directory, [STREAM]));
  await learn(state, 3, 0);
  while (await state.snapshotNext());
  for (const room of ["hall", "attic"]) {
    await serve(state, featuresOf(STREAM, room, { order: 50 }));
    await serve(state, labelOf(STREAM, room, { order: 50 }));
    await serve(state, featuresOf(STREAM, room, { order: 51 }));
  }
  // The hall is saved with all of it, the attic is not.
  await state.snapshotNext();
  const [attic, hall, loft] = await all(state);
  state.close();
  const [segment = ""] = filesOf(join(directory, "journal")).filter(
    (name) => name.endsWith(".segment") || /\d/.test(name),
  );
  const bytes = readFileSync(segment);
  for (const room of ["hall", "attic"]) {
    // Its third record: the first two are in the first snapshots.
    let at = -1;
    for (let n = 0; n < 3; n++) at = bytes.indexOf(`site/${room}/climate`, at + 1);
    bytes.fill(0, at, at + 8);
  }
  writeFileSync(segment, bytes);
  state = await GatewayState.open(stateOptions(directory, [STREAM]));
  const after = await all(state);
  expect(state.dataLoss).toEqual({ records: 2, exact: true });
  expect([after[1], after[2]]).toEqual([hall, loft]);
  // Its features are gone: the label that follows finds none, the sample after it is whole.
  expect(after[0]).toMatchObject({ appliedSeq: attic?.appliedSeq, pending: 1, counts: { lostRecords: 1, learnt: 1 } });
  expect(state.lost).toEqual([]);
  state.close();
});
