// A gateway in a process of its own, to be killed: node gateway-child.mjs <configuration>
import { Gateway } from "../../../dist/gateway.js";

const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
process.on("message", () => process.send?.({ health: gateway?.health() }));
// The test is gone.
process.on("disconnect", abandon);
let gateway;
try {
  gateway = await Gateway.start(process.argv[2], { signal: stop.signal, selfTest: false });
  process.send?.("online");
  await gateway.closed;
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
}
process.off("disconnect", abandon);
process.disconnect?.();

function abandon() {
  process.exit(3);
}
