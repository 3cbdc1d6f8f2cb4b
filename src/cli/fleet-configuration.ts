import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { MillraceError, show } from "../errors.ts";
import { readDocument } from "../gateway/config/document.ts";
import { type Environment, expand } from "../gateway/config/expand.ts";
import { Mask } from "../gateway/config/mask.ts";
import { ConfigurationError, type Problem, Problems, pathOf } from "../gateway/config/problems.ts";
import { brokerSchema } from "../gateway/config/schema/broker.ts";
import type { BrokerSettings } from "../gateway/config/types.ts";
import { choice, duration, flag, text } from "../gateway/config/units.ts";
import { meant } from "../nearest.ts";
import type { ServerStep } from "../sync/aggregator.ts";

/** What `millrace aggregate` and `millrace fleet` are told. */
export interface FleetConfiguration {
  readonly fleet: string;
  readonly model: string;
  /** File of the aggregator's credentials. */
  readonly credentials: string;
  readonly broker: BrokerSettings;
  /** Folder of journal and global models. */
  readonly directory: string;
  /** A `.millrace` file, or a spec, that the fleet begins with. */
  readonly initial: string | Record<string, unknown>;
  readonly strategy: "fedBuff" | "fedAvg";
  readonly nodes: readonly string[] | undefined;
  readonly intervalMs: number;
  readonly roundTimeoutMs: number | undefined;
  readonly serverStep: ServerStep;
  readonly encoding: "f32" | "int8";
  readonly shareScaler: boolean;
  readonly takeOverAfterMs: number;
  readonly logLevel: "error" | "warn" | "info" | "debug";
}

/** @throws ConfigurationError (`E_CONFIG`) with every mistake; MillraceError `E_FILE` where it cannot be read */
export function readFleetConfiguration(file: string, env: Environment = process.env): FleetConfiguration {
  return parseFleetConfiguration(textOf(file), file, env);
}

/** @throws ConfigurationError (`E_CONFIG`) with every mistake, its path, line and column */
export function parseFleetConfiguration(
  content: string,
  file: string,
  env: Environment = process.env,
): FleetConfiguration {
  const source = readDocument(content, file, file.toLowerCase().endsWith(".json") ? "json" : "yaml");
  const problems = new Problems();
  const mask = new Mask();
  const parsed = schema.safeParse(expand(source.value, env, problems, mask));
  if (!parsed.success) problems.list.push(...parsed.error.issues.flatMap((issue) => problemsOf(issue, source.value)));
  else lookOver(parsed.data, problems);
  if (!parsed.success || problems.list.length > 0) {
    const located = problems.list.map((problem) => ({
      ...problem,
      what: mask.hide(problem.what),
      actual: problem.actual && mask.hide(problem.actual),
      path: pathOf(problem.place),
      position: source.locate(problem.place, problem.isKey ?? false),
    }));
    throw new ConfigurationError(located, file);
  }
  const { every, roundTimeout, takeOverAfter, log, credentials, directory, initial, broker, spec, ...rest } =
    parsed.data;
  const at = (path: string): string => resolve(dirname(file), path);
  const tls = broker.tls && {
    ...broker.tls,
    ca: broker.tls.ca && at(broker.tls.ca),
    cert: broker.tls.cert && at(broker.tls.cert),
    key: broker.tls.key && at(broker.tls.key),
  };
  return {
    ...rest,
    nodes: rest.nodes,
    broker: { ...broker, tls },
    credentials: at(credentials),
    directory: at(directory),
    initial: initial === undefined ? (spec as Record<string, unknown>) : at(initial),
    intervalMs: every,
    roundTimeoutMs: roundTimeout,
    takeOverAfterMs: takeOverAfter,
    logLevel: log,
  };
}

/** Where the aggregator says how its fleet is. */
export function reportFileOf({ directory }: FleetConfiguration): string {
  return join(directory, "report.json");
}

// ---

const ID = "a name of letters, digits, _ and -, at most 32";
const STEP = '"agree" or a number above 0, at most 1000';
const id = z.string({ error: ID }).regex(/^[A-Za-z0-9_-]{1,32}$/, { error: ID });

const schema = z.strictObject(
  {
    fleet: id,
    model: id,
    credentials: text("a path to a file that `millrace keys aggregator` wrote", 4_096),
    broker: brokerSchema,
    directory: text("a path to a folder", 4_096).default("./aggregator"),
    initial: text("a path to a .millrace file", 4_096).optional(),
    spec: z.record(z.string(), z.unknown(), { error: "a spec of a model" }).optional(),
    strategy: choice(["fedBuff", "fedAvg"]).default("fedBuff"),
    nodes: z.array(id, { error: "ids of devices" }).min(1, { error: "at least one id" }).optional(),
    every: duration("1s", "7d").prefault("5m"),
    roundTimeout: duration("1s", "7d").optional(),
    serverStep: z
      .union([z.literal("agree"), z.number({ error: STEP }).positive({ error: STEP }).max(1_000, { error: STEP })], {
        error: STEP,
      })
      .default(1),
    encoding: choice(["f32", "int8"]).default("f32"),
    shareScaler: flag().default(false),
    takeOverAfter: duration("1s", "1h").prefault("30s"),
    log: choice(["error", "warn", "info", "debug"]).default("info"),
  },
  { error: "a configuration of a fleet" },
);

/** All keys of the top level. */
export const FLEET_KEYS: readonly string[] = Object.keys(schema.shape);

type Checked = z.infer<typeof schema>;

function lookOver({ initial, spec, strategy, nodes, roundTimeout }: Checked, problems: Problems): void {
  if ((initial === undefined) === (spec === undefined)) {
    problems.at("initial").add(initial ? "one too many" : "missing", {
      expected: "a .millrace file as `initial`, or a model as `spec`: one of them",
      isKey: initial !== undefined,
    });
  }
  if (strategy === "fedAvg" && !nodes) {
    problems.at("nodes").add("missing", { expected: "with fedAvg the id of each device of a round" });
  }
  for (const [key, value] of Object.entries({ nodes, roundTimeout })) {
    if (strategy !== "fedAvg" && value !== undefined) problems.at(key).add("is fedAvg's alone", { isKey: true });
  }
}

function problemsOf(issue: z.core.$ZodIssue, raw: unknown): Problem[] {
  const place = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") {
    const known = place.length === 0 ? FLEET_KEYS : [];
    return issue.keys.map((key) => ({
      place: [...place, key],
      what: "no such setting",
      isKey: true,
      remedy: meant(key, known),
    }));
  }
  const actual = place.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], raw);
  if (actual === undefined) return [{ place, what: "missing", expected: issue.message }];
  return [{ place, what: "not a legal value", expected: issue.message, actual: show(actual) }];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new MillraceError("E_FILE", `cannot be read: ${(cause as Error).message}`, { where: file, cause });
  }
}
