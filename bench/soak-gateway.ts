// Ten million messages through a gateway and mosquitto: what it holds after the second tenth it may hold at the end.
// `npm run test:soak`; MILLRACE_SOAK=400000 for a short form.
import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import mqtt from "mqtt";
import { pin, startBroker } from "./gateway-broker.ts";
import type { Memory } from "./gateway-run.ts";
import { asText } from "./table.ts";

const MESSAGES = Number(process.env.MILLRACE_SOAK ?? 10_000_000);
const UNITS = 20;
const WINDOW = 1_000;
/** Every so many messages one is of no use, and one comes twice. */
const ODD = 997;
/** What the product promises: the last tenth beside the second. */
const LIMITS = { usedBytes: 1.02, residentBytes: 1.1 };

const orders = new Array<number>(UNITS).fill(0);
const folder = mkdtempSync(join(tmpdir(), "millrace-soak-gateway-"));
pin(process.pid, 0);
const broker = await startBroker(folder);
try {
  const file = join(folder, "gateway.json");
  writeFileSync(file, JSON.stringify(configuration(broker.url)));
  const gateway = fork(fileURLToPath(new URL("gateway-run.js", import.meta.url)), [file], { stdio: "inherit" });
  const gone = new Promise((resolve) => gateway.once("exit", resolve));
  const said = () =>
    Promise.race([
      new Promise((resolve) => gateway.once("message", resolve)),
      gone.then((code) => Promise.reject(new Error(`the gateway ended with ${code}`))),
    ]);
  await said();
  pin(gateway.pid as number, 1);
  const tenths = await soak(broker.url, async () => {
    const answer = said();
    gateway.send("memory");
    return (await answer) as Memory;
  });
  gateway.send("stop");
  await gone;
  report(tenths);
} finally {
  broker.kill();
  rmSync(folder, { recursive: true, force: true });
}

interface Tenth extends Memory {
  /** Messages a second. */
  rate: number;
}

function report(tenths: readonly Tenth[]): void {
  const rows = tenths.map(({ usedBytes, residentBytes, rate }, i) => [
    `${i + 1}`,
    (usedBytes / 2 ** 20).toFixed(2),
    (residentBytes / 2 ** 20).toFixed(1),
    rate.toFixed(0),
  ]);
  console.log(asText([["tenth", "used MiB", "resident MiB", "messages/s"], ...rows]));
  for (const what of ["usedBytes", "residentBytes"] as const) {
    const [second, last] = [tenths[1]?.[what] ?? 0, tenths.at(-1)?.[what] ?? 0];
    console.log(`${what}: ${(last / second).toFixed(4)} of the second tenth, promised at most ${LIMITS[what]}`);
    if (!(last <= LIMITS[what] * second)) process.exitCode = 1;
  }
}

async function soak(url: string, measure: () => Promise<Memory>): Promise<Tenth[]> {
  const client = await mqtt.connectAsync(url, { clientId: "load" });
  const reader = await mqtt.connectAsync(url, { clientId: "load-in" });
  let [sent, answered] = [0, 0];
  let until = 0;
  let wake: () => void = () => {};
  const isDue = () => (sent < until ? sent - answered <= WINDOW / 2 : answered >= until);
  reader.on("message", () => {
    answered++;
    if (isDue()) wake();
  });
  await reader.subscribeAsync(["millrace/soak/bench/+/prediction", "millrace/soak/rejected/bench"], { qos: 0 });
  const tenths: Tenth[] = [];
  for (let tenth = 1; tenth <= 10; tenth++) {
    until = Math.floor((tenth * MESSAGES) / 10);
    const from = sent;
    const startedMs = performance.now();
    while (answered < until) {
      while (sent < until && sent - answered < WINDOW) {
        client.publish(`bench/${sent % UNITS}/sample`, message(sent), { qos: 0 });
        sent++;
      }
      // At QoS 0 a broker may drop what comes too fast: then the answers are fewer, and this is the end of the soak.
      let fail: (error: Error) => void = () => {};
      const patience = setTimeout(() => fail(new Error(`${sent - answered} messages without an answer`)), 60_000);
      await new Promise<void>((resolve, reject) => {
        [wake, fail] = [resolve, reject];
        if (isDue()) resolve();
      });
      clearTimeout(patience);
    }
    const rate = (1_000 * (until - from)) / (performance.now() - startedMs);
    tenths.push({ ...(await measure()), rate });
  }
  await Promise.all([client.endAsync(), reader.endAsync()]);
  return tenths;
}

/** Two readings and a value to learn; now and then what cannot be used, or the unit's last message again. */
function message(index: number): string {
  const unit = index % UNITS;
  if (index % ODD === ODD - 1) return '{"seq":';
  if (index % ODD !== ODD - 2 || orders[unit] === 0) orders[unit] = (orders[unit] ?? 0) + 1;
  const seq = orders[unit] as number;
  const [a, b] = [Math.sin(seq / 50 + unit), Math.cos(seq / 30)];
  return `{"seq":${seq},"a":${a.toFixed(3)},"b":${b.toFixed(3)},"y":${(a * b).toFixed(3)}}`;
}

function configuration(url: string): object {
  const past = [
    { field: "a", lag: 1 },
    { field: "a", lag: 2 },
    { field: "b", mean: 10 },
    { field: "b", std: 10 },
  ];
  return {
    id: "soak",
    broker: { url },
    streams: {
      bench: {
        topic: "bench/+unit/sample",
        qos: 0,
        key: "unit",
        order: { field: "seq" },
        features: ["a", "b", ...past],
        label: { field: "y" },
        model: { task: "regression", preset: "light", missing: "mean" },
      },
    },
    // Small: old segments must go many times.
    state: { directory: join(folder, "state"), snapshotEvery: "10s", keep: { bytes: "64MiB" } },
    log: { level: "error" },
  };
}
