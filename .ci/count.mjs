// Prints what the report of the test runner counts. A file that fails to load holds no test: it counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const [report, status] = process.argv.slice(2);
const { testResults = [], ...totals } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
const failed = ({ status }) => status === "failed";
const unloaded = testResults.filter((file) => failed(file) && !file.assertionResults.some(failed)).length;
const skipped = (totals.numPendingTests ?? 0) + (totals.numTodoTests ?? 0);

console.log("");
if (!existsSync(report)) console.log("The tests did not run.");
if (skipped > 0) console.log(`${skipped} not run.`);
if (status !== "0") console.log(`A step failed with status ${status}.`);
console.log(`${totals.numPassedTests ?? 0} passed, ${(totals.numFailedTests ?? 0) + unloaded} failed`);
