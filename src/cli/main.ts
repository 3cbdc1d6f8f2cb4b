#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { aggregateCommand } from "./aggregate.ts";
import { checkCommand } from "./check.ts";
import { demoCommand } from "./demo.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exportCommand } from "./export.ts";
import { fleetCommand } from "./fleet.ts";
import { initCommand } from "./init.ts";
import { inspectCommand } from "./inspect.ts";
import { keysCommand } from "./keys.ts";
import { EXIT, explain, outputFailed } from "./outcome.ts";
import { replayCommand } from "./replay.ts";
import { runCommand } from "./run.ts";
import { stateCommand } from "./state.ts";
import { traceCommand } from "./trace.ts";
import { wasiCommand } from "./wasi.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("millrace")
  .description("Small neural networks beside the sensor that learn from every label.")
  .version(version, "-V, --version", "print the version")
  .helpOption("-h, --help", "print this help")
  .helpCommand("help [command]", "print the help of a command")
  .exitOverride();

// Commands that go on for long stop by themselves.
process.stdout.on("error", outputFailed);

initCommand(program);
checkCommand(program);
runCommand(program);
replayCommand(program);
stateCommand(program);
keysCommand(program);
aggregateCommand(program);
fleetCommand(program);
demoCommand(program);
evaluateCommand(program);
inspectCommand(program);
exportCommand(program);
traceCommand(program);
wasiCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own message by now; it knows one exit code only.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else explain(error);
}
