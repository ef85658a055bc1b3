/** Which commit's workflow files a trigger uses, and what the trigger is about. */
import type { HostedRepository, Source } from "./repository.ts";
import type { Payload, Trigger } from "./triggers.ts";
import { sideOf } from "./triggers.ts";

/**
 * The commit that a trigger's runs use. `undefined` if GitHub starts nothing: the branch is gone, or
 * the pull request conflicts with its base.
 */
export async function findSource(
  repository: HostedRepository,
  trigger: Trigger,
): Promise<Source | undefined> {
  const { payload } = trigger;
  switch (sideOf(trigger)) {
    case "merge":
      return payload.pull_request && (await mergeSource(repository, payload.pull_request));
    case "ref":
      return await refSource(repository, payload);
    default: {
      const { sha, ref, head } = await repository.defaultBranch();
      const pull = payload.pull_request;
      return { sha, ref, head: pull ? { sha: pull.head.sha, branch: pull.head.ref } : head };
    }
  }
}

async function mergeSource(
  repository: HostedRepository,
  { number, base, head }: NonNullable<Payload["pull_request"]>,
): Promise<Source | undefined> {
  const tip = await repository.commit(`refs/heads/${base.ref}`);
  if (!tip || !head.repo) return undefined;
  const { sha, ref: branch } = head;
  const merged = await repository.merge(tip, { repository: head.repo.full_name, sha, branch });
  if (!merged) return undefined;
  return { sha: merged, ref: `refs/pull/${number}/merge`, head: { sha, branch } };
}

async function refSource(
  repository: HostedRepository,
  { ref = "", after, deleted }: Payload,
): Promise<Source | undefined> {
  const full = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
  if (deleted || !full.startsWith("refs/heads/")) return undefined;
  const sha = await repository.commit(after ?? full);
  if (!sha) return undefined;
  return { sha, ref: full, head: { sha, branch: full.replace("refs/heads/", "") } };
}

/**
 * Whether the message of the newest commit skips workflows, which works for pushes and pull
 * requests. https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
export async function isSkippedByMessage(
  repository: HostedRepository,
  { name }: Trigger,
  { head }: Source,
): Promise<boolean> {
  if (!["push", "pull_request"].includes(name)) return false;
  const message = await repository.message(head.sha);
  return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message);
}

/** The paths that a push or a pull request changes. */
export async function listChangedPaths(
  repository: HostedRepository,
  { payload }: Trigger,
  { sha }: Source,
): Promise<string[]> {
  const { pull_request: pull, before = "" } = payload;
  if (!pull) return await repository.changedPaths(before, sha, false);
  const base = (await repository.commit(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha;
  return await repository.changedPaths(base, pull.head.sha, true);
}
