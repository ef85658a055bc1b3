/** Ends the output of Vitest with one plain line of counts. */
import type { Reporter, TestModule } from "vitest/node";

/** The result of a finished run. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * A Vitest reporter that prints one last plain line, `12 passed, 0 failed`, for people and programs that read only the
 * end. Anything that fails outside a test (a file that does not load, a hook, an unhandled rejection) counts as failed,
 * because no test reports it.
 */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const { passed, failed, skipped } = tally(modules);
    const broken = failed + unhandledErrors.length;
    process.stdout.write(
      `\n${passed} passed, ${broken} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}

function tally(modules: readonly TestModule[]): Tally {
  const count: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    if (module.errors().length > 0) count.failed += 1;
    for (const suite of module.children.allSuites()) {
      if (suite.errors().length > 0) count.failed += 1;
    }
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never finished has not passed.
      count[state === "pending" ? "failed" : state] += 1;
    }
  }
  return count;
}
