import type { KeyObject } from "node:crypto";
import { nodeHashOf, readCertificate, verifyingKey } from "./certificate.ts";
import { Refusal } from "./refusal.ts";
import type { Certificate, Hex, Role } from "./types.ts";

/** A certificate that the root signed, with its key ready for use. */
export interface Trusted {
  readonly certificate: Certificate;
  readonly key: KeyObject;
  /** Of the id in it. */
  readonly nodeHash: Hex;
}

/** Whom a node believes: certificates that the root signed, that have not expired, of an epoch that is not revoked. */
export class Trust {
  readonly #root: KeyObject;
  readonly #seen = new Map<string, Trusted>();
  #epoch: number;

  /**
   * @param root the fleet's public key, 32 bytes
   * @param epoch the least that counts: that of the own certificate, or the highest ever witnessed
   */
  constructor(root: Uint8Array, epoch = 0) {
    this.#root = verifyingKey(root);
    this.#epoch = epoch;
  }

  /** Certificates of an epoch before this one are revoked. To be kept over a restart. */
  get epoch(): number {
    return this.#epoch;
  }

  /** @throws Refusal `certificate` (not the root's, or expired), `epoch`, `role` */
  check(bytes: Uint8Array, nowMs: number, role: Role): Trusted {
    const trusted = this.#known(bytes);
    const { epoch, expiresMs, role: actual, id } = trusted.certificate;
    if (epoch < this.#epoch) {
      throw new Refusal("epoch", `the certificate of ${id} is revoked`, { expected: this.#epoch, actual: epoch });
    }
    if (nowMs > expiresMs) {
      throw new Refusal("certificate", `the certificate of ${id} has expired`, {
        expected: `before ${new Date(Math.min(expiresMs, LAST_DATE)).toISOString()}`,
        remedy: "Issue new ones: millrace keys rotate",
      });
    }
    if (actual !== role) {
      throw new Refusal("role", `${id} may not send this`, { expected: role, actual });
    }
    return trusted;
  }

  /** An aggregator that was believed speaks for the root: older epochs than its own are over. */
  witness({ role, epoch }: Certificate): void {
    if (role === "aggregator" && epoch > this.#epoch) this.#epoch = epoch;
  }

  #known(bytes: Uint8Array): Trusted {
    const name = Buffer.from(bytes).toString("latin1");
    const known = this.#seen.get(name);
    if (known) return known;
    const certificate = readCertificate(bytes, this.#root);
    const { id, publicKey } = certificate;
    const trusted = { certificate, key: verifyingKey(publicKey), nodeHash: nodeHashOf(id) };
    // Only what the root signed gets here: a stranger cannot fill it.
    if (this.#seen.size >= MOST_KNOWN) this.#seen.clear();
    this.#seen.set(name, trusted);
    return trusted;
  }
}

const MOST_KNOWN = 4096;
const LAST_DATE = 8.64e15;
