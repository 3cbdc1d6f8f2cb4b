#!/usr/bin/env node
/**
 * Takes one safeguard after the other out of a copy of the project and runs the tests that must notice: each must fail.
 *   node scripts/mutants.mjs [PART] [WORDS OF A NAME]
 * The parts are the files of scripts/mutants/. Without a part, all of them.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const [part, ...words] = process.argv.slice(2);
const parts = readdirSync(join(ROOT, "scripts/mutants")).map((name) => name.replace(/\.mjs$/, ""));
if (part !== undefined && !parts.includes(part)) {
  process.stderr.write(`error: there is no part "${part}"; expected one of ${parts.join(", ")}\n`);
  process.exit(2);
}

const copy = mkdtempSync(join(tmpdir(), "millrace-mutants-"));
try {
  for (const name of ["src", "test", "dist", "package.json"]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, dereference: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  // The copy is built already, and nothing is measured here.
  const config = "export default { test: { testTimeout: 60_000, maxWorkers: 1, bail: 1 } };\n";
  writeFileSync(join(copy, "vitest.config.mjs"), config);
  process.exitCode = (await run()) ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

async function run() {
  const chosen = [];
  for (const name of part === undefined ? parts : [part]) {
    const { mutants } = await import(`./mutants/${name}.mjs`);
    chosen.push(...mutants.filter((mutant) => words.every((word) => mutant.name.includes(word))));
  }
  const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
  if (!passes(tests)) {
    process.stderr.write(`error: ${tests.join(" ")} must pass before anything is taken out\n`);
    return false;
  }
  const unnoticed = chosen.filter((mutant) => !isNoticed(mutant));
  process.stdout.write(`${chosen.length - unnoticed.length} of ${chosen.length} noticed\n`);
  return unnoticed.length === 0;
}

function isNoticed({ name, file, find, replace, also = [], tests }) {
  const changes = [{ file, find, replace }, ...also];
  const before = new Map(changes.map((change) => [change.file, readFileSync(join(copy, change.file), "utf8")]));
  try {
    for (const change of changes) {
      const path = join(copy, change.file);
      const text = readFileSync(path, "utf8");
      if (!text.includes(change.find)) throw new Error(`${change.file} has no such text: ${change.find}`);
      writeFileSync(
        path,
        text.replace(change.find, () => change.replace),
      );
    }
    const noticed = !passes(tests);
    process.stdout.write(`${noticed ? "noticed  " : "UNNOTICED"}  ${name}\n`);
    return noticed;
  } finally {
    for (const [path, text] of before) writeFileSync(join(copy, path), text);
  }
}

function passes(tests) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const options = { cwd: copy, stdio: "ignore", timeout: 600_000 };
  return spawnSync(process.execPath, [vitest, "run", ...tests], options).status === 0;
}
