import { describe, expect, test } from "vitest";
import { readTicket, ticketText } from "../src/gateway/state/tickets.ts";
import { GatewayState } from "../src/gateway/state.ts";
import type { StreamPlan } from "../src/gateway/types.ts";
import { featuresOf, folder, labelOf, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";

async function opened(stream: StreamPlan = streamPlan(), more: Parameters<typeof stateOptions>[2] = {}) {
  const directory = folder();
  const state = await GatewayState.open(stateOptions(directory, [stream], more));
  return { state, stream, directory, hall: () => state.summary("climate", "hall") };
}

test("a label finds its features by the order it repeats, and is learnt once", async () => {
  const { state, stream, hall } = await opened();
  const features = await serve(state, featuresOf(stream, "hall", { order: 1 }));
  expect(features).toMatchObject({ verdict: "predict", seq: 2, learnt: [] });
  expect(features.prediction).toMatchObject({ ticket: "climate/site%2Fhall%2Fclimate/1", key: "hall", order: 1 });
  const label = await serve(state, labelOf(stream, "hall", { order: 1, y: 1 }));
  expect(label.verdict).toBe("learn");
  expect(label.learnt).toEqual([
    expect.objectContaining({ key: "hall", ticket: "climate/site%2Fhall%2Fclimate/1", loss: expect.any(Number) }),
  ]);
  expect(hall()).toMatchObject({ counts: { records: 2, predicted: 1, learnt: 1 }, pending: 0, scores: { scored: 1 } });
  state.close();
});

test("labels first: one waits for its features and is learnt with them, another expires as an unknown ticket", async () => {
  const { state, stream, hall } = await opened();
  await serve(state, featuresOf(stream, "hall", { order: 1 }));
  expect((await serve(state, labelOf(stream, "hall", { order: 2, y: 1 }))).verdict).toBe("waitsForFeatures");
  expect((await serve(state, labelOf(stream, "hall", { order: 9, y: 1 }))).verdict).toBe("waitsForFeatures");
  expect(hall()).toMatchObject({ early: 2, pending: 1 });
  const features = await serve(state, featuresOf(stream, "hall", { order: 2 }));
  expect(features).toMatchObject({ verdict: "predictAndLearn", prediction: { order: 2 } });
  expect(features.learnt).toHaveLength(1);
  state.expire(121_001);
  expect(hall()).toMatchObject({ early: 0, pending: 1, counts: { learnt: 1, orphaned: 1 } });
  state.close();
});

test("labels never: samples are given up by the time of the records, and a label that comes after is late", async () => {
  const { state, stream, hall } = await opened(streamPlan({ label: { withinMs: 5_000 } }));
  await serve(state, featuresOf(stream, "hall", { order: 1 }, { arrivalMs: 1_000 }));
  await serve(state, featuresOf(stream, "hall", { order: 2 }, { arrivalMs: 4_000 }));
  await serve(state, featuresOf(stream, "hall", { order: 3 }, { arrivalMs: 6_001 }));
  expect(hall()).toMatchObject({ pending: 2, counts: { expired: 1 } });
  // Its time is over although no message of the source has come since.
  const late = await serve(state, labelOf(stream, "hall", { order: 2 }, { arrivalMs: 9_001 }));
  expect(late).toMatchObject({ verdict: "lateLabel", learnt: [] });
  expect((await serve(state, labelOf(stream, "hall", { order: 1 }, { arrivalMs: 9_002 }))).verdict).toBe("lateLabel");
  expect(hall()).toMatchObject({ pending: 1, counts: { expired: 2, learnt: 0 } });
  expect(state.counts("climate").lateLabels).toBe(2);
  state.close();
});

test("stopped labels: what waits is bounded by the budget, the oldest goes first, as a record, and is counted", async () => {
  const { state, stream, directory, hall } = await opened(streamPlan(), { maxPendingBytes: 4_000 });
  const events = [];
  for (let order = 1; order <= 40; order++) {
    const outcome = await serve(state, featuresOf(stream, order % 2 ? "hall" : "loft", { order }));
    events.push(...outcome.events);
  }
  expect(state.pendingBytes).toBeLessThan(4_500);
  const [waiting, dropped] = [hall()?.pending ?? 0, hall()?.counts.dropped ?? 0];
  expect(waiting + dropped).toBe(20);
  expect(waiting).toBeGreaterThan(0);
  expect(events.some(({ type }) => type === "overflow")).toBe(true);
  // The latest is still there, the first is not.
  expect((await serve(state, labelOf(stream, "hall", { order: 39 }))).verdict).toBe("learn");
  expect((await serve(state, labelOf(stream, "hall", { order: 1 }))).verdict).toBe("lateLabel");
  const before = state.summaries();
  state.close();
  const again = await GatewayState.open(stateOptions(directory, [stream], { maxPendingBytes: 1e6 }));
  expect(again.summaries()).toEqual(before);
  again.close();
});

test("labels twice: the second one teaches nothing, whether the first was learnt or still waits", async () => {
  const { state, stream, hall } = await opened();
  await serve(state, featuresOf(stream, "hall", { order: 1 }));
  await serve(state, labelOf(stream, "hall", { order: 1, y: 1 }));
  expect((await serve(state, labelOf(stream, "hall", { order: 1, y: 1 }))).verdict).toBe("secondLabel");
  expect((await serve(state, labelOf(stream, "hall", { order: 1, y: 0 }))).verdict).toBe("secondLabel");
  await serve(state, labelOf(stream, "hall", { order: 2, y: 1 }));
  expect((await serve(state, labelOf(stream, "hall", { order: 2, y: 0 }))).verdict).toBe("secondLabel");
  expect(state.counts("climate").secondLabels).toBe(3);
  expect(hall()?.counts).toMatchObject({ learnt: 1 });
  state.close();
});

test("unknown tickets are counted, and make no model", async () => {
  const { state, stream } = await opened(streamPlan({ order: undefined, label: { match: "ticket" } }));
  const tickets = [
    "",
    "climate",
    "other/site%2Fhall%2Fclimate/~2",
    "climate/site%2Fhall%2Fclimate/~99",
    "climate/%E0/1",
  ];
  for (const ticket of tickets) {
    expect((await serve(state, labelOf(stream, "hall", { ticket }))).verdict).toBe("unknownTicket");
  }
  expect(state.counts("climate").unknownTickets).toBe(tickets.length);
  expect([state.models("climate"), state.summaries()]).toEqual([0, []]);
  state.close();
});

test("a ticket finds its sample without an order, and across a restart", async () => {
  const stream = streamPlan({ order: undefined, label: { match: "ticket" } });
  const { state, directory } = await opened(stream);
  const { prediction } = await serve(state, featuresOf(stream, "hall", {}));
  expect(prediction?.ticket).toBe("climate/site%2Fhall%2Fclimate/~2");
  state.close();
  const again = await GatewayState.open(stateOptions(directory, [stream]));
  const label = labelOf(stream, "hall", { ticket: prediction?.ticket ?? "" });
  expect((await serve(again, label)).verdict).toBe("learn");
  expect((await serve(again, label)).verdict).toBe("secondLabel");
  again.close();
});

test("a ticket names the key where the source is no topic", async () => {
  const stream = streamPlan({ label: { match: "ticket" } });
  const { state } = await opened(stream);
  const { prediction } = await serve(state, featuresOf(stream, "hall", { order: 7, source: "device 1" }));
  expect(prediction?.ticket).toBe("climate/device%201/7/hall");
  expect((await serve(state, labelOf(stream, "", { ticket: prediction?.ticket ?? "" }))).verdict).toBe("learn");
  state.close();
});

test("any source and key come back from a ticket", () => {
  for (const source of ["a", "site/+/ä", "~", "%25", "", "\u{1F600}/\n"]) {
    for (const key of [undefined, "", "a/b"]) {
      const ticket = { stream: "s t", source, id: 12, isSeq: key === "", key };
      expect(readTicket(ticketText(ticket))).toEqual(ticket);
    }
  }
});

describe("labels by time", () => {
  const byTime = () => streamPlan({ label: { match: "time", withinMs: 10_000 } });

  test("join the latest features not after them, and are never passed on to older ones", async () => {
    const { state, stream, hall } = await opened(byTime());
    for (const [order, timeMs] of [1_000, 2_000, 3_000].entries()) {
      await serve(state, featuresOf(stream, "hall", { order, timeMs }));
    }
    const label = (timeMs: number) => serve(state, labelOf(stream, "hall", { timeMs }, { packetId: timeMs }));
    expect((await label(2_500)).learnt[0]?.ticket).toBe("climate/site%2Fhall%2Fclimate/1");
    expect((await label(2_600)).verdict).toBe("secondLabel");
    expect((await label(1_999)).learnt[0]?.ticket).toBe("climate/site%2Fhall%2Fclimate/0");
    expect((await label(500)).verdict).toBe("waitsForFeatures");
    expect((await label(13_001)).verdict).toBe("waitsForFeatures");
    expect((await label(13_000)).verdict).toBe("learn");
    expect(hall()).toMatchObject({ pending: 0, early: 2, counts: { learnt: 3 } });
    state.close();
  });

  test("that come first are learnt with the features they wait for", async () => {
    const { state, stream } = await opened(byTime());
    await serve(state, labelOf(stream, "hall", { timeMs: 5_000 }));
    expect((await serve(state, featuresOf(stream, "hall", { order: 0, timeMs: 5_001 }))).verdict).toBe("predict");
    expect((await serve(state, featuresOf(stream, "hall", { order: 1, timeMs: 4_000 }))).verdict).toBe(
      "predictAndLearn",
    );
    state.close();
  });

  test("that are sent again are known by packet id and payload", async () => {
    const { state, stream } = await opened(byTime());
    await serve(state, featuresOf(stream, "hall", { order: 0, timeMs: 1_000 }));
    const label = labelOf(stream, "hall", { timeMs: 1_500 }, { packetId: 7 });
    await serve(state, label);
    await serve(state, featuresOf(stream, "hall", { order: 1, timeMs: 2_000 }));
    // Without a time field a label has the time it came: the later one.
    const again = { ...label, message: { ...label.message, timeMs: 2_500 }, dup: true };
    expect((await serve(state, again)).verdict).toBe("secondLabel");
    state.close();
  });
});

test("a label from the stream's own future is learnt after the newer sample is predicted, with the older inputs", async () => {
  const stream = streamPlan({ label: { from: "future", ahead: 2 } });
  const { state, hall } = await opened(stream);
  const verdicts = [];
  const tickets = [];
  for (const order of [0, 1, 1, 2, 3]) {
    const { verdict, learnt } = await serve(state, featuresOf(stream, "hall", { order, y: order % 2 }));
    verdicts.push(verdict);
    tickets.push(...learnt.map(({ ticket }) => ticket.at(-1)));
  }
  // The duplicate counts for nothing: "two ahead" are two records.
  expect(verdicts).toEqual(["predict", "predict", "duplicate", "predictAndLearn", "predictAndLearn"]);
  expect(tickets).toEqual(["0", "1"]);
  await serve(state, featuresOf(stream, "hall", { order: 4 }));
  expect(hall()).toMatchObject({ pending: 2, counts: { learnt: 2, unlabelled: 1 } });
  state.close();
});

test("retained input is predicted and never learnt, unless the stream says so", async () => {
  const { state, stream, hall } = await opened();
  const retained = await serve(state, featuresOf(stream, "hall", { order: 1 }, { retained: true }));
  expect(retained).toMatchObject({ verdict: "retained", seq: undefined, prediction: { order: 1 } });
  await serve(state, featuresOf(stream, "hall", { order: 1 }));
  expect((await serve(state, labelOf(stream, "hall", { order: 1 }, { retained: true }))).verdict).toBe("retained");
  expect(hall()).toMatchObject({ pending: 1, counts: { records: 1, learnt: 0 } });
  expect(state.counts("climate")).toMatchObject({ retained: 2, duplicates: 0 });
  const willing = await opened(streamPlan({ learnRetained: true }));
  await serve(willing.state, featuresOf(willing.stream, "hall", { order: 1 }, { retained: true }));
  await serve(willing.state, labelOf(willing.stream, "hall", { order: 1 }, { retained: true }));
  expect(willing.hall()?.counts.learnt).toBe(1);
  for (const one of [state, willing.state]) one.close();
});

test("keys beyond the limit, empty ones and long ones are refused, counted and told", async () => {
  const { state, stream } = await opened(streamPlan({ maxKeys: 2 }));
  const verdicts = [];
  for (const room of ["a", "b", "c", "", "x".repeat(129), "ä".repeat(65)]) {
    const outcome = await serve(state, featuresOf(stream, room, { order: 0 }));
    verdicts.push(outcome.verdict);
    expect(outcome.events.map(({ type }) => type)).toEqual(outcome.verdict === "predict" ? [] : ["refusedKey"]);
  }
  expect(verdicts).toEqual(["predict", "predict", "refusedKey", "refusedKey", "refusedKey", "refusedKey"]);
  expect(state.counts("climate").refusedKeys).toBe(4);
  expect(state.models("climate")).toBe(2);
  state.close();
});
