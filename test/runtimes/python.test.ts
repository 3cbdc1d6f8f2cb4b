import { fileURLToPath } from "node:url";
import { testRoute } from "./support/harness.ts";
import { programHost, refusesForgery } from "./support/program.ts";
import { CACHE } from "./support/report.ts";
import { build, missingFile } from "./support/tools.ts";

const PYTHON = `${CACHE}/python/bin/python`;
const ROUTES = [
  // Its memory is as large as the module says: the build of one page is what microcontrollers run.
  { name: "wasm3", program: "wasm3_host.py", core: build("core.mcu") },
  { name: "wasmtime, SIMD", program: "wasmtime_host.py", core: build("core.simd") },
  { name: "wasmtime, scalar", program: "wasmtime_host.py", core: build("core") },
];

for (const { name, program, core } of ROUTES) {
  const host = fileURLToPath(new URL(`../../examples/python/${program}`, import.meta.url));
  // -B: no compiled files beside the examples.
  const command = [PYTHON, "-B", host];
  testRoute({ name, lacks: () => missingFile(PYTHON), start: () => programHost(command, core) }, () =>
    refusesForgery(command, core),
  );
}
