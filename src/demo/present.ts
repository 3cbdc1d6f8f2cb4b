import { stripVTControlCharacters } from "node:util";
import { shown } from "./connection.ts";
import { DAY, type Features, type HalfHour, readElectricity } from "./electricity.ts";
import type { FeaturesMessage, LabelMessage } from "./messages.ts";
import type { Premises } from "./premises.ts";
import { report, shortest } from "./report.ts";
import { type Ending, type RunSettings, run } from "./run.ts";
import { counted, hexadecimal, styleOf } from "./style.ts";
import { viewOn } from "./view.ts";

const MOST_PRINTED = 300;

type Place = Pick<Premises, "url" | "topics" | "state">;

/** Runs the stream and tells a person about it on stdout. */
export async function present(settings: RunSettings, interrupted: AbortSignal): Promise<Ending> {
  const output = process.stdout;
  const style = styleOf(output);
  const view = viewOn(output, settings.rows, settings.rate);
  const print = (lines: readonly string[]) => output.write(`${lines.join("\n")}\n`);
  // The cursor must come back however this ends.
  process.once("exit", () => view.end());

  // The first half-hour is as good an example as any; reading it now also finds a missing file before anything starts.
  const [{ features }] = (await readElectricity(1)) as [HalfHour];
  let over = false;
  const ending = await run(settings, interrupted, {
    started(premises) {
      print([...introduction(settings, premises).map((line, i) => (i === 0 ? style.bold(line) : line)), ""]);
    },
    progress(progress) {
      view.progress(progress);
    },
    kill(kill) {
      if (!over) view.kill(kill);
    },
    finished(result, premises) {
      over = true;
      view.end();
      print(report(result, style));
      if (settings.keep) print(conversation(settings.rows, features, premises));
    },
    rejected(topic, reason) {
      if (settings.keep) print([`  refused on ${printable(topic)}: ${printable(reason)}`]);
    },
  });
  view.end();
  const { saved, error } = ending;
  if (ending.interrupted || (error !== undefined && saved && !over)) print(["", ...farewell(saved)]);
  return ending;
}

// ---

function introduction({ rows, delay, kill }: RunSettings, { url, topics }: Place): string[] {
  return [
    `Millrace learns ${counted(rows, "half-hour")} of the New South Wales electricity market`,
    `  over MQTT at ${shown(url)}, topics ${topics.prefix}/#`,
    `  each half-hour: will the price go up? The label comes ${lateness(delay)}`,
    ...(kill ? ["  half way the gateway is killed, and started again on what its journal holds"] : []),
  ];
}

function lateness(delay: number): string {
  if (delay === 0) return "right after.";
  return `${delay === DAY ? "one day" : counted(delay, "row")} later.`;
}

/** How to ask and teach the gateway by hand. */
function conversation(rows: number, features: Features, place: Place): string[] {
  const { url, topics } = place;
  const { protocol, hostname, port } = new URL(url);
  const broker = `-h ${hostname}${port ? ` -p ${port}` : ""}${protocol === "mqtt:" ? "" : ` -C ${protocol.slice(0, -1)}`}`;
  const [question, label]: [FeaturesMessage, LabelMessage] = [
    { row: rows, ...features },
    { row: rows, class: "UP" },
  ];
  return [
    "",
    "  The gateway goes on answering and learning; Ctrl-C saves and ends. Listen, ask, and teach:",
    "",
    `    npx mqtt sub ${broker} -t ${topics.predictions} -v`,
    `    npx mqtt pub ${broker} -t ${topics.features} -m '${JSON.stringify(question)}'`,
    `    npx mqtt pub ${broker} -t ${topics.labels} -m '${JSON.stringify(label)}'`,
    "",
    "  Its journal, until then; replay it to any record or moment:",
    "",
    `    millrace replay ${place.state("gateway")} --until ${rows}`,
    "",
  ];
}

/** What a stranger wrote, as one line that does nothing to a terminal. */
function printable(text: string): string {
  const line = stripVTControlCharacters(text).replaceAll(/\p{Cc}+/gu, " ");
  return line.length > MOST_PRINTED ? `${line.slice(0, MOST_PRINTED)}…` : line;
}

function farewell(saved: Ending["saved"]): string[] {
  if (!saved) return ["  Stopped before anything was learnt: no model was saved."];
  const { rows, path, checksum, fileBytes } = saved;
  return [
    `  Stopped after ${counted(rows, "label")}; the model's checksum is ${hexadecimal(checksum)}`,
    `  saved to ${shortest(path)} (${counted(fileBytes, "byte")})`,
  ];
}
