import { encodeLevel } from "../topics.ts";

/** The gateway's own topics, all below `millrace/<id>`. */
export interface OwnTopics {
  /** StatusMessage, retained, QoS 1, also the will. */
  readonly status: string;
  /** GatewayHealth, retained, QoS 0. */
  readonly health: string;
  /** Everything the gateway publishes or reads for itself. */
  readonly all: string;
  selfTest(run: string): string;
  /** StreamHealth, retained, QoS 0. */
  streamHealth(stream: string): string;
  /** EventMessage, QoS 1. */
  event(stream: string, key: string): string;
  /** RejectedMessage, QoS 0. */
  rejected(stream: string): string;
}

export function ownTopics(id: string): OwnTopics {
  const prefix = `millrace/${id}`;
  return {
    status: `${prefix}/status`,
    health: `${prefix}/health`,
    all: `${prefix}/#`,
    selfTest: (run) => `${prefix}/self-test/${run}`,
    streamHealth: (stream) => `${prefix}/${stream}/health`,
    event: (stream, key) => `${prefix}/${stream}/${keyLevel(key)}/event`,
    rejected: (stream) => `${prefix}/rejected/${stream}`,
  };
}

/** A key as a topic level; `~`, which no key is, for the one shared model. */
export function keyLevel(key: string): string {
  return key === "" ? "~" : encodeLevel(key);
}
