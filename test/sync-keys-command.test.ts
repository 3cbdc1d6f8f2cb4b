import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keysCommand } from "../src/cli/keys.ts";
import { Credentials, Root } from "../src/sync/keys.ts";

const YEAR_MS = 365 * 24 * 3600 * 1000;
let folder: string;
let printed: string;
let complained: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "millrace-keys-"));
  printed = "";
  complained = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function keys(...parameters: string[]): Promise<void> {
  const program = new Command().exitOverride();
  keysCommand(program);
  await program.parseAsync(["keys", ...parameters, "--folder", folder], { from: "user" });
}

function credentialsOf(id: string): Credentials {
  return Credentials.read(join(folder, `${id}.json`));
}

describe("millrace keys", () => {
  test("makes a root, devices and aggregators that believe each other", async () => {
    await keys("init", "plant");
    await keys("aggregator", "agg-1");
    await keys("device", "plant-7", "plant-8", "--days", "30");
    const [device, aggregator] = [credentialsOf("plant-7"), credentialsOf("agg-1")];
    expect(device).toMatchObject({ role: "device", id: "plant-7", fleet: "plant", epoch: 1 });
    const trusted = device.trust().check(aggregator.certificate, Date.now(), "aggregator");
    expect(trusted.certificate.id).toBe("agg-1");
    expect(aggregator.expiresMs - device.expiresMs).toBeGreaterThan(YEAR_MS - 31 * 24 * 3600 * 1000);
    expect(readdirSync(folder).sort()).toEqual(["agg-1.json", "plant-7.json", "plant-8.json", "root.json"]);
  });

  test("lets nobody but the owner read them, and prints no secret", async () => {
    await keys("init", "plant");
    await keys("device", "plant-7");
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      expect(statSync(file).mode & 0o077, name).toBe(0);
      const { secretKey } = JSON.parse(readFileSync(file, "utf8"));
      expect(printed + complained).not.toContain(secretKey);
    }
  });

  test("never writes over keys", async () => {
    await keys("init", "plant");
    await keys("device", "plant-7");
    const before = readFileSync(join(folder, "root.json"), "utf8") + readFileSync(join(folder, "plant-7.json"), "utf8");
    await keys("init", "plant");
    expect([process.exitCode, complained]).toEqual([1, expect.stringContaining("E_FILE")]);
    await keys("device", "plant-9", "plant-7");
    expect(readFileSync(join(folder, "root.json"), "utf8") + readFileSync(join(folder, "plant-7.json"), "utf8")).toBe(
      before,
    );
    expect(readdirSync(folder)).not.toContain("plant-9.json");
  });

  test.each(["plant/7", "", "x".repeat(33), "root"])("makes none for the name %j", async (name) => {
    await keys("init", "plant");
    await keys("device", name);
    expect([process.exitCode, complained]).toEqual([1, expect.stringContaining("E_CONFIG")]);
    expect(readdirSync(folder)).toEqual(["root.json"]);
  });

  test("renews all, under the next epoch of the same root", async () => {
    await keys("init", "plant");
    await keys("aggregator", "agg-1");
    await keys("device", "plant-7");
    const old = credentialsOf("plant-7");
    await keys("rotate");
    const [renewed, aggregator] = [credentialsOf("plant-7"), credentialsOf("agg-1")];
    expect([renewed.epoch, aggregator.epoch, Root.read(join(folder, "root.json")).epoch]).toEqual([2, 2, 2]);
    expect(renewed.root).toEqual(old.root);
    expect(renewed.toText()).not.toContain(JSON.parse(old.toText()).secretKey);
    expect(() => aggregator.trust().check(old.certificate, Date.now(), "device")).toThrow(
      expect.objectContaining({ reason: "epoch" }),
    );
    aggregator.trust().check(renewed.certificate, Date.now(), "device");
    expect(printed).toContain("the aggregators theirs last");
  });

  test("revokes by leaving out, and refuses to revoke nobody", async () => {
    await keys("init", "plant");
    await keys("device", "plant-7", "plant-8");
    await keys("rotate", "--revoke", "plant-9");
    expect([process.exitCode, complained]).toEqual([1, expect.stringContaining("plant-9.json")]);
    expect(credentialsOf("plant-7").epoch).toBe(1);
    await keys("rotate", "--revoke", "plant-8");
    expect(readdirSync(folder).sort()).toEqual(["plant-7.json", "root.json"]);
  });

  test("changes nothing in a folder with credentials of another root, or a file that is none", async () => {
    await keys("init", "plant");
    const root = readFileSync(join(folder, "root.json"), "utf8");
    const foreign = Root.create("other").issue({ role: "device", id: "x", expiresMs: Date.now() + YEAR_MS });
    writeFileSync(join(folder, "x.json"), foreign.toText());
    await keys("rotate");
    expect(complained).toContain("E_TRUST");
    writeFileSync(join(folder, "x.json"), "{}");
    await keys("rotate");
    expect(complained).toContain("E_FORMAT");
    expect(readFileSync(join(folder, "root.json"), "utf8")).toBe(root);
  });
});
