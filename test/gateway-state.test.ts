import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GatewayState } from "../src/gateway/state.ts";
import type { ModelSummary, Received, StreamPlan } from "../src/gateway/types.ts";
import { type Scene, scenes, steps } from "./support/gateway-story.ts";
import { folder, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";

const RUNS = Number(process.env.MILLRACE_STATE_RUNS ?? 10);
const TIMEOUT_MS = 30_000 + 2_000 * RUNS;

// Takes out of the code what is named here, and one of these fails (scripts/mutants.mjs does so): the duplicate window;
// `appliedSeq` of a snapshot; the order journal, apply, acknowledge; the floor of the index; windows, pending samples
// and early labels of a snapshot; the gathered block.
describe.each<[string, StreamPlan]>([
  ["labels by order in a second topic, a model a room", streamPlan()],
  ["one model for all rooms", streamPlan({ key: undefined })],
  ["labels in the same message", streamPlan({ label: { from: "message" } })],
  ["labels from the stream's own future", streamPlan({ label: { from: "future", ahead: 2 } })],
  ["labels by time", streamPlan({ label: { match: "time" } })],
  ["an order that is a time", streamPlan({ order: "time" })],
])("%s:", (_, stream) => {
  test(
    "whatever is sent again, whenever it is killed and saved: the state is that of a run without a kill",
    async () => {
      await fc.assert(
        fc.asyncProperty(steps(60), async (script) => {
          const story = scenes(stream, script);
          expect(await eventful(stream, story)).toEqual(await uneventful(stream, story));
        }),
        { numRuns: RUNS, seed: 6 },
      );
    },
    TIMEOUT_MS,
  );

  test(
    "with messages at QoS 0 too, the state is that of a fresh learner fed the journal",
    async () => {
      await fc.assert(
        fc.asyncProperty(steps(60, true), async (script) => {
          const directory = folder();
          const final = await eventful(stream, scenes(stream, script), directory);
          for (const name of ["models", "kept", "state.json", "state.json.previous"]) {
            rmSync(join(directory, name), { recursive: true, force: true });
          }
          const state = await GatewayState.open(stateOptions(directory, [stream]));
          expect(await summaries(state, Object.keys(final))).toEqual(final);
          state.close();
        }),
        { numRuns: RUNS, seed: 7 },
      );
    },
    TIMEOUT_MS,
  );
});

/** Serves the messages in one life of one process, each once. */
async function uneventful(stream: StreamPlan, story: readonly Scene[]): Promise<Record<string, ModelSummary>> {
  const state = await GatewayState.open(stateOptions(folder(), [stream]));
  for (const { step, message } of story) if (message && step.do !== "resend") await serve(state, message);
  const final = await summaries(state, roomsOf(story));
  state.close();
  return final;
}

/** Serves them with everything that befalls the process. A killed one leaves what its folder holds at that moment. */
async function eventful(
  stream: StreamPlan,
  story: readonly Scene[],
  end = folder(),
): Promise<Record<string, ModelSummary>> {
  let directory = folder();
  let state = await GatewayState.open(stateOptions(directory, [stream]));
  let saving: Promise<unknown> = Promise.resolve();
  const rise = async (): Promise<void> => {
    const next = folder();
    cpSync(directory, next, { recursive: true });
    const dying = state;
    await saving;
    dying.close();
    directory = next;
    state = await GatewayState.open(stateOptions(directory, [stream]));
  };
  let kill: "before" | "after" | undefined;
  for (const { step, message } of story) {
    if (step.do === "kill") kill = step.when;
    if (step.do === "snapshot") {
      saving = state.snapshotNext();
      if (step.wait) await saving;
    }
    if (message === undefined) continue;
    if (kill === "before") await rise();
    if (kill === "after") {
      await serve(state, message);
      await rise();
    }
    const isKilled = kill !== undefined;
    kill = undefined;
    await serve(state, isKilled && message.qos === 1 ? { ...message, dup: true } : message);
  }
  await rise();
  const final = await summaries(state, roomsOf(story));
  await saving;
  state.close();
  rmSync(end, { recursive: true, force: true });
  cpSync(directory, end, { recursive: true });
  return final;
}

function roomsOf(story: readonly Scene[]): string[] {
  const keyOf = ({ stream, message }: Received): string => {
    if (stream.key === undefined) return "";
    return message.kind === "features" ? message.key : (message.source?.split("/")[1] ?? "");
  };
  return [...new Set(story.flatMap(({ message }) => (message ? [keyOf(message)] : [])))].sort();
}

/** Without `appliedSeq`: a restart writes no record, but a message that is killed before its own may come later. */
async function summaries(state: GatewayState, keys: readonly string[]): Promise<Record<string, ModelSummary>> {
  state.flush();
  const all: Record<string, ModelSummary> = {};
  for (const key of keys) all[key] = { ...((await state.load("climate", key)) as ModelSummary), appliedSeq: 0 };
  return all;
}
