import { afterEach, describe, expect, test } from "vitest";
import { Outbox } from "../src/gateway/mqtt/outbox.ts";
import { Presence } from "../src/gateway/mqtt/presence.ts";
import { startAedes, startMosquitto, type TestBroker, testWith } from "./support/brokers.ts";
import { openPeer } from "./support/mqtt.ts";
import { until } from "./support/waiting.ts";

const brokers: TestBroker[] = [];
afterEach(async () => {
  for (const broker of brokers.splice(0)) await broker.stop();
});

describe("the outbox", () => {
  test("keeps what is put while the broker is away, and sends it in order", async () => {
    const url = await broker();
    await using reader = await openPeer(url, ["o/#"]);
    await using writer = await openPeer(url);
    const outbox = new Outbox();
    for (let i = 0; i < 200; i++) outbox.put({ topic: "o/1", payload: `${i}`, qos: 1 });
    outbox.attach(writer.client);
    await outbox.drained(AbortSignal.timeout(5_000));
    await until("all came", () => reader.messages.length === 200);
    expect(reader.messages.map(({ text }) => text)).toEqual(Array.from({ length: 200 }, (_, i) => `${i}`));
    expect(outbox.counts()).toEqual({ sent: 200, acknowledged: 200, refused: 0, dropped: 0, waiting: 0 });
  });

  test.each(["oldest", "newest"] as const)("drops the %s when it is full, and counts it", async (overflow) => {
    const url = await broker();
    await using reader = await openPeer(url, ["o/#"]);
    await using writer = await openPeer(url);
    const outbox = new Outbox({ capacity: 3, overflow });
    for (const payload of ["a", "b", "c", "d", "e"]) outbox.put({ topic: "o/1", payload, qos: 1 });
    outbox.attach(writer.client);
    await until("three came", () => reader.messages.length === 3);
    expect(reader.messages.map(({ text }) => text)).toEqual(overflow === "oldest" ? ["c", "d", "e"] : ["a", "b", "c"]);
    expect(outbox.counts()).toMatchObject({ dropped: 2, sent: 3 });
  });

  test("holds no more bytes than it may", () => {
    const outbox = new Outbox({ capacityBytes: 1_000 });
    for (let i = 0; i < 50; i++) outbox.put({ topic: "o/1", payload: "x".repeat(100), qos: 0 });
    expect(outbox.counts()).toMatchObject({ waiting: 10, dropped: 40 });
    outbox.put({ topic: "o/1", payload: "x".repeat(1_001), qos: 0 });
    expect(outbox.counts()).toMatchObject({ waiting: 0, dropped: 51 });
  });

  testWith("mosquitto")("writes to its own socket what the client would, in order, with MQTT 3.1.1 and 5", async () => {
    const started = await startMosquitto();
    brokers.push(started);
    for (const protocol of [4, 5] as const) await writesInOrder(started.url, protocol);
  });

  test("sends again on the next connection what was not acknowledged on the last", async () => {
    const url = await broker();
    await using reader = await openPeer(url, ["o/#"]);
    await using first = await openPeer(url);
    await using second = await openPeer(url);
    const outbox = new Outbox();
    outbox.attach(first.client);
    for (let i = 0; i < 10; i++) outbox.put({ topic: "o/1", payload: `${i}`, qos: 1 });
    first.client.stream.destroy();
    outbox.detach();
    outbox.attach(second.client);
    await outbox.drained(AbortSignal.timeout(5_000));
    expect(outbox.counts()).toMatchObject({ acknowledged: 10, waiting: 0, dropped: 0 });
    await until("all came", () => new Set(reader.messages.map(({ text }) => text)).size === 10);
  });
});

describe("the presence", () => {
  test("says it again when a late will of a former connection spoke for it", () => {
    const { presence, said } = speaking();
    presence.set("online");
    presence.seen(Buffer.from(presence.will()));
    expect(said.map(({ state }) => state)).toEqual(["online", "online"]);
    presence.set("offline", "stopped");
    presence.seen(Buffer.from(presence.will()));
    expect(said.map(({ state }) => state)).toEqual(["online", "online", "offline"]);
  });

  test("tells of another program with its name, and takes rubbish for nothing", () => {
    const { presence, rivals } = speaking();
    presence.set("online");
    presence.seen(Buffer.from(JSON.stringify({ v: 1, state: "online", instance: "other" })));
    presence.seen(Buffer.from(JSON.stringify(presence.message())));
    for (const rubbish of ["", "null", "[]", "{", '{"state":7}']) presence.seen(Buffer.from(rubbish));
    expect(rivals).toEqual(["other"]);
  });

  test("keeps the moment a state began while its reason changes", () => {
    let now = 1_000;
    const { presence, said } = speaking(() => now);
    presence.set("online");
    now = 2_000;
    presence.set("degraded", "disk full");
    now = 3_000;
    presence.set("degraded", "disk still full");
    presence.set("degraded", "disk still full");
    presence.remark({ possibleGap: { since: 5 } });
    expect(said).toMatchObject([
      { state: "online", since: 1_000 },
      { state: "degraded", since: 2_000, reason: "disk full" },
      { state: "degraded", since: 2_000, reason: "disk still full" },
      { state: "degraded", since: 2_000, possibleGap: { since: 5 } },
    ]);
  });
});

async function broker(): Promise<string> {
  const started = await startAedes();
  brokers.push(started);
  return started.url;
}

function speaking(now: () => number = () => 0) {
  const said: { state: string }[] = [];
  const rivals: string[] = [];
  const presence = new Presence(
    "millrace/g/status",
    "mine",
    ({ payload }) => said.push(JSON.parse(String(payload))),
    (instance) => rivals.push(instance),
    now,
  );
  return { presence, said, rivals };
}

async function writesInOrder(url: string, protocol: 4 | 5): Promise<void> {
  const topic = (i: number) => `o${protocol}/ö${i}`;
  await using reader = await openPeer(url, [`o${protocol}/#`]);
  await using writer = await openPeer(url, [], { protocolVersion: protocol });
  const outbox = new Outbox();
  outbox.attach(writer.client, protocol);
  const long = [0, 1, 100, 127, 128, 300, 16_384, 70_000, 300_000].map((length) => "x".repeat(length));
  const texts = [...long, "grün €", ...Array.from({ length: 500 }, (_, i) => `${i}`)];
  for (const [i, text] of texts.entries()) {
    const payload = i % 2 === 0 ? text : Buffer.from(text);
    outbox.put({ topic: topic(i), payload, qos: i % 50 === 49 ? 1 : 0, retain: i === 3 });
  }
  await outbox.drained(AbortSignal.timeout(5_000));
  await until("all came", () => reader.messages.length === texts.length);
  expect(reader.messages.map(({ topic, text }) => [topic, text])).toEqual(texts.map((text, i) => [topic(i), text]));
  expect(outbox.counts()).toMatchObject({ sent: texts.length, dropped: 0, waiting: 0 });
  await using late = await openPeer(url, [`o${protocol}/#`]);
  await until("the retained one came", () => late.messages.length > 0);
  expect(late.messages.map((message) => message.topic)).toEqual([topic(3)]);
}
