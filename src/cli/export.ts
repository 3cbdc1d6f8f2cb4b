import { type Command, Option } from "commander";
import { grouped } from "../demo/style.ts";
import { MillraceError } from "../errors.ts";
import { wholeNumber } from "./options.ts";
import { explain } from "./outcome.ts";

interface ExportOptions {
  target: "c" | "wasm";
  out: string;
  memory?: number;
}

/** `millrace export MODEL --target c|wasm --out FOLDER`: a model as firmware, or with a core that has its memory alone. */
export function exportCommand(program: Command): void {
  program
    .command("export")
    .summary("write a model as firmware in C, or with a WebAssembly core of its size")
    .description(
      "c: a project for a microcontroller, with the model, the core in C and a program to begin with; main.c and the " +
        "Makefile are left as they are where they exist. wasm: the core with the memory of this one model, and the model.",
    )
    .argument("<model>", "a .millrace file")
    .addOption(new Option("-t, --target <target>", "what is written").choices(["c", "wasm"]).makeOptionMandatory())
    .requiredOption("-o, --out <folder>", "where it is written; made where it is absent")
    .option("-m, --memory <bytes>", "RAM there is for it: refuse a model that takes more", wholeNumber(1, 2 ** 31 - 1))
    .action(exportModel);
}

// ---

async function exportModel(file: string, { target, out, memory }: ExportOptions): Promise<void> {
  let concerning = file;
  try {
    const { Model } = await import("../model.ts");
    const { firmwareMemory } = await import("../export/memory.ts");
    const model = await Model.load(file);
    const { arena, linear, globals, total } = await firmwareMemory(model);
    const isC = target === "c";
    const files = isC
      ? await (await import("../export/c.ts")).exportC(model, memory)
      : await (await import("../export/wasm.ts")).exportWasm(model, memory);
    concerning = `--out ${out}`;
    const written = await writeFiles(out, files);
    const rest = isC ? `${grouped(linear - arena)} static, ${grouped(globals)} variables` : `${linear - arena} static`;
    const what = isC ? "RAM, the C stack aside" : "linear memory";
    const lines = [...written, `${grouped(isC ? total : linear)} bytes of ${what}: ${grouped(arena)} model, ${rest}`];
    process.stdout.write(`${lines.join("\n")}\n`);
  } catch (error) {
    const named = error instanceof Error && error.message.includes(file);
    explain(error, named ? undefined : concerning);
  }
}

/** Writes each file whole; of the user's own those that exist stay. Returns a line a file. */
async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const [{ mkdir, access }, { dirname, join }] = await Promise.all([import("node:fs/promises"), import("node:path")]);
  const [{ writeFileWhole }, { KEPT }] = await Promise.all([import("../model/files.ts"), import("../export/c.ts")]);
  const lines: string[] = [];
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists && KEPT.includes(name)) {
      lines.push(`${path} (kept)`);
      continue;
    }
    try {
      await mkdir(dirname(path), { recursive: true });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new MillraceError("E_FILE", `cannot make the folder: ${reason}`, { cause });
    }
    await writeFileWhole(path, bytes, "the export");
    lines.push(path);
  }
  return lines;
}
