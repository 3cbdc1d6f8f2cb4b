// A process that appends to a journal and reports each seq through the pipe after `append` has returned it.
// Usage: node journal-child.mjs <kill | full> <folder>
import { writeSync } from "node:fs";
import { Journal } from "../../dist/journal.js";

const [, , work, folder] = process.argv;
const report = (line) => writeSync(1, `${line}\n`);

/** What a record of this seq holds: as `expectedBody` in the test. */
function bodyOf(seq) {
  return Buffer.from(`${seq} ${"0123456789".repeat((seq * 7919) % 300)}`);
}

function appendForEver() {
  const journal = Journal.open(folder, { segmentBytes: 256 * 1024 });
  report(`open ${journal.nextSeq} ${journal.recovery.lost.count} ${journal.recovery.movedTo.length}`);
  for (;;) {
    const next = journal.nextSeq;
    const count = next % 5 === 0 ? 1 + (next % 17) : 1;
    const entries = Array.from({ length: count }, (_, i) => ({ kind: 1, arrivalMs: next + i, body: bodyOf(next + i) }));
    const first = count === 1 ? journal.append(1, next, entries[0].body) : journal.appendAll(entries);
    report(first + count - 1);
    if (next % 100 === 0) journal.sync();
    while (journal.segments().length > 4) {
      const [, second] = journal.segments();
      report(`floor ${second.firstSeq}`);
      journal.dropSegment(journal.firstSeq);
    }
  }
}

/** Appends until it is refused, says so, and tries again each time a line comes on stdin. */
function appendUntilFull() {
  const journal = Journal.open(folder);
  const fill = () => {
    for (;;) {
      try {
        report(journal.append(1, 0, bodyOf(journal.nextSeq)));
      } catch (error) {
        report(`refused ${error.code} ${journal.nextSeq} ${journal.writable} ${journal.segments().at(-1).bytes}`);
        return;
      }
      if (journal.nextSeq > 2000) {
        journal.close();
        report("done");
        process.exit(0);
      }
    }
  };
  fill();
  process.stdin.on("data", fill);
}

if (work === "kill") appendForEver();
else appendUntilFull();
