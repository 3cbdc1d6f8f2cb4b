import { shown } from "./connection.ts";
import { DAY, type Features, type HalfHour, readElectricity } from "./electricity.ts";
import type { Topics } from "./messages.ts";
import { report, shortest } from "./report.ts";
import { type Ending, type RunSettings, run } from "./run.ts";
import { counted, hexadecimal, styleOf } from "./style.ts";
import { viewOn } from "./view.ts";

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
    started(url, topics) {
      print([...introduction(settings, url, topics).map((line, i) => (i === 0 ? style.bold(line) : line)), ""]);
    },
    progress(progress) {
      // Topics keep no order among each other: what comes after the result must not be drawn below it.
      if (!over) view.progress(progress);
    },
    finished(result, url, topics) {
      over = true;
      view.end();
      print(report(result, style));
      if (settings.keep) print(conversation(settings.rows, features, url, topics));
    },
    rejected({ topic, reason }) {
      if (settings.keep) print([`  refused on ${topic}: ${reason}`]);
    },
  });
  view.end();
  const { saved, error } = ending;
  if (ending.interrupted || (error !== undefined && saved)) print(["", ...farewell(saved)]);
  return ending;
}

// ---

function introduction({ rows, delay }: RunSettings, url: string, topics: Topics): string[] {
  const prefix = topics.features.slice(0, topics.features.lastIndexOf("/"));
  return [
    `Millrace learns ${counted(rows, "half-hour")} of the New South Wales electricity market`,
    `  over MQTT at ${shown(url)}, topics ${prefix}/#`,
    `  each half-hour: will the price go up? The label comes ${lateness(delay)}`,
  ];
}

function lateness(delay: number): string {
  if (delay === 0) return "right after.";
  return `${delay === DAY ? "one day" : counted(delay, "row")} later.`;
}

/** How to ask and teach the gateway by hand. */
function conversation(rows: number, features: Features, url: string, topics: Topics): string[] {
  const { protocol, hostname, port } = new URL(url);
  const broker = `-h ${hostname}${port ? ` -p ${port}` : ""}${protocol === "mqtt:" ? "" : ` -C ${protocol.slice(0, -1)}`}`;
  return [
    "",
    "  The gateway goes on answering and learning; Ctrl-C saves and ends. Listen, ask, and teach:",
    "",
    `    npx mqtt sub ${broker} -t ${topics.predictions} -v`,
    `    npx mqtt pub ${broker} -t ${topics.features} -m '${JSON.stringify({ row: rows, features })}'`,
    `    npx mqtt pub ${broker} -t ${topics.labels} -m '${JSON.stringify({ row: rows, class: "UP" })}'`,
    "",
  ];
}

function farewell(saved: Ending["saved"]): string[] {
  if (!saved) return ["  Stopped before anything was learnt: no model was saved."];
  const { rows, path, checksum, fileBytes } = saved;
  return [
    `  Stopped after ${counted(rows, "label")}; the model's checksum is ${hexadecimal(checksum)}`,
    `  saved to ${shortest(path)} (${counted(fileBytes, "byte")})`,
  ];
}
