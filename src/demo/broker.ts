import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** An MQTT broker inside this process, reachable from this machine alone. */
export interface Broker {
  url: string;
  close(): Promise<void>;
}

/** Starts a broker on a free port of the loopback interface. */
export async function startBroker(): Promise<Broker> {
  const { Aedes } = await import("aedes");
  const aedes = await Aedes.createBroker();
  // Without TCP_NODELAY a message waits for the acknowledgement of the one before.
  const server = createServer({ noDelay: true }, (socket: Socket) => void aedes.handle(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      await closed;
    },
  };
}
