import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/runtimes/*.test.ts"],
    globalSetup: ["test/support/build.ts", "test/runtimes/support/setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    reporters: process.env.CI ? ["default", "json"] : ["default"],
    outputFile: { json: "test-report.runtimes.json" },
  },
});
