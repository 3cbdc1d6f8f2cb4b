import { encodeLevel } from "../topics.ts";

/** What a ticket says: whose sample, and which. */
export interface Ticket {
  readonly stream: string;
  readonly source: string;
  /** The order, or where there is none the journal number. */
  readonly id: number;
  readonly isSeq: boolean;
  /** Where the source does not tell it. */
  readonly key: string | undefined;
}

/** `<stream>/<source>/<order>`, or `~<seq>` without an order; `/<key>` where only the message told the key. */
export function ticketText({ stream, source, id, isSeq, key }: Ticket): string {
  const text = `${headOf(stream, source)}${isSeq ? "~" : ""}${id}`;
  return key === undefined ? text : `${text}/${encodeLevel(key)}`;
}

/** Undefined for what is no ticket. */
export function readTicket(text: string): Ticket | undefined {
  const parts = text.split("/");
  if (parts.length < 3 || parts.length > 4) return undefined;
  const [stream, source, key] = [decoded(parts[0]), decoded(parts[1]), decoded(parts[3])];
  const [, tilde, digits] = /^(~?)(\d{1,16})$/.exec(parts[2] ?? "") ?? [];
  const id = Number(digits);
  if (stream === undefined || source === undefined || !Number.isSafeInteger(id)) return undefined;
  if (parts.length === 4 && key === undefined) return undefined;
  return { stream, source, id, isSeq: tilde === "~", key };
}

// ---

/** Sources are few and their messages many: what all tickets of one begin with is kept, of the latest of them. */
const HEADS: Map<string, string> = new Map();
const HEADS_LIMIT = 10_000;

function headOf(stream: string, source: string): string {
  const name = `${stream}\n${source}`;
  let head = HEADS.get(name);
  if (head === undefined) {
    head = `${encodeLevel(stream)}/${encodeLevel(source)}/`;
    if (HEADS.size >= HEADS_LIMIT) HEADS.clear();
    HEADS.set(name, head);
  }
  return head;
}

function decoded(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
