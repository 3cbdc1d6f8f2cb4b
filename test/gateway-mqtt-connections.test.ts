import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { connectOnce, isRefusal } from "../src/gateway/mqtt/connect.ts";
import { DataConnection, type DataHandlers } from "../src/gateway/mqtt/data-connection.ts";
import { startAedes, startMosquitto, testWith } from "./support/brokers.ts";
import { makeCertificates } from "./support/certificates.ts";
import { accessTo, openPeer } from "./support/mqtt.ts";
import { until } from "./support/waiting.ts";

const withMosquitto = testWith("mosquitto");
const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("the data connection", () => {
  test("acknowledges a message only when it is handled, and never on the connection after its own", async () => {
    const sent: string[] = [];
    const broker = await startAedes((id, { cmd }) => {
      if (id === "g-in" && cmd !== "pingreq") sent.push(cmd);
    });
    open.push(() => broker[Symbol.asyncDispose]());
    const gates: (() => void)[] = [];
    const data = dataOn(broker.url, {
      message: () => new Promise((resolve) => gates.push(() => resolve(true))),
    });
    await until("subscribed", () => data.isUp);
    const sensor = await openPeer(broker.url);
    open.push(() => sensor[Symbol.asyncDispose]());
    await sensor.publish("a/1", "first");
    await until("the message is at work", () => gates.length === 1);

    let back: () => void = () => {};
    data.leave(
      new Promise((resolve) => {
        back = resolve;
      }),
    );
    await until("gone", () => !data.isUp);
    back();
    await until("the broker sends it again", () => data.counts().received === 2);
    expect(gates).toHaveLength(1);
    gates[0]?.();
    await until("the second call", () => gates.length === 2);
    expect(data.counts()).toMatchObject({ late: 1 });
    expect(sent.filter((cmd) => cmd === "puback")).toEqual([]);
    gates[1]?.();
    await until("acknowledged", () => sent.includes("puback"));
    expect(sent.filter((cmd) => cmd === "puback")).toHaveLength(1);
  });

  withMosquitto("gets what was sent while it was away, and says when a session is gone", async () => {
    const broker = await startMosquitto();
    open.push(() => broker[Symbol.asyncDispose]());
    const folder = newFolder();
    const gaps: string[] = [];
    const first = dataOn(broker.url, { possibleGap: () => gaps.push("first") }, folder);
    await until("subscribed", () => first.isUp);
    await first.close();
    const sensor = await openPeer(broker.url);
    open.push(() => sensor[Symbol.asyncDispose]());
    for (let i = 0; i < 50; i++) await sensor.publish("a/1", `${i}`);

    const texts: string[] = [];
    const message: DataHandlers["message"] = ({ payload }) => texts.push(payload.toString()) > 0;
    const second = dataOn(broker.url, { message, possibleGap: () => gaps.push("second") }, folder);
    await until("all came", () => texts.length === 50);
    expect(texts).toEqual(Array.from({ length: 50 }, (_, i) => `${i}`));
    await second.close();

    const thief = await connectOnce(broker.url, accessTo(broker.url), { clientId: "g-in", clean: true });
    await thief.client.endAsync();
    const third = dataOn(broker.url, { possibleGap: () => gaps.push("third") }, folder);
    await until("subscribed", () => third.isUp);
    expect(gaps).toEqual(["third"]);
  });

  withMosquitto("keeps its session under MQTT 5 too", async () => {
    const broker = await startMosquitto();
    open.push(() => broker[Symbol.asyncDispose]());
    const folder = newFolder();
    const sessions: boolean[] = [];
    const texts: string[] = [];
    const handlers: Partial<DataHandlers> = {
      up: (sessionPresent) => sessions.push(sessionPresent),
      message: ({ payload }) => texts.push(payload.toString()) > 0,
    };
    const first = dataOn(broker.url, handlers, folder, 5);
    await until("subscribed", () => first.isUp);
    await first.close();
    const sensor = await openPeer(broker.url);
    open.push(() => sensor[Symbol.asyncDispose]());
    await sensor.publish("a/1", "while away");
    const second = dataOn(broker.url, handlers, folder, 5);
    await until("it came", () => texts.length === 1);
    await until("subscribed", () => second.isUp);
    expect(sessions).toEqual([false, true]);
  });

  withMosquitto("unsubscribes what the configuration names no more", async () => {
    const broker = await startMosquitto();
    open.push(() => broker[Symbol.asyncDispose]());
    const folder = newFolder();
    const old = dataOn(broker.url, {}, folder, 4, ["a/+", "b/+"]);
    await until("subscribed", () => old.isUp);
    await old.close();
    const texts: string[] = [];
    const message: DataHandlers["message"] = ({ payload }) => texts.push(payload.toString()) > 0;
    const next = dataOn(broker.url, { message }, folder);
    await until("subscribed", () => next.isUp);
    const sensor = await openPeer(broker.url);
    open.push(() => sensor[Symbol.asyncDispose]());
    await sensor.publish("b/1", "unwanted");
    await sensor.publish("a/1", "wanted");
    await until("it came", () => texts.length > 0);
    expect(texts).toEqual(["wanted"]);
  });

  // Fails where what waits is neither read nor given up: the socket then outlives the connection, and the process.
  withMosquitto("closes in order, and its socket with it, while more waits than it has read", async () => {
    const broker = await startMosquitto();
    open.push(() => broker[Symbol.asyncDispose]());
    const sockets = () => process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
    const sensor = await openPeer(broker.url);
    open.push(() => sensor[Symbol.asyncDispose]());
    const before = sockets();
    const folder = newFolder();
    let finish: (handled: boolean) => void = () => {};
    const message: DataHandlers["message"] = () => new Promise((resolve) => (finish = resolve));
    const data = dataOn(broker.url, { message }, folder);
    await until("subscribed", () => data.isUp);
    const large = "x".repeat(500_000);
    await Promise.all(Array.from({ length: 20 }, (_, i) => sensor.publish("a/1", `${i} ${large}`)));
    await until("one is at work", () => data.counts().received > 0);
    const stopped = data.stopReading();
    finish(true);
    await stopped;
    const startMs = performance.now();
    await data.close();
    expect(performance.now() - startMs).toBeLessThan(1_500);
    await until("no socket is left", () => sockets() === before);

    const texts: string[] = [];
    const rest: DataHandlers["message"] = ({ payload }) => texts.push(payload.toString().slice(0, 2).trim()) > 0;
    const next = dataOn(broker.url, { message: rest }, folder);
    await until("the rest came", () => texts.length === 19);
    expect(texts).toEqual(Array.from({ length: 19 }, (_, i) => `${i + 1}`));
    await next.close();
  });

  // mosquitto grants every subscription and keeps the messages back; others refuse.
  test("names the right it lacks when a subscription is refused", async () => {
    const broker = await startAedes(
      () => {},
      (filter) => filter.startsWith("a/"),
    );
    open.push(() => broker[Symbol.asyncDispose]());
    const reasons: unknown[] = [];
    dataOn(broker.url, { down: (reason) => reasons.push(reason) });
    await until("refused", () => reasons.length > 0);
    expect(reasons[0]).toMatchObject({ code: "E_BROKER", where: "a/+" });
    expect(String(reasons[0])).toContain("topic read a/+");
  });

  withMosquitto("comes back by itself when the broker does", async () => {
    const broker = await startMosquitto({ autosave: true });
    open.push(() => broker[Symbol.asyncDispose]());
    const downs: unknown[] = [];
    const data = dataOn(broker.url, { down: (reason) => downs.push(reason) });
    await until("subscribed", () => data.isUp);
    await broker.kill();
    await until("it is noticed", () => downs.length > 2);
    await broker.start();
    const since = Date.now();
    await until("subscribed again", () => data.isUp, 5_000);
    expect(Date.now() - since).toBeLessThan(5_000);
  });
});

describe("TLS", () => {
  withMosquitto("with certificates of both sides, and refusals that say why", async () => {
    const certificates = makeCertificates();
    open.push(() => certificates[Symbol.dispose]());
    const broker = await startMosquitto({ certificates, requireCertificate: true });
    open.push(() => broker[Symbol.asyncDispose]());
    const pem = (file: string) => readFileSync(file);
    const attempt = (tls: object) => {
      const attempted = connectOnce(broker.url, accessTo(broker.url, { tls }), { clientId: "t", clean: true });
      return attempted.then(
        ({ client }) => client.endAsync().then(() => "connected"),
        (error) => (isRefusal(error) ? "refused" : `unreachable: ${error}`),
      );
    };
    const { ca, client, stranger } = certificates;
    const mine = { cert: pem(client.cert), key: pem(client.key) };
    expect(await attempt({ ca: pem(ca), ...mine })).toBe("connected");
    expect(await attempt({ ca: pem(ca) })).toMatch(/refused|unreachable/);
    expect(await attempt({ ca: pem(stranger.cert), ...mine })).toBe("refused");
    expect(await attempt(mine)).toBe("refused");
    expect(await attempt({ ...mine, verify: false })).toBe("connected");
  });

  withMosquitto("user and password: a wrong one is refused for good", async () => {
    const broker = await startMosquitto({ users: { plant: "secret" } });
    open.push(() => broker[Symbol.asyncDispose]());
    const attempt = (password: string) =>
      connectOnce(broker.url, accessTo(broker.url, { username: "plant", password }), { clientId: "t", clean: true });
    await (await attempt("secret")).client.endAsync();
    const error = await attempt("guess").catch((reason) => reason);
    expect(isRefusal(error)).toBe(true);
    expect(String(error)).not.toContain("guess");
  });
});

function dataOn(
  url: string,
  handlers: Partial<DataHandlers>,
  folder = newFolder(),
  protocol: 4 | 5 = 4,
  names = ["a/+"],
) {
  const filters = names.map((filter) => ({ filter, qos: 1 as const }));
  const inbox = { messages: 100, overflow: "oldest" } as const;
  const data = new DataConnection(
    accessTo(url, { protocol, maxBackoffMs: 500 }),
    { clientId: "g-in", filters, folder, inbox },
    {
      message: () => true,
      failed: (error) => {
        throw error;
      },
      up: () => {},
      down: () => {},
      possibleGap: () => {},
      ...handlers,
    },
  );
  data.open();
  open.push(() => data.close());
  return data;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "millrace-data-"));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
