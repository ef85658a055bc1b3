/** Moves branches, with GitHub's rules and consequences. */
import { ApiError } from "./api/errors.ts";
import type { AuthenticatedCaller } from "./authentication.ts";
import { readCommits } from "./commits.ts";
import type { Core } from "./core.ts";
import { commitsInOrder, isAncestor } from "./git.ts";
import { updateRef } from "./git-refs.ts";
import { updatePullsOfBranch } from "./pull-updates.ts";
import { pushViolations, violationText } from "./rules.ts";
import { repositoryPage } from "./serializers/addresses.ts";
import { pushedCommit } from "./serializers/commits.ts";
import type { Repository } from "./state.ts";
import { emit } from "./webhooks.ts";
import { refuseWorkflows } from "./workflow-files.ts";

/** `null` means no commit: the branch is being created or deleted. */
export type Move = { ref: string; before: string | null; after: string | null };

const noCommit = "0".repeat(40);

/** The maximum number of commits in a push event. */
const toldCommits = 20;

/**
 * Moves a ref for somebody with write access, if no rule forbids it, and sends the event.
 * Throws an ApiError: with status `refused` if rules forbid it, 422 otherwise.
 */
export async function moveRef(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  move: Move,
  refused = 422,
): Promise<void> {
  const isForced = await isRewriting(core, repository, move);
  const violations = pushViolations(repository, caller, move.ref, { ...move, isForced });
  if (violations.length > 0) throw new ApiError(refused, violationText(violations));
  await refuseWorkflows(core, repository, caller, move.after);
  await writeRef(core, repository, move);
  await refMoved(core, repository, caller, move);
}

/** Moves a ref in Git only. Throws 409 if it has moved in the meantime. */
export async function writeRef(
  core: Core,
  repository: Repository,
  { ref, before, after }: Move,
): Promise<void> {
  const { code, words } = await updateRef(core.store.pathOf(repository), { ref, before, after });
  if (code !== 0) throw new ApiError(409, `Reference cannot be updated: ${words.trim()}`);
}

/** What follows after a ref has moved: the push event, and updates of pull requests. */
export async function refMoved(
  core: Core,
  repository: Repository,
  caller: AuthenticatedCaller,
  move: Move,
): Promise<void> {
  repository.pushedAt = core.store.moment();
  const isForced = await isRewriting(core, repository, move);
  const { ref, before, after } = move;
  const [, kind = "", name = ""] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
  if (!kind) return;
  const refType = kind === "heads" ? "branch" : "tag";
  const named = { ref: name, ref_type: refType, pusher_type: "user" };
  if (before === null) {
    const { defaultBranch: master_branch, settings } = repository;
    const payload = { ...named, master_branch, description: settings.description };
    emit(core, repository, caller, { name: "create", payload });
  }
  if (after === null) emit(core, repository, caller, { name: "delete", payload: named });
  const commits = after ? await newCommits(core, repository, move) : [];
  emit(core, repository, caller, {
    name: "push",
    payload: {
      ref,
      before: before ?? noCommit,
      after: after ?? noCommit,
      created: before === null,
      deleted: after === null,
      forced: isForced,
      base_ref: null,
      compare: repositoryPage(core, repository, `/compare/${before ?? ""}...${after ?? ""}`),
      commits,
      head_commit: commits.at(-1) ?? null,
      pusher: { name: caller.user.login, email: null },
    },
  });
  if (refType === "branch")
    await updatePullsOfBranch(core, repository, caller, { name, before, after });
}

/** Whether a move removes commits from the branch. */
export async function isRewriting(
  core: Core,
  repository: Repository,
  { before, after }: Move,
): Promise<boolean> {
  if (!before || !after) return false;
  return !(await isAncestor(core.store.pathOf(repository), before, after));
}

async function newCommits(core: Core, repository: Repository, { before, after }: Move) {
  if (!after) return [];
  const path = core.store.pathOf(repository);
  const shas = before ? (await commitsInOrder(path, before, after)).slice(-toldCommits) : [after];
  const commits = await readCommits(core, repository, shas);
  return commits.map((commit) => pushedCommit(core, repository, commit));
}
