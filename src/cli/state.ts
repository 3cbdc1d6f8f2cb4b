import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { hexadecimal } from "../demo/style.ts";
import { MillraceError } from "../errors.ts";
import type { StateCheck } from "../gateway/state/verify.ts";
import { counted, grouped } from "../text.ts";
import { EXIT, explain } from "./outcome.ts";

/** `millrace state verify | export | import`: the state folder of a gateway that does not run. */
export function stateCommand(program: Command): void {
  const state = program
    .command("state")
    .summary("verify, export or import the state of a gateway")
    .description("Works on the state folder of a gateway that does not run.");
  state
    .command("verify")
    .summary("hold every model against the journal")
    .description(
      "Reads all of a state, feeds the journal to fresh learners, and tells whether each saved model is what they come to. Changes nothing.",
    )
    .argument("<folder>", "the state folder of a gateway")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExit codes: 0 all is well, 1 damaged, or a model differs.")
    .action(verify);
  state
    .command("export")
    .summary("write a state to one file")
    .argument("<folder>", "the state folder of a gateway")
    .argument("<file>", "the file to write")
    .action((folder: string, file: string) =>
      moved(folder, "exported", ({ exportState }) => exportState(folder, file)),
    );
  state
    .command("import")
    .summary("make a state folder from an exported file")
    .argument("<file>", "what `millrace state export` wrote")
    .argument("<folder>", "a folder that is empty, or not there yet")
    .action((file: string, folder: string) =>
      moved(undefined, "imported", ({ importState }) => importState(file, folder)),
    );
}

/** The partition of a state folder; all of the state is one. */
export function partitionOf(folder: string): string {
  const partition = join(folder, "p0");
  return existsSync(partition) ? partition : folder;
}

// ---

async function verify(folder: string, { json }: { json?: true }): Promise<void> {
  const [{ verifyState }, { lockFolder }] = await Promise.all([
    import("../gateway/state/verify.ts"),
    import("../journal.ts"),
  ]);
  try {
    refuseMissing(folder);
    const lock = lockFolder(folder);
    const check = await verifyState(partitionOf(folder)).finally(() => lock.release());
    process.stdout.write(json ? `${JSON.stringify(check, null, 2)}\n` : asText(check));
    const differs = check.models.some(({ result }) => result === "different");
    if (differs || check.damaged.length > 0 || check.journal.damagedBytes > 0) process.exitCode = EXIT.failure;
  } catch (error) {
    explain(error);
  }
}

async function moved(
  folder: string | undefined,
  what: string,
  move: (transfer: typeof import("../gateway/state/transfer.ts")) => { files: number; bytes: number },
): Promise<void> {
  const [transfer, { lockFolder }] = await Promise.all([
    import("../gateway/state/transfer.ts"),
    import("../journal.ts"),
  ]);
  try {
    if (folder !== undefined) refuseMissing(folder);
    const lock = folder === undefined ? undefined : lockFolder(folder);
    try {
      const { files, bytes } = move(transfer);
      process.stdout.write(`${what} ${counted(files, "file")}, ${grouped(bytes)} bytes\n`);
    } finally {
      lock?.release();
    }
  } catch (error) {
    explain(error);
  }
}

/** A folder that is not there must not be made by locking it. */
function refuseMissing(folder: string): void {
  if (!existsSync(partitionOf(folder))) throw new MillraceError("E_FILE", "there is no such folder", { where: folder });
}

function asText({ journal, firstSeq, lastSeq, snapshots, damaged, models }: StateCheck): string {
  const gone = [...journal.earlierGaps, ...journal.gaps].map(({ from, to }) => to - from + 1);
  const lines = [
    `journal    records ${grouped(firstSeq)} to ${grouped(lastSeq)}`,
    ...(gone.length > 0 ? [`           ${counted(sum(gone), "record")} gone, in ${counted(gone.length, "gap")}`] : []),
    ...(journal.damagedBytes > 0 ? [`           ${grouped(journal.damagedBytes)} damaged bytes`] : []),
    `snapshots  ${counted(snapshots, "file")}${damaged.length > 0 ? `, ${damaged.length} damaged` : ""}`,
    ...damaged.map((name) => `           ${name}`),
    "",
    ...models.map(({ stream, key, appliedSeq, checksum, result }) => {
      const name = key === "" ? stream : `${stream}/${key}`;
      return `${result.padEnd(11)}  ${hexadecimal(checksum)}  record ${appliedSeq}  ${name}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
