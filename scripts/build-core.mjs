// Builds every shape of the core from the one source in assembly/.
// The flags are part of the promise: MVP only (no bulk memory, no sign extension, ...) for all but SIMD,
// no imports, no start section, no data segments (the command aside). `test/golden-list.test.ts` holds the outcome.
import { mkdirSync, writeFileSync } from "node:fs";
import asc from "assemblyscript/asc";
import binaryen from "binaryen";

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
const host = "assembly/host.ts";
const sources = { "core.simd": host, core: host, "millrace.wasi": "assembly/wasi.ts" };

const built = {};
for (const [name, flags] of Object.entries(builds)) {
  built[name] = await compile(sources[name] ?? "assembly/index.ts", [
    ...shared,
    ...MVP.flatMap((feature) => ["--disable", feature]),
    ...(flags.includes("--initialMemory") ? [] : ["--initialMemory", "1"]),
    ...(flags.includes("--maximumMemory") ? [] : ["--maximumMemory", String(2 ** 31 / PAGE)]),
    ...flags,
  ]);
}
built["core.mcu"] = shrink(built["core.mcu"]);
// All or none: a core that does not compile leaves the builds of the one before.
mkdirSync("dist", { recursive: true });
for (const [name, bytes] of Object.entries(built)) writeFileSync(`dist/${name}.wasm`, bytes);

async function compile(source, flags) {
  let bytes;
  const writeFile = (_name, contents) => {
    bytes = contents;
  };
  const { error, stderr } = await asc.main([source, "-o", "core.wasm", ...flags], { writeFile });
  if (error) {
    console.error(stderr.toString());
    throw error;
  }
  return bytes;
}

/**
 * What the compiler's own run of the same optimizer leaves to do: a function with one caller becomes part of it, however
 * large, and a constant that a function has often becomes a local. Settings are those of the whole process, and the
 * compiler's are still there: each one that matters is named.
 */
function shrink(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.MVP);
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setAlwaysInlineMaxSize(2);
  binaryen.setFlexibleInlineMaxSize(20);
  binaryen.setOneCallerInlineMaxSize(-1);
  binaryen.setLowMemoryUnused(false);
  binaryen.setFastMath(false);
  binaryen.setDebugInfo(false);
  binaryen.setGenerateStackIR(true);
  binaryen.setOptimizeStackIR(true);
  module.optimize();
  module.runPasses(["const-hoisting"]);
  const smaller = module.emitBinary();
  module.dispose();
  return smaller;
}
