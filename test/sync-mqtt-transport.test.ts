import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { MqttTransport, type MqttTransportOptions } from "../src/sync/mqtt-transport.ts";
import type { Delivery } from "../src/sync/types.ts";
import { freePort, startAedes, startMosquitto, type TestBroker, testWith } from "./support/brokers.ts";

const open: MqttTransport[] = [];
const brokers: TestBroker[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((transport) => transport.close()));
  await Promise.all(brokers.splice(0).map((broker) => broker[Symbol.asyncDispose]()));
});

function connected(url: string, clientId: string, more: Partial<MqttTransportOptions> = {}): MqttTransport {
  const transport = new MqttTransport({ urls: [url], clientId, ...more });
  open.push(transport);
  return transport;
}

async function broker(started: Promise<TestBroker>): Promise<TestBroker> {
  const one = await started;
  brokers.push(one);
  return one;
}

const QOS_1 = { qos: 1, retain: false } as const;

describe("a transport over MQTT", () => {
  async function holds(url: string): Promise<void> {
    const [sender, receiver] = [connected(url, "a"), connected(url, "b")];
    const got: Delivery[] = [];
    await receiver.subscribe(["mr/1/+/x", "mr/1/f/y"], (delivery) => got.push(delivery));
    await vi.waitFor(() => expect([sender.connected, receiver.connected]).toEqual([true, true]), 10_000);
    await sender.publish("mr/1/f/x", Buffer.from([0, 255, 1]), QOS_1);
    await sender.publish("mr/1/f/z", Buffer.from("not asked for"), QOS_1);
    await sender.publish("mr/1/f/y", Buffer.alloc(70_000, 7), QOS_1);
    await vi.waitFor(() => expect(got).toHaveLength(2), 10_000);
    expect(got.map(({ topic, bytes }) => [topic, bytes.length])).toEqual([
      ["mr/1/f/x", 3],
      ["mr/1/f/y", 70_000],
    ]);
  }

  test("brings bytes through aedes", async () => {
    await holds((await broker(startAedes())).url);
  });

  testWith("mosquitto")("brings bytes through mosquitto", async () => {
    await holds((await broker(startMosquitto())).url);
  });

  test("comes back when the broker does, with its subscriptions, and says so", async () => {
    const aedes = await broker(startAedes());
    const [sender, receiver] = [connected(aedes.url, "a"), connected(aedes.url, "b")];
    const got: Delivery[] = [];
    const greeted = vi.fn();
    receiver.onConnect(greeted);
    await receiver.subscribe(["mr/1/f/x"], (delivery) => got.push(delivery));
    await vi.waitFor(() => expect([sender.connected, receiver.connected]).toEqual([true, true]), 10_000);
    await aedes.kill();
    await vi.waitFor(() => expect([sender.connected, receiver.connected]).toEqual([false, false]), 10_000);
    await expect(sender.publish("mr/1/f/x", Buffer.of(1), QOS_1)).rejects.toMatchObject({ code: "E_BROKER" });
    await aedes.start();
    await vi.waitFor(() => expect([sender.connected, receiver.connected]).toEqual([true, true]), 20_000);
    expect(greeted).toHaveBeenCalledTimes(2);
    await sender.publish("mr/1/f/x", Buffer.of(2), QOS_1);
    await vi.waitFor(() => expect(got.map(({ bytes }) => bytes[0])).toEqual([2]), 10_000);
  });

  test("leaves a will that is made anew for each connection, and none when it is closed in good order", async () => {
    const aedes = await broker(startAedes());
    let made = 0;
    const will = () => ({ topic: "mr/1/f/will", bytes: Buffer.of(++made) });
    const watcher = connected(aedes.url, "w");
    const got: number[] = [];
    await watcher.subscribe(["mr/1/f/will"], ({ bytes }) => got.push(bytes[0] as number));
    const one = connected(aedes.url, "a", { will, reconnects: false });
    await vi.waitFor(() => expect([one.connected, watcher.connected]).toEqual([true, true]), 10_000);
    // A second client with its name: the broker ends the first.
    const other = connected(aedes.url, "a", { will });
    await vi.waitFor(() => expect(got).toEqual([1]), 10_000);
    await vi.waitFor(() => expect([one.closed, other.connected]).toEqual([true, true]), 10_000);
    await other.close();
    await watcher.publish("mr/1/f/will", Buffer.of(9), QOS_1);
    await vi.waitFor(() => expect(got).toEqual([1, 9]), 10_000);
  });

  test("gives up a broker that takes a publish and never answers, and connects anew", async () => {
    const port = await freePort();
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      // A CONNACK for the CONNECT, and nothing after it.
      socket.once("data", () => socket.write(Buffer.of(0x20, 2, 0, 0))).on("error", () => {});
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    try {
      const lost = vi.fn();
      const transport = connected(`mqtt://127.0.0.1:${port}`, "a", { stallMs: 200, onLost: lost });
      await vi.waitFor(() => expect(transport.connected).toBe(true), 10_000);
      await expect(transport.publish("mr/1/f/x", Buffer.of(1), QOS_1)).rejects.toMatchObject({ code: "E_BROKER" });
      expect(lost).toHaveBeenCalledWith(expect.stringContaining("no acknowledgement"));
      await vi.waitFor(() => expect([sockets.length, transport.connected]).toEqual([2, true]), 10_000);
    } finally {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test("names the right that is missing when a subscription is refused", async () => {
    const aedes = await broker(startAedes(undefined, (filter) => filter === "mr/1/f/secret"));
    const transport = connected(aedes.url, "a");
    await vi.waitFor(() => expect(transport.connected).toBe(true), 10_000);
    await expect(transport.subscribe(["mr/1/f/secret"], () => {})).rejects.toMatchObject({
      code: "E_BROKER",
      message: expect.stringContaining("topic read mr/1/f/secret"),
    });
  });
});
