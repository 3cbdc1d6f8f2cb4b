// Rows of text through the command build under node:wasi, and through the loop a careful programmer would write in
// plain JavaScript, each in a process of its own: `npm run bench:rows`, `-- --quick` for fewer rows.
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Model } from "../dist/index.js";

const { values } = parseArgs({ options: { quick: { type: "boolean" } } });
const ROWS = values.quick ? 60_000 : 200_000;
const ROUNDS = values.quick ? 5 : 9;
const WIDTHS = [16, 32, 16, 4];
/** What the product promises: the rate of the command beside that of the loop. */
const LIMIT = 0.8;

const folder = mkdtempSync(join(tmpdir(), "millrace-bench-"));
try {
  const file = (name: string): string => join(folder, name);
  await prepare(file);
  const plain = () => run("csv-loop.js", [file("net.json")], file("rows.csv"), file("plain.csv"));
  const command = () => run("csv-command.js", [file("net.millrace")], file("rows.csv"), file("command.csv"));
  plain();
  command();
  checkAgreement(numbersOf(file("plain.csv")), numbersOf(file("command.csv")));

  // Interleaved, so that a slow second of a shared machine falls on both.
  const spent = { plain: [] as number[], command: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    spent.plain.push(plain());
    spent.command.push(command());
  }
  const [slow, fast] = [median(spent.plain), median(spent.command)];
  const ratio = slow / fast;
  console.log(
    `plain JavaScript     ${rate(slow)} rows/s of CPU time\nmillrace.wasi.wasm   ${rate(fast)} rows/s of CPU time`,
  );
  console.log(`ratio                ${ratio.toFixed(2)}, promised ${LIMIT}`);
  console.log(`Start of Node included, medians of ${ROUNDS} rounds of ${ROWS} rows of 16 numbers of up to 19 digits.`);
  if (ratio < LIMIT) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One net for both, and rows as JavaScript prints numbers. */
async function prepare(file: (name: string) => string): Promise<void> {
  const layers = WIDTHS.slice(1).map((units, i) => ({
    type: "dense" as const,
    units,
    activation: i < WIDTHS.length - 2 ? ("relu" as const) : ("linear" as const),
  }));
  const model = await Model.create({ inputs: WIDTHS[0] as number, layers, loss: "mse", seed: 1 });
  await model.save(file("net.millrace"));
  const parameters = model.parameters().map(({ layer, name, data }) => ({ layer, name, data: [...data] }));
  writeFileSync(file("net.json"), JSON.stringify({ widths: WIDTHS, parameters }));
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const row = () =>
    Array.from({ length: WIDTHS[0] as number }, () => 2 * uniform() - 1 + uniform() / 2 ** 32).join(",");
  writeFileSync(file("rows.csv"), `${Array.from({ length: ROWS }, row).join("\n")}\n`);
}

/** Runs a script of this folder between files; the CPU time it says it took, in microseconds. */
function run(script: string, parameters: string[], from: string, to: string): number {
  const [stdin, stdout] = [openSync(from, "r"), openSync(to, "w")];
  const report = join(folder, "report");
  const stderr = openSync(report, "w");
  try {
    const path = fileURLToPath(new URL(script, import.meta.url));
    execFileSync(process.execPath, [path, ...parameters], { stdio: [stdin, stdout, stderr] });
    return Number(readFileSync(report, "utf8"));
  } finally {
    for (const descriptor of [stdin, stdout, stderr]) closeSync(descriptor);
  }
}

function numbersOf(path: string): number[] {
  return readFileSync(path, "utf8").trimEnd().split(/[\n,]/).map(Number);
}

function checkAgreement(plain: number[], command: number[]): void {
  const differ = plain.length !== command.length || plain.some((x, i) => !(Math.abs(x - (command[i] ?? NaN)) < 1e-5));
  if (differ || plain.length !== ROWS * (WIDTHS.at(-1) as number)) throw new Error("the two do not answer alike");
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] as number;
}

function rate(microseconds: number): string {
  return Math.round((ROWS * 1e6) / microseconds)
    .toLocaleString("en")
    .padStart(9);
}
