import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Played } from "./harness.ts";
import { ROOT } from "./tools.ts";
import { TRACE_FOLDER } from "./trace-files.ts";

/** What the page says. */
export interface PageReport {
  /** The build taken when none is asked for. */
  auto: string;
  builds: Record<"simd" | "scalar", { selftest: number; played: Record<string, PagePlayed> }>;
  error?: string;
}
export type PagePlayed = Omit<Required<Played>, "state"> & { state: number[] };

/** Serves the page and the built package on a free local port, opens it in a headless browser and waits for its report. */
export async function runPage(chromium: string, traces: readonly string[]): Promise<PageReport> {
  const profile = mkdtempSync(join(tmpdir(), "millrace-chromium-"));
  const { server, reported } = await serve();
  const { port } = server.address() as AddressInfo;
  const query = new URLSearchParams(traces.map((file) => ["trace", basename(file)]));
  const url = `http://127.0.0.1:${port}/test/runtimes/hosts/page.html?${query}`;
  // A group of its own: the browser's helper processes end with it.
  const browser = spawn(chromium, [...FLAGS, `--user-data-dir=${profile}`, url], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  browser.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaints = (complaints + chunk).slice(-2000);
  });
  const closed = new Promise<void>((resolve) => browser.once("close", () => resolve()));
  const lost = new Promise<never>((_, reject) => {
    browser.once("error", reject);
    browser.once("close", (code) =>
      reject(new Error(`${chromium} ended with ${code} before the page reported: ${complaints}`)),
    );
    setTimeout(() => reject(new Error(`the page did not report within two minutes: ${complaints}`)), 120_000).unref();
  });
  try {
    return JSON.parse(await Promise.race([reported, lost]));
  } finally {
    lost.catch(() => undefined);
    if (browser.pid !== undefined && browser.exitCode === null) {
      process.kill(-browser.pid, "SIGKILL");
      await closed;
    }
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

// ---

const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
];
const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
// All that a page may load; everything else does not exist.
const SERVED =
  /^\/(dist\/[\w./-]+\.(js|wasm)|node_modules\/@assemblyscript\/loader\/[\w-]+\.js|test\/runtimes\/hosts\/page\.html)$/;

async function serve(): Promise<{ server: Server; reported: Promise<string> }> {
  let report: (body: string) => void = () => undefined;
  const reported = new Promise<string>((resolve) => {
    report = resolve;
  });
  const server = createServer(async (request, response) => {
    if (request.method === "POST") report(await text(request));
    const path = fileFor(request);
    const body = path === undefined ? undefined : await readFile(path).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": TYPES[extname(path ?? "")] ?? "application/octet-stream",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, reported };
}

function fileFor({ url = "" }: IncomingMessage): string | undefined {
  const { pathname } = new URL(url, "http://127.0.0.1");
  if (pathname.startsWith("/traces/")) return join(TRACE_FOLDER, basename(pathname));
  return SERVED.test(pathname) && !pathname.includes("..") ? join(ROOT, pathname) : undefined;
}
