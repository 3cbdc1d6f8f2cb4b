import type { Command } from "commander";
import { explain } from "./outcome.ts";

/** `millrace wasi ...`: the command build on rows of stdin. */
export function wasiCommand(program: Command): void {
  program
    .command("wasi")
    .summary("run the command build on rows from stdin")
    .description(
      "Runs the WebAssembly command build as any WASI runtime would: rows on stdin, predictions on stdout. " +
        "It has exit codes of its own: 0, 64 usage, 65 data, 66 no model file, 74 input or output.",
    )
    .usage("predict|learn|inspect <model> [options] < rows > predictions")
    .argument("[parameters...]", "what the command build is given; `millrace wasi help` prints it")
    .allowUnknownOption()
    .action(wasi);
}

// ---

async function wasi(parameters: string[]): Promise<void> {
  const { runWasi } = await import("../wasi.ts");
  try {
    process.exitCode = await runWasi(parameters);
  } catch (error) {
    explain(error);
  }
}
