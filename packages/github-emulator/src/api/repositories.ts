/** Repositories and their forks. */
import type { AuthenticatedCaller } from "../authentication.ts";
import type { Core } from "../core.ts";
import { isAncestor } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { administered, readable, requireAuthentication, writable } from "../permissions.ts";
import { moveRef } from "../refs.ts";
import { forkRepository, removeRepository } from "../repositories.ts";
import { fullRepository, simpleRepository } from "../serializers/repositories.ts";
import type { Repository, RepositorySettings } from "../state.ts";
import { sameName } from "../store.ts";
import { emit } from "../webhooks.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { list, noContent, ok } from "./call.ts";
import { forbidden, notForIntegration, notFound, unprocessable } from "./errors.ts";

export const repositoryOperations: Operations = {
  "GET /repos/{owner}/{repo}": (call) => ok(fullRepository(call.core, readable(call), call.caller)),
  "PATCH /repos/{owner}/{repo}": update,
  "DELETE /repos/{owner}/{repo}": remove,
  "GET /repos/{owner}/{repo}/forks": (call) => {
    const { id } = readable(call);
    const forks = call.core.store.state.repositories.filter(({ parentId }) => parentId === id);
    return list(call, forks.reverse(), (fork) => simpleRepository(call.core, fork, call.caller));
  },
  "POST /repos/{owner}/{repo}/forks": fork,
  "POST /repos/{owner}/{repo}/merge-upstream": mergeUpstream,
};

const texts = ["description", "homepage"] as const;

const flags = [
  "has_issues",
  "has_projects",
  "has_wiki",
  "allow_merge_commit",
  "allow_squash_merge",
  "allow_auto_merge",
  "allow_update_branch",
  "delete_branch_on_merge",
] as const satisfies (keyof RepositorySettings)[];

const titles = ["PR_TITLE", "COMMIT_OR_PR_TITLE"] as const;
const messages = ["PR_BODY", "COMMIT_MESSAGES", "BLANK"] as const;

function update(call: Call): Answer {
  const { repository, caller } = administered(call);
  const { settings } = repository;
  for (const name of texts) {
    if (call.body.has(name)) settings[name] = call.body.text(name) ?? null;
  }
  for (const name of flags) {
    settings[name] = call.body.flag(name) ?? settings[name];
  }
  const title = choiceIn(call, "squash_merge_commit_title", titles);
  const message = choiceIn(call, "squash_merge_commit_message", messages);
  settings.squash_merge_commit_title = title ?? settings.squash_merge_commit_title;
  settings.squash_merge_commit_message = message ?? settings.squash_merge_commit_message;
  repository.defaultBranch = call.body.text("default_branch") ?? repository.defaultBranch;
  repository.updatedAt = call.core.store.moment();
  return ok(fullRepository(call.core, repository, caller));
}

/** The requested choice, if any. Throws 422 if it is not one of the allowed ones. */
function choiceIn<Choice extends string>(
  { body }: Call,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const given = body.text(name);
  const choice = choices.find((one) => one === given);
  if (given !== undefined && !choice) throw unprocessable(`Invalid value for ${name}`);
  return choice;
}

async function remove(call: Call): Promise<Answer> {
  const { repository, caller } = administered(call);
  if (caller.kind === "user" && !caller.scopes.includes("delete_repo")) throw forbidden();
  await removeRepository(call.core, repository);
  return noContent();
}

async function fork(call: Call): Promise<Answer> {
  const { core, body } = call;
  const parent = readable(call);
  const caller = requireAuthentication(call.caller);
  if (caller.kind === "installation") throw notForIntegration();
  if (!caller.scopes.some((scope) => ["repo", "public_repo"].includes(scope))) throw notFound();
  const owner = body.text("organization") ?? caller.user.login;
  if (!sameName(owner, caller.user.login))
    throw forbidden("The emulator only supports forks to your own account.");
  if (sameName(owner, parent.owner)) {
    throw forbidden("A single user account cannot own both a parent and fork.");
  }
  const own = core.store.state.repositories.find(
    (other) => other.networkId === parent.networkId && sameName(other.owner, owner),
  );
  const made = own ?? (await addFork(core, parent, caller, call));
  return { status: 202, body: fullRepository(core, made, caller) };
}

async function addFork(
  core: Core,
  parent: Repository,
  caller: AuthenticatedCaller,
  { body }: Call,
): Promise<Repository> {
  const owner = caller.user.login;
  const wanted = body.text("name") ?? parent.name;
  const made = await forkRepository(core, parent, {
    owner,
    name: freeName(core, owner, wanted),
    onlyDefault: body.flag("default_branch_only") ?? false,
  });
  const forkee = { ...simpleRepository(core, made, caller), public: !made.private };
  emit(core, parent, caller, { name: "fork", payload: { forkee } });
  return made;
}

/** If the person already has another repository with that name, GitHub appends a number. */
function freeName(core: Core, owner: string, wanted: string): string {
  let name = wanted;
  for (let number = 1; core.store.repository(owner, name); number += 1) {
    name = `${wanted}-${number}`;
  }
  return name;
}

async function mergeUpstream(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, { role: "write", app: "contents" });
  const branch = body.requiredText("branch");
  const parent = core.store.repositoryById(repository.parentId);
  if (!parent) throw unprocessable("This repository is not a fork");
  const ref = `refs/heads/${branch}`;
  const path = core.store.pathOf(repository);
  const before = readRef(path, ref);
  const after = readRef(core.store.pathOf(parent), ref);
  if (!before || !after) throw notFound();
  const answer = (type: string, message: string) =>
    ok({ message, merge_type: type, base_branch: `${parent.owner}:${branch}` });
  if (await isAncestor(path, after, before)) {
    return answer("none", "This branch is not behind the upstream branch.");
  }
  if (!(await isAncestor(path, before, after))) {
    throw unprocessableConflict();
  }
  await moveRef(core, repository, caller, { ref, before, after });
  const upstream = `${parent.owner}:${branch}`;
  return answer(
    "fast-forward",
    `Successfully fetched and fast-forwarded from upstream ${upstream}.`,
  );
}

/** Merging is not supported: a fork with its own commits on the branch cannot be synced. */
function unprocessableConflict() {
  return unprocessable("There are merge conflicts");
}
