import { parseArgs } from "node:util";
import { contendersFor } from "./contenders.ts";
import { FULL, measure, QUICK } from "./measure.ts";
import { NETS, streamFor } from "./nets.ts";
import { writeSection } from "./page.ts";
import { asMarkdown, asText, costTable, type Row, speedTable } from "./table.ts";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, write: { type: "boolean" } } });
const effort = values.quick ? QUICK : FULL;

const rows: Row[] = [];
for (const [net, widths] of Object.entries(NETS)) {
  const stream = streamFor(widths);
  rows.push({ net, widths, times: measure(await contendersFor(widths, stream), stream, effort) });
  process.stderr.write(`measured ${net}\n`);
}

console.log(`\n${asText(speedTable(rows))}\n\n${asText(costTable(rows))}\n`);
console.log("CPU time, medians of interleaved batches; x is how many times faster than the TypeScript loop.");
if (values.write) writeSection("loop", section(rows));

function section(rows: readonly Row[]): string {
  return `The rival is the network a careful programmer would write by hand (\`bench/rival.ts\`): Float32Array weights, one local
accumulator a row, the update fused with the input gradient. Both sides start from the same weights, and the bench
refuses to print a time unless their losses agree after 256 steps. ReLU hidden layers, linear output, mean squared
error, plain SGD at batch 1. Millrace is called through its public \`Model\`: every call copies the input in,
checks it, and copies the answer out. Made by \`npm run bench -- --write\` under Node ${process.version} on ${process.arch}.

CPU time in microseconds a call, medians of ${effort.rounds} interleaved batches; x is how many times faster than the TypeScript loop.

${asMarkdown(speedTable(rows))}

What a learning step costs beside a prediction:

${asMarkdown(costTable(rows))}

Limits of these figures: one thread, inputs between -1 and 1, no input scaler. The smallest net measures the
call itself rather than the arithmetic.`;
}
