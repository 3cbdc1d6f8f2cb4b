import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { MqttTransport } from "../src/sync/mqtt-transport.ts";
import { Topics } from "../src/sync/topics.ts";
import { BrokerProgram } from "./support/broker-program.ts";
import { freePort, startMosquitto, testWith } from "./support/brokers.ts";

const PAGE = readFileSync(new URL("../docs/sync.md", import.meta.url), "utf8");
const topics = new Topics("plant", "climate");
const WORDS = { "agg-1": "AGG_1_PASSWORD", "plant-7": "PLANT_7_PASSWORD" };

/** The block of the page that begins with a line. */
function blockOf(firstLine: string): string {
  return new RegExp(`\`\`\`\\n(${firstLine}[\\s\\S]*?)\`\`\``).exec(PAGE)?.[1] as string;
}

/** What a device of these rights may and may not do, tried on the broker itself. */
async function tryRights(url: string): Promise<void> {
  const connected = (username: keyof typeof WORDS) =>
    new MqttTransport({ urls: [url], clientId: username, client: { username, password: WORDS[username] } });
  const [aggregator, device] = [connected("agg-1"), connected("plant-7")];
  try {
    await vi.waitFor(() => expect([aggregator.connected, device.connected]).toEqual([true, true]), 10_000);
    const [up, down]: [string[], string[]] = [[], []];
    await aggregator.subscribe(topics.aggregatorFilters(), ({ topic }) => up.push(topic));
    await device.subscribe(topics.deviceFilters("plant-7"), ({ topic }) => down.push(topic));
    const say = (by: MqttTransport, topic: string) =>
      by.publish(topic, Buffer.of(1), { qos: 1, retain: false }).catch(() => {});
    // A broker refuses the subscription, or lets nothing through it.
    const foreign = [topics.acknowledgement("plant-8"), topics.update("plant-8", 1, 0)];
    await device.subscribe(foreign, ({ topic }) => down.push(topic)).catch(() => {});
    await vi.waitFor(() => expect(device.connected).toBe(true), 10_000);
    const allowedDown = [
      topics.head,
      topics.leader,
      topics.body(1, 0),
      topics.answer("plant-7", 0),
      topics.acknowledgement("plant-7"),
    ];
    for (const topic of [...foreign, ...allowedDown]) await say(aggregator, topic);
    await vi.waitFor(() => expect(down).toEqual(allowedDown), 10_000);
    // Refused publishes first: what is allowed comes behind them. A broker may end the connection for one.
    up.length = 0;
    const refused = [
      topics.head,
      topics.leader,
      topics.command,
      topics.update("plant-8", 1, 0),
      topics.status("plant-8"),
    ];
    for (const topic of refused) {
      await say(device, topic);
      await vi.waitFor(() => expect(device.connected).toBe(true), 10_000);
    }
    const allowed = [topics.get("plant-7"), topics.update("plant-7", 1, 0), topics.status("plant-7")];
    for (const topic of allowed) {
      const arrived = async () => {
        if (!up.includes(topic)) await device.publish(topic, Buffer.of(1), { qos: 1, retain: false });
        expect(up).toContain(topic);
      };
      await vi.waitFor(arrived, { timeout: 10_000, interval: 100 });
    }
    expect([...new Set(up)]).toEqual(allowed);
  } finally {
    await Promise.all([aggregator.close(), device.close()]);
  }
}

describe("the rights of docs/sync.md let a device do its own and nothing else", () => {
  testWith("mosquitto")("mosquitto", async () => {
    await using broker = await startMosquitto({ users: WORDS, access: blockOf("user agg-1").split("\n") });
    await tryRights(broker.url);
  });

  testWith("nats-server")("nats-server", async () => {
    const folder = mkdtempSync(join(tmpdir(), "millrace-rights-"));
    const [port, plain] = [await freePort(), await freePort()];
    const file = join(folder, "nats.conf");
    const listen = `server_name: test\nlisten: 127.0.0.1:${plain}\njetstream { store_dir: "${folder}" }\nmqtt { listen: "127.0.0.1:${port}" }\n`;
    writeFileSync(file, listen + blockOf("authorization \\{"));
    const broker = new BrokerProgram("nats-server", ["-c", file], port);
    try {
      await broker.start();
      await tryRights(`mqtt://127.0.0.1:${port}`);
    } finally {
      await broker.end("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("the page names a filter for each topic a device listens to", () => {
  for (const filter of topics.deviceFilters("%u")) expect(PAGE).toContain(`pattern read ${filter}\n`);
});
