import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What one route came to. */
export interface Outcome {
  route: string;
  ran: boolean;
  failed?: boolean;
  /** Why it could not run. */
  lacking?: string;
  version?: string;
  /** Of the self test, in hexadecimal. */
  checksum?: string;
  replays?: boolean;
  /** With its unit. */
  speed?: string;
}

/** Where routes build and keep things from one run to the next. */
export const CACHE: string =
  process.env.MILLRACE_RUNTIMES ??
  fileURLToPath(new URL("../../../node_modules/.cache/millrace-runtimes", import.meta.url));
/** `npm run test:runtimes` reads them here; of a bare run of vitest nobody does. */
const RESULTS = process.env.MILLRACE_ROUTES ?? join(CACHE, "routes");

/** A folder of the cache, made where it is absent. */
export function cacheFolder(name: string): string {
  const folder = join(CACHE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Adds to what is known of a route. One route is written by one test file only. */
export function note(route: string, news: Partial<Omit<Outcome, "route">>): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${route.replace(/\W+/g, "-")}.json`);
  writeFileSync(file, JSON.stringify({ route, ran: false, ...read(file), ...news }));
}

/** Eight digits. */
export function hexadecimal(word: number): string {
  return (word >>> 0).toString(16).padStart(8, "0");
}

function read(file: string): Partial<Outcome> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
