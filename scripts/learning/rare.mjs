// Rare classes and sorted streams: fills that part of docs/learning.md. npm run learning -- --only rare
import { existsSync } from "node:fs";
import { Model } from "../../dist/index.js";
import { fillPage, meanOf, share, tableOf } from "./page.mjs";
import { Random } from "./random.mjs";
import { STREAMS } from "./streams.mjs";

const PAGE = new URL("../../docs/learning.md", import.meta.url);
const SEEDS = [0, 1, 2, 3, 4];
const ROWS = 20_000;

/** One row in 200 is of class 1: normal noise as the others are, two of its four inputs off by two deviations. */
function rareStream(seed) {
  const random = new Random(1000 + seed);
  const y = Array.from({ length: ROWS }, () => (random.uniform() < 1 / 200 ? 1 : 0));
  const x = y.map((label) => [0, 1, 2, 3].map((i) => random.normal() + (i < 2 ? 2 * label : 0)));
  return { x, y, classes: 2 };
}

/** The activities one after another, in the order they first appear, each in the order of the file. */
function sortedActivities() {
  const { x, y, classes } = STREAMS.find(({ name }) => name === "WISDM").read() ?? {};
  if (x === undefined) throw new Error("no data of WISDM: name its folder in MILLRACE_DATA");
  const order = y.map((_, row) => row).sort((a, b) => y[a] - y[b] || a - b);
  return { x: order.map((row) => x[row]), y: order.map((row) => y[row]), classes };
}

// --- Models ---

/** What a preset is, and what it is with other replay and weights. */
async function variantsOf(preset, inputs, classes) {
  const model = await Model.create({ inputs, task: "classification", outputs: classes, preset });
  const plain = structuredClone(model.spec);
  model.dispose();
  const balanced = { capacity: Math.ceil(256 / classes) * classes, policy: "balanced" };
  const ring = { capacity: 256, policy: "ring" };
  const steps = preset === "light" ? { steps: 8 } : {};
  const none = { ...plain, members: plain.members?.map((member) => ({ ...member, replaySteps: 0 })) };
  const weighed = { classWeights: "balanced" };
  return [
    ["no replay", preset === "light" ? plain : none],
    ["ring", { ...plain, replay: { ...ring, ...steps } }],
    ["balanced reservoir", { ...plain, replay: { ...balanced, ...steps } }],
    ["ring, class weights", { ...plain, ...weighed, replay: { ...ring, ...steps } }],
    ["balanced reservoir, class weights", { ...plain, ...weighed, replay: { ...balanced, ...steps } }],
    ["ring, answers weighed by hand", { ...plain, replay: { ...ring, ...steps } }, true],
  ];
}

/** One pass, each row predicted and learnt; then all rows once more, predicted alone. */
async function run(spec, { x, y, classes }, weighs) {
  const model = await Model.create(spec);
  const answer = new Float32Array(classes);
  const counts = new Array(classes).fill(1);
  const predict = (row) => {
    model.predictInto(row, answer);
    let best = 0;
    const worth = (c) => (weighs ? answer[c] / counts[c] : answer[c]);
    for (let c = 1; c < classes; c++) if (worth(c) > worth(best)) best = c;
    return best;
  };
  const onTheWay = new Confusion(classes);
  for (let i = 0; i < x.length; i++) {
    onTheWay.count(y[i], predict(x[i]));
    model.learn(x[i], y[i]);
    counts[y[i]]++;
  }
  const atTheEnd = new Confusion(classes);
  for (let i = 0; i < x.length; i++) atTheEnd.count(y[i], predict(x[i]));
  model.dispose();
  return { onTheWay, atTheEnd };
}

class Confusion {
  constructor(classes) {
    this.rows = Array.from({ length: classes }, () => new Array(classes).fill(0));
  }
  count(truth, answer) {
    this.rows[truth][answer]++;
  }
  get accuracy() {
    return sum(this.rows.map((row, c) => row[c])) / sum(this.rows.flat());
  }
  get balanced() {
    return meanOf(this.rows.map((row, c) => row[c] / sum(row)));
  }
  f1(c) {
    return (2 * this.rows[c][c]) / (sum(this.rows[c]) + sum(this.rows.map((row) => row[c])));
  }
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

// --- Tables ---

const activities = sortedActivities();
const rarest = activities.classes - 1;
const rare = [["preset", "what is changed", "accuracy", "balanced accuracy", "F1 of the rare class"]];
const sorted = [
  ["preset", "what is changed", "accuracy", "balanced accuracy", "F1 of the rarest", "balanced, at the end"],
];
for (const preset of ["light", "standard"]) {
  for (const [name, spec, weighs] of await variantsOf(preset, 4, 2)) {
    const runs = [];
    for (const seed of SEEDS) runs.push((await run({ ...spec, seed }, rareStream(seed), weighs)).onTheWay);
    const figures = [(one) => one.accuracy, (one) => one.balanced, (one) => one.f1(1)];
    rare.push([preset, name, ...figures.map((figure) => share(meanOf(runs.map(figure))))]);
    console.error(rare.at(-1).join(", "));
  }
  for (const [name, spec, weighs] of await variantsOf(preset, activities.x[0].length, activities.classes)) {
    const runs = [];
    for (const seed of SEEDS) runs.push(await run({ ...spec, seed }, activities, weighs));
    const figures = [
      ({ onTheWay }) => onTheWay.accuracy,
      ({ onTheWay }) => onTheWay.balanced,
      ({ onTheWay }) => onTheWay.f1(rarest),
      ({ atTheEnd }) => atTheEnd.balanced,
    ];
    sorted.push([preset, name, ...figures.map((figure) => share(meanOf(runs.map(figure))))]);
    console.error(sorted.at(-1).join(", "));
  }
}
if (existsSync(PAGE)) fillPage(PAGE, { rare: tableOf(rare, 2), sorted: tableOf(sorted, 2) });
