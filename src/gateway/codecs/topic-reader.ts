import type { Rejection } from "../config/types.ts";
import type { TopicPattern } from "../topics.ts";
import { rejection } from "./codec.ts";
import { NAME_LIMIT } from "./fields.ts";

/** What a topic says. */
export interface TopicFacts {
  readonly topic: string;
  /** Text of its wildcards. */
  readonly names: Readonly<Record<string, string>>;
  /** "" where there is one model for all; undefined where the pattern has no such wildcard. */
  readonly key: string | undefined;
}

/** Reads topics, and remembers the latest: a stream has few of them and many messages on each. */
export class TopicReader {
  readonly #pattern: TopicPattern;
  readonly #keyName: string | undefined;
  readonly #hasKey: boolean;
  readonly #known: Map<string, TopicFacts> = new Map();

  /** @param keyName the wildcard whose text is the key; undefined: one model for all */
  constructor(pattern: TopicPattern, keyName: string | undefined) {
    this.#pattern = pattern;
    this.#keyName = keyName;
    this.#hasKey = keyName !== undefined && pattern.names.includes(keyName);
  }

  read(topic: string): TopicFacts | Rejection {
    const known = this.#known.get(topic);
    if (known !== undefined) return known;
    const names = this.#pattern.match(topic);
    if (names === undefined) return rejection("topic", `another topic than ${this.#pattern.text}`);
    const key = this.#keyName === undefined ? "" : this.#hasKey ? (names[this.#keyName] ?? "") : undefined;
    const bytes = Buffer.byteLength(key ?? "");
    if (this.#hasKey && (bytes < 1 || bytes > NAME_LIMIT)) {
      return rejection("topic", `a key of ${bytes} bytes instead of 1 to ${NAME_LIMIT}`, this.#keyName);
    }
    const facts = { topic, names, key };
    if (topic.length > LONG) return facts;
    if (this.#known.size >= KNOWN_TOPICS) this.#known.clear();
    this.#known.set(topic, facts);
    return facts;
  }
}

// ---

const KNOWN_TOPICS = 10_000;
/** Characters of a topic that is not worth remembering: strangers may send many of these. */
const LONG = 256;
