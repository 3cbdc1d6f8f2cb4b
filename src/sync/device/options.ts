import type { Core } from "../../core.ts";
import { MillraceError, show } from "../../errors.ts";
import type { JournalOptions, StoreStep } from "../../journal.ts";
import type { ModelSpec } from "../../spec.ts";
import type { Credentials } from "../keys.ts";
import type { EncodingName } from "../types.ts";
import type { DeviceEvent } from "./events.ts";

export interface SyncDeviceOptions {
  /** Of this device alone: journal, snapshots, updates, global models. */
  readonly directory: string;
  /** Name of the model in the fleet. Fleet and node are those of the credentials. */
  readonly model: string;
  readonly spec: ModelSpec;
  readonly credentials: Credentials;
  readonly core?: Core | undefined;
  readonly encoding?: EncodingName | undefined;
  /** Scalers of the inputs are shared as weights are. Part of the fingerprint: the same in the whole fleet. */
  readonly shareScaler?: boolean | undefined;
  /** Time between cuts, jitter of a tenth aside; default 5 min. */
  readonly everyMs?: number | undefined;
  /** Cuts by labelled samples instead of time. */
  readonly everySamples?: number | undefined;
  /** For a synchronous fleet: the next sample waits for the round's head. With `everySamples` alone. */
  readonly waitForRound?: boolean | undefined;
  /** Share of labelled samples to judge global models by; default 0.05. */
  readonly holdBack?: number | undefined;
  /** First wait for a verdict before an update is sent again, doubling to 5 min; default 30 s. */
  readonly resendMs?: number | undefined;
  /** Over how long devices spread their requests for missing chunks; default 60 s. */
  readonly spreadMs?: number | undefined;
  readonly statusMs?: number | undefined;
  /** Records between snapshots; default 2,000. */
  readonly snapshotEvery?: number | undefined;
  /** How long an accepted model may still be rolled back; default 24 h. */
  readonly probationMs?: number | undefined;
  readonly fsync?: JournalOptions["fsync"];
  readonly segmentBytes?: number | undefined;
  /** ms since 1970 UTC. */
  readonly now?: (() => number) | undefined;
  /** 0 to below 1, for the jitter. */
  readonly random?: (() => number) | undefined;
  readonly software?: string | undefined;
  readonly onEvent?: ((event: DeviceEvent) => void) | undefined;
  /** Called before each step of storing a file: what it throws ends the write there, as a power cut would. */
  readonly beforeStep?: ((step: StoreStep) => void) | undefined;
}

type MayBeAbsent = "core" | "everySamples" | "beforeStep" | "fsync";
export type FullDeviceOptions = Pick<SyncDeviceOptions, MayBeAbsent> & {
  readonly [Name in Exclude<keyof SyncDeviceOptions, MayBeAbsent>]-?: Exclude<SyncDeviceOptions[Name], undefined>;
};

/** Of what decides and talks for a member, wherever its state is kept. */
export type ClientOptions = Pick<FullDeviceOptions, "everySamples" | keyof typeof CLIENT_DEFAULTS>;

export const CLIENT_DEFAULTS = {
  everyMs: 300_000,
  resendMs: 30_000,
  spreadMs: 60_000,
  statusMs: 60_000,
  probationMs: 86_400_000,
  now: Date.now as () => number,
  random: Math.random as () => number,
  software: "millrace",
  onEvent: (_event: DeviceEvent): void => undefined,
} as const;

/** @throws MillraceError `E_CONFIG` */
export function fullOptions(options: SyncDeviceOptions): FullDeviceOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const full: FullDeviceOptions = { ...DEFAULTS, ...(given as unknown as SyncDeviceOptions) } as FullDeviceOptions;
  for (const name of NUMBERS) check(name, full[name], 0, Number.MAX_SAFE_INTEGER);
  check("holdBack", full.holdBack, 0, 1);
  if (full.everySamples !== undefined) check("everySamples", full.everySamples, 1, 2 ** 32 - 1);
  if (full.credentials.role !== "device") {
    throw new MillraceError("E_CONFIG", "a device signs as a device", {
      where: "credentials",
      expected: "device",
      actual: full.credentials.role,
      remedy: "millrace keys device",
    });
  }
  if (!full.waitForRound || full.everySamples !== undefined) return full;
  throw new MillraceError("E_CONFIG", "a device waits for rounds of so many samples", { where: "everySamples" });
}

// ---

const DEFAULTS = {
  ...CLIENT_DEFAULTS,
  encoding: "int8" as EncodingName,
  shareScaler: false,
  waitForRound: false,
  holdBack: 0.05,
  snapshotEvery: 2_000,
  segmentBytes: 16 * 1024 * 1024,
};
const NUMBERS = ["everyMs", "resendMs", "spreadMs", "statusMs", "snapshotEvery", "probationMs"] as const;

function check(where: string, value: unknown, least: number, most: number): void {
  if (typeof value === "number" && value >= least && value <= most) return;
  throw new MillraceError("E_CONFIG", "no such setting of a device", {
    where,
    expected: `a number from ${least} to ${most}`,
    actual: show(value),
  });
}
