import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { ConfigurationError, type LocatedProblem, type Place, type Position, pathOf } from "./problems.ts";
import { asSize } from "./units.ts";

/** A configuration's text as plain values, with the place of each in the text. */
export interface Source {
  readonly value: unknown;
  /** Line and column of the value at a place, or of its key; of the nearest thing around it where there is none. */
  locate(place: Place, isKey: boolean): Position;
}

/** Characters of a configuration: four hundred streams, written in full, are fewer. */
export const TEXT_LIMIT = 262_144;
const DEPTH_LIMIT = 64;
/** Values, those that an alias repeats counted each time. */
const NODES_LIMIT = 100_000;

/**
 * Reads YAML, or JSON, which is YAML with fewer freedoms.
 * @throws ConfigurationError with every mistake of the syntax
 */
export function readDocument(text: string, file: string | undefined, format: "yaml" | "json"): Source {
  const lines = new LineCounter();
  const refuse = (offset: number, what: string): ConfigurationError =>
    new ConfigurationError([problem(what, positionAt(lines, offset))], file);
  if (text.length > TEXT_LIMIT) {
    throw refuse(0, `a configuration of ${asSize(text.length)}; expected at most ${asSize(TEXT_LIMIT)}`);
  }
  // The library's own look for keys that come twice takes the square of their number; `Walk` looks itself.
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length > 0) {
    const found = complaints.map(({ message, pos }) =>
      problem(`not YAML: ${firstLine(message)}`, positionAt(lines, pos[0])),
    );
    throw new ConfigurationError(found, file);
  }
  if (format === "json") refuseYaml(text, (what) => refuse(0, what));
  const walk = new Walk(document, lines);
  const value = walk.valueOf(document.contents as Node | null, [], 0);
  if (walk.problems.length > 0) throw new ConfigurationError(walk.problems, file);
  return { value, locate: (place, isKey) => walk.locate(place, isKey) };
}

// ---

interface Offsets {
  key: number | undefined;
  value: number;
}

/** From the library's nodes to plain values: bounded, with every place noted, and without keys that are no texts. */
class Walk {
  readonly problems: LocatedProblem[] = [];
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #offsets: Map<string, Offsets> = new Map();
  #nodes = 0;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  valueOf(node: Node | null, place: Place, depth: number, key?: number): unknown {
    const offset = node?.range?.[0] ?? key ?? 0;
    if (depth === 0 || key !== undefined || typeof place.at(-1) === "number") {
      this.#offsets.set(identify(place), { key, value: offset });
    }
    if (++this.#nodes > NODES_LIMIT)
      return this.#refuse(place, offset, `more than ${NODES_LIMIT} values, aliases repeated`);
    if (depth > DEPTH_LIMIT) return this.#refuse(place, offset, `nested more than ${DEPTH_LIMIT} deep`);
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (target === undefined) return this.#refuse(place, offset, `there is no anchor &${node.source}`);
      return this.valueOf(target, place, depth + 1, key);
    }
    if (isMap(node)) return this.#mapOf(node.items as readonly Entry[], place, depth);
    if (isSeq(node)) {
      const list: unknown[] = [];
      for (const item of node.items as (Node | null)[]) {
        if (this.#isFull) break;
        list.push(this.valueOf(item, [...place, list.length], depth + 1));
      }
      return list;
    }
    return isScalar(node) ? node.value : null;
  }

  locate(place: Place, isKey: boolean): Position {
    for (let length = place.length; length >= 0; length--) {
      const found = this.#offsets.get(identify(place.slice(0, length)));
      if (found === undefined) continue;
      const wantsKey = isKey || length < place.length;
      return positionAt(this.#lines, wantsKey ? (found.key ?? found.value) : found.value);
    }
    return positionAt(this.#lines, 0);
  }

  #mapOf(items: readonly Entry[], place: Place, depth: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (this.#isFull) break;
      const offset = key?.range?.[0] ?? 0;
      const isName = isScalar(key) && (typeof key.value === "string" || typeof key.value === "number");
      if (!isName) {
        this.#refuse(place, offset, "a key that is no name");
        continue;
      }
      const name = String(key.value);
      if (Object.hasOwn(map, name)) {
        this.#refuse([...place, name], offset, "a key that stands there twice");
        continue;
      }
      const read = this.valueOf(value, [...place, name], depth + 1, offset);
      Object.defineProperty(map, name, { value: read, enumerable: true, writable: true, configurable: true });
    }
    return map;
  }

  get #isFull(): boolean {
    return this.#nodes > NODES_LIMIT;
  }

  #refuse(place: Place, offset: number, what: string): undefined {
    if (this.problems.length < 100) this.problems.push(problem(what, positionAt(this.#lines, offset), place));
    return undefined;
  }
}

interface Entry {
  key: Node | null;
  value: Node | null;
}

function identify(place: Place): string {
  return place.map((step) => `${typeof step === "number" ? "#" : "."}${step}`).join("\0");
}

function problem(what: string, position: Position, place: Place = []): LocatedProblem {
  return { place, path: pathOf(place), what, position };
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Comments, bare names and the like. */
function refuseYaml(text: string, refuse: (what: string) => Error): void {
  try {
    JSON.parse(text);
  } catch (error) {
    throw refuse(`not JSON: ${firstLine((error as Error).message)}`);
  }
}

function firstLine(message: string): string {
  const line = message.split("\n")[0] ?? "";
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
