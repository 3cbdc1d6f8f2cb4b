import { createHash } from "node:crypto";
import { keyPairOf } from "../../src/sync/certificate.ts";
import { type Credentials, Root } from "../../src/sync/keys.ts";
import type { Role } from "../../src/sync/types.ts";

/** A moment in the life of the fleets of these tests. */
export const NOW_MS = 1_800_000_000_000;
export const DAY_MS: number = 24 * 3600 * 1000;

/** A fleet's root and its credentials, the same keys at each run. */
export function testRoot(fleet = "plant"): Root {
  return Root.create(fleet, keysFor(`root of ${fleet}`));
}

export function issued(root: Root, role: Role, id: string, expiresMs: number = NOW_MS + 365 * DAY_MS): Credentials {
  return root.issue({ role, id, expiresMs, keys: keysFor(`${root.fleet} ${role} ${id} ${root.epoch}`) });
}

export function keysFor(name: string): ReturnType<typeof keyPairOf> {
  return keyPairOf(createHash("sha256").update(name).digest());
}
