/** People, as in responses. */
import type { Core } from "../core.ts";
import type { Repository, User } from "../state.ts";
import { isPull } from "../state.ts";
import { sameName } from "../store.ts";
import { apiAddress, nodeId } from "./addresses.ts";

export function simpleUser(core: Core, user: User) {
  const api = apiAddress(core, `/users/${encodeURIComponent(user.login)}`);
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId("User", user.id),
    avatar_url: `${core.origin}/avatars/u/${user.id}`,
    gravatar_id: "",
    url: api,
    html_url: `${core.origin}/${encodeURIComponent(user.login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** A person by login; `null` for deleted accounts. */
export function userByLogin(core: Core, login: string) {
  const user = core.store.user(login);
  return user ? simpleUser(core, user) : null;
}

export function publicUser(core: Core, user: User) {
  const { repositories } = core.store.state;
  return {
    ...simpleUser(core, user),
    name: user.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: repositories.filter(({ owner }) => sameName(owner, user.login)).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: user.createdAt,
    updated_at: user.createdAt,
  };
}

/** A person as they see themselves. */
export function privateUser(core: Core, user: User) {
  return {
    ...publicUser(core, user),
    user_view_type: "private",
    private_gists: 0,
    total_private_repos: 0,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: true,
  };
}

/** Somebody's association with a repository: https://docs.github.com/graphql/reference/enums#commentauthorassociation */
export function association(core: Core, repository: Repository, login: string): string {
  if (sameName(repository.owner, login)) return "OWNER";
  if (repository.roles[login.toLowerCase()]) {
    return core.store.user(repository.owner)?.type === "Organization" ? "MEMBER" : "COLLABORATOR";
  }
  const hasMerged = repository.issues.some(
    (issue) => isPull(issue) && issue.pull.merged && sameName(issue.author, login),
  );
  return hasMerged ? "CONTRIBUTOR" : "NONE";
}
