import { readFileSync } from "node:fs";
import { afterEach, describe, expect } from "vitest";
import { startMosquitto, startNats, type TestBroker, testWith } from "../support/brokers.ts";
import { Seeded } from "../support/seeded.ts";
import { until } from "../support/waiting.ts";
import { GatewayProcess } from "./support/gateway-process.ts";
import { type Ledger, readLedger } from "./support/ledger.ts";
import { ordersOf, Plant, Sensors } from "./support/plant.ts";

const KILLS = 10;
const SAMPLES = Number(process.env.MILLRACE_KILL_SAMPLES ?? (process.env.CI ? 4_000 : 20_000));
const HOUR_MS = 3_600_000;
/** What mosquitto acknowledged before this must have been on its disk, which it writes after each change. */
const SAVE_MS = 1_000;

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe(`the broker killed and started again ${KILLS} times under load`, () => {
  testWith("nats-server")(
    "NATS: nothing lost or doubled, back within 5 s each time, memory bounded",
    async () => {
      const { ledger } = await run(await startNats({ ackWait: "2s" }));
      expect(ledger.lost).toEqual([]);
    },
    HOUR_MS,
  );

  testWith("mosquitto")(
    "mosquitto: nothing doubled, lost no more than it had acknowledged and not saved, back within 5 s each time",
    async () => {
      const { ledger, acknowledgedInLastSecond } = await run(await startMosquitto({ autosave: true }));
      console.log(`mosquitto lost ${ledger.lost.length} of ${2 * SAMPLES} acknowledged messages in ${KILLS} kills`);
      expect(ledger.lost.length).toBeLessThanOrEqual(acknowledgedInLastSecond);
    },
    HOUR_MS,
  );
});

async function run(broker: TestBroker): Promise<{ ledger: Ledger; acknowledgedInLastSecond: number }> {
  open.push(() => broker[Symbol.asyncDispose]());
  const plant = new Plant(broker.url);
  open.push(() => plant[Symbol.dispose]());
  const sensors = await Sensors.open(broker.url, SAMPLES);
  open.push(() => sensors[Symbol.asyncDispose]());
  const gateway = new GatewayProcess(plant.file);
  open.push(() => gateway.kill());
  await gateway.online;

  const random = new Seeded(5);
  let acknowledgedInLastSecond = 0;
  const resident = residentBytes(gateway.pid);
  for (let kill = 0; kill < KILLS; kill++) {
    const sending = sensors.sendTo(Math.floor((SAMPLES * (kill + 1)) / KILLS));
    await new Promise((resolve) => setTimeout(resolve, random.uniform(50, 600)));
    acknowledgedInLastSecond += sensors.acknowledgedSince(Date.now() - SAVE_MS);
    await broker.kill();
    await broker.start();
    const acceptedMs = Date.now();
    await until("the gateway is back", async () => (await gateway.health()).connections.data.up, 5_000);
    expect(Date.now() - acceptedMs).toBeLessThan(5_000);
    await sending;
  }
  await sensors.answered();
  await sensors.sendTo(SAMPLES);
  await sensors.answered();
  let before = -1;
  // Lost messages never come: it is over when nothing has come for a while (NATS sends again after 2 s).
  await until(
    "the stream is over",
    async () => {
      const received = (await gateway.health()).connections.data.received ?? 0;
      const isOver = received === before;
      before = received;
      if (!isOver) await new Promise((resolve) => setTimeout(resolve, 5_000));
      return isOver;
    },
    300_000,
  );
  expect(residentBytes(gateway.pid)).toBeLessThan(resident + 100 * 2 ** 20);
  expect(await gateway.stop()).toBe(0);
  const ledger = await readLedger(plant.journalFolder, plant.spec(), ordersOf(SAMPLES));
  expect({ doubled: ledger.doubled, gaps: ledger.gaps, setAside: ledger.setAside }).toEqual({
    doubled: [],
    gaps: 0,
    setAside: 0,
  });
  expect(await plant.checksums()).toEqual(ledger.checksums);
  return { ledger, acknowledgedInLastSecond };
}

function residentBytes(pid: number): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kib) * 1_024;
}
