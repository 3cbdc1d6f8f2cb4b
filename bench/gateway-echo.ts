// What a careful programmer writes without Millrace: subscribe, JSON.parse, publish. Killed when it has done its work.
import mqtt from "mqtt";

const [url = "", qosText = "0"] = process.argv.slice(2);
const qos = qosText === "1" ? 1 : 0;
const client = await mqtt.connectAsync(url, { clientId: "echo", clean: true });
const out = await mqtt.connectAsync(url, { clientId: "echo-out", clean: true });
let parsed = 0;
client.on("message", (_topic, payload) => {
  const message = JSON.parse(payload.toString()) as { seq: number };
  if (message.seq >= 0) parsed++;
  out.publish("bench/echo", payload, { qos: 0 });
});
await client.subscribeAsync("bench/1/sample", { qos });
process.on("message", () => process.send?.({ cpu: process.cpuUsage(), parsed }));
process.send?.("online");
