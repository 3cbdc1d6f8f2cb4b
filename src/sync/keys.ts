import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { MillraceError, show } from "../errors.ts";
import {
  checkedId,
  KEY_BYTES,
  type KeyPair,
  keyPairOf,
  newKeyPair,
  readCertificate,
  signCertificate,
  signingKey,
  verifyingKey,
} from "./certificate.ts";
import { CERTIFICATE_BYTES } from "./layout.ts";
import { Refusal } from "./refusal.ts";
import { Trust } from "./trust.ts";
import type { Certificate, NodeId, Role } from "./types.ts";

export interface IssueOptions {
  readonly role: Role;
  readonly id: NodeId;
  readonly expiresMs: number;
  /** Left out, a new one is drawn. */
  readonly keys?: KeyPair;
}

/** What a device or an aggregator signs with: its certificate, its secret key, and the root it believes. */
export class Credentials {
  /** @throws MillraceError `E_FILE`, `E_FORMAT`, `E_TRUST` */
  static read(path: string): Credentials {
    return Credentials.parse(textOf(path), path);
  }

  /** @param where what the text is called in a message @throws MillraceError `E_FORMAT`, `E_TRUST` */
  static parse(text: string, where = "credentials"): Credentials {
    const file = fieldsOf(text, "credentials", where);
    const fleet = checkedId(file.text("fleet"), "a fleet");
    return new Credentials(
      fleet,
      file.bytes("root", KEY_BYTES),
      file.bytes("certificate", CERTIFICATE_BYTES),
      file.bytes("secretKey", KEY_BYTES),
      where,
    );
  }

  readonly fleet: string;
  /** The fleet's public key, 32 bytes. */
  readonly root: Uint8Array;
  /** As it goes over the wire, 144 bytes. */
  readonly certificate: Uint8Array;
  readonly key: KeyObject;
  readonly #read: Certificate;
  readonly #secretKey: Uint8Array;

  /** @throws MillraceError `E_TRUST` where the root did not sign the certificate, or it is for another key */
  constructor(fleet: string, root: Uint8Array, certificate: Uint8Array, secretKey: Uint8Array, where = "credentials") {
    this.fleet = fleet;
    this.root = root;
    this.certificate = certificate;
    this.key = signingKey(secretKey);
    this.#secretKey = secretKey;
    this.#read = readCertificate(certificate, verifyingKey(root));
    if (Buffer.compare(keyPairOf(secretKey).publicKey, this.#read.publicKey) === 0) return;
    throw new Refusal("certificate", "the certificate is for another secret key", { where });
  }

  get id(): NodeId {
    return this.#read.id;
  }

  get role(): Role {
    return this.#read.role;
  }

  get epoch(): number {
    return this.#read.epoch;
  }

  get expiresMs(): number {
    return this.#read.expiresMs;
  }

  /**
   * Whom these credentials believe. A device that has its new keys goes on believing the epoch before until it hears an
   * aggregator of its own: so devices can be renewed first, the aggregators last.
   * @param epoch the highest witnessed before, if any
   */
  trust(epoch = 0): Trust {
    const least = this.role === "device" ? this.epoch - 1 : this.epoch;
    return new Trust(this.root, Math.max(epoch, least));
  }

  /** The file: keep it secret. */
  toText(): string {
    return asText({
      millrace: "credentials",
      version: FILE_VERSION,
      fleet: this.fleet,
      role: this.role,
      id: this.id,
      epoch: this.epoch,
      expires: new Date(this.expiresMs).toISOString(),
      root: encoded(this.root),
      certificate: encoded(this.certificate),
      secretKey: encoded(this.#secretKey),
    });
  }
}

/** The root of a fleet: it signs certificates and nothing else, and stays off the machines of the fleet. */
export class Root {
  static create(fleet: string, keys: KeyPair = newKeyPair()): Root {
    return new Root(checkedId(fleet, "a fleet"), 1, keys);
  }

  /** @throws MillraceError `E_FILE`, `E_FORMAT` */
  static read(path: string): Root {
    const file = fieldsOf(textOf(path), "root", path);
    const epoch = file.number("epoch");
    const keys = keyPairOf(file.bytes("secretKey", KEY_BYTES));
    if (Buffer.compare(keys.publicKey, file.bytes("publicKey", KEY_BYTES)) !== 0) {
      throw new MillraceError("E_FORMAT", "public and secret key do not belong together", { where: path });
    }
    return new Root(checkedId(file.text("fleet"), "a fleet"), epoch, keys);
  }

  readonly fleet: string;
  /** Of the certificates it signs. */
  readonly epoch: number;
  readonly #keys: KeyPair;

  private constructor(fleet: string, epoch: number, keys: KeyPair) {
    this.fleet = fleet;
    this.epoch = epoch;
    this.#keys = keys;
  }

  get publicKey(): Uint8Array {
    return this.#keys.publicKey;
  }

  /** @throws MillraceError `E_CONFIG` for an id that is none */
  issue({ role, id, expiresMs, keys = newKeyPair() }: IssueOptions): Credentials {
    const { publicKey, secretKey } = keys;
    const fields = { role, id: checkedId(id, role), publicKey, epoch: this.epoch, expiresMs };
    const certificate = signCertificate(fields, signingKey(this.#keys.secretKey));
    return new Credentials(this.fleet, this.publicKey, certificate, secretKey);
  }

  /** The same root, one epoch on: whatever it signed before is revoked once an aggregator of the new epoch is heard. */
  rotated(): Root {
    return new Root(this.fleet, this.epoch + 1, this.#keys);
  }

  /** The file: keep it secret, and off the machines of the fleet. */
  toText(): string {
    return asText({
      millrace: "root",
      version: FILE_VERSION,
      fleet: this.fleet,
      epoch: this.epoch,
      publicKey: encoded(this.publicKey),
      secretKey: encoded(this.#keys.secretKey),
    });
  }
}

// --- Files: JSON, bytes in base64url ---

const FILE_VERSION = 1;

interface FileFields {
  text(name: string): string;
  number(name: string): number;
  bytes(name: string, length: number): Buffer;
}

function fieldsOf(text: string, kind: string, where: string): FileFields {
  const fields = objectOf(text, kind, where);
  if (fields.millrace !== kind) {
    throw new MillraceError("E_FORMAT", `no file of ${NAMES[kind]}`, {
      where,
      expected: kind,
      actual: show(fields.millrace),
    });
  }
  if (fields.version !== FILE_VERSION) {
    const actual = show(fields.version);
    throw new MillraceError("E_VERSION", "another version of key files", { where, expected: FILE_VERSION, actual });
  }
  const wrong = (name: string, expected: string) =>
    // The value may be a secret: it is not shown.
    new MillraceError("E_FORMAT", `no ${name}`, { where: `${where}: ${name}`, expected });
  const textField = (name: string): string => {
    const value = fields[name];
    if (typeof value === "string") return value;
    throw wrong(name, "a text");
  };
  return {
    text: textField,
    number: (name) => {
      const value = fields[name];
      if (Number.isInteger(value) && Number(value) >= 1 && Number(value) < 2 ** 32) return Number(value);
      throw wrong(name, "a whole number from 1 on");
    },
    bytes: (name, length) => {
      const bytes = Buffer.from(textField(name), "base64url");
      if (bytes.length === length) return bytes;
      throw wrong(name, `${length} bytes in base64url`);
    },
  };
}

const NAMES: Readonly<Record<string, string>> = { root: "a fleet's root", credentials: "credentials" };

function objectOf(text: string, kind: string, where: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes the text, which is secret.
    throw new MillraceError("E_FORMAT", "no JSON", { where, expected: `a file of ${NAMES[kind]}` });
  }
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new MillraceError("E_FILE", `cannot be read: ${(cause as Error).message}`, { where: path, cause });
  }
}

function asText(fields: object): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
