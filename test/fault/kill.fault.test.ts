import { afterEach, describe, expect } from "vitest";
import { startMosquitto, startNats, type TestBroker, testWith } from "../support/brokers.ts";
import { Seeded } from "../support/seeded.ts";
import { until } from "../support/waiting.ts";
import { GatewayProcess } from "./support/gateway-process.ts";
import { type Ledger, readLedger } from "./support/ledger.ts";
import { ordersOf, Plant, Sensors, UNITS, WARM_UP } from "./support/plant.ts";

/** SIGKILLs of a run: `MILLRACE_KILLS`, 200 where it is not set, 10 in CI. */
const KILLS = Number(process.env.MILLRACE_KILLS ?? (process.env.CI ? 10 : 200));
const SAMPLES = Number(process.env.MILLRACE_KILL_SAMPLES ?? (process.env.CI ? 4_000 : 20_000));
const HOUR_MS = 3_600_000;

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

// What these runs catch was tried by taking it out: the journal written after the acknowledgement (lost), no duplicate
// window (doubled), the appliedSeq of a snapshot not looked at (another checksum).
describe(`SIGKILL at ${KILLS} random moments of ${SAMPLES} labelled samples`, () => {
  testWith("mosquitto")(
    "through mosquitto: none lost, none doubled, every model as in a run without kills",
    async () => {
      const calm = await run(await startMosquitto(), 0);
      const killed = await run(await startMosquitto(), KILLS);
      expect(killed.checksums).toEqual(calm.checksums);
    },
    HOUR_MS,
  );

  testWith("nats-server")(
    "through NATS, which sends again out of order: none lost, none doubled, models as the journal has it",
    async () => {
      await run(await startNats({ ackWait: "2s" }), KILLS);
    },
    HOUR_MS,
  );

  testWith("nats-server")(
    "through NATS as it comes, which sends again after 30 s",
    async () => {
      await run(await startNats(), Math.ceil(KILLS / 10));
    },
    HOUR_MS,
  );
});

/** One run from a fresh state; checks all that must hold whatever the broker. */
async function run(broker: TestBroker, kills: number): Promise<Ledger> {
  open.push(() => broker[Symbol.asyncDispose]());
  const plant = new Plant(broker.url);
  open.push(() => plant[Symbol.dispose]());
  const sensors = await Sensors.open(broker.url, SAMPLES);
  open.push(() => sensors[Symbol.asyncDispose]());
  let gateway = new GatewayProcess(plant.file);
  open.push(() => gateway.kill());
  await gateway.online;

  const random = new Seeded(kills);
  for (let kill = 0; kill < kills; kill++) {
    const sending = sensors.sendTo(Math.floor((SAMPLES * (kill + 1)) / kills));
    // One in four dies while it starts or recovers, the others at work.
    if (random.index(4) > 0) await gateway.online;
    await pause(random.uniform(0, 150));
    await gateway.kill();
    gateway = new GatewayProcess(plant.file);
    await sending;
  }
  await gateway.online;
  await sensors.sendTo(SAMPLES);
  await sensors.answered();
  const learnable = SAMPLES - UNITS * WARM_UP;
  const read = () => readLedger(plant.journalFolder, plant.spec(), ordersOf(SAMPLES));
  await until("all is learnt", async () => (await pause(500)) ?? (await read()).learnt === learnable, 120_000);
  expect(await gateway.stop()).toBe(0);

  const ledger = await read();
  const { lost, doubled, setAside, gaps } = ledger;
  expect({ lost, doubled, setAside, gaps }).toEqual({ lost: [], doubled: [], setAside: 0, gaps: 0 });
  expect(ledger).toMatchObject({ learnt: learnable, warmingUp: UNITS * WARM_UP });
  expect(await plant.checksums()).toEqual(ledger.checksums);
  return ledger;
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
