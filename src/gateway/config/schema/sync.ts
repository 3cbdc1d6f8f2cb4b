import { z } from "zod";
import type { SyncOptions } from "../options.ts";
import type { SyncPlan } from "../types.ts";
import { choice, duration, flag, text } from "../units.ts";

const id = () =>
  z
    .string({ error: "letters, digits, _ and -" })
    .regex(/^[A-Za-z0-9_-]{1,32}$/, { error: "letters, digits, _ and -, at most 32" });

export const syncSchema: z.ZodType<SyncPlan, SyncOptions> = z
  .strictObject({
    fleet: id().describe("Name of the fleet, as in the credentials."),
    model: id().describe("Name of the model in the fleet, the same for all that learn it."),
    credentials: text("a path to a file", 4_096).describe(
      "What `millrace keys device` wrote for this gateway, relative to this file.",
    ),
    every: duration("100ms", "7d").prefault("5m").describe("How often what was learnt is sent, give or take a tenth."),
    encoding: choice(["int8", "f32"])
      .default("int8")
      .describe("Of what is sent: int8 takes a quarter of the bytes of f32."),
    shareScaler: flag()
      .default(false)
      .describe("Whether means and deviations of the inputs are shared too. The same in the whole fleet."),
    holdBack: z
      .number({ error: "a share from 0 to 0.5" })
      .min(0, { error: "a share from 0 to 0.5" })
      .max(0.5, { error: "a share from 0 to 0.5" })
      .default(0.05)
      .describe("Share of the labelled samples that is not learnt: models of the fleet are judged by it."),
  })
  .transform(({ every, ...rest }) => ({ ...rest, everyMs: every }));
