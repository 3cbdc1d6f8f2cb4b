// The command build under `node:wasi` with the folders that are asked for, counting calls:
// node wasi-child.mjs '{"parameters":[...],"folders":{...},"fifo":"path"}'. With a fifo as stdin, descriptor 3 is told
// "w" whenever there was nothing to read, and the counts, and how far memory grew after
// the first row was asked for, at the end. `without` names a call that fails.
import { constants, openSync, readFileSync, writeSync } from "node:fs";
import { WASI } from "node:wasi";

const { parameters, folders, fifo, without } = JSON.parse(process.argv[2] ?? "{}");
const stdin = fifo === undefined ? 0 : openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
const wasi = new WASI({ version: "preview1", args: ["millrace", ...parameters], preopens: folders, stdin });
const AGAIN = 6;
const calls = {};
let waits = false;
let bytesAtFirstRow;
const counted = Object.entries(wasi.getImportObject().wasi_snapshot_preview1).map(([name, call]) => {
  const count = (...values) => {
    if (name === without) throw new Error(`${name} is not there`);
    calls[name] = (calls[name] ?? 0) + 1;
    if (name === "fd_read" && values[0] === 0) bytesAtFirstRow ??= instance.exports.memory.buffer.byteLength;
    const errno = call(...values);
    if (name === "fd_read" && fifo !== undefined) {
      if (errno === AGAIN && !waits) writeSync(3, "w");
      waits = errno === AGAIN;
    }
    return errno;
  };
  return [name, count];
});
const module = new WebAssembly.Module(readFileSync(new URL("../../dist/millrace.wasi.wasm", import.meta.url)));
const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: Object.fromEntries(counted) });
process.exitCode = wasi.start(instance);
const bytesGrown = instance.exports.memory.buffer.byteLength - bytesAtFirstRow;
if (fifo !== undefined) writeSync(3, JSON.stringify({ ...calls, bytesGrown }));
