// Presets beside River's models on the rows of Elec2, predict and learn, CPU time a sample: `npm run bench:river`,
// `-- --quick` for fewer rounds, `-- --write`. PYTHON names an interpreter that has the package river.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Model } from "../dist/index.js";
import { type Elec2, elec2 } from "./elec2.ts";
import { writeSection } from "./page.ts";
import { asMarkdown, asText } from "./table.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
const ROUNDS = values.quick ? 3 : 7;
/** A forest takes half a millisecond a sample: it gets the first rows only, and so does the preset it is held against. */
const FOREST_ROWS = 5_000;
const PYTHON = process.env.PYTHON ?? "python3";
/** What the product promises: CPU time of a preset beside that of a model of River on the same rows. */
const LIMITS = [
  { preset: "standard", rival: "logistic", limit: 1.5 },
  { preset: "light", rival: "logistic", limit: 0.15 },
  { preset: "standard", rival: "forest", limit: 1 / 25 },
] as const;

interface Measured {
  us: number;
  accuracy: number;
  version?: string;
}
type Preset = "light" | "standard";
type Rival = "logistic" | "forest";

const version = riverVersion();
if (version === undefined) {
  console.log(`not run: ${PYTHON} has no package river; pip install river, or name another interpreter in PYTHON`);
  if (process.env.CI) process.exitCode = 1;
} else {
  await compare(version);
}

async function compare(river: string): Promise<void> {
  const data = elec2();
  const folder = mkdtempSync(join(tmpdir(), "millrace-bench-river-"));
  try {
    const file = join(folder, "elec2.csv");
    writeFileSync(file, `${data.x.map((row, i) => [...row, data.y[i]].join(",")).join("\n")}\n`);
    // The first round of each preset pays for compiling WebAssembly: it is told apart.
    const cold = { light: await ours("light", data), standard: await ours("standard", data) };
    const samples: Record<string, Measured[]> = {};
    const add = (name: string, measured: Measured) => {
      samples[name] = [...(samples[name] ?? []), measured];
    };
    // Interleaved, so that a slow second of a shared machine falls on all of them.
    for (let round = 0; round < ROUNDS; round++) {
      add("logistic", theirs(file, "logistic", data.x.length));
      for (const preset of ["light", "standard"] as const) add(preset, await ours(preset, data));
      if (round % 3 === 0) add("forest", theirs(file, "forest", FOREST_ROWS));
      add("standard, first rows", await ours("standard", firstRows(data)));
    }
    report(samples, cold, data, river);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(samples: Record<string, Measured[]>, cold: Record<Preset, Measured>, data: Elec2, river: string): void {
  const middle = (name: string): Measured =>
    (samples[name] ?? []).toSorted((a, b) => a.us - b.us)[(samples[name] ?? []).length >> 1] as Measured;
  const row = (title: string, rows: number, { us, accuracy }: Measured, extra: string): string[] => [
    title,
    rows.toLocaleString("en"),
    us.toFixed(2),
    accuracy.toFixed(4).replace(/^0/, ""),
    extra,
  ];
  const all = data.x.length;
  const table = [
    ["model", "rows", "CPU us a sample", "accuracy", "first run us"],
    row("StandardScaler, LogisticRegression", all, middle("logistic"), ""),
    row("preset light", all, middle("light"), cold.light.us.toFixed(2)),
    row("preset standard", all, middle("standard"), cold.standard.us.toFixed(2)),
    row("ARFClassifier, 10 trees", FOREST_ROWS, middle("forest"), ""),
    row("preset standard", FOREST_ROWS, middle("standard, first rows"), ""),
  ];
  const ratios = LIMITS.map(({ preset, rival, limit }) => {
    const own = middle(rival === "forest" ? "standard, first rows" : preset);
    return { preset, rival, limit, ratio: own.us / middle(rival).us };
  });
  const verdicts = ratios.map(
    ({ preset, rival, limit, ratio }) =>
      `${preset} takes ${ratio.toFixed(3)} of the ${rival === "forest" ? "forest" : "logistic regression"}'s time, promised ${limit.toFixed(2)}${ratio > limit ? ": MISSED" : ""}`,
  );
  console.log(`${asText(table)}\n\n${verdicts.join("\n")}`);
  console.log(`River ${river}, Elec2 with ${data.x[0]?.length} inputs, medians of ${ROUNDS} interleaved rounds.`);
  if (ratios.some(({ ratio, limit }) => ratio > limit)) process.exitCode = 1;
  if (values.write) writeSection("river", sectionOf(table, verdicts, data, river));
}

function sectionOf(table: string[][], verdicts: readonly string[], data: Elec2, river: string): string {
  return `Beside River ${river} in the same run, Elec2 with ${data.x[0]?.length} inputs in the order of the file: each sample is predicted, then
learnt. CPU time of the loop alone, medians of ${ROUNDS} interleaved rounds, a new model each; the first run of a preset in its
process pays for compiling WebAssembly too. The forest has the first ${FOREST_ROWS.toLocaleString("en")} rows. Made by \`npm run bench:river -- --write\`.

${asMarkdown(table)}

${verdicts.map((line) => `- ${line}`).join("\n")}`;
}

async function ours(preset: Preset, { x, y }: Elec2): Promise<Measured> {
  const model = await Model.create({ inputs: x[0]?.length ?? 0, task: "classification", outputs: 2, preset, seed: 1 });
  const answer = new Float32Array(2);
  let hits = 0;
  const before = process.cpuUsage();
  for (let i = 0; i < x.length; i++) {
    model.predictInto(x[i] as number[], answer);
    if (Number((answer[1] as number) > (answer[0] as number)) === y[i]) hits++;
    model.learn(x[i] as number[], y[i] as number);
  }
  const { user, system } = process.cpuUsage(before);
  model.dispose();
  return { us: (user + system) / x.length, accuracy: hits / x.length };
}

function theirs(file: string, model: Rival, rows: number): Measured {
  const script = fileURLToPath(new URL("river-rival.py", import.meta.url));
  return JSON.parse(execFileSync(PYTHON, [script, file, model, `${rows}`], { encoding: "utf8" })) as Measured;
}

function firstRows({ x, y }: Elec2): Elec2 {
  return { x: x.slice(0, FOREST_ROWS), y: y.slice(0, FOREST_ROWS) };
}

function riverVersion(): string | undefined {
  try {
    const script = "import river; print(river.__version__)";
    return execFileSync(PYTHON, ["-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
