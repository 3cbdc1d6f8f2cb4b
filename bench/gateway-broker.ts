import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";

export interface Broker {
  url: string;
  kill(): void;
}

/** A mosquitto of its own, on the core of the load. */
export async function startBroker(folder: string): Promise<Broker> {
  const program = ["/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto"].find((file) => existsSync(file));
  if (program === undefined) throw new Error("not run: mosquitto absent");
  const port = await freePort();
  const file = join(folder, "mosquitto.conf");
  const root = process.getuid?.() === 0 ? "user root\n" : "";
  writeFileSync(
    file,
    `${root}listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 100\nset_tcp_nodelay true\nlog_dest none\n`,
  );
  const child: ChildProcess = spawn(program, ["-c", file], { stdio: "ignore" });
  pin(child.pid as number, 0);
  while (!(await accepts(port))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { url: `mqtt://127.0.0.1:${port}`, kill: () => void child.kill("SIGKILL") };
}

/** Keeps a process on one core, where the system can. */
export function pin(pid: number, core: number): void {
  try {
    execFileSync("taskset", ["-a", "-cp", `${core}`, `${pid}`], { stdio: "ignore" });
  } catch {
    // The figures are noisier then.
  }
}

// ---

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
