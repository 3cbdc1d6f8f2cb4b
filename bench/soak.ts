// Ten million samples through each model: memory must stay, and a sample must cost at the end what it cost at first.
// `npm run bench:soak`, `-- --quick` for a short form, `-- --write`.
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Core, Model, type ModelSpec } from "../dist/index.js";
import { writeSection } from "./page.ts";
import { asMarkdown, asText } from "./table.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
const SAMPLES = values.quick ? 400_000 : 10_000_000;
const BLOCK = 10_000;
/** What is compared: the first and the last so many samples, and the dearest in between. */
const ENDS = 100_000;
/** What the product promises. */
const LIMIT = 1.2;
/** Of the process between a tenth of the way and the end; what the collector has not taken yet comes and goes. */
const GROWTH_BYTES = 8 * 2 ** 20;
const INPUTS = 8;

const MODELS: Record<string, ModelSpec> = {
  "preset light": { inputs: INPUTS, task: "classification", preset: "light", outputs: 2, seed: 1 },
  "preset standard": { inputs: INPUTS, task: "classification", preset: "standard", outputs: 2, seed: 1 },
  // Saturating units, means that fade and weights that shrink: what leads to numbers too small to be normal.
  "sigmoid, adam, l2": {
    inputs: INPUTS,
    layers: [
      { type: "standardize" },
      { type: "dense", units: 16, activation: "sigmoid", l2: 1e-3 },
      { type: "dense", units: 2, activation: "softmax", l2: 1e-3 },
    ],
    loss: "crossEntropy",
    optimizer: { type: "adam", learningRate: 0.003 },
    seed: 1,
  },
};

interface Soaked {
  first: number;
  last: number;
  /** Dearest stretch of as many samples anywhere. */
  dearest: number;
  coreBytes: [number, number];
  grown: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const rows: string[][] = [
  ["model", "samples", "first us", "last us", "dearest us", "last / first", "core bytes", "process"],
];
for (const [name, spec] of Object.entries(MODELS)) {
  const { first, last, dearest, coreBytes, grown } = await soak(spec);
  const isFlat = coreBytes[0] === coreBytes[1] && grown < GROWTH_BYTES;
  rows.push([
    name,
    SAMPLES.toLocaleString("en"),
    first.toFixed(2),
    last.toFixed(2),
    dearest.toFixed(2),
    (last / first).toFixed(2),
    `${coreBytes[1].toLocaleString("en")}${coreBytes[0] === coreBytes[1] ? "" : " (GREW)"}`,
    `${grown <= -0.05 * 2 ** 20 ? "-" : "+"}${(Math.abs(grown) / 2 ** 20).toFixed(1)} MiB`,
  ]);
  if (last > LIMIT * first || !isFlat) process.exitCode = 1;
}
console.log(asText(rows));
console.log(
  `CPU time a sample, predict and learn; promised: last / first at most ${LIMIT}, memory that does not grow.`,
);
if (values.write) {
  writeSection(
    "soak",
    `${SAMPLES.toLocaleString("en")} samples, each predicted and learnt; from two to three fifths of the way all sensors stand still. CPU time a sample,
medians over blocks of ${BLOCK.toLocaleString("en")} of the first and the last ${ENDS.toLocaleString("en")} samples and of the dearest stretch as long; promised is last / first
of at most ${LIMIT}. The process is measured from a tenth of the way to the end. Made by \`npm run bench:soak -- --write\`.

${asMarkdown(rows)}`,
  );
}

async function soak(spec: ModelSpec): Promise<Soaked> {
  const core = await Core.load();
  // Warm: compiled code is what is compared.
  const scout = await Model.create(spec, { core });
  play(scout, 0, 3 * BLOCK);
  scout.dispose();
  const model = await Model.create(spec, { core });
  const before = core.memoryBytes;
  let started = 0;
  const times: number[] = [];
  for (let at = 0; at < SAMPLES; at += BLOCK) {
    if (at === Math.floor(SAMPLES / 10 / BLOCK) * BLOCK) started = residentBytes();
    times.push(play(model, at, BLOCK) / BLOCK);
  }
  const length = ENDS / BLOCK;
  const stretches = times.slice(0, times.length - length + 1).map((_, i) => median(times.slice(i, i + length)));
  const grown = residentBytes() - started;
  const after = core.memoryBytes;
  model.dispose();
  return {
    first: stretches[0] as number,
    last: stretches.at(-1) as number,
    dearest: Math.max(...stretches),
    coreBytes: [before, after],
    grown,
  };
}

/** CPU time of samples `from` to `from + count`, in microseconds. */
function play(model: Model, from: number, count: number): number {
  const x = new Float32Array(INPUTS);
  const answer = new Float32Array(2);
  let state = from >>> 0 || 1;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  const start = process.cpuUsage();
  for (let i = from; i < from + count; i++) {
    const isStill = i > 0.4 * SAMPLES && i < 0.6 * SAMPLES;
    for (let k = 0; k < INPUTS; k++) x[k] = isStill ? k : uniform();
    const y = isStill ? 0 : Number((x[0] as number) * (x[1] as number) + (x[2] as number) / 2 > 0);
    model.predictInto(x, answer);
    model.learn(x, y);
  }
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function residentBytes(): number {
  collect();
  return process.memoryUsage.rss();
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] as number;
}
