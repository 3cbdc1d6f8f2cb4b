// The gateway in a process of its own: node gateway-run.js <configuration>
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Gateway } from "../dist/gateway.js";

/** After a collection. */
export interface Memory {
  /** On the heap and outside it, WebAssembly with it. */
  usedBytes: number;
  residentBytes: number;
}

const configuration = JSON.parse(readFileSync(process.argv[2] as string, "utf8"));
const gateway = await Gateway.start(configuration, { selfTest: false });
process.on("message", (wanted) => {
  if (wanted === "stop") void gateway.close().then(() => process.disconnect());
  else if (wanted === "memory") void memory().then((measured) => process.send?.(measured));
  else process.send?.({ cpu: process.cpuUsage(), learnt: gateway.health().streams.bench?.counts.learnt });
});
process.send?.("online");

async function memory(): Promise<Memory> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Buffers are given back a turn after their owners are gone.
  for (let times = 0; times < 3; times++) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { usedBytes: heapUsed + external, residentBytes: rss };
}
