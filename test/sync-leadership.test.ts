import { afterEach, describe, expect, test } from "vitest";
import { Leadership, type LeadershipOptions } from "../src/sync/aggregator/leadership.ts";
import type { Aggregator } from "../src/sync/aggregator.ts";
import { nodeHashOf } from "../src/sync/certificate.ts";
import { seal } from "../src/sync/envelope.ts";
import { encodeLeader } from "../src/sync/status.ts";
import { Bench } from "./support/aggregators.ts";
import { DAY_MS, issued } from "./support/fleet.ts";
import type { MemoryLink } from "./support/memory-broker.ts";
import { until } from "./support/waiting.ts";

const benches: Bench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

interface Instance {
  readonly aggregator: Aggregator;
  readonly leadership: Leadership;
  /** Its newest connection. */
  link(): MemoryLink;
}

async function opened(): Promise<Bench> {
  const bench = await Bench.open({ intervalMs: 1000 });
  benches.push(bench);
  return bench;
}

/** @param digit of its instance */
function instance(bench: Bench, id: string, digit: string, more: Partial<LeadershipOptions> = {}): Instance {
  const aggregator = bench.aggregator(id, { instance: digit.repeat(32) });
  let link: MemoryLink | undefined;
  const connect: LeadershipOptions["connect"] = (client) => {
    link = bench.broker.connect(client);
    return link;
  };
  const onEvent = (message: string) => bench.events.push(message);
  const leadership = new Leadership(aggregator, { connect, random: () => 0, onEvent, ...more });
  leadership.start();
  return { aggregator, leadership, link: () => link as MemoryLink };
}

/** Time goes by, and what it brings comes to an end. */
async function pass(bench: Bench, ms: number, ...instances: Instance[]): Promise<void> {
  for (let left = ms; left > 0; left -= 1000) {
    bench.nowMs += Math.min(1000, left);
    for (const { leadership } of instances) leadership.tick();
    await new Promise(setImmediate);
    await Promise.all(instances.map(({ aggregator }) => aggregator.settled()));
    await until("its rise", () => instances.every(({ leadership }) => leadership.state !== "rising"));
  }
}

function states(...instances: Instance[]): string[] {
  return instances.map(({ leadership, aggregator }) => `${leadership.state} ${aggregator.term}`);
}

describe("of several aggregators", () => {
  test("one leads after 30 s of silence, and the others watch", async () => {
    const bench = await opened();
    const [a, b] = [instance(bench, "a", "a"), instance(bench, "b", "b", { random: () => 1 })];
    await pass(bench, 29_000, a, b);
    expect(states(a, b)).toEqual(["standby 0", "standby 0"]);
    await pass(bench, 60_000, a, b);
    expect(states(a, b)).toEqual(["leading 1", "standby 0"]);
  });

  test("another takes over from the body and its table when the leader and its disk are gone", async () => {
    const bench = await opened();
    const [a, b] = [instance(bench, "a", "a"), instance(bench, "b", "b", { random: () => 1 })];
    await pass(bench, 36_000, a, b);
    const one = bench.device("one");
    const messages = one.update(1, { delta: [1] });
    await one.resend(1, messages);
    await until("a merge", () => a.aggregator.version.version === 2);
    await a.aggregator.settled();
    const later = one.update(2, { delta: [2] });
    await until("it to follow", () => b.aggregator.version.version === 2);
    await bench.kill(a.aggregator);
    a.link().connected = false;
    await pass(bench, 40_000, b);
    expect(states(b)).toEqual(["leading 2"]);
    expect(b.aggregator.weights).toEqual(a.aggregator.weights);
    const before = b.aggregator.weights;
    // What the table has is not taken twice; what it has not is taken now.
    await one.resend(1, messages);
    await until("the answer", () => one.acknowledgements.at(-1)?.term === 2);
    expect(one.acknowledgements.at(-1)).toMatchObject({ seq: 1, verdict: "ok" });
    await one.resend(2, later);
    await until("a merge", () => b.aggregator.version.version === 3);
    await b.aggregator.settled();
    expect((b.aggregator.weights[0] as number) - (before[0] as number)).toBeCloseTo(2);
    expect(bench.body().body.included.get(nodeHashOf("one"))).toEqual({ session: 1, seq: 2 });
    expect(bench.head().envelope).toMatchObject({ term: 2, version: 3 });
  });

  test("the will of the leader lets another rise at once, that of one before it does not", async () => {
    const bench = await opened();
    const [a, b] = [instance(bench, "a", "a"), instance(bench, "b", "b", { random: () => 1 })];
    await pass(bench, 36_000, a, b);
    const gone = { kind: "leader", fingerprint: bench.fingerprint, createdMs: bench.nowMs, term: 1 } as const;
    const said = encodeLeader({ state: "offline", instance: "c".repeat(32), software: "" });
    const message = seal(gone, said, issued(bench.root, "aggregator", "c"));
    await bench.broker.connect().publish(bench.topics.leader, message, { qos: 1, retain: true });
    await pass(bench, 8000, b);
    expect(states(b)).toEqual(["standby 0"]);
    bench.broker.cut(a.link());
    await bench.kill(a.aggregator);
    await pass(bench, 6000, b);
    expect(states(b)).toEqual(["leading 2"]);
  });

  test("a leader that was cut off and comes back hears of the higher term, and follows", async () => {
    const bench = await opened();
    const [a, b] = [instance(bench, "a", "a"), instance(bench, "b", "b", { random: () => 1 })];
    await pass(bench, 36_000, a, b);
    const one = bench.device("one");
    // Cut off from the broker without a word, it goes on leading for nobody.
    const link = a.link();
    bench.broker.leave(link);
    await pass(bench, 40_000, b);
    expect(states(a, b)).toEqual(["leading 1", "leading 2"]);
    await one.send(1, { delta: [1] });
    await until("a merge", () => b.aggregator.version.version === 2);
    await b.aggregator.settled();
    bench.broker.cut(link);
    await pass(bench, 12_000, a, b);
    expect(states(a, b)).toEqual(["standby 1", "leading 2"]);
    b.aggregator.tick();
    await one.send(2, { delta: [1] });
    await until("it to follow", () => a.aggregator.version.version === 3);
    expect(a.aggregator.weights).toEqual(b.aggregator.weights);
  });

  test("a leader gives way to a higher term at once, and to none that is over", async () => {
    const bench = await opened();
    const a = instance(bench, "a", "a");
    await pass(bench, 31_000, a);
    const say = async (term: number) => {
      const fields = { kind: "leader", fingerprint: bench.fingerprint, createdMs: bench.nowMs, term } as const;
      const said = encodeLeader({ state: "leading", instance: "0".repeat(32), software: "" });
      const message = seal(fields, said, issued(bench.root, "aggregator", "other"));
      await bench.broker.connect().publish(bench.topics.leader, message, { qos: 1, retain: false });
      await new Promise(setImmediate);
    };
    await say(1);
    expect(states(a)).toEqual(["leading 1"]);
    await say(2);
    expect(states(a)).toEqual(["standby 1"]);
  });

  test("what a leader took and did not merge is not merged twice when it leads again after another", async () => {
    const bench = await opened();
    const [a, b] = [instance(bench, "a", "a"), instance(bench, "b", "b", { random: () => 1 })];
    await pass(bench, 36_000, a, b);
    const before = a.aggregator.weights;
    const [pause, resume] = (["pause", "resume"] as const).map((order) => ({ order, target: { term: 0, version: 0 } }));
    if (!pause || !resume) throw new Error("no orders");
    await a.aggregator.order(pause);
    const one = bench.device("one");
    const messages = one.update(1, { delta: [1] });
    await one.resend(1, messages);
    await until("its answer", () => one.acknowledgements.length === 1);
    const link = a.link();
    bench.broker.leave(link);
    await pass(bench, 40_000, b);
    bench.broker.cut(link);
    await pass(bench, 1000, a, b);
    await one.resend(1, messages);
    await until("a merge", () => b.aggregator.version.version === 2);
    await until("the other to follow", () => a.aggregator.version.version === 2);
    bench.broker.cut(b.link());
    await bench.kill(b.aggregator);
    await pass(bench, 40_000, a);
    expect(states(a)).toEqual(["leading 3"]);
    await a.aggregator.order(resume);
    await pass(bench, 5000, a);
    expect((a.aggregator.weights[0] as number) - (before[0] as number)).toBeCloseTo(1);
  });

  test("one that never had the fleet's model waits, or begins anew when it is told to", async () => {
    const bench = await opened();
    const first = await bench.leading("a");
    await bench.device("one").send(1);
    await until("a merge", () => first.version.version === 2);
    await first.settled();
    await bench.kill(first);
    // The head has expired by then, and counts all the same.
    bench.nowMs += 2 * DAY_MS;
    const b = instance(bench, "b", "b");
    await pass(bench, 60_000, b);
    expect(states(b)).toEqual(["standby 0"]);
    expect(bench.events.at(-1)).toMatch(/not here/);
    await b.leadership.close();
    bench.forget(b.aggregator);
    const c = instance(bench, "c", "c", { beginAnew: true });
    await pass(bench, 36_000, c);
    expect(states(c)).toEqual(["leading 2"]);
  });
});
