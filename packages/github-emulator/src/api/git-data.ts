/** Git objects: blobs, trees and commits. */

import { momentOf } from "../clock.ts";
import type { Signature } from "../commits.ts";
import { callerSignature, readCommits, writeCommit } from "../commits.ts";
import type { Core } from "../core.ts";
import { readBlob, resolve } from "../git.ts";
import { listRefs } from "../git-refs.ts";
import { readable, writable } from "../permissions.ts";
import { nodeId } from "../serializers/addresses.ts";
import { objectOf, serializeGitCommit } from "../serializers/commits.ts";
import type { Repository } from "../state.ts";
import type { TreeChange, TreeEntry } from "../trees.ts";
import { listTree, writeBlob, writeTree } from "../trees.ts";
import type { Answer, Body, Call, Operations } from "./call.ts";
import { created, ok, parameter } from "./call.ts";
import { ApiError, invalidField, notFound, unprocessable } from "./errors.ts";

export const gitDataOperations: Operations = {
  "GET /repos/{owner}/{repo}/git/blobs/{file_sha}": answerBlob,
  "POST /repos/{owner}/{repo}/git/blobs": createBlob,
  "GET /repos/{owner}/{repo}/git/trees/{tree_sha}": readTree,
  "POST /repos/{owner}/{repo}/git/trees": createTree,
  "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": async (call) => {
    const repository = readable(call);
    const sha = await objectInPath(call, repository, "commit_sha", "commit");
    const [commit] = await readCommits(call.core, repository, [sha]);
    if (!commit) throw notFound();
    return ok(serializeGitCommit(call.core, repository, commit));
  },
  "POST /repos/{owner}/{repo}/git/commits": createCommit,
};

const contents = { role: "write", app: "contents" } as const;

/** Git's modes, with the object type of each. */
const types: Readonly<Record<string, "blob" | "tree" | "commit">> = {
  "100644": "blob",
  "100755": "blob",
  "120000": "blob",
  "040000": "tree",
  "160000": "commit",
};

async function answerBlob(call: Call): Promise<Answer> {
  const { core, headers } = call;
  const repository = readable(call);
  const sha = await objectInPath(call, repository, "file_sha", "blob");
  const content = await readBlob(core.store.pathOf(repository), sha);
  if (isRaw(headers)) {
    return { status: 200, body: content, headers: { "content-type": rawType } };
  }
  return ok({
    ...objectOf(core, repository, "blobs", sha),
    node_id: nodeId("Blob", sha),
    size: content.length,
    content: inLines(content),
    encoding: "base64",
  });
}

/** The media type of raw files. */
export const rawType = "application/vnd.github.raw; charset=utf-8";

export function isRaw(headers: Headers): boolean {
  return /application\/vnd\.github(\.v3)?\.raw/.test(headers.get("accept") ?? "");
}

/** Base64 in lines, as GitHub sends it. */
export function inLines(content: Uint8Array): string {
  return Buffer.from(content)
    .toString("base64")
    .replace(/.{1,60}/g, "$&\n");
}

function createBlob(call: Call): Answer {
  const { core, body } = call;
  const { repository } = writable(call, contents);
  refuseEmptyRepository(core, repository);
  const text = body.requiredText("content");
  const encoding = body.text("encoding") ?? "utf-8";
  const sha = writeBlob(
    core,
    repository,
    encoding === "base64" ? Buffer.from(text, "base64") : text,
  );
  return created(objectOf(core, repository, "blobs", sha));
}

async function readTree(call: Call): Promise<Answer> {
  const { core, query } = call;
  const repository = readable(call);
  const sha = await objectInPath(call, repository, "tree_sha", "tree");
  const isRecursive = query.get("recursive") !== null;
  const entries = await listTree(core, repository, sha, isRecursive);
  return ok({
    ...objectOf(core, repository, "trees", sha),
    ...cutOff(
      entries.map((entry) => serializeEntry(core, repository, entry)),
      isRecursive,
    ),
  });
}

/** GitHub’s limits of a list. https://docs.github.com/rest/git/trees#get-a-tree */
const listedAtMost = { entries: 100_000, bytes: 7_000_000 };

/** As much of a tree as GitHub lists, which limits the bytes of recursive lists only. */
export function cutOff<Entry>(all: readonly Entry[], isRecursive: boolean) {
  let bytes = 0;
  const end = all.findIndex((entry, index) => {
    if (isRecursive) bytes += JSON.stringify(entry).length;
    return index >= listedAtMost.entries || bytes > listedAtMost.bytes;
  });
  return end === -1
    ? { tree: all, truncated: false }
    : { tree: all.slice(0, end), truncated: true };
}

function serializeEntry(core: Core, repository: Repository, entry: TreeEntry) {
  const { path, mode, type, size, sha } = entry;
  // The commit of a submodule is in another repository.
  if (type === "commit") return { path, mode, type, sha };
  const kind = type === "tree" ? "trees" : "blobs";
  return {
    path,
    mode,
    type,
    ...(size !== undefined && { size }),
    ...objectOf(core, repository, kind, sha),
  };
}

async function createTree(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository } = writable(call, contents);
  refuseEmptyRepository(core, repository);
  const base = body.text("base_tree");
  const baseTree = base && (await resolve(core.store.pathOf(repository), base, "tree"));
  if (base && !baseTree) throw notFound();
  const entries = await Promise.all(
    (body.objects("tree") ?? []).map((entry) => readEntry(core, repository, entry)),
  );
  const tree = await writeTree(core, repository, baseTree || undefined, entries);
  const listed = await listTree(core, repository, tree, false);
  return created({
    ...objectOf(core, repository, "trees", tree),
    tree: listed.map((entry) => serializeEntry(core, repository, entry)),
    truncated: false,
  });
}

async function readEntry(core: Core, repository: Repository, entry: Body): Promise<TreeChange> {
  const path = entry.requiredText("path");
  const mode = entry.text("mode") ?? "100644";
  const type = types[mode];
  if (!type) throw unprocessable("tree.mode is invalid");
  if (entry.fields.sha === null) return { path, mode, sha: null };
  const content = entry.text("content");
  if (content !== undefined) {
    return { path, mode, sha: writeBlob(core, repository, content) };
  }
  const sha = entry.requiredText("sha");
  if (type === "commit") return { path, mode, sha };
  const found = await resolve(core.store.pathOf(repository), sha, type);
  if (!found) throw unprocessable(`tree.sha ${sha} is not a valid ${type}`);
  return { path, mode, sha: found };
}

async function createCommit(call: Call): Promise<Answer> {
  const { core, body } = call;
  const { repository, caller } = writable(call, contents);
  const path = core.store.pathOf(repository);
  const tree = await resolve(path, body.requiredText("tree"), "tree");
  if (!tree) throw invalidField("Commit", "tree");
  const names = body.texts("parents") ?? [];
  const parents = await Promise.all(names.map((name) => resolve(path, name)));
  if (parents.includes(undefined))
    throw unprocessable("Parent SHA does not exist or is not a commit object");
  const own = callerSignature(core, caller);
  const author = readSignature(body.object("author"), own);
  const sha = writeCommit(core, repository, {
    tree,
    parents: parents.filter((parent) => parent !== undefined),
    message: body.requiredText("message"),
    author,
    committer: readSignature(body.object("committer"), author),
  });
  const [commit] = await readCommits(core, repository, [sha]);
  if (!commit) throw notFound();
  return created(serializeGitCommit(core, repository, commit));
}

/** The person that a request names, or else the given one. */
export function readSignature(named: Body | undefined, otherwise: Signature): Signature {
  if (!named) return otherwise;
  const date = named.text("date");
  return {
    name: named.requiredText("name"),
    email: named.requiredText("email"),
    date: date ? momentOf(new Date(date)) : otherwise.date,
  };
}

/** GitHub cannot add objects to an empty repository. */
function refuseEmptyRepository(core: Core, repository: Repository): void {
  const path = core.store.pathOf(repository);
  const isFilled = ["refs/heads/", "refs/"].some((start) => listRefs(path, start).length > 0);
  if (!isFilled) throw new ApiError(409, "Git Repository is empty.");
}

async function objectInPath(
  call: Call,
  repository: Repository,
  name: string,
  type: "blob" | "tree" | "commit",
): Promise<string> {
  const sha = await resolve(call.core.store.pathOf(repository), parameter(call, name), type);
  if (!sha) throw notFound();
  return sha;
}
