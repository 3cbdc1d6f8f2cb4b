// Puts what the README's example and `npm start` print today under them. `test/readme.test.ts` holds them to it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PAIR = /^(```(ts|sh)\n((?:(?!```).*\n)*)```\n\n```text\n)((?:(?!```).*\n)*)(```$)/gm;
const root = resolve(".");
const project = mkdtempSync(join(tmpdir(), "millrace-readme-"));

try {
  mkdirSync(join(project, "node_modules"));
  symlinkSync(root, join(project, "node_modules", "millrace"), "dir");
  const run = (...args) => execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  const outputOf = (language, code) => {
    if (language === "sh" && code === "npm start\n") return run(join(root, "dist/cli/main.js"), "demo");
    if (language === "sh") throw new Error(`no known output of: ${code}`);
    writeFileSync(join(project, "example.mjs"), code);
    return run("example.mjs");
  };
  const filled = readFileSync("README.md", "utf8").replace(
    PAIR,
    (_, head, language, code, _old, end) => `${head}${outputOf(language, code)}${end}`,
  );
  writeFileSync("README.md", filled);
} finally {
  rmSync(project, { recursive: true, force: true });
}
