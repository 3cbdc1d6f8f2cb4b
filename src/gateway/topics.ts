/** Topic patterns with named wildcards (`site/+room/climate`) and templates (`site/{room}/prediction`). */
import { MillraceError, show } from "../errors.ts";
import { meant } from "../nearest.ts";

export { overlaps } from "./topics/overlap.ts";

export interface TopicPattern {
  /** As it is written. */
  readonly text: string;
  /** What a broker is asked for: the names left out. */
  readonly filter: string;
  readonly names: readonly string[];
  /** Whether each wildcard has a name, so that `build` can give a topic back. */
  readonly isNamed: boolean;
  /** The text of each named wildcard, or undefined where the topic is another one. */
  match(topic: string): Readonly<Record<string, string>> | undefined;
  /** The topic of which `match` gave the names. @throws MillraceError `E_KEY` */
  build(names: Readonly<Record<string, string>>): string;
}

export interface TopicTemplate {
  readonly text: string;
  readonly names: readonly string[];
  /** The topic with each name's text put in, percent-encoded, `~` for none. @throws MillraceError `E_KEY` */
  build(names: Readonly<Record<string, string>>): string;
}

/** Limit of MQTT, in bytes. */
export const TOPIC_LIMIT = 65_535;
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * Reads a pattern: `+name` is a wildcard for one level with a name, `+` and `#` are MQTT's own.
 * @throws MillraceError `E_CONFIG`
 */
export function compileTopic(pattern: string): TopicPattern {
  refuseUnlawful(pattern, "topic");
  const levels = pattern.split("/").map(levelOf);
  const names: string[] = [];
  for (const [i, { kind, name, text }] of levels.entries()) {
    if (kind === "rest" && i < levels.length - 1) throw refusal(pattern, "# is not the last level", "# at the end");
    if (kind === "text" && /[+#]/.test(text)) {
      throw refusal(pattern, `a wildcard inside the level ${show(text)}`, "a wildcard that is a level of its own");
    }
    if (name === undefined) continue;
    if (!NAME.test(name)) {
      throw refusal(pattern, `${show(name)} is no name of a wildcard`, "a letter, then letters, digits and _");
    }
    if (names.includes(name)) throw refusal(pattern, `two wildcards are named ${name}`, "each name once");
    names.push(name);
  }
  if (pattern.startsWith("$share/")) {
    throw refusal(pattern, "a shared subscription scatters a sensor's messages over gateways", "a plain filter");
  }
  return {
    text: pattern,
    filter: levels.map(({ kind, text }) => (kind === "one" ? "+" : kind === "rest" ? "#" : text)).join("/"),
    names,
    isNamed: levels.every(({ kind, name }) => kind === "text" || name !== undefined),
    match: (topic) => matched(levels, topic),
    build: (values) => levels.map(({ kind, name, text }) => (kind === "text" ? text : filled(values, name))).join("/"),
  };
}

/**
 * Reads a template: `{name}` takes the text of a name.
 * @param known the names there are
 * @throws MillraceError `E_CONFIG`
 */
export function compileTemplate(template: string, known: readonly string[]): TopicTemplate {
  refuseUnlawful(template, "template");
  if (/[+#]/.test(template)) throw refusal(template, "a wildcard in a topic to publish to", "names in braces: {room}");
  const parts = template.split(/\{([^{}]*)\}/);
  const names = parts.filter((_, i) => i % 2 === 1);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw refusal(template, `there is no name ${show(unknown)}`, known.join(", "), meant(unknown, known));
  }
  if (parts.some((part, i) => i % 2 === 0 && /[{}]/.test(part))) {
    throw refusal(template, "a brace without its other", "names in braces: {room}");
  }
  const build = (values: Readonly<Record<string, string>>) =>
    parts.map((part, i) => (i % 2 === 0 ? part : encodeLevel(filled(values, part)) || "~")).join("");
  return { text: template, names, build };
}

/** Percent-encoded outside `A-Za-z0-9_-`: one level of a topic, one part of a ticket, whatever the text is. */
export function encodeLevel(text: string): string {
  if (/^[A-Za-z0-9_-]*$/.test(text)) return text;
  let encoded = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const letter = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

// ---

interface Level {
  kind: "text" | "one" | "rest";
  text: string;
  name: string | undefined;
}

function levelOf(text: string): Level {
  if (text === "#") return { kind: "rest", text, name: undefined };
  if (!text.startsWith("+")) return { kind: "text", text, name: undefined };
  return { kind: "one", text, name: text === "+" ? undefined : text.slice(1) };
}

function matched(levels: readonly Level[], topic: string): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  const isHidden = topic.startsWith("$");
  let start = 0;
  for (let i = 0; i < levels.length; i++) {
    const { kind, text, name } = levels[i] as Level;
    if (isHidden && i === 0 && kind !== "text") return undefined;
    if (kind === "rest") return names;
    if (start > topic.length) return undefined;
    const slash = topic.indexOf("/", start);
    const end = slash < 0 ? topic.length : slash;
    const level = topic.slice(start, end);
    if (kind === "text" && level !== text) return undefined;
    if (name !== undefined) names[name] = level;
    start = end + 1;
  }
  return start > topic.length ? names : undefined;
}

function filled(values: Readonly<Record<string, string>>, name: string | undefined): string {
  const value = name !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
  if (value !== undefined) return value;
  throw new MillraceError("E_KEY", "a topic cannot be written", {
    where: name ?? "+",
    expected: "a text for each wildcard",
  });
}

function refuseUnlawful(topic: string, thing: string): void {
  if (topic === "") throw refusal(topic, `an empty ${thing}`, "at least one letter");
  if (topic.includes("\0")) throw refusal(topic, "a NUL in it", "none: MQTT forbids it");
  if (Buffer.byteLength(topic) <= TOPIC_LIMIT) return;
  throw refusal(topic, "too long", `at most ${TOPIC_LIMIT} bytes`);
}

function refusal(topic: string, what: string, expected: string, remedy?: string): MillraceError {
  return new MillraceError("E_CONFIG", what, { where: show(topic), expected, remedy });
}
