// Writes generated/core.c and include/millrace.h: node scripts/build-firmware.mjs [folder, else firmware]
// Needs dist/core.mcu.wasm and wasm2c of the wabt version named here: its output is taken apart by patterns.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { coreSource } from "./firmware/core.mjs";
import { headerSource } from "./firmware/header.mjs";

const WABT = "1.0.32";
const folder = process.argv[2] ?? "firmware";

const version = execFileSync("wasm2c", ["--version"], { encoding: "utf8" }).trim();
if (version !== WABT) throw new Error(`wasm2c is of wabt ${version}; the firmware kit is written with ${WABT}`);
const text = execFileSync("wasm2c", ["dist/core.mcu.wasm", "-n", "core"], { encoding: "utf8", maxBuffer: 2 ** 25 });

const core = coreSource(text, WABT);
write("generated/core.c", core.source);
write("include/millrace.h", headerSource(readFileSync("src/abi.ts", "utf8"), core));

function write(file, content) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
