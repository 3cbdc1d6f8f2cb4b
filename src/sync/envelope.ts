import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { MillraceError } from "../errors.ts";
import { isSignature, nodeHashOf, signatureOf } from "./certificate.ts";
import type { Credentials } from "./keys.ts";
import {
  CHUNK_BYTES,
  chunkBytes,
  chunksOf,
  HEAD_BYTES,
  MAX_CHUNKS,
  OFFSETS,
  OVERHEAD_BYTES,
  readHead,
  SIGNATURE_BYTES,
  writeHead,
} from "./layout.ts";
import { Refusal } from "./refusal.ts";
import type { Address } from "./topics.ts";
import type { Trust } from "./trust.ts";
import type { Envelope, Fields, Hex, Kind, Role } from "./types.ts";

export interface Opening {
  /** What the topic it came on says: `Topics.parse`. */
  readonly address: Address;
  readonly nowMs: number;
  /** Of this fleet, model and architecture; left out, any is taken. */
  readonly fingerprint?: Hex | undefined;
  /** (term, version) or replay window: throws a Refusal. Called when sender, ids and expiry are right. */
  readonly order?: (envelope: Envelope) => void;
}

/** Fields a sender may leave out: 0, NaN for losses, zeros for hashes, f32. */
export type SealedFields = Partial<Fields> & Pick<Fields, "kind" | "fingerprint" | "createdMs">;

/**
 * Cuts a payload into chunks and signs each.
 * @param addressee of an acknowledgement, the device it is for
 * @returns one message a chunk, in order
 */
export function sealMessage(fields: SealedFields, payload: Uint8Array, by: Credentials, addressee?: string): Buffer[] {
  const count = chunksOf(payload.length);
  if (count > MAX_CHUNKS) {
    throw new MillraceError("E_VALUE", "a message is too long", {
      expected: `at most ${MAX_CHUNKS * CHUNK_BYTES} bytes`,
      actual: payload.length,
    });
  }
  const whole = { ...EMPTY, nodeHash: nodeHashOf(addressee ?? by.id), ...fields };
  const payloadHash = hashOf(payload);
  return Array.from({ length: count }, (_, chunk) => {
    const start = chunk * CHUNK_BYTES;
    const piece = payload.subarray(start, start + chunkBytes(payload.length, chunk));
    const bytes = Buffer.alloc(OVERHEAD_BYTES + piece.length);
    const place = { chunk, chunks: count, totalBytes: payload.length, payloadHash, crc: crc32(piece) };
    writeHead(bytes, { ...whole, ...place }, by.certificate);
    bytes.set(piece, HEAD_BYTES);
    const end = bytes.length - SIGNATURE_BYTES;
    bytes.set(signatureOf(bytes.subarray(0, end), by.key), end);
    return bytes;
  });
}

/** A message that fits one chunk. */
export function seal(fields: SealedFields, payload: Uint8Array, by: Credentials, addressee?: string): Buffer {
  const [only, ...more] = sealMessage(fields, payload, by, addressee);
  if (only && more.length === 0) return only;
  throw new MillraceError("E_VALUE", "a message does not fit one chunk", {
    expected: CHUNK_BYTES,
    actual: payload.length,
  });
}

/**
 * Opens a message, in this order: length and fixed head, CRC, certificate (root's signature, epoch, expiry, role),
 * signature, ids, expiry, (term, version) or replay window, fingerprint. Nothing of the payload is read.
 * @throws Refusal, and nothing else, whatever the bytes are
 */
export function openEnvelope(message: Uint8Array, trust: Trust, opening: Opening): Envelope {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  if (bytes.length < OVERHEAD_BYTES) {
    throw new Refusal("length", "no envelope is so short", {
      expected: `at least ${OVERHEAD_BYTES} bytes`,
      actual: bytes.length,
    });
  }
  const { crc, ...fields } = readHead(bytes);
  const end = bytes.length - SIGNATURE_BYTES;
  const payload = bytes.subarray(HEAD_BYTES, end);
  if (crc32(payload) !== crc) throw new Refusal("crc", "the payload is damaged", { where: `chunk ${fields.chunk}` });
  const certificateBytes = bytes.subarray(OFFSETS.certificate, HEAD_BYTES);
  const { certificate, key, nodeHash } = trust.check(certificateBytes, opening.nowMs, SENDERS[fields.kind]);
  if (!isSignature(bytes.subarray(end), bytes.subarray(0, end), key)) {
    throw new Refusal("signature", "the signature is not that of its certificate", { where: certificate.id });
  }
  const envelope: Envelope = { ...fields, sender: certificate, payload };
  checkIds(envelope, opening.address, nodeHash);
  if (fields.expiresMs !== 0 && opening.nowMs > fields.expiresMs) {
    throw new Refusal("expired", "the message has expired", {
      expected: `before ${fields.expiresMs} ms`,
      actual: opening.nowMs,
      envelope,
    });
  }
  trust.witness(certificate);
  opening.order?.(envelope);
  if (opening.fingerprint !== undefined && fields.fingerprint !== opening.fingerprint) {
    throw new Refusal("fingerprint", "the message is for another fleet, model or architecture", {
      expected: opening.fingerprint,
      actual: fields.fingerprint,
      envelope,
    });
  }
  return envelope;
}

/** SHA-256 in 64 digits. */
export function hashOf(payload: Uint8Array): Hex {
  return createHash("sha256").update(payload).digest("hex");
}

/** A whole hash as the 16 bytes that name a base. */
export function baseOf(hash: Hex): Hex {
  return hash.slice(0, 32);
}

// ---

const SENDERS: Readonly<Record<Kind, Role>> = {
  head: "aggregator",
  body: "aggregator",
  get: "device",
  update: "device",
  acknowledgement: "aggregator",
  status: "device",
  leader: "aggregator",
  command: "aggregator",
};

const EMPTY: Omit<Fields, "kind" | "fingerprint" | "createdMs" | "nodeHash"> = {
  flags: 0,
  encoding: "f32",
  session: 0,
  seq: 0,
  term: 0,
  version: 0,
  baseHash: "0".repeat(32),
  samples: 0,
  weightSum: 0,
  lossBefore: Number.NaN,
  lossAfter: Number.NaN,
  expiresMs: 0,
};

/** The topic, the hash of the node and the certificate must name the same. */
function checkIds(envelope: Envelope, address: Address, senderHash: Hex): void {
  const { kind, nodeHash, version, seq, chunk, chunks, sender } = envelope;
  if (kind !== address.kind) throw elsewhere("kind", address.kind, kind);
  if (sender.role === "device" && address.node !== sender.id) throw elsewhere("node", address.node, sender.id);
  const named = kind === "acknowledgement" ? nodeHashOf(address.node as string) : senderHash;
  if (nodeHash !== named) throw elsewhere("hash of the node", named, nodeHash);
  if (address.version !== undefined && address.version !== version) {
    throw elsewhere("version", address.version, version);
  }
  if (address.seq !== undefined && address.seq !== seq) throw elsewhere("seq", address.seq, seq);
  if (address.chunk === undefined ? chunks !== 1 : address.chunk !== chunk) {
    throw elsewhere("chunk", address.chunk ?? "a single one", chunk);
  }
}

function elsewhere(what: string, expected: string | number | undefined, actual: string | number): Refusal {
  return new Refusal("id", `the message says another ${what} than its topic or certificate`, { expected, actual });
}
