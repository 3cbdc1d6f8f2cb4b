import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { testRoute } from "./support/harness.ts";
import { programHost, refusesForgery } from "./support/program.ts";
import { cacheFolder } from "./support/report.ts";
import { build, missingCommand } from "./support/tools.ts";

const PROGRAM = `${cacheFolder("wazero")}/host`;
const lacking = missingCommand("go");
if (lacking === undefined) {
  const cwd = fileURLToPath(new URL("../../examples/wazero", import.meta.url));
  execFileSync("go", ["build", "-mod=readonly", "-o", PROGRAM, "."], { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

for (const [engine, options] of Object.entries({ compiler: [], interpreter: ["-interpreter"] })) {
  for (const [title, core] of Object.entries({ SIMD: build("core.simd"), scalar: build("core") })) {
    const command = [PROGRAM, ...options];
    const name = `wazero ${engine}, ${title}`;
    testRoute({ name, lacks: () => lacking, start: () => programHost(command, core) }, () =>
      refusesForgery(command, core),
    );
  }
}
