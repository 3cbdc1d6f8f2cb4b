import { statSync } from "node:fs";
import { posix } from "node:path";
import { readBytes } from "./core/source.ts";
import { MillraceError } from "./errors.ts";

export interface WasiRunOptions {
  /**
   * Folders the command may open files in: the name it knows each by, and where it lies. Default: those of the model
   * and of what `--save` names, no others.
   */
  folders?: Readonly<Record<string, string>>;
  /** File descriptors; by default those of this process. */
  stdin?: number;
  stdout?: number;
  stderr?: number;
}

/**
 * Runs the command build, `millrace/millrace.wasi.wasm`, under `node:wasi`:
 * `await runWasi(["learn", "pump.millrace", "--save", "pump.millrace"])`.
 * It blocks the thread until the rows end: rows that come slowly belong in a worker or a process of their own.
 * @returns the exit code: 0, 64 usage, 65 data, 66 no model file, 74 input or output
 * @throws MillraceError `E_FILE` where the command build cannot be read, `E_PROCESS` where a descriptor or a folder is
 * refused
 */
export async function runWasi(parameters: readonly string[], options: WasiRunOptions = {}): Promise<number> {
  const { folders = foldersOf(parameters), stdin = 0, stdout = 1, stderr = 2 } = options;
  const { WASI } = await withoutItsWarning(() => import("node:wasi"));
  compiled ??= readBytes(commandUrl(), "the command build").then((bytes) => WebAssembly.compile(bytes));
  const module = await compiled.catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  let wasi: InstanceType<typeof WASI>;
  try {
    const args = ["millrace", ...parameters];
    wasi = new WASI({ version: "preview1", args, preopens: { ...folders }, returnOnExit: true, stdin, stdout, stderr });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MillraceError("E_PROCESS", `cannot start the command build: ${reason}`, {
      where: `folders ${JSON.stringify(folders)}, descriptors ${stdin}, ${stdout}, ${stderr}`,
      remedy: "Name folders that exist and descriptors that are open",
      cause,
    });
  }
  const imports = wasi.getImportObject() as WebAssembly.Imports;
  return wasi.start(await WebAssembly.instantiate(module, imports)) as unknown as number;
}

let compiled: Promise<WebAssembly.Module> | undefined;

// Run from its TypeScript sources, the library finds the build in the folder of the compiled ones.
function commandUrl(): URL {
  const folder = import.meta.url.endsWith(".ts") ? "../dist/" : "./";
  return new URL(`${folder}millrace.wasi.wasm`, import.meta.url);
}

/** The folders of all that may name a file, under the very names the command will be given. */
function foldersOf(parameters: readonly string[]): Record<string, string> {
  const files = parameters.slice(1).filter((text, i) => !text.startsWith("-") && parameters[i] !== "--label");
  return Object.fromEntries(files.map((file) => nearestFolder(file)).map((folder) => [folder, folder]));
}

/** What exists of a path above its last part: what is missing below is for the command to say. */
function nearestFolder(file: string): string {
  let folder = posix.dirname(file);
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory() && folder !== posix.dirname(folder)) {
    folder = posix.dirname(folder);
  }
  return folder;
}

/** Loads `node:wasi` without its notice that it is experimental, which would stand between the lines of the command. */
async function withoutItsWarning<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process;
  const quiet = (warning: string | Error, ...details: unknown[]): void => {
    if (!/\bWASI\b/.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...details]);
  };
  process.emitWarning = quiet as typeof emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
