import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect } from "vitest";
import { GatewayProcess } from "./fault/support/gateway-process.ts";
import { startMosquitto, testWith } from "./support/brokers.ts";
import { makeCertificates } from "./support/certificates.ts";
import { openPeer, type Peer } from "./support/mqtt.ts";
import { until } from "./support/waiting.ts";

const withMosquitto = testWith("mosquitto");
const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

withMosquitto("a killed gateway is said to be offline by the broker, and comes back to where it was", async () => {
  const { file, peer } = await around({});
  const first = new GatewayProcess(file);
  open.push(() => first.kill());
  await first.online;
  await until("online", () => stateOf(peer) === "online");
  for (let seq = 0; seq < 30; seq++) await peer.publish("site/x", { seq, v: seq / 30, y: 1 });
  await until("predicted", () => predictions(peer).length === 30);
  await first.kill();
  await until("the will", () => stateOf(peer) === "offline");
  for (let seq = 30; seq < 40; seq++) await peer.publish("site/x", { seq, v: seq / 40, y: 1 });
  const second = new GatewayProcess(file);
  open.push(() => second.kill());
  await second.online;
  await until("what came meanwhile", () => predictions(peer).some(({ order }) => order === 39));
  // Each sample is learnt after its own prediction.
  const steps = predictions(peer).filter(({ duplicate }) => !duplicate);
  expect(steps.map(({ order, version }) => [order, version.steps])).toEqual(
    Array.from({ length: 40 }, (_, i) => [i, i]),
  );
});

withMosquitto("SIGTERM saves every model, says offline and leaves the session to the broker, within 10 s", async () => {
  const { file, folder, peer } = await around({});
  const gateway = new GatewayProcess(file);
  open.push(() => gateway.kill());
  await gateway.online;
  for (let seq = 0; seq < 30; seq++) await peer.publish("site/x", { seq, v: seq / 30, y: 1 });
  await until("predicted", () => predictions(peer).length === 30);
  const since = Date.now();
  expect(await gateway.stop()).toBe(0);
  expect(Date.now() - since).toBeLessThan(10_000);
  await until("offline", () => stateOf(peer) === "offline");
  expect(JSON.parse(last(peer)?.text ?? "")).toMatchObject({ reason: "stopped" });
  expect(existsSync(join(folder, "state", "p0", "models", "s"))).toBe(true);
  await peer.publish("site/x", { seq: 30, v: 1, y: 1 });
  const next = new GatewayProcess(file);
  open.push(() => next.kill());
  await next.online;
  await until("the queued one", () => predictions(peer).length === 31);
  expect(predictions(peer)[30]).toMatchObject({ order: 30, version: { steps: 30 } });
});

withMosquitto("TLS with client certificates, as the configuration names them", async () => {
  const certificates = makeCertificates();
  open.push(() => certificates[Symbol.dispose]());
  const { ca, client, stranger } = certificates;
  const broker = await startMosquitto({ certificates, requireCertificate: true });
  open.push(() => broker[Symbol.asyncDispose]());
  const file = configure(broker.url, { tls: { ca, ...client } });
  const gateway = new GatewayProcess(file.file);
  open.push(() => gateway.kill());
  await gateway.online;
  const peer = await openPeer(broker.url, ["millrace/#"], {
    ca: readFileSync(ca),
    cert: readFileSync(client.cert),
    key: readFileSync(client.key),
  });
  open.push(() => peer[Symbol.asyncDispose]());
  await peer.publish("site/x", { seq: 0, v: 1, y: 1 });
  await until("a prediction", () => predictions(peer).length === 1);

  const wrong = new GatewayProcess(configure(broker.url, { tls: { ca: stranger.cert, ...client } }).file);
  open.push(() => wrong.kill());
  await expect(wrong.online).rejects.toThrow(/E_BROKER|certificate/);
});

async function around(broker: object): Promise<{ file: string; folder: string; peer: Peer }> {
  const started = await startMosquitto();
  open.push(() => started[Symbol.asyncDispose]());
  const peer = await openPeer(started.url, ["millrace/#"]);
  open.push(() => peer[Symbol.asyncDispose]());
  return { ...configure(started.url, broker), peer };
}

function configure(url: string, broker: object): { file: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "millrace-process-"));
  open.push(() => rmSync(folder, { recursive: true, force: true }));
  const configuration = {
    id: "g",
    broker: { url, ...broker },
    streams: {
      s: {
        topic: "site/x",
        order: { field: "seq" },
        features: ["v"],
        label: { field: "y" },
        model: { layers: [{ type: "dense", units: 1 }], loss: "mse" },
      },
    },
    state: { directory: join(folder, "state") },
    log: { level: "error" },
  };
  const file = join(folder, "gateway.json");
  writeFileSync(file, JSON.stringify(configuration));
  return { file, folder };
}

interface Predicted {
  order: number;
  duplicate?: boolean;
  version: { steps: number };
}

function predictions(peer: Peer): Predicted[] {
  return peer.messages.filter(({ topic }) => topic.endsWith("/prediction")).map(({ text }) => JSON.parse(text));
}

function last(peer: Peer): Peer["messages"][number] | undefined {
  return peer.messages.findLast(({ topic }) => topic === "millrace/g/status");
}

function stateOf(peer: Peer): string | undefined {
  const status = last(peer);
  return status && JSON.parse(status.text).state;
}
