// Any version of Node, on the built package: node.mjs BUILD [RUN.trace [STATE]]
import { writeFileSync } from "node:fs";
import { Core } from "../../../dist/core.js";
import { replayFile } from "../../../dist/trace.js";

const [build, file, stateFile] = process.argv.slice(2);
const hex = (word) => (word >>> 0).toString(16).padStart(8, "0");
const core = await Core.load({ build });
console.log(`version Node ${process.versions.node}, V8 ${process.versions.v8}`);
if (file === undefined) {
  console.log(`selftest ${hex(core.exports.selftest())}`);
} else {
  // The best of three: the engine compiles in the first.
  const replays = [await replayFile(file, core), await replayFile(file, core), await replayFile(file, core)];
  const { state, checksum, answers } = replays[0];
  if (stateFile) writeFileSync(stateFile, state);
  console.log(`checksum ${hex(checksum)}\nanswers ${hex(answers)}\nstate_bytes ${state.length}`);
  console.log(`seconds ${Math.min(...replays.map(({ seconds }) => seconds))}`);
}
