export interface Findings {
  /** What the broker calls itself; undefined where it does not say. */
  readonly software: string | undefined;
  /** Subscriptions and messages outlive a broken connection. */
  readonly sessionKept: boolean;
  /**
   * How unacknowledged messages come again: as they were sent; mixed up with each other or with later ones; not within
   * the test (NATS waits `ack_wait`, 30 s where nothing is set); or not at all.
   */
  readonly resends: "in order" | "out of order" | "late" | "none";
  readonly retainedKept: boolean;
  /** Messages sent to a client that was away; undefined where it was not tried. */
  readonly queued: { readonly sent: number; readonly kept: number } | undefined;
}

export interface Sentence {
  readonly level: "warning" | "note";
  readonly text: string;
}

/** What findings mean for learning. */
export function meaningOf({ software, sessionKept, resends, retainedKept, queued }: Findings): Sentence[] {
  const warnings: string[] = [];
  const notes: string[] = [];
  if (!sessionKept) {
    warnings.push("The broker keeps no session: what is sent while the gateway is away is lost, and nobody is told.");
  }
  if (sessionKept && resends === "in order") {
    notes.push("Unacknowledged messages come again in order: what is learnt is learnt in the order of publication.");
  }
  if (sessionKept && resends !== "in order") {
    const when = resends === "late" ? "later, after new ones" : "out of order";
    warnings.push(
      `Unacknowledged messages come again ${when}: no sample is lost or learnt twice where the stream has an order field, ` +
        "but after a reconnect samples are learnt in the order they arrive, and `match: time` is not exact.",
    );
  }
  if (resends === "late") notes.push('On nats-server `mqtt { ack_wait: "2s" }` brings them back sooner.');
  // A broker that re-sends late has not lost what it has given to the connection that was cut.
  if (queued && queued.kept < queued.sent && resends !== "late") {
    warnings.push(
      `Of ${queued.sent} messages sent to a client that was away the broker kept ${queued.kept}. ` +
        "On mosquitto set `max_queued_messages 0`: its default keeps 1,000 and drops the newest, all acknowledged.",
    );
  }
  if (!retainedKept) {
    warnings.push("The broker keeps no retained messages: whoever comes later does not see the gateway's status.");
  }
  if (software?.startsWith("mosquitto")) {
    notes.push(
      "mosquitto needs `persistence true` and `max_queued_messages 0`, and against its own crash " +
        "`autosave_on_changes true` with `autosave_interval 1`; even then the last second is lost when it is killed.",
    );
  }
  return [
    ...warnings.map((text): Sentence => ({ level: "warning", text })),
    ...notes.map((text): Sentence => ({ level: "note", text })),
  ];
}
