import { MillraceError } from "../../errors.ts";
import { Credentials } from "../../sync/keys.ts";
import type { StreamPlan, SyncPlan } from "../config/types.ts";
import type { Joined } from "../state/fleet-step.ts";

/** What a shared model takes part in its fleet with. */
export interface Seat {
  readonly stream: string;
  readonly sync: SyncPlan;
  readonly credentials: Credentials;
  readonly identity: Joined;
}

/**
 * Reads the credentials of every stream that has `sync`.
 * @throws MillraceError `E_FILE`, `E_FORMAT`, `E_TRUST` for those that cannot be used, `E_CONFIG` for another fleet's
 */
export function readSeats(streams: readonly StreamPlan[], nowMs: number): Seat[] {
  return streams.flatMap(({ name, sync }) => (sync ? [readSeat(name, sync, nowMs)] : []));
}

// ---

function readSeat(stream: string, sync: SyncPlan, nowMs: number): Seat {
  const { fleet, model, encoding, shareScaler } = sync;
  const credentials = Credentials.read(sync.credentials);
  const refuse = (what: string, expected: string, actual: string): MillraceError =>
    new MillraceError("E_CONFIG", what, {
      where: `streams.${stream}.sync.credentials, ${sync.credentials}`,
      expected,
      actual,
      remedy: "`millrace keys device` writes credentials where the root of the fleet is",
    });
  if (credentials.role !== "device") throw refuse("a gateway signs as a device", "device", credentials.role);
  if (credentials.fleet !== fleet) throw refuse("credentials of another fleet", fleet, credentials.fleet);
  if (credentials.expiresMs <= nowMs) {
    throw refuse("credentials that are over", "a later expiry", new Date(credentials.expiresMs).toISOString());
  }
  const identity: Joined = { decided: "joined", fleet, model, node: credentials.id, encoding, shareScaler };
  return { stream, sync, credentials, identity };
}
