/** What has been asked of the emulator, by whom: tests hold a program's thrift to it. */
import type { Caller } from "./authentication.ts";

/** Counted since the start, whatever the limits are. */
export type UsageCounts = {
  /** Requests that GitHub's limit for the REST API counts. */
  restRequests: number;
  /** Points of the GraphQL API. */
  graphqlPoints: number;
  /** Commands of Git that read over HTTP: clone, fetch, `ls-remote`, and each later reading of what a filter left out. */
  gitFetches: number;
  gitPushes: number;
};

export class Usage {
  readonly #counts = new Map<string, UsageCounts>();

  count(caller: Caller, what: keyof UsageCounts, by = 1): void {
    const name = budgetOf(caller);
    const counts = this.#counts.get(name) ?? noUsage();
    counts[what] += by;
    this.#counts.set(name, counts);
  }

  /** Of everybody, or of one budget alone. */
  read(budget?: string): UsageCounts {
    const wanted = [...this.#counts].filter(([name]) => budget === undefined || name === budget);
    return wanted.reduce(
      (sum, [, counts]) => ({
        restRequests: sum.restRequests + counts.restRequests,
        graphqlPoints: sum.graphqlPoints + counts.graphqlPoints,
        gitFetches: sum.gitFetches + counts.gitFetches,
        gitPushes: sum.gitPushes + counts.gitPushes,
      }),
      noUsage(),
    );
  }
}

/** Whose limit a request counts against: a person's, a repository's workflows', or that of all who bring no token. */
export function budgetOf(caller: Caller): string {
  if (caller.kind === "anonymous") return "anonymous";
  return caller.kind === "user" ? caller.user.login : repositoryBudget(caller.repositoryId);
}

/** The budget that all workflows of a repository share. */
export function repositoryBudget(id: number): string {
  return `repository ${id}`;
}

function noUsage(): UsageCounts {
  return { restRequests: 0, graphqlPoints: 0, gitFetches: 0, gitPushes: 0 };
}
