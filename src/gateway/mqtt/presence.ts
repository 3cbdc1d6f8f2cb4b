import type { OutgoingMessage } from "./outbox.ts";

export type PresenceState = "online" | "offline" | "degraded";

/** The retained message on `millrace/<id>/status`. */
export interface StatusMessage {
  readonly v: 1;
  readonly state: PresenceState;
  /** One for each start of the program. */
  readonly instance: string;
  /** When this state began, ms since 1970 UTC. */
  readonly since: number;
  readonly reason?: string;
  /** What the journal lost; see docs/mqtt.md. */
  readonly dataLoss?: unknown;
  readonly setAside?: unknown;
  /** Models whose files are all damaged. */
  readonly lost?: unknown;
  /** The broker did not keep the session: what was sent meanwhile may be missing. */
  readonly possibleGap?: { readonly since: number };
}

export interface Remarks {
  dataLoss?: unknown;
  setAside?: unknown;
  lost?: unknown;
  possibleGap?: { readonly since: number };
}

/** Says what state the gateway is in, and says it again where somebody else has spoken for it. */
export class Presence {
  readonly topic: string;
  readonly instance: string;
  readonly #send: (message: OutgoingMessage) => void;
  readonly #now: () => number;
  readonly #rival: (instance: string) => void;
  #state: PresenceState = "offline";
  #reason: string | undefined = "starting";
  #since: number;
  #remarks: Remarks = {};
  #announced = false;

  /** @param rival told when a program with the same id, but another instance, says it is there */
  constructor(
    topic: string,
    instance: string,
    send: (message: OutgoingMessage) => void,
    rival: (instance: string) => void,
    now: () => number = Date.now,
  ) {
    this.topic = topic;
    this.instance = instance;
    this.#send = send;
    this.#rival = rival;
    this.#now = now;
    this.#since = now();
  }

  get state(): PresenceState {
    return this.#state;
  }

  get reason(): string | undefined {
    return this.#reason;
  }

  /** The payload that the broker publishes when the connection breaks. */
  will(): string {
    const lost: StatusMessage = {
      v: 1,
      state: "offline",
      instance: this.instance,
      since: this.#now(),
      reason: "connection lost",
    };
    return JSON.stringify(lost);
  }

  set(state: PresenceState, reason?: string): void {
    if (state === this.#state && reason === this.#reason && this.#announced) return;
    if (state !== this.#state) this.#since = this.#now();
    this.#state = state;
    this.#reason = reason;
    this.announce();
  }

  remark(remarks: Remarks): void {
    this.#remarks = { ...this.#remarks, ...remarks };
    if (this.#announced) this.announce();
  }

  /** Publishes the status as it is; to be called on each connection. */
  announce(): void {
    this.#announced = true;
    this.#send({ topic: this.topic, payload: JSON.stringify(this.message()), qos: 1, retain: true });
  }

  message(): StatusMessage {
    return {
      v: 1,
      state: this.#state,
      instance: this.instance,
      since: this.#since,
      ...(this.#reason === undefined ? {} : { reason: this.#reason }),
      ...this.#remarks,
    };
  }

  /** To be called with what arrives on `topic`. */
  seen(payload: Uint8Array): void {
    if (!this.#announced || this.#state === "offline") return;
    const { state, instance } = parse(payload);
    if (state === "offline") {
      // The will of a connection that died unnoticed comes after the successor has spoken.
      this.announce();
    } else if (typeof instance === "string" && instance !== this.instance) {
      this.#rival(instance);
    }
  }
}

function parse(payload: Uint8Array): Partial<Record<keyof StatusMessage, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString());
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
