/** The command build: the core behind a WASI preview 1 command line. See docs/wasi.md. */
import { trainBuiltIn } from "./selftest";
import { inspectModel, printSelftest } from "./wasi/inspect";
import { openFile } from "./wasi/model-file";
import { command, HELP, INSPECT, LEARN, model, output, readOptions, REPLAY, SELFTEST, spins } from "./wasi/options";
import { replayTrace } from "./wasi/replay";
import { finishSave, prepareSave } from "./wasi/save";
import { flush, putText, spinInsteadOfWaiting } from "./wasi/streams";
import { learnRows, predictRows } from "./wasi/work";

/** What every build exports. */
export function selftest(): u32 {
  return trainBuiltIn();
}

/** The command. */
export function _start(): void {
  readOptions();
  if (spins) spinInsteadOfWaiting();
  if (command == HELP) help();
  else if (command == SELFTEST) printSelftest();
  else if (command == REPLAY) replayTrace(model);
  else {
    openFile(model);
    if (output) prepareSave(output);
    if (command == INSPECT) inspectModel();
    else if (command == LEARN) learnRows(output != 0);
    else predictRows();
    finishSave();
  }
  flush();
}

function help(): void {
  putText("millrace predict|learn|inspect MODEL [options] < rows > predictions\n\n");
  putText("  predict   a line of outputs for every row\n");
  putText("  learn     the same, and then learns from the row's label\n");
  putText("  inspect   prints what the model is and what it has learnt\n");
  putText("  replay    replays a recorded trace in place of a MODEL and prints the checksum of the state\n");
  putText("  selftest  trains built-in networks and prints the checksum, the same on every runtime\n\n");
  putText("  --csv           rows are lines of numbers between commas (the default)\n");
  putText("  --f32           rows and predictions are records of little-endian float32\n");
  putText("  --header        the first line holds names\n");
  putText("  --label PLACE   the label stands first or last (learn: last unless told; predict: passed over)\n");
  putText("  --save OUT      learn: write the model to OUT when all rows are learnt\n");
  putText("  --spin          do not wait with poll_oneoff, for runtimes that lack it\n\n");
  putText("Exit codes: 0 good, 64 usage, 65 data, 66 no model file, 74 input or output\n");
}
