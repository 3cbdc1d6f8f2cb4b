import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Broker, startBroker } from "./broker.ts";
import type { GatewaySettings } from "./configuration.ts";
import { connect } from "./connection.ts";
import { STREAM, type Topics, topicsOf } from "./messages.ts";

/** The two gateways of a run: the one that may be killed, and one beside it that is not. */
export type Role = "gateway" | "unkilled";

/** Where a run takes place: a folder, a broker, and names that nobody else has. */
export class Premises {
  /** @param url of a broker that is there; left out: one of its own is started */
  static async open(url: string | undefined): Promise<Premises> {
    const run = randomBytes(4).toString("hex");
    const folder = await mkdtemp(join(tmpdir(), `millrace-demo-${run}-`));
    const broker = url === undefined ? await startBroker() : undefined;
    return new Premises(run, folder, broker, url ?? (broker as Broker).url);
  }

  readonly url: string;
  readonly topics: Topics;
  readonly #run: string;
  readonly #folder: string;
  readonly #broker: Broker | undefined;
  readonly #used: Set<Role> = new Set();
  /** For an end that leaves no time to close. */
  readonly #remove = (): void => rmSync(this.#folder, { recursive: true, force: true });

  private constructor(run: string, folder: string, broker: Broker | undefined, url: string) {
    this.#run = run;
    this.#folder = folder;
    this.#broker = broker;
    this.url = url;
    this.topics = topicsOf(run);
    process.once("exit", this.#remove);
  }

  /** What the gateway of a role is started with. */
  gateway(role: Role): GatewaySettings {
    this.#used.add(role);
    const { url, topics } = this;
    return { id: this.#idOf(role), url, topics, answers: role === "gateway", state: this.state(role) };
  }

  /** The state folder of a gateway. */
  state(role: Role): string {
    return join(this.#folder, role);
  }

  /** Leaves nothing behind. */
  async close(): Promise<void> {
    if (this.#broker) await this.#broker.close();
    else for (const role of this.#used) await this.#takeBack(`${this.#idOf(role)}`);
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    process.off("exit", this.#remove);
  }

  /** What a gateway leaves with a broker that goes on: its session, and what is retained. */
  async #takeBack(id: string): Promise<void> {
    try {
      const client = await connect(this.url, () => {}, `${id}-in`);
      for (const topic of ["status", "health", `${STREAM}/health`]) client.forget(`millrace/${id}/${topic}`);
      await client.close();
    } catch {
      // A broker that has gone keeps what it keeps.
    }
  }

  #idOf(role: Role): string {
    return role === "gateway" ? `demo-${this.#run}` : `demo-${this.#run}-unkilled`;
  }
}
