import type { Rejection } from "../config/types.ts";
import type { Cell, Codec, CodecOptions, Reader } from "./codec.ts";
import { isMissing, nameOf, orderOf, timeOf, weightOf } from "./values.ts";

/** Bytes of a key, and of a source that is a field. */
export const NAME_LIMIT = 128;

type TimeUnit = "s" | "ms" | "us" | "ns" | "iso";

/** Which fields serve which end. */
export interface Roles {
  readonly order?:
    | { readonly field: string; readonly type: "counter" | "time"; readonly isRequired: boolean }
    | undefined;
  readonly source?: string | undefined;
  readonly time?: { readonly field: string; readonly unit: TimeUnit; readonly isRequired: boolean } | undefined;
  /** Of the label; "" is the whole message. */
  readonly target: readonly string[];
  readonly weight?: string | undefined;
  readonly ticket?: string | undefined;
}

/** The cells of one message at a time, by what they serve. */
export class FieldReader {
  readonly cells: Cell[];
  readonly isTextual: boolean;
  readonly #reader: Reader;
  readonly #roles: Roles;
  readonly #first: number;
  readonly #target: Cell[];
  readonly #at: { order: number; source: number; time: number; weight: number; ticket: number };

  constructor(codec: Codec, options: CodecOptions, roles: Roles, before: readonly string[]) {
    const paths = [...before, ...roles.target];
    const take = (path: string | undefined) => (path === undefined ? -1 : paths.push(path) - 1);
    this.#first = before.length;
    this.#target = new Array(roles.target.length).fill(undefined);
    this.#at = {
      order: take(roles.order?.field),
      source: take(roles.source),
      time: take(roles.time?.field),
      weight: take(roles.weight),
      ticket: take(roles.ticket),
    };
    this.#roles = roles;
    this.#reader = codec.reader(paths, options);
    this.isTextual = this.#reader.isTextual;
    this.cells = new Array(paths.length).fill(undefined);
  }

  read(payload: Uint8Array): Rejection | undefined {
    return this.#reader.read(payload, this.cells);
  }

  get source(): Cell {
    return this.cells[this.#at.source];
  }

  get ticket(): Cell {
    return this.cells[this.#at.ticket];
  }

  /** Good until the next message is read. */
  target(): readonly Cell[] {
    for (let i = 0; i < this.#target.length; i++) this.#target[i] = this.cells[this.#first + i];
    return this.#target;
  }

  order(isOptional = false): number | undefined | Rejection {
    const { order } = this.#roles;
    const cell = this.cells[this.#at.order];
    if (order === undefined || ((isOptional || !order.isRequired) && isMissing(cell))) return undefined;
    return orderOf(cell, this.isTextual, order.type, order.field);
  }

  time(arrivalMs: number, isOptional = false): number | Rejection {
    const { time } = this.#roles;
    const cell = this.cells[this.#at.time];
    if (time === undefined || ((isOptional || !time.isRequired) && isMissing(cell))) return arrivalMs;
    return timeOf(cell, this.isTextual, time.unit, time.field);
  }

  weight(): number | undefined | Rejection {
    const { weight } = this.#roles;
    return weight === undefined ? undefined : weightOf(this.cells[this.#at.weight], this.isTextual, weight);
  }

  /** A source that a ticket makes superfluous. */
  optional(cell: Cell, ticket: string | undefined, field: string): string | undefined | Rejection {
    return ticket !== undefined && isMissing(cell) ? undefined : nameOf(cell, NAME_LIMIT, field);
  }
}
