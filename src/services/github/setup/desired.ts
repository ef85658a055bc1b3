/** Decides how a repository must be set up for the board, and which steps are missing. */
import { isDeepStrictEqual } from "node:util";
import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { BoardConfig } from "../../../board/config.ts";
import { hosts } from "../../../board/config.ts";
import { requestLabels } from "../../../board/requests/labels.ts";
import type { Label } from "../../../board/review/labels.ts";
import { allLabels } from "../../../board/review/labels.ts";
import { statusContext } from "../facts/commit-statuses.ts";

/** How the repository is set up on GitHub. */
export type ActualSetup = {
  defaultBranch: string;
  merging: Merging;
  /** The ruleset with our name, if it exists. */
  ruleset: ActualRuleset | undefined;
  labels: readonly { name: string; color: string; description: string | null }[];
  environments: readonly ActualEnvironment[];
  /** How Pages is built; `none` if it is off. */
  pages: string;
  workflows: { permissions: "read" | "write"; mayCreatePulls: boolean };
};

/** How pull requests may be merged, named as in the API. */
export type Merging = Partial<
  Pick<
    RestEndpointMethodTypes["repos"]["update"]["parameters"],
    | "allow_squash_merge"
    | "allow_merge_commit"
    | "allow_rebase_merge"
    | "squash_merge_commit_title"
    | "squash_merge_commit_message"
  >
>;

/** `branches`: names and patterns of the branches that may use it; `null` if it is not restricted. */
export type ActualEnvironment = { name: string; branches: readonly string[] | null };

/** https://docs.github.com/rest/repos/rules */
export type Ruleset = Pick<
  RestEndpointMethodTypes["repos"]["createRepoRuleset"]["parameters"],
  "name" | "target" | "enforcement" | "bypass_actors" | "conditions" | "rules"
>;

export type ActualRuleset = Omit<Ruleset, "target"> & { id: number; target: string };

/** One step. A plan lists them in order. */
export type SetupStep =
  | { do: "merge-by-squash"; merging: Merging }
  | { do: "create-label" | "update-label"; label: Label }
  | { do: "restrict-environment"; name: string }
  | { do: "allow-branch"; environment: string; branch: string }
  | { do: "switch-pages-on" }
  | { do: "build-pages-by-workflow" }
  | { do: "set-workflow-permissions" }
  /** Comes last, because nobody can push to the branch afterward. */
  | { do: "create-ruleset"; ruleset: Ruleset }
  | { do: "update-ruleset"; id: number; ruleset: Ruleset };

/**
 * Each pull request becomes one commit, so that a stranger’s commits, with whatever is hidden in them, never become
 * part of the branch’s history. The body of that commit is empty. GitHub’s default would copy the messages of a
 * stranger’s commits, in which a line `Approved-by:` could name any approver.
 */
const merging = {
  allow_squash_merge: true,
  allow_merge_commit: false,
  allow_rebase_merge: false,
  squash_merge_commit_title: "PR_TITLE",
  squash_merge_commit_message: "BLANK",
} as const satisfies Merging;

/** Only the board’s branch may use the secrets and permissions of these environments. Another host has one, too. */
const environments = ["bot", "github-pages", "mail"];

/** All environments that a board may have. */
const allEnvironments: readonly string[] = [...new Set([...environments, ...hosts])];

/** The app that workflows act as, unless the bot has one of its own. */
const actionsApp = 15368;

/** The ruleset is found by this name. */
export const rulesetName = "Job board";

/**
 * Protects the board’s branch: all changes come from pull requests that pass the bot’s check. Only its app can set that
 * commit status; otherwise, anybody with write access could.
 */
const rulesetFor = ({ app }: BoardConfig["repository"]) =>
  ({
    name: rulesetName,
    target: "branch",
    enforcement: "active",
    bypass_actors: [],
    conditions: { ref_name: { include: ["~DEFAULT_BRANCH"], exclude: [] } },
    rules: [
      { type: "deletion" },
      { type: "non_fast_forward" },
      { type: "required_linear_history" },
      {
        type: "pull_request",
        parameters: {
          // The bot decides whether a reviewer’s command or review counts as an approval.
          required_approving_review_count: 0,
          dismiss_stale_reviews_on_push: false,
          require_code_owner_review: false,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      },
      {
        type: "required_status_checks",
        parameters: {
          required_status_checks: [
            { context: statusContext, integration_id: app?.id ?? actionsApp },
          ],
          // Each post is a separate file, so merging another one in the meantime does not affect it.
          strict_required_status_checks_policy: false,
        },
      },
    ],
  }) satisfies Ruleset;

/** The plan that sets up the repository; empty if nothing is missing. */
export function planSetup(
  actual: ActualSetup,
  config: Pick<BoardConfig, "review" | "repository" | "host">,
): SetupStep[] {
  return [
    ...(contains(actual.merging, merging) ? [] : [{ do: "merge-by-squash", merging } as const]),
    ...labelSteps(actual, config),
    ...environmentSteps(actual, config),
    ...(config.host === "github-pages" ? pagesSteps(actual) : []),
    ...workflowSteps(actual),
    ...rulesetSteps(actual, rulesetFor(config.repository)),
  ];
}

/** Keeps labels that people have added. GitHub compares names case-insensitively. */
function labelSteps({ labels }: ActualSetup, config: Pick<BoardConfig, "review">): SetupStep[] {
  const known = new Map(labels.map((label) => [label.name.toLowerCase(), label]));
  return [...allLabels(config), ...Object.values(requestLabels)].flatMap((label): SetupStep[] => {
    const found = known.get(label.name.toLowerCase());
    if (!found) return [{ do: "create-label", label }];
    const isApplied =
      found.name === label.name &&
      found.color.toLowerCase() === label.color &&
      found.description === label.description;
    return isApplied ? [] : [{ do: "update-label", label }];
  });
}

function environmentSteps(
  actual: ActualSetup,
  { host, repository: { branch } }: Pick<BoardConfig, "host" | "repository">,
): SetupStep[] {
  const needed = new Set([...environments, ...(host ? [host] : [])]);
  return [...needed].flatMap((name): SetupStep[] => {
    const found = actual.environments.find((environment) => environment.name === name);
    const branches = found?.branches ?? null;
    return [
      ...(branches === null ? [{ do: "restrict-environment", name } as const] : []),
      ...(branches?.includes(branch)
        ? []
        : [{ do: "allow-branch", environment: name, branch } as const]),
    ];
  });
}

/** Branches other than the board’s that may use our environments. Somebody allowed them, so they are not removed. */
export function otherBranches(
  { environments: actual }: Pick<ActualSetup, "environments">,
  branch: string,
): { environment: string; branch: string }[] {
  return actual
    .filter(({ name }) => allEnvironments.includes(name))
    .flatMap(({ name, branches }) =>
      (branches ?? [])
        .filter((other) => other !== branch)
        .map((other) => ({ environment: name, branch: other })),
    );
}

function pagesSteps({ pages }: ActualSetup): SetupStep[] {
  if (pages === "workflow") return [];
  return [{ do: pages === "none" ? "switch-pages-on" : "build-pages-by-workflow" }];
}

function workflowSteps({ workflows }: ActualSetup): SetupStep[] {
  const isApplied = workflows.permissions === "read" && workflows.mayCreatePulls;
  return isApplied ? [] : [{ do: "set-workflow-permissions" }];
}

/** Keeps rules that people have added. Ours must all be there, and not be weaker. */
function rulesetSteps(
  { ruleset: found }: ActualSetup,
  ruleset: ReturnType<typeof rulesetFor>,
): SetupStep[] {
  if (!found) return [{ do: "create-ruleset", ruleset }];
  const { id, rules = [], ...rest } = found;
  const { rules: ours, ...desired } = ruleset;
  const isApplied =
    isDeepStrictEqual(rest, desired) &&
    ours.every((rule) => rules.some((other) => contains(other, rule)));
  if (isApplied) return [];
  const others = rules.filter(({ type }) => !ours.some((rule) => rule.type === type));
  return [{ do: "update-ruleset", id, ruleset: { ...desired, rules: [...ours, ...others] } }];
}

/** Whether a value contains a part. GitHub and people may have added more to it. */
function contains(value: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(value) && part.every((item) => value.some((one) => contains(one, item)));
  }
  if (typeof part !== "object" || part === null) return value === part;
  if (typeof value !== "object" || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(part).every(([key, item]) => contains(fields[key], item));
}
