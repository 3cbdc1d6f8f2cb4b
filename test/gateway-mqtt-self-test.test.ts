import { expect, test } from "vitest";
import { testBroker } from "../src/gateway/mqtt/self-test.ts";
import { startAedes, startMosquitto, startNats, testWith } from "./support/brokers.ts";
import { accessTo, openPeer } from "./support/mqtt.ts";

const withMosquitto = testWith("mosquitto");
const withNats = testWith("nats-server");

withMosquitto("the self-test finds mosquitto in order, and leaves nothing behind", async () => {
  await using broker = await startMosquitto();
  const report = await testBroker(accessTo(broker.url), { id: "g" });
  expect(report).toMatchObject({ sessionKept: true, resends: "in order", retainedKept: true, queued: undefined });
  expect(report.software).toMatch(/^mosquitto version 2/);
  expect(report.meaning.filter(({ level }) => level === "warning")).toEqual([]);
  expect(report.meaning.map(({ text }) => text).join()).toContain("autosave_interval 1");
  await using peer = await openPeer(broker.url, ["millrace/#"]);
  await peer.publish("millrace/end", "end");
  expect(peer.messages.map(({ topic }) => topic)).toEqual(["millrace/end"]);
});

withMosquitto("the self-test finds that mosquitto's defaults drop acknowledged messages", async () => {
  await using broker = await startMosquitto({ maxQueuedMessages: 1_000 });
  const report = await testBroker(accessTo(broker.url), { id: "g", queued: 1_100 });
  expect(report.queued).toMatchObject({ sent: 1_102 });
  expect(report.queued?.kept).toBeLessThan(1_102);
  expect(report.meaning[0]).toMatchObject({ level: "warning", text: expect.stringContaining("max_queued_messages 0") });
  await using unlimited = await startMosquitto();
  const other = await testBroker(accessTo(unlimited.url), { id: "g", queued: 1_100 });
  expect(other.queued).toEqual({ sent: 1_102, kept: 1_102 });
});

withNats("the self-test finds that NATS sends new messages first, and the others late", async () => {
  await using broker = await startNats();
  const report = await testBroker(accessTo(broker.url), { id: "g" });
  expect(report).toMatchObject({ sessionKept: true, resends: "late", retainedKept: true });
  expect(report.meaning.map(({ text }) => text).join()).toContain("order field");
});

test("the self-test of a broker that is not there says so", async () => {
  const gone = await startAedes();
  await gone.stop();
  await expect(testBroker(accessTo(gone.url), { id: "g" })).rejects.toMatchObject({ code: "E_BROKER" });
});

test("the self-test finds that the embedded broker mixes up what it sends again", async () => {
  await using broker = await startAedes();
  const report = await testBroker(accessTo(broker.url), { id: "g" });
  expect(report).toMatchObject({ sessionKept: true, resends: "out of order", retainedKept: true });
});
