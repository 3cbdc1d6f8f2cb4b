import { MillraceError } from "../errors.ts";
import type { GatewayConfiguration } from "./config/types.ts";
import { EventFeed, type GatewayEvent } from "./events.ts";
import { type GatewayHealth, gatewayHealth, publishHealth } from "./figures.ts";
import { Fleets } from "./fleet/fleets.ts";
import type { StartOptions } from "./gateway.ts";
import { type HealthServer, serveHealth } from "./health-server.ts";
import { Housekeeping } from "./housekeeping.ts";
import { type Logger, standardLog, Throttle } from "./log.ts";
import type { StatusMessage } from "./mqtt/presence.ts";
import { testBroker } from "./mqtt/self-test.ts";
import { Network } from "./network.ts";
import { OpenState } from "./open-state.ts";
import { Pipeline } from "./pipeline.ts";
import { Routes } from "./routes.ts";
import type { Flushed } from "./state.ts";
import { WriteGuard } from "./write-guard.ts";

export type { GatewayHealth } from "./figures.ts";

/** The parts of a gateway at work, and the order in which they begin and end. */
export class Running {
  /** Begins with the state, then the connections. On an error everything that was opened is closed again. */
  static async start(configuration: GatewayConfiguration, options: StartOptions): Promise<Running> {
    const running = new Running(configuration, options);
    try {
      await running.#begin();
    } catch (error) {
      await running.close().catch(() => {});
      throw error;
    }
    return running;
  }

  /** Resolves when all is closed; rejects with what made it fail. */
  readonly closed: Promise<void>;
  readonly #configuration: GatewayConfiguration;
  readonly #options: StartOptions;
  readonly #log: Logger;
  readonly #throttle = new Throttle();
  readonly #feed = new EventFeed();
  readonly #stop = new AbortController();
  #settled: (failure: unknown) => void = () => {};
  #ending: Promise<void> | undefined;
  #failure: unknown;
  #http: HealthServer | undefined;
  #open: OpenState | undefined;
  #guard: WriteGuard | undefined;
  #chores: Housekeeping | undefined;
  #pipeline: Pipeline | undefined;
  #network: Network | undefined;
  #fleets: Fleets | undefined;

  private constructor(configuration: GatewayConfiguration, options: StartOptions) {
    this.#configuration = configuration;
    this.#options = options;
    this.#log = options.logger ?? standardLog(configuration.id, configuration.log.level);
    this.closed = new Promise((resolve, reject) => {
      this.#settled = (failure) => (failure === undefined ? resolve() : reject(failure));
    });
    // Whoever wants to know asks; it is not to end a process that does not.
    this.closed.catch(() => {});
  }

  get healthUrl(): string | undefined {
    const host = this.#configuration.http?.host;
    if (host === undefined || !this.#http) return undefined;
    return `http://${host.includes(":") ? `[${host}]` : host}:${this.#http.port}/healthz`;
  }

  status(): StatusMessage {
    return this.#network?.presence.message() ?? STARTING;
  }

  health(): GatewayHealth {
    return this.#health(true);
  }

  events(): AsyncIterableIterator<GatewayEvent> {
    return this.#feed.read();
  }

  close(): Promise<void> {
    this.#ending ??= this.#end();
    return this.#ending;
  }

  async #begin(): Promise<void> {
    const configuration = this.#configuration;
    const { id, http, state, streams } = configuration;
    const { signal, client } = this.#options;
    for (const warning of configuration.warnings) this.#log.warn({}, warning);
    if (http) {
      this.#http = await serveHealth(http.host, http.port, () => {
        const body = this.health();
        return { healthy: body.status.state === "online", body };
      });
    }
    const open = await OpenState.open(configuration, this.#options, () => {
      this.#fail(
        new MillraceError("E_LOCKED", "another process has taken the state folder", { where: state.directory }),
      );
    });
    this.#open = open;
    this.#log.info(open.summary(), "the state is recovered");
    this.#guard = this.#newGuard(state.directory);
    this.#chores = this.#newChores(open);
    const network = new Network({
      configuration,
      folder: open.folder,
      client,
      log: this.#log,
      feed: this.#feed,
      message: (packet, line) => (this.#pipeline as Pipeline).handle(packet, line),
      failed: (error) => this.#fail(error),
      trouble: () => this.#trouble(),
    });
    this.#network = network;
    network.presence.remark(open.remarks());
    this.#pipeline = new Pipeline({
      id,
      routes: new Routes(configuration),
      state: open.state,
      guard: this.#guard,
      topics: network.topics,
      feed: this.#feed,
      put: network.put,
      gathered: this.#chores.gathered,
      rejected: (stream, topic, { reason, field, detail }) => {
        const held = this.#throttle.admit(`${stream} ${reason}`);
        if (held !== undefined)
          this.#log.warn({ stream, topic, reason, field, detail, held }, "a message cannot be used");
      },
    });
    this.#flush();
    signal?.addEventListener("abort", () => this.#stop.abort(signal.reason), { once: true });
    if (signal?.aborted) this.#stop.abort(signal.reason);
    this.#chores.start();
    await network.start(this.#stop.signal);
    this.#fleets = new Fleets({
      id,
      seats: open.seats,
      access: network.access,
      state: open.state,
      guard: this.#guard,
      log: this.#log,
      throttle: this.#throttle,
      feed: this.#feed,
      failed: (error) => this.#fail(error),
    });
    this.#fleets.start();
    this.#log.info({ streams: streams.map(({ name }) => name), health: this.healthUrl }, "online");
    this.#stop.signal.addEventListener("abort", () => void this.close().catch(() => {}), { once: true });
    if (this.#options.selfTest !== false) void this.#selfTest(network);
  }

  /** Stop reading, drain, save, say offline, disconnect. */
  async #end(): Promise<void> {
    const deadlineMs = performance.now() + END_MS;
    const leftMs = () => Math.max(100, deadlineMs - performance.now());
    this.#stop.abort(new Error("the gateway is closed"));
    this.#guard?.close();
    let failure = this.#failure;
    try {
      await this.#network?.data.stopReading();
      await this.#fleets?.stop(GOODBYE_MS);
      await this.#chores?.stop();
      // A state that has failed is not worth saving: the journal has it.
      if (failure === undefined) await this.#open?.save(leftMs() - LEAVE_MS);
    } catch (error) {
      failure ??= error;
    }
    this.#report();
    await this.#network?.end(failure === undefined ? "stopped" : "failed", Math.min(LEAVE_MS, leftMs()));
    this.#open?.close();
    await this.#http?.close();
    this.#feed.end();
    this.#log.info({}, "stopped");
    this.#settled(failure);
    if (failure !== undefined && failure !== this.#failure) throw failure;
  }

  #fail(error: unknown): void {
    if (this.#ending) return;
    this.#failure = error;
    this.#log.error({ err: error }, "the gateway has failed and stops; what is acknowledged is in the journal");
    void this.close().catch(() => {});
  }

  #newGuard(folder: string): WriteGuard {
    return new WriteGuard({
      folder,
      flush: () => this.#flush(),
      blocked: (error) => {
        this.#log.error({ err: error }, "the journal cannot be written: nothing is learnt or acknowledged");
        this.#network?.refresh();
      },
      longBlocked: (until) => {
        this.#log.warn({}, "the data connection is closed until the journal can be written");
        this.#network?.data.leave(until);
      },
      opened: (blockedMs) => {
        this.#log.info({ blockedMs }, "the journal can be written again");
        setImmediate(() => this.#network?.refresh());
      },
    });
  }

  #newChores(open: OpenState): Housekeeping {
    return new Housekeeping(
      {
        flush: () => this.#flushGathered(),
        waiting: () => open.state.gathered,
        snapshot: () => open.state.snapshotNext(),
        dirty: () => open.state.dirty,
        tidy: () => this.#tidy(open),
        report: () => this.#report(),
        failed: (error) => {
          const held = this.#throttle.admit(`chore ${error}`);
          if (held !== undefined)
            this.#log.error({ err: error, held }, "a model could not be saved; the journal has it");
        },
      },
      { snapshotEveryMs: this.#configuration.state.snapshotEveryMs, reportEveryMs: REPORT_MS },
    );
  }

  /** Writes and learns what was gathered at QoS 0. @throws MillraceError `E_JOURNAL` */
  #flush(): void {
    if (this.#open) this.#tell(this.#open.state.flush());
  }

  #tell({ learnt, events }: Flushed): void {
    this.#pipeline?.tell(events);
    if (this.#feed.isRead) for (const one of learnt) this.#feed.emit({ type: "learnt", learnt: one });
  }

  #flushGathered(): void {
    if (this.#guard?.isBlocked) return;
    try {
      this.#flush();
    } catch (error) {
      if ((error as { code?: unknown }).code === "E_JOURNAL") this.#guard?.block(error);
      else this.#fail(error);
    }
  }

  /** Gives up what has waited too long, and drops what is no longer to be kept. */
  async #tidy(open: OpenState): Promise<void> {
    if (this.#guard?.isBlocked) return;
    const nowMs = Date.now();
    this.#tell(open.state.expire(nowMs));
    await open.state.retain(nowMs);
  }

  #report(): void {
    if (this.#network) publishHealth(this.#health(false), this.#network);
  }

  #health(checksums: boolean): GatewayHealth {
    const parts = { network: this.#network, pipeline: this.#pipeline, open: this.#open, fleets: this.#fleets };
    const sources = { ...parts, checksums };
    return gatewayHealth(this.status(), this.#configuration, sources);
  }

  #trouble(): string | undefined {
    if (!this.#guard?.isBlocked) return undefined;
    const { error } = this.#guard;
    return `the journal cannot be written: ${error instanceof Error ? error.message : error}`;
  }

  async #selfTest(network: Network): Promise<void> {
    try {
      const report = await testBroker(network.access, { id: this.#configuration.id, signal: this.#stop.signal });
      const { meaning, ...findings } = report;
      this.#log.info(findings, "the broker is tried out");
      for (const { level, text } of meaning) this.#log[level === "warning" ? "warn" : "info"]({}, text);
      this.#feed.emit({ type: "selfTest", report });
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#log.warn({ err: error }, "the broker could not be tried out");
    }
  }
}

const STARTING: StatusMessage = { v: 1, state: "offline", instance: "", since: Date.now(), reason: "starting" };
const REPORT_MS = 10_000;
/** SIGTERM to the end; service managers send SIGKILL after 10 s at the earliest. */
const END_MS = 9_500;
const LEAVE_MS = 2_000;
const GOODBYE_MS = 1_000;
