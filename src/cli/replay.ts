import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { hexadecimal } from "../demo/style.ts";
import { MillraceError } from "../errors.ts";
import type { Moment, Replay, ReplayedModel } from "../gateway/state/replay.ts";
import { fileNameOf } from "../journal.ts";
import { grouped } from "../text.ts";
import { explain } from "./outcome.ts";
import { partitionOf } from "./state.ts";

interface ReplayCommandOptions {
  until: Moment;
  stream?: string;
  key?: string;
  save?: string;
  json?: true;
}

/** `millrace replay FOLDER --until MOMENT`: the models of a gateway as they were. */
export function replayCommand(program: Command): void {
  program
    .command("replay")
    .summary("bring back a gateway's models of any moment")
    .description(
      "Feeds the journal of a gateway to the snapshots before a moment: the weights and metrics are those of that moment. Changes nothing; the gateway may be running.",
    )
    .argument("<folder>", "the state folder of a gateway")
    .requiredOption(
      "--until <moment>",
      "a time (2026-03-01T12:00:00Z, or ms since 1970) or the number of a record",
      moment,
    )
    .option("--stream <name>", "this stream alone")
    .option("--key <key>", "this key alone")
    .option("--save <folder>", "write each model there, as a .millrace file")
    .option("--json", "print one JSON object")
    .action(replay);
}

// ---

async function replay(folder: string, { until, stream, key, save, json }: ReplayCommandOptions): Promise<void> {
  const { replayUntil } = await import("../gateway/state/replay.ts");
  try {
    const result = await replayUntil(partitionOf(folder), { until, stream, key });
    if (result.models.length + result.unavailable.length === 0) {
      throw new MillraceError("E_VALUE", "there is no such model at that moment", { where: folder });
    }
    if (save !== undefined) await saveAll(result.models, save);
    process.stdout.write(json ? asJson(result) : asText(result));
  } catch (error) {
    explain(error);
  }
}

async function saveAll(models: readonly ReplayedModel[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { summary, toBytes } of models) {
    const { stream, key } = summary;
    const name = key === "" ? fileNameOf(stream) : `${fileNameOf(stream)}.${fileNameOf(key)}`;
    await writeFile(join(folder, `${name}.millrace`), toBytes());
  }
}

/** Numbers below this are records: as a time it would be the year 2001. */
const FIRST_TIME = 1e12;

function moment(text: string): Moment {
  if (/^\d{1,16}$/.test(text)) return Number(text) < FIRST_TIME ? { seq: Number(text) } : { timeMs: Number(text) };
  const timeMs = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(timeMs)) return { timeMs };
  throw new InvalidArgumentError("Expected a time such as 2026-03-01T12:00:00Z or the number of a record.");
}

function asJson({ seq, models, unavailable }: Replay): string {
  return `${JSON.stringify({ seq, models: models.map(({ summary }) => summary), unavailable }, null, 2)}\n`;
}

function asText({ seq, models, unavailable }: Replay): string {
  const lines = models.map(({ summary: { stream, key, checksum, steps, scores } }) => {
    const { accuracy, mae, loss } = scores;
    const [name, value] = accuracy === null ? ["MAE", mae] : ["accuracy", accuracy];
    const figures = `${name} ${value?.toPrecision(4) ?? "-"}, loss ${loss?.toPrecision(4) ?? "-"}`;
    return `${hexadecimal(checksum)}  ${grouped(steps)} steps, ${figures}  ${key === "" ? stream : `${stream}/${key}`}`;
  });
  const missing = unavailable.map(({ stream, key, reason }) => `unavailable  ${stream}/${key}: ${reason}`);
  return `${[`behind record ${grouped(seq)}`, "", ...lines, ...missing].join("\n")}\n`;
}
