import { MillraceError, show } from "../errors.ts";

export type CoreBuild = "simd" | "scalar" | "mcu";

/** The bytes of a build as it is shipped. */
export async function shippedBytes(build: CoreBuild): Promise<Uint8Array<ArrayBuffer>> {
  return readBytes(shippedUrl(build), `the ${build} build of the core`);
}

/** All bytes behind a URL, or of a file where it is a `file:` URL. */
export async function readBytes(url: URL, what: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (url.protocol === "file:") {
      const { readFile } = await import("node:fs/promises");
      return new Uint8Array(await readFile(url));
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new MillraceError("E_FILE", `cannot read ${what}: ${reasonOf(cause)}`, { where: url.href, cause });
  }
}

/**
 * The URL of a place: a URL as it is, anything else as a path (in a browser: relative to the page).
 * @throws MillraceError `E_FILE` where it is neither
 */
export async function urlOf(place: string | URL): Promise<URL> {
  if (place instanceof URL) return place;
  if (typeof place !== "string" || place === "") {
    throw new MillraceError("E_FILE", "not a place", { expected: "a path or a URL", actual: show(place) });
  }
  const page = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (page !== undefined || isUrl(place)) return parsed(place, page);
  const { pathToFileURL } = await import("node:url");
  return pathToFileURL(place);
}

/** Any other text is a path: a colon may stand in a name, and `C:\` begins that of a drive. */
export function isUrl(place: string): boolean {
  return /^(file|https?):/i.test(place);
}

function parsed(place: string, page: string | undefined): URL {
  try {
    return new URL(place, page);
  } catch (cause) {
    throw new MillraceError("E_FILE", "not a URL", { where: place, cause });
  }
}

/** What went wrong, with what lies behind it: `fetch` says no more than that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

// Bundlers find the files by these literal URLs.
function shippedUrl(build: CoreBuild): URL {
  if (build === "simd") return besides(new URL("../core.simd.wasm", import.meta.url));
  if (build === "scalar") return besides(new URL("../core.wasm", import.meta.url));
  return besides(new URL("../core.mcu.wasm", import.meta.url));
}

// Run from its TypeScript sources, the library finds the builds in the folder of the compiled ones.
function besides(url: URL): URL {
  return import.meta.url.endsWith(".ts") ? new URL(url.href.replace(/\/src\/([^/]+)$/, "/dist/$1")) : url;
}
