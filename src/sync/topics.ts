import { checkedId } from "./certificate.ts";
import { Refusal } from "./refusal.ts";
import type { Kind, NodeId } from "./types.ts";

/** What a topic says of the message on it. */
export interface Address {
  readonly kind: Kind;
  /** The device in the topic: sender, or addressee. */
  readonly node?: NodeId;
  readonly version?: number;
  readonly seq?: number;
  readonly chunk?: number;
}

/** The topics of one model of one fleet, under `mr/1/<fleet>/<model>/`. */
export class Topics {
  readonly fleet: string;
  readonly model: string;
  readonly head: string;
  readonly leader: string;
  readonly command: string;
  readonly #root: string;

  /** @throws MillraceError `E_CONFIG` */
  constructor(fleet: string, model: string) {
    this.fleet = checkedId(fleet, "a fleet");
    this.model = checkedId(model, "a model");
    this.#root = `mr/1/${fleet}/${model}/`;
    this.head = `${this.#root}head`;
    this.leader = `${this.#root}agg`;
    this.command = `${this.#root}cmd`;
  }

  body(version: number, chunk: number): string {
    return `${this.#root}g/${version}/${chunk}`;
  }

  get(node: NodeId): string {
    return `${this.#root}get/${node}`;
  }

  answer(node: NodeId, chunk: number): string {
    return `${this.#root}to/${node}/${chunk}`;
  }

  update(node: NodeId, seq: number, chunk: number): string {
    return `${this.#root}u/${node}/${seq}/${chunk}`;
  }

  acknowledgement(node: NodeId): string {
    return `${this.#root}ack/${node}`;
  }

  status(node: NodeId): string {
    return `${this.#root}st/${node}`;
  }

  /** What a device listens to. */
  deviceFilters(node: NodeId): string[] {
    return [this.head, `${this.#root}g/+/+`, this.leader, `${this.#root}to/${node}/+`, this.acknowledgement(node)];
  }

  /** What an aggregator listens to. */
  aggregatorFilters(): string[] {
    const own = [this.head, this.leader, this.command];
    return [...own, `${this.#root}u/+/+/+`, `${this.#root}get/+`, `${this.#root}st/+`];
  }

  /** @throws Refusal `id` for a topic that is none of these */
  parse(topic: string): Address {
    const address = topic.startsWith(this.#root) ? addressOf(topic.slice(this.#root.length).split("/")) : undefined;
    if (address) return address;
    throw new Refusal("id", "no topic of this model", { expected: `${this.#root}...`, actual: topic.slice(0, 200) });
  }
}

/** Whether a topic goes through a filter of these, which know no `#`. */
export function matches(filter: string, topic: string): boolean {
  const [levels, actual] = [filter.split("/"), topic.split("/")];
  return levels.length === actual.length && levels.every((level, i) => level === "+" || level === actual[i]);
}

// ---

function addressOf([name = "", ...parts]: string[]): Address | undefined {
  const shape = SHAPES[name];
  if (!shape || parts.length !== shape.parts.length) return undefined;
  const address: { -readonly [Key in keyof Address]: Address[Key] } = { kind: shape.kind };
  for (const [i, part] of shape.parts.entries()) {
    const text = parts[i] as string;
    if (part === "node") {
      if (!/^[A-Za-z0-9_-]{1,32}$/.test(text)) return undefined;
      address.node = text;
      continue;
    }
    const number = Number(text);
    if (!/^(0|[1-9]\d{0,15})$/.test(text) || !Number.isSafeInteger(number)) return undefined;
    address[part] = number;
  }
  return address;
}

const SHAPES: Readonly<Record<string, { kind: Kind; parts: readonly ("node" | "version" | "seq" | "chunk")[] }>> = {
  __proto__: null as never,
  head: { kind: "head", parts: [] },
  g: { kind: "body", parts: ["version", "chunk"] },
  get: { kind: "get", parts: ["node"] },
  to: { kind: "body", parts: ["node", "chunk"] },
  u: { kind: "update", parts: ["node", "seq", "chunk"] },
  ack: { kind: "acknowledgement", parts: ["node"] },
  st: { kind: "status", parts: ["node"] },
  agg: { kind: "leader", parts: [] },
  cmd: { kind: "command", parts: [] },
};
