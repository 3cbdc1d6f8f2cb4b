import { relative } from "node:path";
import { QUARTER, TRAINING_ROWS } from "./electricity.ts";
import type { Played } from "./news.ts";
import type { Proof } from "./proof.ts";
import type { Kill, Result } from "./run.ts";
import type { Score } from "./scores.ts";
import { counted, grouped, hexadecimal, percent, type Style } from "./style.ts";

const COLUMNS = ["accuracy", "worst quarter", "kappa-temporal", "log loss"] as const;
const LABEL_COLUMNS = 18;
const CELL_COLUMNS = 15;

/** The end of a run as lines: what each contender reached, what it took, and what learning was worth. */
export function report({ played, kills, proof, saved }: Result, style: Style): string[] {
  const { rows, countedFrom, seconds, scores } = played;
  const { modelBytes, fileBytes, path } = saved;
  return [
    "",
    style.bold(`  ${scope(played)}`),
    "",
    style.dim(`  ${"".padEnd(LABEL_COLUMNS)}${COLUMNS.map((name) => name.padStart(CELL_COLUMNS)).join("")}`),
    ...scores.map((score) => line(score, style)),
    ...notes(played).map((note) => (note === "" ? note : style.dim(`  ${note}`))),
    "",
    `  ${counted(rows, "row")} in ${seconds.toFixed(1)} s: ${grouped(rows / Math.max(seconds, 1e-3))} samples/s through broker, journal and back`,
    `  ${survived(kills, proof)}`,
    "",
    "  the weights after the last label have the checksum",
    ...checksums(proof, kills.length > 0).map(
      ([checksum, where]) => `    ${style.bold(hexadecimal(checksum))}  ${where}`,
    ),
    "",
    `  the model takes ${counted(modelBytes, "byte")}`,
    `  saved to ${shortest(path)} (${counted(fileBytes, "byte")})`,
    "",
    `  ${style.bold(worth(scores, rows, countedFrom))}`,
  ];
}

/** One sentence: points of accuracy gained over the contenders that do not learn. */
export function worth(scores: readonly Score[], rows: number, countedFrom: number): string {
  const [lastKnown, frozen, learning] = scores.map(({ accuracy }) => accuracy);
  if (lastKnown == null || learning == null) return "Learning cannot be judged: no row has been counted.";
  const gain = (other: number) => signed(100 * (learning - other));
  if (frozen == null) {
    return `Learning was worth ${gain(lastKnown)} points over the last label (${counted(rows - countedFrom, "row")}).`;
  }
  return `Learning was worth ${gain(frozen)} points over the frozen net, ${gain(lastKnown)} over the last label.`;
}

/** A path as a person would type it from here. */
export function shortest(path: string): string {
  const here = relative(process.cwd(), path);
  return here.startsWith("..") || here === "" ? path : `./${here}`;
}

// ---

function survived(kills: readonly Kill[], { lost, doubled }: Proof): string {
  const when = kills.map(({ row }) => `row ${grouped(row)}`).join(", ");
  const ever = when === "" ? "" : `killed with SIGKILL at ${when}: `;
  return `${ever}${counted(lost, "row")} lost, ${grouped(doubled)} learnt twice`;
}

function checksums({ checksum, replayed, unkilled }: Proof, hasKills: boolean): [checksum: number, where: string][] {
  const others: [number, string][] = [[replayed, "in a fresh learner fed its journal"]];
  if (unkilled !== undefined) others.push([unkilled, "in a run without a kill: a second gateway on the same stream"]);
  return [[checksum, `in this run${hasKills ? ", whose gateway was killed" : ""}`], ...others];
}

function scope({ rows, countedFrom }: Played): string {
  const span = counted(rows - countedFrom, "row");
  return countedFrom === 0 ? `From the first row on (${span})` : `From row ${grouped(countedFrom)} on (${span})`;
}

function line({ contender, accuracy, worstQuarter, kappaTemporal, loss }: Score, style: Style): string {
  const cells = [percent(accuracy), percent(worstQuarter), decimals(kappaTemporal), decimals(loss)];
  const label = style.of(contender, contender.padEnd(LABEL_COLUMNS));
  return `  ${label}${cells.map((cell) => cell.padStart(CELL_COLUMNS)).join("")}`;
}

/** Why a cell is a dash, where that is because the run was short. */
function notes({ rows, countedFrom, scores }: Played): string[] {
  const few: string[] = [];
  if (scores.some(({ contender, rows: own }) => contender === "frozen net" && own === 0)) {
    few.push(`too few rows for the frozen net: it stops learning at row ${grouped(TRAINING_ROWS)}`);
  }
  if (rows - countedFrom < QUARTER) few.push(`too few rows for a quarter: it has ${grouped(QUARTER)}`);
  return few.length > 0 ? ["", ...few] : [];
}

function decimals(value: number | null): string {
  return value === null ? "–" : value.toFixed(3).replace("-", "−");
}

function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(1);
  return `${value < 0 && rounded !== "0.0" ? "−" : "+"}${rounded}`;
}
