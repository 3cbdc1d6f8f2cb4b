/** What is taken out of the state machine, and the tests that must notice. */
const STATE = "src/gateway/state/";
const property = ["test/gateway-state.test.ts"];
const snapshots = ["test/gateway-snapshots.test.ts"];

export const mutants = [
  {
    name: "the duplicate window",
    file: `${STATE}duplicates.ts`,
    find: 'if (known === hash || isOfPrevious) return "duplicate";',
    replace: 'if (known === hash || isOfPrevious) return "new";',
    tests: property,
  },
  {
    name: "the session before, after a reboot",
    file: `${STATE}duplicates.ts`,
    find: 'return isOfPrevious ? "duplicate" : "new";',
    replace: 'return "new";',
    tests: ["test/gateway-duplicates.test.ts"],
  },
  {
    name: "appliedSeq of a snapshot, when it is written",
    file: `${STATE}snapshot.ts`,
    find: "appliedSeq: cell.appliedSeq,",
    replace: "appliedSeq: 0,",
    tests: property,
  },
  {
    name: "appliedSeq of a snapshot, when records are applied, and the turn that would tell",
    file: `${STATE}start.ts`,
    find: "if (cell === undefined || entry.seq <= cell.appliedSeq) continue;",
    replace: "if (cell === undefined) continue;",
    also: [
      { file: `${STATE}loader.ts`, find: "if (seq <= cell.appliedSeq) return cell;", replace: "" },
      { file: `${STATE}loader.ts`, find: "if (turn === cell.turn + 1) return true;", replace: "return true;" },
      {
        file: `${STATE}cell.ts`,
        find: "if (turn <= this.#turn || seq <= this.#appliedSeq) {",
        replace: "if (seq < 0) {",
      },
    ],
    tests: property,
  },
  {
    name: "journal before acknowledge: a record at QoS 1 is gathered as one at QoS 0 is",
    file: `${STATE}gateway-state.ts`,
    find: "if (qos === 0) {",
    replace: "if (qos >= 0) {",
    tests: property,
  },
  {
    name: "journal before apply",
    file: `${STATE}ledger.ts`,
    find: "    this.#journal.appendAll(placed.map(({ entry }) => entry));\n    this.#writes++;\n    return placed;",
    replace:
      "    for (const one of placed) one.cell.apply(one.record, one.seq, arrivalMs);\n    this.#journal.appendAll(placed.map(({ entry }) => entry));\n    this.#writes++;\n    return placed;",
    tests: snapshots,
  },
  {
    name: "the floor of the index: models that are not saved yet do not hold it back",
    file: `${STATE}upkeep.ts`,
    find: "if (cell.plan.stream === stream) floorSeq = Math.min(floorSeq, firstSeq - 1);",
    replace: "",
    tests: property,
  },
  {
    name: "the flush before a snapshot",
    file: `${STATE}upkeep.ts`,
    find: "    flush();\n",
    replace: "",
    tests: property,
  },
  {
    name: "pending samples of a snapshot",
    file: `${STATE}source.ts`,
    find: "source.waiting.set(id, { id, seq, position, timeMs, arrivalMs, x, output });",
    replace: "",
    tests: property,
  },
  {
    name: "early labels of a snapshot",
    file: `${STATE}source.ts`,
    find: "    source.early.set(seq, {",
    replace: "    void ({",
    tests: property,
  },
  {
    name: "feature windows of a snapshot",
    file: `${STATE}source.ts`,
    find: "if (features) source.windows = FeatureWindows.restore(features, windows);",
    replace: "if (features) source.windows = new FeatureWindows(features);",
    tests: property,
  },
  {
    name: "duplicates of a snapshot",
    file: `${STATE}source.ts`,
    find: "source.duplicates = Duplicates.read(reader);",
    replace: "source.duplicates = new Duplicates(Duplicates.read(reader).type);",
    tests: property,
  },
  {
    name: "the block a record was gathered in",
    file: `${STATE}ledger.ts`,
    find: "const back = gathers ? this.#gathered.length + i + 1 : 0;",
    replace: "const back = gathers ? 1 : 0;",
    tests: snapshots,
  },
  {
    name: "reading on from an older generation",
    file: `${STATE}loader.ts`,
    find: "if (isNewest && !mayLag) return cell;",
    replace: "if (!mayLag) return cell;",
    tests: snapshots,
  },
  {
    name: "saving twice before a segment goes",
    file: `${STATE}snapshots.ts`,
    find: "for (let times = 0; times < 2; times++) {",
    replace: "for (let times = 0; times < 0; times++) {",
    tests: snapshots,
  },
  {
    name: "a record that was set aside",
    file: `${STATE}loader.ts`,
    find: "if (index.setAside.has(seq)) {",
    replace: "if (seq < 0) {",
    tests: snapshots,
  },
  {
    name: "records of before a reset",
    file: `${STATE}start.ts`,
    find: "entry.seq <= (index.streams.get(stream)?.resetSeq ?? 0)",
    replace: "entry.seq < 0",
    also: [
      {
        file: `${STATE}loader.ts`,
        find: "Math.max(journal.firstSeq, resetSeq + 1)",
        replace: "journal.firstSeq",
      },
    ],
    tests: snapshots,
  },
  {
    name: "the gap behind a journal that lost its end",
    file: `${STATE}loader.ts`,
    find: "    journal.reach(cell.appliedSeq);\n",
    replace: "",
    tests: snapshots,
  },
  {
    name: "a label that goes by time is never passed on",
    file: `${STATE}decide.ts`,
    find: "latestMs > labelledMs ? latest",
    replace: "latestMs > 0 ? latest",
    tests: ["test/gateway-labels.test.ts"],
  },
  {
    name: "expiry",
    file: `${STATE}decide.ts`,
    find: "if (nowMs - arrivalMs <= plan.withinMs) break;",
    replace: "break;",
    tests: ["test/gateway-labels.test.ts"],
  },
];
