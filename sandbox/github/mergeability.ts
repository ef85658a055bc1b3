/** Whether a pull request can be merged, and what is in its way. */
import type { Core } from "./core.ts";
import { readRef, tryGitOnce } from "./git.ts";
import { mergeViolations } from "./rules.ts";
import type { PullIssue, Repository } from "./state.ts";

/** The tree of two branches joined, or `undefined` where they contradict each other. */
export async function mergedTree(
  core: Core,
  repository: Repository,
  base: string,
  head: string,
): Promise<string | undefined> {
  const path = core.store.pathOf(repository);
  const result = await tryGitOnce(path, [
    "merge-tree",
    "--write-tree",
    "--no-messages",
    base,
    head,
  ]);
  return result.code === 0 ? result.output.toString().trim() : undefined;
}

/** As the API names it. */
export async function mergeabilityOf(core: Core, repository: Repository, issue: PullIssue) {
  const { pull } = issue;
  const base = await readRef(core.store.pathOf(repository), `refs/heads/${pull.baseRef}`);
  if (pull.merged || !base) return { mergeable: null, mergeable_state: "unknown" };
  if (!(await mergedTree(core, repository, base, pull.headSha))) {
    return { mergeable: false, mergeable_state: "dirty" };
  }
  return { mergeable: true, mergeable_state: await stateOf(core, repository, issue) };
}

async function stateOf(core: Core, repository: Repository, issue: PullIssue): Promise<string> {
  if (issue.pull.draft) return "draft";
  const violations = await mergeViolations(core, repository, issue.pull, { kind: "anonymous" });
  if (violations.length > 0) return "blocked";
  const verdicts = new Map(
    repository.statuses
      .filter(({ sha }) => sha === issue.pull.headSha)
      .map(({ context, state }) => [context, state]),
  );
  return [...verdicts.values()].every((state) => state === "success") ? "clean" : "unstable";
}
