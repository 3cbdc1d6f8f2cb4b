import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/fault/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 600_000 * 6,
    hookTimeout: 60_000,
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "test-report.fault.json" },
  },
});
