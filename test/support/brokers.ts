import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestFunction, test } from "vitest";
import { BrokerProgram } from "./broker-program.ts";
import type { Certificates } from "./certificates.ts";

/** A broker that a test started, on a port of its own of the loopback interface. */
export interface TestBroker extends AsyncDisposable {
  readonly url: string;
  /** Starts it again on the same port, with what it kept. */
  start(): Promise<void>;
  /** Asks it to end, so that it saves what it keeps. */
  stop(): Promise<void>;
  /** Ends it by SIGKILL; aedes, which is in this process, loses its sockets and all it knows. */
  kill(): Promise<void>;
}

export interface MosquittoOptions {
  /** Saves on each change, within a second. */
  autosave?: boolean;
  /** Left out, 0: no limit. */
  maxQueuedMessages?: number;
  persistence?: boolean;
  certificates?: Certificates;
  /** With certificates: whoever has none is refused. */
  requireCertificate?: boolean;
  users?: Record<string, string>;
  /** Lines of an access control list. */
  access?: readonly string[];
}

export interface NatsOptions {
  /** When an unacknowledged message is sent again; left out, the server's 30 s. */
  ackWait?: string;
}

/** A test that needs a program: in CI it fails where there is none, elsewhere it says that it was not run. */
export function testWith(
  program: "mosquitto" | "nats-server",
): (name: string, body: TestFunction, ms?: number) => void {
  const absent = BrokerProgram.path(program) === undefined;
  return (name, body, ms = 30_000) => {
    if (absent && !process.env.CI) test.skip(`${name} (not run: ${program} absent)`);
    else if (absent) test(name, () => Promise.reject(new Error(`not run: ${program} absent`)));
    else test(name, body, ms);
  };
}

/**
 * An embedded broker without a store.
 * @param seen told of each packet a client sends
 * @param denies whether a subscription is refused
 */
export async function startAedes(
  seen: (clientId: string, packet: { cmd: string }) => void = () => {},
  denies: (filter: string) => boolean = () => false,
): Promise<TestBroker> {
  const { Aedes } = await import("aedes");
  const port = await freePort();
  let running: { close(): Promise<void> } | undefined;
  const broker: TestBroker = {
    url: `mqtt://127.0.0.1:${port}`,
    async start() {
      const aedes = await Aedes.createBroker({
        authorizeSubscribe: (_client, asked, answer) => answer(null, denies(asked.topic) ? null : asked),
      });
      const sockets = new Set<Socket>();
      const server = createServer({ noDelay: true }, (socket) => {
        sockets.add(socket.once("close", () => sockets.delete(socket)).on("error", () => {}));
        const client = aedes.handle(socket) as unknown as { id: string; _parser: NodeJS.EventEmitter };
        client._parser.on("packet", (packet: { cmd: string }) => seen(client.id, packet));
      });
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject).listen(port, "127.0.0.1", resolve);
      });
      running = {
        async close() {
          const closed = new Promise((resolve) => server.close(resolve));
          for (const socket of sockets) socket.destroy();
          await new Promise<void>((resolve) => aedes.close(() => resolve()));
          await closed;
        },
      };
    },
    async stop() {
      await running?.close();
      running = undefined;
    },
    kill: () => broker.stop(),
    [Symbol.asyncDispose]: () => broker.stop(),
  };
  await broker.start();
  return broker;
}

export async function startMosquitto(options: MosquittoOptions = {}): Promise<TestBroker> {
  const port = await freePort();
  const folder = newFolder("mosquitto");
  const { certificates, users, access, autosave, persistence = true, maxQueuedMessages = 0 } = options;
  const lines = [
    ...(process.getuid?.() === 0 ? ["user root"] : []),
    `listener ${port} 127.0.0.1`,
    `allow_anonymous ${users === undefined}`,
    `persistence ${persistence}`,
    `persistence_location ${folder}/`,
    `max_queued_messages ${maxQueuedMessages}`,
    // Without it small messages wait 40 ms for the acknowledgement of those before.
    "set_tcp_nodelay true",
    "log_dest none",
    ...(autosave ? ["autosave_on_changes true", "autosave_interval 1"] : []),
  ];
  if (certificates) {
    lines.push(
      `cafile ${certificates.ca}`,
      `certfile ${certificates.server.cert}`,
      `keyfile ${certificates.server.key}`,
    );
    if (options.requireCertificate) lines.push("require_certificate true");
  }
  if (users) {
    const file = join(folder, "passwords");
    writeFileSync(file, "");
    for (const [name, word] of Object.entries(users)) execFileSync("mosquitto_passwd", ["-b", file, name, word]);
    lines.push(`password_file ${file}`);
  }
  if (access) {
    writeFileSync(join(folder, "access"), `${access.join("\n")}\n`);
    lines.push(`acl_file ${join(folder, "access")}`);
  }
  const file = join(folder, "mosquitto.conf");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const scheme = certificates ? "mqtts" : "mqtt";
  return program("mosquitto", ["-c", file], port, folder, scheme);
}

export async function startNats({ ackWait }: NatsOptions = {}): Promise<TestBroker> {
  const [port, plain] = [await freePort(), await freePort()];
  const folder = newFolder("nats");
  const file = join(folder, "nats.conf");
  const wait = ackWait === undefined ? "" : `, ack_wait: "${ackWait}"`;
  writeFileSync(
    file,
    `server_name: test\nlisten: 127.0.0.1:${plain}\njetstream { store_dir: "${folder}" }\nmqtt { listen: "127.0.0.1:${port}"${wait} }\n`,
  );
  return program("nats-server", ["-c", file], port, folder, "mqtt");
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// ---

function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `millrace-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

async function program(
  name: string,
  parameters: string[],
  port: number,
  folder: string,
  scheme: string,
): Promise<TestBroker> {
  const child = new BrokerProgram(name, parameters, port);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await child.start();
  } catch (error) {
    remove();
    throw error;
  }
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    start: () => child.start(),
    stop: () => child.end("SIGTERM"),
    kill: () => child.end("SIGKILL"),
    async [Symbol.asyncDispose]() {
      await child.end("SIGKILL");
      remove();
    },
  };
}
