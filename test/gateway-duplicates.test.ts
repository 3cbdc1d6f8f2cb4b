import { describe, expect, test } from "vitest";
import { ByteReader, ByteWriter } from "../src/gateway/state/bytes.ts";
import { Duplicates, type Freshness, HASHES_LIMIT } from "../src/gateway/state/duplicates.ts";
import { GAP_AGE_MS, GAP_ORDERS, INTERVALS_LIMIT, Intervals } from "../src/gateway/state/intervals.ts";
import { GatewayState } from "../src/gateway/state.ts";
import { featuresOf, folder, serve, stateOptions, streamPlan } from "./support/gateway-streams.ts";
import { Seeded } from "./support/seeded.ts";

/** Offers a message and takes it in if it is new, as the gateway does. */
class Sensor {
  readonly duplicates: Duplicates;
  missing = 0;

  constructor(type: "counter" | "time" | "none" = "counter") {
    this.duplicates = new Duplicates(type);
  }

  send(order: number | undefined, hash = 1, { arrivalMs = 0, dup = false, packetId = 1 } = {}): Freshness {
    const identity = { order, packetId, hash, arrivalMs };
    const freshness = this.duplicates.check(identity, dup);
    if (freshness === "new" || freshness === "newSession") {
      this.missing += this.duplicates.add(identity, freshness === "newSession");
    }
    return freshness;
  }
}

test("a message that comes again is a duplicate: answered, marked, counted, not learnt", async () => {
  const stream = streamPlan({ label: { from: "message" } });
  const state = await GatewayState.open(stateOptions(folder(), [stream]));
  const message = featuresOf(stream, "hall", { order: 3, y: 1 });
  expect(await serve(state, message)).toMatchObject({ verdict: "predictAndLearn", prediction: { duplicate: false } });
  const again = await serve(state, { ...message, dup: true });
  expect(again).toMatchObject({ verdict: "duplicate", seq: undefined, learnt: [], prediction: { duplicate: true } });
  expect(state.counts("climate").duplicates).toBe(1);
  expect(state.summary("climate", "hall")).toMatchObject({ steps: 1, counts: { records: 1 } });
  state.close();
});

test("messages out of order are all taken once, and gaps that close later are none", () => {
  const sensor = new Sensor();
  const orders = [5, 3, 9, 4, 8, 6, 7, 10];
  expect(orders.map((order) => sensor.send(order))).toEqual(orders.map(() => "new"));
  expect(orders.map((order) => sensor.send(order))).toEqual(orders.map(() => "duplicate"));
  expect(sensor.send(2)).toBe("new");
});

test("new messages before old ones, as NATS sends them, lose none", () => {
  const sensor = new Sensor();
  for (let order = 0; order < 100; order++) sensor.send(order, order);
  for (let order = 127; order < 5_000; order++) sensor.send(order, order, { arrivalMs: 100 });
  for (let order = 100; order < 127; order++) expect(sensor.send(order, order, { arrivalMs: 30_000 })).toBe("new");
  for (let order = 100; order < 127; order++) expect(sensor.send(order, order)).toBe("duplicate");
  expect(sensor.missing).toBe(0);
});

test("a sensor that reboots to 0 begins a new session; what it sent before is still known for ten minutes", () => {
  const sensor = new Sensor();
  for (let order = 0; order < 2_000; order++) sensor.send(order, order);
  expect(sensor.send(0, 77)).toBe("newSession");
  expect(sensor.send(1, 78)).toBe("new");
  expect(sensor.send(1_999, 1_999, { arrivalMs: 600_000 })).toBe("duplicate");
  expect(sensor.send(1, 78)).toBe("duplicate");
  expect(sensor.send(1_999, 1_999, { arrivalMs: 600_001 })).toBe("new");
});

test("a reboot whose first messages are out of order or lost begins one session", () => {
  const sensor = new Sensor();
  for (let order = 0; order < 500; order++) sensor.send(order, order);
  expect([3, 0, 1, 2].map((order) => sensor.send(order, 9_000 + order))).toEqual(["newSession", "new", "new", "new"]);
});

test("a known order with another payload, older than the hashes, is late; below 16 it is a reboot", () => {
  const sensor = new Sensor();
  for (let order = 0; order < HASHES_LIMIT + 100; order++) sensor.send(order, order);
  expect(sensor.send(99, 99)).toBe("late");
  expect(sensor.send(100, 100)).toBe("duplicate");
  expect(sensor.send(16, 16)).toBe("late");
  expect(sensor.send(15, 1_000_000)).toBe("newSession");
});

test("a gap older than ten minutes and 1,024 orders is closed and its orders are counted as missing", () => {
  const sensor = new Sensor();
  sensor.send(0);
  sensor.send(3);
  for (let order = 4; order < GAP_ORDERS + 3; order++) sensor.send(order, 1, { arrivalMs: GAP_AGE_MS + 1 });
  expect([sensor.missing, sensor.duplicates.came(2)]).toEqual([0, false]);
  sensor.send(GAP_ORDERS + 3, 1, { arrivalMs: GAP_AGE_MS + 2 });
  expect([sensor.missing, sensor.duplicates.came(2)]).toEqual([2, true]);
});

test("gaps are never more than 1,024: the lowest is closed before its time", () => {
  const sensor = new Sensor();
  for (let i = 0; i <= INTERVALS_LIMIT; i++) sensor.send(2 * i, 1);
  expect(sensor.missing).toBe(0);
  sensor.send(2 * INTERVALS_LIMIT + 2, 1);
  expect(sensor.missing).toBe(1);
});

test("a time as order: the moments of the last two minutes, at least 64, tell what came", () => {
  const sensor = new Sensor("time");
  for (let i = 0; i < 100; i++) expect(sensor.send(1e12 + i, i, { arrivalMs: i })).toBe("new");
  expect(sensor.send(1e12 + 5, 5, { arrivalMs: 100 })).toBe("duplicate");
  // Two messages of one moment are two.
  expect(sensor.send(1e12 + 5, 6, { arrivalMs: 100 })).toBe("new");
  sensor.send(2e12, 0, { arrivalMs: 120_101 });
  expect(sensor.send(1e12 + 5, 5, { arrivalMs: 120_101 })).toBe("new");
  expect(sensor.send(1e12 + 99, 99, { arrivalMs: 120_101 })).toBe("duplicate");
});

test("without an order only a message the broker marks as sent again, by packet id and payload, is known", () => {
  const sensor = new Sensor("none");
  expect(sensor.send(undefined, 5, { packetId: 9 })).toBe("new");
  expect(sensor.send(undefined, 5, { packetId: 9 })).toBe("new");
  expect(sensor.send(undefined, 5, { packetId: 9, dup: true })).toBe("duplicate");
  expect(sensor.send(undefined, 6, { packetId: 9, dup: true })).toBe("new");
  expect(sensor.send(undefined, 5, { packetId: 8, dup: true })).toBe("new");
});

describe("intervals", () => {
  test("hold what a set holds, in any order, and come back from their bytes", () => {
    const seeded = new Seeded(4);
    let intervals = new Intervals();
    const set = new Set<number>();
    for (let i = 0; i < 3_000; i++) {
      const number = seeded.index(1_500);
      expect(intervals.has(number)).toBe(set.has(number));
      intervals.add(number, 0);
      set.add(number);
      if (i % 500 > 0) continue;
      const writer = new ByteWriter();
      intervals.write(writer);
      intervals = Intervals.read(new ByteReader(writer.take(), "intervals"));
    }
  });
});

test.each(["counter", "time", "none"] as const)("duplicates by %s come back from their bytes", (type) => {
  const seeded = new Seeded(5);
  const sensor = new Sensor(type);
  const twin = new Sensor(type);
  for (let i = 0; i < 4_000; i++) {
    const order = seeded.uniform() < 0.001 ? seeded.index(10) : i + seeded.index(20) - 10;
    const message = [type === "none" ? undefined : Math.max(0, order), seeded.index(50)] as const;
    const delivery = { arrivalMs: 100 * i, dup: seeded.uniform() < 0.3, packetId: 1 + seeded.index(20) };
    expect(twin.send(...message, delivery)).toBe(sensor.send(...message, delivery));
    if (i % 400 > 0) continue;
    const writer = new ByteWriter();
    twin.duplicates.write(writer);
    (twin as { duplicates: Duplicates }).duplicates = Duplicates.read(new ByteReader(writer.take(), "duplicates"));
  }
});
