// Prints what the reports of the test runner count. A file that fails to load holds no test: it counts as one failure.
import { existsSync, readFileSync } from "node:fs";

const [status, ...reports] = process.argv.slice(2);
const failed = ({ status }) => status === "failed";
const sum = { passed: 0, failed: 0, skipped: 0 };

console.log("");
for (const report of reports) {
  if (!existsSync(report)) {
    console.log(`The tests did not run: there is no ${report}.`);
    continue;
  }
  const { testResults = [], ...totals } = JSON.parse(readFileSync(report, "utf8"));
  const unloaded = testResults.filter((file) => failed(file) && !file.assertionResults.some(failed)).length;
  sum.passed += totals.numPassedTests ?? 0;
  sum.failed += (totals.numFailedTests ?? 0) + unloaded;
  sum.skipped += (totals.numPendingTests ?? 0) + (totals.numTodoTests ?? 0);
}
if (sum.skipped > 0) console.log(`${sum.skipped} not run.`);
if (status !== "0") console.log(`A step failed with status ${status}.`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
