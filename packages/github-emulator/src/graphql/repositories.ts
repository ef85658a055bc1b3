/** Repositories, and the lists that they hold. */
import type { Repository } from "@octokit/graphql-schema";
import { listRefs, readRef } from "../git-refs.ts";
import { hasRole, roleOf } from "../permissions.ts";
import { fullName, nodeId, repositoryPage } from "../serializers/addresses.ts";
import type { Issue, Repository as Known } from "../state.ts";
import { isPull } from "../state.ts";
import { sameName } from "../store.ts";
import { actor, user } from "./actors.ts";
import { labelFields } from "./comments.ts";
import { connection } from "./connection.ts";
import { QueryError } from "./errors.ts";
import type { Arguments, Fields, Viewer } from "./fields.ts";
import { issueFields } from "./issues.ts";
import { objectNamed, refFields } from "./objects.ts";
import { pullFields } from "./pulls.ts";

export function repositoryFields(viewer: Viewer, repository: Known) {
  const { core, caller } = viewer;
  const { settings } = repository;
  const parent = core.store.repositoryById(repository.parentId);
  const role = roleOf(repository, caller.user.login);
  return {
    __typename: "Repository",
    id: nodeId("Repository", repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: actor(viewer, repository.owner),
    url: repositoryPage(core, repository),
    description: settings.description,
    homepageUrl: settings.homepage,
    isPrivate: repository.private,
    visibility: repository.private ? "PRIVATE" : "PUBLIC",
    isFork: repository.parentId !== null,
    isArchived: false,
    isDisabled: false,
    parent: () => (parent ? viewer.repositoryFields(parent) : null),
    createdAt: repository.createdAt,
    updatedAt: repository.updatedAt,
    pushedAt: repository.pushedAt,
    hasIssuesEnabled: settings.has_issues,
    mergeCommitAllowed: settings.allow_merge_commit,
    squashMergeAllowed: settings.allow_squash_merge,
    rebaseMergeAllowed: settings.allow_rebase_merge,
    autoMergeAllowed: settings.allow_auto_merge,
    deleteBranchOnMerge: settings.delete_branch_on_merge,
    // Apps have permissions, not roles.
    viewerPermission: caller.kind === "installation" ? null : (role?.toUpperCase() ?? null),
    defaultBranchRef: () => refNamed(viewer, repository, `refs/heads/${repository.defaultBranch}`),
    ref: (given: Arguments) => refNamed(viewer, repository, given.text("qualifiedName") ?? ""),
    refs(given: Arguments) {
      const refs = listRefs(core.store.pathOf(repository), given.text("refPrefix") ?? "");
      return connection(given, {
        items: refs,
        positionOf: ({ ref }) => [ref],
        node: ({ ref, sha }) => refFields(viewer, repository, ref, sha),
      });
    },
    object(given: Arguments) {
      const name = given.text("expression") ?? given.text("oid");
      return name === undefined ? null : objectNamed(viewer, repository, name);
    },
    label(given: Arguments) {
      const name = given.text("name") ?? "";
      const label = repository.labels.find((known) => sameName(known.name, name));
      return label ? labelFields(repository, label.name) : null;
    },
    labels: (given: Arguments) =>
      connection(given, {
        items: repository.labels,
        positionOf: ({ id }) => [id],
        node: ({ name }) => labelFields(repository, name),
      }),
    collaborators: (given: Arguments) => collaborators(viewer, repository, given),
    ...issueLists(viewer, repository),
  } satisfies Fields<Repository>;
}

function refNamed(viewer: Viewer, repository: Known, name: string) {
  const path = viewer.core.store.pathOf(repository);
  const names = name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
  for (const ref of names) {
    const sha = readRef(path, ref);
    if (sha) return refFields(viewer, repository, ref, sha);
  }
  return null;
}

function issueLists(viewer: Viewer, repository: Known) {
  const shape = (issue: Issue) =>
    isPull(issue) ? pullFields(viewer, repository, issue) : issueFields(viewer, repository, issue);
  const find = (given: Arguments, name: string, isWanted: (issue: Issue) => boolean) => {
    const number = given.number("number") ?? 0;
    const issue = viewer.core.store.issue(repository, number);
    if (issue && isWanted(issue)) return shape(issue);
    throw new QueryError("NOT_FOUND", `Could not resolve to ${name} with the number of ${number}.`);
  };
  const list = (given: Arguments, isWanted: (issue: Issue) => boolean) => {
    const { field, isDescending, compare } = readOrder(given);
    const states = given.texts("states");
    const labels = given.texts("labels");
    const found = repository.issues.filter(
      (issue) =>
        isWanted(issue) &&
        (!states || states.includes(stateOf(issue))) &&
        (!labels || labels.some((name) => issue.labels.some((label) => sameName(label, name)))),
    );
    const items = viewer.core.timing.listed(found).toSorted(compare);
    return connection(given, {
      items,
      isDescending,
      positionOf: (issue) => [field(issue), issue.number],
      node: shape,
    });
  };
  return {
    issue: (given: Arguments) => find(given, "an Issue", (issue) => !isPull(issue)),
    pullRequest: (given: Arguments) => find(given, "a PullRequest", isPull),
    issueOrPullRequest: (given: Arguments) => find(given, "an issue or pull request", () => true),
    issues: (given: Arguments) => list(given, (issue) => !isPull(issue)),
    pullRequests(given: Arguments) {
      const base = given.text("baseRefName");
      const head = given.text("headRefName");
      return list(
        given,
        (issue) =>
          isPull(issue) &&
          (base === undefined || issue.pull.baseRef === base) &&
          (head === undefined || issue.pull.headRef === head),
      );
    },
  } satisfies Fields<Repository>;
}

function stateOf(issue: Issue): string {
  return issue.pull?.merged ? "MERGED" : issue.state.toUpperCase();
}

/** Sorted by `orderBy`; by default oldest first, unlike in the REST API. */
function readOrder(given: Arguments) {
  const order = given.object("orderBy");
  const isDescending = order?.direction === "DESC";
  const field = (issue: Issue) => {
    if (order?.field === "COMMENTS") return issue.comments.length;
    return order?.field === "UPDATED_AT" ? issue.updatedAt : issue.createdAt;
  };
  const sign = isDescending ? -1 : 1;
  const compare = (one: Issue, other: Issue) => {
    const [left, right] = [field(one), field(other)];
    if (left === right) return sign * (one.number - other.number);
    return left < right ? -sign : sign;
  };
  return { field, isDescending, compare };
}

function collaborators(viewer: Viewer, repository: Known, given: Arguments) {
  const { core, caller } = viewer;
  if (caller.kind === "installation") {
    throw new QueryError("FORBIDDEN", "Resource not accessible by integration");
  }
  if (!hasRole(repository, caller.user.login, "write")) {
    throw new QueryError(
      "FORBIDDEN",
      "You do not have permission to view repository collaborators.",
    );
  }
  const login = given.text("login");
  return connection(given, {
    items: core.store.state.users.filter(
      (account) =>
        account.type === "User" &&
        (login === undefined || sameName(account.login, login)) &&
        (repository.roles[account.login.toLowerCase()] ||
          sameName(account.login, repository.owner)),
    ),
    positionOf: ({ id }) => [id],
    node: (account) => user(viewer, account),
    edge: (account) => ({ permission: roleOf(repository, account.login)?.toUpperCase() }),
  });
}
