/** Runs the daily maintenance of the board’s posts, as one commit on its branch. */
import { setTimeout } from "node:timers/promises";
import * as words from "#words/github.ts";
import type { BoardConfig } from "../../board/config.ts";
import type { Instant } from "../../board/days.ts";
import type { HousekeepingPlan } from "../../board/maintenance/housekeeping.ts";
import {
  changeList,
  changesOf,
  changeText,
  changeTitle,
  isAsPlanned,
  planHousekeeping,
} from "../../board/maintenance/housekeeping.ts";
import type { PostsAt } from "../git-posts.ts";
import { findBotPull, mergeChange, pointBranch, removeBranch } from "./actions/bot-pull.ts";
import type { BranchHead } from "./actions/commit-file.ts";
import { commitFiles } from "./actions/commit-file.ts";
import { openOrClose } from "./actions/open-or-close.ts";
import type { GitHub } from "./client.ts";
import { statusOf } from "./errors.ts";
import { readCommit, readMainHead } from "./facts/objects.ts";
import { botBranches } from "./facts/pull-request.ts";
import { compareTrees } from "./facts/tree-changes.ts";

export type MaintenanceContext = {
  github: GitHub;
  config: BoardConfig;
  /** The posts of the board's branch, as it is when this is called. */
  posts(): Promise<PostsAt>;
  now: Instant;
};

/** The plan that was finally applied, and its result. */
export type MaintenanceResult = {
  plan: HousekeepingPlan;
  outcome: { outcome: "nothing" | "committed" | "merged" } | { outcome: "waits"; because: string };
};

/** The branch of the one pull request, where one is needed. */
const ownBranch = `${botBranches}housekeeping`;

/** How often to start over because the board changed in the meantime. */
const tries = 3;

/** The plan alone, without applying it. */
export async function planFor({
  posts,
  config,
  now,
}: MaintenanceContext): Promise<HousekeepingPlan> {
  return planHousekeeping((await posts()).sources, config, now);
}

/**
 * Applies the plan: pushes to the board’s branch where that is allowed, otherwise keeps one pull request up to
 * date and merges it if the repository’s rules let it. Throws an Error if the board changed during every try.
 */
export async function runMaintenance(context: MaintenanceContext): Promise<MaintenanceResult> {
  const { github, posts, config, now } = context;
  for (let count = 1; count <= tries; count += 1) {
    const { commit, sources } = await posts();
    const plan = planHousekeeping(sources, config, now);
    if (plan.steps.length === 0) {
      await clearAway(github);
      return { plan, outcome: { outcome: "nothing" } };
    }
    const outcome = await applyPlan(github, plan, commit);
    if (outcome !== "overtaken") return { plan, outcome };
    await setTimeout(github.retryDelay * count);
  }
  throw new Error(words.maintenanceOvertaken(tries));
}

async function applyPlan(
  github: GitHub,
  plan: HousekeepingPlan,
  commit: string,
): Promise<MaintenanceResult["outcome"] | "overtaken"> {
  const on = { commit, tree: (await readCommit(github, commit)).tree };
  const made = await makeCommit(github, plan, on);
  if (!(await needsPull(github))) {
    const pushed = await push(github, made, on);
    if (pushed === "overtaken") return "overtaken";
    if (pushed === "done") {
      await clearAway(github);
      return { outcome: "committed" };
    }
  }
  const outcome = await mergeChange(github, {
    branch: ownBranch,
    on: commit,
    sha: await pointBranch(github, ownBranch, { made, on: commit }),
    tip: () => readMainHead(github),
    title: changeTitle(plan.steps),
    body: changeText(plan.steps),
    message: changeList(plan.steps),
  });
  switch (outcome.outcome) {
    case "done":
    case "already":
      await removeBranch(github, ownBranch);
      return { outcome: "merged" };
    case "overtaken":
      return "overtaken";
    default: {
      // A change that conflicts with the current board is made again on top of it.
      if ((await readMainHead(github)) !== commit) return "overtaken";
      return { outcome: "waits", because: outcome.because };
    }
  }
}

/** Makes the commit, and looks at what it really changes before anything is done with it. */
async function makeCommit(
  github: GitHub,
  { steps }: HousekeepingPlan,
  on: BranchHead,
): Promise<BranchHead> {
  const message = `${changeTitle(steps)}\n\n${changeList(steps)}`;
  const made = await commitFiles(github, on, changesOf(steps), message);
  const { changes, complete } = await compareTrees(github, on.tree, made.tree);
  const paths = changes.map(({ path }) => path);
  if (complete && isAsPlanned(paths, steps)) return made;
  throw new Error(words.unplannedChanges);
}

/** Rules by which nobody can simply push. https://docs.github.com/rest/repos/rules */
const pushStoppers = ["pull_request", "required_status_checks", "update"];

async function needsPull({ rest, at, branch }: GitHub): Promise<boolean> {
  const { data } = await rest.repos.getBranchRules({ ...at, branch, per_page: 100 });
  return data.some(({ type }) => pushStoppers.includes(type));
}

/** `refused`: by an older kind of protection, of which GitHub tells only administrators. */
async function push(
  github: GitHub,
  made: BranchHead,
  on: BranchHead,
): Promise<"done" | "overtaken" | "refused"> {
  const { rest, at, branch } = github;
  try {
    const request = { ...at, ref: `heads/${branch}`, sha: made.commit, force: false };
    await rest.git.updateRef(request);
    return "done";
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || ![403, 409, 422].includes(status)) throw error;
    const tip = await readMainHead(github);
    if (tip === made.commit) return "done";
    return tip === on.commit ? "refused" : "overtaken";
  }
}

/** A pull request of an earlier day that has nothing left to do is closed. */
async function clearAway(github: GitHub): Promise<void> {
  const pull = await findBotPull(github, ownBranch);
  if (pull) await openOrClose(github, pull.number, "closed");
  await removeBranch(github, ownBranch);
}
