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
  return new TicketWriter(stream, source).text(id, isSeq) + keyPart(key);
}

/** What a ticket ends with where only the message told the key. */
export function keyPart(key: string | undefined): string {
  return key === undefined ? "" : `/${encodeLevel(key)}`;
}

/** Writes the tickets of one source: what they all begin with is made once. */
export class TicketWriter {
  readonly #head: string;
  /** Filled when it is first asked for. */
  keyPart: string | undefined;

  constructor(stream: string, source: string) {
    this.#head = `${encodeLevel(stream)}/${encodeLevel(source)}/`;
  }

  /** All but the key's part. */
  text(id: number, isSeq: boolean): string {
    return isSeq ? `${this.#head}~${id}` : this.#head + id;
  }
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

function decoded(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
