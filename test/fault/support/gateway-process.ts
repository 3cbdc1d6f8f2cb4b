import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GatewayHealth } from "../../../src/gateway/figures.ts";

const PROGRAM = fileURLToPath(new URL("gateway-child.mjs", import.meta.url));

/** A gateway in a process of its own. */
export class GatewayProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | NodeJS.Signals | null>;
  readonly online: Promise<void>;
  #said = "";

  constructor(configuration: string) {
    const child = fork(PROGRAM, [configuration], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.#child = child;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-8_000);
    });
    this.#ended = new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal)));
    this.online = new Promise((resolve, reject) => {
      child.on("message", (message) => message === "online" && resolve());
      this.#ended.then((how) => reject(new Error(`the gateway ended by ${how}:\n${this.#said}`)));
    });
    this.online.catch(() => {});
  }

  /** The end of its log. */
  get said(): string {
    return this.#said;
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  async health(): Promise<GatewayHealth> {
    const child = this.#child;
    const answer = new Promise<GatewayHealth>((resolve, reject) => {
      const take = (message: unknown) => {
        if (typeof message !== "object" || message === null || !("health" in message)) return;
        child.off("message", take);
        resolve(message.health as GatewayHealth);
      };
      child.on("message", take);
      this.#ended.then((how) => reject(new Error(`the gateway ended by ${how}:\n${this.#said}`)));
    });
    child.send("health");
    return answer;
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  /** SIGTERM. @returns the exit code */
  async stop(): Promise<number | NodeJS.Signals | null> {
    this.#child.kill("SIGTERM");
    return this.#ended;
  }
}
