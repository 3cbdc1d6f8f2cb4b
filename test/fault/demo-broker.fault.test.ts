import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aedes } from "aedes";
import { connect, connectAsync } from "mqtt";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Model } from "../../src/model.ts";
import { millrace, startMillrace } from "../support/cli.ts";
import { openPeer } from "../support/mqtt.ts";
import { until } from "../support/waiting.ts";

// Each run starts several processes, perhaps on two cores that others use too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder = "";
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-broker-"));
});
afterAll(() => {
  for (const process of started) process.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe("with a broker of one's own", () => {
  test("everything goes through it, as fast where it leaves Nagle's algorithm on", async () => {
    const broker = await startBroker();
    const topics = new Set<string>();
    broker.aedes.on("publish", ({ topic }) => topics.add(topic.replace(/[0-9a-f]{8}/, "RUN")));
    try {
      const { code, stdout } = await startDemo("own", "--rows", "500", "--broker", broker.url).ended;
      expect(code).toBe(0);
      expect(stdout).toContain(`over MQTT at ${broker.url}, `);
      const own = (id: string) => ["status", "health", "electricity/health"].map((name) => `millrace/${id}/${name}`);
      expect([...topics].filter((topic) => !topic.startsWith("$SYS")).sort()).toEqual(
        [
          ...["features", "labels", "predictions"].map((name) => `millrace-demo/RUN/${name}`),
          ...own("demo-RUN"),
          ...own("demo-RUN-unkilled"),
          "millrace/demo-RUN-unkilled/electricity/~/prediction",
        ].sort(),
      );
      // 40 ms a row, were each to wait for an acknowledgement: 20 s
      expect(Number(stdout.match(/rows in ([\d.]+) s/)?.[1])).toBeLessThan(15);
      expect(await leftBehind(broker, stdout)).toEqual({ retained: [], sessions: [false, false] });
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

test("a stranger on the same topics breaks nothing: the stream ends with the bits it ends with alone", async () => {
  const broker = await startBroker();
  const stranger = await connectAsync(broker.url);
  try {
    await stranger.subscribeAsync("millrace-demo/+/features");
    let rows = 0;
    stranger.on("message", (topic, payload) => {
      if (++rows !== 100) return;
      const [, run] = topic.split("/");
      const half = JSON.parse(String(payload));
      const send = (name: string, text: string) => stranger.publish(name, text, { qos: 1 });
      const garbage = ["", "null", "[]", "{", '"x"', "5", "{}", '{"row":-1}', '{"row":null,"class":"UP"}'];
      const names = ["features", "labels", "predictions"].map((name) => `millrace-demo/${run}/${name}`);
      const own = ["status", "health", "rejected/electricity"].map((name) => `millrace/demo-${run}/${name}`);
      for (const name of [...names, ...own]) for (const text of garbage) send(name, text);
      const [features = "", labels = "", predictions = ""] = names;
      for (const nswprice of [null, "1", 1e40]) send(features, JSON.stringify({ ...half, row: 900, nswprice }));
      for (const row of [1e9, 1e300, "zzz"]) send(labels, JSON.stringify({ row, class: "SIDEWAYS" }));
      const prediction = { order: half.row, class: "UP", probabilities: { DOWN: 0, UP: 1 }, version: { steps: 1 } };
      for (const [name, value] of [
        ["class", "SIDEWAYS"],
        ["order", 1.5],
        ["probabilities", { UP: 1 }],
        ["probabilities", { UP: 2, DOWN: -1 }],
        ["version", null],
      ]) {
        send(predictions, JSON.stringify({ ...prediction, [`${name}`]: value }));
      }
      // Somebody else's word that the gateway is away: it says at once that it is not.
      send(`millrace/demo-${run}/status`, '{"v":1,"state":"offline","instance":"x","since":1}');
    });
    const { code, stdout, stderr } = await startDemo("strange", "--rows", "300", "--broker", broker.url).ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const alone = await startDemo("alone", "--rows", "300", "--no-kill").ended;
    const figures = /learning net .*\n|[0-9a-f]{8} {2}in (this run|a fresh learner)/g;
    expect(stdout.match(figures)).toEqual(alone.stdout.match(figures));
  } finally {
    await stranger.endAsync();
    await broker.kill();
  }
});

test("a stranger who labels rows and sends others does not end the stream early, nor keep it from its end", async () => {
  const broker = await startBroker();
  const stranger = await connectAsync(broker.url);
  try {
    await stranger.subscribeAsync("millrace-demo/+/features");
    const answered = new Set<number>();
    stranger.on("message", (topic, payload) => {
      const { row, ...features } = JSON.parse(String(payload));
      const prefix = topic.slice(0, topic.lastIndexOf("/"));
      const send = (name: string, message: object) =>
        stranger.publish(`${prefix}/${name}`, JSON.stringify(message), { qos: 1 });
      if (row % 50 !== 20 || row > 299 || answered.has(row)) return;
      answered.add(row);
      send("labels", { row: row - 3, class: "UP" });
      send("labels", { row: row + 3, class: "UP" });
      send("features", { row: row + 100_000, ...features });
      send("labels", { row: row + 100_000, class: "DOWN" });
      // A row of the stream with other values: a sensor that counts from the start again.
      send("features", { row: row - 1, ...features });
    });
    const { code, stdout, stderr } = await startDemo("thief", "--rows", "300", "--no-kill", "--broker", broker.url)
      .ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(answered.size).toBe(6);
    expect(stdout).toMatch(/From the first row on \(300 rows\)/);
    expect((await Model.load(join(folder, "thief.millrace"))).steps).toBeGreaterThan(300);
  } finally {
    await stranger.endAsync();
    await broker.kill();
  }
});

test("--keep goes on answering, learns what it is taught, refuses what it cannot use, and saves at the end", async () => {
  const running = startDemo("kept", "--rows", "300", "--keep");
  const [, port] = await running.printed(/pub -h 127\.0\.0\.1 -p (\d+) -t \S+labels/);
  const printed = (name: string): string[] => running.stdout().match(new RegExp(`-t (\\S+${name}) -m '(.+)'`)) ?? [];
  const [, features = "", question = ""] = printed("features");
  const [, labels = "", label = ""] = printed("labels");
  const [, predictions = ""] = running.stdout().match(/-t (\S+predictions) -v/) ?? [];
  const peer = await openPeer(`mqtt://127.0.0.1:${port}`, [predictions]);
  const answersTo = (row: number) =>
    peer.messages.map(({ text }) => JSON.parse(text)).filter(({ order }) => order === row);
  try {
    await peer.publish(features, question);
    const [answer] = await until("an answer", () => answersTo(300).length > 0 && answersTo(300));
    expect(answer).toMatchObject({ class: expect.stringMatching(/^(UP|DOWN)$/), version: { steps: 300 } });
    await peer.publish(labels, label);
    await peer.publish(features, JSON.stringify({ ...JSON.parse(question), row: 301 }));
    const [taught] = await until("the next", () => answersTo(301).length > 0 && answersTo(301));
    expect(taught.version.steps).toBe(301);
    await peer.publish(features, "not JSON");
    await running.printed(/refused on \S+features: .*\n/);
    await peer.publish(features, '{"row":1,"period":1}');
    await running.printed(/refused on \S+features: .*nswprice.*\n/);
    const [, folders] = await running.printed(/millrace replay (\S+) --until 300\n/);
    const replayed = await millrace("replay", folders ?? "", "--until", "300", "--json");
    expect(JSON.parse(replayed.stdout).seq).toBe(300);
  } finally {
    await peer[Symbol.asyncDispose]();
    running.process.kill("SIGINT");
  }
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  expect(stdout).toContain("Stopped after 301 labels; ");
  expect((await Model.load(join(folder, "kept.millrace"))).steps).toBe(301);
});

function startDemo(name: string, ...parameters: string[]) {
  const running = startMillrace("demo", "--out", join(folder, `${name}.millrace`), ...parameters);
  started.push(running.process);
  return running;
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

/** What a run left with a broker: retained messages, and the sessions of its gateways. */
async function leftBehind(broker: { url: string }, stdout: string) {
  const [, run] = stdout.match(/topics millrace-demo\/([0-9a-f]{8})\//) ?? [];
  const sessions: boolean[] = [];
  for (const id of [`demo-${run}-in`, `demo-${run}-unkilled-in`]) {
    const client = connect(broker.url, { clientId: id, clean: false });
    sessions.push(
      await new Promise((resolve) => client.once("connect", ({ sessionPresent }) => resolve(sessionPresent))),
    );
    await client.endAsync();
  }
  const peer = await openPeer(broker.url, ["#", "end"]);
  await peer.publish("end", "");
  await until("the end", () => peer.messages.some(({ topic }) => topic === "end"));
  const retained = peer.messages.filter(({ topic }) => topic !== "end").map(({ topic }) => topic);
  await peer[Symbol.asyncDispose]();
  return { retained, sessions };
}
