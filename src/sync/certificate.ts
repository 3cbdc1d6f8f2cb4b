/** Certificates: who may sign what, for how long, by the word of the fleet's root. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { MillraceError, show } from "../errors.ts";
import { CERTIFICATE_BYTES, SIGNATURE_BYTES, u64, writeU64 } from "./layout.ts";
import { Refusal } from "./refusal.ts";
import type { Certificate, Hex, NodeId, Role } from "./types.ts";

export const KEY_BYTES = 32;
export const LONGEST_ID = 32;

/** Roles by their numbers on the wire. */
const ROLES: readonly (Role | undefined)[] = [undefined, "device", "aggregator"];
const ID = /^[A-Za-z0-9_-]{1,32}$/;
const OFFSETS = { role: 0, id: 1, publicKey: 33, epoch: 65, reserved: 69, expiresMs: 72, signature: 80 } as const;

/** @param what the id is of, for the message @throws MillraceError `E_CONFIG` */
export function checkedId(id: string, what: string): NodeId {
  if (typeof id === "string" && ID.test(id)) return id;
  throw new MillraceError("E_CONFIG", `no name for ${what}`, {
    expected: "1 to 32 letters, digits, _ and -",
    actual: show(id),
  });
}

/** First 8 bytes of the SHA-256 of an id. */
export function nodeHashOf(id: NodeId): Hex {
  return createHash("sha256").update(id, "utf8").digest("hex").slice(0, 16);
}

/** The 144 bytes of a certificate, signed by the root's key. */
export function signCertificate(certificate: Certificate, rootKey: KeyObject): Buffer {
  const bytes = Buffer.alloc(CERTIFICATE_BYTES);
  bytes.writeUInt8(ROLES.indexOf(certificate.role), OFFSETS.role);
  bytes.write(checkedId(certificate.id, certificate.role), OFFSETS.id, "latin1");
  bytes.set(certificate.publicKey, OFFSETS.publicKey);
  bytes.writeUInt32LE(certificate.epoch, OFFSETS.epoch);
  writeU64(bytes, certificate.expiresMs, OFFSETS.expiresMs);
  bytes.set(sign(null, bytes.subarray(0, OFFSETS.signature), rootKey), OFFSETS.signature);
  return bytes;
}

/** Checks the root's signature, then reads. @throws Refusal `certificate` */
export function readCertificate(bytes: Uint8Array, root: KeyObject): Certificate {
  const held = Buffer.from(bytes);
  const signed = held.subarray(0, OFFSETS.signature);
  if (held.length !== CERTIFICATE_BYTES || !verify(null, signed, root, held.subarray(OFFSETS.signature))) {
    throw new Refusal("certificate", "the certificate is not signed by the root of this fleet");
  }
  const role = ROLES[held[OFFSETS.role] as number];
  const padded = held.toString("latin1", OFFSETS.id, OFFSETS.publicKey);
  const id = padded.replace(/\0+$/, "");
  if (role === undefined || !ID.test(id) || held.readUIntLE(OFFSETS.reserved, 3) !== 0) {
    throw new Refusal("certificate", "the certificate is of a kind this version does not know");
  }
  return {
    role,
    id,
    publicKey: held.subarray(OFFSETS.publicKey, OFFSETS.epoch),
    epoch: held.readUInt32LE(OFFSETS.epoch),
    expiresMs: u64(held, OFFSETS.expiresMs, "certificate"),
  };
}

// --- Ed25519 keys as 32 bytes ---

export interface KeyPair {
  readonly publicKey: Uint8Array;
  /** The seed of RFC 8032: 32 bytes that stay secret. */
  readonly secretKey: Uint8Array;
}

export function newKeyPair(): KeyPair {
  const { d } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  return keyPairOf(Buffer.from(d as string, "base64url"));
}

export function keyPairOf(secretKey: Uint8Array): KeyPair {
  const { x } = createPublicKey(signingKey(secretKey)).export({ format: "jwk" });
  return { publicKey: Buffer.from(x as string, "base64url"), secretKey };
}

export function signingKey(secretKey: Uint8Array): KeyObject {
  const der = Buffer.concat([PKCS8_PREFIX, secretKey]);
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" });
}

export function verifyingKey(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

export function signatureOf(bytes: Uint8Array, key: KeyObject): Buffer {
  return sign(null, bytes, key);
}

export function isSignature(signature: Uint8Array, bytes: Uint8Array, key: KeyObject): boolean {
  return signature.length === SIGNATURE_BYTES && verify(null, bytes, key, signature);
}

/** RFC 8410: what stands in front of the 32 bytes of a secret key. */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
