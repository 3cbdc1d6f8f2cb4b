// Runs the core on every runtime this machine has: `npm run test:runtimes`, with the names of test files for some only.
// Prints what each route came to; `--write` puts it into docs/portability.md, which takes all routes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { page, table, withInstructions } from "./portability-page.mjs";

const write = process.argv.includes("--write");
const files = process.argv.slice(2).filter((argument) => argument !== "--write");
// Of this run alone: another may go on beside it.
const results = mkdtempSync(join(tmpdir(), "millrace-routes-"));
const expected = [...readFileSync("test/runtimes/support/routes.ts", "utf8").matchAll(/^ {2}"(.+)",$/gm)].map(
  (m) => m[1],
);

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.runtimes.config.ts", ...files];
const env = { ...process.env, MILLRACE_ROUTES: results };
let { status } = spawnSync(process.execPath, vitest, { stdio: "inherit", env });

const outcomes = readdirSync(results).map((name) => JSON.parse(readFileSync(join(results, name), "utf8")));
rmSync(results, { recursive: true, force: true });
outcomes.sort((a, b) => expected.indexOf(a.route) - expected.indexOf(b.route));
console.log(`\n${table(outcomes)}\n`);

const silent = expected.filter((route) => !outcomes.some((outcome) => outcome.route === route));
const unknown = outcomes.map(({ route }) => route).filter((route) => !expected.includes(route));
if (unknown.length > 0) fail(`not among the routes of test/runtimes/support/routes.ts: ${unknown.join("; ")}`);
if (files.length === 0 && silent.length > 0) {
  const message = `no test reported on: ${silent.join("; ")}`;
  if (process.env.CI || write) fail(message);
  else console.log(message);
}
if (write) {
  const absent = outcomes.filter(({ ran, failed }) => !ran || failed).map(({ route }) => route);
  if (status !== 0 || files.length > 0 || absent.length > 0) {
    fail(
      `docs/portability.md is written from a run in which every route passes; not so: ${absent.join("; ") || "see above"}`,
    );
  } else {
    const firmware = withInstructions(readFileSync("docs/firmware.md", "utf8"), outcomes);
    writeFileSync("docs/portability.md", page(outcomes));
    writeFileSync("docs/firmware.md", firmware);
    console.log("written: docs/portability.md, the instructions in docs/firmware.md");
  }
}
process.exitCode = status ?? 1;

function fail(message) {
  console.error(message);
  status ||= 1;
}
