import { once } from "node:events";
import { createServer } from "node:net";

/** An MQTT broker in this process, for this machine alone. */
export async function startBroker() {
  const { Aedes } = await import("aedes");
  const aedes = await Aedes.createBroker();
  const server = createServer({ noDelay: true }, (socket) => aedes.handle(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `mqtt://127.0.0.1:${server.address().port}`,
    async close() {
      server.close();
      await new Promise((resolve) => aedes.close(resolve));
    },
  };
}

/** A configuration names user and password beside the URL. */
export function brokerOptions(text) {
  const url = new URL(text);
  const { username, password } = url;
  url.username = url.password = "";
  return {
    url: url.href,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
}
