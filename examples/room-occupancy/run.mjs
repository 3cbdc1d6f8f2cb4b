// The whole example in one process: a broker, or yours; the gateway of gateway.yaml; the sensors.
//   node run.mjs [--broker mqtt://user:password@host] [--days 2] [--state ./state] [--rate <minutes a second>]
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Gateway } from "millrace/gateway";
import mqtt from "mqtt";
import { parse } from "yaml";
import { brokerOptions, startBroker } from "./broker.mjs";
import { Score } from "./score.mjs";
import { DAY, LABEL_DELAY, minutes, ROOMS } from "./sensor.mjs";

/** Minutes of the simulation between two printed lines. */
const REPORT = 360;
const ANSWER_MS = 1_000;
const PATIENCE_MS = 10_000;

const { values } = parseArgs({
  options: {
    broker: { type: "string" },
    days: { type: "string", default: "2" },
    state: { type: "string", default: fileURLToPath(new URL("state", import.meta.url)) },
    rate: { type: "string", default: "Infinity" },
  },
});
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => interrupted.abort());

const broker = values.broker === undefined ? await startBroker() : { url: values.broker, close() {} };
const options = parse(await readFile(new URL("gateway.yaml", import.meta.url), "utf8"));
options.broker = brokerOptions(broker.url);
options.state.directory = values.state;
options.http.port = 0;
options.log = { level: "error" };
const gateway = await Gateway.start(options, { selfTest: false });
const sensors = await mqtt.connectAsync(broker.url);
try {
  await play();
} finally {
  await sensors.endAsync();
  await gateway.close();
  await broker.close();
}

async function play() {
  const from = await startingMinute();
  const last = from + Math.round(Number(values.days) * DAY) - 1;
  const score = new Score();
  await sensors.subscribeAsync("site/+/prediction");
  sensors.on("message", (topic, payload) => score.predicted(topic.split("/")[1], JSON.parse(String(payload))));

  console.log(`gateway ${gateway.configuration.id} on ${new URL(broker.url).host}, health at ${gateway.healthUrl}`);
  console.log('share of minutes right; in brackets that of always saying "empty"\n');
  console.log(score.heading());
  for (const { minute, messages } of minutes(from)) {
    for (const { topic, message } of messages) {
      if (topic.endsWith("/occupied")) score.known(topic.split("/")[1], message);
      await sensors.publishAsync(topic, JSON.stringify(message), { qos: 1 });
    }
    // A sensor would not wait. This one is faster than any, and the embedded broker keeps what waits in memory.
    await score.answered(minute, ANSWER_MS, interrupted.signal);
    if (Number.isFinite(Number(values.rate))) await pause(1_000 / Number(values.rate));
    if ((minute + 1) % REPORT === 0) console.log(score.line(minute));
    // Some minutes too many after a kill: what is sent again is known by its order.
    if (minute % 100 === 99) await remember(minute - LABEL_DELAY);
    if (minute < last && !interrupted.signal.aborted) continue;
    await allLearnt(minute + 1);
    await remember(minute + 1);
    break;
  }
  const { keys, counts } = gateway.health().streams.climate;
  console.log(`\n${counts.predicted} predicted, ${counts.learnt} learnt, labels ${LABEL_DELAY} minutes late`);
  for (const { key, steps, checksum } of keys) {
    console.log(`  ${key.padEnd(8)} ${steps} steps, checksum ${checksum.toString(16).padStart(8, "0")}`);
  }
  console.log(`kept in ${values.state}: run it again and it goes on`);
}

/** The embedded broker takes with it what the gateway has not read. */
async function allLearnt(minute) {
  const expected = Object.keys(ROOMS).length * Math.max(0, minute - LABEL_DELAY);
  const endMs = Date.now() + PATIENCE_MS;
  while (gateway.health().streams.climate.counts.learnt < expected && Date.now() < endMs) await pause(10);
}

/** Where the sensors have come to: as a sensor keeps its counter through a power cut. */
async function startingMinute() {
  const text = await readFile(join(values.state, "sensor.json"), "utf8").catch(() => '{"minute":0}');
  return JSON.parse(text).minute;
}

async function remember(minute) {
  await writeFile(join(values.state, "sensor.json"), JSON.stringify({ minute }));
}
