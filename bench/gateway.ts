// The gateway beside a bare mqtt.js echo, both through mosquitto, each pinned to one core while broker and load have
// the other: `npm run bench:gateway`, `-- --quick` for fewer messages.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pin, startBroker } from "./gateway-broker.ts";
import { drive, type Measured } from "./gateway-load.ts";
import { asText } from "./table.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" } } });
const MESSAGES = values.quick ? 20_000 : 100_000;
const ROUNDS = values.quick ? 3 : 5;
/** What the product promises: the rate of the gateway beside that of the echo. */
const LIMITS = { 0: 0.85, 1: 0.75 };

interface Round extends Measured {
  cpuUs: number;
}

const folder = mkdtempSync(join(tmpdir(), "millrace-bench-gateway-"));
pin(process.pid, 0);
const broker = await startBroker(folder);
const { url } = broker;
try {
  const rounds: Record<string, Round[]> = {};
  const add = (name: string, round: Round) => {
    rounds[name] = [...(rounds[name] ?? []), round];
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const qos of [0, 1] as const) {
      add(`echo ${qos}`, await echo(qos));
      add(`gateway ${qos}`, await gateway(qos, "interval"));
    }
  }
  add("gateway 1, fsync always", await gateway(1, "always", Math.min(5_000, MESSAGES)));
  report(rounds);
} finally {
  broker.kill();
  rmSync(folder, { recursive: true, force: true });
}

function report(rounds: Record<string, Round[]>): void {
  const lines = Object.entries(rounds).map(([name, list]) => {
    const middle = (of: (round: Round) => number) => list.map(of).sort((a, b) => a - b)[list.length >> 1] as number;
    return {
      name,
      rate: middle(({ rate }) => rate),
      cpuUs: middle(({ cpuUs }) => cpuUs),
      p50: middle(({ p50Ms }) => p50Ms),
      p99: middle(({ p99Ms }) => p99Ms),
    };
  });
  const table = lines.map(({ name, rate, cpuUs, p50, p99 }) => [
    name,
    rate.toFixed(0),
    cpuUs.toFixed(1),
    p50.toFixed(2),
    p99.toFixed(2),
  ]);
  console.log(asText([["QoS", "messages/s", "CPU us", "p50 ms", "p99 ms"], ...table]));
  for (const qos of [0, 1] as const) {
    const [bare, ours] = ["echo", "gateway"].map((name) => lines.find((line) => line.name === `${name} ${qos}`));
    const ratio = (ours?.rate ?? 0) / (bare?.rate ?? 1);
    // Where others use the machine too, this says more than the rate.
    const cpu = (bare?.cpuUs ?? 0) / (ours?.cpuUs ?? 1);
    console.log(
      `QoS ${qos}: ${ratio.toFixed(2)} of the echo's rate, promised ${LIMITS[qos]}; ${cpu.toFixed(2)} of its messages by CPU time`,
    );
    if (ratio < LIMITS[qos]) process.exitCode = 1;
  }
}

async function echo(qos: 0 | 1): Promise<Round> {
  const child = fork(script("gateway-echo.js"), [url, `${qos}`], { stdio: "inherit" });
  return measured(child, "bench/echo", qos, MESSAGES, () => child.kill("SIGKILL"));
}

async function gateway(qos: 0 | 1, fsync: string, messages = MESSAGES): Promise<Round> {
  const state = mkdtempSync(join(folder, "state-"));
  const configuration = {
    id: "bench",
    broker: { url },
    streams: {
      bench: {
        topic: "bench/+unit/sample",
        qos,
        key: "unit",
        order: { field: "seq" },
        features: Array.from({ length: 16 }, (_, i) => `f${i}`),
        label: { field: "class" },
        model: {
          classes: ["a", "b", "c", "d"],
          layers: [
            { type: "dense", units: 32, activation: "relu" },
            { type: "dense", units: 16, activation: "relu" },
            { type: "dense", units: 4, activation: "softmax" },
          ],
          loss: "crossEntropy",
        },
      },
    },
    state: { directory: state, fsync },
    log: { level: "warn" },
  };
  const file = join(folder, "gateway.json");
  writeFileSync(file, JSON.stringify(configuration));
  const child = fork(script("gateway-run.js"), [file], { stdio: "inherit" });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const round = await measured(child, "millrace/bench/bench/1/prediction", qos, messages, () => child.send("stop"));
  await gone;
  rmSync(state, { recursive: true, force: true });
  return round;
}

/** A short run to warm up, then the one that counts. */
async function measured(
  child: ChildProcess,
  answers: string,
  qos: 0 | 1,
  messages: number,
  end: () => void,
): Promise<Round> {
  await said(child);
  pin(child.pid as number, 1);
  const window = 1_000;
  const warmUp = Math.min(10_000, messages);
  await drive(url, answers, { messages: warmUp, qos, window }, 0);
  const before = await cpuOf(child);
  const result = await drive(url, answers, { messages, qos, window }, warmUp);
  const cpuUs = ((await cpuOf(child)) - before) / messages;
  end();
  return { ...result, cpuUs };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answer = said(child);
  child.send("cpu");
  const { user, system } = ((await answer) as { cpu: NodeJS.CpuUsage }).cpu;
  return user + system;
}

function said(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve).once("exit", (code) => reject(new Error(`a contender ended with ${code}`)));
  });
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
