import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/services.ts"],
    // As the program: with compiled schemas.
    setupFiles: ["zod/compile"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a test waits for may take its time on a busy machine; a second is no promise of ours.
    expect: { poll: { timeout: 20_000 } },
    pool: "forks",
    maxWorkers: 2,
  },
});
