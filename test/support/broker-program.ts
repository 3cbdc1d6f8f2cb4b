import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";

const START_MS = 15_000;

/** A broker in a process of its own, which ends with this one. */
export class BrokerProgram {
  /** Where the program lies; Debian keeps servers in /usr/sbin, which a user's PATH may not name. */
  static path(name: string): string | undefined {
    const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
    return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  }

  readonly #name: string;
  readonly #parameters: readonly string[];
  readonly #port: number;
  readonly #abandon = () => this.#child?.kill("SIGKILL");
  #child: ChildProcess | undefined;

  constructor(name: string, parameters: readonly string[], port: number) {
    this.#name = name;
    this.#parameters = parameters;
    this.#port = port;
  }

  /** Resolves when it accepts connections. */
  async start(): Promise<void> {
    const path = BrokerProgram.path(this.#name);
    if (path === undefined) throw new Error(`not run: ${this.#name} absent`);
    const child = spawn(path, this.#parameters, { stdio: ["ignore", "ignore", "pipe"] });
    this.#child = child;
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
    });
    process.once("exit", this.#abandon);
    const deadline = Date.now() + START_MS;
    while (!(await accepts(this.#port))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        await this.end("SIGKILL");
        throw new Error(`${this.#name} did not start: ${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Resolves when the process is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    process.off("exit", this.#abandon);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const answer = (yes: boolean) => () => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", answer(true)).once("error", answer(false));
  });
}
