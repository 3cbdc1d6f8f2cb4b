import { fileURLToPath } from "node:url";
import { testRoute } from "./support/harness.ts";
import { programHost } from "./support/program.ts";
import { CACHE } from "./support/report.ts";
import { missingFile } from "./support/tools.ts";

const HOST = fileURLToPath(new URL("hosts/node.mjs", import.meta.url));
const BUILDS = { simd: "SIMD", scalar: "scalar", mcu: "MCU build" } as const;

for (const major of [20, 22, 24]) {
  const own = Number.parseInt(process.versions.node, 10) === major;
  const node = own ? process.execPath : `${CACHE}/node${major}/node_modules/.bin/node`;
  for (const [build, title] of Object.entries(BUILDS)) {
    testRoute({
      name: `Node ${major}, ${title}`,
      lacks: () => missingFile(node),
      start: () => programHost([node, HOST], build),
    });
  }
}
