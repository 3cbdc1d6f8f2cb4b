/**
 * The one definition of a configuration: what validates it, what its JSON Schema and the tables of
 * docs/configuration.md are made of. The text of an `error` is what was expected; each key is described for the reader
 * of an editor's hint.
 */
import { z } from "zod";
import type { CheckedStream, GatewayOptions } from "./options.ts";
import { brokerSchema } from "./schema/broker.ts";
import { streamSchema } from "./schema/stream.ts";
import type { BrokerSettings, LogLevel, StateSettings } from "./types.ts";
import { choice, duration, size, text, wholeNumber } from "./units.ts";

export const ID: RegExp = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
export const STREAM_NAME: RegExp = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Before paths are resolved and streams compiled. */
export interface CheckedGateway {
  id: string;
  broker: BrokerSettings;
  streams: Record<string, CheckedStream>;
  state: StateSettings;
  pending: { maxBytes: number };
  memory?: number | undefined;
  http?: { host: string; port: number } | undefined;
  log: { level: LogLevel };
}

const state = z
  .strictObject({
    directory: text("a path to a folder", 4_096)
      .default("./state")
      .describe("Folder of journal and models, relative to this file. One gateway at a time may use it."),
    snapshotEvery: duration("1s", "24h")
      .prefault("60s")
      .describe("How long what a model has learnt may be in the journal alone. Longer: fewer writes, a longer start."),
    fsync: choice(["interval", "always"])
      .default("interval")
      .describe(
        "interval: each second; a power cut may cost the last second, a killed process costs nothing. always: each message.",
      ),
    keep: z
      .strictObject({
        age: duration("1m", "3650d").prefault("7d").describe("Age beyond which the journal goes."),
        bytes: size("1MiB", "64TiB")
          .prefault("1GiB")
          .describe("Size of journal and kept snapshots beyond which the oldest go."),
      })
      .prefault({})
      .describe("How far back `millrace replay` reaches. Whatever comes first ends it."),
  })
  .transform(({ directory, snapshotEvery, fsync, keep }) => ({
    directory,
    snapshotEveryMs: snapshotEvery,
    fsync,
    keep: { ageMs: keep.age, bytes: keep.bytes },
  }));

export const gatewaySchema: z.ZodType<CheckedGateway, GatewayOptions> = z
  .strictObject({
    id: z
      .string({ error: "a name of letters, digits, _ and -" })
      .regex(ID, { error: "a name of letters, digits, _ and -, at most 64" })
      .describe("Name of the gateway, fixed: client ids, topics and the state folder go by it."),
    broker: brokerSchema.describe("The MQTT broker."),
    streams: z
      .record(
        z.string().regex(STREAM_NAME, { error: "a letter, then letters, digits, _ and -, at most 64" }),
        streamSchema,
        {
          error: "streams by name",
        },
      )
      .describe("What is read, learnt and predicted, by name."),
    state: state.prefault({}).describe("What is kept on disk."),
    pending: z
      .strictObject({
        maxBytes: size("64KiB", "64GiB")
          .prefault("64MiB")
          .describe("Memory of samples that wait for labels, of labels that came first, and of feature windows."),
      })
      .prefault({})
      .describe("What waits, in memory; beyond it the oldest is dropped, journalled and counted."),
    memory: size("1MiB", "2047MiB")
      .optional()
      .describe("Most memory of all models together; left out: what the core can have, 2 GiB."),
    http: z
      .strictObject({
        host: text("a host name or address").default("127.0.0.1").describe("Address to listen on."),
        port: wholeNumber(0, 65_535).default(8_080).describe("Port; 0 takes a free one."),
      })
      .optional()
      .describe("Where /healthz answers. Left out: no port is opened."),
    log: z
      .strictObject({
        level: choice(["silent", "error", "warn", "info", "debug"])
          .default("info")
          .describe("Least level that is written."),
      })
      .prefault({})
      .describe("Log lines, JSON, on the standard error stream."),
  })
  .describe("Configuration of a Millrace gateway.");
