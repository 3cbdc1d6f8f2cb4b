// Builds every shape of the core from the one source in assembly/.
// The flags are part of the promise: MVP only (no bulk memory, no sign extension, ...) for all but SIMD,
// no imports, no start section, no data segments (the command aside). `test/golden-list.test.ts` holds the outcome.
import { mkdirSync } from "node:fs";
import asc from "assemblyscript/asc";

const PAGE = 65536;
const MVP = ["bulk-memory", "sign-extension", "nontrapping-f2i", "mutable-globals"];
const shared = ["--runtime", "stub", "--noAssert", "--converge", "--use", "abort=", "--memoryBase", "16"];

const builds = {
  // Hosts: the arena begins behind the statics and grows with the models.
  "core.simd": ["--optimizeLevel", "3", "--shrinkLevel", "0", "--enable", "simd", "--use", "ARENA=0"],
  core: ["--optimizeLevel", "3", "--shrinkLevel", "0", "--use", "ARENA=0"],
  // Microcontrollers: one page, a static arena, for size.
  "core.mcu": ["--optimizeLevel", "3", "--shrinkLevel", "2", "--use", "ARENA=64512", "--maximumMemory", "1"],
  // The command: its buffers take two pages, and its messages are the only data there is.
  "millrace.wasi": ["--optimizeLevel", "3", "--shrinkLevel", "0", "--use", "ARENA=0", "--initialMemory", "2"],
};
const sources = { "millrace.wasi": "assembly/wasi.ts" };

mkdirSync("dist", { recursive: true });
for (const [name, flags] of Object.entries(builds)) {
  const { error, stderr } = await asc.main([
    sources[name] ?? "assembly/index.ts",
    ...["-o", `dist/${name}.wasm`],
    ...shared,
    ...MVP.flatMap((feature) => ["--disable", feature]),
    ...(flags.includes("--initialMemory") ? [] : ["--initialMemory", "1"]),
    ...(flags.includes("--maximumMemory") ? [] : ["--maximumMemory", String(2 ** 31 / PAGE)]),
    ...flags,
  ]);
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
}
