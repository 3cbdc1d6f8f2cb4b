// The gateway in a process of its own: node gateway-run.js <configuration>
import { readFileSync } from "node:fs";
import { Gateway } from "../dist/gateway.js";

const configuration = JSON.parse(readFileSync(process.argv[2] as string, "utf8"));
const gateway = await Gateway.start(configuration, { selfTest: false });
process.on("message", (wanted) => {
  if (wanted === "stop") void gateway.close().then(() => process.disconnect());
  else process.send?.({ cpu: process.cpuUsage(), learnt: gateway.health().streams.bench?.counts.learnt });
});
process.send?.("online");
