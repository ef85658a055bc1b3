/** How a repository has to be set up for the board, and what of it is not so yet. Decides; does nothing. */
import { isDeepStrictEqual } from "node:util";
import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { BoardConfig } from "../../../board/config.ts";
import { requestLabels } from "../../../board/requests/labels.ts";
import type { Label } from "../../../board/review/labels.ts";
import { allLabels } from "../../../board/review/labels.ts";
import { statusContext } from "../facts/commit-statuses.ts";

/** What is found at GitHub. */
export type ActualSetup = {
  defaultBranch: string;
  merging: Merging;
  /** The ruleset of our name, if there is one. */
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

/** `branches`: names and patterns of those that may use it; `null` if there is no such list. */
export type ActualEnvironment = { name: string; branches: readonly string[] | null };

/** https://docs.github.com/rest/repos/rules */
export type Ruleset = Pick<
  RestEndpointMethodTypes["repos"]["createRepoRuleset"]["parameters"],
  "name" | "target" | "enforcement" | "bypass_actors" | "conditions" | "rules"
>;

export type ActualRuleset = Omit<Ruleset, "target"> & { id: number; target: string };

/** One thing to do. A plan lists them in order. */
export type SetupStep =
  | { do: "merge-by-squash"; merging: Merging }
  | { do: "create-label" | "update-label"; label: Label }
  | { do: "restrict-environment"; name: string }
  | { do: "allow-branch"; environment: string; branch: string }
  | { do: "switch-pages-on" }
  | { do: "build-pages-by-workflow" }
  | { do: "set-workflow-permissions" }
  /** Last: from then on nobody can push to the branch. */
  | { do: "create-ruleset"; ruleset: Ruleset }
  | { do: "update-ruleset"; id: number; ruleset: Ruleset };

/**
 * Each pull request becomes one commit. A stranger's own commits, with whatever lies hidden in them, never
 * become part of the branch's history, on which later merges build, nor do words of theirs that GitHub
 * acts upon. Below the title GitHub's button writes nothing by itself: with its own default, the messages
 * of a stranger's commits, a line `Approved-by:` of theirs would name who approved the post.
 */
const merging = {
  allow_squash_merge: true,
  allow_merge_commit: false,
  allow_rebase_merge: false,
  squash_merge_commit_title: "PR_TITLE",
  squash_merge_commit_message: "BLANK",
} as const satisfies Merging;

/** Whose secrets and rights no other branch may use: the site itself, and mail. */
const environments = ["github-pages", "mail"];

/** The app under which workflows act. Without it anybody who may write could give the commit status. */
const actionsApp = 15368;

/** What protects the board’s branch: everything comes by a pull request that the bot finds sound. */
const ruleset = {
  name: "Job board",
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
        // A reviewer’s word is given by commands and buttons, and judged by the bot.
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
        required_status_checks: [{ context: statusContext, integration_id: actionsApp }],
        // Posts are files of their own: that another was merged meanwhile changes nothing about one.
        strict_required_status_checks_policy: false,
      },
    },
  ],
} satisfies Ruleset;

/** The name by which the ruleset is found again. */
export const rulesetName = ruleset.name;

/** The plan that sets up the repository; empty if nothing is missing. */
export function planSetup(
  actual: ActualSetup,
  config: Pick<BoardConfig, "review" | "repository">,
): SetupStep[] {
  return [
    ...(contains(actual.merging, merging) ? [] : [{ do: "merge-by-squash", merging } as const]),
    ...labelSteps(actual, config),
    ...environmentSteps(actual, config.repository.branch),
    ...pagesSteps(actual),
    ...workflowSteps(actual),
    ...rulesetSteps(actual),
  ];
}

/** Labels that others have made stay. GitHub tells names apart without case. */
function labelSteps({ labels }: ActualSetup, config: Pick<BoardConfig, "review">): SetupStep[] {
  const known = new Map(labels.map((label) => [label.name.toLowerCase(), label]));
  return [...allLabels(config), ...Object.values(requestLabels)].flatMap((label): SetupStep[] => {
    const found = known.get(label.name.toLowerCase());
    if (!found) return [{ do: "create-label", label }];
    const isSo =
      found.name === label.name &&
      found.color.toLowerCase() === label.color &&
      found.description === label.description;
    return isSo ? [] : [{ do: "update-label", label }];
  });
}

function environmentSteps(actual: ActualSetup, branch: string): SetupStep[] {
  return environments.flatMap((name): SetupStep[] => {
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

/** What may use our environments beside the board's branch. Somebody has allowed it, so that it is not taken away. */
export function otherBranches(
  { environments: present }: Pick<ActualSetup, "environments">,
  branch: string,
): { environment: string; branch: string }[] {
  return present
    .filter(({ name }) => environments.includes(name))
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
  const isSo = workflows.permissions === "read" && workflows.mayCreatePulls;
  return isSo ? [] : [{ do: "set-workflow-permissions" }];
}

/** Rules that others have added stay; of ours none may be missing or weaker. */
function rulesetSteps({ ruleset: found }: ActualSetup): SetupStep[] {
  if (!found) return [{ do: "create-ruleset", ruleset }];
  const { id, rules = [], ...rest } = found;
  const { rules: ours, ...desired } = ruleset;
  const isSo =
    isDeepStrictEqual(rest, desired) &&
    ours.every((rule) => rules.some((other) => contains(other, rule)));
  if (isSo) return [];
  const others = rules.filter(({ type }) => !ours.some((rule) => rule.type === type));
  return [{ do: "update-ruleset", id, ruleset: { ...desired, rules: [...ours, ...others] } }];
}

/** Whether a value has everything that a part has: GitHub adds settings of its own, and people theirs. */
function contains(value: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return Array.isArray(value) && part.every((item) => value.some((one) => contains(one, item)));
  }
  if (typeof part !== "object" || part === null) return value === part;
  if (typeof value !== "object" || value === null) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(part).every(([key, item]) => contains(fields[key], item));
}
