import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkConfiguration, type GatewayOptions } from "../src/gateway/config.ts";
import { Gateway } from "../src/gateway.ts";
import { Model } from "../src/index.ts";
import { Aggregator } from "../src/sync/aggregator.ts";
import { MqttTransport } from "../src/sync/mqtt-transport.ts";
import { startAedes, type TestBroker } from "./support/brokers.ts";
import { refusalOf } from "./support/errors.ts";
import { DAY_MS, issued, testRoot } from "./support/fleet.ts";
import { Generator } from "./support/generator.ts";
import { openPeer, type Peer } from "./support/mqtt.ts";
import { until } from "./support/waiting.ts";

const open: (() => Promise<unknown> | unknown)[] = [];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-gateway-fleet-"));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("gateways in a fleet", () => {
  test("send what they learnt and take in what the others learnt, while they go on", async () => {
    const broker = await around();
    const aggregator = await leading(broker);
    const peer = await peerOf(broker);
    const gateways = [await started("a", broker), await started("b", broker)];
    const sent = { a: 0, b: 0 };
    const random = new Generator(1);
    const send = async (id: "a" | "b"): Promise<void> => {
      const [v, w] = [2 * random.uniform() - 1, 2 * random.uniform() - 1];
      await peer.publish(`${id}/x`, { seq: sent[id]++, v, w, is: v > w ? "yes" : "no" });
    };
    const inHead = () => aggregator.report().nodes.reduce((sum, { samples }) => sum + samples, 0);
    await until("samples of both in global models", async () => {
      await Promise.all([send("a"), send("b")]);
      return aggregator.version.version >= 3 && inHead() >= 40;
    });
    await until("all that was sent is merged and taken in", () => {
      return gateways.every((gateway) => {
        const { fleet, counts } = modelOf(gateway);
        return fleet && counts.learnt + counts.heldBack === sent[fleet.node as "a"] && settled(fleet);
      });
    });
    const learnt = gateways.reduce((sum, gateway) => sum + modelOf(gateway).counts.learnt, 0);
    expect(inHead()).toBe(learnt);
    expect(gateways.map((gateway) => modelOf(gateway).fleet?.counts.included)).toEqual(
      gateways.map((gateway) => modelOf(gateway).counts.learnt),
    );
    expect(gateways[0]?.health().streams.s?.sync).toMatchObject({ up: true, refused: {} });
  });
});

describe("credentials that are no use", () => {
  const start = (text: string) => {
    writeFileSync(join(folder, "a.json"), text);
    return refusalOf(() => Gateway.start(configuration("a", "mqtt://127.0.0.1:1"), { selfTest: false }));
  };
  const untilMs = Date.now() + DAY_MS;

  test.each([
    [
      "of an aggregator",
      () => issued(testRoot(), "aggregator", "a", untilMs),
      "E_CONFIG",
      /a gateway signs as a device/,
    ],
    [
      "of another fleet",
      () => issued(testRoot("mill"), "device", "a", untilMs),
      "E_CONFIG",
      /expected plant, got mill/,
    ],
    ["that are over", () => issued(testRoot(), "device", "a", Date.now() - 1), "E_CONFIG", /credentials that are over/],
  ])("%s are refused before anything changes", async (_, credentials, code, message) => {
    const refusal = await start(credentials().toText());
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
    expect(existsSync(join(folder, "a", "p0", "models"))).toBe(false);
  });

  test("that are not there are named", async () => {
    expect(await start("{}")).toMatchObject({ code: "E_FORMAT", message: expect.stringContaining("a.json") });
  });
});

// ---

type Figures = NonNullable<ReturnType<Gateway["health"]>["streams"][string]>["keys"][number];

function modelOf(gateway: Gateway): Figures {
  return gateway.health().streams.s?.keys[0] as Figures;
}

function settled({ kept, uncutSamples }: NonNullable<Figures["fleet"]>): boolean {
  return kept === 0 && uncutSamples === 0;
}

async function around(): Promise<TestBroker> {
  const broker = await startAedes();
  open.push(() => broker.stop());
  return broker;
}

async function peerOf(broker: TestBroker): Promise<Peer> {
  const peer = await openPeer(broker.url);
  open.push(() => peer[Symbol.asyncDispose]());
  return peer;
}

function configuration(id: string, url: string): GatewayOptions {
  return {
    id,
    broker: { url },
    streams: {
      s: {
        topic: `${id}/x`,
        order: { field: "seq" },
        features: ["v", "w"],
        label: { field: "is" },
        model: { task: "classification", classes: ["no", "yes"], preset: "light" },
        sync: { fleet: "plant", model: "room", credentials: join(folder, `${id}.json`), every: "200ms" },
      },
    },
    state: { directory: join(folder, id), snapshotEvery: "1s" },
    log: { level: "silent" },
  };
}

async function started(id: "a" | "b", broker: TestBroker): Promise<Gateway> {
  writeFileSync(join(folder, `${id}.json`), issued(testRoot(), "device", id, Date.now() + DAY_MS).toText());
  const gateway = await Gateway.start(configuration(id, broker.url), { selfTest: false });
  open.push(() => gateway.close());
  return gateway;
}

async function leading(broker: TestBroker): Promise<Aggregator> {
  const [stream] = checkConfiguration(configuration("a", broker.url)).streams;
  mkdirSync(join(folder, "lead"));
  const aggregator = Aggregator.open({
    fleet: "plant",
    model: "room",
    initial: await Model.create(stream?.model as never),
    credentials: issued(testRoot(), "aggregator", "lead", Date.now() + DAY_MS),
    directory: join(folder, "lead"),
    intervalMs: 200,
  });
  const transport = new MqttTransport({ urls: [broker.url], clientId: "lead" });
  open.push(async () => {
    await aggregator.abandon();
    await transport.close();
  });
  await until("the aggregator's connection", () => transport.connected);
  await aggregator.lead(transport);
  const timer = setInterval(() => aggregator.tick(), 20);
  open.push(() => clearInterval(timer));
  return aggregator;
}
