import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseConfiguration } from "../src/gateway/config.ts";
import { freePort, startAedes } from "./support/brokers.ts";
import { millrace, startMillrace } from "./support/cli.ts";
import { until } from "./support/waiting.ts";

// The unit and the image in examples/deploy, held to what the program really takes. Neither systemd nor Docker runs here.

vi.setConfig({ testTimeout: 120_000 });

const CONFIGURATION = "/etc/millrace/gateway.yaml";
const [UNIT, IMAGE, YAML, PAGE] = ["millrace.service", "Dockerfile", "gateway.yaml", "README.md"].map(read) as [
  string,
  string,
  string,
  string,
];
const configuration = parseConfiguration(YAML, { env: { BROKER_URL: "mqtt://broker" } });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-deploy-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("both start the program as one does by hand, on the configuration file that the page names", () => {
  const [program, ...parameters] = setting("ExecStart").split(" ");
  expect([program?.split("/").at(-1), ...parameters]).toEqual(["millrace", "run", CONFIGURATION]);
  expect([...instruction("ENTRYPOINT"), ...instruction("CMD")]).toEqual(["millrace", "run", CONFIGURATION]);
  expect(PAGE).toContain(`install -D -m 0644 gateway.yaml ${CONFIGURATION}`);
  expect(PAGE).toContain(`gateway.yaml:${CONFIGURATION}:ro`);
  expect(PAGE).toContain(` ${setting("EnvironmentFile").replace("-", "")}\n`);
});

test("the state folder of the configuration is the one they let it write to", () => {
  expect(`/var/lib/${setting("StateDirectory")}`).toBe(configuration.state.directory);
  expect(instruction("VOLUME")).toEqual([configuration.state.directory]);
  expect(IMAGE).toContain(`install -d -o node -g node -m 0700 ${configuration.state.directory}\n`);
  expect(IMAGE).toMatch(/^USER node$/m);
  expect(PAGE).toContain(`:${configuration.state.directory} `);
});

test("the image has a Node that the package takes", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const images = [...IMAGE.matchAll(/^FROM node:(\d+)-slim/gm)].map(([, major]) => Number(major));
  expect(new Set(images)).toEqual(new Set([Number(/^>=(\d+)\./.exec(engines.node)?.[1])]));
});

describe("a gateway that runs as they run it", () => {
  test("is found healthy by the image's check, ends in order at their signal and in their time, and is not healthy then", async () => {
    await using broker = await startAedes();
    const port = await freePort();
    const file = join(folder, "gateway.yaml");
    const own = YAML.replace(configuration.state.directory, join(folder, "state"))
      .replace("port: 8080", `port: ${port}`)
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the file
      .replace("${BROKER_URL}", broker.url);
    writeFileSync(file, own);
    const isHealthy = () => {
      const [program, ...parameters] = healthCheck(port);
      expect(program).toBe("node");
      return spawnSync(process.execPath, parameters).status === 0;
    };
    const running = startMillrace("run", file, "--no-self-test");
    try {
      await until("its health", async () => (await fetchHealth(port))?.ok, 60_000);
      expect(isHealthy()).toBe(true);
      await broker.kill();
      await until("the loss of the broker", async () => (await fetchHealth(port))?.status === 503, 60_000);
      expect(isHealthy()).toBe(false);
    } finally {
      running.process.kill(setting("KillSignal") as NodeJS.Signals);
    }
    const signalledAt = Date.now();
    expect(/^STOPSIGNAL (.*)$/m.exec(IMAGE)?.[1]).toBe(setting("KillSignal"));
    const { code } = await running.ended;
    expect(code).toBe(0);
    expect(Date.now() - signalledAt).toBeLessThan(1_000 * Number(setting("TimeoutStopSec")));
    expect(PAGE).toContain(`--stop-timeout ${setting("TimeoutStopSec")} `);
    expect(isHealthy()).toBe(false);
  });

  test("is started again by the unit whatever ends it, wrong arguments aside", async () => {
    expect(setting("Restart")).toBe("always");
    expect((await millrace("run")).code).toBe(Number(setting("RestartPreventExitStatus")));
  });
});

describe("the unit", () => {
  test("asks for nothing the program does not do, and forbids nothing it needs", () => {
    // The gateway sends no READY and no WATCHDOG; V8 writes the code it runs.
    expect(setting("Type")).toBe("exec");
    for (const key of ["WatchdogSec", "NotifyAccess", "MemoryDenyWriteExecute"]) expect(() => setting(key)).toThrow();
  });

  const isThere = spawnSync("systemd-analyze", ["--version"]).status === 0;
  test.skipIf(!isThere)(`is one that systemd takes${isThere ? "" : " (not run: systemd-analyze absent)"}`, () => {
    const file = join(folder, "millrace.service");
    writeFileSync(file, UNIT.replace("/usr/local/bin/millrace", "/bin/true"));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../examples/deploy/${name}`, import.meta.url)), "utf8");
}

/** The value of a key of the unit. */
function setting(key: string): string {
  const value = new RegExp(`^${key}=(.*)$`, "m").exec(UNIT)?.[1];
  if (value === undefined) throw new Error(`the unit has no ${key}`);
  return value;
}

/** The list behind an instruction of the image. */
function instruction(name: string): string[] {
  return JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, "m").exec(IMAGE)?.[1] ?? "[]");
}

function healthCheck(port: number): string[] {
  const command: string[] = JSON.parse(/^HEALTHCHECK [^[]*CMD (\[.*\])$/m.exec(IMAGE)?.[1] ?? "[]");
  const { host, port: documented } = configuration.http ?? {};
  expect(command.at(-1)).toContain(`http://${host}:${documented}/healthz`);
  return command.map((part) => part.replace(`:${documented}/`, `:${port}/`));
}

function fetchHealth(port: number): Promise<Response | undefined> {
  return fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
}
