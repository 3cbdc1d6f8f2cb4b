import type { Command } from "commander";
import { EXIT, explain } from "./outcome.ts";

interface RunOptions {
  reset: string[];
  fork: string[];
  selfTest: boolean;
}

/** `millrace run`: the gateway, until a signal ends it. */
export function runCommand(program: Command): void {
  program
    .command("run")
    .summary("serve predictions for MQTT streams and learn from their labels")
    .description(
      "Runs a gateway: predicts for every message of its streams, learns from every label, and keeps all it has " +
        "learnt through a kill at any moment. The log is written to stderr, as lines of JSON.",
    )
    .argument("<file>", "configuration, YAML or JSON; `millrace init` writes one, `millrace check` looks it over")
    .option("--reset <stream>", "put the saved models of a stream aside and begin anew; may be repeated", collect, [])
    .option("--fork <stream>", "go on from saved models although the model of a stream has changed", collect, [])
    .option("--no-self-test", "do not try the broker out at the start")
    .addHelpText(
      "after",
      "\nSIGTERM and Ctrl-C save every model, say offline and end within 10 s; a second one ends at once.",
    )
    .action(run);
}

// ---

async function run(file: string, { reset, fork, selfTest }: RunOptions): Promise<void> {
  const { Gateway } = await import("../gateway.ts");
  const stop = new AbortController();
  const interrupt = () => {
    // Asked twice: the journal has all that was acknowledged.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort(new Error("interrupted"));
  };
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const gateway = await Gateway.start(file, { reset, fork, selfTest, signal: stop.signal });
    await gateway.closed;
  } catch (error) {
    if (error !== stop.signal.reason) explain(error);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

function collect(stream: string, streams: string[]): string[] {
  return [...streams, stream];
}
