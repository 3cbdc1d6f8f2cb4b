import { decodeBody, encodeBody, includes } from "../body.ts";
import { hashOf } from "../envelope.ts";
import type { Body, EncodingName } from "../types.ts";
import type { Lengths } from "../vectors.ts";
import type { WeightSpace } from "../weights.ts";
import type { GlobalRecord } from "./records.ts";

/** A global model: what devices read of it, and its bytes on the wire. */
export class GlobalModel {
  readonly record: GlobalRecord;
  readonly body: Body;
  readonly payload: Uint8Array;

  private constructor(record: GlobalRecord, body: Body, payload: Uint8Array) {
    this.record = record;
    this.body = body;
    this.payload = payload;
  }

  /** @throws MillraceError `E_VALUE` where a weight is no legal number */
  static encode(
    record: Omit<GlobalRecord, "hash" | "flags" | "encoding">,
    body: Body,
    encoding: EncodingName,
    space: WeightSpace,
  ): GlobalModel {
    const { payload, sent, flags } = encodeBody(body, encoding, space);
    // What was lost in encoding is lost here too: deltas are against what devices have.
    return new GlobalModel({ ...record, hash: hashOf(payload), flags, encoding }, { ...body, weights: sent }, payload);
  }

  /** @throws Refusal `payload`, `value` */
  static decode(record: GlobalRecord, payload: Uint8Array, lengths: Lengths, space: WeightSpace): GlobalModel {
    return new GlobalModel(record, decodeBody(payload, record, lengths, space), payload);
  }

  /** The same under another leader. */
  under(term: number): GlobalModel {
    return new GlobalModel({ ...this.record, term }, this.body, this.payload);
  }

  includes(...update: Parameters<typeof includes> extends [unknown, ...infer Rest] ? Rest : never): boolean {
    return includes(this.body.included, ...update);
  }
}
