/** Words that all parts of weight sync (MWS/1) share. `docs/sync.md` says what each of them means on the wire. */

/** 1 to 32 characters of `A-Za-z0-9_-`: a fleet, a model of a fleet, a device, an instance of an aggregator. */
export type NodeId = string;

/** Lower-case hexadecimal digits of a hash: 16 for a node, 32 for a base or a fingerprint, 64 for a whole SHA-256. */
export type Hex = string;

/** Which global model: compared by term, then by version. `{ term: 0, version: 0 }` stands for none yet. */
export interface Version {
  readonly term: number;
  readonly version: number;
}

export type Role = "device" | "aggregator";

/** What a message is. Each kind has a topic and a role that may send it. */
export type Kind = "head" | "body" | "get" | "update" | "acknowledgement" | "status" | "leader" | "command";

/** Encodings of weights that are known; `f16` and `top-k` have numbers on the wire and are refused. */
export type EncodingName = "f32" | "int8";

/** The fields of an envelope in front of its payload, but for magic, CRC and certificate. */
export interface Fields {
  readonly kind: Kind;
  /** Bits of `FLAGS`. */
  readonly flags: number;
  readonly encoding: EncodingName;
  /** Of fleet, model and architecture: `fingerprintOf`. */
  readonly fingerprint: Hex;
  /** The device a message is about: its sender, or the addressee of an acknowledgement; else the aggregator that sent it. */
  readonly nodeHash: Hex;
  readonly session: number;
  readonly seq: number;
  readonly term: number;
  readonly version: number;
  /** First 16 bytes of the hash of the body that (term, version) names; of a head the parent's. */
  readonly baseHash: Hex;
  /** Samples already stepped. */
  readonly samples: number;
  readonly weightSum: number;
  /** Mean losses on held-back rows; NaN where there are none. */
  readonly lossBefore: number;
  readonly lossAfter: number;
  readonly createdMs: number;
  /** 0: never. */
  readonly expiresMs: number;
}

/** How a payload is cut, and which piece of it an envelope carries. */
export interface Piece {
  readonly chunk: number;
  readonly chunks: number;
  /** Bytes of the whole payload. */
  readonly totalBytes: number;
  /** SHA-256 of the whole payload. */
  readonly payloadHash: Hex;
}

export interface Certificate {
  readonly role: Role;
  readonly id: NodeId;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly epoch: number;
  readonly expiresMs: number;
}

/** An envelope whose length, CRC, certificate, signature and ids are right. */
export interface Envelope extends Fields, Piece {
  readonly sender: Certificate;
  /** This chunk's part of the payload, a view of the message. */
  readonly payload: Uint8Array;
}

// --- Payloads ---

/** What `head` says of the body that (term, version) of its envelope names. */
export interface Head {
  /** SHA-256 of the body's payload. */
  readonly hash: Hex;
  /** Of the body this one came from; zeros for the first. */
  readonly parent: Hex;
  readonly bytes: number;
  readonly chunks: number;
  /** Share of the devices that take it, in 65,536ths; 65,536 is all. A device takes part when its draw is below. */
  readonly cohort: number;
  /** When the next buffer or round begins, and how long devices spread their updates over; 0: not said. */
  readonly nextWindowMs: number;
  readonly windowMs: number;
  /** Round of a synchronous fleet that this head opens; 0 where there are none. */
  readonly round: number;
}

/** A global model. */
export interface Body {
  readonly weights: Float32Array;
  /** Moments of the inputs (count, mean, variance of each), where the fleet shares its scalers. */
  readonly moments?: Float32Array | undefined;
  /** Up to which update of each node, by node hash, it includes. */
  readonly included: ReadonlyMap<Hex, Included>;
}

export interface Included {
  readonly session: number;
  readonly seq: number;
}

/** What a device learnt since its last cut. Everything else of an update stands in its envelope. */
export interface Update {
  /** In the fleet's order of values; as the encoding gives it back. */
  readonly delta: Float32Array;
  readonly moments?: Float32Array | undefined;
}

/** Asks for a head (nothing wanted) or for chunks of a body. What the device has stands in the envelope. */
export interface Get {
  readonly wanted: Version;
  /** None: all of them. */
  readonly chunks: readonly number[];
}

export type Verdict = "ok" | "stale" | "rebase" | "badNorm" | "badArchitecture" | "badSignature" | "quarantined";

/** An answer to update (session, seq) of its envelope. */
export interface Acknowledgement {
  readonly verdict: Verdict;
  /** The first global model that includes the update; none yet: 0, 0. */
  readonly includedFrom: Version;
  /** The newest (session, seq) of this node that the aggregator has taken: where a device that lost its own goes on. */
  readonly newest: Included;
}

export type Presence = "online" | "offline";
/** How a device stands to the head that (term, version) of its status names. */
export type Stance = "none" | "accepted" | "unproven" | "refused" | "rolledBack";

/** A device; losses, samples and base stand in the envelope. The will of a connection is one with `offline`. */
export interface Status {
  readonly presence: Presence;
  readonly stance: Stance;
  /** Heads accepted without a judgement, heads refused, and heads rolled back, so far. */
  readonly unproven: number;
  readonly refused: number;
  readonly rolledBack: number;
  /** Deltas that no accepted head includes. */
  readonly kept: number;
  /** At most 32 bytes of UTF-8. */
  readonly software: string;
}

export type Leading = "leading" | "standby" | "offline";

/** An aggregator; its term stands in the envelope, its heartbeat is `createdMs`. */
export interface Leader {
  readonly state: Leading;
  /** Drawn at each start: a will counts only when its instance is the current one. 32 digits. */
  readonly instance: Hex;
  /** At most 32 bytes of UTF-8. */
  readonly software: string;
}

export type Order = "pin" | "unpin" | "rollBack" | "pause" | "resume";

/** An order to the aggregator, signed by a certificate of an aggregator (that of whoever runs the fleet). */
export interface Command {
  readonly order: Order;
  /** What to pin or to roll back to. */
  readonly target: Version;
}

// --- The way to the broker ---

/** A message as it came. */
export interface Delivery {
  readonly topic: string;
  readonly bytes: Uint8Array;
  readonly retained: boolean;
}

export interface PublishOptions {
  readonly qos: 0 | 1;
  readonly retain: boolean;
}

/** What the broker publishes, retained at QoS 1, when a connection breaks. */
export interface Will {
  readonly topic: string;
  readonly bytes: Uint8Array;
}

/** A connection to a broker, or something that stands for one. It never re-sends by itself: the protocol does. */
export interface SyncTransport {
  readonly connected: boolean;
  /**
   * Called each time it is connected and its subscriptions are in place, and at once if it is so now: the time to say
   * who one is and to send again what has no answer.
   */
  onConnect(handler: () => void): void;
  /** Resolves when the broker has acknowledged it (QoS 1); rejects when that is no longer to be expected. */
  publish(topic: string, bytes: Uint8Array, options: PublishOptions): Promise<void>;
  /** QoS 1; holds over reconnects. Resolves when the broker has granted it. @throws MillraceError `E_BROKER` */
  subscribe(filters: readonly string[], handler: (delivery: Delivery) => void): Promise<void>;
  /** Gives the connection up; whether another one follows is the transport's matter. */
  close(): Promise<void>;
}
