import type { Envelope, NodeId, Status, Version } from "../types.ts";

/** What a device last said of itself. */
export interface DeviceView extends Version {
  readonly status: Status;
  readonly session: number;
  readonly samples: number;
  readonly lossBefore: number | null;
  readonly lossAfter: number | null;
  readonly saidMs: number;
}

/** The devices of a fleet, by what they say. */
export class Devices {
  readonly #said = new Map<NodeId, DeviceView>();

  note(envelope: Envelope, status: Status): void {
    const { sender, session, samples, lossBefore, lossAfter, createdMs, term, version } = envelope;
    const before = this.#said.get(sender.id);
    // A will was signed when its connection began: that of a session before is over.
    if (before && (session < before.session || (session === before.session && createdMs < before.saidMs))) {
      if (status.presence !== "offline" || session < before.session) return;
    }
    this.#said.set(sender.id, {
      status,
      session,
      samples,
      lossBefore: Number.isFinite(lossBefore) ? lossBefore : null,
      lossAfter: Number.isFinite(lossAfter) ? lossAfter : null,
      saidMs: Math.max(createdMs, before?.saidMs ?? 0),
      term,
      version,
    });
  }

  get entries(): [NodeId, DeviceView][] {
    return [...this.#said].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** How many are there, with those that have sent whatever their status says. */
  active(senders: ReadonlySet<NodeId>): number {
    const online = this.entries.filter(([, { status }]) => status.presence === "online").map(([node]) => node);
    return new Set([...online, ...senders]).size;
  }
}
