import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aedes } from "aedes";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Model } from "../src/model.ts";
import { startMillrace } from "./support/cli.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-broker-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("with a broker of one's own", () => {
  test("everything goes through it, as fast where it leaves Nagle's algorithm on", async () => {
    const broker = await startBroker();
    const topics = new Set<string>();
    broker.aedes.on("publish", ({ topic }) => topics.add(topic.replace(/[0-9a-f]{8}/, "RUN")));
    try {
      const { code, stdout } = await startDemo("own", "--rows", "1000", "--broker", broker.url).ended;
      expect(code).toBe(0);
      expect(stdout).toContain(`over MQTT at ${broker.url}, `);
      expect([...topics].filter((topic) => !topic.startsWith("$SYS")).sort()).toEqual(
        ["features", "labels", "predictions", "progress", "result"].map((name) => `millrace-demo/RUN/${name}`),
      );
      // 40 ms a row, were each to wait for an acknowledgement: 40 s
      expect(Number(stdout.match(/rows in ([\d.]+) s/)?.[1])).toBeLessThan(20);
    } finally {
      await broker.kill();
    }
  });

  test("its death ends the run with a clear error, and the model is saved", async () => {
    const broker = await startBroker();
    const running = startDemo("dead", "--rows", "20000", "--rate", "1000", "--broker", broker.url);
    await running.printed(/\n {2} *1,000 /);
    await broker.kill();
    const { code, stdout, stderr } = await running.ended;
    expect(stderr).toMatch(/^error: --broker: .*the connection to the broker at mqtt:.* broke.*\(E_BROKER\)\n$/);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Stopped after [\d,]+ labels; .*\n {2}saved to /);
    expect((await Model.load(join(folder, "dead.millrace"))).steps).toBeGreaterThan(900);
  });
});

test("--keep goes on answering, learns what it is taught, refuses what it cannot use, and saves at the end", async () => {
  const running = startDemo("kept", "--rows", "300", "--keep");
  const [, port] = await running.printed(/pub -h 127\.0\.0\.1 -p (\d+) -t \S+labels/);
  const features = running.stdout().match(/-t (\S+features) -m '(.+)'/) ?? [];
  const labels = running.stdout().match(/-t (\S+labels) -m '(.+)'/) ?? [];
  const predictions = running.stdout().match(/-t (\S+predictions) -v/) ?? [];
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`);
  try {
    await client.subscribeAsync(predictions[1] as string);
    const answers: unknown[] = [];
    const answered = new Promise<void>((resolve) => {
      client.on("message", (_topic, payload) => {
        if (answers.push(JSON.parse(String(payload))) === 2) resolve();
      });
    });
    await client.publishAsync(features[1] as string, features[2] as string);
    // The second waits until the label of the first is learnt: topics keep no order among each other.
    const early = { ...JSON.parse(features[2] as string), row: 301, labelsBefore: 301 };
    await client.publishAsync(features[1] as string, JSON.stringify(early), { qos: 1 });
    await client.publishAsync(labels[1] as string, labels[2] as string, { qos: 1 });
    await answered;
    const named = { class: expect.stringMatching(/^(UP|DOWN)$/), probability: expect.any(Number) };
    expect(answers).toEqual([
      { row: 300, learnt: 300, ...named },
      { row: 301, learnt: 301, ...named },
    ]);
    await client.publishAsync(labels[1] as string, labels[2] as string, { qos: 1 });
    await running.printed(/refused on \S+labels: no features of row 300 wait for a label\n/);
    await client.publishAsync(features[1] as string, "not JSON");
    await running.printed(/refused on \S+features: not a JSON object\n/);
    await client.publishAsync(features[1] as string, '{"row":1,"features":{"period":1}}');
    await running.printed(/refused on \S+features: .*"nswprice"/);
  } finally {
    await client.endAsync();
    running.process.kill("SIGINT");
  }
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  expect(stdout).toContain("Stopped after 301 labels; ");
  expect((await Model.load(join(folder, "kept.millrace"))).steps).toBe(301);
});

function startDemo(name: string, ...parameters: string[]) {
  return startMillrace("demo", "--out", join(folder, `${name}.millrace`), ...parameters);
}

/** A broker as others run it: sockets as the system makes them. */
async function startBroker() {
  const aedes = await Aedes.createBroker();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    aedes.handle(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    aedes,
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async kill() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
    },
  };
}
