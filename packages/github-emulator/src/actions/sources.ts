/** Whose workflow files count for a trigger, and what it is about. */
import type { Mirror, Source } from "./mirror.ts";
import type { Payload, Trigger } from "./triggers.ts";
import { sideOf } from "./triggers.ts";

/**
 * The commit that a trigger's runs have. `undefined` where GitHub starts nothing: the branch is gone, or
 * the pull request contradicts its base.
 */
export async function findSource(mirror: Mirror, trigger: Trigger): Promise<Source | undefined> {
  const { payload } = trigger;
  switch (sideOf(trigger)) {
    case "merge":
      return payload.pull_request && (await mergeSource(mirror, payload.pull_request));
    case "ref":
      return await refSource(mirror, payload);
    default: {
      const { sha, ref, head } = await mirror.defaultBranch();
      const pull = payload.pull_request;
      return { sha, ref, head: pull ? { sha: pull.head.sha, branch: pull.head.ref } : head };
    }
  }
}

async function mergeSource(
  mirror: Mirror,
  { number, base, head }: NonNullable<Payload["pull_request"]>,
): Promise<Source | undefined> {
  const tip = await mirror.commit(`refs/heads/${base.ref}`);
  if (!tip || !head.repo) return undefined;
  const { sha, ref: branch } = head;
  const merged = await mirror.merge(tip, { repository: head.repo.full_name, sha, branch });
  if (!merged) return undefined;
  return { sha: merged, ref: `refs/pull/${number}/merge`, head: { sha, branch } };
}

async function refSource(
  mirror: Mirror,
  { ref = "", after, deleted }: Payload,
): Promise<Source | undefined> {
  const full = ref.startsWith("refs/") ? ref : `refs/heads/${ref}`;
  if (deleted || !full.startsWith("refs/heads/")) return undefined;
  const sha = await mirror.commit(after ?? full);
  if (!sha) return undefined;
  return { sha, ref: full, head: { sha, branch: full.replace("refs/heads/", "") } };
}

/**
 * Whether the message of the newest commit asks for no runs, which GitHub heeds for pushes and pull
 * requests. https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
 */
export async function isSkippedByMessage(
  mirror: Mirror,
  { name }: Trigger,
  { head }: Source,
): Promise<boolean> {
  if (!["push", "pull_request"].includes(name)) return false;
  const message = await mirror.message(head.sha);
  return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(message);
}

/** The paths that a push or a pull request changes. */
export async function listChangedPaths(
  mirror: Mirror,
  { payload }: Trigger,
  { sha }: Source,
): Promise<string[]> {
  const { pull_request: pull, before = "" } = payload;
  if (!pull) return await mirror.changedPaths(before, sha, false);
  const base = (await mirror.commit(`refs/heads/${pull.base.ref}`)) ?? pull.base.sha;
  return await mirror.changedPaths(base, pull.head.sha, true);
}
