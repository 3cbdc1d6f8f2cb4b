import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkCommand } from "../src/cli/check.ts";
import { initCommand } from "../src/cli/init.ts";
import { ask } from "../src/cli/questions.ts";
import { configurationText, DEFAULTS, fixed } from "../src/cli/template.ts";
import { parseConfiguration } from "../src/gateway/config.ts";
import { DAY_MS, issued, testRoot } from "./support/fleet.ts";
import { configurationOf, ENVIRONMENT, PLANT } from "./support/gateway.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-commands-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command in this process, which has no terminal. */
async function run(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += String(text);
      return true;
    }),
  );
  const before = process.exitCode;
  process.exitCode = 0;
  const program = new Command();
  checkCommand(program);
  initCommand(program);
  try {
    await program.parseAsync(parameters, { from: "user" });
    return { code: Number(process.exitCode ?? 0), ...printed };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}

const fileOf = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe("millrace check --offline", () => {
  test("says what a model shares with which fleet, and refuses credentials of another one", async () => {
    const credentials = fileOf("a.json", issued(testRoot(), "device", "plant-7", Date.now() + DAY_MS).toText());
    const text = (fleet: string) =>
      configurationOf(
        `topic: a\nfeatures: [x]\nlabel: { field: y }\nmodel: { task: regression }\n` +
          `sync: { fleet: ${fleet}, model: room, credentials: ${credentials}, every: 90s }`,
      );
    const { code, stdout } = await run("check", fileOf("shared.yaml", text("plant")), "--offline");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /shares: model room of fleet plant as plant-7 \(until 20..-..-..\), each 1.5m, holds back 5 %/,
    );
    const other = await run("check", fileOf("other.yaml", text("mill")), "--offline");
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/credentials of another fleet; expected mill, got plant/),
    });
  });

  test("says what the gateway reads, learns from, publishes and takes", async () => {
    vi.stubEnv("HOST", ENVIRONMENT.HOST).stubEnv("MQTT_USER", "somebody").stubEnv("MQTT_PASSWORD", "open sesame");
    const { code, stdout, stderr } = await run("check", fileOf("plant.yaml", PLANT), "--offline", "--keys", "20");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/plant.yaml: no mistakes\n/);
    expect(stdout).toMatch(/\n {2}broker +mqtts:\/\/broker.example:8883 as somebody\n/);
    expect(stdout).toMatch(/\n {2}climate +site\/\+\/climate at QoS 1, a model for each room\n/);
    expect(stdout).toMatch(/in: temperature, humidity, co2, co2.lag3, temperature.mean12\n/);
    expect(stdout).toMatch(/learns: from site\/\+\/occupied at QoS 1, by ticket or order\n/);
    expect(stdout).toMatch(/\n {2}memory +[\d.]+ [KM]iB at 20 keys, and up to 64.0 MiB of what waits\n/);
    expect(stdout).toMatch(
      /\n {2}disk +[\d.]+ [MG]iB of journal and up to [\d.,]+ [MG]iB of snapshots written a day, at 20 keys with a message each 10 s\n/,
    );
    expect(stdout).not.toContain("sesame");
    vi.unstubAllEnvs();
  });

  test("grows its estimate with the keys, the messages and the windows", async () => {
    const estimateOf = async (text: string, ...flags: string[]) =>
      JSON.parse((await run("check", fileOf("e.yaml", text), "--offline", "--json", ...flags)).stdout).estimate;
    const base = configurationOf(
      "topic: +a/x\nkey: a\norder: { field: n }\nfeatures: [x, { field: x, mean: 10 }]\nmodel: { task: regression, preset: light }",
    );
    const ten = await estimateOf(base, "--keys", "10");
    const twenty = await estimateOf(base, "--keys", "20");
    expect(twenty.memoryBytes.models).toBe(2 * ten.memoryBytes.models);
    expect(twenty.perDay.journal).toBe(2 * ten.perDay.journal);
    expect((await estimateOf(base, "--keys", "10", "--every", "1")).perDay.journal).toBe(10 * ten.perDay.journal);
    const long = await estimateOf(base.replace("mean: 10", "mean: 1010"), "--keys", "10");
    expect(long.streams[0].pastBytes - ten.streams[0].pastBytes).toBe(4_000);
    const shared = await estimateOf(base.replace("    key: a\n", ""), "--keys", "10");
    expect(10 * shared.memoryBytes.models).toBe(ten.memoryBytes.models);
  });

  test("names every mistake and fails", async () => {
    const file = fileOf("bad.yaml", configurationOf("topic: a\nqos: 7\nfeatures: [x]\nmodle: { task: regression }"));
    const { code, stdout, stderr } = await run("check", file, "--offline");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^error: .*bad.yaml: 3 mistakes\n[\s\S]*6:10: streams.s.qos: [\s\S]*8:5: streams.s.modle: [\s\S]*E_CONFIG/,
    );
  });

  test("says which file is missing, and which model finds no room", async () => {
    expect(await run("check", join(folder, "none.yaml"), "--offline")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/E_FILE/),
    });
    const text = configurationOf(
      "topic: a\nfeatures: [x]\nmodel: { layers: [{ type: dense, units: 1000000, activation: tanh }, { type: dense, units: 1 }], loss: mse }",
    );
    const { code, stderr } = await run("check", fileOf("big.yaml", `memory: 1MiB\n${text}`), "--offline");
    expect(stderr).toMatch(/E_MEMORY/);
    expect(code).toBe(1);
  });

  test("says what deserves a word", async () => {
    const { stdout } = await run(
      "check",
      fileOf("w.yaml", configurationOf("topic: a\nfeatures: [x]\nmodel: { task: regression }")),
      "--offline",
    );
    expect(stdout).toMatch(/\n {2}warning +s: without an order field/);
    expect(stdout).toMatch(/learns: nothing: it has no label\n/);
  });
});

test("millrace check says in one line that no broker answers, and fails", async () => {
  const text = configurationOf("topic: a\nfeatures: [x]\nmodel: { task: regression, preset: light }").replace(
    "mqtt://localhost",
    "mqtt://127.0.0.1:1",
  );
  const { code, stdout, stderr } = await run("check", fileOf("away.yaml", text));
  expect(stdout).toMatch(/away.yaml: no mistakes/);
  expect(stderr).toMatch(/^error: broker: .*\(E_BROKER\)\n$/);
  expect(code).toBe(1);
});

describe("millrace init", () => {
  const read = (text: string) => parseConfiguration(text, { env: { MQTT_PASSWORD: "x" } });

  test("writes a configuration that is legal and commented, and writes over nothing", async () => {
    const file = join(folder, "gateway.yaml");
    expect(await run("init", file)).toMatchObject({ code: 0, stderr: expect.stringContaining("millrace check") });
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    expect(read(text).streams[0]).toMatchObject({ name: "climate", key: "room" });
    expect(await run("init", file, "--id", "other")).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/there already.*--force/),
    });
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(await run("init", file, "--id", "other", "--force")).toMatchObject({ code: 0 });
    expect(read(readFileSync(file, "utf8")).id).toBe("other");
  });

  test.each([
    [[]],
    [["--id", "g7", "--broker", "mqtts://b:8883", "--username", "u"]],
    [["--topic", "plain/topic", "--order", "none"]],
    [["--topic", "a/+x/+y", "--label-topic", "l/+x/+y", "--label", "v"]],
    [["--order", "none", "--label-topic", "site/+room/l"]],
    [["--label", "none", "--task", "regression", "--features", "x,y[0],z.w"]],
    [["--codec", "csv"]],
    [["--codec", "csv", "--fields", "n,a,b,c", "--order", "n", "--label", "c", "--classes", "0,1"]],
    [["--codec", "float32", "--fields", "a,b", "--order", "none", "--label", "b", "--task", "regression"]],
    [["--codec", "csv", "--label-topic", "site/+room/l"]],
    [["--stream", "true", "--features", "on,null,5", "--classes", "no,yes,~"]],
    [["--preset", "thorough"]],
  ])("with %j writes what parses and means it", async (flags) => {
    const { code, stdout, stderr } = await run("init", "-", ...flags);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const configuration = read(stdout);
    const [stream] = configuration.streams;
    const flag = (name: string) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
    expect(configuration.id).toBe(flag("--id") ?? "gateway");
    expect(stream?.name).toBe(flag("--stream") ?? "climate");
    expect(stream?.topic.text).toBe(flag("--topic") ?? "site/+room/climate");
    if (flag("--features")) expect(stream?.features.names).toEqual(flag("--features")?.split(","));
    if (flag("--classes")) expect(stream?.model.classes).toEqual(flag("--classes")?.split(","));
    expect(stream?.label === undefined).toBe(flag("--label") === "none");
    expect(stream?.order === undefined).toBe(flag("--order") === "none");
  });

  test("asks for what no flag says, again where an answer cannot be, and takes Enter for what stands in brackets", async () => {
    const answers = ["", "no url", "", "mqtts://b", "maria", "", "lab/+bench/air", "xml", "", "json"];
    const asked: string[] = [];
    const question = async (text: string) => {
      asked.push(text);
      return answers.shift() ?? "";
    };
    const given = await ask(question, { label: "none", preset: "light" }, DEFAULTS);
    expect(given).toMatchObject({
      id: "gateway",
      broker: "mqtts://b",
      username: "maria",
      topic: "lab/+bench/air",
      codec: "json",
    });
    expect(asked.filter((text) => text.includes("again"))).toHaveLength(2);
    expect(asked.join()).not.toMatch(/Size of the model|Topic of the labels/);
    const [stream] = read(configurationText(fixed(given, {}))).streams;
    expect(stream).toMatchObject({ key: "bench", label: undefined });
  });

  test("refuses what makes no sense before it writes", async () => {
    const file = join(folder, "never.yaml");
    const { code, stderr } = await run("init", file, "--topic", "a/#/b");
    expect(code).toBe(1);
    expect(stderr).toMatch(/streams.climate.topic: .*# is not the last level/);
    expect(() => readFileSync(file)).toThrow(/ENOENT/);
  });
});
