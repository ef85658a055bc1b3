import type { Reporter, TestModule } from "vitest/node";

/** What a finished run came to. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Vitest's reporter of one last plain line, `12 passed, 0 failed`, for those who read a run by its end.
 * What broke outside any test (a file that does not load, a hook, a stray rejection) counts as failed,
 * since no test of its own would say so.
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
      // A test that never came to an end has not passed.
      count[state === "pending" ? "failed" : state] += 1;
    }
  }
  return count;
}
