// Puts what the README's example, its commands and `npm start` print today under them. `test/readme.test.ts` holds them to it.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

const PAIR = /^(```(ts|sh)\n((?:(?!```).*\n)*)```\n\n```text\n)((?:(?!```).*\n)*)(```$)/gm;
const root = resolve(".");
const project = mkdtempSync(join(tmpdir(), "millrace-readme-"));

try {
  const commands = join(project, "node_modules", ".bin");
  mkdirSync(commands, { recursive: true });
  symlinkSync(root, join(project, "node_modules", "millrace"), "dir");
  const main = join(root, "dist/cli/main.js");
  writeFileSync(join(commands, "millrace"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, { mode: 0o755 });
  const env = { ...process.env, PATH: `${commands}${delimiter}${process.env.PATH}` };
  const run = (...args) => execFileSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  const outputOf = (language, code) => {
    if (language === "sh" && code === "npm start\n") return run(main, "demo");
    // In the order of the page: they use what the example has saved.
    if (language === "sh") return execFileSync("sh", ["-e", "-c", code], { cwd: project, encoding: "utf8", env });
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
