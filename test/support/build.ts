import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CORE = ["dist/core.simd.wasm", "dist/core.wasm", "dist/core.mcu.wasm", "dist/millrace.wasi.wasm"];

/**
 * Builds what is older than its sources, once, before any worker starts.
 * Throws where the build fails; type errors fail it under `CI` alone, since `npm run typecheck` names them better.
 */
export function setup(): void {
  const host = filesIn("src");
  if (stale([...filesIn("assembly"), "src/abi.ts", "scripts/build-core.mjs", "package.json"], CORE)) {
    run("scripts/build-core.mjs");
  }
  const outputs = host.map((file) => file.replace(/^src/, "dist").replace(/\.ts$/, ".js"));
  if (stale([...host, "tsconfig.json", "tsconfig.build.json"], outputs)) {
    try {
      run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
    } catch (error) {
      if (process.env.CI) throw error;
    }
  }
}

/** Whether an output is missing or older than the newest source. */
function stale(sources: string[], outputs: string[]): boolean {
  const newest = Math.max(...sources.map(changed));
  return outputs.some((file) => changed(file) < newest);
}

function changed(file: string): number {
  const path = join(ROOT, file);
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file}`);
}

function run(...command: string[]): void {
  execFileSync(process.execPath, command, { cwd: ROOT, stdio: "inherit" });
}
