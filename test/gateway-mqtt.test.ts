import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GatewayOptions } from "../src/gateway/config.ts";
import { Gateway, type GatewayEvent, type StartOptions } from "../src/gateway.ts";
import { startAedes, startMosquitto, type TestBroker, testWith } from "./support/brokers.ts";
import { openPeer, type Peer } from "./support/mqtt.ts";
import { until } from "./support/waiting.ts";

const open: (() => Promise<unknown> | unknown)[] = [];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-gateway-"));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("a gateway on the embedded broker", () => {
  test("predicts each sample, learns from each label, and says so", async () => {
    const { broker, peer } = await around();
    const gateway = await started(broker.url);
    expect(gateway.status()).toMatchObject({ v: 1, state: "online" });
    await until("its status", () => peer.messages.find(({ topic }) => topic === "millrace/g/status"));
    for (let i = 0; i < 20; i++) await peer.publish("site/a/x", { seq: i, v: i / 10 });
    await until("20 predictions", () => on(peer, "/prediction").length === 20);
    expect(on(peer, "/prediction")[3]).toMatchObject({
      v: 1,
      ticket: "s/site%2Fa%2Fx/3",
      key: "a",
      order: 3,
      class: expect.stringMatching(/low|high/),
      version: { steps: 0 },
    });
    for (let i = 0; i < 20; i++) await peer.publish("site/a/y", { seq: i, value: i > 10 ? "high" : "low" });
    await until("all are learnt", () => gateway.health().streams.s?.counts.learnt === 20);
    await peer.publish("site/a/x", { seq: 20, v: 2 });
    await until("one more", () => on(peer, "/prediction").length === 21);
    expect(on(peer, "/prediction")[20]).toMatchObject({ version: { steps: 20 } });
  });

  test("acknowledges and rejects what it cannot use, and goes on", async () => {
    const { broker, peer } = await around();
    const gateway = await started(broker.url);
    await peer.publish("site/a/x", "{");
    await peer.publish("site/a/x", { seq: 0 });
    await peer.publish("site/a/x", { seq: 0, v: "warm" });
    await peer.publish("site/a/y", { seq: 0, value: "middling" });
    await peer.publish("site/a/x", { seq: 0, v: 1 });
    await until("the good one", () => on(peer, "/prediction").length === 1);
    const rejected = on(peer, "rejected/s");
    expect(rejected.map(({ reason }) => reason)).toEqual(["malformed", "missing", "notANumber", "class"]);
    expect(rejected[0]).toMatchObject({ v: 1, topic: "site/a/x", payload: "{", bytes: 1 });
    expect(gateway.health().streams.s?.rejected).toEqual({ malformed: 1, missing: 1, notANumber: 1, class: 1 });
  });

  test("answers a duplicate again, marked, and learns it once", async () => {
    const { broker, peer } = await around();
    const gateway = await started(broker.url);
    for (const seq of [0, 1, 0]) await peer.publish("site/a/x", { seq, v: 1 });
    for (const seq of [0, 0]) await peer.publish("site/a/y", { seq, value: "low" });
    await until("both", () => gateway.health().streams.s?.messages.secondLabels === 1);
    expect(on(peer, "/prediction").map(({ order, duplicate }) => [order, duplicate])).toEqual([
      [0, undefined],
      [1, undefined],
      [0, true],
    ]);
    expect(gateway.health().streams.s).toMatchObject({ messages: { duplicates: 1 }, counts: { learnt: 1 } });
  });

  test("predicts at QoS 0 at once, and learns when the block is written", async () => {
    const { broker, peer } = await around();
    const gateway = await started(broker.url, {}, { qos: 0 });
    for (let i = 0; i < 50; i++) await peer.publish("site/a/x", { seq: i, v: 1 }, 0);
    for (let i = 0; i < 50; i++) await peer.publish("site/a/y", { seq: i, value: "low" }, 0);
    await until("all are learnt", () => gateway.health().streams.s?.counts.learnt === 50);
    await until("50 predictions", () => on(peer, "/prediction").length === 50);
  });

  test("goes on where it was after a close: the same weights, the same tickets", async () => {
    const { broker, peer } = await around();
    const first = await started(broker.url);
    for (let i = 0; i < 10; i++) await peer.publish("site/a/x", { seq: i, v: i });
    await until("predicted", () => on(peer, "/prediction").length === 10);
    const before = first.health().streams.s?.keys[0];
    await first.close();
    await expect(first.closed).resolves.toBeUndefined();
    await until("offline", () => on(peer, "/status").at(-1)?.state === "offline");
    expect(on(peer, "/status").at(-1)).toMatchObject({ reason: "stopped" });
    const second = await started(broker.url);
    for (let i = 0; i < 10; i++) await peer.publish("site/a/y", { seq: i, value: "high" });
    await until("learnt", () => second.health().streams.s?.counts.learnt === 10);
    expect(second.health().streams.s?.keys[0]?.checksum).not.toBe(before?.checksum);
  });

  test("tells its events to whoever iterates over it, and ends them when it is closed", async () => {
    const { broker, peer } = await around();
    const gateway = await started(broker.url);
    const seen: GatewayEvent[] = [];
    const reading = (async () => {
      for await (const event of gateway) seen.push(event);
    })();
    await peer.publish("site/a/x", { seq: 5, v: 1 });
    await peer.publish("site/a/y", { seq: 5, value: "low" });
    await peer.publish("site/a/x", "rubbish");
    await until("rejected", () => seen.some(({ type }) => type === "rejected"));
    await gateway.close();
    await reading;
    expect(seen.map(({ type }) => type)).toEqual(["prediction", "learnt", "rejected", "status"]);
  });

  test("serves /healthz", async () => {
    const { broker } = await around();
    const gateway = await started(broker.url, { http: { port: 0 } });
    const answer = await fetch(gateway.healthUrl as string);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      id: "g",
      status: { state: "online" },
      connections: { data: { up: true } },
    });
  });

  test("speaks through a client of the application, which it leaves open", async () => {
    const { broker, peer } = await around();
    await using application = await openPeer(broker.url);
    const gateway = await started(broker.url, {}, {}, { client: application.client });
    await peer.publish("site/a/x", { seq: 0, v: 1 });
    await until("a prediction", () => on(peer, "/prediction").length === 1);
    await gateway.close();
    await until("offline", () => on(peer, "/status").at(-1)?.state === "offline");
    expect(application.client.connected).toBe(true);
  });

  test("waits for a broker that is not there, until it is told to stop", async () => {
    const { broker } = await around();
    await broker.stop();
    const stop = new AbortController();
    const starting = started(broker.url, {}, {}, { signal: stop.signal });
    const failed = starting.catch((error) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop.abort(new Error("enough"));
    expect(await failed).toMatchObject({ message: "enough" });
    const again = started(broker.url);
    await broker.start();
    expect((await again).status().state).toBe("online");
  });

  test("is closed by its signal", async () => {
    const { broker } = await around();
    const stop = new AbortController();
    const gateway = await started(broker.url, {}, {}, { signal: stop.signal });
    stop.abort();
    await gateway.closed;
    expect(gateway.status().state).toBe("offline");
  });

  test("will not share its state folder", async () => {
    const { broker } = await around();
    await started(broker.url);
    await expect(started(broker.url, { id: "other" })).rejects.toMatchObject({ code: "E_LOCKED" });
  });

  test("says online again when somebody else says it is offline", async () => {
    const { broker, peer } = await around();
    await started(broker.url);
    await until("online", () => on(peer, "/status").length > 0);
    await peer.publish("millrace/g/status", { v: 1, state: "offline", instance: "late" }, 1, { retain: true });
    await until("said again", () => on(peer, "/status").filter(({ state }) => state === "online").length >= 2);
    expect(on(peer, "/status").at(-1)).toMatchObject({ state: "online" });
  });
});

describe("a gateway on mosquitto", () => {
  testWith("mosquitto")(
    "predicts retained input, which comes back at each subscription, and never learns it",
    async () => {
      const broker = await startMosquitto();
      open.push(() => broker[Symbol.asyncDispose]());
      const peer = await openPeer(broker.url, ["millrace/#"]);
      open.push(() => peer[Symbol.asyncDispose]());
      await peer.publish("site/a/x", { seq: 7, v: 1 }, 1, { retain: true });
      const gateway = await started(broker.url);
      await until("a prediction", () => on(peer, "/prediction").length === 1);
      await peer.publish("site/a/y", { seq: 7, value: "low" });
      await peer.publish("site/a/x", { seq: 8, v: 1 });
      await until("the next", () => on(peer, "/prediction").length === 2);
      expect(gateway.health().streams.s).toMatchObject({ messages: { retained: 1 }, counts: { predicted: 1 } });
    },
  );
});

async function around(): Promise<{ broker: TestBroker; peer: Peer }> {
  const broker = await startAedes();
  open.push(() => broker[Symbol.asyncDispose]());
  const peer = await openPeer(broker.url, ["millrace/#"]);
  open.push(() => peer[Symbol.asyncDispose]());
  return { broker, peer };
}

async function started(
  url: string,
  more: Partial<GatewayOptions> = {},
  stream: object = {},
  options: StartOptions = {},
): Promise<Gateway> {
  const configuration: GatewayOptions = {
    id: "g",
    broker: { url, maxBackoff: "500ms" },
    streams: {
      s: {
        topic: "site/+room/x",
        key: "room",
        order: { field: "seq" },
        features: ["v"],
        label: { topic: "site/+room/y", field: "value", match: "order" },
        model: {
          classes: ["low", "high"],
          layers: [{ type: "dense", units: 2, activation: "softmax" }],
          loss: "crossEntropy",
        },
        ...stream,
      },
    },
    state: { directory: join(folder, "state") },
    log: { level: "error" },
    ...more,
  };
  const gateway = await Gateway.start(configuration, { selfTest: false, ...options });
  open.push(() => gateway.close());
  return gateway;
}

/** Messages the gateway has published on topics with this ending. */
function on(peer: Peer, ending: string): Record<string, unknown>[] {
  return peer.messages.filter(({ topic }) => topic.endsWith(ending)).map(({ text }) => JSON.parse(text));
}
