import type { Decision } from "../../sync/device/decisions.ts";
import type { DeviceEvent } from "../../sync/device/events.ts";
import type { Logger, Throttle } from "../log.ts";

/** What deserves a line of the log. */
export function tellFleetEvent(stream: string, event: DeviceEvent, log: Logger, throttle: Throttle): void {
  if (event.event === "decision") return tellDecision(stream, event.decision, log);
  if (event.event === "headExpired") {
    return log.error({ stream, at: event.at }, "no fresh model of the fleet for a day: the own one goes on alone");
  }
  const [what, fields] = sayingOf(event);
  const held = throttle.admit(`sync ${stream} ${what}`);
  if (held !== undefined) log.warn({ stream, ...fields, held }, what);
}

// ---

function tellDecision(stream: string, decision: Decision, log: Logger): void {
  switch (decision.decided) {
    case "accepted": {
      const { term, version, unproven } = decision;
      return log.info({ stream, term, version, unproven }, "a model of the fleet is taken");
    }
    case "refused": {
      const { term, version, loss, lossWithout, allowed } = decision;
      return log.warn({ stream, term, version, loss, lossWithout, allowed }, "a model of the fleet is worse: refused");
    }
    case "judged":
      if (decision.outcome === "rolledBack") log.warn({ stream }, "a model of the fleet is worse: rolled back");
      return;
    default:
      return log.debug({ stream, ...decision }, "a step of the sync");
  }
}

type Rare = Exclude<DeviceEvent, { event: "decision" } | { event: "headExpired" }>;

function sayingOf(event: Rare): [what: string, fields: object] {
  switch (event.event) {
    case "refusedMessage":
      return ["a message of the fleet is refused", { reason: event.reason, topic: event.topic, err: event.error }];
    case "updateRefused":
      return ["an update was not taken", { verdict: event.verdict, seq: event.seq }];
    case "cannotPublish":
      return ["not sent to the fleet, tried again later", { topic: event.topic, err: event.error }];
    case "cannotStore":
      return ["a step of the sync could not be stored, tried again later", { err: event.error }];
  }
}
