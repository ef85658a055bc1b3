/**
 * The emulator's state, except what is in Git. Plain values, so that they can be written as JSON
 * and read again. Timestamps are in GitHub's format: ISO 8601, UTC, to the second.
 */

export type Moment = string;

/** Roles in a repository, the most powerful first. */
export const roles = ["admin", "maintain", "write", "triage", "read"] as const;

export type Role = (typeof roles)[number];

export type User = {
  id: number;
  login: string;
  name: string | null;
  type: "User" | "Bot" | "Organization";
  createdAt: Moment;
};

/** An app's permissions, with underscores: `pull_requests`. */
export type Permissions = Readonly<Record<string, "read" | "write">>;

export type Token = { value: string } & (
  | { kind: "user"; login: string; scopes: readonly string[] }
  | {
      kind: "installation";
      repositoryId: number;
      permissions: Permissions;
      /** The app that got it. Absent for GITHUB_TOKEN. */
      appId?: number;
    }
);

/** A GitHub App that is installed in one repository. */
export type App = {
  id: number;
  slug: string;
  clientId: string;
  privateKey: string;
  repositoryId: number;
  permissions: Permissions;
};

export type Reaction = { id: number; user: string; content: string; createdAt: Moment };

export type Comment = {
  id: number;
  author: string;
  body: string;
  createdAt: Moment;
  updatedAt: Moment;
  /** Absent if it is as it was written. */
  lastEditedAt?: Moment;
  reactions: Reaction[];
};

export type IssueEvent = {
  id: number;
  event: string;
  actor: string;
  createdAt: Moment;
  label?: string;
  assignee?: string;
  commit?: string;
  /** The commit before, if a branch was force-pushed. */
  before?: string;
};

export type Review = {
  id: number;
  author: string;
  body: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";
  commit: string;
  submittedAt: Moment;
};

export type Pull = {
  /** The repository with the head; `null` after it was deleted. */
  headRepositoryId: number | null;
  headOwner: string;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  draft: boolean;
  maintainerCanModify: boolean;
  merged: { at: Moment; by: string; commit: string } | null;
  /** The latest test merge. Absent before the first. */
  testMerge?: { at: Moment; base: string; head: string; commit: string };
  reviews: Review[];
};

export type MergeMethod = "merge" | "squash";

export type Issue = {
  id: number;
  number: number;
  title: string;
  body: string | null;
  author: string;
  state: "open" | "closed";
  stateReason: string | null;
  labels: string[];
  assignees: string[];
  comments: Comment[];
  events: IssueEvent[];
  reactions: Reaction[];
  createdAt: Moment;
  updatedAt: Moment;
  /** Of the body. Absent if it is as it was written. */
  lastEditedAt?: Moment;
  closed: { at: Moment; by: string } | null;
  pull: Pull | null;
};

export type PullIssue = Issue & { pull: Pull };

export type Label = { id: number; name: string; color: string; description: string | null };

export type Status = {
  id: number;
  sha: string;
  context: string;
  state: "success" | "failure" | "pending" | "error";
  description: string | null;
  targetUrl: string | null;
  creator: string;
  /** The app that has set it, unless that is GitHub Actions. */
  appId?: number;
  createdAt: Moment;
};

/** As sent to the API: https://docs.github.com/rest/repos/rules */
export type Ruleset = {
  id: number;
  name: string;
  target: string;
  enforcement: string;
  bypassActors: { actor_id: number | null; actor_type: string; bypass_mode: string }[];
  conditions: { ref_name: { include: string[]; exclude: string[] } };
  rules: { type: string; parameters?: Record<string, unknown> }[];
  createdAt: Moment;
  updatedAt: Moment;
};

export type Environment = {
  id: number;
  name: string;
  branchPolicy: { protected_branches: boolean; custom_branch_policies: boolean } | null;
  policies: { id: number; name: string; type: string }[];
  createdAt: Moment;
  updatedAt: Moment;
};

export type Pages = {
  buildType: "legacy" | "workflow";
  source: { branch: string; path: string } | null;
  cname: string | null;
  httpsEnforced: boolean;
};

export type ActionsSettings = {
  enabled: boolean;
  allowedActions: string;
  defaultPermissions: "read" | "write";
  canApprovePulls: boolean;
  /** Files of disabled workflows. */
  disabledWorkflows: string[];
};

/** A workflow run, as the runner reports it. */
export type WorkflowRun = {
  id: number;
  /** The number of the run in its workflow, from 1. */
  number: number;
  /** Without the folder, such as `daily.yml`. */
  file: string;
  event: string;
  branch: string;
  sha: string;
  status: string;
  conclusion: string | null;
  createdAt: Moment;
  updatedAt: Moment;
};

/** Named as in the API. */
export type RepositorySettings = {
  description: string | null;
  homepage: string | null;
  has_issues: boolean;
  has_projects: boolean;
  has_wiki: boolean;
  allow_merge_commit: boolean;
  allow_squash_merge: boolean;
  allow_rebase_merge: boolean;
  allow_auto_merge: boolean;
  allow_update_branch: boolean;
  delete_branch_on_merge: boolean;
  squash_merge_commit_title: "PR_TITLE" | "COMMIT_OR_PR_TITLE";
  squash_merge_commit_message: "PR_BODY" | "COMMIT_MESSAGES" | "BLANK";
};

export type Repository = {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  defaultBranch: string;
  /** The repository that it was forked from. */
  parentId: number | null;
  /** The repository at the root of its network. All in a network share their Git objects. */
  networkId: number;
  createdAt: Moment;
  updatedAt: Moment;
  pushedAt: Moment;
  lastNumber: number;
  /** By login in lowercase. */
  roles: Record<string, Role>;
  settings: RepositorySettings;
  issues: Issue[];
  labels: Label[];
  statuses: Status[];
  rulesets: Ruleset[];
  environments: Environment[];
  pages: Pages | null;
  actions: ActionsSettings;
  /** Oldest first. Absent before the first run. */
  runs?: WorkflowRun[];
};

export type State = {
  /** The last assigned id, of any object. */
  lastId: number;
  users: User[];
  repositories: Repository[];
  tokens: Token[];
  /** Absent before the first. */
  apps?: App[];
};

/** The bot that workflows act as, with its id at GitHub. */
export const actionsBot = "github-actions[bot]";
const actionsBotId = 41898282;

/** The app behind the bot, as rulesets name it. */
export const actionsAppId = 15368;

/** The initial state, with no user but the bot. */
export function emptyState(createdAt: Moment): State {
  const bot: User = { id: actionsBotId, login: actionsBot, name: null, type: "Bot", createdAt };
  return { lastId: 1000, users: [bot], repositories: [], tokens: [] };
}

/** Whether an issue is a pull request. */
export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== null;
}
