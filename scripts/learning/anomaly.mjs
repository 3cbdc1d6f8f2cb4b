// Anomalies: fills the figures of docs/anomaly.md. npm run learning -- --only anomaly
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Model } from "../../dist/index.js";
import { chanceToHitAll } from "./chance.mjs";
import { fillPage, meanOf, share, tableOf } from "./page.mjs";
import { Random } from "./random.mjs";
import { SHARED } from "./streams.mjs";

const PAGE = new URL("../../docs/anomaly.md", import.meta.url);
const PRESETS = ["light", "standard", "thorough"];
const SEEDS = [0, 1, 2, 3, 4];
const LAGS = 12;
/** Rows of the made streams that no area counts. */
const WARM = 3000;

/** Inputs are the last 12 values; windows are first and last row, in rows of the file. */
function numenta(name) {
  const folder = `${SHARED}nab/`;
  const rows = readFileSync(`${folder}${name}.csv`, "utf8").trim().split(/\r?\n/).slice(1);
  const times = rows.map((row) => row.slice(0, 19));
  const values = rows.map((row) => Number(row.split(",")[1]));
  const spans = JSON.parse(readFileSync(`${folder}combined_windows.json`, "utf8"))[`realKnownCause/${name}.csv`];
  const windows = spans.map(([from, to]) => [
    times.findIndex((time) => time >= from.slice(0, 19)),
    times.findLastIndex((time) => time <= to.slice(0, 19)),
  ]);
  const x = values.slice(LAGS - 1).map((_, i) => values.slice(i, i + LAGS).reverse());
  return { x, first: LAGS - 1, rows: rows.length, windows };
}

/** A water loop whose valve is closed by hand: sixteen runs, one after another. */
function skab() {
  const folder = `${SHARED}skab/`;
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const number = (name) => Number(/\d+(?=\.csv)/.exec(name)[0]);
  const rows = files
    .sort((a, b) => number(a) - number(b))
    .flatMap((name) => readFileSync(`${folder}${name}`, "utf8").trim().split(/\r?\n/).slice(1))
    .map((line) => line.split(";"));
  return { x: rows.map((row) => row.slice(1, 9).map(Number)), isFaulty: rows.map((row) => Number(row[9]) === 1) };
}

/** Eight sensors that follow two slow causes; one row in 300 has one that is off, or follows other causes. */
function sensors(seed, kind) {
  const random = new Random(seed);
  const draw = (count) => Array.from({ length: count }, () => random.normal());
  const weights = Array.from({ length: 8 }, () => draw(2));
  const follows = ([a, b], [u, v]) => (a * u + b * v) / Math.SQRT2 + 0.1 * random.normal();
  let causes = draw(2);
  const isFaulty = [];
  const x = Array.from({ length: 12_000 }, (_, row) => {
    causes = causes.map((cause) => 0.98 * cause + 0.199 * random.normal());
    const values = weights.map((own) => follows(own, causes));
    isFaulty.push(row >= WARM && random.uniform() < 1 / 300);
    const i = Math.floor(random.uniform(0, 8)) % 8;
    if (isFaulty[row]) values[i] = kind === "off" ? values[i] + 5 : follows(weights[i], draw(2));
    return values;
  });
  return { x, isFaulty };
}

/** Scores each row, then learns it. */
async function follow(x, spec, seed) {
  const model = await Model.create({ inputs: x[0].length, ...spec, seed });
  const found = x.map((row) => {
    const { score, anomaly } = model.score(row);
    model.learn(row);
    return { score, anomaly };
  });
  const { bytes } = model;
  model.dispose();
  return { found, bytes };
}

/** How often a faulty row scores higher than a sound one. */
function areaUnderCurve(scores, isFaulty) {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let ranks = 0;
  for (const [rank, i] of order.entries()) if (isFaulty[i]) ranks += rank + 1;
  const faulty = isFaulty.filter(Boolean).length;
  return (ranks - (faulty * (faulty + 1)) / 2) / (faulty * (scores.length - faulty));
}

const windowed = [
  ["stream", "preset", "windows hit, seeds 0 to 4", "alarm rows", "of them in a window", "false alarms", "by chance"],
];
for (const name of ["machine_temperature_system_failure", "ambient_temperature_system_failure"]) {
  const { x, first, rows, windows } = numenta(name);
  const inside = (row) => windows.some(([from, to]) => row >= from && row <= to);
  const sizes = windows.map(([from, to]) => to - from + 1);
  for (const preset of PRESETS) {
    const hits = [];
    const counts = [];
    const within = [];
    for (const seed of SEEDS) {
      const alarms = (await follow(x, { task: "anomaly", preset }, seed)).found.flatMap(({ anomaly }, i) =>
        anomaly ? [i + first] : [],
      );
      hits.push(windows.filter(([from, to]) => alarms.some((row) => row >= from && row <= to)).length);
      counts.push(alarms.length);
      within.push(alarms.filter(inside).length);
    }
    const falseRate = (meanOf(counts) - meanOf(within)) / (rows - sizes.reduce((sum, size) => sum + size));
    const text = name.split("_").slice(0, 2).join(" ");
    windowed.push([
      `${text}, ${windows.length} windows`,
      preset,
      hits.join(" "),
      counts.join(" "),
      within.join(" "),
      `${(100 * falseRate).toFixed(3)} %`,
      share(chanceToHitAll(Math.round(meanOf(counts)), sizes, rows)),
    ]);
    console.error(windowed.at(-1).join(", "));
  }
}

const { x, isFaulty } = skab();
const runs = [
  [
    "model",
    "SKAB",
    "off by five deviations",
    "follows other causes",
    "alarm rows of SKAB",
    "of them faulty",
    "bytes, 8 inputs",
  ],
];
const plain = {
  layers: [
    { type: "standardize", decay: 0.999 },
    { type: "dense", units: 4 },
    { type: "dense", units: 8 },
  ],
  loss: "mse",
  optimizer: { type: "sgd", learningRate: 0.05, clipNorm: 1 },
  anomaly: {},
};
for (const model of [...PRESETS.map((preset) => ({ task: "anomaly", preset })), plain]) {
  const areas = [];
  const alarms = [];
  let bytes = 0;
  for (const [stream, kind] of [[{ x, isFaulty }], ...["off", "strange"].map((kind) => [sensors(1, kind), kind])]) {
    const followed = await follow(stream.x, model, 0);
    const scores = followed.found.map(({ score }) => score);
    areas.push(share(areaUnderCurve(scores.slice(WARM), stream.isFaulty.slice(WARM))));
    bytes = followed.bytes;
    if (kind === undefined) followed.found.forEach(({ anomaly }, i) => void (anomaly && alarms.push(isFaulty[i])));
  }
  const name = model.preset ?? "one plain network";
  runs.push([name, ...areas, alarms.length, alarms.filter(Boolean).length, bytes.toLocaleString("en")]);
  console.error(runs.at(-1).join(", "));
}
if (existsSync(PAGE)) fillPage(PAGE, { windows: tableOf(windowed, 2), skab: tableOf(runs) });
