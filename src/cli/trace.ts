import { type Command, Option } from "commander";
import type { CoreBuild } from "../core/source.ts";
import { grouped, hexadecimal } from "../demo/style.ts";
import { MillraceError } from "../errors.ts";
import { explain } from "./outcome.ts";

interface RecordOptions {
  label: "last" | "none";
  header?: true;
  out: string;
}

interface ReplayOptions {
  build: "auto" | CoreBuild;
}

/** `millrace trace record` and `millrace trace replay`: a run that can be repeated bit for bit, anywhere. */
export function traceCommand(program: Command): void {
  const trace = program.command("trace").summary("record a run, or replay one and compare the state bit for bit");
  trace
    .command("record")
    .summary("predict and learn rows, and write down the model and every call")
    .description(
      "Opens a model, predicts and learns every row of a CSV file, and writes a trace: the model as it was, the calls, " +
        "and the check sum of the state they lead to. The model file itself is left as it is.",
    )
    .argument("<model>", "a .millrace file")
    .argument("<rows>", "lines of numbers between commas, the inputs first; - is stdin")
    .addOption(
      new Option("-l, --label <place>", "where the label stands; without one rows are only predicted")
        .choices(["last", "none"])
        .default("last"),
    )
    .option("--header", "the first line holds names")
    .requiredOption("-o, --out <path>", "where the trace is written")
    .action(recordRows);
  trace
    .command("replay")
    .summary("repeat the calls of a trace; the state must end as it was recorded")
    .description("Opens the model of a trace, makes its calls, and fails where the state ends as another.")
    .argument("<trace>", "a file that `millrace trace record` wrote")
    .addOption(
      new Option("-b, --build <build>", "the build of the core")
        .choices(["auto", "simd", "scalar", "mcu"])
        .default("auto"),
    )
    .action(replayTrace);
}

// ---

async function recordRows(model: string, rows: string, { label, header, out }: RecordOptions): Promise<void> {
  let concerning = model;
  try {
    const [{ Recording }, { readRows }] = await Promise.all([import("../trace.ts"), import("../trace/rows.ts")]);
    const recording = await Recording.start(model);
    const source = rows === "-" ? "stdin" : rows;
    concerning = source;
    let count = 0;
    for await (const row of readRows(rows, recording.model.spec, { label, header: header === true })) {
      concerning = `${source}: line ${row.line}`;
      recording.model.predict(row.inputs);
      if (row.label !== undefined) recording.model.learn(row.inputs, row.label);
      concerning = source;
      count++;
    }
    if (count === 0) throw new MillraceError("E_FORMAT", "there are no rows");
    concerning = out;
    await recording.save(out);
    const checksum = hexadecimal(recording.model.checksum());
    process.stdout.write(`${out}: ${grouped(count)} rows, ${grouped(recording.calls)} calls, checksum ${checksum}\n`);
  } catch (error) {
    explainOnce(error, concerning);
  }
}

async function replayTrace(file: string, { build }: ReplayOptions): Promise<void> {
  try {
    const [{ replayFile }, { Core }] = await Promise.all([import("../trace.ts"), import("../core.ts")]);
    const core = await Core.load({ build });
    const { same, checksum, expected, calls } = await replayFile(file, core);
    if (!same) {
      throw new MillraceError("E_STATE", `the ${core.build} build ended in another state`, {
        expected: hexadecimal(expected),
        actual: hexadecimal(checksum),
      });
    }
    process.stdout.write(
      `${file}: ${grouped(calls)} calls on the ${core.build} build, checksum ${hexadecimal(checksum)}, as recorded\n`,
    );
  } catch (error) {
    explainOnce(error, file);
  }
}

/** With what it concerns in front, unless the message names it by itself. */
function explainOnce(error: unknown, concerning: string): void {
  const named = error instanceof Error && error.message.includes(concerning);
  explain(error, named ? undefined : concerning);
}
