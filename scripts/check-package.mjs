// Packs the tarball, installs it into an empty project as a user would, and runs what the README promises there.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const readme = readFileSync("README.md", "utf8");
const [, example, printed] = readme.match(/```ts\n(.*?)```\s+```text\n(.*?)```/s) ?? [];
const project = mkdtempSync(join(tmpdir(), "millrace-package-"));

try {
  const run = (command, ...args) => {
    console.log(`$ ${command} ${args.join(" ")}`);
    return execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  };
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
    encoding: "utf8",
  });
  const [{ filename, files, size }] = JSON.parse(packed);
  console.log(`${filename}: ${files.length} files, ${size} bytes`);

  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", "install", "--no-audit", "--no-fund", resolve(project, filename));
  writeFileSync(join(project, "example.js"), example);
  same("the README's example", run("node", "example.js"), printed);
  same("millrace --version", run("npx", "--no-install", "millrace", "--version"), `${version}\n`);
  console.log(run("npx", "--no-install", "millrace", "demo", "--rows", "1000"));
} finally {
  rmSync(project, { recursive: true, force: true });
}

function same(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what} printed\n${actual}\ninstead of\n${expected}`);
}
