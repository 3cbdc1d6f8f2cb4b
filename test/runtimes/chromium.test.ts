import { basename } from "node:path";
import { expect, test } from "vitest";
import { type PageReport, runPage } from "./support/chromium.ts";
import { type Host, testRoute } from "./support/harness.ts";
import { missingCommand, output } from "./support/tools.ts";
import { SPEED, TRACES } from "./support/traces.ts";

// One page for both builds, opened by the route that starts first.
let page: Promise<PageReport> | undefined;

async function hostOf(build: "simd" | "scalar"): Promise<Host> {
  page ??= runPage(
    "chromium",
    [...TRACES, SPEED].map(({ file }) => file),
  );
  const { builds, error } = await page;
  if (error !== undefined) throw new Error(`the page failed: ${error}`);
  const { selftest, played } = builds[build];
  return {
    version: (await output("chromium", ["--version"])).match(/Chromium [\d.]+/)?.[0] ?? "Chromium",
    selftest: () => selftest,
    replay(file) {
      const replay = played[basename(file)];
      if (replay === undefined) throw new Error(`the page did not play ${file}`);
      return { ...replay, state: Uint8Array.from(replay.state) };
    },
  };
}

testRoute({ name: "Chromium, SIMD", lacks: () => missingCommand("chromium"), start: () => hostOf("simd") }, () => {
  test("is the build a page gets when it asks for none", async () => {
    expect((await page)?.auto).toBe("simd");
  });
});
testRoute({ name: "Chromium, scalar", lacks: () => missingCommand("chromium"), start: () => hostOf("scalar") });
