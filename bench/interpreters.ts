// What a learning step of 16-32-16-4 costs in wasm3 and in V8, the loop inside the module: no host is measured.
// `npm --prefix bench run interpreters`, with WASM3=folder of wasm3's sources where they are not in the cache.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Model } from "../dist/index.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = process.env.MILLRACE_RUNTIMES ?? join(ROOT, "node_modules/.cache/millrace-runtimes");
const WASM3 = process.env.WASM3 ?? join(CACHE, "wasm3/pywasm3-0.5.0/wasm3");
const ROWS = 64;
const STEPS = 5000;
const ROUNDS = 5;
/** What the product promises of wasm3. Of times that other work can only lengthen, the least is nearest to the step's own. */
const LIMIT = 20;

/** As the compiler builds core.wasm and core.mcu.wasm; the last pass of scripts/build-core.mjs is left out. */
const BUILDS = {
  scalar: ["--shrinkLevel", "0", "--use", "ARENA=0"],
  mcu: ["--shrinkLevel", "2", "--use", "ARENA=64512", "--maximumMemory", "1"],
} as const;

interface Steps {
  memory: WebAssembly.Memory;
  arena(): number;
  open(image: number, length: number): number;
  checksum(handle: number): number;
  steps(handle: number, rows: number, count: number, steps: number): number;
}

const folder = mkdtempSync(join(tmpdir(), "millrace-bench-"));
try {
  const model = await Model.create({
    inputs: 16,
    layers: [
      { type: "dense", units: 32, activation: "relu" },
      { type: "dense", units: 16, activation: "relu" },
      { type: "dense", units: 4, activation: "softmax" },
    ],
    loss: "crossEntropy",
    optimizer: { type: "sgd", learningRate: 0.01 },
    seed: 7,
  });
  const image = model.toBytes();
  model.dispose();
  const rows = drawnRows();
  writeFileSync(join(folder, "model"), image);
  writeFileSync(join(folder, "rows"), rows);
  const program = join(folder, "steps");
  execFileSync("/bin/sh", [
    "-c",
    'gcc -O3 -w -I"$0" -o "$1" "$2" "$0"/m3_*.c -lm',
    WASM3,
    program,
    join(ROOT, "bench/wasm3/steps.c"),
  ]);

  const scalar = build("scalar");
  build("mcu");
  const samples = { v8: [] as number[], scalar: [] as number[], mcu: [] as number[] };
  const sums = new Set<string>();
  for (const name of ["scalar", "mcu"] as const) {
    // Turn about, so that a slow second falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      const [v8, sum] = await inV8(scalar, image, rows);
      samples.v8.push(...v8);
      const lines = execFileSync(program, [
        join(folder, `${name}.wasm`),
        join(folder, "rows"),
        join(folder, "model"),
        `${ROWS}`,
        `${STEPS}`,
      ]);
      const printed = lines.toString().trim().split("\n");
      sums.add(sum).add(printed.pop() as string);
      samples[name].push(...printed.map(Number));
    }
  }
  if (sums.size !== 1) throw new Error(`the states differ: ${[...sums].join(" ")}`);
  const [v8, wasm3, small] = [samples.v8, samples.scalar, samples.mcu].map(
    (seconds) => (Math.min(...seconds) / STEPS) * 1e6,
  ) as [number, number, number];
  console.log(`16-32-16-4, one learning step, CPU time, least of 25 times; checksum ${[...sums][0]} everywhere`);
  console.log(`V8, scalar build       ${v8.toFixed(2)} us`);
  console.log(`wasm3, scalar build    ${wasm3.toFixed(2)} us   x ${(wasm3 / v8).toFixed(1)}`);
  console.log(`wasm3, MCU build       ${small.toFixed(2)} us   x ${(small / v8).toFixed(1)}`);
  const ratio = wasm3 / v8;
  console.log(`${ratio <= LIMIT ? "within" : "ABOVE"} ${LIMIT} times V8, the scalar build in both`);
  process.exitCode = ratio <= LIMIT ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** In a process of its own: the compiler's types and those of this bench do not go together. */
function build(name: keyof typeof BUILDS): Uint8Array<ArrayBuffer> {
  const file = join(folder, `${name}.wasm`);
  const off = ["bulk-memory", "sign-extension", "nontrapping-f2i", "mutable-globals"].flatMap((it) => [
    "--disable",
    it,
  ]);
  const shared = ["--runtime", "stub", "--noAssert", "--converge", "--use", "abort=", "--memoryBase", "16"];
  const compiler = join(ROOT, "node_modules/assemblyscript/bin/asc.js");
  const flags = ["--optimizeLevel", "3", "--initialMemory", "1", ...shared, ...off, ...BUILDS[name]];
  execFileSync(process.execPath, [compiler, join(ROOT, "assembly/bench/steps.ts"), "-o", file, ...flags], {
    stdio: "pipe",
  });
  return Uint8Array.from(readFileSync(file));
}

/** CPU seconds of each time over, in an instance of its own that has warmed up; and the state it ends with. */
async function inV8(module: Uint8Array<ArrayBuffer>, image: Uint8Array, rows: Uint8Array): Promise<[number[], string]> {
  const compiled = await WebAssembly.compile(module);
  const run = (times: number): [number[], string] => {
    const core = new WebAssembly.Instance(compiled).exports as unknown as Steps;
    const bring = (bytes: Uint8Array) => {
      const address = core.arena();
      new Uint8Array(core.memory.buffer).set(bytes, address);
      return address;
    };
    const handle = core.open(bring(image), image.length);
    const at = bring(rows);
    const seconds = Array.from({ length: times }, () => {
      const { user, system } = process.cpuUsage();
      if (core.steps(handle, at, ROWS, STEPS) < 0) throw new Error("the core refused a row");
      const spent = process.cpuUsage({ user, system });
      return (spent.user + spent.system) / 1e6;
    });
    return [seconds, (core.checksum(handle) >>> 0).toString(16).padStart(8, "0")];
  };
  run(ROUNDS);
  return run(ROUNDS);
}

/** 16 inputs between -1 and 1, and which of four sums over them is the largest. */
function drawnRows(): Uint8Array {
  const view = new DataView(new ArrayBuffer(ROWS * 17 * 4));
  let seed = 1;
  for (let row = 0; row < ROWS; row++) {
    const sums = [0, 0, 0, 0];
    for (let i = 0; i < 16; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const value = seed / 2 ** 31 - 1;
      view.setFloat32((row * 17 + i) * 4, value, true);
      sums[i >> 2] = (sums[i >> 2] as number) + value;
    }
    view.setUint32((row * 17 + 16) * 4, sums.indexOf(Math.max(...sums)), true);
  }
  return new Uint8Array(view.buffer);
}
