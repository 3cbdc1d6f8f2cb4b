// Runs every preset over every stream, seeds 0 to 4, and puts the figures into docs/learning.md: npm run learning
// One of the parts in its stead: npm run learning -- --only rare (or drift, anomaly).
import { readFileSync, writeFileSync } from "node:fs";
import { Model } from "../dist/index.js";
import { REFERENCES } from "./learning/references.mjs";
import { lastLabel, run } from "./learning/run.mjs";
import { STREAMS } from "./learning/streams.mjs";

const [flag, part] = process.argv.slice(2);
if (flag === "--only") {
  await import(`./learning/${part}.mjs`);
  process.exit();
}

const PRESETS = ["light", "standard", "thorough"];
const SEEDS = [0, 1, 2, 3, 4];
const PAGE = new URL("../docs/learning.md", import.meta.url);

const rows = [];
const absent = [];
const spread = { accuracy: 0, error: 0 };
for (const stream of STREAMS) {
  const data = stream.read();
  if (data === undefined) {
    absent.push(stream.name);
    continue;
  }
  const means = [];
  for (const preset of PRESETS) {
    const figures = [];
    for (const seed of SEEDS) figures.push(await run(stream, data, preset, seed));
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / SEEDS.length;
    const range = Math.max(...figures) - Math.min(...figures);
    if (stream.figure === "accuracy") spread.accuracy = Math.max(spread.accuracy, range);
    else spread.error = Math.max(spread.error, range / mean);
    means.push(mean);
    console.error(`${stream.name}, ${preset}: ${figures.map(shown).join(" ")} -> ${shown(mean)}`);
  }
  const shape = `${data.x.length.toLocaleString("en")} x ${data.x[0].length}`;
  const figures = [...means, lastLabel(stream, data)].map(shown);
  rows.push([stream.name, shape, stream.figure, ...figures, ...(REFERENCES[stream.name] ?? ["", ""])]);
}
if (absent.length > 0) throw new Error(`no data of ${absent.join(", ")}: name its folder in MILLRACE_DATA`);

const head = [
  "stream",
  "rows x inputs",
  "figure",
  ...PRESETS,
  "last label",
  "best published network",
  "best published",
];
const right = ["---", "---:", "---", "---:", "---:", "---:", "---:", "---", "---"];
const filled = [
  ["figures", [head, right, ...rows].map(asRow).join("\n")],
  [
    "spread",
    `Between seeds accuracies differ by at most ${shown(spread.accuracy)}, errors by ${(100 * spread.error).toFixed(0)} %.`,
  ],
  ["memory", [["task", ...PRESETS], ["---", "---:", "---:", "---:"], ...(await memory())].map(asRow).join("\n")],
].reduce(
  (page, [name, text]) => page.replace(new RegExp(`(<!-- ${name} -->\n)(?:(?!<!--)[^])*`), `$1${text}\n`),
  readFileSync(PAGE, "utf8"),
);
writeFileSync(PAGE, filled);

/** Bytes of each preset with 8 inputs. */
async function memory() {
  return Promise.all(
    [
      ["classification", 2],
      ["regression", 1],
    ].map(async ([task, outputs]) => {
      const models = await Promise.all(PRESETS.map((preset) => Model.create({ inputs: 8, task, preset, outputs })));
      return [task, ...models.map(({ bytes }) => `${bytes.toLocaleString("en")} B`)];
    }),
  );
}

function shown(value) {
  if (value >= 10) return value.toFixed(2);
  return value.toFixed(value >= 1 ? 3 : 4).replace(/^0/, "");
}

function asRow(cells) {
  return `| ${cells.join(" | ")} |`;
}
