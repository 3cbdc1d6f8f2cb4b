import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { SyncDevice } from "../../src/sync/device.ts";
import type { Credentials } from "../../src/sync/keys.ts";
import { MqttTransport } from "../../src/sync/mqtt-transport.ts";
import { SPEC } from "../support/aggregators.ts";
import { startAedes, type TestBroker } from "../support/brokers.ts";
import { millrace, type Running, startMillrace } from "../support/cli.ts";
import { DAY_MS, issued, testRoot } from "../support/fleet.ts";
import { until } from "../support/waiting.ts";

const KILLS = Number(process.env.MILLRACE_SYNC_KILLS ?? (process.env.CI ? 5 : 50));

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "aggregate-"));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const credentialsOf = (role: Credentials["role"], id: string): Credentials =>
  issued(testRoot(), role, id, Date.now() + DAY_MS);

/** Files of an aggregator. @returns the configuration's path */
function configured(folder: string, broker: TestBroker, id: string, more: object): string {
  writeFileSync(join(folder, `${id}.json`), credentialsOf("aggregator", id).toText());
  const file = join(folder, `${id}.fleet.json`);
  const settings = {
    fleet: "plant",
    model: "climate",
    credentials: `${id}.json`,
    directory: `./${id}`,
    spec: SPEC,
  };
  writeFileSync(file, JSON.stringify({ ...settings, broker: { url: broker.url }, ...more }));
  return file;
}

function aggregate(file: string): Running {
  const running = startMillrace("aggregate", file);
  closing.push(async () => {
    running.process.kill("SIGKILL");
    await running.ended;
  });
  return running;
}

interface Shown {
  state: string;
  global: { term: number; version: number };
  stance: { paused: boolean };
  kept: number[];
  nodes: { node: string; samples: number; verdicts: Record<string, number> }[];
}

async function shown(file: string): Promise<Shown | undefined> {
  const { code, stdout } = await millrace("fleet", "show", file, "--json");
  return code === 0 ? (JSON.parse(stdout) as Shown) : undefined;
}

async function joined(folder: string, broker: TestBroker, id: string, more: object): Promise<SyncDevice> {
  const device = await SyncDevice.open({
    directory: join(folder, "devices", id),
    model: "climate",
    spec: SPEC,
    credentials: credentialsOf("device", id),
    holdBack: 0,
    spreadMs: 0,
    resendMs: 200,
    ...more,
  });
  const transport = new MqttTransport({ urls: [broker.url], clientId: id, will: () => device.will() });
  closing.push(
    () => transport.close(),
    () => device.close(),
  );
  await device.connect(transport);
  device.start(100);
  return device;
}

describe("millrace aggregate", () => {
  test("merges over a broker, goes on after a kill, hands over, and follows orders", async () => {
    const broker = await startAedes();
    closing.push(() => broker.stop());
    const folder = newFolder();
    const rounds = { strategy: "fedAvg", nodes: ["one"], takeOverAfter: "3s" };
    const [a, b] = [configured(folder, broker, "a", rounds), configured(folder, broker, "b", rounds)];
    const first = aggregate(a);
    const device = await joined(folder, broker, "one", { everySamples: 4, waitForRound: true });
    let learnt = 0;
    const learn = async (count: number) => {
      for (const end = learnt + count; learnt < end; learnt++) {
        await device.whenReady();
        device.learn([learnt & 1, (learnt >> 1) & 1], [(learnt ^ (learnt >> 1)) & 1]);
      }
      await device.whenReady();
    };
    await learn(8);
    expect(device.state.at).toMatchObject({ term: 1, version: 3 });
    first.process.kill("SIGKILL");
    await first.ended;

    const second = aggregate(a);
    await learn(8);
    expect(device.state.at.term).toBe(2);
    const standby = aggregate(b);
    await until("the standby to watch", async () => (await shown(b))?.state === "standby", 20_000);
    await learn(4);
    await until("the standby to follow", async () => (await shown(b))?.global.version === 6, 20_000);

    second.process.kill("SIGTERM");
    expect((await second.ended).code).toBe(0);
    await learn(4);
    expect(device.state.at).toMatchObject({ term: 3, version: 7 });

    const { stdout, code } = await millrace("fleet", "pause", b);
    expect([code, stdout]).toEqual([0, "pause: done, the global model is version 7\n"]);
    expect((await shown(b))?.stance.paused).toBe(true);
    expect((await millrace("fleet", "roll-back", b, "99")).stderr).toMatch(/not kept; expected 6, 7, got 99/);
    expect((await millrace("fleet", "roll-back", b, "6")).stdout).toBe(
      "rollBack: done, the global model is version 8\n",
    );
    const { stdout: table } = await millrace("fleet", b);
    expect(table).toMatch(/^plant\/climate {2}leading, fedAvg, paused\nversion 8, term 3/);
    expect(table).toMatch(/one +online +\d +\d/);
    standby.process.kill("SIGTERM");
    await standby.ended;
  }, 60_000);

  test(
    `killed at ${KILLS} moments under load has merged each sample once`,
    async () => {
      const broker = await startAedes();
      closing.push(() => broker.stop());
      const folder = newFolder();
      const file = configured(folder, broker, "a", { every: "1s", takeOverAfter: "1s", log: "error" });
      const ids = ["one", "two", "three"];
      const fleet = await Promise.all(ids.map((id) => joined(folder, broker, id, { everySamples: 10 })));
      let learnt = 0;
      const learning = setInterval(() => {
        for (const [i, device] of fleet.entries()) device.learn([learnt & 1, i & 1], [(learnt ^ i) & 1]);
        learnt++;
      }, 10);
      closing.push(() => clearInterval(learning));
      let draw = 1;
      for (let kill = 0; kill < KILLS; kill++) {
        const { term } = (fleet[0] as SyncDevice).state.at;
        const running = aggregate(file);
        await until("a head of this life", () => (fleet[0] as SyncDevice).state.at.term > term, 60_000);
        draw = (draw * 48_271) % 2_147_483_647;
        await new Promise((resolve) => setTimeout(resolve, draw % 1_500));
        running.process.kill("SIGKILL");
        await running.ended;
      }
      clearInterval(learning);
      const last = aggregate(file);
      await until(
        "all to be included",
        () => fleet.every(({ state }) => state.kept.length === 0 && state.samples < 10),
        60_000,
      );
      last.process.kill("SIGTERM");
      await last.ended;
      const report = await shown(file);
      const included = fleet.map(({ state }) => state.counts.included);
      expect(report?.nodes.map(({ node, samples }) => [node, samples])).toEqual([
        ["one", included[0]],
        ["three", included[2]],
        ["two", included[1]],
      ]);
      expect(included).toEqual(fleet.map(({ state }) => learnt - state.samples - state.counts.localSamples));
    },
    60_000 + 20_000 * KILLS,
  );
});
