import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Journal } from "../src/journal.ts";
import type { Aggregator, AggregatorOptions } from "../src/sync/aggregator.ts";
import { nodeHashOf } from "../src/sync/certificate.ts";
import { sealMessage } from "../src/sync/envelope.ts";
import { encodeGet } from "../src/sync/get.ts";
import { encodeCommand } from "../src/sync/status.ts";
import type { Order } from "../src/sync/types.ts";
import { Bench, type HandDevice, SPEC } from "./support/aggregators.ts";
import { issued } from "./support/fleet.ts";
import { until } from "./support/waiting.ts";

const benches: Bench[] = [];
const ROUND_OF_TWO = { strategy: "fedAvg", nodes: ["one", "two"] } as const;

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function opened(options: Partial<AggregatorOptions> = {}): Promise<Bench> {
  const bench = await Bench.open(options);
  benches.push(bench);
  return bench;
}

function reached(aggregator: Aggregator, version: number): Promise<unknown> {
  return until(`version ${version}`, () => aggregator.version.version >= version).then(() => aggregator.settled());
}

/** How far the first weight moved. */
function moved(aggregator: Aggregator, from: Float32Array): number {
  return (aggregator.weights[0] as number) - (from[0] as number);
}

describe("an aggregator", () => {
  test("publishes the model it was given as version 1 of term 1", async () => {
    const bench = await opened();
    await bench.leading();
    const { envelope, head } = bench.head();
    expect(envelope).toMatchObject({ term: 1, version: 1 });
    expect(head).toMatchObject({ parent: "0".repeat(64), chunks: 1, cohort: 65_536 });
    const { body } = bench.body();
    expect(body.weights).toEqual(bench.space.read(bench.model));
    expect(body.included.size).toBe(0);
  });

  test("begins with the scaler of the model it was given, where scalers are shared", async () => {
    const standardize = { type: "standardize", decay: "all" } as const;
    const bench = await Bench.open({ shareScaler: true }, { ...SPEC, layers: [standardize, ...SPEC.layers] });
    benches.push(bench);
    for (const x of [
      [1, 10],
      [3, 30],
    ]) {
      bench.model.learn(x, [1]);
    }
    const aggregator = await bench.leading();
    expect(aggregator.moments).toEqual(Float32Array.of(2, 2, 2, 20, 1, 100));
  });

  test("moves the global model by the mean of what its nodes learnt, and says which updates are in it", async () => {
    const bench = await opened({ strategy: "fedAvg", nodes: ["one", "two"] });
    const aggregator = await bench.leading();
    const [one, two] = [bench.device("one"), bench.device("two")];
    const before = aggregator.weights;
    await one.send(1, { delta: [1, 0, 4] });
    await two.send(5, { delta: [3, 0, 2], session: 2 });
    await until("a merge", () => aggregator.version.version === 2 && two.acknowledgements.length > 0);
    const after = bench.body().body;
    expect([...after.weights].slice(0, 4)).toEqual([
      Math.fround((before[0] as number) + 2),
      before[1],
      Math.fround((before[2] as number) + 3),
      before[3],
    ]);
    expect(after.included.get(nodeHashOf("one"))).toEqual({ session: 1, seq: 1 });
    expect(after.included.get(nodeHashOf("two"))).toEqual({ session: 2, seq: 5 });
    expect(bench.head().head.parent).not.toBe("0".repeat(64));
    expect(one.acknowledgements).toEqual([
      expect.objectContaining({
        seq: 1,
        verdict: "ok",
        includedFrom: { term: 1, version: 2 },
        newest: { session: 1, seq: 1 },
      }),
    ]);
  });
});

describe("an update", () => {
  test("is in the journal before it is acknowledged", async () => {
    const bench = await opened();
    await bench.leading();
    let written = -1;
    bench.broker.tamper = (topic, bytes) => {
      if (topic.includes("/ack/")) {
        using journal = Journal.open(join(bench.folder, "a", "journal"), { readOnly: true });
        written = journal.nextSeq - 1;
      }
      return [bytes];
    };
    await bench.device("one").sent(1);
    expect(written).toBe(1);
  });

  test("that comes twice is answered twice and counted once", async () => {
    const bench = await opened(ROUND_OF_TWO);
    const aggregator = await bench.leading();
    const [one, two] = [bench.device("one"), bench.device("two")];
    const messages = one.update(1, { delta: [2] });
    const before = aggregator.weights;
    for (let i = 0; i < 3; i++) await one.resend(1, messages);
    expect(one.verdicts).toEqual([]);
    await two.sent(1, { delta: [2] });
    await aggregator.settled();
    expect(moved(aggregator, before)).toBeCloseTo(2);
    await one.resend(1, messages);
    await until("the answer again", () => one.acknowledgements.length === 2);
    expect(one.acknowledgements[1]).toMatchObject({ verdict: "ok", includedFrom: { term: 1, version: 2 } });
    expect(aggregator.report().nodes.map(({ samples, taken }) => [samples, taken])).toEqual([
      [10, 1],
      [10, 1],
    ]);
    expect(aggregator.version.version).toBe(2);
  });

  test("with a number that was answered for other bytes is void", async () => {
    const bench = await opened();
    await bench.leading();
    const one = bench.device("one");
    expect(await one.sent(1, { delta: [1] })).toBe("ok");
    expect(await one.sent(1, { delta: [2] })).toBe("stale");
    expect(await one.sent(9, { session: 2 })).toBe("ok");
    expect(await one.sent(2, { session: 1 })).toBe("stale");
    expect(one.acknowledgements.at(-1)?.newest).toEqual({ session: 2, seq: 9 });
  });

  test("that is not a number, or out of all proportion, is refused, and the third such puts its node in quarantine", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    const one = bench.device("one");
    const before = aggregator.weights;
    const [message] = one.update(1) as [Buffer];
    const poisoned = (seq: number, value: number) => {
      const payload = Buffer.from(message.subarray(292, message.length - 64));
      payload.writeFloatLE(value, 4);
      const { head, envelope } = bench.head();
      const base = { term: 1, version: envelope.version, baseHash: head.hash.slice(0, 32) };
      const fields = {
        kind: "update",
        fingerprint: bench.fingerprint,
        createdMs: bench.nowMs,
        session: 1,
        seq,
      } as const;
      return sealMessage({ ...fields, ...base, samples: 1 }, payload, one.credentials);
    };
    for (const [i, value] of [Number.NaN, Number.POSITIVE_INFINITY, 1e15, 1].entries()) {
      await one.resend(i + 1, poisoned(i + 1, value));
      await until("an answer", () => one.acknowledgements.length === i + 1);
    }
    expect(one.verdicts).toEqual(["1 badNorm", "2 badNorm", "3 badNorm", "4 quarantined"]);
    expect(aggregator.weights).toEqual(before);
    bench.nowMs += 86_400_000;
    expect(await one.sent(5)).toBe("ok");
  });

  test("is shortened to 5 times what is usual, and refused beyond 50 times", async () => {
    const bench = await opened({ strategy: "fedBuff", intervalMs: 1000 });
    const aggregator = await bench.leading();
    const nodes = ["a", "b", "c"].map((id) => bench.device(id));
    for (const [i, node] of nodes.entries()) {
      await node.sent(1);
      await reached(aggregator, 2 + i);
    }
    const before = aggregator.weights;
    const mallory = bench.device("mallory");
    expect(await mallory.sent(1, { delta: [49] })).toBe("ok");
    await reached(aggregator, 5);
    expect(moved(aggregator, before)).toBeCloseTo(5);
    expect(await mallory.sent(2, { delta: [260] })).toBe("badNorm");
    // Whoever was away for long is shortened; so is who only says so.
    const then = aggregator.weights;
    expect(await mallory.sent(3, { delta: [260], samples: 100 })).toBe("ok");
    await reached(aggregator, 6);
    expect(moved(aggregator, then)).toBeCloseTo(5);
    expect(aggregator.report().nodes.find(({ node }) => node === "mallory")).toMatchObject({ clipped: 2, merged: 2 });
  });

  test("of another architecture is refused by name", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    expect(await bench.device("one").sent(1, { fingerprint: "ab".repeat(16) })).toBe("badArchitecture");
    expect(aggregator.counts.refused).toEqual({ fingerprint: 1 });
  });

  test("that is forged, or another's, changes nothing and has no answer", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    const one = bench.device("one");
    const [message] = one.update(1) as [Buffer];
    message.writeUInt32LE(999, 72);
    await one.resend(1, [message]);
    const [other] = bench.device("two").update(1) as [Buffer];
    await one.resend(1, [other]);
    await until("refusals", () => aggregator.counts.received >= 2);
    await aggregator.settled();
    expect(aggregator.counts.refused).toEqual({ signature: 1, id: 1 });
    expect(one.verdicts).toEqual([]);
    expect(aggregator.report().pending).toBe(0);
  });

  test("against an unknown model has to be measured anew", async () => {
    const bench = await opened();
    await bench.leading();
    const one = bench.device("one");
    expect(await one.sent(1, { baseHash: "cd".repeat(16) })).toBe("rebase");
    expect(await one.sent(1, { baseHash: "cd".repeat(16) })).toBe("rebase");
  });

  test("for a round that is over is void", async () => {
    const bench = await opened({ ...ROUND_OF_TWO, roundTimeoutMs: 5000 });
    const aggregator = await bench.leading();
    const [one, two] = [bench.device("one"), bench.device("two")];
    const late = two.update(1);
    await one.send(1);
    await until("it to be taken", () => aggregator.report().pending === 1);
    aggregator.tick();
    expect(aggregator.version.version).toBe(1);
    bench.nowMs += 5000;
    aggregator.tick();
    await reached(aggregator, 2);
    await two.resend(1, late);
    await until("an answer", () => two.acknowledgements.length === 1);
    expect(two.verdicts).toEqual(["1 stale"]);
  });
});

describe("a merge", () => {
  test("gives equal bits whatever the order of arrival", async () => {
    const ids = ["d", "a", "c", "b", "e"];
    const results = [];
    for (const order of [ids, [...ids].reverse(), ["c", "e", "a", "d", "b"]]) {
      const bench = await opened({ strategy: "fedAvg", nodes: ids });
      const aggregator = await bench.leading();
      for (const id of order) {
        const size = id.charCodeAt(0) ** 3;
        await bench
          .device(id)
          .send(1, { delta: [Math.sin(size), 1e-7 * size, Math.cos(size) * 3, size === 97 ** 3 ? 999 : 1e4] });
      }
      await reached(aggregator, 2);
      results.push(Buffer.from(aggregator.weights.buffer).toString("hex"));
    }
    expect(new Set(results).size).toBe(1);
  });

  test("of a buffer takes one update of each node, and waits for K of them or for the interval", async () => {
    const bench = await opened({ strategy: "fedBuff", intervalMs: 60_000 });
    const aggregator = await bench.leading();
    const [one, two] = [bench.device("one"), bench.device("two")];
    for (const device of [one, two]) await status(bench, device);
    await one.sent(1, { delta: [1] });
    await one.sent(2, { delta: [1] });
    expect(aggregator.version.version).toBe(1);
    const before = aggregator.weights;
    await two.sent(1, { delta: [3] });
    await reached(aggregator, 2);
    expect(moved(aggregator, before)).toBeCloseTo(2);
    expect(aggregator.report().pending).toBe(1);
    bench.nowMs += 60_000;
    aggregator.tick();
    await reached(aggregator, 3);
    // One version behind: alone in its buffer it weighs all there is.
    expect(moved(aggregator, before)).toBeCloseTo(3);
  });

  test("lets an update count less the further it lies behind", async () => {
    const bench = await opened({ strategy: "fedBuff", intervalMs: 60_000 });
    const aggregator = await bench.leading();
    const [old, fresh, third] = ["old", "fresh", "third"].map((id) => bench.device(id)) as [
      HandDevice,
      HandDevice,
      HandDevice,
    ];
    const late = old.update(1, { delta: [0, 2] });
    for (let i = 0; i < 3; i++) {
      await third.sent(i + 1);
      await reached(aggregator, 2 + i);
    }
    for (const device of [old, fresh]) await status(bench, device);
    const before = aggregator.weights;
    await old.resend(1, late);
    await fresh.send(1, { delta: [2] });
    await reached(aggregator, 5);
    const after = aggregator.weights;
    // Weights 1 / sqrt(1 + 3) and 1.
    expect((after[0] as number) - (before[0] as number)).toBeCloseTo((2 * 1) / 1.5);
    expect((after[1] as number) - (before[1] as number)).toBeCloseTo((2 * 0.5) / 1.5);
  });

  test.each([
    ["as far as it is told", 4, [1, 0], [0, 1], 2],
    ["the sum of what speaks of different things", "agree", [1, 0], [0, 1], 1],
    ["the mean of what says the same", "agree", [1, 0], [1, 0], 1],
  ] as const)("moves by %s", async (_, serverStep, first, second, expected) => {
    const bench = await opened({ ...ROUND_OF_TWO, serverStep });
    const aggregator = await bench.leading();
    const before = aggregator.weights;
    await bench.device("one").send(1, { delta: first });
    await bench.device("two").send(1, { delta: second });
    await reached(aggregator, 2);
    expect(moved(aggregator, before)).toBeCloseTo(expected);
  });

  test("joins the moments of a fleet that shares its scalers", async () => {
    const bench = await opened({ ...ROUND_OF_TWO, shareScaler: true });
    const aggregator = await bench.leading();
    await bench.device("one").send(1, { moments: Float32Array.of(2, 2, 1, 5, 0, 0) });
    await bench.device("two").send(1, { moments: Float32Array.of(2, 6, 3, 5, 0, 0) });
    await reached(aggregator, 2);
    expect([...(bench.body().body.moments as Float32Array)]).toEqual([4, 8, 2, 5, 1, 0]);
  });

  test("takes int8 and f32 side by side", async () => {
    const bench = await opened(ROUND_OF_TWO);
    const aggregator = await bench.leading();
    const before = aggregator.weights;
    await bench.device("one").send(1, { delta: [1], encoding: "int8" });
    await bench.device("two").send(1, { delta: [1] });
    await reached(aggregator, 2);
    expect(moved(aggregator, before)).toBeCloseTo(1);
  });
});

describe("an aggregator that was killed", () => {
  test("goes on in mid-buffer, to the same bits", async () => {
    const results = [];
    for (const isKilled of [false, true]) {
      const bench = await opened(ROUND_OF_TWO);
      let aggregator = await bench.leading();
      const one = bench.device("one");
      await one.send(1, { delta: [0.1, 0.7] });
      await until("it to be taken", () => aggregator.report().pending === 1);
      if (isKilled) {
        await bench.kill(aggregator);
        aggregator = await bench.leading();
        expect(bench.head().envelope).toMatchObject({ term: 2, version: 1 });
      }
      await bench.device("two").send(1, { delta: [0.3, 0.9] });
      await reached(aggregator, 2);
      await until("its answer", () => one.acknowledgements.length === 1);
      results.push(Buffer.from(aggregator.weights.buffer).toString("hex"));
    }
    expect(results[1]).toBe(results[0]);
  });

  test("at any step of storing has lost nothing and doubled nothing", async () => {
    const steps = ["create", "fill", "sync", "keep", "replace", "sync folder"];
    for (const step of steps) {
      const bench = await opened(ROUND_OF_TWO);
      let isArmed = false;
      const beforeStep = (at: string) => {
        if (isArmed && at === step) throw new Error("cut");
      };
      const aggregator = await bench.leading("a", { beforeStep });
      const before = aggregator.weights;
      isArmed = true;
      const [one, two] = [bench.device("one"), bench.device("two")];
      const messages = [one.update(1, { delta: [2] }), two.update(1, { delta: [4] })] as const;
      await one.resend(1, messages[0]);
      await two.resend(1, messages[1]);
      await until("the failure", () => bench.events.includes("the global model cannot be stored"));
      await bench.kill(aggregator);
      const next = await bench.leading();
      await one.resend(1, messages[0]);
      await two.resend(1, messages[1]);
      await reached(next, 2);
      await until("the answers", () => one.verdicts.length > 0 && two.verdicts.length > 0);
      expect(moved(next, before), step).toBeCloseTo(3);
      expect(next.version.version, step).toBe(2);
      expect(
        next.report().nodes.map(({ samples }) => samples),
        step,
      ).toEqual([10, 10]);
    }
  });

  test("that cannot store tries again, and publishes nothing before it can", async () => {
    const bench = await opened(ROUND_OF_TWO);
    let isFull = false;
    const aggregator = await bench.leading("a", {
      beforeStep: () => {
        if (isFull) throw new Error("no space");
      },
    });
    isFull = true;
    await bench.device("one").send(1);
    await bench.device("two").send(1);
    await until("the failure", () => bench.events.includes("the global model cannot be stored"));
    await aggregator.settled();
    expect(bench.head().envelope.version).toBe(1);
    isFull = false;
    aggregator.tick();
    await aggregator.settled();
    expect(bench.head().envelope.version).toBe(2);
  });

  test("drops what it needs no more, and keeps 8 global models", async () => {
    const bench = await opened({ intervalMs: 1000 });
    const aggregator = await bench.leading();
    const one = bench.device("one");
    for (let seq = 1; seq <= 10; seq++) {
      await one.sent(seq);
      await reached(aggregator, seq + 1);
    }
    expect(aggregator.report().kept).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(readdirSync(join(bench.folder, "a", "models", "kept"))).toHaveLength(8);
  });
});

describe("whoever runs the fleet", () => {
  async function ordered(bench: Bench, order: Order, version = 0): Promise<void> {
    const operator = issued(bench.root, "aggregator", "operator");
    bench.nowMs++;
    const payload = encodeCommand({ order, target: { term: 1, version } });
    const fields = { kind: "command", fingerprint: bench.fingerprint, createdMs: bench.nowMs } as const;
    const [message] = sealMessage(fields, payload, operator) as [Buffer];
    await bench.broker.connect().publish(bench.topics.command, message, { qos: 1, retain: false });
  }

  test("goes back to older weights under a new version, and what was included stays spent", async () => {
    const bench = await opened({ intervalMs: 1000 });
    const aggregator = await bench.leading();
    const first = aggregator.weights;
    const one = bench.device("one");
    const messages = one.update(1);
    await one.resend(1, messages);
    await reached(aggregator, 2);
    await ordered(bench, "rollBack", 1);
    await reached(aggregator, 3);
    expect(aggregator.weights).toEqual(first);
    expect(bench.head().envelope).toMatchObject({ term: 1, version: 3 });
    expect(bench.body().body.included.get(nodeHashOf("one"))).toEqual({ session: 1, seq: 1 });
    expect(aggregator.report().stance.rolledBack).toBe(1);
    await one.resend(1, messages);
    await until("the answer", () => one.acknowledgements.length === 2);
    expect(aggregator.version.version).toBe(3);
  });

  test("pauses, and what came meanwhile is merged afterwards, over a restart", async () => {
    const bench = await opened({ intervalMs: 1000 });
    let aggregator = await bench.leading();
    await ordered(bench, "pause");
    await until("the order", () => aggregator.report().stance.paused);
    await aggregator.settled();
    await bench.device("one").sent(1);
    await bench.kill(aggregator);
    aggregator = await bench.leading();
    aggregator.tick();
    expect(aggregator.version.version).toBe(1);
    await ordered(bench, "resume");
    await reached(aggregator, 2);
  });

  test("cannot be played again by somebody else", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    await ordered(bench, "pause");
    await until("the order", () => aggregator.report().stance.paused);
    await ordered(bench, "resume");
    await until("the order", () => !aggregator.report().stance.paused);
    const [first] = bench.broker.said("/cmd") as [Uint8Array];
    await bench.broker.connect().publish(bench.topics.command, first, { qos: 1, retain: false });
    await until("the refusal", () => aggregator.counts.refused.expired === 1);
    expect(aggregator.report().stance.paused).toBe(false);
  });
});

describe("a leader", () => {
  test("answers who asks for chunks, and repeats the head for who asks for another model", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    const one = bench.device("one");
    const ask = async (term: number, version: number) => {
      const fields = { kind: "get", fingerprint: bench.fingerprint, createdMs: bench.nowMs } as const;
      const [message] = sealMessage(fields, encodeGet({ wanted: { term, version }, chunks: [] }), one.credentials) as [
        Buffer,
      ];
      await one.link.publish(bench.topics.get("one"), message, { qos: 1, retain: false });
    };
    await ask(1, 1);
    await until("the body", () => bench.broker.said("/to/one/0").length === 1);
    await ask(0, 0);
    await until("the head", () => bench.broker.said("/head").length === 2);
    await aggregator.settled();
    expect(bench.broker.said("/to/one/0")).toHaveLength(1);
  });

  test("says so each 10 s, and signs its head anew each hour", async () => {
    const bench = await opened();
    const aggregator = await bench.leading();
    bench.nowMs += 10_000;
    aggregator.tick();
    aggregator.tick();
    await aggregator.settled();
    expect(bench.broker.said("/agg")).toHaveLength(2);
    bench.nowMs += 3_600_000;
    aggregator.tick();
    await aggregator.settled();
    expect(bench.head().envelope.expiresMs).toBe(bench.nowMs + 86_400_000);
  });
});

async function status(bench: Bench, device: HandDevice): Promise<void> {
  const { encodeStatus } = await import("../src/sync/status.ts");
  const counts = { unproven: 0, refused: 0, rolledBack: 0, kept: 0, software: "test" };
  const payload = encodeStatus({ presence: "online", stance: "none", ...counts });
  const fields = { kind: "status", fingerprint: bench.fingerprint, createdMs: bench.nowMs, session: 1 } as const;
  const [message] = sealMessage(fields, payload, device.credentials) as [Buffer];
  await device.link.publish(bench.topics.status(device.id), message, { qos: 1, retain: true });
}
