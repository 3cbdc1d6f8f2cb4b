import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Gateway } from "../../src/gateway.ts";
import { startMosquitto, testWith } from "../support/brokers.ts";
import { openPeer, type Peer } from "../support/mqtt.ts";
import { until } from "../support/waiting.ts";
import { readLedger } from "./support/ledger.ts";

const open: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const SAMPLES = 400;
const disk = smallDisk();

if (disk === undefined) {
  test.skip("a full disk (not run: no right to mount a small one)", () => {});
} else {
  open.push(disk.remove);
  testWith("mosquitto")(
    "on a full disk nothing is acknowledged that is not journalled, status and /healthz say so, and it goes on with space",
    async () => {
      const broker = await startMosquitto();
      open.push(() => broker[Symbol.asyncDispose]());
      const peer = await openPeer(broker.url, ["millrace/#"]);
      open.push(() => peer[Symbol.asyncDispose]());
      const gateway = await Gateway.start(configuration(broker.url, join(disk.folder, "state")), { selfTest: false });
      open.push(() => gateway.close());

      const filler = join(disk.folder, "filler");
      fill(filler);
      for (let seq = 0; seq < SAMPLES; seq++) await peer.publish("site/x", { seq, v: seq / SAMPLES, y: 1 });
      await until("degraded", () => statusOf(peer)?.state === "degraded", 20_000);
      expect(statusOf(peer)).toMatchObject({ reason: expect.stringContaining("cannot be written") });
      const url = gateway.healthUrl as string;
      expect((await fetch(url)).status).toBe(503);
      const { counts } = gateway.health().streams.s ?? {};
      expect(counts?.learnt ?? 0).toBeLessThan(SAMPLES);

      rmSync(filler);
      await until("all is learnt", () => gateway.health().streams.s?.counts.learnt === SAMPLES, 20_000);
      await until("online", () => statusOf(peer)?.state === "online");
      expect((await fetch(url)).status).toBe(200);
      const { model } = gateway.configuration.streams[0] ?? {};
      await gateway.close();
      if (!model) throw new Error("no model");
      const ledger = await readLedger(join(disk.folder, "state", "p0", "journal"), model, new Map([["", SAMPLES]]));
      expect(ledger).toMatchObject({ samples: SAMPLES, learnt: SAMPLES, lost: [], doubled: [], gaps: 0 });
      // Nothing was recognised as sent twice: nothing had been journalled and not acknowledged.
      expect(gateway.health().streams.s?.messages.duplicates).toBe(0);
    },
    60_000,
  );
}

function statusOf(peer: Peer): Record<string, unknown> | undefined {
  const last = peer.messages.findLast(({ topic }) => topic === "millrace/g/status");
  return last && JSON.parse(last.text);
}

/** Leaves no byte. */
function fill(file: string): void {
  for (let bytes = 2 ** 20; bytes >= 1; bytes /= 2) {
    for (;;) {
      try {
        writeFileSync(file, new Uint8Array(bytes), { flag: "a" });
      } catch {
        break;
      }
    }
  }
}

function configuration(url: string, directory: string) {
  return {
    id: "g",
    broker: { url },
    streams: {
      s: {
        topic: "site/x",
        order: { field: "seq" },
        features: ["v"],
        label: { field: "y" },
        model: { layers: [{ type: "dense", units: 1 }], loss: "mse" },
      },
    },
    state: { directory },
    http: { port: 0 },
    log: { level: "silent" as const },
  };
}

/** A disk of 1 MiB, where this user may have one. */
function smallDisk(): { folder: string; remove: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "millrace-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "pipe" });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
