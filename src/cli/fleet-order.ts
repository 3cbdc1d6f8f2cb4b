import { Model } from "../model.ts";
import { seal } from "../sync/envelope.ts";
import { fingerprintOf } from "../sync/fingerprint.ts";
import { Credentials } from "../sync/keys.ts";
import { encodeCommand } from "../sync/status.ts";
import { Topics } from "../sync/topics.ts";
import type { Order } from "../sync/types.ts";
import type { FleetConfiguration } from "./fleet-configuration.ts";

/** An order, signed with the credentials of the configuration. @throws MillraceError `E_FILE`, `E_SPEC`, `E_TRUST` */
export async function sealOrder(
  { fleet, model: name, shareScaler, initial, credentials: file }: FleetConfiguration,
  order: Order,
  version: number,
): Promise<{ topic: string; bytes: Uint8Array; createdMs: number }> {
  const model = typeof initial === "string" ? await Model.load(initial) : await Model.create(initial as never);
  try {
    const fingerprint = fingerprintOf(model.spec, { fleet, model: name, shareScaler });
    const createdMs = Date.now();
    const payload = encodeCommand({ order, target: { term: 0, version } });
    const bytes = seal({ kind: "command", fingerprint, createdMs }, payload, Credentials.read(file));
    return { topic: new Topics(fleet, name).command, bytes, createdMs };
  } finally {
    model.dispose();
  }
}
