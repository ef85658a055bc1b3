/**
 * Applies rulesets to pushes and merges.
 * https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets
 */
import { matchesGlob } from "node:path";
import type { Caller } from "./authentication.ts";
import type { Core } from "./core.ts";
import { isAncestor } from "./git.ts";
import { readRef } from "./git-refs.ts";
import { hasRole, roleOf } from "./permissions.ts";
import type { MergeMethod, Pull, Repository, Ruleset, Status } from "./state.ts";
import { actionsAppId, actionsBot } from "./state.ts";
import { sameName } from "./store.ts";

type Rule = Ruleset["rules"][number];

/** GitHub's ids of roles, for bypassing rules. */
const roleNumbers: Readonly<Record<number, string>> = { 2: "maintain", 4: "write", 5: "admin" };

/** A change to a branch; `null` means no commit. */
type Change = { before: string | null; after: string | null; isForced: boolean };

/** The rules that forbid a caller to move a branch; empty if it is allowed. */
export function pushViolations(
  repository: Repository,
  caller: Caller,
  ref: string,
  change: Change,
): string[] {
  const rules = rulesFor(repository, caller, ref, "push");
  const { before, after, isForced } = change;
  if (after === null) return rules.flatMap(({ type }) => deletionReasons[type] ?? []);
  if (before === null) return rules.flatMap(({ type }) => creationReasons[type] ?? []);
  return rules.flatMap((rule) => {
    if (rule.type === "required_status_checks") return checkViolations(repository, rule, after);
    if (rule.type === "non_fast_forward" && !isForced) return [];
    return updateReasons[rule.type] ?? [];
  });
}

const deletionReasons: Readonly<Record<string, string>> = {
  deletion: "Cannot delete this branch",
};

const creationReasons: Readonly<Record<string, string>> = {
  creation: "Cannot create ref due to creations being restricted.",
};

const updateReasons: Readonly<Record<string, string>> = {
  non_fast_forward: "Cannot force-push to this branch",
  pull_request: "Changes must be made through a pull request.",
  update: "Cannot update this protected ref.",
};

/** The rules that forbid a caller to merge a pull request; empty if it is allowed. */
export async function mergeViolations(
  core: Core,
  repository: Repository,
  pull: Pull,
  caller: Caller,
  method?: MergeMethod,
): Promise<string[]> {
  const rules = rulesFor(repository, caller, `refs/heads/${pull.baseRef}`, "merge");
  const found = await Promise.all(
    rules.map(async (rule) => {
      switch (rule.type) {
        case "pull_request":
          return reviewViolations(repository, rule, pull);
        case "required_status_checks":
          return [
            ...checkViolations(repository, rule, pull.headSha),
            ...(await behindViolations(core, repository, rule, pull)),
          ];
        case "required_linear_history":
          return method === "merge" ? ["This branch must not contain merge commits."] : [];
        default:
          return [];
      }
    }),
  );
  return found.flat();
}

/** The text of the error. */
export function violationText(violations: readonly string[]): string {
  return `Repository rule violations found\n\n${violations.join("\n\n")}\n\n`;
}

/** The rules for a ref that a caller cannot bypass. */
function rulesFor(
  repository: Repository,
  caller: Caller,
  ref: string,
  way: "push" | "merge",
): Rule[] {
  return activeRulesets(repository, ref)
    .filter((ruleset) => !isBypassed(repository, ruleset, caller, way))
    .flatMap(({ rules }) => rules);
}

/** All rules for a ref, including those that some may bypass. */
export function activeRulesets(repository: Repository, ref: string): Ruleset[] {
  return repository.rulesets.filter(
    (ruleset) =>
      ruleset.enforcement === "active" &&
      (ruleset.target === "branch") === ref.startsWith("refs/heads/") &&
      isAbout(repository, ruleset, ref),
  );
}

/** Whether a ruleset applies to a branch, by its full name. */
export function isAbout(repository: Repository, { conditions }: Ruleset, ref: string): boolean {
  const matches = (pattern: string) => {
    if (pattern === "~ALL") return true;
    if (pattern === "~DEFAULT_BRANCH") return ref === `refs/heads/${repository.defaultBranch}`;
    return matchesGlob(ref, pattern);
  };
  const { include, exclude } = conditions.ref_name;
  return include.some(matches) && !exclude.some(matches);
}

function isBypassed(
  repository: Repository,
  { bypassActors }: Ruleset,
  caller: Caller,
  way: "push" | "merge",
): boolean {
  return bypassActors.some(({ actor_id, actor_type, bypass_mode }) => {
    if (bypass_mode === "pull_request" && way === "push") return false;
    if (caller.kind === "anonymous") return false;
    if (caller.kind === "installation") {
      return actor_type === "Integration" && actor_id === caller.appId;
    }
    if (actor_type === "OrganizationAdmin") return sameName(repository.owner, caller.user.login);
    if (actor_type !== "RepositoryRole" || actor_id === null) return false;
    return roleOf(repository, caller.user.login) === roleNumbers[actor_id];
  });
}

function checkViolations(repository: Repository, { parameters }: Rule, sha: string): string[] {
  const checks = parameters?.required_status_checks;
  if (!Array.isArray(checks)) return [];
  return checks.flatMap(({ context, integration_id }: RequiredCheck) => {
    const status = repository.statuses.findLast(
      (known) => known.sha === sha && known.context === context && isFrom(known, integration_id),
    );
    if (status?.state === "success") return [];
    return status && status.state !== "pending"
      ? [`Required status check "${context}" is failing.`]
      : [`Required status check "${context}" is expected.`];
  });
}

type RequiredCheck = { context: string; integration_id?: number };

/** A check that is bound to an app counts only if that app has set it. */
function isFrom(status: Status, appId: number | undefined): boolean {
  if (appId === actionsAppId) return status.creator === actionsBot;
  return appId === undefined || status.appId === appId;
}

function reviewViolations(repository: Repository, { parameters }: Rule, pull: Pull): string[] {
  const needed = Number(parameters?.required_approving_review_count ?? 0);
  const last = new Map<string, string>();
  for (const { author, state, commit } of pull.reviews) {
    if (state === "COMMENTED" || !hasRole(repository, author, "write")) continue;
    const isStale = parameters?.dismiss_stale_reviews_on_push === true && commit !== pull.headSha;
    last.set(author.toLowerCase(), isStale ? "STALE" : state);
  }
  const verdicts = [...last.values()];
  const approvals = verdicts.filter((state) => state === "APPROVED").length;
  const people = needed === 1 ? "review is" : "reviews are";
  return [
    ...(approvals < needed
      ? [`At least ${needed} approving ${people} required by reviewers with write access.`]
      : []),
    ...(needed > 0 && verdicts.includes("CHANGES_REQUESTED")
      ? ["Changes have been requested by a reviewer with write access."]
      : []),
  ];
}

async function behindViolations(
  core: Core,
  repository: Repository,
  { parameters }: Rule,
  pull: Pull,
): Promise<string[]> {
  if (parameters?.strict_required_status_checks_policy !== true) return [];
  const path = core.store.pathOf(repository);
  const tip = readRef(path, `refs/heads/${pull.baseRef}`);
  return tip && !(await isAncestor(path, tip, pull.headSha))
    ? ["The head branch is not up to date with the base branch."]
    : [];
}
