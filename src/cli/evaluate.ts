import { access, constants, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CsvOptions, Task } from "../evaluate.ts";
import { someNumber, wholeNumber } from "./options.ts";
import { EXIT, explain } from "./outcome.ts";

interface EvaluateCommandOptions {
  target: string;
  preset?: string[];
  model?: string[];
  delay: number;
  report?: string;
  json?: true;
  task?: Task;
  classes?: string[];
  positive?: string;
  drop?: string[];
  category?: string[];
  missing: NonNullable<CsvOptions["missing"]>;
  header?: boolean;
  separator?: string;
  window: number;
  fading: number;
  seed?: number;
}

/** `millrace evaluate FILE`: models on a recorded stream, each row predicted before it is learnt. */
export function evaluateCommand(program: Command): void {
  const list = (text: string, before: string[] = []) => [...before, ...text.split(",").map((name) => name.trim())];
  const repeated = (text: string, before: string[] = []) => [...before, text];
  program
    .command("evaluate")
    .summary("test, then train, on a CSV file")
    .description(
      "Reads a CSV file (gzip too) from first row to last. Each row is predicted by every model before any has learnt " +
        "it, and learnt when its label comes. Ends with a table of figures beside baselines that know the labels alone.",
    )
    .argument("<file>", "a CSV file, plain or gzip")
    .requiredOption(
      "-t, --target <column>",
      "the column to predict: a name, a number where there is no header, or last",
    )
    .option(
      "-p, --preset <name>",
      "a model by preset: light, standard, thorough; may be repeated (default: standard, if no --model)",
      (text: string, before?: string[]) => repeated(preset(text), before),
    )
    .option("-m, --model <file>", "a model by its spec (JSON) or as a .millrace file; may be repeated", repeated)
    .option("-d, --delay <rows>", "rows until a label comes; 0: right after the prediction", wholeNumber(0, 1e7), 0)
    .option("-r, --report <file>", "write a page of pictures (HTML)")
    .option("--json", "print one JSON object instead of the table")
    .addOption(
      new Option(
        "--task <task>",
        "what the target is (default: classes where it is texts or up to 20 whole numbers)",
      ).choices(["classification", "regression"]),
    )
    .option("--classes <names>", "the classes in order, with commas between", list)
    .option("--positive <class>", "the class whose F1 is taken where there are two (default: the second)")
    .option("--drop <columns>", "columns that are no inputs, with commas between", list)
    .option("--category <columns>", "columns of numbers that are categories, with commas between", list)
    .addOption(
      new Option("--missing <rule>", "a missing number is left to the model, is 0, or skips the row")
        .choices(["model", "zero", "skip"])
        .default("model"),
    )
    .option("--header", "the first line is a header (default: if no cell of it is a number)")
    .option("--no-header", "the first line is a row")
    .option("--separator <letter>", "between cells (default: as the first line has it)", letter)
    .option("--window <rows>", "rows of the rolling figures", wholeNumber(1, 1e6), 1_000)
    .option(
      "--fading <weight>",
      "weight of a row against the next in the fading figures",
      someNumber(1e-6, 0.999999),
      0.999,
    )
    .option("--seed <n>", "of all models (default: their own)", wholeNumber(0, 0xffffffff))
    .addHelpText("after", "\nCtrl-C ends the stream early and shows the figures so far.")
    .action(run);
}

// ---

async function run(file: string, options: EvaluateCommandOptions): Promise<void> {
  const [{ evaluate, openCsv, reportPage }, { contestants }, { asJson, figureLines }, { ProgressBar }] =
    await Promise.all([
      import("../evaluate.ts"),
      import("./contestants.ts"),
      import("./figures.ts"),
      import("./progress.ts"),
    ]);
  const { delay, window, fading, positive, seed, report } = options;
  const interruption = new AbortController();
  const interrupt = () => {
    if (interruption.signal.aborted) process.exit(EXIT.interrupted);
    interruption.abort();
  };
  try {
    if (report !== undefined) await prepare(report);
    const csv = await openCsv(file, csvOptions(options));
    const files = options.model ?? [];
    const presets = options.preset ?? (files.length === 0 ? ["standard"] : []);
    const saysNull = csv.hasMissing && options.missing === "model";
    const models = await contestants({ presets, files, seed, saysNull }, csv);

    const bar = new ProgressBar(process.stderr, csv.rowCount);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
    const evaluation = await evaluate(csv.rows(), {
      models,
      delay,
      window,
      fading,
      inputs: csv.inputs,
      ...(csv.classes && { classes: csv.classes }),
      ...(positive !== undefined && { positive }),
      progress: (rows) => bar.update(rows),
      signal: interruption.signal,
    }).finally(() => bar.end());

    const left = csv.leftOut();
    if (left > 0) process.stderr.write(`${left} rows left out: no target, or a missing number under --missing skip\n`);
    const bold = (text: string) =>
      process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text;
    process.stdout.write(options.json ? asJson(evaluation) : `${figureLines(evaluation, bold).join("\n")}\n`);
    if (report !== undefined) {
      await writeFile(report, reportPage(evaluation, { title: basename(file), target: csv.target }));
      process.stderr.write(`report written to ${report}\n`);
    }
    if (interruption.signal.aborted) process.exitCode = EXIT.interrupted;
  } catch (error) {
    explain(error);
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupt);
  }
}

function csvOptions(options: EvaluateCommandOptions): CsvOptions {
  const { target, drop, category, missing, task, classes, header, separator } = options;
  return {
    target,
    ...(drop && { drop }),
    ...(category && { categories: category }),
    missing,
    ...(task && { task }),
    ...(classes && { classes }),
    ...(header !== undefined && { header }),
    ...(separator !== undefined && { separator }),
  };
}

/** Finds out now, not when the stream is over, whether the report can be written there. */
async function prepare(report: string): Promise<void> {
  const { MillraceError } = await import("../errors.ts");
  await access(dirname(resolve(report)), constants.W_OK).catch((cause: Error) => {
    throw new MillraceError("E_FILE", `the report cannot be written: ${cause.message}`, {
      where: `--report ${report}`,
      cause,
    });
  });
}

function preset(text: string): string {
  if (["light", "standard", "thorough"].includes(text)) return text;
  throw new InvalidArgumentError("Expected light, standard or thorough.");
}

function letter(text: string): string {
  const named = text === "tab" || text === "\\t" ? "\t" : text;
  if (named.length === 1 && named !== '"') return named;
  throw new InvalidArgumentError("Expected one letter, or tab.");
}
