import { dirname, join } from "node:path";
import { cacheFolder } from "./report.ts";
import { output, ROOT } from "./tools.ts";

/** How a processor is compiled for, and which of QEMU's boards has it. */
export interface Processor {
  machine: string;
  flags: readonly string[];
}

export const CORTEX_M4F: Processor = {
  machine: "mps2-an386",
  flags: ["-mcpu=cortex-m4", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"],
};
export const CORTEX_M3: Processor = { machine: "mps2-an385", flags: ["-mcpu=cortex-m3"] };
export const CORTEX_M7: Processor = {
  machine: "mps2-an500",
  flags: ["-mcpu=cortex-m7", "-mfloat-abi=hard", "-mfpu=fpv5-d16"],
};

export interface Firmware {
  /** Of the program, unique among all. */
  name: string;
  /** C files, relative to the root, besides the core and the board. */
  sources: readonly string[];
  options?: readonly string[];
  /** The generated core, where it is not the kit's. */
  core?: string;
  /** The header of an exported model, given to every file. */
  header?: string;
}

const KIT = ["-std=gnu11", "-ffp-contract=off", "-fno-math-errno", "-Wall", "-Wextra", "-Werror"];
// wasm2c declares every local of the module, read or not.
const GENERATED = ["-Wno-unused-variable", "-Wno-unused-but-set-variable", "-Wno-unused-function", "-Wno-unused-label"];
const INCLUDES = ["firmware/boards", "firmware/include", "bench", "test/runtimes/firmware"].map((path) => `-I${path}`);
const CORE = "firmware/generated/core.c";

/** Compiles for a board at -O2. @returns the path of the ELF file */
export async function buildForBoard(processor: Processor, firmware: Firmware): Promise<string> {
  const { name, sources, options = [], core = CORE, header } = firmware;
  const file = join(cacheFolder("firmware"), `${name}.elf`);
  const link = ["-nostartfiles", "-Wl,--gc-sections", "-Wl,--no-warn-rwx-segments", "-T", "firmware/boards/mps2.ld"];
  const size = ["-O2", "-ffunction-sections", "-fdata-sections"];
  const target = ["-mthumb", ...processor.flags, ...size];
  const flags = [...target, ...KIT, ...GENERATED, ...modelFlags(header), ...INCLUDES, ...options];
  const files = ["firmware/boards/mps2.c", core, ...sources];
  await output("arm-none-eabi-gcc", [...flags, ...link, ...files, "-o", file], { cwd: ROOT });
  return file;
}

/** Compiles for this machine with the address and undefined-behaviour sanitizers. @returns the path of the program */
export async function buildWithSanitizers(firmware: Firmware): Promise<string> {
  const { name, sources, options = [], core = CORE, header } = firmware;
  const file = join(cacheFolder("firmware"), name);
  const checks = ["-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
  const flags = ["-O1", ...KIT, ...GENERATED, ...checks, ...modelFlags(header), ...INCLUDES, ...options];
  await output("gcc", [...flags, "test/runtimes/firmware/desk.c", core, ...sources, "-o", file], { cwd: ROOT });
  return file;
}

/** Runs a firmware to its end; an exit status but 0 is an error. One instruction takes 1 ns of the board's time. */
export async function runOnBoard({ machine }: Processor, file: string): Promise<string> {
  const semihosting = ["-semihosting-config", "enable=on,target=native"];
  const clock = ["-icount", "shift=0,align=off,sleep=off"];
  const board = ["-M", machine, "-nographic", "-monitor", "none", "-serial", "none"];
  // Semihosting prints on stderr.
  const command = ["-c", 'exec qemu-system-arm "$@" 2>&1 </dev/null', "sh", ...board, ...semihosting, ...clock];
  return output("/bin/sh", [...command, "-kernel", file]);
}

/** Bytes of flash (code, constants, initial values) and of RAM (variables, without the stack) that were linked. */
export async function sizesOf(file: string): Promise<{ flash: number; ram: number }> {
  const table = await output("arm-none-eabi-size", ["-A", file]);
  const bytes = (section: string): number => Number(table.match(new RegExp(`^\\${section}\\s+(\\d+)`, "m"))?.[1] ?? 0);
  return { flash: bytes(".text") + bytes(".data"), ram: bytes(".data") + bytes(".bss") };
}

/** Numbers a firmware printed, by name. */
export function figuresOf(text: string): Record<string, number> {
  return Object.fromEntries([...text.matchAll(/^([\w-]+) (\d+)$/gm)].map(([, name, value]) => [name, Number(value)]));
}

// ---

function modelFlags(header: string | undefined): string[] {
  return header === undefined ? [] : [`-I${dirname(header)}`, "-include", header];
}
