import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { EventFeed, type GatewayEvent } from "../src/gateway/events.ts";
import { serveHealth } from "../src/gateway/health-server.ts";
import { Throttle } from "../src/gateway/log.ts";
import { predictionPayload, rejectedPayload, shortest } from "../src/gateway/messages.ts";
import { WriteGuard } from "../src/gateway/write-guard.ts";

describe("the events of a gateway", () => {
  test("come to each reader in order, from the moment it reads, and end", async () => {
    const feed = new EventFeed();
    feed.emit(possibleGap(0));
    const [first, second] = [feed.read(), feed.read()];
    feed.emit(possibleGap(1));
    const waiting = [first.next(), first.next()];
    feed.emit(possibleGap(2));
    feed.end();
    expect((await Promise.all(waiting)).map(({ value }) => value?.since)).toEqual([1, 2]);
    const seen: GatewayEvent[] = [];
    for await (const event of second) seen.push(event);
    expect(seen).toEqual([possibleGap(1), possibleGap(2)]);
    expect(await feed.read().next()).toEqual({ done: true, value: undefined });
  });

  test("are kept in bounded number for a slow reader, who is told how many it missed", async () => {
    const feed = new EventFeed();
    const reader = feed.read();
    for (let i = 0; i < 5_000; i++) feed.emit(possibleGap(i));
    feed.end();
    const seen: GatewayEvent[] = [];
    for await (const event of reader) seen.push(event);
    expect(seen[0]).toEqual({ type: "missed", count: 5_000 - 1_024 });
    expect(seen.slice(1)).toEqual(Array.from({ length: 1_024 }, (_, i) => possibleGap(5_000 - 1_024 + i)));
  });

  test("are not made for nobody: a reader that leaves is forgotten", async () => {
    const feed = new EventFeed();
    expect(feed.isRead).toBe(false);
    setImmediate(() => feed.emit(possibleGap(1)));
    for await (const _ of feed.read()) break;
    expect(feed.isRead).toBe(false);
  });
});

describe("/healthz", () => {
  test("is 200 or 503 with the same figures, and the only path", async () => {
    let healthy = true;
    const server = await serveHealth("127.0.0.1", 0, () => ({ healthy, body: { state: "s" } }));
    const get = (path: string, method = "GET") => fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    const good = await get("/healthz?verbose");
    expect([good.status, await good.json()]).toEqual([200, { state: "s" }]);
    healthy = false;
    const bad = await get("/healthz");
    expect([bad.status, await bad.json()]).toEqual([503, { state: "s" }]);
    expect([(await get("/")).status, (await get("/healthz", "POST")).status]).toEqual([404, 405]);
    await expect(serveHealth("127.0.0.1", server.port, () => ({ healthy, body: {} }))).rejects.toMatchObject({
      code: "E_STATE",
    });
    await server.close();
  });
});

describe("payloads", () => {
  test("of predictions hold every digit of a value, and six of a probability", () => {
    const value = Math.fround(0.1) * 3;
    expect(JSON.parse(predictionPayload(prediction(value), undefined, 12.6))).toEqual({
      v: 1,
      ticket: "s/a%2Fb/7",
      key: 'k"',
      order: 7,
      time: 1_000,
      value: Number(shortest(Math.fround(value))),
      version: { term: 0, version: 0, steps: 3 },
      latencyUs: 13,
    });
    const classified = { ...prediction(0.25), class: { label: "yes", index: 1, probability: 0.25 }, duplicate: true };
    expect(JSON.parse(predictionPayload(classified, ["no", "yes"], 1))).toMatchObject({
      class: "yes",
      probabilities: { no: 0.75, yes: 0.25 },
      duplicate: true,
    });
  });

  test("the shortest decimal reads back as the same float32", () => {
    for (const number of [0, -0, 1, 1 / 3, 1e-45, 3.4028235e38, 16_777_217, -123.456, 0.1]) {
      const value = Math.fround(number);
      expect(Math.fround(Number(shortest(value)))).toBe(value + 0);
    }
    expect(shortest(Math.fround(0.1))).toBe("0.1");
  });

  test("of rejected messages hold the first KiB, and never broken text", () => {
    const why = { reason: "malformed", field: undefined, detail: "no JSON" };
    const rejected = (payload: Uint8Array) => JSON.parse(rejectedPayload("t", payload, why, 5));
    expect(rejected(Buffer.from("{"))).toMatchObject({ payload: "{", encoding: "utf8", bytes: 1, reason: "malformed" });
    expect(rejected(Buffer.from([0xff, 0xfe]))).toMatchObject({ payload: "//4=", encoding: "base64" });
    const long = rejected(Buffer.from("ä".repeat(2_000)));
    expect(long).toMatchObject({ encoding: "utf8", bytes: 4_000 });
    expect(rejected(Buffer.from(`x${"ä".repeat(2_000)}`)).encoding).toBe("utf8");
    expect(Buffer.byteLength(long.payload)).toBeLessThanOrEqual(1_030);
  });
});

test("what repeats is let through now and then, with how often it was held back", () => {
  let now = 0;
  const throttle = new Throttle(10, () => now);
  expect([throttle.admit("a"), throttle.admit("a"), throttle.admit("a"), throttle.admit("b")]).toEqual([
    0,
    undefined,
    undefined,
    0,
  ]);
  now = 10;
  expect(throttle.admit("a")).toBe(2);
});

describe("when the journal cannot be written", () => {
  test("messages wait; each second it is tried again; after 30 s the connection is given up; then all goes on", async () => {
    vi.useFakeTimers();
    const folder = mkdtempSync(join(tmpdir(), "millrace-guard-"));
    try {
      const told: string[] = [];
      let broken = true;
      const guard = new WriteGuard({
        folder,
        flush() {
          told.push("flush");
          if (broken) throw new Error("full");
        },
        blocked: () => told.push("blocked"),
        longBlocked: () => told.push("long"),
        opened: () => told.push("opened"),
      });
      expect(await guard.open()).toBe(true);
      guard.block(new Error("full"));
      guard.block(new Error("full"));
      const waiting = guard.open();
      vi.advanceTimersByTime(29_000);
      expect(told).toEqual(["blocked", ...Array(29).fill("flush")]);
      vi.advanceTimersByTime(5_000);
      expect(told.filter((what) => what === "long")).toHaveLength(1);
      broken = false;
      vi.advanceTimersByTime(1_000);
      expect(told.at(-1)).toBe("opened");
      expect([await waiting, guard.isBlocked]).toEqual([true, false]);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      vi.useRealTimers();
      rmSync(folder, { recursive: true });
    }
  });

  test("a close lets whoever waits go with no", async () => {
    const guard = new WriteGuard({ folder: "/nowhere", flush() {}, blocked() {}, longBlocked() {}, opened() {} });
    guard.block(new Error("full"));
    const waiting = guard.open();
    guard.close();
    expect([await waiting, await guard.open()]).toEqual([false, false]);
  });
});

function possibleGap(since: number): GatewayEvent & { since: number } {
  return { type: "possibleGap", since };
}

function prediction(value: number) {
  return {
    stream: "s",
    key: 'k"',
    source: "a/b",
    ticket: "s/a%2Fb/7",
    order: 7,
    timeMs: 1_000,
    output: Float32Array.of(value),
    class: undefined,
    steps: 3,
    duplicate: false,
  };
}
