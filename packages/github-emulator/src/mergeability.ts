/** Whether a pull request can be merged, and if not, why. */
import { webFlowSignature, writeCommit } from "./commits.ts";
import type { Core } from "./core.ts";
import { mergeBase, mergedTree } from "./git.ts";
import { readRef, updateRef } from "./git-refs.ts";
import { mergeViolations } from "./rules.ts";
import type { PullIssue, Repository } from "./state.ts";

/** As named in the API. */
export async function mergeabilityOf(core: Core, repository: Repository, issue: PullIssue) {
  const { pull } = issue;
  const base = readRef(core.store.pathOf(repository), `refs/heads/${pull.baseRef}`);
  if (pull.merged || !base || !core.timing.isTried(pull, base)) {
    return { mergeable: null, mergeable_state: "unknown" };
  }
  const tree = await mergedTree(core.store.pathOf(repository), base, pull.headSha);
  if (!tree) return { mergeable: false, mergeable_state: "dirty" };
  await tryOut(core, repository, issue, { base, tree });
  return { mergeable: true, mergeable_state: await stateOf(core, repository, issue) };
}

/** Milliseconds until GitHub repeats the test merge. */
const longestKept = 12 * 3_600_000;

/**
 * Writes the commit of a test merge. GitHub does so only for a different head, for a different merge
 * base, or after half a day: https://github.blog/changelog/2026-02-19-changes-to-test-merge-commit-generation-for-pull-requests
 * So its first parent may be an earlier commit of the base branch.
 */
async function tryOut(
  core: Core,
  repository: Repository,
  issue: PullIssue,
  { base, tree }: { base: string; tree: string },
): Promise<void> {
  const path = core.store.pathOf(repository);
  const { pull } = issue;
  const { testMerge: last, headSha: head } = pull;
  const isKept =
    last?.head === head &&
    core.clock.now().getTime() - Date.parse(last.at) < longestKept &&
    (await mergeBase(path, last.base, head)) === (await mergeBase(path, base, head));
  if (isKept) return;
  const signature = webFlowSignature(core);
  const commit = writeCommit(core, repository, {
    tree,
    parents: [base, head],
    message: `Merge ${head} into ${base}`,
    author: signature,
    committer: signature,
  });
  pull.testMerge = { at: core.store.moment(), base, head, commit };
  await updateRef(path, { ref: mergeRef(issue), after: commit });
  core.store.save();
}

/** Removes the ref of the test merge, as closing a pull request does. */
export async function removeMergeRef(
  core: Core,
  repository: Repository,
  issue: PullIssue,
): Promise<void> {
  if (!issue.pull.testMerge) return;
  await updateRef(core.store.pathOf(repository), { ref: mergeRef(issue), after: null });
}

function mergeRef({ number }: PullIssue): string {
  return `refs/pull/${number}/merge`;
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
