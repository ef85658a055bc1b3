/** Repositories, as in responses. */
import type { Caller } from "../authentication.ts";
import type { Core } from "../core.ts";
import { hasRole } from "../permissions.ts";
import type { Repository } from "../state.ts";
import { fullName, nodeId, repositoryApi, repositoryPage } from "./addresses.ts";
import { userByLogin } from "./users.ts";

/** Paths of a repository, by the names of their URLs in responses. */
const addresses = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

export function shortRepository(core: Core, repository: Repository) {
  const { id, name, settings, parentId } = repository;
  const urls = Object.entries(addresses).map(([key, path]) => [
    key,
    repositoryApi(core, repository, path),
  ]);
  return {
    id,
    node_id: nodeId("Repository", id),
    name,
    full_name: fullName(repository),
    private: repository.private,
    owner: userByLogin(core, repository.owner),
    html_url: repositoryPage(core, repository),
    description: settings.description,
    fork: parentId !== null,
    url: repositoryApi(core, repository),
    ...Object.fromEntries(urls),
  };
}

/** A repository with the caller's permissions. */
export function simpleRepository(core: Core, repository: Repository, caller: Caller) {
  const page = repositoryPage(core, repository);
  const forks = core.store.state.repositories.filter(({ parentId }) => parentId === repository.id);
  const open = repository.issues.filter(({ state }) => state === "open").length;
  return {
    ...shortRepository(core, repository),
    ...repository.settings,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    git_url: page.replace(/^https?/, "git").concat(".git"),
    ssh_url: `git@127.0.0.1:${fullName(repository)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_downloads: true,
    has_pages: repository.pages !== null,
    has_discussions: false,
    forks_count: forks.length,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? "private" : "public",
    forks: forks.length,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
    ...(caller.kind === "user" && { permissions: permissionsOf(repository, caller.user.login) }),
  };
}

/** A repository with the one that it was forked from. */
export function fullRepository(core: Core, repository: Repository, caller: Caller) {
  const parent = core.store.repositoryById(repository.parentId);
  const source = core.store.repositoryById(repository.networkId);
  return {
    ...simpleRepository(core, repository, caller),
    network_count: 0,
    subscribers_count: 0,
    ...(parent && { parent: simpleRepository(core, parent, caller) }),
    ...(parent && source && { source: simpleRepository(core, source, caller) }),
  };
}

export function permissionsOf(repository: Repository, login: string) {
  return {
    admin: hasRole(repository, login, "admin"),
    maintain: hasRole(repository, login, "maintain"),
    push: hasRole(repository, login, "write"),
    triage: hasRole(repository, login, "triage"),
    pull: hasRole(repository, login, "read"),
  };
}
