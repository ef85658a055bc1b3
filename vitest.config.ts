/** Which tests there are, and how Vitest runs them. */
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { ClosingLine } from "./test/closing-line.ts";

/** Also next to their code, but they spend most of their time in servers, Git, or a bundler. */
const served = [
  "packages/github-emulator/src/*.test.ts",
  "src/services/{admin-bundle,git,git-merge,git-objects,git-posts,local-backend}.test.ts",
  "bench/child-usage.test.ts",
];

/**
 * Three kinds of tests: `unit`, next to the code, many and fast; `served`, also next to the code, which wait for other
 * programs; `whole`, in test/, which combine several parts (a built site, a browser, a server) and may take minutes on
 * a small, busy machine.
 */
export default defineConfig({
  test: {
    // Days begin 14 hours earlier here than in UTC, so code that uses the machine’s time zone fails at once.
    env: {
      TZ: "Pacific/Kiritimati",
      // Hundreds of processes are started. Without this, each would compile its modules again.
      NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled"),
    },
    // Node runs the sources directly, as for the commands, so nothing needs to be transformed.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Import packages/github-emulator from its sources, as `npm start` does.
    execArgv: ["--conditions=emulator-source"],
    // Files share a worker, in random order, so that anything one leaves behind is noticed.
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
