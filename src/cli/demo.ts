import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { DAY, ROWS } from "../demo/electricity.ts";
import { progressDistance } from "../demo/pace.ts";
import type { RunSettings } from "../demo/run.ts";
import { grouped } from "../demo/style.ts";
import { MillraceError } from "../errors.ts";
import { brokerUrl, someNumber, wholeNumber } from "./options.ts";
import { EXIT, explain } from "./outcome.ts";

interface DemoOptions {
  delay: number;
  rate?: number;
  rows: number;
  broker?: string;
  keep?: true;
  kill: boolean;
  out: string;
}

/** `millrace demo`: the main job on a shipped stream. */
export function demoCommand(program: Command): void {
  program
    .command("demo")
    .summary("learn the electricity market over MQTT, message by message")
    .description(
      `Plays ${grouped(ROWS)} half-hours of an electricity market over MQTT. A gateway process predicts each row when ` +
        "it arrives (does the price go up or down?), publishes the prediction, and learns when the label comes, one " +
        "day later. Half way the gateway is killed and started again: it goes on as if nothing had happened. A net that " +
        "stopped learning and the last known label run beside it.",
    )
    .option(
      "-d, --delay <rows>",
      "rows until a label arrives; 0: right after the prediction",
      wholeNumber(0, ROWS),
      DAY,
    )
    .option("-r, --rate <rows/s>", "most rows a second (default: as fast as it goes)", someNumber(0.01, 1e6))
    .option("-n, --rows <n>", "rows of the stream to play", wholeNumber(1, ROWS), ROWS)
    .option("-b, --broker <url>", "an MQTT broker to use (default: an embedded one on a free local port)", brokerUrl)
    .option("--no-kill", "let the gateway live")
    .option("-k, --keep", "keep broker and gateway running afterwards, answering messages, until Ctrl-C")
    .option("-o, --out <path>", "where the model is saved", "./millrace-demo/electricity.millrace")
    .addHelpText("after", "\nCtrl-C saves the model as it is and ends. Without a terminal plain lines are printed.")
    .action(demo);
}

// ---

async function demo(options: DemoOptions): Promise<void> {
  const path = resolve(options.out);
  try {
    await prepare(path);
  } catch (error) {
    return explain(`${error instanceof Error ? error.message : error}`, `--out ${options.out}`);
  }
  const { present } = await import("../demo/present.ts");
  const settings: RunSettings = {
    ...options,
    keep: options.keep === true,
    path,
    progressEvery: progressDistance(options.rate),
  };

  const interruption = new AbortController();
  const interrupt = () => {
    // Asked twice: nothing is saved any more, and the workers end by themselves once this process is gone.
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, interrupt);
  process.stdout.on("error", () => {
    if (!interruption.signal.aborted) interruption.abort();
  });

  const { interrupted, error } = await present(settings, interruption.signal);
  const atBroker = error instanceof MillraceError && error.code === "E_BROKER";
  if (error !== undefined) explain(error, options.broker && atBroker ? "--broker" : undefined);
  // Already set where nobody reads any more.
  else process.exitCode ??= interrupted ? EXIT.interrupted : EXIT.ok;
}

/** Finds out now, not when the stream is over, whether the model can be saved there. */
async function prepare(path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await access(folder, constants.W_OK);
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) throw new Error("this is a folder; expected the path of a file");
}
