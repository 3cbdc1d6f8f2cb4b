import type { MillraceError } from "../errors.ts";
import { type Child, startChild } from "./child.ts";
import type { GatewaySettings } from "./configuration.ts";
import type { Standstill } from "./news.ts";

export interface Watcher {
  /** It has failed, or was killed before it was online. */
  broken(error: MillraceError): void;
  /** It was killed, by whomever, and is started again. */
  killed?(): void;
  /** It is online again, so many seconds after it was killed. */
  back?(seconds: number): void;
}

/** Keeps a gateway running: one that is killed is started again on what it left, as a service manager would. */
export class Supervisor {
  readonly #settings: GatewaySettings;
  readonly #watcher: Watcher;
  #process: Child<Standstill>;
  #isOnline = false;
  #isStopped = false;

  constructor(settings: GatewaySettings, watcher: Watcher) {
    this.#settings = settings;
    this.#watcher = watcher;
    this.#process = this.#start();
  }

  /** Resolves when the process that runs now is online. */
  get ready(): Promise<void> {
    return this.#process.ready;
  }

  /** Ends the process by SIGKILL and starts another one. */
  async kill(): Promise<void> {
    if (this.#isStopped) return;
    const killedAt = performance.now();
    this.#watcher.killed?.();
    await this.#process.kill();
    this.#again(killedAt);
  }

  /** What its model has come to; undefined where the process ends meanwhile. */
  ask(): Promise<Standstill | undefined> {
    return this.#process.ask();
  }

  /** Lets it finish in order. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#process.stop();
  }

  #start(): Child<Standstill> {
    this.#isOnline = false;
    const gateway = startChild<GatewaySettings, void, Standstill>("gateway", this.#settings, {
      broken: (error, signal) => {
        if (signal !== "SIGKILL" || !this.#isOnline) return this.#watcher.broken(error);
        this.#watcher.killed?.();
        this.#again(performance.now());
      },
    });
    gateway.ready.then(() => {
      this.#isOnline = true;
    });
    return gateway;
  }

  #again(killedAt: number): void {
    if (this.#isStopped) return;
    this.#process = this.#start();
    this.#process.ready.then(() => this.#watcher.back?.((performance.now() - killedAt) / 1_000));
  }
}
