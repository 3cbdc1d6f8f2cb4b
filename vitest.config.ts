import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/runtimes/**", "test/fault/**", "test/fuzz/**"],
    globalSetup: ["test/support/build.ts"],
    // Two workers: what the smallest machine has; more would only make the timing of child processes worse.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "test-report.json" },
  },
});
