import { SyncClient } from "../../sync/device/client.ts";
import type { DeviceFiles } from "../../sync/device/device-files.ts";
import { lengthsOf } from "../../sync/device/enactor.ts";
import { CLIENT_DEFAULTS, type ClientOptions } from "../../sync/device/options.ts";
import { fingerprintOf } from "../../sync/fingerprint.ts";
import { Topics } from "../../sync/topics.ts";
import type { FleetPart } from "../state/fleet-part.ts";
import { GatewayLog, type GatewayLogParts } from "./gateway-log.ts";
import type { Seat } from "./seats.ts";

/** What decides and talks for one shared model in its fleet, as long as it stays in memory. */
export class Membership {
  readonly part: FleetPart;
  readonly client: SyncClient;
  readonly #log: GatewayLog;
  readonly #now: () => number;

  /** @param more for a clock of its own */
  constructor(seat: Seat, parts: Omit<GatewayLogParts, "stream">, more: Partial<ClientOptions>) {
    const { stream, sync, credentials } = seat;
    const { part } = parts;
    const { member, files } = part;
    const { fleet, model, shareScaler, everyMs } = sync;
    const trust = credentials.trust(readEpoch(files));
    this.part = part;
    this.#log = new GatewayLog({ ...parts, stream });
    const options = { ...CLIENT_DEFAULTS, ...pace(everyMs), ...more };
    this.#now = options.now;
    this.client = new SyncClient(options, {
      member,
      log: this.#log,
      files,
      credentials,
      topics: new Topics(fleet, model),
      trust,
      fingerprint: fingerprintOf(member.model.spec, { fleet, model, shareScaler }),
      lengths: lengthsOf(member),
      onDecision: () => undefined,
      onEpoch: () => this.client.work.add(() => files.write(EPOCH, Buffer.from(String(trust.epoch)))),
    });
    this.client.outgoing.recover(part.takeCuttings());
  }

  /** Does what is due. */
  async tick(): Promise<void> {
    const { client, part } = this;
    // Later lives of a gateway that lost its state have higher numbers: nothing of theirs is taken for an older one's.
    const nowMs = this.#now();
    const session = Math.max(1, Math.floor(nowMs / 1_000) % 2 ** 32);
    client.work.try(() => {
      if (part.member.state.session === 0) this.#log.decide({ decided: "renumbered", session }, nowMs);
    });
    await client.tick();
    client.work.add(async () => part.clean());
  }
}

// ---

/** Whoever syncs more often than once a minute does not wait longer than that for anything. */
function pace(everyMs: number): Pick<ClientOptions, "everyMs" | "spreadMs" | "resendMs"> {
  const { spreadMs, resendMs } = CLIENT_DEFAULTS;
  return { everyMs, spreadMs: Math.min(spreadMs, everyMs), resendMs: Math.min(resendMs, Math.max(1_000, everyMs)) };
}

/** The highest epoch that was witnessed: older keys are over. */
const EPOCH = "epoch";

function readEpoch(files: DeviceFiles): number {
  const content = files.find(EPOCH);
  return content ? Number(Buffer.from(content).toString()) : 0;
}
