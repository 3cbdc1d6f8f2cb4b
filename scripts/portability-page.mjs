// The table of `npm run test:runtimes`, for a terminal and for docs/portability.md.
import { cpus } from "node:os";

const HEADINGS = ["route", "version", "self test", "replay", "speed"];

/** What each route came to, in columns. */
export function table(outcomes) {
  const rows = [HEADINGS, ...outcomes.map(cells)];
  // A reason runs on over the columns behind it.
  const widths = HEADINGS.map((_, i) => Math.max(...rows.map((row) => (i < row.length - 1 ? row[i].length : 0))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** docs/portability.md. */
export function page(outcomes) {
  const lines = outcomes.map((outcome) => `| ${cells(outcome).join(" | ")} |`);
  return `# Portability

Written by \`npm run portability\` on ${process.platform} ${process.arch}, ${cpus().length} processors shared with other work. It runs the core on every route
below and refuses to write this page unless each one ends with the same bits.

| ${HEADINGS.join(" | ")} |
| ${HEADINGS.map(() => "---").join(" | ")} |
${lines.join("\n")}

- **Self test**: what \`selftest()\` returned. It trains sixteen built-in models over every layer, activation, loss,
  optimizer, committee, replay, drift detector and score, and ends with the one value of the ABI version (\`SELFTEST_CHECKSUM\` in \`src/abi.ts\`).
- **Replay**: recorded runs (\`millrace trace record\`) over real rows ended with the same state, byte for byte or by its
  FNV-1a where a host has no way to hand bytes out. Batches, momentum, adam, dropout, batch normalisation, a scaler, missing inputs,
  sample weights, a changed rate and a frozen layer are among them.
- **Speed**: single-sample SGD steps of 16-32-16-4, the host writing each row and calling \`learn_class\` for it: the cost
  of crossing from Python or JavaScript into the runtime is in it. The WASI command is timed as a whole, its start
  included, while it learns CSV with 6-16-2. Firmware is counted in instructions, exactly; the other numbers are
  those of one shared machine and differ between runs.

Run it yourself: \`bash scripts/install-runtimes.sh\` installs what is missing, \`npm run test:runtimes\` says which routes ran, which
could not and why; where \`CI\` is set a route that cannot run is a failure.
`;
}

/** docs/firmware.md with the instructions a learn step that were counted. */
export function withInstructions(firmwarePage, outcomes) {
  const counted = INSTRUCTION_ROUTES.map((name) => outcomes.find(({ route }) => route === name)?.speed);
  const numbers = counted.map((speed = "") => /^[\d,]+(?= instructions)/.exec(speed)?.[0]);
  if (numbers.includes(undefined)) throw new Error(`no instructions counted: ${INSTRUCTION_ROUTES.join("; ")}`);
  return firmwarePage.replace(INSTRUCTION_ROW, (_, head) => `${head}${numbers.join(" | ")} |`);
}

/** The columns of that row which are counted. */
const INSTRUCTION_ROUTES = ["Cortex-M4F by wasm2c", "wasm3 on Cortex-M4F"];
const INSTRUCTION_ROW = /^(\| instructions a learn step, [\w-]+ \| )[\d,]+ \| [\d,]+ \|/m;

function cells({ route, ran, failed, lacking, version = "", checksum = "", replays, speed = "-" }) {
  if (lacking !== undefined) return [route, `could not run: ${lacking}`];
  if (!ran || failed) return [route, version, checksum, "FAILED", speed];
  return [route, version, checksum, replays ? "same state" : "takes no input", speed];
}
