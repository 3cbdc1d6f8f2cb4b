import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Model } from "../../src/model.ts";
import type { ModelSpec } from "../../src/spec.ts";
import { runWasi } from "../../src/wasi.ts";

export const MAIN: string = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
export const CHILD: string = fileURLToPath(new URL("wasi-child.mjs", import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
  /** What stdout is made of. */
  bytes: Buffer;
}

/** A folder of its own, with models in it, that `remove` takes away. */
export class Workplace {
  readonly folder: string = mkdtempSync(join(tmpdir(), "millrace-wasi-"));

  path(name: string): string {
    return join(this.folder, name);
  }

  async save(name: string, spec: ModelSpec): Promise<Model> {
    const model = await Model.create(spec);
    await model.save(this.path(name));
    return model;
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  /** The command build in this process, between files: for what many cases ask. Paths are those inside the folder. */
  async run(parameters: readonly string[], rows: string | Uint8Array = ""): Promise<Outcome> {
    writeFileSync(this.path("stdin"), rows);
    const [stdin, stdout, stderr] = [
      openSync(this.path("stdin"), "r"),
      openSync(this.path("stdout"), "w"),
      openSync(this.path("stderr"), "w"),
    ];
    try {
      const code = await runWasi(parameters, { folders: { ".": this.folder }, stdin, stdout, stderr });
      const bytes = this.read("stdout");
      return { code, stdout: bytes.toString(), stderr: this.read("stderr").toString(), bytes };
    } finally {
      for (const descriptor of [stdin, stdout, stderr]) closeSync(descriptor);
    }
  }

  /** A shell here, in which `$millrace` stands for `millrace wasi`. */
  shell(script: string, stdin: string | Uint8Array = ""): Outcome {
    const environment = { ...process.env, millrace: `${process.execPath} ${MAIN} wasi` };
    const options = { cwd: this.folder, env: environment, input: stdin, maxBuffer: 2 ** 28 };
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], options);
    return { code: status, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout };
  }

  /** `millrace wasi ...` here, with pipes to talk to it. */
  start(...parameters: string[]): ChildProcess {
    return spawn(process.execPath, [MAIN, "wasi", ...parameters], { cwd: this.folder });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A net that answers with its one input, to the bit. */
export async function saveIdentity(place: Workplace, name: string, inputs = 1): Promise<void> {
  const model = await Model.create({ inputs, layers: [{ type: "dense", units: inputs, bias: false }], loss: "mse" });
  const weights = Array.from({ length: inputs * inputs }, (_, i) => (i % (inputs + 1) === 0 ? 1 : 0));
  model.setParameters([{ layer: 0, name: "weight", data: weights }]);
  await model.save(place.path(name));
}

/** What has come on stdout when the process has ended, and how it ended. */
export async function ended(child: ChildProcess): Promise<Outcome> {
  const chunks: Buffer[] = [];
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const bytes = Buffer.concat(chunks);
  return { code, stdout: bytes.toString(), stderr, bytes };
}

/** Rows as lines. */
export function csv(rows: readonly (readonly number[])[]): string {
  return rows.map((row) => `${row.join(",")}\n`).join("");
}

export function records(rows: readonly (readonly number[])[]): Uint8Array {
  return new Uint8Array(Float32Array.from(rows.flat()).buffer);
}
