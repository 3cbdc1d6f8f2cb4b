import { Gateway } from "../gateway.ts";
import { type GatewaySettings, gatewayOptions } from "./configuration.ts";
import { STREAM } from "./messages.ts";
import type { Standstill } from "./news.ts";
import { type Calls, serve, type Work } from "./worker.ts";

const silent = (): void => {};
const SILENCE = { debug: silent, info: silent, warn: silent, error: silent };

/** The gateway as any program would embed it, in a process of its own that can be killed. */
async function runGateway(settings: GatewaySettings, { failed, signal }: Calls): Promise<Work<void, Standstill>> {
  const gateway = await Gateway.start(gatewayOptions(settings), { logger: SILENCE, selfTest: false, signal });
  gateway.closed.catch(failed);
  return {
    ask() {
      const [model] = gateway.health().streams[STREAM]?.keys ?? [];
      return { steps: model?.steps ?? 0, checksum: model?.checksum ?? 0 };
    },
    stop: () => gateway.close(),
  };
}

serve(runGateway);
