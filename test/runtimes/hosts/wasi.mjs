// The command build under node:wasi: wasi.mjs COMMAND.wasm FOLDER ARGUMENTS...
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [file, folder, ...parameters] = process.argv.slice(2);
const wasi = new WASI({
  version: "preview1",
  args: ["millrace", ...parameters],
  preopens: { ".": folder },
  returnOnExit: true,
});
const module = new WebAssembly.Module(readFileSync(file));
process.exitCode = wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
