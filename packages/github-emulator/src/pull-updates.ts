/** Updates pull requests when their branches move, and merges or reopens them. */
import { ApiError, invalid } from "./api/errors.ts";
import type { AuthenticatedCaller } from "./authentication.ts";
import type { Commit, Signature } from "./commits.ts";
import { readCommits, signatureOf, webFlowSignature, writeCommit } from "./commits.ts";
import type { Core } from "./core.ts";
import { isAncestor, mergedTree } from "./git.ts";
import { readRef, updateRef } from "./git-refs.ts";
import { close, recordIssueEvent } from "./issue-updates.ts";
import { commitsOf, pullRange } from "./pull-changes.ts";
import type { MergeMethod, PullIssue, Repository } from "./state.ts";
import { isPull } from "./state.ts";
import { emitIssueEvent } from "./webhooks.ts";

type Branch = { name: string; before: string | null; after: string | null };

/** Updates the open pull requests from and to a branch after it has moved. */
export async function updatePullsOfBranch(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  branch: Branch,
): Promise<void> {
  for (const base of core.store.state.repositories) {
    for (const issue of base.issues) {
      if (!isPull(issue) || issue.state === "closed") continue;
      const { headRepositoryId, headRef, baseRef } = issue.pull;
      const isHead = headRepositoryId === repository.id && headRef === branch.name;
      const isBase = base === repository && baseRef === branch.name;
      if (isHead || isBase) await updatePull(core, base, caller, issue, { ...branch, isHead });
    }
  }
}

async function updatePull(
  core: Core,
  base: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  { isHead, ...branch }: Branch & { isHead: boolean },
): Promise<void> {
  if (branch.after === null) await close(core, base, caller, issue);
  else if (isHead) await synchronize(core, base, caller, issue, branch.after);
  else await detectMerge(core, base, caller, issue, branch);
}

/** Sets the ref that keeps the head of a pull request in the base repository, even if its fork is deleted. */
export async function writeHeadRef(
  core: Core,
  repository: Repository,
  { number, pull }: PullIssue,
): Promise<void> {
  const ref = `refs/pull/${number}/head`;
  await updateRef(core.store.pathOf(repository), { ref, after: pull.headSha });
}

async function synchronize(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  after: string,
): Promise<void> {
  const { pull } = issue;
  if (after === pull.headSha) return;
  const before = pull.headSha;
  await moveHead(core, repository, issue, after);
  issue.updatedAt = core.store.moment();
  if (!(await isAncestor(core.store.pathOf(repository), before, after))) {
    const event = { event: "head_ref_force_pushed", before, commit: after };
    recordIssueEvent(core, issue, caller.user.login, event);
  }
  await emitIssueEvent(core, repository, caller, issue, "synchronize", { before, after });
}

async function moveHead(
  core: Core,
  repository: Repository,
  issue: PullIssue,
  head: string,
): Promise<void> {
  const path = core.store.pathOf(repository);
  const { pull } = issue;
  pull.headSha = head;
  pull.baseSha = readRef(path, `refs/heads/${pull.baseRef}`) ?? pull.baseSha;
  await writeHeadRef(core, repository, issue);
}

/** A pull request whose commits got into the base branch in another way counts as merged. */
async function detectMerge(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  { before, after }: Branch,
): Promise<void> {
  const { pull } = issue;
  if (after === null || before === null) return;
  if (!(await isAncestor(core.store.pathOf(repository), pull.headSha, after))) return;
  pull.baseSha = before;
  await markMerged(core, repository, caller, issue, after);
}

/** Marks a pull request as merged, and sends the event. */
export async function markMerged(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  commit: string,
): Promise<void> {
  const { login } = caller.user;
  issue.pull.merged = { at: core.store.moment(), by: login, commit };
  recordIssueEvent(core, issue, login, { event: "merged", commit });
  await close(core, repository, caller, issue);
}

/** Makes a pull request a draft or ready in its author's name. Throws an Error if it does not exist. */
export async function setDraft(
  core: Core,
  repository: Repository,
  number: number,
  isDraft: boolean,
): Promise<void> {
  const issue = core.store.issue(repository, number);
  if (!issue || !isPull(issue)) throw new Error(`There is no pull request ${number}.`);
  if (issue.pull.draft === isDraft) return;
  const user = core.store.userOf(issue.author);
  const event = isDraft ? "converted_to_draft" : "ready_for_review";
  issue.pull.draft = isDraft;
  recordIssueEvent(core, issue, user.login, { event: isDraft ? "convert_to_draft" : event });
  await emitIssueEvent(core, repository, { kind: "user", user, scopes: [] }, issue, event);
  core.store.save();
}

/** Updates a closed pull request to its branch's current commit. Throws 422 if it cannot be reopened. */
export async function refreshHead(
  core: Core,
  repository: Repository,
  issue: PullIssue,
): Promise<void> {
  const { pull } = issue;
  const refuse = (reason: string) => invalid("PullRequest", reason);
  if (pull.merged) throw refuse("The pull request cannot be reopened: it is merged.");
  const headRepository = core.store.repositoryById(pull.headRepositoryId);
  if (!headRepository)
    throw refuse("The repository that submitted this pull request has been deleted.");
  const path = core.store.pathOf(headRepository);
  const tip = readRef(path, `refs/heads/${pull.headRef}`);
  if (!tip) throw refuse(`The ${pull.headRef} branch has been deleted.`);
  if (!(await isAncestor(path, pull.headSha, tip))) {
    throw refuse(`The ${pull.headRef} branch was force-pushed or recreated.`);
  }
  const twin = repository.issues.some(
    (other) => isPull(other) && other.state === "open" && isSameWay(issue, other),
  );
  if (twin) {
    throw refuse(`A pull request already exists for ${pull.headOwner}:${pull.headRef}.`);
  }
  await moveHead(core, repository, issue, tip);
}

function isSameWay({ pull }: PullIssue, { pull: other }: PullIssue): boolean {
  return (
    pull.headRepositoryId === other.headRepositoryId &&
    pull.headRef === other.headRef &&
    pull.baseRef === other.baseRef
  );
}

export type MergeMessage = { title?: string | undefined; message?: string | undefined };

/**
 * Writes the commit that merges a pull request into the current base branch, without moving the branch.
 * Throws 405 if there are conflicts.
 */
export async function writeMerge(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  issue: PullIssue,
  { base, method, words }: { base: string; method: MergeMethod; words: MergeMessage },
): Promise<string> {
  const { pull } = issue;
  const tree = await mergedTree(core.store.pathOf(repository), base, pull.headSha);
  if (!tree) throw new ApiError(405, "Pull Request is not mergeable");
  const commits = await readCommits(
    core,
    repository,
    await commitsOf(core, repository, await pullRange(core, repository, pull)),
  );
  const isSquash = method === "squash";
  const { title, text } = isSquash
    ? squashMessage(repository, issue, commits)
    : mergeMessage(issue);
  const message = words.message ?? text;
  return writeCommit(core, repository, {
    tree,
    parents: isSquash ? [base] : [base, pull.headSha],
    message: `${words.title ?? title}${message ? `\n\n${message}` : ""}`,
    author: isSquash ? squashAuthor(core, issue) : signatureOf(core, caller.user),
    committer: webFlowSignature(core),
  });
}

function mergeMessage({ number, title, pull }: PullIssue) {
  return {
    title: `Merge pull request #${number} from ${pull.headOwner}/${pull.headRef}`,
    text: title,
  };
}

/** By the repository's settings. https://docs.github.com/rest/repos/repos#update-a-repository */
function squashMessage(
  { settings }: Repository,
  { number, title, body }: PullIssue,
  commits: readonly Commit[],
) {
  const [first, ...others] = commits;
  const isOne = first !== undefined && others.length === 0;
  const ofCommit = isOne && settings.squash_merge_commit_title === "COMMIT_OR_PR_TITLE";
  const texts = {
    BLANK: "",
    PR_BODY: body ?? "",
    COMMIT_MESSAGES: isOne
      ? first.message.replace(/^.*\n*/, "")
      : commits.map(({ message }) => `* ${message}`).join("\n\n"),
  };
  return {
    title: `${ofCommit ? first.message.split("\n")[0] : title} (#${number})`,
    text: texts[settings.squash_merge_commit_message],
  };
}

function squashAuthor(core: Core, issue: PullIssue): Signature {
  return signatureOf(core, core.store.userOf(issue.author));
}
