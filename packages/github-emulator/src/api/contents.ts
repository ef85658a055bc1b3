/** Files and folders by path. */
import { basename } from "node:path";
import type { AuthenticatedCaller } from "../authentication.ts";
import { callerSignature, readCommits, webFlowSignature, writeCommit } from "../commits.ts";
import type { Core } from "../core.ts";
import { readBlob, resolve } from "../git.ts";
import { readRef } from "../git-refs.ts";
import { writableBranch } from "../maintainer-edits.ts";
import { readable } from "../permissions.ts";
import { moveRef } from "../refs.ts";
import { repositoryApi, repositoryPage } from "../serializers/addresses.ts";
import { serializeGitCommit } from "../serializers/commits.ts";
import type { Repository } from "../state.ts";
import type { TreeEntry } from "../trees.ts";
import { entryAt, listTree, writeBlob, writeTree } from "../trees.ts";
import type { Answer, Call, Operations } from "./call.ts";
import { created, ok, parameter } from "./call.ts";
import { ApiError, notFound, unprocessable } from "./errors.ts";
import { inLines, isRaw, rawType, readSignature } from "./git-data.ts";

const address = "/repos/{owner}/{repo}/contents/{path}";

export const contentOperations: Operations = {
  [`GET ${address}`]: read,
  [`PUT ${address}`]: put,
  [`DELETE ${address}`]: remove,
};

/** GitHub leaves out the rest without a word. https://docs.github.com/rest/repos/contents#get-repository-content */
const listedAtMost = 1000;

type Place = { repository: Repository; ref: string; commit: string; path: string };

async function read(call: Call): Promise<Answer> {
  const { core, headers, query } = call;
  const repository = readable(call);
  const ref = query.get("ref") ?? repository.defaultBranch;
  const commit = await resolve(core.store.pathOf(repository), ref);
  if (!commit) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const place: Place = { repository, ref, commit, path: pathIn(call) };
  const entry = place.path ? await entryAt(core, repository, commit, place.path) : undefined;
  if (place.path && !entry) throw notFound();
  if (!entry || entry.type === "tree") {
    const entries = await listTree(core, repository, entry?.sha ?? commit, false);
    const folder = place.path ? `${place.path}/` : "";
    return ok(
      entries
        .slice(0, listedAtMost)
        .map((found) => shape(core, place, { ...found, path: `${folder}${found.path}` })),
    );
  }
  const content = await readBlob(core.store.pathOf(repository), entry.sha);
  if (isRaw(headers)) {
    return { status: 200, body: content, headers: { "content-type": rawType } };
  }
  return ok({ ...shape(core, place, entry), content: inLines(content), encoding: "base64" });
}

async function put(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writableBranch(call, branchRef(call));
  const path = pathIn(call);
  const { branch, before, entry } = await target(call, repository, path);
  const sha = body.text("sha");
  if (entry && sha === undefined) throw unprocessable(`Invalid request.\n\n"sha" wasn't supplied.`);
  if (sha !== undefined && sha !== entry?.sha) throw mismatch(path, sha);
  const content = Buffer.from(body.requiredText("content"), "base64");
  const blob = writeBlob(core, repository, content);
  const change = { path, mode: entry?.mode ?? "100644", sha: blob };
  const commit = await commitChange(call, repository, caller, { branch, before, change });
  const place: Place = { repository, ref: branch, commit, path };
  const made = await entryAt(core, repository, commit, path);
  if (!made) throw notFound();
  const answer = {
    content: shape(core, place, made),
    commit: await commitOf(core, repository, commit),
  };
  return entry ? ok(answer) : created(answer);
}

async function remove(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writableBranch(call, branchRef(call));
  const path = pathIn(call);
  const { branch, before, entry } = await target(call, repository, path);
  if (!entry) throw notFound();
  const sha = body.requiredText("sha");
  if (sha !== entry.sha) throw mismatch(path, sha);
  const change = { path, mode: entry.mode, sha: null };
  const commit = await commitChange(call, repository, caller, { branch, before, change });
  return ok({ content: null, commit: await commitOf(core, repository, commit) });
}

function branchRef(call: Call): string {
  return `refs/heads/${call.body.text("branch") ?? readable(call).defaultBranch}`;
}

/** The branch to change, its commit, and what it has at the path. */
async function target(call: Call, repository: Repository, path: string) {
  const { core, body } = call;
  const branch = body.text("branch") ?? repository.defaultBranch;
  const before = readRef(core.store.pathOf(repository), `refs/heads/${branch}`);
  if (!before && branch !== repository.defaultBranch) {
    throw new ApiError(404, `Branch ${branch} not found`);
  }
  const entry = before && (await entryAt(core, repository, before, path));
  return { branch, before, entry: entry || undefined };
}

type BranchChange = {
  branch: string;
  before: string | undefined;
  change: { path: string; mode: string; sha: string | null };
};

async function commitChange(
  { core, body }: Call,
  repository: Repository,
  caller: AuthenticatedCaller,
  { branch, before, change }: BranchChange,
): Promise<string> {
  const author = readSignature(body.object("author"), callerSignature(core, caller));
  const commit = writeCommit(core, repository, {
    tree: await writeTree(core, repository, before, [change]),
    parents: before ? [before] : [],
    message: body.requiredText("message"),
    author,
    committer: readSignature(body.object("committer"), webFlowSignature(core)),
  });
  const move = { ref: `refs/heads/${branch}`, before: before ?? null, after: commit };
  // Rules respond 409 here, but 422 for refs.
  await moveRef(core, repository, caller, move, 409);
  return commit;
}

async function commitOf(core: Core, repository: Repository, sha: string) {
  const [commit] = await readCommits(core, repository, [sha]);
  if (!commit) throw notFound();
  return serializeGitCommit(core, repository, commit);
}

const types: Readonly<Record<string, string>> = {
  "120000": "symlink",
  "160000": "submodule",
  "040000": "dir",
};

function shape(core: Core, { repository, ref }: Place, { path, mode, type, sha, size }: TreeEntry) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const self = repositoryApi(
    core,
    repository,
    `/contents/${encoded}?ref=${encodeURIComponent(ref)}`,
  );
  const isFolder = type === "tree";
  const html = repositoryPage(core, repository, `/${isFolder ? "tree" : "blob"}/${ref}/${encoded}`);
  const git = repositoryApi(core, repository, `/git/${isFolder ? "trees" : "blobs"}/${sha}`);
  return {
    name: basename(path),
    path,
    sha,
    size: size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url: isFolder ? null : repositoryPage(core, repository, `/raw/${ref}/${encoded}`),
    type: types[mode] ?? "file",
    _links: { self, git, html },
  };
}

function pathIn(call: Call): string {
  return parameter(call, "path").replace(/^\/+|\/+$/g, "");
}

function mismatch(path: string, sha: string): ApiError {
  return new ApiError(409, `${path} does not match ${sha}`);
}
