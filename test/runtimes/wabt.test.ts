import { expect, test } from "vitest";
import { type Route, testRoute } from "./support/harness.ts";
import { build, missingCommand, output } from "./support/tools.ts";

// wasm-interp runs every export that takes no arguments, and prints what it returned.
for (const [core, title, reading] of [
  ["core.simd", "SIMD", "4 lanes"],
  ["core", "scalar", "MVP"],
] as const) {
  const route: Route = {
    name: `wabt interpreter, ${title}`,
    lacks: () => missingCommand("wasm-interp"),
    takesInput: false,
    async start() {
      const version = (await output("wasm-interp", ["--version"])).trim();
      const printed = await output("wasm-interp", [build(core), "--run-all-exports"]);
      const selftest = Number(printed.match(/^selftest\(\) => i32:(\d+)$/m)?.[1]);
      return { version: `wabt ${version}`, selftest: () => selftest };
    },
  };
  testRoute(route, () => {
    test(`reads the module as it is shipped (${reading}), and traps nowhere`, async () => {
      const printed = await output("wasm-interp", [build(core), "--run-all-exports"]);
      expect(printed).not.toMatch(/error/);
      expect(printed).toMatch(/^abi\(\) => i32:1$/m);
    });
  });
}
