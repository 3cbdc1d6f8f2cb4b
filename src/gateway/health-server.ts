import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { MillraceError } from "../errors.ts";

/** The answer of `/healthz`. */
export interface Health {
  /** Learning and acknowledging. */
  readonly healthy: boolean;
  readonly body: object;
}

export interface HealthServer {
  /** The port it got where 0 was asked for. */
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `GET /healthz`: 200 where all is well, 503 where not, the same JSON in both. @throws MillraceError `E_STATE` */
export async function serveHealth(host: string, port: number, health: () => Health): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    const answer = (code: number, body: object) => {
      response.writeHead(code, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(request.method === "HEAD" ? undefined : `${JSON.stringify(body)}\n`);
    };
    if (path !== "/healthz") return answer(404, { error: "not found", paths: ["/healthz"] });
    if (request.method !== "GET" && request.method !== "HEAD") return answer(405, { error: "only GET and HEAD" });
    const { healthy, body } = health();
    answer(healthy ? 200 : 503, body);
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  server.maxConnections = 64;
  await listening(server, host, port);
  // A client that breaks off must not end the gateway.
  server.on("error", () => {});
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const what = cause.code === "EADDRINUSE" ? "somebody listens there already" : cause.message;
      const where = `http ${host}:${port}`;
      const remedy = "Choose another http.port, or leave http out";
      reject(new MillraceError("E_STATE", `cannot serve /healthz: ${what}`, { where, remedy, cause }));
    });
    server.listen(port, host, resolve);
  });
}
