/** Git objects and refs. */
import type { Blob, Commit, GitActor, Ref, Tree, TreeEntry } from "@octokit/graphql-schema";
import type { Commit as GitCommit, Signature } from "../commits.ts";
import { readCommits, userByMail } from "../commits.ts";
import { readBlob, resolve } from "../git.ts";
import { readObject } from "../object-store.ts";
import { nodeId, repositoryPage } from "../serializers/addresses.ts";
import type { Repository } from "../state.ts";
import type { TreeEntry as GitEntry } from "../trees.ts";
import { listTree } from "../trees.ts";
import { user } from "./actors.ts";
import { connection } from "./connection.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";
import { once } from "./fields.ts";
import { commitStatus } from "./statuses.ts";

/** The object that a revision names (`main`, `main:docs/a.md`, a full SHA); `null` if there is none. */
export async function objectNamed(viewer: Viewer, repository: Repository, name: string) {
  const path = viewer.core.store.pathOf(repository);
  const oid = await resolve(path, name, "object");
  if (!oid) return null;
  const type = (await readObject(path, oid))?.type;
  if (type === "blob") return blob(viewer, repository, oid);
  if (type === "tree") return tree(viewer, repository, oid);
  return await commitNamed(viewer, repository, oid);
}

/** The commit with a full SHA; `null` if the repository does not have it. */
export async function commitNamed(viewer: Viewer, repository: Repository, sha: string) {
  const found = await resolve(viewer.core.store.pathOf(repository), sha);
  const [known] = found ? await readCommits(viewer.core, repository, [found]) : [];
  return known ? commit(viewer, repository, known) : null;
}

export function commit(viewer: Viewer, repository: Repository, known: GitCommit) {
  const { sha, message, author, committer } = known;
  const [headline = "", ...rest] = message.split("\n");
  return {
    __typename: "Commit",
    ...gitObject(viewer, repository, "Commit", sha),
    url: repositoryPage(viewer.core, repository, `/commit/${sha}`),
    message,
    messageHeadline: headline,
    messageBody: rest.join("\n").trim(),
    author: signature(viewer, author),
    committer: signature(viewer, committer),
    authoredDate: author.date,
    committedDate: committer.date,
    tree: () => tree(viewer, repository, known.tree),
    status: () => commitStatus(viewer, repository, sha),
    async parents(given: Arguments) {
      const items = await readCommits(viewer.core, repository, known.parents);
      return connection(given, {
        items,
        positionOf: (_, index) => [index],
        node: (parent) => commit(viewer, repository, parent),
      });
    },
  } satisfies Fields<Commit>;
}

function signature(viewer: Viewer, { name, email, date }: Signature) {
  const account = userByMail(viewer.core, email);
  return {
    name,
    email,
    date,
    user: account ? user(viewer, account) : null,
  } satisfies Fields<GitActor>;
}

/** GitHub returns no text for files with a zero byte near their beginning. */
const looked = 8000;

function blob(viewer: Viewer, repository: Repository, oid: string) {
  const path = viewer.core.store.pathOf(repository);
  const content = once(() => readBlob(path, oid));
  const isBinary = async () => (await content()).subarray(0, looked).includes(0);
  return {
    __typename: "Blob",
    ...gitObject(viewer, repository, "Blob", oid),
    isBinary,
    isTruncated: false,
    byteSize: async () => (await content()).length,
    text: async () => ((await isBinary()) ? null : (await content()).toString()),
  } satisfies Fields<Blob>;
}

function tree(viewer: Viewer, repository: Repository, oid: string) {
  return {
    __typename: "Tree",
    ...gitObject(viewer, repository, "Tree", oid),
    async entries() {
      const entries = await listTree(viewer.core, repository, oid, false);
      return entries.map((entry) => treeEntry(viewer, repository, entry));
    },
  } satisfies Fields<Tree>;
}

function treeEntry(
  viewer: Viewer,
  repository: Repository,
  { mode, type, sha, size, path }: GitEntry,
) {
  return {
    name: path,
    mode: Number.parseInt(mode, 8),
    type,
    oid: sha,
    size: size ?? 0,
    // A submodule's commit is in another repository.
    object: () => (type === "commit" ? null : objectNamed(viewer, repository, sha)),
  } satisfies Fields<TreeEntry>;
}

function gitObject({ core }: Viewer, repository: Repository, kind: string, oid: string) {
  return {
    id: nodeId(kind, oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitUrl: repositoryPage(core, repository, `/commit/${oid}`),
  };
}

/** A ref by its full name. */
export function refFields(viewer: Viewer, repository: Repository, ref: string, sha: string) {
  const [prefix = ""] = /^refs\/[^/]+\//.exec(ref) ?? [];
  return {
    id: nodeId("Ref", `${repository.id}:${ref}`),
    prefix,
    name: ref.slice(prefix.length),
    target: () => objectNamed(viewer, repository, sha),
  } satisfies Fields<Ref>;
}
