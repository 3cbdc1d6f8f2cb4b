// Which detectors find the drifts of SEA: fills that part of docs/drift.md. npm run learning -- --only drift
import { existsSync } from "node:fs";
import { Model } from "../../dist/index.js";
import { fillPage, tableOf } from "./page.mjs";
import { Random } from "./random.mjs";
import { STREAMS } from "./streams.mjs";

const PAGE = new URL("../../docs/drift.md", import.meta.url);
const SEEDS = [0, 1, 2, 3, 4];
const DRIFTS = [12_500, 25_000, 37_500];
const SOON = 1000;
const THRESHOLDS = [8, 9, 7, 9.5];
const DRAWS = 20;

const preset = (name, ...drift) => ({ inputs: 3, task: "classification", outputs: 2, preset: name, drift });
/** Slow on purpose: what it does not follow, its detector sees. */
const watcher = (learningRate, ...drift) => ({
  inputs: 3,
  layers: [
    { type: "standardize", decay: "all" },
    { type: "dense", units: 2, activation: "softmax" },
  ],
  loss: "crossEntropy",
  optimizer: { type: "sgd", learningRate },
  drift,
});
const patient = { type: "hddmW", on: "error", driftConfidence: 0.01, warningConfidence: 0.05, lambda: 0.003 };
const cautious = { type: "pageHinkley", on: "error", delta: 0.01, threshold: 20 };
const MODELS = [
  ...["standard", "light"].flatMap((name) => [
    ...["ddm", "hddmW", "pageHinkley", "adwin"].map((type) => [`preset ${name}`, `${type}`, preset(name, type)]),
    [`preset ${name}`, "adwin on the loss", preset(name, { type: "adwin", on: "loss" })],
    [`preset ${name}`, "pageHinkley, delta .01, threshold 20", preset(name, cautious)],
    [`preset ${name}`, "hddmW, lambda .003, confidence .01", preset(name, patient)],
  ]),
  ["the watcher below, rate .01", "hddmW, lambda .003, confidence .01", watcher(0.01, patient)],
  ["the watcher below", "ddm", watcher(0.001, "ddm")],
  ["the watcher below", "hddmW", watcher(0.001, "hddmW")],
  ["the watcher below", "adwin", watcher(0.001, "adwin")],
  ["**the watcher below**", "**hddmW, lambda .003, confidence .01**", watcher(0.001, patient)],
];

/** The stream drawn anew: class 1 where the first two of three inputs from 0 to 10 are small together, 10 % wrong. */
function drawn(seed) {
  const random = new Random(seed);
  const rows = Array.from({ length: 50_000 }, (_, row) => {
    const x = [0, 1, 2].map(() => random.uniform(0, 10));
    const isSmall = x[0] + x[1] <= THRESHOLDS[Math.floor(row / 12_500)];
    return { x, y: Number(isSmall !== random.uniform() < 0.1) };
  });
  return { x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) };
}

async function driftsOf(spec, { x, y }) {
  const model = await Model.create(spec);
  const found = x.flatMap((row, i) => {
    model.learn(row, y[i]);
    return model.drift()[0].status === "drift" ? [i] : [];
  });
  model.dispose();
  const soon = DRIFTS.map((drift) => found.find((row) => row >= drift && row < drift + SOON));
  const hits = soon.filter((row) => row !== undefined).length;
  return {
    delays: soon.map((row, i) => (row === undefined ? "-" : row - DRIFTS[i])),
    hits,
    others: found.length - hits,
  };
}

const sea = STREAMS.find(({ name }) => name === "SEA").read();
if (sea === undefined) throw new Error("no data of SEA: name its folder in MILLRACE_DATA");
const rows = [["model", "detector on its error", "rows until found (seed 0)", "found, seeds 0 to 4", "other alarms"]];
for (const [model, detector, spec] of MODELS) {
  const runs = [];
  for (const seed of SEEDS) runs.push(await driftsOf({ ...spec, seed }, sea));
  const list = (figure) => runs.map(figure).join(" ");
  rows.push([model, detector, runs[0].delays.join(", "), list(({ hits }) => hits), list(({ others }) => others)]);
  console.error(rows.at(-1).join(", "));
}
const sums = { hits: 0, others: 0, good: 0 };
for (let seed = 0; seed < DRAWS; seed++) {
  const { hits, others } = await driftsOf({ ...watcher(0.001, patient), seed }, drawn(seed));
  sums.hits += hits;
  sums.others += others;
  if (hits === 3 && others <= 1) sums.good++;
}
const fresh = `On ${DRAWS} streams drawn anew the watcher finds ${sums.hits} of ${3 * DRAWS} drifts within ${SOON.toLocaleString("en")} rows, with ${sums.others} other alarms in a million rows; on ${sums.good} of them it finds all three with at most one other.`;
console.error(fresh);
if (existsSync(PAGE)) fillPage(PAGE, { sea: tableOf(rows, 2), drawn: fresh });
