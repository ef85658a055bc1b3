/** Counts requests to the emulator by caller, so that tests can limit how many a program makes. */
import type { Caller } from "./authentication.ts";
import { isActions } from "./authentication.ts";

/** Counted since the start, regardless of limits. */
export type UsageCounts = {
  /** Requests that count against the REST API's limit. */
  restRequests: number;
  /** GraphQL points. */
  graphqlPoints: number;
  /** Git commands that read over HTTP: clone, fetch, `ls-remote`, and later fetches of filtered objects. */
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

  /** Of everybody, or of one caller. */
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

/** Whose limit a request counts against: a person's or an app's, a repository's workflows', or that of all requests without a token. */
export function budgetOf(caller: Caller): string {
  if (caller.kind === "anonymous") return "anonymous";
  const isOfWorkflows = caller.kind === "installation" && isActions(caller);
  return isOfWorkflows ? repositoryBudget(caller.repositoryId) : caller.user.login;
}

/** The key of the limit that all workflows of a repository share. */
export function repositoryBudget(id: number): string {
  return `repository ${id}`;
}

function noUsage(): UsageCounts {
  return { restRequests: 0, graphqlPoints: 0, gitFetches: 0, gitPushes: 0 };
}
