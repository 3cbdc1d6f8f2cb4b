import type { GatewayConfiguration, StreamPlan } from "./config/types.ts";

/** What becomes of messages of one topic. */
export interface Route {
  readonly stream: StreamPlan;
  readonly role: "features" | "label";
  /** Where predictions go; filled when the first is made. */
  publishTopic: string | undefined;
}

/** Which streams want a topic. Filters may overlap: a message goes to each stream once, however often it matches. */
export class Routes {
  readonly #streams: readonly StreamPlan[];
  #known: Map<string, readonly Route[]> = new Map();

  constructor({ streams }: Pick<GatewayConfiguration, "streams">) {
    this.#streams = streams;
  }

  of(topic: string): readonly Route[] {
    const known = this.#known.get(topic);
    if (known) return known;
    const found: Route[] = [];
    for (const stream of this.#streams) {
      const { label } = stream;
      if (stream.topic.match(topic)) found.push({ stream, role: "features", publishTopic: undefined });
      if (label?.from === "topic" && label.topic.match(topic))
        found.push({ stream, role: "label", publishTopic: undefined });
    }
    if (topic.length > LONG) return found;
    if (this.#known.size >= KNOWN_TOPICS) this.#known = new Map();
    this.#known.set(topic, found);
    return found;
  }
}

const KNOWN_TOPICS = 50_000;
/** Characters of a topic that is not worth remembering: strangers may send many of these. */
const LONG = 256;
