/** Refs and branches. */

import { readCommits } from "../commits.ts";
import type { Core } from "../core.ts";
import { isAncestor, resolve } from "../git.ts";
import type { Ref } from "../git-refs.ts";
import { isRefName, listRefs, readRef } from "../git-refs.ts";
import { writableBranch } from "../maintainer-edits.ts";
import { readObject } from "../object-store.ts";
import { readable, writable } from "../permissions.ts";
import { isRewriting, moveRef } from "../refs.ts";
import { isAbout } from "../rules.ts";
import { nodeId, repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import { serializeCommit } from "../serializers/commits.ts";
import type { Repository } from "../state.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, list, noContent, ok, parameter } from "./call.ts";
import { ApiError, notFound, unprocessable } from "./errors.ts";

export const referenceOperations: Operations = {
  "GET /repos/{owner}/{repo}/git/ref/{ref}": async (call) => {
    const repository = readable(call);
    const ref = refInPath(call);
    const sha = readRef(call.core.store.pathOf(repository), ref);
    if (!sha) throw notFound();
    return ok(await serializeRef(call.core, repository, { ref, sha }));
  },
  "GET /repos/{owner}/{repo}/git/matching-refs/{ref}": async (call) => {
    const repository = readable(call);
    const refs = listRefs(call.core.store.pathOf(repository), refInPath(call));
    return await list(call, refs, (ref) => serializeRef(call.core, repository, ref));
  },
  // No longer documented, but Decap uses it: one ref, or all that start with the name.
  "GET /repos/{owner}/{repo}/git/refs/{ref}": async (call) => {
    const repository = readable(call);
    const ref = refInPath(call);
    const refs = listRefs(call.core.store.pathOf(repository), ref);
    const exact = refs.find((found) => found.ref === ref);
    if (exact) return ok(await serializeRef(call.core, repository, exact));
    if (refs.length === 0) throw notFound();
    return await list(call, refs, (found) => serializeRef(call.core, repository, found));
  },
  "POST /repos/{owner}/{repo}/git/refs": create,
  "PATCH /repos/{owner}/{repo}/git/refs/{ref}": update,
  "DELETE /repos/{owner}/{repo}/git/refs/{ref}": remove,
  "GET /repos/{owner}/{repo}/branches": async (call) => {
    const repository = readable(call);
    const branches = listRefs(call.core.store.pathOf(repository), "refs/heads/");
    return await list(call, branches, (ref) => serializeBranch(call.core, repository, ref));
  },
  "GET /repos/{owner}/{repo}/branches/{branch}": branch,
};

const contents = { role: "write", app: "contents" } as const;

function refInPath(call: Call): string {
  return `refs/${parameter(call, "ref").replace(/^refs\//, "")}`;
}

async function create(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, contents);
  const ref = body.requiredText("ref");
  if (!isRefName(ref)) {
    throw unprocessable(
      "Reference name is not valid: it must start with 'refs' and have two slashes.",
    );
  }
  const path = core.store.pathOf(repository);
  const sha = await resolve(path, body.requiredText("sha"), "object");
  if (!sha) throw unprocessable("Object does not exist");
  if (readRef(path, ref)) throw unprocessable("Reference already exists");
  await moveRef(core, repository, caller, { ref, before: null, after: sha });
  return created(await serializeRef(core, repository, { ref, sha }));
}

async function update(call: Call): Promise<Answer> {
  const { core, body } = call;
  const ref = refInPath(call);
  const { repository, caller } = writableBranch(call, ref);
  const path = core.store.pathOf(repository);
  const before = readRef(path, ref);
  if (!before) throw unprocessable("Reference does not exist");
  const after = await resolve(path, body.requiredText("sha"), "object");
  if (!after) throw unprocessable("Object does not exist");
  const move = { ref, before, after };
  if (!body.flag("force") && (await isRewriting(core, repository, move))) {
    throw unprocessable("Update is not a fast forward");
  }
  if (before !== after) await moveRef(core, repository, caller, move);
  return ok(await serializeRef(core, repository, { ref, sha: after }));
}

async function remove(call: Call): Promise<Answer> {
  const { core } = call;
  const { repository, caller } = writable(call, contents);
  const ref = refInPath(call);
  const before = readRef(core.store.pathOf(repository), ref);
  if (!before) throw unprocessable("Reference does not exist");
  if (ref === `refs/heads/${repository.defaultBranch}`) {
    throw unprocessable("Cannot delete the default branch");
  }
  await moveRef(core, repository, caller, { ref, before, after: null });
  return noContent();
}

async function branch(call: Call): Promise<Answer> {
  const { core } = call;
  const repository = readable(call);
  const name = parameter(call, "branch");
  const sha = readRef(core.store.pathOf(repository), `refs/heads/${name}`);
  const [commit] = sha ? await readCommits(core, repository, [sha]) : [];
  if (!commit) throw new ApiError(404, "Branch not found");
  const self = repositoryApi(core, repository, `/branches/${name}`);
  const isHeld = isProtected(repository, `refs/heads/${name}`);
  return ok({
    name,
    commit: serializeCommit(core, repository, commit),
    _links: { self, html: repositoryPage(core, repository, `/tree/${name}`) },
    protected: isHeld,
    protection: { enabled: isHeld },
    protection_url: `${self}/protection`,
  });
}

function isProtected(repository: Repository, ref: string): boolean {
  return repository.rulesets.some(
    (ruleset) => ruleset.enforcement === "active" && isAbout(repository, ruleset, ref),
  );
}

/** GitHub's webhooks have at most ten. */
const mostBranches = 10;

/** The branches that contain a commit. */
export async function branchesContaining(core: Core, repository: Repository, sha: string) {
  const path = core.store.pathOf(repository);
  const containing: ReturnType<typeof serializeBranch>[] = [];
  for (const branch of listRefs(path, "refs/heads/")) {
    if (containing.length < mostBranches && (await isAncestor(path, sha, branch.sha))) {
      containing.push(serializeBranch(core, repository, branch));
    }
  }
  return containing;
}

function serializeBranch(core: Core, repository: Repository, { ref, sha }: Ref) {
  return {
    name: ref.replace("refs/heads/", ""),
    commit: { sha, url: repositoryApi(core, repository, `/commits/${sha}`) },
    protected: isProtected(repository, ref),
  };
}

async function serializeRef(core: Core, repository: Repository, { ref, sha }: Ref) {
  const type = (await readObject(core.store.pathOf(repository), sha))?.type ?? "commit";
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: repositoryApi(core, repository, `/git/${ref}`),
    object: { sha, type, url: repositoryApi(core, repository, `/git/${type}s/${sha}`) },
  };
}
