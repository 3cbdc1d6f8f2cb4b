#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { demoCommand } from "./demo.ts";
import { exportCommand } from "./export.ts";
import { evaluateCommand } from "./evaluate.ts";
import { inspectCommand } from "./inspect.ts";
import { EXIT, explain } from "./outcome.ts";
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

// A reader that has gone (`| head`) is no fault of the run; commands that go on for long stop by themselves.
process.stdout.on("error", () => {
  process.exitCode ??= EXIT.brokenPipe;
});

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
