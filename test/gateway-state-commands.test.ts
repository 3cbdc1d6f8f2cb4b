import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { replayCommand } from "../src/cli/replay.ts";
import { stateCommand } from "../src/cli/state.ts";
import { exportState, importState } from "../src/gateway/state/transfer.ts";
import { GatewayState } from "../src/gateway/state.ts";
import { Model } from "../src/index.ts";
import { lockFolder } from "../src/journal.ts";
import { refusalOf } from "./support/errors.ts";
import { featuresOf, folder, labelOf, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";

const STREAM = streamPlan();

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** A state folder with one partition, of a gateway that has stopped, and the check sum of its model. */
async function stopped(): Promise<{ directory: string; checksum: number }> {
  const directory = folder();
  const state = await GatewayState.open(stateOptions(join(directory, "p0"), [STREAM]));
  for (let order = 0; order < 10; order++) {
    await serve(state, featuresOf(STREAM, "hall", { order, values: [order, 1] }, { arrivalMs: 1e12 + order }));
    await serve(state, labelOf(STREAM, "hall", { order, y: order % 2 }, { arrivalMs: 1e12 + order }));
  }
  const checksum = state.summary("climate", "hall")?.checksum ?? 0;
  await state.stop();
  state.close();
  return { directory, checksum };
}

async function millrace(...words: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      said[name] += text;
      return true;
    });
  }
  const program = new Command("millrace").exitOverride();
  stateCommand(program);
  replayCommand(program);
  await program.parseAsync(words, { from: "user" });
  return { ...said, code: Number(process.exitCode ?? 0) };
}

test("state verify says that the models are what the journal comes to, and takes the folder's lock", async () => {
  const { directory, checksum } = await stopped();
  const { stdout, code } = await millrace("state", "verify", directory);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`same +(0x)?${checksum.toString(16).padStart(8, "0")} +record 21 +climate/hall`));
  const lock = lockFolder(directory);
  expect((await millrace("state", "verify", directory)).stderr).toMatch(/E_LOCKED/);
  lock.release();
  const nowhere = join(directory, "nowhere");
  expect((await millrace("state", "verify", nowhere)).stderr).toMatch(/nowhere: there is no such folder/);
  expect(existsSync(nowhere)).toBe(false);
});

test("state verify names damage, changes nothing, and fails", async () => {
  const { directory } = await stopped();
  const file = join(directory, "p0", "models", "climate", "hall.millrace");
  writeFileSync(file, readFileSync(file).subarray(0, 500));
  const { stdout, code } = await millrace("state", "verify", directory, "--json");
  // The kept one is the same file by another name.
  expect([JSON.parse(stdout).damaged, code]).toEqual([
    ["models/climate/hall.millrace", "kept/climate/hall/21.millrace"],
    1,
  ]);
  expect(readFileSync(file)).toHaveLength(500);
  expect(readdirSync(directory)).toEqual(["p0"]);
});

test("an exported state goes on elsewhere, bit for bit", async () => {
  const { directory, checksum } = await stopped();
  const file = join(folder(), "state.export");
  const elsewhere = join(folder(), "new", "state");
  expect((await millrace("state", "export", directory, file)).stdout).toMatch(/^exported \d+ files/);
  expect((await millrace("state", "import", file, elsewhere)).stdout).toMatch(/^imported \d+ files/);
  const state = await GatewayState.open(stateOptions(join(elsewhere, "p0"), [STREAM]));
  expect((await state.load("climate", "hall"))?.checksum).toBe(checksum);
  state.close();
  expect((await refusalOf(() => importState(file, elsewhere))).message).toMatch(/not empty/);
});

test("an export that is cut or changed anywhere is refused, and leaves nothing behind", async () => {
  const { directory } = await stopped();
  const file = join(folder(), "state.export");
  exportState(directory, file);
  const whole = readFileSync(file);
  const into = join(folder(), "state");
  for (let i = 0; i < 60; i++) {
    const at = Math.floor((i / 60) * whole.length);
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] as number) ^ 0x55;
    writeFileSync(file, i % 2 ? bytes : whole.subarray(0, at));
    const { code } = await refusalOf(() => importState(file, into));
    expect(["E_FORMAT", "E_CRC", "E_VERSION"]).toContain(code);
    expect([existsSync(into), existsSync(`${into}.unfinished`)]).toEqual([false, false]);
  }
});

test("replay prints and saves the models of a moment, by record or by time", async () => {
  const { directory, checksum } = await stopped();
  const end = await millrace("replay", directory, "--until", "21", "--json");
  expect(JSON.parse(end.stdout).models).toMatchObject([{ key: "hall", checksum, steps: 10 }]);
  const half = await millrace("replay", directory, "--until", String(1e12 + 4), "--json");
  expect(JSON.parse(half.stdout)).toMatchObject({ seq: 11, models: [{ steps: 5 }] });
  const saved = folder();
  const text = await millrace("replay", directory, "--until", "2001-09-09T01:46:40.009Z", "--save", saved);
  expect(text.stdout).toMatch(/behind record 21[\s\S]+10 steps, accuracy .+ climate\/hall/);
  const model = await Model.load(join(saved, "climate.hall.millrace"));
  expect(model.checksum()).toBe(checksum);
  const beyond = await millrace("replay", directory, "--until", "99");
  expect([beyond.code, beyond.stderr]).toEqual([1, expect.stringContaining("from 0 to 21")]);
});
