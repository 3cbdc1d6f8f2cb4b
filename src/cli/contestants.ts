import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { MillraceError, show } from "../errors.ts";
import type { CsvStream, Task } from "../evaluate.ts";
import { TargetWriter } from "../model/targets.ts";
import { Model } from "../model.ts";
import type { ModelSpec } from "../spec.ts";

export const PRESETS = ["light", "standard", "thorough"] as const;

export interface Wanted {
  presets: readonly string[];
  /** Specs as JSON, or `.millrace` files. */
  files: readonly string[];
  seed?: number | undefined;
  /** Whether the rows say null where a number is missing. */
  saysNull: boolean;
}

/**
 * A model for each preset and file, all fed by the same columns: what a spec leaves out of inputs and classes is
 * taken from the file.
 * @throws MillraceError `E_SPEC`, `E_FILE`, `E_FORMAT` and what else `Model` throws, with the file
 */
export async function contestants(
  { presets, files, seed, saysNull }: Wanted,
  csv: CsvStream,
): Promise<{ name: string; model: Model }[]> {
  const seeded = seed === undefined ? {} : { seed };
  const all: { name: string; model: Model }[] = [];
  try {
    for (const preset of presets) {
      const missing = saysNull || !csv.isWhole ? { missing: "mean" as const } : {};
      const spec = { inputs: csv.inputs, ...classesOf(csv), task: csv.task, preset, ...missing, ...seeded };
      all.push({ name: preset, model: await Model.create(spec as unknown as ModelSpec) });
    }
    for (const file of files) {
      const model = await within(file, () =>
        extname(file) === ".millrace" ? Model.load(file) : fromSpec(file, csv, seeded),
      );
      all.push({ name: unused(basename(file, extname(file)), all), model });
      if (saysNull && model.spec.missing !== "mean") throw unprepared(file);
      const task = new TargetWriter(model.spec).classCount > 0 ? "classification" : "regression";
      if (task !== csv.task) throw otherTask(file, task, csv);
    }
    return all;
  } catch (error) {
    for (const { model } of all) model.dispose();
    throw error;
  }
}

// ---

async function fromSpec(file: string, csv: CsvStream, seeded: { seed?: number }): Promise<Model> {
  const text = await readFile(file, "utf8").catch((cause: Error) => {
    throw new MillraceError("E_FILE", `cannot read the spec: ${cause.message}`, { where: file, cause });
  });
  let spec: unknown;
  try {
    spec = JSON.parse(text);
  } catch (cause) {
    throw new MillraceError("E_FORMAT", "not JSON", { expected: "a spec, as `inspect --json` prints it", cause });
  }
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) {
    throw new MillraceError("E_SPEC", "not a spec", { expected: "a JSON object", actual: show(spec) });
  }
  const asks = "preset" in spec ? { task: csv.task } : {};
  return Model.create({ inputs: csv.inputs, ...classesOf(csv), ...asks, ...spec, ...seeded } as unknown as ModelSpec);
}

function classesOf({ classes }: CsvStream): { classes?: string[] } {
  return classes ? { classes } : {};
}

async function within<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof MillraceError) || error.message.startsWith(file)) throw error;
    throw new MillraceError(error.code, `${file}: ${error.message}`, { cause: error });
  }
}

/** Two specs of the same name in two folders are told apart by a number. */
function unused(name: string, taken: readonly { name: string }[]): string {
  const isTaken = (word: string) => taken.some((each) => each.name === word);
  let number = 2;
  let free = name;
  while (isTaken(free)) free = `${name} ${number++}`;
  return free;
}

function unprepared(file: string): MillraceError {
  return new MillraceError("E_SPEC", "the data has missing numbers and this model refuses them", {
    where: file,
    expected: '"missing": "mean" in the spec',
    remedy: "Or take --missing zero or --missing skip",
  });
}

function otherTask(file: string, task: Task, { task: own, target }: CsvStream): MillraceError {
  const called = (some: Task) => (some === "classification" ? "classes" : "values");
  return new MillraceError("E_SPEC", `this model predicts ${called(task)}`, {
    where: file,
    expected: `a model that predicts ${called(own)}, as ${show(target)} holds`,
    remedy: `Or take --task ${task}`,
  });
}
