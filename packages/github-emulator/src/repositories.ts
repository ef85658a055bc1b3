/** Bare repositories on disk. Those in the same network share objects, as at GitHub. */
import { mkdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { signatureOf, writeCommit } from "./commits.ts";
import type { Core } from "./core.ts";
import { git } from "./git.ts";
import { listRefs, readRef, updateRef } from "./git-refs.ts";
import { refuseHook } from "./push-rules.ts";
import type { Repository } from "./state.ts";
import { sameName } from "./store.ts";

export type NewRepository = {
  owner: string;
  name: string;
  defaultBranch?: string;
  private?: boolean;
};

/** Adds an empty repository. Throws an Error if it already exists. */
export async function createRepository(
  core: Core,
  { owner, name, defaultBranch = "main", private: isPrivate = false }: NewRepository,
): Promise<Repository> {
  const id = core.store.nextId();
  const repository = newRepository(core, { id, owner, name, defaultBranch, isPrivate });
  await createBare(core, repository);
  core.store.state.repositories.push(repository);
  core.store.save();
  return repository;
}

/** Adds a fork under another owner, with all branches or only the default one. */
export async function forkRepository(
  core: Core,
  parent: Repository,
  { owner, name, onlyDefault }: { owner: string; name: string; onlyDefault: boolean },
): Promise<Repository> {
  const fork = newRepository(core, {
    id: core.store.nextId(),
    owner,
    name,
    defaultBranch: parent.defaultBranch,
    isPrivate: parent.private,
    parent,
  });
  fork.settings = { ...parent.settings };
  await createBare(core, fork);
  for (const { ref, sha } of listRefs(core.store.pathOf(parent), "refs/heads/")) {
    if (onlyDefault && ref !== `refs/heads/${parent.defaultBranch}`) continue;
    await updateRef(core.store.pathOf(fork), { ref, after: sha });
  }
  core.store.state.repositories.push(fork);
  return fork;
}

/** Deletes a repository. Objects that others share with it stay. */
export async function removeRepository(core: Core, repository: Repository): Promise<void> {
  const { state } = core.store;
  await rm(core.store.pathOf(repository), { recursive: true, force: true });
  state.repositories.splice(state.repositories.indexOf(repository), 1);
  for (const other of state.repositories) {
    if (other.parentId === repository.id) other.parentId = null;
    for (const { pull } of other.issues) {
      if (pull?.headRepositoryId === repository.id) pull.headRepositoryId = null;
    }
  }
}

/**
 * Fills an empty repository from this machine: with the branches of a Git repository, whose current branch
 * becomes the default if there is no branch with the default's name; or with one commit of all files in a folder.
 */
export async function fillRepository(
  core: Core,
  repository: Repository,
  from: string,
): Promise<void> {
  const path = core.store.pathOf(repository);
  const main = `refs/heads/${repository.defaultBranch}`;
  if (await isGitRepository(from)) {
    const fetch = ["fetch", "-q", "--no-tags", "--update-shallow", from];
    await git(path, [...fetch, "+refs/heads/*:refs/heads/*"]);
    if (!readRef(path, main)) await git(path, [...fetch, `+HEAD:${main}`]);
    return;
  }
  const variables = {
    GIT_DIR: path,
    GIT_WORK_TREE: from,
    GIT_INDEX_FILE: join(path, "filling"),
  };
  await git(from, ["add", "-A", "."], { variables });
  const tree = await git(from, ["write-tree"], { variables });
  await rm(variables.GIT_INDEX_FILE);
  const author = signatureOf(core, core.store.userOf(repository.owner));
  const commit = writeCommit(core, repository, {
    tree,
    parents: [],
    message: "Initial commit",
    author,
    committer: author,
  });
  await updateRef(path, { ref: main, after: commit });
}

/** An owner's repository in the same network. */
export function inNetwork(
  core: Core,
  repository: Repository,
  owner: string,
): Repository | undefined {
  if (sameName(repository.owner, owner)) return repository;
  return core.store.state.repositories.find(
    (other) => other.networkId === repository.networkId && sameName(other.owner, owner),
  );
}

/** Checks names by GitHub's rules, because they become folder names. */
function isRepositoryName(name: string): boolean {
  return /^[\w.-]+$/.test(name) && !/^\.{1,2}$|\.git$/.test(name);
}

type Identity = {
  id: number;
  owner: string;
  name: string;
  defaultBranch: string;
  isPrivate: boolean;
  parent?: Repository;
};

function newRepository(
  core: Core,
  { id, owner, name, defaultBranch, isPrivate, parent }: Identity,
): Repository {
  const { login } = core.store.userOf(owner);
  if (!isRepositoryName(name)) throw new Error(`“${name}” cannot be the name of a repository.`);
  if (core.store.repository(login, name)) {
    throw new Error(`There is a repository ${login}/${name} in the emulator already.`);
  }
  const createdAt = core.store.moment();
  return {
    id,
    owner: login,
    name,
    private: isPrivate,
    defaultBranch,
    parentId: parent?.id ?? null,
    networkId: parent?.networkId ?? id,
    createdAt,
    updatedAt: createdAt,
    pushedAt: createdAt,
    lastNumber: 0,
    roles: {},
    settings: {
      description: null,
      homepage: null,
      has_issues: true,
      has_projects: true,
      has_wiki: true,
      allow_merge_commit: true,
      allow_squash_merge: true,
      // Rebasing needs a working tree.
      allow_rebase_merge: false,
      allow_auto_merge: false,
      allow_update_branch: false,
      delete_branch_on_merge: false,
      squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
      squash_merge_commit_message: "COMMIT_MESSAGES",
    },
    issues: [],
    labels: [],
    statuses: [],
    rulesets: [],
    environments: [],
    pages: null,
    actions: {
      enabled: true,
      allowedActions: "all",
      defaultPermissions: "read",
      canApprovePulls: false,
      disabledWorkflows: [],
    },
  };
}

/** Objects are stored outside the repositories, so that they outlive the one that they came with. */
async function createBare(core: Core, repository: Repository): Promise<void> {
  const path = core.store.pathOf(repository);
  const objects = join(core.store.directory, ".objects", String(repository.networkId));
  const folders = [join(path, "hooks"), join(path, "refs", "heads"), join(objects, "pack")];
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all([
    symlink(join("..", "..", ".objects", String(repository.networkId)), join(path, "objects")),
    writeFile(join(path, "HEAD"), `ref: refs/heads/${repository.defaultBranch}\n`),
    writeFile(join(path, "config"), configuration),
    writeFile(join(path, "hooks", "update"), refuseHook, { mode: 0o755 }),
  ]);
}

/** Git must not collect garbage: another repository may need the object. */
const configuration = `[core]
  repositoryformatversion = 0
  bare = true
[gc]
  auto = 0
[receive]
  autogc = false
  hideRefs = refs/pull
  fsckObjects = true
[uploadpack]
  allowFilter = true
  allowAnySHA1InWant = true
`;

async function isGitRepository(folder: string): Promise<boolean> {
  const found = await Promise.all(
    [join(folder, ".git"), join(folder, "HEAD")].map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.some(Boolean);
}
