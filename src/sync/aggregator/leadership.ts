import type { Aggregator } from "../aggregator.ts";
import { compareVersions } from "../order.ts";
import type { SyncTransport, Will } from "../types.ts";
import { leaderWill } from "./publisher.ts";
import { type SeenLeader, Watch } from "./watch.ts";

/** Silence after which nobody leads: three heartbeats. */
const WATCH_MS = 30_000;
/** Two that wait do not rise at once. */
const SPREAD_MS = 5_000;

export interface ConnectionOptions {
  readonly clientId: string;
  readonly will?: () => Will;
  /** False: one connection; told by `onLost` when it is gone. */
  readonly reconnects: boolean;
  readonly onLost: (reason: string) => void;
}

export interface LeadershipOptions {
  readonly connect: (options: ConnectionOptions) => SyncTransport;
  readonly watchMs?: number;
  readonly spreadMs?: number;
  /** Leads from its own weights although the fleet has newer ones that cannot be had. */
  readonly beginAnew?: boolean;
  readonly random?: () => number;
  readonly onEvent?: (message: string, details: object) => void;
}

/**
 * Lets an aggregator lead while nobody else does. The leader holds the one client id of its fleet, so that the broker
 * itself parts two of them; whoever does not lead watches under an id of its own, and follows the global model.
 */
export class Leadership {
  readonly #aggregator: Aggregator;
  readonly #options: LeadershipOptions;
  readonly #watch: Watch;
  readonly #now: () => number;
  #connection: SyncTransport | undefined;
  #state: "standby" | "rising" | "leading" | "closed" = "closed";
  #quietSinceMs = 0;
  #waitMs = 0;
  #current: { term: number; instance: string } | undefined;
  #following: Promise<void> = Promise.resolve();
  #isTold = false;

  constructor(aggregator: Aggregator, options: LeadershipOptions) {
    this.#aggregator = aggregator;
    this.#options = options;
    const { voice, trust, lengths, term } = aggregator;
    this.#now = voice.now;
    this.#watch = new Watch(voice, trust, lengths, term, {
      leader: (leader) => this.#heard(leader),
      body: (record, payload) => this.#body(record, payload),
      refused: ({ reason }) => options.onEvent?.("a word of another aggregator is refused", { reason }),
    });
  }

  get state(): "standby" | "rising" | "leading" | "closed" {
    return this.#state;
  }

  /** Begins to watch; `tick`, about once a second, does the rest. */
  start(): void {
    this.#standBy();
  }

  tick(): void {
    if (this.#state === "leading") this.#aggregator.tick();
    const connected = this.#connection?.connected === true;
    if (this.#state !== "standby" || !connected || this.#now() - this.#quietSinceMs < this.#waitMs) return;
    if (this.#isBehind && this.#options.beginAnew !== true) {
      if (!this.#isTold)
        this.#tell("the fleet's global model is not here: waiting for somebody who has it", this.#watch.head ?? {});
      this.#isTold = true;
      return;
    }
    this.#rise();
  }

  /** Says that it leads no more, and leaves. The aggregator is closed too. */
  async close(): Promise<void> {
    this.#state = "closed";
    await this.#following;
    await this.#aggregator.close();
    await this.#connection?.close();
  }

  /** Whether there is a head whose body was never here. */
  get #isBehind(): boolean {
    const { head } = this.#watch;
    const { version } = this.#aggregator;
    return head !== undefined && head.hash !== version.hash && compareVersions(head, version) > 0;
  }

  #standBy(): void {
    const { fleet, model } = this.#aggregator.topics;
    const own = this.#aggregator.voice.instance.slice(0, 12);
    this.#state = "standby";
    this.#wait();
    const connection = this.#options.connect({
      clientId: `mr-agg-${fleet}-${model}-${own}`,
      reconnects: true,
      onLost: () => {},
    });
    this.#connection = connection;
    // Nothing was heard while it was away.
    connection.onConnect(() => this.#wait());
    this.#listen(connection);
  }

  #rise(): void {
    const { topics, voice } = this.#aggregator;
    const term = Math.max(this.#aggregator.term, this.#watch.term) + 1;
    this.#state = "rising";
    const before = this.#connection;
    let isLost = false;
    const connection = this.#options.connect({
      clientId: `mr-agg-${topics.fleet}-${topics.model}`,
      will: () => leaderWill(voice, term),
      reconnects: false,
      onLost: (reason) => {
        isLost = true;
        if (connection === this.#connection) this.#fall(reason);
      },
    });
    this.#connection = connection;
    connection.onConnect(() => {
      if (this.#state !== "rising" || connection !== this.#connection) return;
      this.#following = this.#following
        .then(() => before?.close())
        .then(() => this.#aggregator.lead(connection, term))
        .then(() => {
          if (this.#state !== "rising" || isLost) return;
          this.#state = "leading";
          this.#current = { term, instance: voice.instance };
          this.#listen(connection);
        })
        .catch((error: unknown) => this.#fall(String(error)));
    });
  }

  /** Leads no more, whatever the reason. */
  #fall(reason: string): void {
    if (this.#state !== "leading" && this.#state !== "rising") return;
    this.#aggregator.demote();
    this.#tell("leads no more", { reason });
    const connection = this.#connection;
    this.#standBy();
    void connection?.close();
  }

  #listen(connection: SyncTransport): void {
    connection
      .subscribe(this.#watch.filters, (delivery) => {
        if (connection === this.#connection) this.#watch.receive(delivery);
      })
      .catch((error: unknown) => this.#tell("cannot watch", { error: String(error) }));
  }

  #heard({ state, term, instance, retained }: SeenLeader): void {
    if (instance === this.#aggregator.voice.instance) return;
    const { term: own } = this.#aggregator;
    if (this.#state === "leading") {
      // Of two with one term the lower instance goes: both see the same.
      const isOver = term > own || (term === own && instance > this.#aggregator.voice.instance);
      if (state === "leading" && isOver) this.#fall(`${instance} leads under term ${term}`);
      return;
    }
    if (state === "leading" && term >= (this.#current?.term ?? 0)) {
      this.#current = { term, instance };
      if (!retained && term >= own) this.#wait();
    }
    // A will counts only when its instance is the current one.
    const isCurrent = this.#current === undefined || this.#current.instance === instance;
    if (state === "offline" && isCurrent) this.#waitMs = this.#spread();
  }

  #body(...[record, payload]: Parameters<Aggregator["adopt"]>): void {
    this.#following = this.#following
      .then(async () => {
        const isNewer = compareVersions(record, this.#aggregator.version) > 0;
        if (this.#state !== "standby" || !isNewer || record.hash === this.#aggregator.version.hash) return;
        await this.#aggregator.adopt(record, payload);
        this.#isTold = false;
      })
      .catch((error: unknown) => this.#tell("cannot follow", { error: String(error) }));
  }

  #wait(): void {
    this.#quietSinceMs = this.#now();
    this.#waitMs = (this.#options.watchMs ?? WATCH_MS) + this.#spread();
  }

  #spread(): number {
    return (this.#options.random ?? Math.random)() * (this.#options.spreadMs ?? SPREAD_MS);
  }

  #tell(message: string, details: object): void {
    this.#options.onEvent?.(message, details);
  }
}
