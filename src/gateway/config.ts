import { readFile, stat } from "node:fs/promises";
import { MillraceError } from "../errors.ts";
import { compile, lookOver } from "./config/compile.ts";
import { readDocument, type Source, TEXT_LIMIT } from "./config/document.ts";
import { type Environment, expand } from "./config/expand.ts";
import { problemsOf } from "./config/issues.ts";
import { Mask } from "./config/mask.ts";
import type { GatewayOptions } from "./config/options.ts";
import { ConfigurationError, type Problem, Problems, pathOf } from "./config/problems.ts";
import { gatewaySchema } from "./config/schema.ts";
import type { GatewayConfiguration } from "./config/types.ts";

export type * from "./config/options.ts";
export { ConfigurationError, type LocatedProblem, type Position, type Problem } from "./config/problems.ts";
export { Secret } from "./config/secret.ts";
export type * from "./config/types.ts";

export interface ConfigurationContext {
  /** Path of the text: named in messages; relative paths in the configuration go from its folder. */
  file?: string | undefined;
  /** By the ending of the file where it is left out; YAML where that says nothing. */
  format?: "yaml" | "json" | undefined;
  /** Where `${NAME}` is looked up; `process.env` where it is left out. */
  env?: Environment | undefined;
}

/**
 * Reads a configuration from a text.
 * @throws ConfigurationError (`E_CONFIG`) with every mistake, its path, line and column
 */
export function parseConfiguration(text: string, context: ConfigurationContext = {}): GatewayConfiguration {
  const { file, format = file?.toLowerCase().endsWith(".json") ? "json" : "yaml" } = context;
  const source = readDocument(text, file, format);
  return check(source.value, context, source);
}

/**
 * Checks a configuration that is an object.
 * @throws ConfigurationError (`E_CONFIG`) with every mistake and its path
 */
export function checkConfiguration(options: GatewayOptions, context: ConfigurationContext = {}): GatewayConfiguration {
  return check(options, context, undefined);
}

/**
 * Reads a configuration file.
 * @throws ConfigurationError (`E_CONFIG`); MillraceError `E_FILE` where it cannot be read
 */
export async function loadConfiguration(
  file: string,
  context: Omit<ConfigurationContext, "file"> = {},
): Promise<GatewayConfiguration> {
  return parseConfiguration(await readText(file), { ...context, file });
}

// ---

function check(
  raw: unknown,
  { file, env = process.env }: ConfigurationContext,
  source: Source | undefined,
): GatewayConfiguration {
  const problems = new Problems();
  const mask = new Mask();
  const hide = (text: string | undefined) => text && mask.hide(text);
  const refuse = (list: readonly Problem[]): ConfigurationError => {
    const located = list.map((problem) => ({
      ...problem,
      what: mask.hide(problem.what),
      expected: hide(problem.expected),
      actual: hide(problem.actual),
      remedy: hide(problem.remedy),
      path: pathOf(problem.place),
      position: source?.locate(problem.place, problem.isKey ?? false),
    }));
    return new ConfigurationError(located, file);
  };
  const value = expand(raw, env, problems, mask);
  const parsed = gatewaySchema.safeParse(value);
  if (!parsed.success) {
    // A text whose secret is absent is not complained about a second time.
    const absent = new Set(problems.list.map(({ place }) => pathOf(place)));
    problems.list.push(...problemsOf(parsed.error.issues, raw).filter(({ place }) => !absent.has(pathOf(place))));
    lookOver(value, problems);
  }
  if (!parsed.success || problems.list.length > 0) throw refuse(problems.list);
  const configuration = compile(parsed.data, file, problems);
  if (configuration === undefined) throw refuse(problems.list);
  return { ...configuration, warnings: configuration.warnings.map((text) => mask.hide(text)) };
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    // A text of more letters than the limit has more bytes still; the limit itself is held where it is parsed.
    if (size > 4 * TEXT_LIMIT) {
      throw new MillraceError("E_CONFIG", "too long for a configuration", {
        where: file,
        expected: `at most ${TEXT_LIMIT} letters`,
        actual: `${size} bytes`,
      });
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof MillraceError) throw cause;
    const what = cause instanceof TypeError ? "not UTF-8" : `cannot be read: ${(cause as Error).message}`;
    throw new MillraceError("E_FILE", what, { where: file, remedy: "`millrace init` writes a configuration", cause });
  }
}
