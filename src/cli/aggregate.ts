import { renameSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { AggregatorEvent } from "../sync/aggregator.ts";
import { EXIT, explain } from "./outcome.ts";

const TICK_MS = 250;
const REPORT_MS = 2_000;
const HEARTBEAT_MS = 10_000;

interface AggregateOptions {
  beginAnew: boolean;
}

/** `millrace aggregate`: merges what a fleet has learnt, until a signal ends it. */
export function aggregateCommand(program: Command): void {
  program
    .command("aggregate")
    .summary("merge what the gateways of a fleet have learnt")
    .description(
      "Runs an aggregator: takes the updates of a fleet's devices, merges them, and publishes the global model. Run a " +
        "second one with credentials and a folder of its own, and it takes over when the first is gone. The log is " +
        "written to stderr, as lines of JSON.",
    )
    .argument("<file>", "configuration of the fleet, YAML or JSON")
    .option("--begin-anew", "lead from the model of this folder although the fleet has a newer one", false)
    .addHelpText("after", "\nSIGTERM and Ctrl-C say that nobody leads, and end; a second one ends at once.")
    .action(aggregate);
}

// ---

async function aggregate(file: string, { beginAnew }: AggregateOptions): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => {
    // Asked twice: the journal has all that was acknowledged.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort();
  };
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    await run(file, beginAnew, stop.signal);
  } catch (error) {
    explain(error);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

async function run(file: string, beginAnew: boolean, stopped: AbortSignal): Promise<void> {
  const [
    { readFleetConfiguration, reportFileOf },
    { connector },
    { Aggregator },
    { Leadership },
    { Credentials },
    { Model },
    { pino, destination, stdTimeFunctions },
  ] = await Promise.all([
    import("./fleet-configuration.ts"),
    import("./fleet-connection.ts"),
    import("../sync/aggregator.ts"),
    import("../sync/aggregator/leadership.ts"),
    import("../sync/keys.ts"),
    import("../model.ts"),
    import("pino"),
  ]);
  const configuration = readFleetConfiguration(file);
  const { fleet, model, initial, logLevel, takeOverAfterMs, credentials, directory, ...more } = configuration;
  const log = pino(
    { level: logLevel, base: { fleet, model }, timestamp: stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
  const aggregator = Aggregator.open({
    ...more,
    fleet,
    model,
    directory,
    heartbeatMs: Math.min(HEARTBEAT_MS, takeOverAfterMs / 3),
    initial: typeof initial === "string" ? await Model.load(initial) : await Model.create(initial as never),
    credentials: Credentials.read(credentials),
    onEvent: ({ level, message, ...details }: AggregatorEvent) => log[level](details, message),
  });
  const leadership = new Leadership(aggregator, {
    connect: connector(configuration),
    watchMs: takeOverAfterMs,
    spreadMs: takeOverAfterMs / 6,
    beginAnew,
    onEvent: (message, details) => log.info(details, message),
  });
  const report = () => {
    const text = `${JSON.stringify({ saidMs: Date.now(), state: leadership.state, ...aggregator.report() })}\n`;
    try {
      writeFileSync(`${reportFileOf(configuration)}.unfinished`, text);
      renameSync(`${reportFileOf(configuration)}.unfinished`, reportFileOf(configuration));
    } catch (error) {
      log.warn({ error: String(error) }, "the report cannot be written");
    }
  };
  log.info({ ...aggregator.version, isNew: aggregator.isNew }, "watching for a leader");
  leadership.start();
  const [ticking, reporting] = [setInterval(() => leadership.tick(), TICK_MS), setInterval(report, REPORT_MS)];
  try {
    report();
    if (!stopped.aborted) await new Promise((resolve) => stopped.addEventListener("abort", resolve, { once: true }));
  } finally {
    clearInterval(ticking);
    clearInterval(reporting);
    await leadership.close();
    report();
    log.info({}, "closed");
  }
}
