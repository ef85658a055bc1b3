/** Which tests there are, and how Vitest runs them. */
import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";
import { ClosingLine } from "./test/closing-line.ts";

/** Also next to their code, but they spend most of their time in servers, Git, or a bundler. */
const served = [
  "packages/github-emulator/src/*.test.ts",
  "src/services/{admin-bundle,git,git-merge,git-objects,git-posts,local-backend}.test.ts",
  "bench/child-usage.test.ts",
];

/** Run with the Spanish words. */
const spanish = ["src/**/*.es.test.ts"];

/** Take a minute each. One that starts last keeps a single worker busy while the others have nothing left to do. */
const long = [
  "test/accessibility.test.ts",
  "test/cms.test.ts",
  "test/github-actions.test.ts",
  "test/github-facts.test.ts",
  "test/mail.test.ts",
  "test/rebuilds/rebuilds.test.ts",
  "test/site-form.test.ts",
  "test/soak/week.test.ts",
  "test/triage-command.test.ts",
];

/** Long files first; otherwise in random order. */
class RandomOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config;
    this.ctx.logger.log(`The files’ order: --sequence.seed=${sequence.seed}`);
    const place = ({ moduleId }: TestSpecification) => {
      const path = relative(root, moduleId);
      const hash = createHash("sha1").update(`${sequence.seed} ${path}`).digest("hex");
      return `${long.includes(path) ? 0 : 1} ${hash}`;
    };
    return Promise.resolve(files.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)));
  }
}

/**
 * Four kinds of tests: `unit`, next to the code, many and fast; `spanish`, which are like them, but run with the Spanish
 * words; `served`, also next to the code, which wait for other programs; `whole`, in test/, which combine several parts (a built site, a browser, a server) and may take minutes on
 * a small, busy machine.
 */
export default defineConfig({
  test: {
    // Days begin 14 hours earlier here than in UTC, so code that uses the machine’s time zone fails at once.
    env: {
      TZ: "Pacific/Kiritimati",
      // Hundreds of processes are started. Without this, each would compile its modules again.
      NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/compiled"),
      // Tests know the English words, whatever language the board has. For the processes that they start:
      NODE_OPTIONS: "--conditions=words-en",
    },
    // Node runs the sources directly, as for the commands, so nothing needs to be transformed.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // Import packages/github-emulator from its sources, as `npm start` does.
    execArgv: ["--conditions=emulator-source", "--conditions=words-en"],
    // Files share a worker, in random order, so that anything one leaves behind is noticed.
    isolate: false,
    sequence: { sequencer: RandomOrder, seed: Date.now() },
    allowOnly: false,
    reporters: ["default", new ClosingLine()],
    exclude: [...configDefaults.exclude, "_site/**", "**/.cache/**"],
    // One more than the cores of a small machine: tests mostly wait for Git, browsers and bundlers.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{src,scripts,admin,sandbox,bench,packages/*/src}/**/*.test.ts"],
          exclude: [...served, ...spanish],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "spanish",
          include: spanish,
          // In package.json, this condition comes first.
          execArgv: ["--conditions=words-es"],
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
