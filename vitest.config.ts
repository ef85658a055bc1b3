import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { ClosingLine } from "./test/closing-line.ts";

/** Beside their code too, but most of their time is that of servers, of Git or of a bundler. */
const served = [
  "packages/github-emulator/src/*.test.ts",
  "src/services/{admin-bundle,git,git-posts,local-backend}.test.ts",
  "bench/child-usage.test.ts",
];

/**
 * Three kinds of tests: `unit` beside the code, quick, many; `served`, beside the code as well, which wait
 * for other programs; `whole` in test/, which join several parts (a built site, a browser, a server) and
 * may take minutes on a small, busy machine.
 */
export default defineConfig({
  test: {
    // The day begins 14 hours before UTC's here: code that reads the machine's own days fails at once.
    env: {
      TZ: "Pacific/Kiritimati",
      // Hundreds of processes are started. Without it each would compile its modules again.
      NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled"),
    },
    // Node reads the sources itself, as the commands do; nothing has to be transformed for it.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Import packages/github-emulator from its sources, as `npm start` does.
    execArgv: ["--conditions=emulator-source"],
    // Files share a worker. Whatever one of them leaves behind meets another one each time.
    isolate: false,
    sequence: { shuffle: { files: true } },
    allowOnly: false,
    reporters: ["default", new ClosingLine()],
    exclude: [...configDefaults.exclude, "_site/**", "**/.cache/**"],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{src,scripts,admin,sandbox,bench,packages/*/src}/**/*.test.ts"],
          exclude: served,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "served",
          include: served,
          testTimeout: 20_000,
          globalSetup: "test/temporary-files.ts",
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "whole",
          include: ["{test,packages/*/test}/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          globalSetup: "test/temporary-files.ts",
          // A condition that is waited for may take its time here; the default is one second.
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
