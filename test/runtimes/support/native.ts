import { join } from "node:path";
import { runProgram } from "./native-program.ts";
import { CACHE, cacheFolder } from "./report.ts";
import { output, ROOT } from "./tools.ts";

export const WASM3: string = join(CACHE, "wasm3/pywasm3-0.5.0/wasm3");
export const WAMR: string = join(CACHE, "wamr/wamr-sys-0.1.1/wasm-micro-runtime");

/** Builds examples/wasm3 as its Makefile says and returns the program. */
export async function buildWasm3Host(): Promise<string> {
  const folder = cacheFolder("native/wasm3");
  await make(`${ROOT}examples/wasm3`, { WASM3, OUT: folder });
  return join(folder, "millrace-wasm3");
}

/** Builds examples/wamr as its CMakeLists.txt says and returns the program. */
export async function buildWamrHost(interpreter: "fast" | "classic"): Promise<string> {
  const folder = cacheFolder(`native/wamr-${interpreter}`);
  const fast = interpreter === "fast" ? "ON" : "OFF";
  await output("cmake", ["-S", `${ROOT}examples/wamr`, "-B", folder, `-DFAST=${fast}`, `-DWAMR_ROOT_DIR=${WAMR}`]);
  await output("cmake", ["--build", folder]);
  return join(folder, "millrace-wamr");
}

/** A firmware of examples/wasm3/cortex-m4, whose variables `settings` are. Returns the image for `runFirmware`. */
export async function buildCortexFirmware(name: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const folder = cacheFolder("native/wasm3-cortex-m4");
  await make(`${ROOT}examples/wasm3/cortex-m4`, { WASM3, OUT: folder, NAME: name, ...settings });
  return join(folder, `${name}.elf`);
}

/**
 * Runs a firmware and returns what it prints, lines of a name and a value. One instruction takes 1 ns there.
 * Throws what it printed where it ends with anything but 0.
 */
export async function runFirmware(image: string): Promise<Map<string, string>> {
  const semihosting = ["-semihosting-config", "enable=on,target=native"];
  const clock = ["-icount", "shift=0,align=off,sleep=off"];
  const board = ["-M", "mps2-an386", "-nographic", "-monitor", "none", "-serial", "none"];
  const run = await runProgram("qemu-system-arm", [...board, ...semihosting, ...clock, "-kernel", image]);
  const printed = run.stdout + run.stderr;
  if (run.code !== 0) throw new Error(`the firmware ended with ${run.code}: ${printed}`);
  return new Map(printed.split("\n").map((line) => line.split(/ (.*)/, 2) as [string, string]));
}

function make(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const variables = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return output("make", ["--silent", "-C", folder, ...variables]);
}
